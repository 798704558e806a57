"""Where a report's time expressions lie on the calendar, where the expression and the report's day do not settle it.

Two ends of one stretch ("between May 9 and June 3") are one interval. A report whose day is not known but lies in a
window still dates what it tells: a day and month lie in the year nearest the window, a weekday on the one day that the
window leaves for it, or on a span of the possible ones. What is open after that stays without a place.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from dateline.model.annotations import Annotated, Timex
from dateline.model.dates import DateSpan, date_span, day_span, interval

LONGEST_WINDOW = 14
"""Days. A report that may be from any day of a longer time puts no weekday on the calendar."""

WEEK = 7
"""Days of a window that holds each weekday once at most; what is told of that weekday is taken to lie in it. Undated
news is told with a window up to this."""

NEAREST_YEAR = 200
"""Days from the window's middle within which a day and month without a year lie; half a year and a little."""

_OPENS = re.compile(r"\b(?P<word>from|between)\s+(?:the\s+|early\s+|late\s+|mid-?\s*)*$", re.IGNORECASE)
_JOINS = {
    "from": re.compile(r",?\s+(?:up\s+)?(?:to|until|till|through)\s+(?:the\s+)?", re.IGNORECASE),
    "between": re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE),
}
_MOVES = re.compile(r"\b(?:postpon|mov|delay|push|shift|resched|chang|brought|bring|put|defer|extend)", re.IGNORECASE)
_LOOK_BACK = 60
"""Characters before "from" in which a verb of moving makes two days of it, not a stretch."""

_DAYS = re.compile(r"P(\d)D$")
_AFTER = re.compile(r"\s+(after|before)\b\s*")

_AFTER_A_THING = re.compile(
    r"\s+(after|before)\s+(?:the|his|her|its|their|an?)\s+(?:[\w’'-]+\s+){1,4}?(?:of|on)\s+(?:the\s+)?"
)
"""What stands between a count of days and the day that it counts from: "after the storm of"."""

_MONTH_DAY = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?(T\w+)?$")
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)(?:T\w+)?$")


def window_of(annotated: Annotated) -> DateSpan | None:
    """The report's day, or the days on which it may have appeared; None where too many are possible."""
    published = annotated.report.published
    if published.date is not None:
        return day_span(published.date)
    if published.earliest is None or published.latest is None or published.earliest > published.latest:
        return None
    return interval(published.earliest, published.latest)


def placed(annotated: Annotated, nearby: DateSpan | None) -> dict[int, DateSpan]:
    """Index of a time expression -> its place, for all that have one.

    ``nearby``: the days of the story's other reports, which tell the year in a report without any day.
    """
    notes, text = annotated.notes, annotated.report.text
    found = {index: timex.when for index, timex in enumerate(notes.timexes) if timex.when is not None}
    if annotated.report.day is None:
        window = window_of(annotated)
        ahead = {e.timex for e in notes.events if e.timex is not None and e.status in ("planned", "expected")}
        for index, timex in enumerate(notes.timexes):
            when = _open(timex, window, nearby, ahead=index in ahead) if index not in found else None
            if when is not None:
                found[index] = when
    for index in range(len(notes.timexes) - 1):
        first, second = notes.timexes[index], notes.timexes[index + 1]
        counted = _counted(text, first, second, found.get(index + 1))
        if counted is not None:
            found[index] = counted
        if index in found and index + 1 in found and _one_stretch(text, first, second):
            whole = date_span(f"{found[index].value}/{found[index + 1].value}")
            if whole is not None:
                found[index] = found[index + 1] = whole
    return found


def days_apart(annotated: Annotated, places: Mapping[int, DateSpan]) -> dict[tuple[int, int, str], DateSpan]:
    """(start, end, lemma) of an event -> its day, for "on Tuesday, a day after prosecutors asked": Monday."""
    notes, text = annotated.notes, annotated.report.text
    found: dict[tuple[int, int, str], DateSpan] = {}
    for index, timex in enumerate(notes.timexes):
        days = _DAYS.match(timex.value)
        after = _AFTER.match(text, timex.end) if days and timex.type == "DURATION" and not timex.mod else None
        base = places.get(index - 1)
        if days is None or after is None or base is None or not base.is_day:
            continue
        event = next(
            (e for e in notes.events if e.timex in (None, index) and e.head and e.head.start >= after.end()), None
        )
        home = next((s for s in notes.sentences if s.start <= timex.start < s.end), None)
        if event is None or home is None or not home.start <= notes.timexes[index - 1].start < event.end <= home.end:
            continue
        step = int(days[1]) * (-1 if after[1] == "after" else 1)
        day = dt.date.fromisoformat(base.start) + dt.timedelta(step)
        found[event.start, event.end, event.lemma] = day_span(day)
    return found


def _counted(text: str, first: Timex, second: Timex, base: DateSpan | None) -> DateSpan | None:
    """The day of "three days after the storm of 3 November": the sixth."""
    days = _DAYS.match(first.value) if first.type == "DURATION" and not first.mod else None
    if days is None or base is None or not base.is_day:
        return None
    way = _AFTER_A_THING.fullmatch(text, first.end, second.start)
    if way is None:
        return None
    step = int(days[1]) * (1 if way[1] == "after" else -1)
    return day_span(dt.date.fromisoformat(base.start) + dt.timedelta(step))


def _one_stretch(text: str, first: Timex, second: Timex) -> bool:
    if first.type not in ("DATE", "TIME") or second.type not in ("DATE", "TIME") or second.start - first.end > 20:
        return False
    head = text[max(0, first.start - _LOOK_BACK) : first.start]
    opens = _OPENS.search(head)
    if opens is None or not _JOINS[opens["word"].lower()].fullmatch(text, first.end, second.start):
        return False
    return opens["word"].lower() == "between" or not _MOVES.search(head)


def _open(timex: Timex, window: DateSpan | None, nearby: DateSpan | None, *, ahead: bool) -> DateSpan | None:
    if found := _MONTH_DAY.match(timex.value):
        return _in_nearest_year(timex, found, window or nearby)
    if (found := _WEEKDAY.match(timex.value)) and window is not None and window.days <= LONGEST_WINDOW:
        return _weekday(int(found[1]), timex.rule, window, ahead=ahead)
    return None


def _in_nearest_year(timex: Timex, found: re.Match[str], around: DateSpan | None) -> DateSpan | None:
    if around is None or around.days > NEAREST_YEAR:
        return None
    middle = dt.date.fromisoformat(around.start) + dt.timedelta(around.days // 2)
    best = None
    for year in (middle.year - 1, middle.year, middle.year + 1):
        when = date_span(f"{year:04}{timex.value[4:]}", timex.mod)
        if when is not None:
            away = abs((dt.date.fromisoformat(when.start) - middle).days)
            if away <= NEAREST_YEAR and (best is None or away < best[0]):
                best = away, when
    return best[1] if best else None


def _weekday(number: int, rule: str, window: DateSpan, *, ahead: bool) -> DateSpan | None:
    """The day that every possible day of the report gives, else the one inside a short window, else a span of all."""
    first, last = dt.date.fromisoformat(window.start), dt.date.fromisoformat(window.end)
    strict = 1 if "next" in rule or "last" in rule else 0
    onward = "next" in rule or (ahead and "last" not in rule)
    days = set()
    for offset in range((last - first).days + 1):
        day = first + dt.timedelta(offset)
        if onward:
            days.add(day + dt.timedelta(strict + (number - 1 - day.weekday() - strict) % 7))
        else:
            days.add(day - dt.timedelta(strict + (day.weekday() - strict - (number - 1)) % 7))
    inside = {day for day in days if first <= day <= last}
    possible = inside if inside and window.days <= WEEK and not onward else days
    return interval(min(possible), max(possible))
