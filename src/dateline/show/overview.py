"""The story's span as a drawing: reports read below the axis, lines of the timeline above it. Geometry only.

The unit (day, week, month, quarter, year) is the finest one that leaves a unit enough room at the drawing's width.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Callable

import msgspec

from dateline.show.shapes import EntryRow
from dateline.show.view import StoryView
from dateline.show.wording import plural

LEAST_UNIT = 11
"""Drawing units (px at full size) that one day, week, month or year needs so that dots do not touch."""
ROW = 13
HIGHEST_STACK = 9
"""Dots above each other; what is left over is counted."""
MOST_LANES = 5
"""Lines above each other for what lasts longer than a unit."""
LONGEST_LINE = 0.5
"""Share of the axis. A line over more ("in 2011") would cross the drawing and tell nothing; it is left to the list."""
BARS = 34
"""Height of the tallest bar of reports."""
TICK_ROOM = 34
"""Room for the name of a unit on the axis."""
LABEL_ROOM = 62
"""Room for "Oct 2011"."""
REACH = 0.75
"""How far before and after the reports the axis may run, as a share of the span that the reports cover."""
LEAST_REACH = dt.timedelta(10)
"""The same for a pile of one day."""


class Dot(msgspec.Struct, frozen=True):
    """One line of the timeline; ``until``: the x where it ends, if it lasts."""

    x: float
    y: float
    status: str
    href: str
    label: str
    until: float | None = None


class Bar(msgspec.Struct, frozen=True):
    """Reports of one unit."""

    x: float
    width: float
    height: float
    label: str


class Tick(msgspec.Struct, frozen=True):
    """A unit's name on the axis; ``second``: month or year, where it changes, set to the left if ``at_end``."""

    x: float
    label: str
    second: str
    at_end: bool


class More(msgspec.Struct, frozen=True):
    """How many dots did not fit."""

    x: float
    y: float
    count: int


class Overview(msgspec.Struct, frozen=True):
    """A drawing of ``width`` by ``height``; ``axis``: y of the axis."""

    width: int
    height: float
    axis: float
    dots: tuple[Dot, ...]
    more: tuple[More, ...]
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    unit: str
    before: int
    after: int
    undated: int
    label: str


class _Unit(msgspec.Struct, frozen=True):
    name: str
    begin: Callable[[dt.date], dt.date]
    following: Callable[[dt.date], dt.date]
    label: Callable[[dt.date], str]
    second: Callable[[dt.date], str]


def _months_on(day: dt.date, count: int) -> dt.date:
    month = day.year * 12 + day.month - 1 + count
    return dt.date(month // 12, month % 12 + 1, 1)


def _month_year(day: dt.date) -> str:
    return f"{calendar.month_abbr[day.month]} {day.year}"


_UNITS = (
    _Unit("day", lambda d: d, lambda d: d + dt.timedelta(1), lambda d: str(d.day), _month_year),
    _Unit("week", lambda d: d - dt.timedelta(d.weekday()), lambda d: d + dt.timedelta(7), lambda d: str(d.day),
          _month_year),
    _Unit("month", lambda d: d.replace(day=1), lambda d: _months_on(d, 1), lambda d: calendar.month_abbr[d.month],
          lambda d: str(d.year)),
    _Unit("quarter", lambda d: dt.date(d.year, (d.month - 1) // 3 * 3 + 1, 1), lambda d: _months_on(d, 3),
          lambda d: f"Q{(d.month + 2) // 3}", lambda d: str(d.year)),
    _Unit("year", lambda d: dt.date(d.year, 1, 1), lambda d: dt.date(d.year + 1, 1, 1), lambda d: str(d.year),
          lambda d: ""),
)  # fmt: skip


def overview(view: StoryView, width: int) -> Overview | None:
    """The drawing at a width; None where nothing has a day."""
    days = [dt.date.fromisoformat(report.machine_day) for report in view.reports if report.machine_day]
    rows = [row for row in view.entries if row.end < "9999"]
    bounds = _bounds(days, rows)
    if bounds is None:
        return None
    first, last = bounds
    left, right = 6, width - 6
    unit, starts = _scale(first, last, right - left)
    step = (right - left) / len(starts)
    place = {start: left + (number + 0.5) * step for number, start in enumerate(starts)}
    inside = [row for row in rows if row.end >= first.isoformat() and row.start <= last.isoformat()]
    dots, more, height = _dots(inside, unit, place, first, last)
    axis = height + 10
    counts = Counter(unit.begin(day) for day in days)
    tallest = max(counts.values(), default=1)
    bars = tuple(
        Bar(place[start] - min(step * 0.36, 14), min(step * 0.72, 28), BARS * count / tallest,
            f"{plural(count, 'report')}, {_said(unit, start)}")
        for start, count in sorted(counts.items())
    )  # fmt: skip
    before = sum(row.end < first.isoformat() for row in rows)
    after = sum(row.start > last.isoformat() for row in rows)
    return Overview(
        width=width,
        height=axis + 32 + BARS + 12,
        axis=axis,
        dots=tuple(msgspec.structs.replace(dot, y=axis - dot.y) for dot in dots),
        more=tuple(msgspec.structs.replace(one, y=axis - one.y) for one in more),
        bars=bars,
        ticks=_ticks(unit, starts, place, step, right),
        unit=unit.name,
        before=before,
        after=after,
        undated=len(view.reports) - len(days),
        label=f"{plural(len(inside), 'line')} of the timeline and {plural(len(days), 'dated report')} by {unit.name}, "
        f"{view.summary.span}",
    )


def _bounds(days: list[dt.date], rows: list[EntryRow]) -> tuple[dt.date, dt.date] | None:
    """First and last day of the axis: the reports' span, and what lies near it."""
    if not days and not rows:
        return None
    if not days:
        days = [dt.date.fromisoformat(day) for row in rows for day in (row.start, row.end)]
    first, last = min(days), max(days)
    reach = max(LEAST_REACH, (last - first) * REACH)
    near_before, near_after = (first - reach).isoformat(), (last + reach).isoformat()
    starts = [row.start for row in rows if row.start >= near_before]
    ends = [row.end for row in rows if row.end <= near_after]
    return min([first, *map(dt.date.fromisoformat, starts)]), max([last, *map(dt.date.fromisoformat, ends)])


def _scale(first: dt.date, last: dt.date, room: float) -> tuple[_Unit, list[dt.date]]:
    """The finest unit that fits, and the first day of each."""
    starts: list[dt.date] = []
    for unit in _UNITS:
        if (last - first).days / {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}[unit.name] > room:
            continue
        starts = [unit.begin(first)]
        while (after := unit.following(starts[-1])) <= last:
            starts.append(after)
        if len(starts) * LEAST_UNIT <= room:
            return unit, starts
    return unit, starts


def _dots(
    rows: list[EntryRow], unit: _Unit, place: dict[dt.date, float], first: dt.date, last: dt.date
) -> tuple[list[Dot], list[More], float]:
    """Dots with y counted upwards from the axis, what did not fit, and the height that all of it takes."""
    stacks: Counter[dt.date] = Counter()
    dots: list[Dot] = []
    lasting: list[tuple[float, float, EntryRow]] = []
    longest = (last - first).days * LONGEST_LINE
    for row in rows:
        begin = unit.begin(max(first, dt.date.fromisoformat(row.start)))
        end = unit.begin(min(last, dt.date.fromisoformat(row.end)))
        days = (dt.date.fromisoformat(row.end) - dt.date.fromisoformat(row.start)).days
        if begin != end and days > longest:
            continue
        if begin != end:
            lasting.append((place[begin], place[end], row))
            continue
        stacks[begin] += 1
        if stacks[begin] <= HIGHEST_STACK:
            dots.append(Dot(place[begin], stacks[begin] * ROW - 2, row.status, f"#{row.id}", _label(row)))
    more = [
        More(place[start], (HIGHEST_STACK + 1) * ROW - 4, count - HIGHEST_STACK)
        for start, count in sorted(stacks.items())
        if count > HIGHEST_STACK
    ]
    height = min(max(stacks.values(), default=0), HIGHEST_STACK + 1) * ROW
    lanes: list[float] = []
    for x, until, row in sorted(lasting, key=lambda one: (one[0], one[1], one[2].id)):
        lane = next((number for number, taken in enumerate(lanes) if taken < x - 4), len(lanes))
        if lane == MOST_LANES:
            continue
        lanes[lane : lane + 1] = [until]
        dots.append(Dot(x, height + (lane + 1) * ROW, row.status, f"#{row.id}", _label(row), until))
    return dots, more, height + (len(lanes) + 1) * ROW if lanes else height + ROW / 2


def _ticks(
    unit: _Unit, starts: list[dt.date], place: dict[dt.date, float], step: float, right: float
) -> tuple[Tick, ...]:
    """Names of units, thinned out to those that have room; month or year under the first of each."""
    every = max(1, -(-TICK_ROOM // max(1, int(step))))
    ticks: list[Tick] = []
    named, free_from = "", 0.0
    for number, start in enumerate(starts):
        second = unit.second(start)
        at_end = place[start] + LABEL_ROOM > right
        begins = place[start] - LABEL_ROOM if at_end else place[start]
        shown = second if second != named and begins >= free_from else ""
        if shown:
            named, free_from = second, begins + LABEL_ROOM
        if number % every == 0 or shown:
            label = unit.label(start) if number % every == 0 else ""
            ticks.append(Tick(place[start], label, shown, at_end))
    return tuple(ticks)


def _label(row: EntryRow) -> str:
    return f"{row.date.short}, {row.status}: {row.text}"


def _said(unit: _Unit, start: dt.date) -> str:
    day = f"{start.day} {_month_year(start)}"
    return {"day": day, "week": f"week of {day}", "year": str(start.year)}.get(
        unit.name, f"{unit.label(start)} {start.year}"
    )
