"""Dates that a report states about itself: date lines, page stamps, labels ("Published: ...").

Only what stands as a line of its own, behind a label, or with a clock time in a report's head counts. A date inside a
sentence or a caption is the story's and says nothing about the day of publication.
"""

from __future__ import annotations

import datetime as dt
import re

import msgspec

_MONTHS = "january february march april may june july august september october november december".split()

MONTH = r"(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-zA-Z]{0,6}\b\.?"
"""A month's name or short form, loosely; :func:`month_number` says whether it is one."""
WEEKDAY = r"(?i:mon|tue|wed|thu|fri|sat|sun)[a-zA-Z]{0,6}\b\.?,?\s"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_DATE = rf"""(?: (?P<y1>{_YEAR})-(?P<m1>\d\d)-(?P<d1>\d\d)(?!\d) (?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?
      | (?P<y4>{_YEAR})/(?P<m4>\d\d)/(?P<d4>\d\d)(?!\d)
      | (?P<y6>{_YEAR})\s(?P<m6>\d\d?)\s(?P<d6>\d\d?)(?=\s\d\d:\d\d)
      | (?P<n1>\d\d?)[/.](?P<n2>\d\d?)[/.](?P<y5>{_YEAR})
      | (?:{WEEKDAY})? (?:(?P<m2>{MONTH})\s(?P<d2>{_DAY}),?\s(?P<y2>{_YEAR})
                        | (?P<d3>{_DAY})\s(?P<m3>{MONTH}),?\s(?P<y3>{_YEAR})) )"""
_ZONE = (
    r"(?:\s?\(?(?:GMT|UTC|BST|CES?T|[ECMP][SD]?T|MSK|SGT|HKT|JST|IST|AES?T|(?:UK|local)(?:\stime)?)\b"
    r"(?:[+-]\s?\d\d?:?\s?(?:\d\d)?)?\)?)"
)
_CLOCK = (
    r"(?:(?:at\s)?\d\d?[:.h]\s?\d\d(?::\s?\d\d)?(?:\s?(?i:[ap]\.?\s?m)\b\.?)?"
    rf"{_ZONE}?(?:\s/\s\d\d?:\d\d{_ZONE})?)"
)
_LABEL = (
    r"(?:(?i:date\s*published|publication\s+date|publish(?:ed)?|posted|(?:page\s+)?(?:last\s+)?(?:updated|modified)|issued"
    r"|released|aired|first\s+published|created|filed|dated?)\b(?i:\s+(?:on|at))?\s*+:?\s*+)"
)
_AFTER = rf"(?P<clock>\s*+[,;|@–—-]?\s*+(?:{_CLOCK}|Page\s[A-Z]?\d+))"
_BEFORE = rf"(?P<before>{_CLOCK})[,\s|-]*"

HEAD_DATE = re.compile(rf"(?P<label>{_LABEL})?(?:{_BEFORE})?(?P<date>{_DATE}){_AFTER}?", re.VERBOSE)
"""A date with what may stand around it: "Published: ", "14:07", "Sat Apr 25, 2009", "12:51 am BST"."""

MONTH_DAY = re.compile(rf"(?:(?P<m>{MONTH})\s(?P<d>{_DAY})|(?P<d_>{_DAY})\s(?P<m_>{MONTH}))(?:,?\s(?P<y>{_YEAR}))?")
MONTH_DAY_LINE = re.compile(rf"(?:{WEEKDAY})?(?P<date>{MONTH_DAY.pattern}){_AFTER}?$")
HINT = re.compile(_YEAR)
"""A stretch without this holds no full date: the cheap question first."""


class StatedDate(msgspec.Struct, frozen=True):
    """A date that a report states about itself.

    ``day``: the day, or None where only month and day are stated (``month_day``, "10-26"). ``start``, ``end``: its
    place. ``rule``: how it was recognised. ``confidence``: that it is the day of publication, 0..1; the figures were
    set by reading some hundred heads, not measured. ``updated``: the page says that it is the day of the last change.
    """

    start: int
    end: int
    day: dt.date | None
    rule: str
    confidence: float
    month_day: str | None = None
    updated: bool = False


def day_of(found: re.Match[str]) -> dt.date | None:
    """The calendar day of a match of this module's patterns; None where it is none, or could be two (03/04/2011)."""
    part = found.groupdict()
    try:
        for number in "146":
            if part[f"y{number}"]:
                return dt.date(int(part[f"y{number}"]), int(part[f"m{number}"]), int(part[f"d{number}"]))
        for number in "23":
            if part[f"y{number}"]:
                return dt.date(
                    int(part[f"y{number}"]), month_number(part[f"m{number}"]), day_number(part[f"d{number}"])
                )
        first, second = int(part["n1"]), int(part["n2"])
        if first <= 12 and second <= 12 and first != second:
            return None
        return dt.date(int(part["y5"]), min(first, second), max(first, second))
    except ValueError:
        return None


def month_number(name: str) -> int:
    """1..12 for a month's English name or short form. Raises ValueError for another word ("Marine")."""
    bare = name.rstrip(".").lower()
    if bare != "sept" and not any(month == bare or bare == month[:3] for month in _MONTHS):
        raise ValueError(f"not a month: {name!r}")
    return next(number for number, month in enumerate(_MONTHS, 1) if month.startswith(bare[:3]))


def day_number(words: str) -> int:
    """The number in "26", "26th", "1st"."""
    return int(words.rstrip("stndrh"))
