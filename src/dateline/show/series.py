"""A quantity over time as a small drawing. Geometry only."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import msgspec

from dateline.show.shapes import FigureRow, FigureValueRow
from dateline.show.wording import number_text

WIDTH, HEIGHT = 360, 128
TOP, SIDE, BOTTOM = 22, 20, 20
"""Room for the names of values above, for half a name at either side, and for days below."""
NAME_ROOM = 6.4
"""Width of one character of a name at 11 px; names that would touch the one before are left to the list."""
DAY_ROOM = 70
MOST_TURNS = 2
"""A toll is corrected once and rises on; what turns more often is no one thing."""


class Point(msgspec.Struct, frozen=True):
    """One value; ``top``: y of the upper end where a range is given; ``name``: "" where there is no room for it."""

    x: float
    y: float
    top: float | None
    label: str
    name: str
    name_y: float
    anchor: str


class SeriesTick(msgspec.Struct, frozen=True):
    """A day named below the base."""

    x: float
    label: str
    anchor: str


class Series(msgspec.Struct, frozen=True):
    """The points in the order of time, and the line through them where each day has one value; ``base``: y of zero."""

    width: int
    height: int
    base: float
    points: tuple[Point, ...]
    path: str
    ticks: tuple[SeriesTick, ...]
    label: str


def series(row: FigureRow) -> Series | None:
    """The drawing; None for a quantity that is no series."""
    if not row.series:
        return None
    dated = sorted((v for v in row.values if v.day), key=lambda v: (v.day, v.value))
    days = [dt.date.fromisoformat(v.day or "").toordinal() for v in dated]
    tops = [max(v.value, v.high or v.value) for v in dated]
    low, high = min(0.0, *(v.value for v in dated)), max(tops)
    wide = (WIDTH - 2 * SIDE) / max(1, days[-1] - days[0])
    tall = (HEIGHT - TOP - BOTTOM) / ((high - low) or 1)

    def y_of(value: float) -> float:
        return round(HEIGHT - BOTTOM - (value - low) * tall, 1)

    points: list[Point] = []
    free_from = 0.0
    for day, value in zip(days, dated, strict=True):
        x, y, name = round(SIDE + (day - days[0]) * wide, 1), y_of(value.value), number_text(value.value)
        top = y_of(value.high) if value.high else None
        half = len(name) * NAME_ROOM / 2
        x_of_name = min(max(x, half), WIDTH - half)
        fits = x_of_name - half >= free_from
        free_from = x_of_name + half + 4 if fits else free_from
        anchor = "start" if x_of_name > x else "end" if x_of_name < x else "middle"
        points.append(Point(x, y, top, _label(value), name if fits else "", min(y, top or y) - 7, anchor))
    # Values of one day that differ are rival counts, and sums that go up and down are of several things: a line
    # through either would tell of a movement that nobody reports.
    joined = len(set(days)) == len(days) and _turns([v.value for v in dated]) <= MOST_TURNS
    path = "M" + " L".join(f"{point.x} {point.y}" for point in points) if joined else ""
    label = f"{row.what}: " + "; ".join(point.label for point in points)
    return Series(WIDTH, HEIGHT, y_of(low), tuple(points), path, _ticks(dated, points), label)


def _turns(values: list[float]) -> int:
    """How often the values turn from rising to falling or back."""
    ways = [after > before for before, after in pairwise(values) if after != before]
    return sum(one is not other for one, other in pairwise(ways))


def _label(value: FigureValueRow) -> str:
    return f"{value.as_of.short if value.as_of else ''}: {value.text}"


def _ticks(dated: list[FigureValueRow], points: list[Point]) -> tuple[SeriesTick, ...]:
    """The first and the last day."""
    first, last = dated[0].as_of, dated[-1].as_of
    assert first and last
    if points[-1].x - points[0].x < 2 * DAY_ROOM:
        return (SeriesTick(0, f"{first.short} – {last.short}", "start"),)
    return SeriesTick(0, first.short, "start"), SeriesTick(WIDTH, last.short, "end")
