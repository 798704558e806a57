"""Operations for dates that the text spells out, wholly or but for the year."""

from __future__ import annotations

import datetime as dt

from dateline.annotate.times.arithmetic import easter, nth_weekday, shift, unit_of
from dateline.annotate.times.lexicon import Value
from dateline.annotate.times.meaning import Context, Meaning
from dateline.annotate.times.raw import RawTimex
from dateline.model.dates import date_span

_HALF_A_YEAR = 6
"""Months. A month without year and without direction is the nearest one, as readers take it."""
_JUST = 1
"""Months. "In November", written in October in the past tense, is hardly eleven months ago (swept 0-4 on TimeBank)."""
_JUST_NAMED = 2
"""Expressions. How far back in its sentence a month looks for a year."""
_LONGEST_SPAN = 60
"""Years. "1914-18" is a span; "1745-99" is hardly one."""
_RECENT = 4
"""Months. As far back as a month may lie in a sentence that looks ahead, but not surely at it."""
_MONTHS = 12
_LONGEST_MONTH = 31
_HALF_A_QUARTER = 45
"""Days."""
_FINAL = 5
"""The last such weekday of a month, as ``nth_weekday`` counts."""
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def date(raw: RawTimex, context: Context) -> Meaning | None:
    """Year, month, day, as far as given; a missing year is chosen by the sentence."""
    f = raw.fields
    if "iso" in f:
        iso = str(f["iso"]).replace("/", "-")
        return Meaning(iso, anchor="self") if date_span(iso) else None
    month, day = f.get("month"), f.get("day")
    if "monthdir" in f:
        if context.published is None:
            return Meaning(f"XXXX-XX-{int(day or 1):02}")
        months = context.published.year * 12 + context.published.month - 1 + int(f["monthdir"])
        return Meaning(f"{months // 12:04}-{months % 12 + 1:02}-{int(day or 1):02}")
    if day is not None and int(day) > _LONGEST_MONTH:
        return _last_day(raw, context)
    rest = "".join(f"-{int(part):02}" for part in (month, day) if part is not None)
    if "refyear" in f:
        year, anchor = context.day(("time", "day", "week", "month", "quarter", "half", "season", "year"))
        return Meaning((f"{year.year + int('following' in f):04}" if year else "XXXX") + rest, anchor=anchor)
    number, anchor = year_of(raw, context, int(month or 1))
    value = (f"{number:04}" if number is not None else "XXXX") + rest
    if day is not None and date_span(value if number is not None else "2000" + rest) is None:
        return None
    if "onward" in f and "month" in f and context.places:
        return _onward(raw, context)
    return Meaning(value, anchor=anchor)


def _last_day(raw: RawTimex, context: Context) -> Meaning | None:
    """The last day of a month."""
    whole = date(raw._replace(fields={name: value for name, value in raw.fields.items() if name != "day"}), context)
    span = date_span(whole.value) if whole is not None else None
    if whole is None or span is None:
        return whole
    return Meaning(span.end, anchor=whole.anchor)


def _onward(raw: RawTimex, context: Context) -> Meaning | None:
    """The first such month or day after the one that a range begins with; leans on it where its year is told."""
    before = context.places[-1]
    if before.span is None:
        return None
    f = raw.fields
    rest = "".join(f"-{int(f[part]):02}" for part in ("month", "day") if part in f)
    year = int(before.span.start[:4])
    year += f"{year:04}{rest}" < before.span.start[: 5 + len(rest) - 1]
    value = f"{year:04}{rest}"
    anchor = before.start if f["onward"] == "told" else "dct"
    return Meaning(value, anchor=anchor) if date_span(value) else None


def months(raw: RawTimex, context: Context) -> Meaning | None:
    """Jan.-March, November-January 1998: from month to month; a year that is told is the last month's."""
    first, last = int(raw.fields["month"]), int(raw.fields["tomonth"])
    year, anchor = year_of(raw, context, last)
    if year is None:
        return Meaning(f"XXXX-{first:02}/XXXX-{last:02}")
    return Meaning(f"{year - (first > last):04}-{first:02}/{year:04}-{last:02}", anchor=anchor)


def slash(raw: RawTimex, context: Context) -> Meaning | None:
    """10/28/2011 or 28/10/2011: the month first unless it cannot be one.

    Or unless that lies ahead of the report, and the other reading nearer behind it.
    """
    first, second, third = (str(raw.fields["slash"]).replace(".", "/").replace("-", "/")).split("/")
    year = int(third) if len(third) == 4 else century_year(int(third), context)
    month, day = (int(first), int(second)) if int(first) <= _MONTHS else (int(second), int(first))
    if "dayfirst" in raw.fields and day <= _MONTHS and int(first) <= _MONTHS:
        month, day = day, month
    value, other = f"{year:04}-{month:02}-{day:02}", f"{year:04}-{day:02}-{month:02}"
    if date_span(value) is None:
        return None
    if context.published is not None and date_span(other) is not None:
        ahead = dt.date.fromisoformat(value) - context.published
        behind = context.published - dt.date.fromisoformat(other)
        if ahead > behind >= dt.timedelta(0):
            value = other
    return Meaning(value, anchor="self")


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
    if _direction(f):
        return _strict(month, published, _direction(f)), "dct"
    if "dir" in f:
        return published.year, "dct"
    if raw.lean < 0:
        told = _told_year(raw, context)
        if told is not None:
            return told
    return _near(month, published, raw.lean), "dct"


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


def _direction(fields: dict[str, Value]) -> int:
    """-1 for "last March" and "this past March", 1 for "next" and "this coming"."""
    return -1 if "behind" in fields else 1 if "ahead" in fields else int(fields.get("dir", 0))


def _told_year(raw: RawTimex, context: Context) -> tuple[int, int] | None:
    """The year that a sentence about the past has just named, with its place: "in 1918 it was mild, but in August"."""
    assert context.published is not None
    for place in context.back(_JUST_NAMED):
        if place.span is not None and place.operation == "date" and place.sentence == raw.sentence:
            year = int(place.span.start[:4])
            return (year, place.start) if year < context.published.year - 1 else None
    return None


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
        direction = _direction(f)
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


def holiday(raw: RawTimex, context: Context) -> Meaning | None:
    """A named day: of fixed date, the nth weekday of a month, or counted from Easter."""
    f = raw.fields
    month = int(f.get("month", 4))
    year, anchor = year_of(raw, context, month)
    if year is None:
        return Meaning(f"XXXX-{month:02}-{int(f['day']):02}" if "day" in f else "XXXX-XX-XX")
    if "easter" in f:
        day = easter(year) + dt.timedelta(int(f["easter"]))
    elif "nth" in f:
        day = nth_weekday(year, month, int(f["weekday"]), int(f["nth"])) + dt.timedelta(int(f.get("plus", 0)))
    else:
        day = dt.date(year, month, int(f["day"]))
    return Meaning(day.isoformat(), anchor=anchor)


def nth_weekday_of_month(raw: RawTimex, context: Context) -> Meaning | None:
    """The first Monday in May, the last Friday of the month."""
    f = raw.fields
    number, weekday = _FINAL if "final" in f else int(f["nth"]), int(f["weekday"])
    if "monthdir" in f:
        if context.published is None:
            return Meaning("XXXX-XX-XX")
        month = shift(context.published, "M", int(f["monthdir"]))
        return Meaning(nth_weekday(month.year, month.month, weekday, number).isoformat())
    year, anchor = year_of(raw, context, int(f["month"]))
    if year is None:
        return Meaning(f"XXXX-{int(f['month']):02}-XX")
    return Meaning(nth_weekday(year, int(f["month"]), weekday, number).isoformat(), anchor=anchor)


def quarter_ended(raw: RawTimex, context: Context) -> Meaning | None:
    """The quarter ended July 31: the calendar's quarter in which most of it lies."""
    ended = date(raw, context)
    last = date_span(ended.value) if ended is not None else None
    if ended is None or last is None:
        return Meaning("XXXX-QX")
    middle = dt.date.fromisoformat(last.end) - dt.timedelta(_HALF_A_QUARTER)
    return Meaning(unit_of(middle, "Q"), anchor=ended.anchor)


def fixed(raw: RawTimex, context: Context) -> Meaning | None:
    """A value that the rule gives."""
    return Meaning(str(raw.fields["value"]), str(raw.fields["kind"]), "self")  # type: ignore[arg-type]


def before_christ(raw: RawTimex, context: Context) -> Meaning | None:
    """A year before our era."""
    return Meaning(f"BC{int(raw.fields['number']):04}", anchor="self")


def reference(raw: RawTimex, context: Context) -> Meaning | None:
    """Now, recently, soon."""
    return Meaning(str(raw.fields["ref"]))


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
