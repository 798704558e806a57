"""For when: the day that a plan is due, that a deed names, and how far a plan reaches."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Sequence

from dateline.model.annotations import Event, Timex
from dateline.model.dates import DateSpan, date_span, day_span, shift
from dateline.text.calendar import WEEKDAY
from dateline.weave.commitments.records import OWN_REACH, Record
from dateline.weave.commitments.words import NOT_YET
from dateline.weave.voices import Voices

LONG_DUE = 2000
"""Days. A plan due within a stretch longer than this (a decade, "the coming years") cannot be checked."""


def when_of(event: Event, timexes: Sequence[Timex]) -> DateSpan | None:
    """The time that dates an event; of what is moved "until May" May itself, not the time up to it."""
    if event.timex is None:
        return None
    timex = timexes[event.timex]
    if event.rule == "moved to" and timex.when is not None and "/" in timex.when.value:
        return date_span(timex.value.rpartition("/")[2], timex.mod) or timex.when
    return timex.when


_WEEK = 7
_WAS = re.compile(r"\b(?:was|were)\b")
_TO_HAVE = re.compile(r"\bto have\s\w")
_WEEKDAY = re.compile(WEEKDAY + r"\b", re.IGNORECASE)


def due_ahead(record: Record, when: DateSpan | None, timexes: Sequence[Timex]) -> DateSpan | None:
    """The due day; a bare weekday that was read as past is the next one: "would have results by Thursday"."""
    event = record.event
    if when is None or event.timex is None or not record.made or when.days > 1:
        return when
    timex = timexes[event.timex]
    if event.rule == "was set for" and when.start > record.made and _TO_HAVE.search(record.own_text):
        earlier = (dt.date.fromisoformat(when.start) - dt.timedelta(_WEEK)).isoformat()
        return day_of(earlier) if _WEEKDAY.match(record.report.text, timex.start) else when
    if when.end >= record.made:
        return when
    later = shift(when.start, _WEEK)
    if record.cue in ("", "to") or (event.head and _WAS.search(record.report.text, event.start, event.head.start)):
        return when  # "a campaign to win the vote on Monday", "was meant to hide Monday's losses"
    if event.status in NOT_YET and later >= record.made and _WEEKDAY.match(record.report.text, timex.start):
        return day_of(later)
    return when


_WITHIN = re.compile(
    r"\b(?:within|in) (?:the next )?(?P<count>a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d+) "
    r"(?P<unit>day|week|month|year)s?\b(?!['’]| ago| earlier| later| after)",
    re.IGNORECASE,
)
_NUMBERS = {word: n for n, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}


def due_within(record: Record) -> DateSpan | None:
    """The time from its making that a plan gives itself: "within two weeks"."""
    if not record.made or record.lemma == "follow":
        return None  # "a decision would follow within two weeks": of what it follows
    stop = min(record.head_end + OWN_REACH, record.event.end + 40, record.sentence.end)
    found = _WITHIN.search(record.report.text, record.head_end, stop)
    if found is None:
        return None
    count = _NUMBERS.get(found["count"].lower(), 1) if not found["count"].isdigit() else int(found["count"])
    last = _later(record.made, min(count, 99), found["unit"].lower())
    return date_span(f"{record.made}/{last}")


def _later(iso: str, count: int, unit: str) -> str:
    """The day so many days, weeks, calendar months or years later; the month's last where it has no such day."""
    day = dt.date.fromisoformat(iso)
    if unit in _DAYS_OF:
        return (day + dt.timedelta(min(count * _DAYS_OF[unit], 36500))).isoformat()
    months = day.year * 12 + day.month - 1 + min(count, 1200) * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1])).isoformat()


_BY = re.compile(r"\b(?:by|before|within|no later than)\s(?:the\s)?$", re.IGNORECASE)


def is_by_then(record: Record, timexes: Sequence[Timex]) -> bool:
    """Whether the due day is the last of many that will do."""
    if record.event.timex is None:
        return record.due is not None
    timex = timexes[record.event.timex]
    text = record.report.text
    low = text[timex.start : timex.start + 7].lower()
    return bool(_BY.search(text, max(record.sentence.start, timex.start - 16), timex.start)) or low.startswith(
        ("by ", "before ", "within ")
    )


_MORE = re.compile(r"\b(another|one more|two more|three more|six more)\s(day|week|month|year)s?\b", re.IGNORECASE)
_COUNTS = {"two more": 2, "three more": 3, "six more": 6}
_DAYS_OF = {"day": 1, "week": 7}
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_SPAN = re.compile(r"P(\d+)([DWMY])$")


_WHEN = re.compile(r"\s*,?\s+when\b")


def due_when_clause(record: Record, voices: Voices) -> DateSpan | None:
    """The day that a "when" clause takes over: "due on Friday, when astronauts will catch it"."""
    head = record.event.head
    if head is None:
        return None
    for timex in voices.timexes(record.sentence.start, head.start):
        found = _WHEN.match(record.report.text, timex.end, head.start)
        if found and head.start - found.end() < 60 and timex.when is not None and timex.when.end > record.made:
            return timex.when
    return None


def due_until(record: Record, voices: Voices) -> str:
    """The last day that it reaches to: its due day, or its making and a duration in its clause ("another month")."""
    if record.due is not None:
        return record.due.end
    head = record.event.head
    if head is None or not record.made:
        return ""
    for timex in voices.timexes(head.end, record.sentence.end):
        found = _SPAN.match(timex.value) if timex.type == "DURATION" else None
        if found:
            return _later(record.made, int(found[1]), _UNITS[found[2]])
    more = _MORE.search(record.report.text, head.end, min(record.sentence.end, head.end + OWN_REACH))
    if more:
        count = _COUNTS.get(more[1].lower(), 1)
        return _later(record.made, count, more[2].lower().rstrip("s"))
    return ""


def day_of(iso: str) -> DateSpan | None:
    """The span of one day given as ISO text; None for ""."""
    return day_span(dt.date.fromisoformat(iso)) if iso else None
