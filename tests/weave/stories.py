"""Small piles of reports, read by the real pipeline, for the tests of what is woven from them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from dateline.model.material import Material
from dateline.pipeline import Options, gather
from dateline.read import make_report


def material(*reports: tuple[str, str], options: Options | None = None) -> Material:
    """The material of reports given as (day, text)."""
    made = [make_report(text, published=day, file=f"{n}.txt") for n, (day, text) in enumerate(reports, 1)]
    return gather(made, options)


def orders(reports: Sequence[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """Some orders of the reports: as given, turned round, and each rotation."""
    turned = [list(reports), list(reversed(reports))]
    return turned + [
        list(itertools.islice(itertools.cycle(reports), n, n + len(reports))) for n in range(1, len(reports))
    ]
