"""What a report says happened or will happen, and on which day: of a dated report on the calendar, of an undated one as
days from its own.

Three kinds of telling count. A clause with a day ("resigned on Friday"). A span from another event ("two weeks after
the dam burst", "a week ago"): the day of that other event. And the news itself, where the first sentence or headline
names no day: it is mostly of the report's day or the one before.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from dateline.model.annotations import Annotated, Event, Sentence, Timex
from dateline.text.words import WORD, content_words
from dateline.weave.dating.pointers import Pointer

STEM = 5
"""Letters by which words are compared: "explosion", "exploded"."""
AROUND = 0.35
"""What a word of the sentence counts that stands outside the clause that the day belongs to."""
FEWEST_IN_A_CLAUSE = 2
"""Content words. A shorter clause is compared by its whole sentence."""
AFTER_WORDS = 14
"""Words behind "two weeks after" that say what it was after."""
OPEN = 0.7
"""What a fact counts whose day is only thought to be the report's own, since no day is named beside it."""
VAGUE, SHARP = 0.6, 1.1
"""What a fact counts whose day is given in weeks, and may be a day off; and one that was hours before."""
_LONG_AFTER = re.compile(
    r"\b(?:(?P<count>a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}) (?P<unit>day|week)s?"
    r"|(?P<soon>hours?|minutes?|shortly|moments)) (?P<way>after|since|before)\b",
    re.IGNORECASE,
)
_COUNTS = {
    word: number
    for number, words in enumerate("a/one two three four five six seven eight nine ten eleven twelve".split(), 1)
    for word in words.split("/")
}
_BY = re.compile(r"\b(?:by|until|before|within|through)(?: the| next| late| early)? $", re.IGNORECASE)
_PLANNED = frozenset(("planned", "expected", "postponed"))

_PLAIN = frozenset(("", "be", "have", "do", "say", "tell"))

Words = Mapping[str, float]


class Fact(msgspec.Struct, frozen=True):
    """Something that a dated report places on a day. ``sure``: 1 where it names the day itself.

    ``planned``: whether it was still to come when the report was written; ``limit``: "by Friday", not on it.
    """

    day: int
    words: Words
    start: int
    end: int
    sure: float = 1.0
    planned: bool = False
    limit: bool = False


class Saying(msgspec.Struct, frozen=True):
    """Something that an undated report tells. ``reach``: weekday of publication -> days from there, first and last."""

    reach: Mapping[int, tuple[int, int]]
    words: Words
    start: int
    end: int
    sure: float = 1.0
    lead: bool = False
    since: bool = False
    """Whether it only counts the time from another event."""

    @property
    def ahead(self) -> bool:
        """Whether it is told as still to come."""
        return sum((first > 0) - (last < 0) for first, last in self.reach.values()) > 0


def facts(annotated: Annotated) -> list[Fact]:
    """What a report whose day is known places on a day, in the order of the text."""
    report, notes = annotated.report, annotated.notes
    own = report.day or dt.date.min
    events = {notes.timexes[event.timex].start: event for event in notes.events if event.timex is not None}
    found = [_fact(annotated, events.get(timex.start), timex, own) for timex in notes.timexes]
    told = [one for one in found if one is not None]
    if report.day is None:
        return told
    told.extend(Fact(own.toordinal(), words, sent.start, sent.end, OPEN) for sent, words in openings(annotated))
    for sent, gap, words, sure in _spans(annotated):
        base = _base(annotated, sent, own)
        if base is not None and words:
            told.append(Fact(base + gap, words, sent.start, sent.end, sure))
    return told


def _fact(annotated: Annotated, event: Event | None, timex: Timex, own: dt.date) -> Fact | None:
    """What is placed on a day that is named; None where it was called off, or where no day is named."""
    if timex.when is None or not timex.when.is_day or timex.type not in ("DATE", "TIME"):
        return None
    since = annotated.report.text.endswith("since ", 0, timex.start)
    if event is not None and not since and (event.negated or event.status in ("cancelled", "denied")):
        return None
    sent = sentence_of(annotated, timex.start)
    if sent is None:
        return None
    day = dt.date.fromisoformat(timex.when.start).toordinal()
    ahead = day > own.toordinal() if annotated.report.day else event is not None and event.status in _PLANNED
    if event is not None and event.status == "postponed":
        return None  # what was put off is not of the day that it was first set for
    limit = bool(_BY.search(annotated.report.text, sent.start, timex.start))
    words = clause_words(annotated, event, sent)
    return Fact(day, words, sent.start, sent.end, 1.0, ahead, limit) if words else None


def called_off(annotated: Annotated) -> list[Fact]:
    """What a report says will not be on the day that it was set for, in the order of the text."""
    notes = annotated.notes
    found = []
    for event in notes.events:
        when = notes.timexes[event.timex].when if event.timex is not None else None
        if event.status not in ("postponed", "cancelled") or when is None or not when.is_day:
            continue
        sent = notes.sentences[event.sentence]
        day = dt.date.fromisoformat(when.start).toordinal()
        found.append(Fact(day, clause_words(annotated, event, sent), sent.start, sent.end))
    return found


def sentence_of(annotated: Annotated, place: int) -> Sentence | None:
    """The sentence that holds a place."""
    sentences = annotated.notes.sentences
    at = bisect_right([sent.start for sent in sentences], place) - 1
    return sentences[at] if at >= 0 and place < sentences[at].end else None


def clause_words(annotated: Annotated, event: Event | None, sent: Sentence) -> Words:
    """The stems of an event's clause, each counting 1, and of the rest of its sentence, each counting less."""
    text = annotated.report.text
    around = stems(text[sent.start : sent.end])
    clause = stems(text[event.start : event.end]) | {event.lemma[:STEM]} - {""} if event is not None else around
    if len(clause) < FEWEST_IN_A_CLAUSE:
        return dict.fromkeys(sorted(around), 1.0)
    return {word: 1.0 if word in clause else AROUND for word in sorted(clause | around)}


def stems(words: str) -> frozenset[str]:
    """The content words, cut to their first letters."""
    return frozenset(word[:STEM] for word in content_words(words))


def openings(annotated: Annotated) -> Iterator[tuple[Sentence, Words]]:
    """Yields the headline and the first sentence, where they name no day themselves."""
    notes, text = annotated.notes, annotated.report.text
    dated = {
        event.sentence for event in notes.events if event.timex is not None and _is_day(notes.timexes[event.timex])
    }
    seen: set[str] = set()
    for at, sent in enumerate(notes.sentences):
        if sent.kind not in ("headline", "body") or sent.kind in seen:
            continue
        seen.add(sent.kind)
        words = stems(text[sent.start : sent.end])
        words |= {event.lemma[:STEM] for event in notes.events if event.sentence == at and event.lemma not in _PLAIN}
        if at not in dated and len(words) >= FEWEST_IN_A_CLAUSE:
            yield sent, dict.fromkeys(sorted(words), 1.0)


def _is_day(timex: Timex) -> bool:
    return (
        timex.type in ("DATE", "TIME") and (timex.when is None or timex.when.days <= 7) and timex.value != "PRESENT_REF"
    )


def _spans(annotated: Annotated) -> Iterator[tuple[Sentence, int, Words, float]]:
    """Yields each "two weeks after ...": its sentence, the days from the one event to the other, the other's words, and
    how sure those days are."""
    text = annotated.report.text
    starts = [sent.start for sent in annotated.notes.sentences]
    for found in _LONG_AFTER.finditer(text):
        at = bisect_right(starts, found.start()) - 1
        if at < 0:
            continue
        sent = annotated.notes.sentences[at]
        days, sure = 0, SHARP
        if not found["soon"]:
            count = _COUNTS.get(found["count"].lower()) or int(found["count"])
            weeks = found["unit"].lower() == "week"
            days = count * (7 if weeks else 1)
            sure = VAGUE if weeks and count > 1 else 1.0
        behind = [word.group() for word in WORD.finditer(text, found.end(), sent.end)][:AFTER_WORDS]
        words = stems(" ".join(behind))
        gap = days if found["way"].lower() == "before" else -days
        yield sent, gap, dict.fromkeys(sorted(words), 1.0), sure


def _base(annotated: Annotated, sent: Sentence, own: dt.date) -> int | None:
    """The day from which a sentence counts: the first that it names, else the report's own."""
    for timex in annotated.notes.timexes:
        if sent.start <= timex.start < sent.end and timex.when is not None and timex.when.is_day:
            return dt.date.fromisoformat(timex.when.start).toordinal()
    return own.toordinal()


def sayings(annotated: Annotated, pointing: Sequence[Pointer]) -> list[Saying]:
    """What an undated report tells, in days from its own."""
    notes = annotated.notes
    body = next((sent.start for sent in notes.sentences if sent.kind == "body"), 0)
    found = []
    by_start = {notes.timexes[event.timex].start: event for event in notes.events if event.timex is not None}
    for pointer in pointing:
        sent = notes.sentences[pointer.sentence]
        event = by_start.get(pointer.start)
        if event is not None and event.negated and not annotated.report.text.endswith("since ", 0, pointer.start):
            continue
        words = clause_words(annotated, event, sent)
        if words:
            found.append(Saying(pointer.reach, words, sent.start, sent.end, 1.0, sent.start == body))
    news = dict.fromkeys(range(7), (-1, 0))
    found.extend(Saying(news, words, sent.start, sent.end, OPEN, True) for sent, words in openings(annotated))
    for sent, gap, words, sure in _spans(annotated):
        base = next((one.reach for one in pointing if notes.sentences[one.sentence].start == sent.start), news)
        reach = {weekday: (first + gap, last + gap) for weekday, (first, last) in base.items()}
        found.append(Saying(reach, words, sent.start, sent.end, sure, since=True))
    return found
