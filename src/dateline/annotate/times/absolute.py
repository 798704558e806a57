"""Operations for days and dates that the text spells out, wholly or but for the year."""

from __future__ import annotations

import datetime as dt

from dateline.annotate.times.arithmetic import easter, nth_weekday, shift
from dateline.annotate.times.making import PLACED
from dateline.annotate.times.meaning import Context, Meaning
from dateline.annotate.times.raw import RawTimex
from dateline.annotate.times.year import century_year, year_of
from dateline.model.dates import date_span

_MONTHS = 12
_LONGEST_MONTH = 31
_JUST_NAMED = 3
"""Expressions and sentences. As far back as a month with its year lends it to a day of the month."""
_FINAL = 5
"""The last such weekday of a month, as ``nth_weekday`` counts."""


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
    if anchor == "dct" and raw.lean < 0 and month is not None and day is not None:
        number, anchor = _month_named(raw, context, int(month)) or (number, anchor)
    value = (f"{number:04}" if number is not None else "XXXX") + rest
    if day is not None and date_span(value if number is not None else "2000" + rest) is None:
        return None
    if "onward" in f and "month" in f and context.places:
        return _onward(raw, context)
    return Meaning(value, anchor=anchor)


def _month_named(raw: RawTimex, context: Context, month: int) -> tuple[int, int] | None:
    """Year and place of the same month named with a past year shortly before: "in February 2003 ... on February 3"."""
    if context.published is None or not raw.fields.keys().isdisjoint(PLACED):
        return None
    for place in context.back(_JUST_NAMED):
        if place.operation == "date" and place.span is not None and place.span.precision == "month":
            first = dt.date.fromisoformat(place.span.start)
            if first.month != month or raw.sentence - place.sentence > _JUST_NAMED:
                return None
            return (first.year, place.start) if first.year < context.published.year else None
    return None


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


def holiday(raw: RawTimex, context: Context) -> Meaning | None:
    """A named day: of fixed date, the nth weekday of a month, or counted from Easter."""
    f = raw.fields
    month = int(f.get("month", 4))
    year, anchor = year_of(raw, context, month)
    if "campaign" in f and anchor == "dct" and context.published and context.published.month >= int(f["campaign"]):
        year = context.published.year  # in the months before an election nobody speaks of the last one so
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


def fixed(raw: RawTimex, context: Context) -> Meaning | None:
    """A value that the rule gives."""
    return Meaning(str(raw.fields["value"]), str(raw.fields["kind"]), "self")  # type: ignore[arg-type]


def before_christ(raw: RawTimex, context: Context) -> Meaning | None:
    """A year before our era."""
    return Meaning(f"BC{int(raw.fields['number']):04}", anchor="self")


def reference(raw: RawTimex, context: Context) -> Meaning | None:
    """Now, recently, soon."""
    return Meaning(str(raw.fields["ref"]))
