"""Dates that keep their precision.

A :class:`DateSpan` is what a time expression means on the calendar: the TIMEX3 value as the standard writes it
(``2011-10-28``, ``2011-10``, ``2011-W43``, ``2011-Q3``, ``2011-H1``, ``2011-SU``, ``201``, ``20``, ``2011-10-25TNI``,
or an interval ``A/B``), the first and last day that it covers, and its EDTF form (ISO 8601-2:2019, level 1) for the
border. A month never becomes its first day. What has no calendar place (a duration, ``PAST_REF``, ``XXXX-WXX-5``)
is no date span: :func:`date_span` answers ``None``.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import Literal

import msgspec

Precision = Literal["time", "day", "week", "month", "quarter", "half", "season", "year", "decade", "century", "span"]

SEASONS = {"SP": (3, 5, 21), "SU": (6, 8, 22), "FA": (9, 11, 23), "AU": (9, 11, 23), "WI": (12, 2, 24)}
"""TIMEX3 season -> first month, last month (northern, meteorological; winter runs into the next year), EDTF code."""

_VALUE = re.compile(
    r"""(?P<year>\d{4})
        (?: -W(?P<week>\d\d) (?: -(?P<weekday>[1-7]) | (?P<weekend>-WE) )?
          | -Q(?P<quarter>[1-4])
          | -H(?P<half>[12])
          | -(?P<season>SP|SU|FA|AU|WI)
          | -(?P<month>\d\d) (?: -(?P<day>\d\d) )?
        )?
        (?P<time>T[\w:.+-]+)?$
      | (?P<decade>\d{3})X?$ | (?P<century>\d\d)(?:XX)?$""",
    re.VERBOSE,
)


class DateSpan(msgspec.Struct, frozen=True, gc=False):
    """A calendar place with its precision.

    ``value``: TIMEX3 value, or an interval of two. ``start``, ``end``: first and last day, ISO, both included; so they
    compare as strings. ``mod``: TIMEX3 modifier (``START MID END APPROX BEFORE AFTER ...``). Two spans are equal where
    all of that is; compare ``(start, end)`` to ask whether they cover the same days.
    """

    value: str
    start: str
    end: str
    precision: Precision
    mod: str | None = None
    edtf: str = ""

    @property
    def days(self) -> int:
        """How many days it covers; 1 for a day."""
        return (dt.date.fromisoformat(self.end) - dt.date.fromisoformat(self.start)).days + 1

    @property
    def is_day(self) -> bool:
        return self.start == self.end

    def overlaps(self, other: DateSpan) -> bool:
        return self.start <= other.end and other.start <= self.end


def shift(iso: str, days: int) -> str:
    """The day so many days later, ISO."""
    return (dt.date.fromisoformat(iso) + dt.timedelta(days)).isoformat()


@lru_cache(maxsize=65536)
def date_span(value: str, mod: str | None = None) -> DateSpan | None:
    """What a TIMEX3 ``value`` (or ``A/B`` of two) covers on the calendar; None where it has no calendar place.

    START, MID and END narrow the interval to that third of the unit and leave value, precision and EDTF as they are,
    since EDTF level 1 has no word for "late August" but the month it is in.
    """
    if "/" in value:
        first, last = (date_span(part) for part in value.split("/", 1))
        if first is None or last is None or first.start > last.end:
            return None
        return DateSpan(value, first.start, last.end, "span", mod, f"{first.edtf}/{last.edtf}")
    found = _VALUE.match(value)
    if not found:
        return None
    try:
        start, end, precision, edtf = _bounds(found)
    except ValueError:
        return None
    if mod in ("START", "MID", "END") and end > start:
        start, end = _third(start, end, mod)
    elif mod == "APPROX" and "/" not in edtf and "T" not in edtf:
        edtf += "~"
    return DateSpan(value, start.isoformat(), end.isoformat(), precision, mod, edtf)


def day_span(day: dt.date) -> DateSpan:
    """The span of one calendar day."""
    iso = day.isoformat()
    return DateSpan(iso, iso, iso, "day", None, iso)


def interval(start: dt.date, end: dt.date) -> DateSpan:
    """The span from one day to another, both included; a single day where they are equal."""
    if start == end:
        return day_span(start)
    a, b = start.isoformat(), end.isoformat()
    return DateSpan(f"{a}/{b}", a, b, "span", None, f"{a}/{b}")


def _bounds(found: re.Match[str]) -> tuple[dt.date, dt.date, Precision, str]:
    part = found.groupdict()
    if part["decade"]:
        first = int(part["decade"]) * 10
        return dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "decade", part["decade"] + "X"
    if part["century"]:
        first = int(part["century"]) * 100
        return dt.date(max(first, 1), 1, 1), dt.date(first + 99, 12, 31), "century", part["century"] + "XX"
    year = int(part["year"])
    precision: Precision
    if part["week"]:
        monday = dt.date.fromisocalendar(year, int(part["week"]), 1)
        start, end, precision = monday, monday + dt.timedelta(6), "week"
        if part["weekday"]:
            start = end = monday + dt.timedelta(int(part["weekday"]) - 1)
            precision = "day"
        elif part["weekend"]:
            start, precision = monday + dt.timedelta(5), "span"
    elif part["quarter"] or part["half"]:
        size, precision = (3, "quarter") if part["quarter"] else (6, "half")
        first = (int(part["quarter"] or part["half"]) - 1) * size + 1
        start, end = dt.date(year, first, 1), _month_end(year, first + size - 1)
        return start, end, precision, f"{year:04}-{first:02}/{year:04}-{first + size - 1:02}"
    elif part["season"]:
        first, last, code = SEASONS[part["season"]]
        start, end = dt.date(year, first, 1), _month_end(year + (last < first), last)
        return start, end, "season", f"{year:04}-{code}"
    elif part["day"]:
        start = end = dt.date(year, int(part["month"]), int(part["day"]))
        precision = "day"
    elif part["month"]:
        start, end, precision = dt.date(year, int(part["month"]), 1), _month_end(year, int(part["month"])), "month"
        return start, end, precision, f"{year:04}-{int(part['month']):02}"
    else:
        return dt.date(year, 1, 1), dt.date(year, 12, 31), "year", f"{year:04}"
    if start != end:
        return start, end, precision, f"{start.isoformat()}/{end.isoformat()}"
    edtf = start.isoformat()
    if part["time"]:
        precision = "time"
        clock = re.fullmatch(r"T(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?", part["time"])
        if clock:  # EDTF level 0 wants seconds; a part of the day ("TNI") stays with its day
            edtf += f"T{clock[1]}:{clock[2]}:{clock[3] or '00'}{clock[4] or ''}"
    return start, end, precision, edtf


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _third(start: dt.date, end: dt.date, mod: str) -> tuple[dt.date, dt.date]:
    """The first, middle or last third of a stretch of days; of a month the 1st-10th, 11th-20th, 21st-end."""
    third = ((end - start).days + 1) // 3
    if mod == "START":
        return start, start + dt.timedelta(max(third, 1) - 1)
    if mod == "END":
        if start.day == 1 and end == _month_end(start.year, start.month):
            return start + dt.timedelta(20), end
        return end - dt.timedelta(max(third, 1) - 1), end
    return start + dt.timedelta(third), min(end, start + dt.timedelta(2 * third - 1) if third else end)
