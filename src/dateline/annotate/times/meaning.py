"""What the rules' operations mean: fields and context in, TIMEX3 value out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from dateline.annotate.times.arithmetic import MONTHS_OF, shift, unit_of, weekday_near
from dateline.annotate.times.lexicon import Value
from dateline.annotate.times.raw import RawTimex
from dateline.model.annotations import TimexType
from dateline.model.dates import DateSpan

Fields = dict[str, Value]


@dataclass(slots=True)
class Context:
    """What a time expression may lean on: the report's day and the expressions before it."""

    published: dt.date | None
    before: list[tuple[int, DateSpan]] = field(default_factory=list)
    """Dates resolved so far, as (start offset, span)."""


@dataclass(slots=True)
class Meaning:
    """A resolved value."""

    type: TimexType
    value: str
    anchor: str | int = "dct"
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    when: DateSpan | None = None


Operation = Callable[[RawTimex, Context], Meaning | None]


def date(raw: RawTimex, context: Context) -> Meaning | None:
    """Year, month, day, as far as given; a missing year is chosen by the sentence."""
    f = raw.fields
    if "iso" in f:
        return Meaning("DATE", str(f["iso"]), "self")
    year, month, day = (f.get(k) for k in ("year", "month", "day"))
    rest = "".join(f"-{int(p):02}" for p in (month, day) if p is not None)
    if year is not None:
        return Meaning("DATE", f"{int(year):04}{rest}", "self")
    if context.published is None:
        return Meaning("DATE", "XXXX" + rest)
    return Meaning("DATE", f"{_year(int(month or 1), context.published, raw.lean):04}{rest}")


def _year(month: int, published: dt.date, lean: int) -> int:
    if lean < 0 and month > published.month:
        return published.year - 1
    if lean > 0 and month < published.month:
        return published.year + 1
    return published.year


def weekday(raw: RawTimex, context: Context) -> Meaning | None:
    """A day of the week, bare or with last, next, this; with a part of the day."""
    number = int(raw.fields["weekday"])
    part = str(raw.fields.get("part", ""))
    kind: TimexType = "TIME" if part else "DATE"
    if context.published is None:
        return Meaning(kind, f"XXXX-WXX-{number}{part}")
    direction = int(raw.fields.get("dir", 0))
    day = weekday_near(context.published, number, direction or (1 if raw.lean > 0 else 0))
    return Meaning(kind, day.isoformat() + part)


def day_offset(raw: RawTimex, context: Context) -> Meaning | None:
    """Today, yesterday, tomorrow."""
    part = str(raw.fields.get("part", ""))
    kind: TimexType = "TIME" if part else "DATE"
    if context.published is None:
        return Meaning(kind, "XXXX-XX-XX" + part)
    return Meaning(kind, (context.published + dt.timedelta(int(raw.fields["offset"]))).isoformat() + part)


def unit_offset(raw: RawTimex, context: Context) -> Meaning | None:
    """Last, this, next week, month, quarter, year."""
    unit = str(raw.fields["unit"])
    if context.published is None:
        return Meaning("DATE", {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX"))
    if unit not in MONTHS_OF and unit not in ("D", "W", "WE"):
        return None
    return Meaning("DATE", unit_of(shift(context.published, unit, int(raw.fields["dir"])), unit))


def ago(raw: RawTimex, context: Context) -> Meaning | None:
    """N units before the report's day."""
    if raw.fields["number"] == "X":
        return Meaning("DATE", "PAST_REF")
    return unit_offset(raw._replace(fields={**raw.fields, "dir": -int(raw.fields["number"])}), context)


def reference(raw: RawTimex, context: Context) -> Meaning | None:
    """Now, recently, soon."""
    return Meaning("DATE", str(raw.fields["ref"]), "dct")


def duration(raw: RawTimex, context: Context) -> Meaning | None:
    """A length of time."""
    f = raw.fields
    number, unit = f.get("number", "X"), str(f["unit"])
    if unit == "E":
        number, unit = (int(number) * 10 if number != "X" else "XX"), "Y"
    if unit == "C":
        number, unit = (int(number) * 100 if number != "X" else "XXX"), "Y"
    return Meaning("DURATION", ("PT" + f"{number}{unit[1:]}") if unit[0] == "T" else f"P{number}{unit}", "self")


OPERATIONS: dict[str, Operation] = {
    "date": date,
    "weekday": weekday,
    "day": day_offset,
    "unit": unit_offset,
    "ago": ago,
    "ref": reference,
    "duration": duration,
}
