"""The day of an undated report, from what it says and from its siblings.

    leads (weekdays, days) ─┐
    likeness to siblings ───┼─▶ clues ─▶ weigh ─▶ day, window or unknown, with reasons
    agreement of events ────┘

Reports that state their day stay as they are. The others are dated in rounds: what is sure after one round serves as a
sibling, with its confidence as weight, in the next. All reports of a round see the same siblings, so the order of the
reports does not matter.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.model.annotations import Annotated
from dateline.model.report import Publication
from dateline.weave.dating.pile import Pile
from dateline.weave.dating.pointers import Retime

__all__ = ["date_reports"]

MOST_ROUNDS = 4
ANCHOR = 0.5
"""Confidence from which an inferred day serves as a sibling's."""


def date_reports(reports: Sequence[Annotated], retime: Retime) -> tuple[Annotated, ...]:
    """The reports, the undated ones with an inferred day or window where something speaks for one.

    ``retime`` gives a report with its time expressions resolved as if it were published on a day.
    """
    undated = [number for number, one in enumerate(reports) if one.report.day is None]
    if not undated:
        return tuple(reports)
    dated = list(reports)
    found: dict[int, Publication] = {}
    anchors = frozenset[int]()
    for _ in range(MOST_ROUNDS):
        pile = Pile(dated, undated, retime)
        found = {number: pile.publication(number, reports[number]) for number in undated}
        sure = frozenset(n for n, p in found.items() if p.date is not None and p.confidence >= ANCHOR)
        for number in undated:
            dated[number] = _published(reports[number], found[number], retime) if number in sure else reports[number]
        if sure == anchors or len(sure) == len(undated) == 1:
            break
        anchors = sure
    return tuple(
        _published(one, found[number], retime) if number in found else one for number, one in enumerate(reports)
    )


def _published(annotated: Annotated, publication: Publication, retime: Retime) -> Annotated:
    """The report with its publication and its time expressions resolved by that; as it is where nothing was found."""
    if publication.basis == "unknown":
        return annotated
    report = msgspec.structs.replace(annotated.report, published=publication)
    return retime(Annotated(report, annotated.notes), publication.date)
