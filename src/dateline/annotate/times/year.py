"""The year of what the text names without one: by its own words, by the sentence, or by the report's day."""

from __future__ import annotations

import datetime as dt

from dateline.annotate.times.lexicon import Value
from dateline.annotate.times.meaning import Context
from dateline.annotate.times.raw import RawTimex
from dateline.annotate.times.signs import ATTRIBUTE, HERALDS

_HALF_A_YEAR = 6
"""Months. A month without year and without direction is the nearest one, as readers take it."""
_JUST = 1
"""Months. "In November", written in October in the past tense, is hardly eleven months ago (swept 0-4 on TimeBank)."""
_RECENT = 4
"""Months. As far back as a month may lie in a sentence that looks ahead, but not surely at it."""


def year_of(raw: RawTimex, context: Context, month: int) -> tuple[int | None, str | int]:
    """The year that the text gives, or that the sentence asks for, with its anchor; None where the day is unknown."""
    f = raw.fields
    if "year" in f:
        return int(f["year"]), "self"
    if "year2" in f:
        return century_year(int(str(f["year2"])[1:]), context), "self"
    published = context.published
    if published is None:
        return None, "dct"
    if "yeardir" in f:
        return published.year + int(f["yeardir"]), "dct"
    if direction_of(f):
        return _strict(month, published, direction_of(f)), "dct"
    if "dir" in f:
        return published.year, "dct"
    return _near(month, published, 0 if raw.cue in (*HERALDS, ATTRIBUTE) else raw.lean), "dct"


def century_year(two: int, context: Context) -> int:
    """A year of two figures: the latest such year that is not more than ten years ahead of the report."""
    now = context.published.year if context.published else 2030
    year = now // 100 * 100 + two
    return year - 100 if year > now + 10 else year


def _strict(month: int, published: dt.date, direction: int) -> int:
    """The year of "last March", "this March", "next March"."""
    if direction < 0 and month >= published.month:
        return published.year - 1
    if direction > 0 and month <= published.month:
        return published.year + 1
    return published.year


def direction_of(fields: dict[str, Value]) -> int:
    """-1 for "last March" and "this past March", 1 for "next" and "this coming"."""
    return -1 if "behind" in fields else 1 if "ahead" in fields else int(fields.get("dir", 0))


def _near(month: int, published: dt.date, lean: int) -> int:
    """The year of a bare month: behind or ahead as the sentence leans, else the nearest.

    The month just ahead is not put a year back, nor the month just over a year ahead: the text would say so.
    """
    distance = month - published.month
    if lean < 0:
        return published.year - (distance > _JUST)
    if lean > 0:
        return published.year + (distance < (-_JUST if lean > 1 else -_RECENT))
    return published.year + (distance < -_HALF_A_YEAR) - (distance > _HALF_A_YEAR - 1)
