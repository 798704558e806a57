"""The timeline under its phases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from dateline.model.story import Phase
from dateline.show.citations import Citer
from dateline.show.dates import stretch_text
from dateline.show.shapes import EntryRow, PhaseRow

LEAST_LINES = 30
"""Lines. A shorter timeline is taken in at one look; headings would only say its lines twice."""


def phase_rows(phases: Iterable[Phase], rows: Sequence[EntryRow], citer: Citer) -> tuple[PhaseRow, ...]:
    """The phases with their lines; one without a heading where there are none, or for what belongs to none."""
    made: list[PhaseRow] = []
    placed: set[str] = set()
    by_id = {row.id: row for row in rows}
    for one in phases if len(rows) >= LEAST_LINES else ():
        inside = [by_id[key] for key in one.entries if key in by_id]
        placed.update(row.id for row in inside)
        span = stretch_text(one.start, one.end, "short")
        made.append(PhaseRow(one.id, one.heading, span, one.start, one.end, _opened(inside), citer.cites(one.evidence)))
    rest = [row for row in rows if row.id not in placed]
    if rest:
        made.append(PhaseRow("", "", "", rest[0].start, rest[-1].end, _opened(rest), ()))
    return tuple(sorted(made, key=lambda one: one.start))


def _opened(rows: Sequence[EntryRow]) -> tuple[EntryRow, ...]:
    """The rows of a phase; its first bears its date, whatever stood before."""
    return tuple(
        msgspec.structs.replace(row, repeats_date=False) if place == 0 else row for place, row in enumerate(rows)
    )
