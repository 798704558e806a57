"""Calendar arithmetic in TIMEX3 values.

Grains: ``D`` day, ``W`` ISO week, ``WE`` weekend, ``M`` month, ``Q`` quarter, ``H`` half year, ``Y`` year,
``E`` decade, ``C`` century.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from dateline.model.dates import DateSpan, date_span, interval

ONE_DAY = dt.timedelta(1)
MONTHS_OF = {"M": 1, "Q": 3, "H": 6, "Y": 12, "E": 120, "C": 1200, "K": 12000}
"""Grain -> its length in months, for grains of whole months."""
DAYS_OF = {"D": 1, "W": 7, "2W": 14, "WE": 7}


def unit_of(day: dt.date, grain: str) -> str:
    """The value of the day, week, month ... in which ``day`` lies."""
    if grain == "D":
        return day.isoformat()
    if grain in ("W", "2W", "WE"):
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if grain == "WE" else "")
    if grain == "M":
        return f"{day.year:04}-{day.month:02}"
    if grain == "Q":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if grain == "H":
        return f"{day.year:04}-H{(day.month + 5) // 6}"
    if grain == "Y":
        return f"{day.year:04}"
    if grain == "E":
        return f"{day.year // 10:03}"
    return f"{day.year // 100:02}"


def shift(day: dt.date, grain: str, number: int) -> dt.date:
    """``day`` moved by so many units; the day of the month is cut to the month's length. Raises OverflowError."""
    if grain in DAYS_OF:
        return day + dt.timedelta(DAYS_OF[grain] * number)
    month = day.year * 12 + day.month - 1 + MONTHS_OF[grain] * number
    year, month = divmod(month, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"no year {year}")
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def weekday_near(day: dt.date, weekday: int, direction: int) -> dt.date:
    """The day of that name (1 Monday ... 7): the latest not after ``day`` (0), strictly before (-1) or after (1)."""
    back = (day.isoweekday() - weekday) % 7
    if direction > 0:
        return day + dt.timedelta(7 - back)
    if direction < 0 and back == 0:
        back = 7
    return day - dt.timedelta(back)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> dt.date:
    """The nth such weekday (1 Monday ... 7) of a month; the fifth is the last one, be it the fourth."""
    first = dt.date(year, month, 1)
    day = first + dt.timedelta((weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    return day if day.month == month else day - dt.timedelta(7)


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return dt.date(year, f // 31, f % 31 + 1)


def week_of(value: str) -> str:
    """The week in which the day ``value`` lies; the open week where the day is open."""
    try:
        return unit_of(dt.date.fromisoformat(value), "W")
    except ValueError:
        return "XXXX-WXX"


def day_beside(value: str, days: int) -> str:
    """The day so many days after the day ``value``; the open day where the day is open."""
    try:
        return (dt.date.fromisoformat(value) + dt.timedelta(days)).isoformat()
    except ValueError:
        return "XXXX-XX-XX"


_LENGTH = re.compile(r"P(\d{1,5})([DWMQY])")


def distance_from(day: dt.date, length: str, side: int) -> DateSpan | None:
    """Where a length (``P7M``) ends that is counted from ``day``, forward (1) or back (-1), at its own grain."""
    found = _LENGTH.fullmatch(length)
    if not found:
        return None
    try:
        return date_span(unit_of(shift(day, found[2], side * int(found[1])), found[2]))
    except OverflowError:
        return None


def length_up_to(day: dt.date, length: str) -> DateSpan | None:
    """The days of a length (``P3M``) whose last day is ``day``."""
    found = _LENGTH.fullmatch(length)
    if not found:
        return None
    try:
        first = shift(day + ONE_DAY, found[2], -int(found[1]))
    except OverflowError:
        return None
    return interval(first, day)


_SUMMER_SINCE = ((2007, (3, 2), (11, 1)), (1987, (4, 1), (10, 5)), (1967, (4, 5), (10, 5)))
"""First year, and which Sunday of which month begins and ends summer time in the United States (5 is the last)."""


def american_summer(day: str) -> bool:
    """Whether clocks in the United States are put forward on a day (ISO); not where the day is open."""
    try:
        date = dt.date.fromisoformat(day)
    except ValueError:
        return False
    for since, (month, number), (last_month, last_number) in _SUMMER_SINCE:
        if date.year >= since:
            begin = nth_weekday(date.year, month, 7, number)
            return begin <= date < nth_weekday(date.year, last_month, 7, last_number)
    return False
