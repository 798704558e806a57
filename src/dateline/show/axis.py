"""An axis of time for drawings: the unit that fits the room, and the names below it. Geometry only."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable

import msgspec

LEAST_UNIT = 11
"""Drawing units (px at full size) that one day, week, month or year needs so that dots do not touch."""
TICK_ROOM = 34
"""Room for the name of a unit on the axis."""
LABEL_ROOM = 62
"""Room for "Oct 2011"."""


class Tick(msgspec.Struct, frozen=True):
    """A unit's name on the axis; ``second``: month or year, where it changes, set to the left if ``at_end``."""

    x: float
    label: str
    second: str
    at_end: bool


class Unit(msgspec.Struct, frozen=True):
    """A stretch of the calendar that one place on an axis stands for.

    ``number`` counts such units, so that names fall on the same ones whatever the first is; ``paces``: every how
    many of them may be named; from ``years`` on only the year is.
    """

    name: str
    days: int
    begin: Callable[[dt.date], dt.date]
    following: Callable[[dt.date], dt.date]
    label: Callable[[dt.date], str]
    second: Callable[[dt.date], str]
    number: Callable[[dt.date], int]
    paces: tuple[int, ...]
    years: int = 10**9


def months_on(day: dt.date, count: int) -> dt.date:
    """The first of the month so many months after that of ``day``."""
    month = day.year * 12 + day.month - 1 + count
    return dt.date(month // 12, month % 12 + 1, 1)


def month_year(day: dt.date) -> str:
    """ "Oct 2011"."""
    return f"{calendar.month_abbr[day.month]} {day.year}"


UNITS = (
    Unit("day", 1, lambda d: d, lambda d: d + dt.timedelta(1), lambda d: str(d.day), month_year,
         lambda d: d.toordinal(), (1, 2, 3, 5, 7, 14)),
    Unit("week", 7, lambda d: d - dt.timedelta(d.weekday()), lambda d: d + dt.timedelta(7), lambda d: str(d.day),
         month_year, lambda d: d.toordinal() // 7, (1, 2, 4, 8)),
    Unit("month", 30, lambda d: d.replace(day=1), lambda d: months_on(d, 1), lambda d: calendar.month_abbr[d.month],
         lambda d: str(d.year), lambda d: d.year * 12 + d.month - 1, (1, 2, 3, 6, 12, 24), 12),
    Unit("quarter", 91, lambda d: dt.date(d.year, (d.month - 1) // 3 * 3 + 1, 1), lambda d: months_on(d, 3),
         lambda d: f"Q{(d.month + 2) // 3}", lambda d: str(d.year), lambda d: d.year * 4 + (d.month - 1) // 3,
         (1, 4, 8, 20, 40), 4),
    Unit("year", 365, lambda d: dt.date(d.year, 1, 1), lambda d: dt.date(d.year + 1, 1, 1), lambda d: str(d.year),
         lambda d: "", lambda d: d.year, (1, 2, 5, 10, 20, 50, 100), 1),
)  # fmt: skip


def scale(first: dt.date, last: dt.date, room: float) -> tuple[Unit, list[dt.date]]:
    """The finest unit that fits, and the first day of each."""
    starts: list[dt.date] = []
    for unit in UNITS:
        if (last - first).days / unit.days > room:
            continue
        starts = [unit.begin(first)]
        while (after := unit.following(starts[-1])) <= last:
            starts.append(after)
        if len(starts) * LEAST_UNIT <= room:
            return unit, starts
    return unit, starts


def ticks(
    unit: Unit, starts: list[dt.date], place: dict[dt.date, float], step: float, right: float
) -> tuple[Tick, ...]:
    """Names of the units that have room, evenly spaced; month or year under the first of each."""
    pace = next((one for one in unit.paces if one * step >= TICK_ROOM), unit.paces[-1])
    only_years = pace >= unit.years
    made: list[Tick] = []
    before, free_from = "", 0.0
    for start in starts:
        x, second = place[start], "" if only_years else unit.second(start)
        at_end = x + LABEL_ROOM > right
        begins = x - LABEL_ROOM if at_end else x
        shown = second if second != before and begins >= free_from else ""
        before = second
        if shown:
            free_from = begins + LABEL_ROOM
        named = unit.number(start) % pace == 0
        if named or shown:
            label = (str(start.year) if only_years else unit.label(start)) if named else ""
            made.append(Tick(x, label, shown, at_end))
    return tuple(made)


def said(unit: Unit, start: dt.date) -> str:
    """A unit in words: "week of 24 Oct 2011", "Q3 2011"."""
    day = f"{start.day} {month_year(start)}"
    return {"day": day, "week": f"week of {day}", "year": str(start.year)}.get(
        unit.name, f"{unit.label(start)} {start.year}"
    )
