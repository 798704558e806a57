"""Dates at the head or foot of a report that say when it went out: page stamps and datelines.

The reader of news layout takes what stands plainly at the head. Here come the cases that need a second look: a stamp
behind a glued headline or caption, a dateline without a year, a dateline of the day before (morning papers), the
stamp of the earliest comment below a report.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from dateline.model.report import Report
from dateline.text.patterns import late

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_CLOCK = r"\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\b)?(?:\s?(?:[A-Z]{2,4}|UK time)\b)?|\d{1,2}\s?[ap]\.?m\b"
_FULL = late(
    rf"(?:(?P<m1>{_MONTH})\s(?P<d1>\d\d?)(?:st|nd|rd|th)?,?\s(?P<y1>(?:19|20)\d\d)"
    rf"|(?P<d2>\b\d\d?)(?:st|nd|rd|th)?\s(?P<m2>{_MONTH}),?\s(?P<y2>(?:19|20)\d\d)"
    r"|\b(?P<y3>(?:19|20)\d\d)(?P<sep>[-/ ])(?P<m3>[01]?\d)(?P=sep)(?P<d3>[0-3]?\d))(?!\d)",
    re.IGNORECASE,
)
_CLOCK_AFTER = late(rf"[\s,;|@–—-]*(?:(?:at|updated|last updated at)\s)?(?:{_CLOCK})", re.IGNORECASE)
_CLOCK_BEFORE = late(rf"(?:{_CLOCK})(?:\s?/\s?[\w:.]+)?[\s,;|-]*(?:on\s)?(?:[A-Z][a-z]+,?\s)?$", re.IGNORECASE)
_LABEL = late(r"\b(?:updated?|posted|published|aired|filed|modified|issued|released)\b[^.\n]{0,25}$", re.IGNORECASE)
_DATELINE = late(
    rf"(?P<place>[A-Z][A-Z'’.-]{{2,}}(?:[ /][A-Z][A-Z'’.-]+){{0,3}}(?:,\s[A-Z][\w.]+(?:\s[A-Z]\w+)?)?),?\s"
    rf"(?P<date>(?P<m>{_MONTH})\s(?P<d>\d\d?)|(?P<d_>\d\d?)\s(?P<m_>{_MONTH}))\s?"
    rf"(?:(?P<agency>\([A-Z][^()\n]{{1,30}}\))\s?(?:-{{1,2}}|–|—)|(?P<dash>-{{1,2}}|–|—))\s",
)
_MONTH_DAY = late(rf"(?P<m>{_MONTH})\s(?P<d>\d\d?)|(?P<d_>\d\d?)(?:st|nd|rd|th)?\s(?P<m_>{_MONTH})", re.IGNORECASE)
_EDITION = late(r"\s*[A-Z][^\n.!?]{3,60}?\s[-–|]\s(?P<date>(?P<a>\d\d?)/(?P<b>\d\d?)/(?P<y>(?:20)?\d\d))\b(?!/)")
"""The title of an edition that is called by its day: "Morning Roundup - 1/26/11"."""
_MONTHS_A_YEAR = 12
HEAD = 400
"""Characters. In copy whose lines were lost, stamps and datelines stood within these."""
LONGEST_SEARCH = 60_000
"""Characters searched for comments' stamps."""
MOST_STAMPS = 400


class HeadDate(msgspec.Struct, frozen=True):
    """A date about the report itself. ``year`` None in datelines. ``kind``: what it is."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    kind: Literal["stamp", "label", "agency dateline", "dateline", "comment"]

    def nearest(self, day: dt.date) -> dt.date | None:
        """The day that is meant, in the year that brings it nearest to ``day``."""
        years = (self.year,) if self.year else (day.year, day.year - 1, day.year + 1)
        possible = [made for year in years if (made := _date(year, self.month, self.day))]
        return min(possible, key=lambda made: abs((made - day).days), default=None)


def head_dates(text: str) -> tuple[list[HeadDate], list[tuple[int, int]]]:
    """The dates that a text gives about itself: those of its head in order, then the earliest of its comments.

    And the places of all stamps, which are no days that the story names.
    """
    stamps = list(_stamps(text, 0, min(len(text), LONGEST_SEARCH)))
    found = [one for one in stamps if one.start < HEAD]
    found.extend(_datelines(text))
    found.extend(_edition(text))
    comments = [one for one in stamps if one.start >= HEAD and one.kind == "stamp"]
    if comments:
        first = min(comments, key=lambda one: (one.year or 0, one.month, one.day, one.start))
        found.append(msgspec.structs.replace(first, kind="comment"))
    places = [(one.start, one.end) for one in (*stamps, *found)]
    return found, sorted(set(places))


def stated_month_day(report: Report) -> HeadDate | None:
    """The month and day that the report's head states without a year, as its reader found them; None without."""
    published = report.published
    if published.basis != "unknown" or not published.because or not published.rule.endswith("without a year"):
        return None
    place = published.because[0]
    found = _MONTH_DAY.search(report.text, place.start, place.end)
    if not found:
        return None
    month = _MONTHS.index((found["m"] or found["m_"])[:3].lower()) + 1
    return HeadDate(place.start, place.end, None, month, int(found["d"] or found["d_"]), "agency dateline")


def _stamps(text: str, start: int, end: int) -> Iterator[HeadDate]:
    """Full dates with a clock time or a label ("Updated") beside them."""
    for number, found in enumerate(_FULL.finditer(text, start, end)):
        if number >= MOST_STAMPS:
            return
        year = int(found["y1"] or found["y2"] or found["y3"])
        month = int(found["m3"]) if found["m3"] else _MONTHS.index((found["m1"] or found["m2"])[:3].lower()) + 1
        day = int(found["d1"] or found["d2"] or found["d3"])
        if _date(year, month, day) is None:
            continue
        before = text[max(0, found.start() - 40) : found.start()]
        if _CLOCK_AFTER.match(text, found.end()) or _CLOCK_BEFORE.search(before):
            yield HeadDate(found.start(), found.end(), year, month, day, "stamp")
        elif _LABEL.search(before):
            yield HeadDate(found.start(), found.end(), year, month, day, "label")


def _datelines(text: str) -> Iterator[HeadDate]:
    for found in _DATELINE.finditer(text, 0, min(len(text), HEAD + 200)):
        month = _MONTHS.index((found["m"] or found["m_"])[:3].lower()) + 1
        day = int(found["d"] or found["d_"])
        if _date(2000, month, day) is not None:
            kind: Literal["agency dateline", "dateline"] = "agency dateline" if found["agency"] else "dateline"
            yield HeadDate(found.start("place"), found.end("date"), None, month, day, kind)
            return


def _edition(text: str) -> Iterator[HeadDate]:
    """The day of an edition named by it, where only one reading of its figures is a date."""
    found = _EDITION.match(text)
    if found is None:
        return
    first, second, year = int(found["a"]), int(found["b"]), 2000 + int(found["y"][-2:])
    month, day = (first, second) if first <= _MONTHS_A_YEAR else (second, first)
    if (day > _MONTHS_A_YEAR or first == second) and _date(year, month, day) is not None:
        yield HeadDate(found.start("date"), found.end("date"), year, month, day, "label")


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
