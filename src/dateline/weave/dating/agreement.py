"""The same event on the same day: what a report dates by a weekday or "a week ago", beside what a sibling dates.

Every sentence that names a day, in a report whose own day is known, says on which day its event lies. A sentence of an
undated report that tells the same, and dates it from the report's own day ("on Friday", "a week ago"), then fits
some days of publication and not others. The report's own full dates count too: "next Monday" beside "October 31".
"""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence

import msgspec

from dateline.model.annotations import Annotated
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


class DatedSentence(msgspec.Struct, frozen=True):
    """A sentence that names a day, with that day, in whichever report."""

    owner: int
    report: Report
    start: int
    end: int
    days: tuple[int, ...]
    words: frozenset[str]


class Match(msgspec.Struct, frozen=True):
    """A sentence of the undated report, and one that seems to tell the same, with the days that this one names."""

    likeness: float
    start: int
    end: int
    other: DatedSentence


def dated_sentences(owner: int, annotated: Annotated) -> list[DatedSentence]:
    """The sentences of a report that name a day of the calendar; relative ones only count where its day is known."""
    report, notes = annotated.report, annotated.notes
    days: dict[int, set[int]] = {}
    starts = [sent.start for sent in notes.sentences]
    for timex in notes.timexes:
        if timex.when is not None and timex.when.is_day and timex.type in ("DATE", "TIME"):
            at = bisect_right(starts, timex.start) - 1
            if at >= 0:
                days.setdefault(at, set()).add(dt.date.fromisoformat(timex.when.start).toordinal())
    found = []
    for at, named in sorted(days.items()):
        sent = notes.sentences[at]
        words = frozenset(content_words(report.text[sent.start : sent.end]))
        if len(words) >= FEWEST_WORDS:
            found.append(DatedSentence(owner, report, sent.start, sent.end, tuple(sorted(named)), words))
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
        self._matches: dict[int, dict[int, tuple[float, DatedSentence]]] = {}
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
                    by_day.setdefault(named, (likeness, other))

    def matches(self, day: int) -> list[Match]:
        """For each sentence that leans on the report's day the likest one that agrees, if it is of ``day``."""
        best: dict[int, Match] = {}
        for pointer in self._pointing:
            span = pointer.reach.get((day - 1) % 7)
            if span is None:
                continue
            at = pointer.sentence
            by_day = self._matches[at]
            share = 1.0 if span[0] == span[1] else WEEK_SHARE
            for named in range(day + span[0], day + span[1] + 1):
                if named in by_day:
                    likeness, other = by_day[named]
                    if at not in best or likeness * share > best[at].likeness:
                        sent = self._sentences[at]
                        best[at] = Match(likeness * share, sent.start, sent.end, other)
        return sorted(best.values(), key=lambda match: (-match.likeness, match.start))

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
