"""Which time expressions date what is told, and on what day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.model.annotations import Event, Timex
from dateline.model.dates import DateSpan, date_span
from dateline.model.report import Report
from dateline.text.calendar import MONTH
from dateline.text.words import STOPWORDS
from dateline.weave.timeline.clauses import HERALDS, in_the_past
from dateline.weave.timeline.kinds import UNMET

COARSEST = 3660
"""Days. What is dated less sharply is an age, no event; so is "the 60s"."""

LONGEST_STRETCH = 31
"""Days. A longer stretch ("the past year") dates no event."""

_OF_A_YEAR = re.compile(
    r"(?:\b(?:his|her|its|their|the|a|an)|\w[’']s)\s+(?:" + MONTH + r"\s+)?\d{4}\s[A-Za-z]"
    r"|\b(?:Resolution|Directive|Regulation|Article|Section|Flight|Agenda|Vision|Number|No\.)\s\d{4}"
)
_DAY_AND_MONTH = re.compile(r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+\.?|[A-Z][a-z]+\.? \d{1,2}(?:st|nd|rd|th)?")
_FEAST = re.compile(r"(?:Christmas|Easter|Halloween|Valentine|Thanksgiving|New Year)")
_IN_A_NAME = re.compile(
    r"\b[A-Z]\w+ (?:[Ff]or |[Aa]t |[Oo]f )?(?:Christmas|Easter|Halloween|Valentine|Thanksgiving)\b"
    r"|(?:Christmas|Easter|Halloween|Thanksgiving)(?! (?:Day|Eve|Monday|Sunday|Friday)\b) (?:[A-Z]"
    r"|(?:albums?|songs?|singles?|trees?|markets?|cards?|gifts?|show|special|hit|music|film|eggs?)\b)"
)
"""A feast that is a part of a name or tells of what kind a thing is: "Songs for Christmas", "the Christmas album"."""

_POINTER = re.compile(r"\((?:Report|Letters?|Comment|Editorial|Leader|Page|See|Photo)\b[^)]*$")
_OF_AN_ARTICLE = re.compile(r"\([^()]{8,}, $")
"""The day of an article that a reader's letter names: "(The dam that broke, 18 May)"."""

_COMPARED = re.compile(r"\s+(?:(?:earlier|later|sooner|longer)\s+)?than\b", re.IGNORECASE)


def names_no_time(text: str, timex: Timex, when: DateSpan) -> bool:
    """Whether it dates nothing: "a day later than hoped", "his 2012 Tour of Flanders title"."""
    if _COMPARED.match(text, timex.end) or _POINTER.search(text[max(0, timex.start - 40) : timex.start]):
        return True
    if text[timex.end : timex.end + 1] == ")" and _OF_AN_ARTICLE.search(text[max(0, timex.start - 120) : timex.start]):
        return True
    if _FEAST.match(text, timex.start) and _IN_A_NAME.search(text[max(0, timex.start - 20) : timex.end + 9]):
        return True
    return when.precision in ("year", "month") and bool(
        _OF_A_YEAR.search(text[max(0, timex.start - 16) : timex.end + 3])
    )


_OF_A_THING = re.compile(r"(?:\b(?:the|an?|this|its|his|her|their|our)|\w['’]s)\s+$", re.IGNORECASE)
_THING = re.compile(r"\s([a-z]{3,})")
_STILL_AHEAD = re.compile(r"\b(?:in advance of|ahead of|before|on the eve of)\s+(?:the\s+)?$", re.IGNORECASE)
"""What was done in view of a day leaves the day ahead: "toured the north in advance of the June 30 vote"."""


def _names_a_thing(text: str, timex: Timex) -> bool:
    """Whether a day says which thing is meant, not when something was done: "the 30 June vote"."""
    before = text[max(0, timex.start - 20) : timex.start]
    noun = _THING.match(text, timex.end)
    return bool(_STILL_AHEAD.search(before)) or bool(noun and noun[1] not in STOPWORDS and _OF_A_THING.search(before))


_PERFECT = re.compile(r"\b(?:has|have)\s+(?:\w+\s+)?$")


def _up_to_now(text: str, event: Event) -> bool:
    """Whether somebody has done it up to now, on no day of last year: "has backed plans for the show on 8 October"."""
    return event.head is not None and bool(_PERFECT.search(text, event.start, event.head.start))


def of_last_year(report: Report, timex: Timex, when: DateSpan, events: Sequence[Event]) -> DateSpan:
    """A day and month without a year that would lie ahead, where all that is told of it has happened: a year before."""
    if report.day is None or not when.is_day or when.start <= report.day.isoformat():
        return when
    told = [event for event in events if event.timex is not None and event.head is not None]
    if (
        not _DAY_AND_MONTH.fullmatch(report.text, timex.start, timex.end)
        or _names_a_thing(report.text, timex)
        or not told
        or any(event.status not in UNMET or _up_to_now(report.text, event) for event in told)
        or any(event.lemma in HERALDS or not in_the_past(report.text, event) for event in told)
    ):
        return when
    return date_span(f"{int(when.start[:4]) - 1}{when.start[4:]}") or when


def is_place(timex: Timex, when: DateSpan) -> bool:
    """Whether it says when something was; of durations those that lie on the calendar do ("in the past week")."""
    longest = COARSEST if timex.type in ("DATE", "TIME") else LONGEST_STRETCH if timex.type == "DURATION" else 0
    return when.days <= longest and when.precision not in ("decade", "century")
