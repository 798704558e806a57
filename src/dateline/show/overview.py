"""The story's span as a drawing: reports read below the axis, lines of the timeline above it. Geometry only.

The unit (day, week, month, quarter, year) is the finest one that leaves a unit enough room at the drawing's width.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter

import msgspec

from dateline.show.axis import Tick, Unit, said, scale, ticks
from dateline.show.shapes import EntryRow
from dateline.show.view import StoryView
from dateline.show.wording import plural

ROW = 13
HIGHEST_STACK = 9
"""Dots above each other; what is left over is counted."""
MORE_ROOM = 26
"""Room for "+25"; of two that are nearer the second stands higher."""
MOST_LANES = 5
"""Lines above each other for what lasts longer than a unit."""
LONGEST_LINE = 0.5
"""Share of the axis. A line over more ("in 2011") would cross the drawing and tell nothing; it is left to the list."""
BARS = 34
"""Height of the tallest bar of reports."""
LEAST_FULL = 5
"""Reports of one unit that fill a bar; where no unit has so many, the bars stay low."""
BAND = 17
"""Height of the strip that shows the phases."""
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


class Band(msgspec.Struct, frozen=True):
    """A phase: from ``x``, ``width`` wide."""

    x: float
    width: float
    number: int
    href: str
    label: str


class More(msgspec.Struct, frozen=True):
    """How many dots did not fit."""

    x: float
    y: float
    count: int


class Overview(msgspec.Struct, frozen=True):
    """A drawing of ``width`` by ``height``; ``axis``: y of the axis. ``after_from``: x where the reading ends.

    ``most``: the most reports of one unit, ``most_at``, ``most_y``: where that is written.
    """

    width: int
    height: float
    axis: float
    dots: tuple[Dot, ...]
    more: tuple[More, ...]
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    bands: tuple[Band, ...]
    after_from: float | None
    most: int
    most_at: float
    most_y: float
    unit: str
    before: int
    after: int
    undated: int
    label: str


def overview(view: StoryView, width: int) -> Overview | None:
    """The drawing at a width; None where nothing has a day."""
    days = [dt.date.fromisoformat(report.machine_day) for report in view.reports if report.machine_day]
    rows = [row for row in view.entries if row.end < "9999"]
    bounds = _bounds(days, rows)
    if bounds is None:
        return None
    first, last = bounds
    left, right = 6, width - 6
    unit, starts = scale(first, last, right - left)
    step = (right - left) / len(starts)
    place = {start: left + (number + 0.5) * step for number, start in enumerate(starts)}
    inside = [row for row in rows if row.end >= first.isoformat() and row.start <= last.isoformat()]
    dots, more, height = _dots(inside, unit, place, first, last)
    bands = _bands(view, unit, place, step)
    axis = height + 10 + (BAND + 6 if bands else 0)
    counts = Counter(unit.begin(day) for day in days)
    most = max(counts.values(), default=0)
    tallest = max(most, LEAST_FULL)
    bars = tuple(
        Bar(place[start] - min(step * 0.36, 14), min(step * 0.72, 28), BARS * count / tallest,
            f"{plural(count, 'report')}, {said(unit, start)}")
        for start, count in sorted(counts.items())
    )  # fmt: skip
    before = sum(row.end < first.isoformat() for row in rows)
    after = sum(row.start > last.isoformat() for row in rows)
    return Overview(
        width=width,
        height=axis + 33 + BARS * most / tallest + 14,
        axis=axis,
        dots=tuple(msgspec.structs.replace(dot, y=axis - dot.y) for dot in dots),
        more=tuple(msgspec.structs.replace(one, y=axis - one.y) for one in more),
        bars=bars,
        ticks=ticks(unit, starts, place, step, right),
        bands=bands,
        after_from=_after(view.as_of_day, unit, place, step, right),
        most=most,
        most_at=place[min(start for start in counts if counts[start] == most)] if counts else 0,
        most_y=axis + 33 + BARS * most / tallest + 11,
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


def _bands(view: StoryView, unit: Unit, place: dict[dt.date, float], step: float) -> tuple[Band, ...]:
    """The phases as stretches of the axis that meet but do not overlap."""
    days = sorted(place)
    bands: list[Band] = []
    for number, phase in enumerate((one for one in view.phases if one.heading), start=1):
        begin, end = (dt.date.fromisoformat(day) for day in (phase.start, phase.end))
        left = place[max(days[0], min(days[-1], unit.begin(begin)))] - step / 2
        right = place[max(days[0], min(days[-1], unit.begin(end)))] + step / 2
        if bands and left < bands[-1].x + bands[-1].width:  # both have part of one unit, and each gets half of it
            left = bands[-1].x + bands[-1].width - step / 2
            bands[-1] = msgspec.structs.replace(bands[-1], width=max(left - bands[-1].x, 2))
        bands.append(
            Band(left, max(right - left, 2), number, f"#{phase.id}", f"{number}. {phase.heading}, {phase.span}")
        )
    return tuple(bands)


def _after(as_of: str | None, unit: Unit, place: dict[dt.date, float], step: float, right: float) -> float | None:
    """The x from which on nothing had been read, where the axis runs on by more than a unit."""
    x = place.get(unit.begin(dt.date.fromisoformat(as_of))) if as_of else None
    return x + step / 2 if x is not None and right - x > 1.5 * step else None


def _dots(
    rows: list[EntryRow], unit: Unit, place: dict[dt.date, float], first: dt.date, last: dt.date
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
    more: list[More] = []
    for start, count in sorted(stacks.items()):
        if count > HIGHEST_STACK:
            crowded = bool(more) and place[start] - more[-1].x < MORE_ROOM and more[-1].y <= (HIGHEST_STACK + 1) * ROW
            y = (HIGHEST_STACK + 1) * ROW - 4 + (ROW if crowded else 0)
            more.append(More(place[start], y, count - HIGHEST_STACK))
    height = max([min(max(stacks.values(), default=0), HIGHEST_STACK + 1) * ROW, *(one.y + 4 for one in more)])
    lanes: list[float] = []
    for x, until, row in sorted(lasting, key=lambda one: (one[0], one[1], one[2].id)):
        lane = next((number for number, taken in enumerate(lanes) if taken < x - 4), len(lanes))
        if lane == MOST_LANES:
            continue
        lanes[lane : lane + 1] = [until]
        dots.append(Dot(x, height + (lane + 1) * ROW, row.status, f"#{row.id}", _label(row), until))
    return dots, more, height + (len(lanes) + 1) * ROW if lanes else height + ROW / 2


def _label(row: EntryRow) -> str:
    return f"{row.date.short}, {row.status}: {row.text}"
