"""Plans drawn on one axis of time: from the day they were made, past the day they fall due, to what became of them.

Geometry only, in per cent of the axis, so that one drawing fits every width.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from dateline.show.axis import months_on
from dateline.show.dates import day_text
from dateline.show.room import UNSETTLED
from dateline.show.shapes import ThreadRow

REACH = 0.5
"""How far past what is known the axis runs for a due day, as a share of the known span; beyond stands an arrow."""
LEAST_REACH = 14
"""The same in days for a pile of few days."""
MARGIN = 3.0
"""Per cent left free at either end, so that signs are not cut."""
MOST_TICKS = 4
LAST_TICK = 88.0
"""Per cent. A name that starts later would run over the edge."""


TOO_SHORT = 4.0
"""Per cent. Where half of the plans take less of a common axis, each is drawn on its own."""


class Sign(msgspec.Struct, frozen=True):
    """A station on a lane: ``announced``, ``due``, or what became of it."""

    at: float
    what: str
    label: str


class Lane(msgspec.Struct, frozen=True):
    """One plan, known from ``begin`` to ``end``, planned on to ``until``; ``beyond``: it is due off the axis.

    ``first``, ``last``: the days of its two ends, where it is drawn on an axis of its own.
    """

    begin: float
    end: float
    until: float
    signs: tuple[Sign, ...]
    beyond: bool
    first: str = ""
    last: str = ""


class LaneTick(msgspec.Struct, frozen=True):
    """A day named on the axis."""

    at: float
    label: str


class Lanes(msgspec.Struct, frozen=True):
    """The lanes by the id of their plan. ``today``: where the reading ends."""

    lanes: dict[str, Lane]
    ticks: tuple[LaneTick, ...]
    today: float | None


def lanes(rows: Sequence[ThreadRow], as_of: str | None) -> Lanes | None:
    """The drawing of some plans; None where none has two days to draw between."""
    known = sorted({day for row in rows for day in (row.made_day, *(step.day for step in row.steps)) if day})
    if not known:
        return None
    first, last = _ordinal(known[0]), _ordinal(max(known[-1], as_of or ""))
    reach = last + max(LEAST_REACH, round((last - first) * REACH))
    last = max([last, *(due for row in rows if row.due_day and last < (due := _ordinal(row.due_day)) <= reach)])
    if last == first:
        return None
    made = {row.id: lane for row in rows if (lane := _lane(row, first, last))}
    lengths = sorted(lane.until - lane.begin for lane in made.values() if len(lane.signs) > 1)
    if lengths and lengths[len(lengths) // 2] < TOO_SHORT:
        return Lanes({row.id: lane for row in rows if (lane := _lane_alone(row))}, (), None)
    ticks = (LaneTick(_at(day.toordinal(), first, last), label) for day, label in _ticks(first, last))
    today = _at(_ordinal(as_of), first, last) if as_of and known[0] <= as_of else None
    return Lanes(made, tuple(tick for tick in ticks if tick.at <= LAST_TICK), today)


def _lane_alone(row: ThreadRow) -> Lane | None:
    """A plan on its own axis, from when it was made to its last station or due day; None where that is one day."""
    days = [day for day in (row.made_day, *(step.day for step in row.steps), row.due_day) if day]
    first, last = min(days, default=""), max(days, default="")
    if first == last:
        return None
    lane = _lane(row, _ordinal(first), _ordinal(last))
    return msgspec.structs.replace(lane, first=day_text(first, "short"), last=day_text(last, "short")) if lane else None


def _at(day: int, first: int, last: int) -> float:
    return round(MARGIN + (day - first) / (last - first) * (100 - 2 * MARGIN), 2)


def columns(row: ThreadRow) -> str | None:
    """Widths for the stations of one plan as a CSS grid has them, wider where more days lie between; None for one."""
    days = [step.day for step in row.steps]
    if row.due_day and row.state in ("open", "unknown"):
        days.append(max(row.due_day, days[-1]) if days else row.due_day)
    if len(days) < 2 or not all(days):
        return None
    gaps = [max(0, _ordinal(after) - _ordinal(before)) for before, after in pairwise(days)]
    longest = max(gaps) or 1
    return " ".join([*(f"minmax(8.5rem,{max(1, round(9 * gap / longest))}fr)" for gap in gaps), "minmax(11rem,3fr)"])


def _ordinal(day: str) -> int:
    return dt.date.fromisoformat(day).toordinal()


def _lane(row: ThreadRow, first: int, last: int) -> Lane | None:
    start = row.made_day or next((step.day for step in row.steps if step.day), "")
    if not start:
        return None

    def at(day: str) -> float:
        return _at(_ordinal(day), first, last)

    signs = [
        Sign(at(step.day), step.what, f"{step.what} {step.date.short if step.date else ''}")
        for step in row.steps
        if step.day
    ]
    if not any(sign.what == "announced" for sign in signs):
        signs.insert(0, Sign(at(start), "announced", f"made {row.made.short if row.made else ''}"))
    begin, end = min(sign.at for sign in signs), max(sign.at for sign in signs)
    beyond = bool(row.due_day) and _ordinal(row.due_day) > last
    if row.due and not beyond and row.due_day >= start:
        signs.insert(0, Sign(at(row.due_day), "due", f"due {row.due.short}"))
    settled = row.state not in UNSETTLED
    until = end if settled else 100.0 if beyond else max(sign.at for sign in signs)
    return Lane(begin, end, until, tuple(signs), beyond and not settled)


def _ticks(first: int, last: int) -> list[tuple[dt.date, str]]:
    """A few days of even distance with their names, the coarsest unit that gives at least two."""
    begin, end = dt.date.fromordinal(first), dt.date.fromordinal(last)
    for pace in (1, 2, 7, 14):
        if (last - first) // pace < MOST_TICKS:
            days = [dt.date.fromordinal(first + step) for step in range(0, last - first + 1, pace)]
            return [(day, f"{day.day} {calendar.month_abbr[day.month]}") for day in days]
    for months in (1, 3, 6, 12, 24, 60, 120, 240, 600):
        start = months_on(dt.date(begin.year, 1, 1), -(-(begin.month - (begin.day == 1)) // months) * months)
        days = []
        while start <= end:
            days.append(start)
            start = months_on(start, months)
        if len(days) <= MOST_TICKS:
            return [
                (day, str(day.year) if months >= 12 else f"{calendar.month_abbr[day.month]} {day.year}") for day in days
            ]
    return []
