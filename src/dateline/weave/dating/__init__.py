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
from typing import TYPE_CHECKING

from dateline.model.annotations import Annotated

if TYPE_CHECKING:
    from dateline.weave.dating.pointers import Retime

__all__ = ["date_reports"]


def date_reports(reports: Sequence[Annotated], retime: Retime) -> tuple[Annotated, ...]:
    """The reports, the undated ones with an inferred day or window where something speaks for one.

    ``retime`` gives a report with its time expressions resolved as if it were published on a day.
    """
    undated = [number for number, one in enumerate(reports) if one.report.day is None]
    if not undated:
        return tuple(reports)
    # Most stories state all their days; they need not wait for what dates the others.
    from dateline.weave.dating.rounds import date_in_rounds

    return date_in_rounds(reports, undated, retime)
