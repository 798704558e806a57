"""Times that only bound what is told: "for the first time since 1998", "by Friday", "in the days before the vote"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from dateline.model.annotations import Event, Sentence, Timex
from dateline.model.dates import DateSpan
from dateline.model.report import Report
from dateline.weave.timeline.kinds import UNMET

_SINCE = re.compile(r"\bsince\s+(?:(?:the|late|early|mid|at least|last)[\s-]+)*$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|up to)\s+(?:(?:the|late|early)\s+)*$", re.IGNORECASE)
_BY = re.compile(r"[^\s,]\s+by\s+(?:(?:the|late|early)\s+)*$", re.IGNORECASE)
_IN_VIEW = re.compile(
    r"\b(?:(?:hours|days|weeks|months|years) (?:before|ahead of|leading up to)|(?:run|lead)[ -]?up to)"
    r"\s+(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
_COUNTED_FROM = re.compile(
    r"\b(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few)\s"
    r"(?:hour|day|week|month|year)s?\s(?:after|before|since|on\sfrom)\s(?:[\w’'-]+\s){0,6}$",
    re.IGNORECASE,
)
_SIGNS = ("after", "before", "since", "ahead", "up", " on from ")
"""One of them stands in whatever the two last hold: the cheap question first."""
_BEGUN_THEN = re.compile(r"\bbeen\s(?:\w+ly\s)?\w+(?:ed|en|ut|eld|ung|ost)\b", re.IGNORECASE)
_COUNT = re.compile(r"\d|\b(?:hundreds|thousands|dozens|scores|first|last|only|no|not|never|nobody|none)\b|n[’']t\b")
_WHEN = re.compile(r",?\s+(?:when|as|after)\b")
_REACH = 80
"""Characters before a time in which the words stand that make it a bound."""


MONTH = 28
"""Days from which a time may only tell who somebody is, as "the champion of 2004" does."""

FAR = 31
"""Days before its report beyond which nothing in a big pile is told of a day since which something is so; nearer days
help to find the news that the reports speak of."""


_APPOSITION = re.compile(
    r",\s+(?!(?:in|on|at|by|from|since|until|during|after|before|early|late|and|but|or|which|who|whose|when|where|as)\b)"
    r"[^,;:()]{3,90}\b(?:in|of|from|for|to|and)\s+(?:(?:early|late|mid)[\s-]+)?$"
)
_CLOSES = re.compile(r"(?:\s+(?:to|and|-)\s+\d{4})?\s*,")


def _of_an_apposition(text: str, sentence: Sentence, timex: Timex, events: Sequence[Event]) -> bool:
    """Whether a time tells who somebody is: "Kirk, the candidate for mayor in 2004, died". The deed is another's."""
    found = _APPOSITION.search(text, sentence.start, timex.start)
    if found is None or not events or not _CLOSES.match(text, timex.end):
        return False
    return all(event.head is not None and not found.start() < event.head.start < timex.start for event in events)


def only_bounds(
    report: Report, sentence: Sentence, timex: Timex, when: DateSpan, events: Sequence[Event], small: bool
) -> str:
    """Whether a time is an end of a stretch and nothing is told of it: ``now`` where what is told may be the news,
    ``then`` where it lies on some other day, "" where the time dates what is told.

    ``events``: those that it was found to date. What has been so since a day began then ("has been closed since
    Friday"), unless something is counted or denied. What is ahead keeps its last day ("will stay shut until Friday").
    """
    text, day = report.text, report.day
    before = text[max(sentence.start, timex.start - _REACH) : timex.start]
    low = before.lower()
    if any(sign in low for sign in _SIGNS) and (_COUNTED_FROM.search(before) or _IN_VIEW.search(before)):
        return "then"
    if when.days >= MONTH and _of_an_apposition(text, sentence, timex, events):
        return "then"
    if "since" in low and _SINCE.search(before):
        clause = text[sentence.start : timex.start]
        begun = _BEGUN_THEN.search(clause) and not _COUNT.search(clause)
        near = not small and day is not None and (day - dt.date.fromisoformat(when.end)).days <= FAR
        return "" if near or begun or _WHEN.match(text, timex.end) else "now"
    ahead = day is not None and when.start > day.isoformat()
    if ahead or not events or any(event.status not in UNMET for event in events):
        return ""
    return "then" if _UNTIL.search(before) else "now" if _BY.search(before) else ""
