"""Sentences that name no day and are not of the report's: they go on from the day that was told last."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left

from dateline.model.annotations import Annotated, Event, Sentence, Timex
from dateline.model.dates import DateSpan, day_span

_GOES_ON = re.compile(
    r"(?:(?:Just |Only |A few |Several |Two |Three |Some )?(?:[Hh]ours|[Mm]inutes|[Mm]oments) (?:earlier|later|before"
    r"|after|afterwards)|Earlier (?:that|the same|in the|on the same) day|Later (?:that|the same|in the|on the same)"
    r" (?:day|night|evening)|(?:On )?[Tt]he same (?:day|night|evening|morning)|(?:On |Late |Early )?[Tt]hat"
    r" (?:day|night|evening|morning|afternoon)|Shortly (?:afterwards|after|before|beforehand)|Afterwards"
    r"|Soon after(?:wards)?)\b"
)
_RUNNING = re.compile(r"\b(?:today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening))\b", re.IGNORECASE)
_THEN = re.compile(r"\b(?:then|at the time)[.”\"']*$")


def goes_on(text: str, sentence: Sentence) -> bool:
    """Whether a sentence tells when it was by what was told before: "Hours earlier", "That night"."""
    return _GOES_ON.match(text, sentence.start, sentence.end) is not None


def quoted_running(text: str, sentence: Sentence, timex: Timex) -> bool:
    """Whether a time counts from the day on which it was said, in somebody's quoted words: '"at midnight tonight"'."""
    before = text[sentence.start : timex.start]
    return before.count('"') % 2 + before.count("“") > before.count("”") and bool(
        _RUNNING.search(text, timex.start, timex.end)
    )


def was_then(text: str, sentence: Sentence) -> bool:
    """Whether a sentence closes on some day told before: "he told reporters then"."""
    return _THEN.search(text, sentence.start, sentence.end) is not None


_PERFECT = re.compile(r"\b(?:has|have)\s+(?:\w+ly\s+)?(?:been\s+)?(?:\w+ly\s+)?$")
FURTHEST = 4
"""Sentences after one in the perfect in which the day stands of what it tells."""

_COURT_HEARD = re.compile(
    r"\b(?:court|trial|inquest|jury|jurors|hearing|tribunal|inquiry)\b[^,.]{0,30}\s(?:has|have)\s(?:heard|been told)\b"
)
_HEARD = frozenset("testify tell say claim give describe".split())
"""Verbs of what a court has heard."""

NEAR = 2
"""Sentences after such a one in which its time stands."""

_EDITION = re.compile(r"yesterday(?: \w+)?|last night|(?:(?:late|early|earlier) )?this week", re.IGNORECASE)

LONGEST_AGO = 7
"""Days before a report up to which that day is what the perfect tells of."""


def day_of_the_deed(annotated: Annotated, index: int, today: DateSpan | None) -> DateSpan | None:
    """The day before the report's that one of the next sentences gives to what a sentence in the perfect tells: "Ann
    Kirk has been arrested. She was arrested on Friday night"; None where none does."""
    notes, text = annotated.notes, annotated.report.text
    if today is None or not today.is_day:
        return None
    first = bisect_left(notes.events, index, key=lambda event: event.sentence)
    told = next((event for event in notes.events[first : first + 1] if event.sentence == index), None)
    if told is None or told.head is None or told.timex is not None:
        return None
    home = notes.sentences[index]
    in_court = _COURT_HEARD.search(text, home.start, home.end) is not None
    perfect = _PERFECT.search(text, home.start, told.head.start) is not None
    if not (perfect or in_court):
        return None
    said = told.status == "said" and not in_court
    if not (in_court or said) and told.status not in ("happened", "reported"):
        return _of_the_edition(annotated, index, today)
    for event in notes.events[first + 1 :]:
        if event.sentence > index + (NEAR if said else FURTHEST):
            break
        same = event.lemma in _HEARD if in_court else event.status == "said" if said else event.lemma == told.lemma
        if same and _another_does(annotated, told, event):
            continue
        if same and event.timex is not None and event.status in ("happened", "reported", "said"):
            when = notes.timexes[event.timex].when
            if when is None or not when.is_day:
                continue
            ago = (dt.date.fromisoformat(today.start) - dt.date.fromisoformat(when.start)).days
            return day_span(dt.date.fromisoformat(when.start)) if 0 < ago <= LONGEST_AGO else None
    return _of_the_edition(annotated, index, today) if perfect else None


def _another_does(annotated: Annotated, told: Event, event: Event) -> bool:
    """Whether the second of two events is of another person than the first: "Ann Kirk has signed the pact. Joe Hill
    signed it yesterday"."""
    first, second = (_doers(annotated, one) for one in (told, event))
    return bool(first and second) and first.isdisjoint(second)


def _doers(annotated: Annotated, event: Event) -> set[str]:
    """The words of the people named in an event's sentence before its verb."""
    notes, text = annotated.notes, annotated.report.text
    if event.head is None:
        return set()
    first = bisect_left(notes.mentions, notes.sentences[event.sentence].start, key=lambda mention: mention.start)
    words = set[str]()
    for mention in notes.mentions[first:]:
        if mention.end > event.head.start:
            break
        if mention.kind == "person":
            words.update(text[mention.start : mention.end].split())
    return words


def names_its_day(annotated: Annotated, index: int, today: DateSpan | None) -> bool:
    """Whether one of the next sentences tells something done on the report's own day, so that a sentence without a day
    is of it as well: "Ann Kirk has been sworn in. At a ceremony on Sunday she took the oath"."""
    notes = annotated.notes
    if today is None or not today.is_day:
        return False
    first = bisect_left(notes.events, index + 1, key=lambda event: event.sentence)
    for event in notes.events[first:]:
        if event.sentence > index + NEAR:
            return False
        if event.timex is not None and event.status in ("happened", "reported", "said"):
            when = notes.timexes[event.timex].when
            if when is not None and when.is_day and when.start == today.start:
                return True
    return False


def _of_the_edition(annotated: Annotated, index: int, today: DateSpan) -> DateSpan | None:
    """The time of the news of a report that tells it in the perfect, and goes on with "yesterday" or "this week": so a
    morning paper writes. None where the sentences near it name the report's own day, or no such time."""
    notes, text = annotated.notes, annotated.report.text
    first, last = notes.sentences[index].start, notes.sentences[min(index + NEAR, len(notes.sentences) - 1)].end
    number = bisect_left(notes.timexes, first, key=lambda timex: timex.start)
    found = None
    for timex in notes.timexes[number:]:
        if timex.start >= last:
            break
        when, words = timex.when, text[timex.start : timex.end]
        if when is None:
            continue
        if when.start <= today.start <= when.end and when.is_day:
            return None
        if found is None and _EDITION.fullmatch(words):
            found = when
    if found is None or not found.is_day:
        return found
    return day_span(dt.date.fromisoformat(found.start))


def last_day(annotated: Annotated, index: int, today: DateSpan | None) -> DateSpan | None:
    """The day, not after the report's, that dates something done in the sentence before; None where there is none."""
    notes = annotated.notes
    if today is None or not index:
        return None
    found = None
    for event in notes.events:
        if event.sentence >= index:
            break
        if event.sentence == index - 1 and event.timex is not None and event.status not in ("planned", "expected"):
            when = notes.timexes[event.timex].when
            if when is not None and when.is_day and when.end <= today.end:
                found = found or day_span(dt.date.fromisoformat(when.start))
    return found
