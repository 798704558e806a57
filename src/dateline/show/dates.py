"""Dates in words, at their true precision: a month never becomes its first day.

2011-10-28           28 October 2011          2011-W43           week of 24 October 2011
2011-08 (END)        late August 2011         2011-10-24/30      24–30 October 2011
2011-Q3              third quarter of 2011    201                the 2010s
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Literal

import msgspec

from dateline.model.dates import DateSpan, Precision
from dateline.model.report import Publication

Length = Literal["long", "short"]

_ORDINALS = ("first", "second", "third", "fourth")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}
_DAY_PARTS = {
    "TMO": "morning",
    "TMI": "midday",
    "TAF": "afternoon",
    "TEV": "evening",
    "TNI": "night",
    "TDT": "daytime",
}
_VAGUE = {"START": "early ", "MID": "mid-", "END": "late "}
_AROUND = {
    "APPROX": "about ",
    "BEFORE": "before ",
    "AFTER": "after ",
    "ON_OR_BEFORE": "by ",
    "EQUAL_OR_LESS": "by ",
    "ON_OR_AFTER": "from ",
    "EQUAL_OR_MORE": "from ",
}
_MACHINE_READABLE = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?|-W\d\d)?$")
"""What the HTML standard takes as ``<time datetime>``: year, month, day, local or global time, ISO week."""


class DatePart(msgspec.Struct, frozen=True):
    """Words of a date; ``machine`` is their ``datetime`` value, or None where HTML has no word for such a date."""

    text: str
    machine: str | None = None


class DateWords(msgspec.Struct, frozen=True):
    """A date for people. ``parts`` together read as ``text``; ``weekday`` only for a day; ``edtf`` for machines."""

    text: str
    short: str
    parts: tuple[DatePart, ...]
    weekday: str | None
    edtf: str
    precision: Precision


def date_words(date: DateSpan) -> DateWords:
    """The date in words."""
    text = span_text(date)
    weekday = None
    if date.is_day and date.precision in ("day", "time") and date.mod not in _AROUND:
        weekday = calendar.day_name[dt.date.fromisoformat(date.start).weekday()]
    return DateWords(text, span_text(date, "short"), _parts(date, text), weekday, date.edtf, date.precision)


def span_text(date: DateSpan, length: Length = "long") -> str:
    """ "late August 2011", "week of 24 October 2011", "24–28 October 2011"; months cut to three letters if short."""
    if date.precision == "span":
        text = _stretch(date, length)
    else:
        text = _unit(date, length)
        if date.mod in _VAGUE:
            return _vague(text, date)
    return _AROUND.get(date.mod or "", "") + text


def day_text(day: str, length: Length = "long") -> str:
    """ISO day in words: "28 October 2011"."""
    year, month, number = day.split("-")
    return f"{int(number)} {_month(int(month), length)} {year}"


def published_text(published: Publication, length: Length = "long") -> str:
    """When a report was published: a day, "week of ...", "between ... and ...", or "date unknown"."""
    if published.date:
        return day_text(published.date.isoformat(), length)
    first, last = published.earliest, published.latest
    if first and last:
        return stretch_text(first.isoformat(), last.isoformat(), length)
    if first:
        return f"not before {day_text(first.isoformat(), length)}"
    if last:
        return f"not after {day_text(last.isoformat(), length)}"
    return "date unknown"


def stretch_text(start: str, end: str, length: Length = "long") -> str:
    """Two ISO days as a stretch, saying month and year once where they are shared: "24–28 October 2011"."""
    if start == end:
        return day_text(start, length)
    if start[:7] == end[:7]:
        return f"{int(start[8:])}–{day_text(end, length)}"
    if start[:4] == end[:4]:
        return f"{day_text(start, length)[:-5]} – {day_text(end, length)}"
    return f"{day_text(start, length)} – {day_text(end, length)}"


def _month(number: int, length: Length) -> str:
    return calendar.month_name[number] if length == "long" else calendar.month_abbr[number]


def _unit(date: DateSpan, length: Length) -> str:
    """The words for one calendar unit."""
    year, long = int(date.start[:4]), length == "long"
    match date.precision:
        case "day":
            return day_text(date.start, length)
        case "time":
            return day_text(date.start, length) + _clock(date.value)
        case "week":
            return f"week of {day_text(_full_week(date), length)}"
        case "month":
            return f"{_month(int(date.start[5:7]), length)} {year}"
        case "quarter":
            return f"{_ORDINALS[int(date.value[-1]) - 1]} quarter of {year}" if long else f"{date.value[-2:]} {year}"
        case "half":
            return f"{_ORDINALS[int(date.value[-1]) - 1]} half of {year}" if long else f"{date.value[-2:]} {year}"
        case "season":
            return f"{_SEASONS[date.value[-2:]]} {_season_year(date)}"
        case "decade":
            return f"the {year // 10 * 10}s"
        case "century":
            return f"the {_ordinal(int(date.value[:2]) + 1)} century"
        case _:
            return str(year)


def _full_week(date: DateSpan) -> str:
    """Monday of the week, also where a modifier has narrowed the interval."""
    day = dt.date.fromisoformat(date.start)
    return (day - dt.timedelta(day.weekday())).isoformat()


def _season_year(date: DateSpan) -> str:
    year = int(date.value[:4])
    return f"{year}/{(year + 1) % 100:02}" if date.value.endswith("WI") else str(year)


def _clock(value: str) -> str:
    _, _, clock = value.partition("T")
    if "T" + clock in _DAY_PARTS:
        return ", " + _DAY_PARTS["T" + clock]
    found = re.match(r"(\d\d)(?::?(\d\d))?", clock)
    return f", {found[1]}:{found[2] or '00'}" if found else ""


def _stretch(date: DateSpan, length: Length) -> str:
    """The words for a stretch; months and years stay what they are where the interval is written with them."""
    if date.value.endswith("-WE"):
        return f"weekend of {stretch_text(date.start, date.end, length)}"
    first, _, last = date.value.partition("/")
    if len(first) == len(last) == 4:
        return f"{first}–{last}"
    if len(first) == len(last) == 7 and first[5].isdigit() and last[5].isdigit():
        start, end = (f"{_month(int(one[5:7]), length)} {one[:4]}" for one in (first, last))
        return f"{start[:-5] if first[:4] == last[:4] else start} – {end}"
    return stretch_text(date.start, date.end, length)


def _vague(text: str, date: DateSpan) -> str:
    word = _VAGUE[date.mod or ""]
    if date.precision in ("month", "year"):
        return word + text
    bare = text.removeprefix("the ")
    of = "the " if date.precision in ("week", "quarter", "half", "decade", "century") else ""
    return f"{word.strip('- ') if word != 'mid-' else 'middle'} {'in' if word != 'mid-' else 'of'} {of}{bare}"


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _parts(date: DateSpan, text: str) -> tuple[DatePart, ...]:
    """The words cut so that each piece that HTML can date carries its value."""
    if date.mod in _AROUND and date.mod != "APPROX":
        return (DatePart(text),)
    if date.precision == "span":
        first, dash, last = text.partition("–")
        if dash and "/" in date.edtf:
            start, _, end = date.edtf.partition("/")
            return DatePart(first, _machine(start)), DatePart(dash), DatePart(last, _machine(end))
        return (DatePart(text),)
    if date.precision == "week":
        return (DatePart(text, _machine(date.value)),)
    return (DatePart(text, _machine(date.edtf)),)


def _machine(edtf: str) -> str | None:
    plain = edtf.rstrip("~?%")
    return plain if _MACHINE_READABLE.match(plain) else None
