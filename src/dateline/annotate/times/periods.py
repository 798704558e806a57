"""Operations for parts of the calendar longer than a month: quarters, halves, seasons, decades, centuries, spans."""

from __future__ import annotations

import datetime as dt

from dateline.annotate.times.absolute import date
from dateline.annotate.times.arithmetic import unit_of
from dateline.annotate.times.meaning import Context, Meaning
from dateline.annotate.times.raw import RawTimex
from dateline.annotate.times.year import direction_of, year_of
from dateline.model.dates import date_span

_HALF_A_QUARTER = 45
"""Days."""
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_LONGEST_SPAN = 60
"""Years. "1914-18" is a span; "1745-99" is hardly one."""


def months(raw: RawTimex, context: Context) -> Meaning | None:
    """Jan.-March, November-January 1998: from month to month; a year that is told is the last month's."""
    first, last = int(raw.fields["month"]), int(raw.fields["tomonth"])
    year, anchor = year_of(raw, context, last)
    if year is None:
        return Meaning(f"XXXX-{first:02}/XXXX-{last:02}")
    return Meaning(f"{year - (first > last):04}-{first:02}/{year:04}-{last:02}", anchor=anchor)


def quarter(raw: RawTimex, context: Context) -> Meaning | None:
    """A numbered quarter of a year; without one, of the report's year, or the last of the year that is just over."""
    number = int(raw.fields["quarter"])
    f = raw.fields
    if not 1 <= number <= 4:
        return None
    if context.published is not None and not ("year" in f or "yeardir" in f or "year2" in f):
        now = (context.published.month + 2) // 3
        year = context.published.year
        if number - now >= 2 and raw.lean <= 0:
            year -= 1
        elif number - now <= -2 and raw.lean > 0:
            year += 1
        return Meaning(f"{year:04}-Q{number}")
    found, anchor = year_of(raw, context, number * 3)
    return Meaning((f"{found:04}" if found else "XXXX") + f"-Q{number}", anchor=anchor)


def half(raw: RawTimex, context: Context) -> Meaning | None:
    """The first or second half of a year."""
    number = int(raw.fields["half"])
    if not 1 <= number <= 2:
        return None
    year, anchor = year_of(raw, context, number * 6)
    return Meaning((f"{year:04}" if year else "XXXX") + f"-H{number}", anchor=anchor)


def season(raw: RawTimex, context: Context) -> Meaning | None:
    """A season; "last winter" is the latest that is over."""
    name = str(raw.fields["season"])
    month = _SEASON_MONTH[name]
    f = raw.fields
    published = context.published
    year: int | None
    anchor: str | int
    if "years" in f:
        year, anchor = int(str(f["years"])[:4]), "self"
    elif published is None or "year" in f or "yeardir" in f or "year2" in f:
        year, anchor = year_of(raw, context, month)
    else:
        anchor = "dct"
        direction = direction_of(f)
        year = published.year
        began = published.month >= month  # this year's has begun
        over = published.month >= month + 3
        if direction < 0:
            year -= not over
        elif direction > 0:
            year += began
        elif (name == "WI" and published.month <= 2) or ("dir" not in f and raw.lean < 0 and not began):
            year -= 1
        elif "dir" not in f and raw.lean > 0 and over:
            year += 1
    return Meaning((f"{year:04}" if year else "XXXX") + f"-{name}", anchor=anchor)


def decade(raw: RawTimex, context: Context) -> Meaning | None:
    """The 1980s, the '80s, the eighties."""
    f = raw.fields
    if "tensdecade" in f:
        ten = int(f["tensdecade"])
    else:
        figures = "".join(filter(str.isdigit, str(f["decade"] if "decade" in f else f["shortdecade"])))
        if len(figures) == 4:
            return Meaning(figures[:3], anchor="self")
        ten = int(figures[0])
    now = context.published.year if context.published else 2030
    century = now // 100
    return Meaning(f"{century - (ten > now % 100 // 10):02}{ten}", anchor="self")


def century(raw: RawTimex, context: Context) -> Meaning | None:
    """The 20th century: 19, as TIMEX3 has it."""
    number = int(raw.fields["century"])
    return Meaning(f"{number - 1:02}", anchor="self") if 1 <= number <= 30 else None


def years(raw: RawTimex, context: Context) -> Meaning | None:
    """1914-1918, 2010-11: from year to year."""
    f = raw.fields
    if "to" in f:
        first, last = int(f["year"]), int(f["to"])
    else:
        first = int(str(f["years"])[:4])
        last = first // 100 * 100 + int(str(f["years"])[5:])
        last += 100 if last < first else 0
    if not first < last <= first + _LONGEST_SPAN:
        return None
    return Meaning(f"{first:04}/{last:04}", anchor="self")


def quarter_ended(raw: RawTimex, context: Context) -> Meaning | None:
    """The quarter ended July 31: the calendar's quarter in which most of it lies."""
    ended = date(raw, context)
    last = date_span(ended.value) if ended is not None else None
    if ended is None or last is None:
        return Meaning("XXXX-QX")
    middle = dt.date.fromisoformat(last.end) - dt.timedelta(_HALF_A_QUARTER)
    return Meaning(unit_of(middle, "Q"), anchor=ended.anchor)
