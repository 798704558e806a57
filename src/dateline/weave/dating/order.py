"""Which report came first: what one plans another tells as done, and tolls rise.

A report that says "will inspect the plant" lies not after one that tells of the inspection; one that counts eleven ill
lies before one that counts seventeen. Neither names a day, but between dated siblings they leave few weeks.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from dateline.model.annotations import Annotated, Event
from dateline.model.evidence import Evidence, cite
from dateline.text.words import STOPWORDS, WORD, content_words
from dateline.weave.dating.clues import Clue, Sibling
from dateline.weave.dating.told import clearness

STEM = 5
"""Letters by which words are compared: "inspect", "inspectors", "inspection"."""
COMMON = 0.12
"""Share of both reports' sentences from which a word says nothing of a single deed."""
FEWEST_IN_A_CLAUSE = 2
"""Content words; a shorter clause ("they would question him") is compared by its sentence."""
SHARE = 0.6
"""Share of a clause's words that the other sentence must hold."""
TAKEN_OVER = 0.8
"""Share of a sentence's words from which it is the same sentence again, background that says nothing of order."""
SOON = 60
"""Days ahead of a report for which a day that it plans counts."""
MOST_RISE = 12
"""Times. Counts further apart are of different things."""
TOLL_SHARE = 1.0
FRESH = 1.0
"""What a deed speaks for the day for which a sibling had planned it, and the next: it is told while it is new."""
AGAINST = 2.2
"""What each order that is broken speaks against a day (natural logarithm)."""
MOST_AGAINST = 6.0
_PLANNED = frozenset(("planned", "expected"))
_DONE = frozenset(("happened", "reported", "said", "requested"))
_PLAIN_VERBS = frozenset("be have do go make take say tell get come give see become hold report expect want".split())
_TOLLS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("dead", re.compile(r"\b(?:dead|died|dies|deaths?|killed|killing|kills|bodies|fatalities|perished|lives|toll)\b")),
    ("ill", re.compile(r"\b(?:ill|sick|sickened|infected|infections|cases|hospitali[sz]ed|fallen ill)\b")),
    ("hurt", re.compile(r"\b(?:injured|wounded|hurt|injuries)\b")),
)
_MORE = re.compile(r"\b(?:more|another|other|further|additional|fewer|of the)\b|\bsince\b|\bworst\b")
_NO_COUNT = re.compile(
    r" ?-?(?:other|more|further|additional|of|hours?|days?|weeks?|months?|times?|million|billion|percent)\b"
)
"""What stands behind a number that counts something else, or only a part."""
_REACHED = re.compile(
    r"\b(?:to|at|of|reached|reaches|is|was|now|stands|hit|hits|past|topped|tops|kills|killing|killed)"
    r"(?: (?:at least|about|around|some|nearly|almost|more than|over|an estimated))? ?$|: ?$",
    re.IGNORECASE,
)
"""What stands before a count behind its word: "the death toll rose to 27"."""
TOLL_REACH = 45
"""Characters between a count and the word that says what it counts."""
_NUMBER = re.compile(
    r"(?<![\d.,$£€-])\b(?P<digits>\d{1,3}(?:,\d{3})+|\d{1,6})\b"
    r"(?![\d%-]|\.\d| ?(?:percent|per cent|years?|million|pounds))"
    r"|\b(?P<word>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|second|third|fourth|fifth|sixth)\b",
    re.IGNORECASE,
)
_WORDS = {
    word: number
    for number, words in enumerate(
        "two/second three/third four/fourth five/fifth six/sixth seven eight nine ten eleven twelve".split(), 2
    )
    for word in words.split("/")
}


class Deed(msgspec.Struct, frozen=True):
    """An event with the stems of its verb, of its clause and of its sentence. ``timed``: whether it names a time,
    ``day``: the day that it names, where that is known.

    ``pairs``: neighbouring words of its clause that are no names ("salvage ship").
    """

    verb: str
    words: frozenset[str]
    sentence: frozenset[str]
    pairs: frozenset[str]
    planned: bool
    timed: bool
    day: int | None
    start: int
    end: int


class Digest(msgspec.Struct, frozen=True):
    """What of a report matters for order. ``tolls``: kind -> (the highest count, the sentence's place)."""

    deeds: tuple[Deed, ...]
    common: Counter[str]
    sentences: int
    tolls: dict[str, tuple[int, int, int]]


class Order(msgspec.Struct, frozen=True):
    """The report lies not after (``before``) or not before a sibling's day; the two places that say so."""

    before: bool
    day: int
    trust: float
    fresh: bool
    because: tuple[Evidence, Evidence]


def digest(annotated: Annotated) -> Digest:
    """What a report plans, tells as done, and counts."""
    text, notes = annotated.report.text, annotated.notes
    stems = [_stems(text[sent.start : sent.end]) for sent in notes.sentences]
    common: Counter[str] = Counter()
    for words in stems:
        common.update(words)
    deeds = tuple(_deeds(annotated, stems))
    return Digest(deeds, common, len(stems), _tolls(annotated))


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in content_words(words))


def _pairs(words: str) -> frozenset[str]:
    """The neighbouring content words in small letters."""
    found = [word if word.islower() and word not in STOPWORDS and len(word) > 3 else "" for word in WORD.findall(words)]
    return frozenset(f"{first} {second}" for first, second in pairwise(found) if first and second)


def _deeds(annotated: Annotated, stems: Sequence[frozenset[str]]) -> Iterator[Deed]:
    text, notes = annotated.report.text, annotated.notes
    for event in notes.events:
        if event.negated or not event.lemma or event.lemma in _PLAIN_VERBS or _in_the_past_only(annotated, event):
            continue
        planned = event.status in _PLANNED
        if planned or event.status in _DONE:
            at = event.sentence
            sent = notes.sentences[at]
            when = notes.timexes[event.timex].when if event.timex is not None else None
            day = dt.date.fromisoformat(when.start).toordinal() if when is not None and when.is_day else None
            clause = _stems(text[event.start : event.end])
            words = clause if len(clause) >= FEWEST_IN_A_CLAUSE else stems[at]
            yield Deed(
                event.lemma[:STEM],
                words,
                stems[at],
                _pairs(text[event.start : event.end]),
                planned,
                event.timex is not None,
                day,
                sent.start,
                sent.end,
            )


def _in_the_past_only(annotated: Annotated, event: Event) -> bool:
    """Whether an event is of another year or an unknown time long ago ("since 2002")."""
    if event.timex is None:
        return False
    return (
        annotated.notes.timexes[event.timex].value[:4].isdecimal()
        and len(annotated.notes.timexes[event.timex].value) == 4
    )


def _tolls(annotated: Annotated) -> dict[str, tuple[int, int, int]]:
    """The first count of each kind that stands in the report's story."""
    found: dict[str, tuple[int, int, int]] = {}
    text, notes = annotated.report.text, annotated.notes
    years = {timex.start for timex in notes.timexes if len(timex.value) == 4 and timex.value.isdecimal()}
    starts = sorted(years)
    for sent in notes.sentences:
        if sent.kind not in ("body", "headline"):
            continue
        at = bisect_right(starts, sent.start)
        if at < len(starts) and starts[at] < sent.end:
            continue
        words = text[sent.start : sent.end]
        for kind, pattern in _TOLLS:
            if kind not in found and (count := _count(words, pattern)):
                found[kind] = (count, sent.start, sent.end)
    return found


def _count(words: str, pattern: re.Pattern[str]) -> int | None:
    """The number that stands nearest to a word for what is counted; None without one, or where it is only a part."""
    best: tuple[int, int] | None = None
    for named in pattern.finditer(words):
        for number in _NUMBER.finditer(words):
            gap = max(number.start() - named.end(), named.start() - number.end())
            if number.start() > named.end() and not _REACHED.search(words, named.start(), number.start()):
                continue
            between = words[min(number.start(), named.start()) : max(number.end(), named.end())]
            if gap > TOLL_REACH or _MORE.search(between) or (best is not None and gap >= best[0]):
                continue
            if _NO_COUNT.match(words, number.end()):
                continue
            if number["digits"] and words[: number.start()].endswith(("age ", "aged ", "in ", "on ", "since ")):
                continue
            digits = number["digits"]
            value = int(digits.replace(",", "")) if digits else _WORDS[number["word"].lower()]
            best = (gap, value)
    return best[1] if best and best[1] > 1 else None


def order_clue(
    annotated: Annotated, mine: Digest, siblings: Sequence[Sibling], theirs: Sequence[Digest], days: Sequence[int]
) -> Clue | None:
    """What plans, deeds and tolls say against the days that they rule out."""
    found: list[Order] = []
    for sibling, other in zip(siblings, theirs, strict=True):
        clear = clearness(annotated, sibling.annotated)
        sibling = msgspec.structs.replace(sibling, trust=sibling.trust * clear * clear)
        found.extend(_orders(annotated, mine, sibling, other))
    gains = {}
    for day in days:
        wrong = sum(one.trust for one in found if (day > one.day if one.before else day < one.day))
        fresh = any(one.fresh and one.day <= day <= one.day + 1 for one in found)
        if wrong or fresh:
            gains[day] = FRESH * fresh - min(AGAINST * wrong, MOST_AGAINST)
    if not gains:
        return None

    def because(day: int) -> tuple[Evidence, ...]:
        kept = [one for one in found if (day <= one.day if one.before else day >= one.day)]
        kept.sort(key=lambda one: (abs(one.day - day), one.because[1].report, one.because[0].start))
        return kept[0].because if kept else ()

    return Clue("order", gains, 0.0, because)


def _orders(annotated: Annotated, mine: Digest, sibling: Sibling, other: Digest) -> Iterator[Order]:
    size = mine.sentences + other.sentences
    common = {
        word
        for word in {**mine.common, **other.common}
        if mine.common[word] + other.common[word] > max(COMMON * size, 2)
    }
    seen: set[tuple[int, bool]] = set()
    for here in mine.deeds:
        for deed in other.deeds:
            day = _limit(here, deed, sibling.day)
            if day is None or (here.start, here.planned) in seen or not _same(here, deed, common):
                continue
            seen.add((here.start, here.planned))
            because = _places(annotated, (here.start, here.end), sibling, (deed.start, deed.end))
            fresh = deed.planned and not here.planned and not here.timed and deed.day == day
            yield Order(here.planned, day, sibling.trust, fresh, because)
    for kind, (count, start, end) in sorted(mine.tolls.items()):
        told = other.tolls.get(kind)
        if told and told[0] != count and max(told[0], count) <= MOST_RISE * min(told[0], count):
            because = _places(annotated, (start, end), sibling, told[1:])
            yield Order(count < told[0], sibling.day, TOLL_SHARE * sibling.trust, False, because)


def _places(
    annotated: Annotated, here: tuple[int, int], sibling: Sibling, there: tuple[int, int]
) -> tuple[Evidence, Evidence]:
    return cite(annotated.report, *here), cite(sibling.annotated.report, *there)


def _limit(here: Deed, there: Deed, day: int) -> int | None:
    """The day that bounds the report if the two are the same: of the deed, or of the sibling; None without one."""
    told = there.day if there.day is not None and there.day <= day else None
    if here.planned:
        return None if there.planned else told or day
    if not there.planned:
        return told
    return max(day, there.day) if there.day is not None and there.day <= day + SOON else day


def _same(here: Deed, there: Deed, common: set[str]) -> bool:
    """Whether two events are the same: the verb of the one is told by the other, and most of its clause."""
    if len(here.sentence & there.sentence) >= TAKEN_OVER * max(len(here.sentence), len(there.sentence)):
        return False
    first, second = (there, here) if there.planned and not here.planned else (here, there)
    if first.planned and not second.planned and (first.pairs & second.pairs):
        return True
    if first.verb != second.verb and (not first.planned or first.verb not in second.sentence):
        return False
    shared = first.words & second.sentence
    return len(shared) >= SHARE * len(first.words) and bool(shared - common - {first.verb})
