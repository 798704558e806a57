"""The same event on the same day: what a report dates by a weekday or "a week ago", beside what a sibling dates.

Every sentence that names a day, in a report whose own day is known, says on which day its event lies. A sentence of an
undated report that tells the same, and dates it from the report's own day ("on Friday", "a week ago"), then fits
some days of publication and not others. The report's own full dates count too: "next Monday" beside "October 31".
"""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from dateline.model.annotations import Annotated, Timex
from dateline.model.evidence import Evidence, cite
from dateline.model.report import Report
from dateline.text.words import content_words
from dateline.weave.dating.pointers import Pointer

FEWEST_WORDS = 4
"""Content words. A shorter sentence tells too little to say that another one tells the same."""
LEAST = 0.12
"""Likeness of two sentences (cosine by rarity) from which they can tell the same event; below, all is chance."""
MOST_MATCHES = 40
"""Best matches kept a sentence."""
BACKGROUND = 200
"""Sentences that the dated ones are thought to be drawn from beside their own, so that small piles weigh words too."""
OWN_DAY = 0.3
"""Likeness taken for a day that the report itself names outright, where an expression of another sentence would point
just there: "from next Monday" beside "on October 31". By chance that happens to one pair in seven."""
WEEK_SHARE = 0.5
"""What an agreement counts where the expression means a week ("a week ago"), against one that means a day."""


OTHER_CLAUSE = 0.4
"""What a likeness counts where the clauses that hold the two days share no word: the sentences tell of one thing, the
days are of others ("divers reached the wreck on Monday", "a tug reached it last Sunday")."""
FEWEST_IN_A_CLAUSE = 3
"""Content words. A shorter clause is compared by its sentence."""
NEXT_MEANS_LATER = {1: 0.85, 2: 0.6, 3: 0.4}
"""Days to the nearest such weekday -> how far "next" is taken to mean the one a week later."""
LEAST_TO_MOVE = 0.5
_AFTER_OF = 3
"""Words behind a weekday's "'s" that say what was of that day."""


class DatedSentence(msgspec.Struct, frozen=True):
    """A sentence that names a day, with that day, in whichever report."""

    owner: int
    report: Report
    start: int
    end: int
    days: tuple[int, ...]
    words: frozenset[str]
    clauses: Mapping[int, frozenset[str]] = {}
    """The words beside each of the days, as :func:`clause_words`."""
    off: frozenset[int] = frozenset()
    """The days on which something was to be and is not."""


class Match(msgspec.Struct, frozen=True):
    """A sentence of the undated report, and one that seems to tell the same, with the days that this one names."""

    likeness: float
    start: int
    end: int
    other: DatedSentence


def dated_sentences(owner: int, annotated: Annotated) -> list[DatedSentence]:
    """The sentences of a report that name a day of the calendar; relative ones only count where its day is known."""
    report, notes = annotated.report, annotated.notes
    days: dict[int, dict[int, Timex]] = {}
    starts = [sent.start for sent in notes.sentences]
    for timex in notes.timexes:
        if timex.when is not None and timex.when.is_day and timex.type in ("DATE", "TIME"):
            at = bisect_right(starts, timex.start) - 1
            if at >= 0:
                days.setdefault(at, {}).setdefault(_likeliest(timex, report), timex)
    beside, off = clause_words(annotated), _called_off(annotated)
    found = []
    for at, named in sorted(days.items()):
        sent = notes.sentences[at]
        words = frozenset(content_words(report.text[sent.start : sent.end]))
        if len(words) >= FEWEST_WORDS:
            clauses = {day: beside.get(timex.start, words) for day, timex in named.items()}
            empty = frozenset(day for day, timex in named.items() if timex.start in off)
            told = tuple(sorted(named))
            found.append(DatedSentence(owner, report, sent.start, sent.end, told, words, clauses, empty))
    return found


def clause_words(annotated: Annotated) -> dict[int, frozenset[str]]:
    """The start of a time expression -> the content words of the clause that it dates, where that is long enough."""
    text, notes = annotated.report.text, annotated.notes
    found: dict[int, frozenset[str]] = {}
    for event in notes.events:
        if event.timex is None:
            continue
        timex = notes.timexes[event.timex]
        if not event.start <= timex.start < event.end:
            continue  # it dates the clause from outside, and another one too perhaps
        if text.startswith(("'s ", "’s "), timex.end):
            sent = notes.sentences[event.sentence]
            after = " ".join(text[timex.end + 2 : sent.end].split()[:_AFTER_OF])
            found[timex.start] = frozenset(content_words(after))
            continue
        words = frozenset(content_words(text[event.start : event.end])) | found.get(timex.start, frozenset())
        if len(words) >= FEWEST_IN_A_CLAUSE:
            found[timex.start] = words
    return found


class SentenceIndex:
    """The dated sentences of a pile, by their words."""

    def __init__(self, dated: Iterable[DatedSentence]) -> None:
        self.dated = list(dated)
        self._holders: dict[str, list[int]] = {}
        for number, one in enumerate(self.dated):
            for word in one.words:
                self._holders.setdefault(word, []).append(number)
        self._total = len(self.dated) + BACKGROUND
        self._norms = [self._norm(one.words) for one in self.dated]

    def _weight(self, word: str) -> float:
        size = len(self._holders.get(word, ())) or 1
        return math.log(1 + (self._total - size + 0.5) / (size + 0.5)) ** 2

    def _norm(self, words: Iterable[str]) -> float:
        return math.sqrt(math.fsum(self._weight(word) for word in words)) or 1.0

    def like(
        self, words: frozenset[str], leave_out: int | None, own: Sequence[DatedSentence]
    ) -> list[tuple[float, DatedSentence]]:
        """The sentences most like one with these words, best first; none of the report ``leave_out``, and ``own``."""
        shared: dict[int, float] = {}
        common = max(self._total / 10, 10)
        for word in sorted(words):
            holders = self._holders.get(word, ())
            if not holders or len(holders) > common:
                continue
            weight = self._weight(word)
            for number in holders:
                shared[number] = shared.get(number, 0.0) + weight
        norm = self._norm(words)
        found = []
        for number, weight in shared.items():
            one = self.dated[number]
            likeness = weight / (norm * self._norms[number])
            if likeness >= LEAST and one.owner != leave_out:
                found.append((likeness, one))
        for one in own:
            weight = math.fsum(self._weight(word) for word in sorted(words & one.words))
            if (likeness := weight / (norm * self._norm(one.words))) >= LEAST:
                found.append((likeness, one))
        found.sort(key=lambda pair: (-pair[0], pair[1].report.id, pair[1].start))
        return found[:MOST_MATCHES]


class Agreement:
    """How well each day of publication agrees with what the dated sentences say, for one undated report."""

    def __init__(
        self,
        annotated: Annotated,
        index: SentenceIndex,
        pointing: Sequence[Pointer],
        fixed: Annotated,
        leave_out: int | None,
    ) -> None:
        self._report = annotated.report
        self._sentences = annotated.notes.sentences
        self._pointing = pointing
        self._matches: dict[int, dict[int, list[tuple[float, DatedSentence]]]] = {}
        self._beside, self._off = clause_words(annotated), _called_off(annotated)
        own = dated_sentences(-1, fixed)
        for at in sorted({pointer.sentence for pointer in pointing}):
            sent = self._sentences[at]
            words = frozenset(content_words(self._report.text[sent.start : sent.end]))
            others = [one for one in own if one.start != sent.start]
            found = index.like(words, leave_out, others) if len(words) >= FEWEST_WORDS else []
            found.extend((OWN_DAY, one) for one in others)
            found.sort(key=lambda pair: (-pair[0], pair[1].report.id, pair[1].start))
            by_day = self._matches[at] = {}
            for likeness, other in found:
                for named in other.days:
                    by_day.setdefault(named, []).append((likeness, other))

    def matches(self, day: int) -> list[Match]:
        """For each sentence that leans on the report's day the likest one that agrees, if it is of ``day``."""
        best: dict[int, Match] = {}
        for pointer in self._pointing:
            span = pointer.reach.get((day - 1) % 7)
            if span is None:
                continue
            at = pointer.sentence
            for named, share in _meant(pointer, span, day):
                for likeness, other in self._matches[at].get(named, ()):
                    weight = likeness * share * self._beside_each_other(pointer, named, other)
                    if at not in best or weight > best[at].likeness:
                        sent = self._sentences[at]
                        best[at] = Match(weight, sent.start, sent.end, other)
        return sorted(best.values(), key=lambda match: (-match.likeness, match.start))

    def _beside_each_other(self, pointer: Pointer, named: int, other: DatedSentence) -> float:
        """1, or :data:`OTHER_CLAUSE` where the two days belong to clauses that share no word."""
        here, there = self._beside.get(pointer.start), other.clauses.get(named)
        if (named in other.off) != (pointer.start in self._off):
            return OTHER_CLAUSE
        return OTHER_CLAUSE if here and there and not here & there else 1.0

    def evidence(self, day: int) -> tuple[Evidence, ...]:
        """The best agreeing pair of sentences."""
        found = self.matches(day)
        if not found:
            return ()
        match = found[0]
        return (
            cite(self._report, match.start, match.end),
            cite(match.other.report, match.other.start, match.other.end),
        )


def _called_off(annotated: Annotated) -> frozenset[int]:
    """The starts of the time expressions at which something was to be and is not."""
    notes = annotated.notes
    return frozenset(
        notes.timexes[event.timex].start
        for event in notes.events
        if event.timex is not None and event.status in ("postponed", "cancelled")
    )


def _likeliest(timex: Timex, report: Report) -> int:
    """The day that an expression most likely means: "next Wednesday" on a Tuesday is that of the week after."""
    day = dt.date.fromisoformat(timex.when.start).toordinal() if timex.when else 0
    if report.day is not None and timex.rule.startswith("next-weekday"):
        return day + 7 if NEXT_MEANS_LATER.get(day - report.day.toordinal(), 0.0) > LEAST_TO_MOVE else day
    return day


def _meant(pointer: Pointer, span: tuple[int, int], day: int) -> Iterator[tuple[int, float]]:
    """The days that an expression may mean in a report of ``day``, each with what an agreement on it counts."""
    first, last = span
    share = 1.0 if first == last else WEEK_SHARE
    later = NEXT_MEANS_LATER.get(first, 0.0) if pointer.following and first == last else 0.0
    for named in range(day + first, day + last + 1):
        yield named, share * (1 - later)
    if later:
        yield day + first + 7, later
