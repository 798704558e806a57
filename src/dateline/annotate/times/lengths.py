"""Operations for lengths of time and for what comes again."""

from __future__ import annotations

import datetime as dt

from dateline.annotate.times.arithmetic import MONTHS_OF, shift
from dateline.annotate.times.clock import time_of_day
from dateline.annotate.times.lexicon import Value
from dateline.annotate.times.meaning import Context, Meaning
from dateline.annotate.times.raw import RawTimex
from dateline.model.dates import DateSpan, interval

_HALF_OF = {"Y": "6M", "E": "5Y", "C": "50Y", "D": "T12H", "TH": "T30M", "TM": "T30S", "M": "15D"}
"""Unit -> what half of it is, as TIMEX3 writes it."""
_DESCENDING = ("Y", "M", "W", "D", "TH", "TM", "TS")
_OTHER = {"E": (10, "Y"), "C": (100, "Y"), "K": (1000, "Y"), "2W": (2, "W"), "WE": (1, "WE"), "H": (6, "M")}
"""Units that TIMEX3 writes as others. A quarter stays a quarter (``P3Q``) unless it is counted in months."""


def count(fields: dict[str, Value]) -> float | None:
    """How many units: 2.5 for "two and a half", 6 for "half a dozen"; None where the text leaves it open."""
    if "many" in fields:
        return None
    if "couple" in fields:
        return 2
    if "dozen" in fields:
        return 6 if "half" in fields else 12
    number = fields.get("number", "X")
    if number == "X":
        return None
    half = "half" in fields or (fields.get("upper"), fields.get("lower")) == (1, 2)
    return float(number) + 0.5 * half


def length(fields: dict[str, Value]) -> str:
    """The value of a length: ``P3M``, ``PXY``, ``PT1M30S``."""
    number, unit = count(fields), str(fields["unit"])
    if number is None:
        return _plain("X", unit)
    if number % 1 == 0.5 and unit in _HALF_OF:
        return _with_half(int(number), unit)
    return _plain(str(number) if number % 1 else int(number), unit)


def _with_half(whole: int, unit: str) -> str:
    half = _HALF_OF[unit]
    if unit in ("E", "C"):
        times = _OTHER[unit][0]
        return f"P{whole * times + times // 2}Y"
    if not whole:
        return "P" + half
    if unit[0] == "T":
        return f"PT{whole}{unit[1:]}{half[1:]}"
    return f"P{whole}{unit}{half}"


def _plain(number: Value, unit: str) -> str:
    if unit in _OTHER and number != "X":
        times, unit = _OTHER[unit]
        if isinstance(number, int):
            number *= times
    return f"PT{number}{unit[1:]}" if unit[0] == "T" else f"P{number}{unit}"


def duration(raw: RawTimex, context: Context) -> Meaning | None:
    """A length of time, without a place."""
    return Meaning(length(raw.fields), "DURATION", "self")


def duration_two(raw: RawTimex, context: Context) -> Meaning | None:
    """Two hours and 30 minutes: one length of two units, the larger first."""
    f = raw.fields
    first, second = str(f["unit"]), str(f["unit2"])
    if first not in _DESCENDING or second not in _DESCENDING or _DESCENDING.index(first) >= _DESCENDING.index(second):
        return Meaning(length(f), "DURATION", "self")
    parts = [length({"number": f[number], "unit": unit}) for number, unit in (("number", first), ("number2", second))]
    rest = parts[1][1:] if "T" not in parts[0] else parts[1][2:]
    return Meaning(parts[0] + rest, "DURATION", "self")


def duration_range(raw: RawTimex, context: Context) -> Meaning | None:
    """Three to five days: the longer length."""
    return Meaning(length({**raw.fields, "number": raw.fields["high"]}), "DURATION", "self")


def stretch(raw: RawTimex, context: Context) -> Meaning | None:
    """The past three months, the next two weeks: a length that ends or begins with the report's day."""
    f = raw.fields
    value = length(f)
    ahead = "ahead" in f or int(f.get("dir", -1)) > 0
    when = _placed(f, context.published, ahead) if context.published and "high" not in f else None
    return Meaning(value, "DURATION", "dct", when)


def _placed(fields: dict[str, Value], base: dt.date, ahead: bool) -> DateSpan | None:
    amount, unit = count(fields), str(fields["unit"])
    if amount is None or amount % 1 or unit not in ("D", "W", "2W", *MONTHS_OF):
        return None
    number = int(amount)
    if unit == "2W":
        unit, number = "W", number * 2
    if ahead:
        return interval(base + dt.timedelta(1), shift(base, unit, number))
    return interval(shift(base, unit, -number) + dt.timedelta(1), base)


def recent(raw: RawTimex, context: Context) -> Meaning | None:
    """Recent months, coming weeks: a length of open size."""
    return Meaning(length({"unit": raw.fields["unit"]}), "DURATION", "dct")


def set_(raw: RawTimex, context: Context) -> Meaning | None:
    """Every two weeks, twice a year, daily."""
    return Meaning(length(raw.fields), "SET", "self")


def set_weekday(raw: RawTimex, context: Context) -> Meaning | None:
    """Each Thursday, Mondays."""
    f = raw.fields
    return Meaning(f"XXXX-WXX-{int(f.get('weekday', 1))}{time_of_day(f)}", "SET", "self")


def set_part(raw: RawTimex, context: Context) -> Meaning | None:
    """Every morning."""
    return Meaning(f"XXXX-XX-XX{raw.fields['part']}", "SET", "self")


def set_month(raw: RawTimex, context: Context) -> Meaning | None:
    """Each August."""
    return Meaning(f"XXXX-{int(raw.fields['month']):02}", "SET", "self")


def set_season(raw: RawTimex, context: Context) -> Meaning | None:
    """Every summer."""
    return Meaning(f"XXXX-{raw.fields['season']}", "SET", "self")
