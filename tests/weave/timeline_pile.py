"""Piles of short reports for the timeline's tests, in our own words."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.material import Material
from dateline.pipeline import gather
from dateline.read.reports import make_report

BRIDGE = (
    (
        "2019-05-08",
        (
            "HARBURY, May 8 (Reuters) - Engineers closed the Orwell Bridge on Tuesday after divers found cracks in two "
            "piers.\n\nThe Harbury council is to decide on Friday whether to repair the Orwell Bridge.\n\nMayor Alice "
            "Grant said on Wednesday that the closure would hurt traders.\n\nThe bridge was opened on 3 June 1931."
        ),
    ),
    (
        "2019-05-09",
        (
            "HARBURY, May 9 (AP) - The Orwell Bridge was closed on Tuesday when divers discovered cracks in its piers, "
            "engineers said.\n\nThe council will vote on Friday on whether to repair the bridge.\n\nThe inquiry is "
            "expected to report on June 20."
        ),
    ),
    (
        "2019-05-11",
        (
            "HARBURY, May 11 (Reuters) - Harbury council decided on Friday to repair the Orwell Bridge at a cost of 4 "
            "million pounds.\n\nDivers had found cracks in the piers of the Orwell Bridge on Tuesday.\n\nWork starts "
            "next month, the council said."
        ),
    ),
)
"""A closure told by three reports, a plan that one of them tells done, and one that stays open."""


def pile(rows: Sequence[tuple[str | None, str]]) -> Material:
    return gather(
        [make_report(text, file=f"{number}.txt", published=day) for number, (day, text) in enumerate(rows, 1)]
    )
