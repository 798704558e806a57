"""A quantity over time as a small drawing. Geometry only."""

from __future__ import annotations

import datetime as dt

import msgspec

from dateline.show.shapes import FigureRow

WIDTH, HEIGHT, MARGIN = 220, 56, 8


class Point(msgspec.Struct, frozen=True):
    """One value; ``top``: y of the upper end where a range is given."""

    x: float
    y: float
    top: float | None
    label: str


class Series(msgspec.Struct, frozen=True):
    """The points in the order of time, and the line through them where each day has one value."""

    width: int
    height: int
    points: tuple[Point, ...]
    path: str
    label: str


def series(row: FigureRow) -> Series | None:
    """The drawing; None for a quantity that is no series."""
    if not row.series:
        return None
    dated = sorted((v for v in row.values if v.day), key=lambda v: (v.day, v.value))
    days = [dt.date.fromisoformat(v.day or "").toordinal() for v in dated]
    tops = [max(v.value, v.high or v.value) for v in dated]
    low, high = min(0.0, *(v.value for v in dated)), max(tops)
    wide = (WIDTH - 2 * MARGIN) / max(1, days[-1] - days[0])
    tall = (HEIGHT - 2 * MARGIN) / ((high - low) or 1)

    def y_of(value: float) -> float:
        return HEIGHT - MARGIN - (value - low) * tall

    points = tuple(
        Point(
            round(MARGIN + (day - days[0]) * wide, 1),
            round(y_of(value.value), 1),
            round(y_of(value.high), 1) if value.high else None,
            f"{value.as_of.short if value.as_of else ''}: {value.text}",
        )
        for day, value in zip(days, dated, strict=True)
    )
    # Values of one day that differ are rival counts, and a line through them would tell of a rise and fall.
    path = "M" + " L".join(f"{point.x} {point.y}" for point in points) if len(set(days)) == len(days) else ""
    return Series(WIDTH, HEIGHT, points, path, f"{row.what}: " + "; ".join(point.label for point in points))
