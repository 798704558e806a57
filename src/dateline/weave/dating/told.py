"""The same event in an undated report and in dated ones, clause by clause: for piles of a few reports.

Where hundreds of reports tell a story, the likest sentences say enough (:mod:`dating.agreement`). A few share few
words, so here the clauses are compared that the days belong to. What a dated report plans for a day, what it tells
without one, and the time that has passed since another event count too.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dateline.model.annotations import Annotated
from dateline.model.evidence import Evidence, cite
from dateline.weave.dating.clues import Clue
from dateline.weave.dating.facts import Fact, Saying, Words, called_off, stems

BACKGROUND = 40
"""Sentences that a pile is thought to be drawn from beside its own, so that words of small piles weigh too."""
LEAST = 0.12
"""Likeness of two clauses (cosine by rarity) below which all is chance. Of clauses .3 to .4 alike about half mean the
same day in short reports that follow one story, one in four in long reports of mixed outlets."""
SLOPE = 6.0
"""What each unit of likeness above speaks for the day (natural logarithm); 3 to 6 tried on short reports."""
MOST = 4.0
OWN_DAY = 0.3
"""Likeness taken for a day that the report itself names outright, where what else it tells would point just there."""
RANKS = {"same event": (1.0, 0.6, 0.4, 0.3), "time since": (1.0, 1.0, 1.0)}
"""What the best, the second, ... agreeing pair counts: clauses of one event say much the same, spans do not."""
SHORT = 12
"""Sentences of a report up to which a match of clauses counts in full; long reports match by chance more often."""
PLANNED_DAY = 0.6
"""What it speaks for a day alone that a dated report had something planned for it."""
PLAN_SLOPE = 3.0
"""The same for each unit of likeness of the plan and the undated report's lead."""


class Known(msgspec.Struct, frozen=True):
    """A dated report, or the undated one itself, with what it places on days. ``trust``: how sure its own day is."""

    annotated: Annotated
    trust: float
    facts: Sequence[Fact]


class Pair(msgspec.Struct, frozen=True):
    """A saying and a fact that agree. ``gain``: what that speaks for the day."""

    gain: float
    saying: Saying
    fact: Fact
    owner: Annotated


class Rarity:
    """How much each word tells in a pile: the less, the more sentences hold it."""

    def __init__(self, reports: Iterable[Annotated]) -> None:
        self._holders: Counter[str] = Counter()
        self._total = BACKGROUND
        for one in reports:
            text = one.report.text
            for sent in one.notes.sentences:
                self._holders.update(stems(text[sent.start : sent.end]))
                self._total += 1

    def likeness(self, one: Words, other: Words) -> float:
        """Cosine of two clauses, 0 to 1."""
        shared = one.keys() & other.keys()
        if not shared:
            return 0.0
        both = math.fsum(self._weight(word) * one[word] * other[word] for word in shared)
        return both / math.sqrt(self._size(one) * self._size(other))

    def _weight(self, word: str) -> float:
        return math.log(self._total / (self._holders[word] + 0.5)) ** 2

    def _size(self, words: Words) -> float:
        return math.fsum(self._weight(word) * share * share for word, share in words.items())


def clearness(one: Annotated, other: Annotated) -> float:
    """What a match of clauses counts in two reports, by their length."""
    return min(1.0, SHORT / math.sqrt(max(len(one.notes.sentences), 1) * max(len(other.notes.sentences), 1)))


def told_clue(
    rule: str, undated: Annotated, told: Sequence[Saying], known: Sequence[Known], rarity: Rarity, days: Sequence[int]
) -> Clue | None:
    """What the agreement of an undated report's sayings with facts speaks for each day."""
    matched = [(saying, best) for saying in told if (best := _matches(undated, saying, known, rarity))]
    found = {day: agreeing for day in days if (agreeing := _agreeing(matched, day))}
    if not found:
        return None
    gains = {
        day: math.fsum(pair.gain * share for pair, share in zip(pairs, RANKS[rule], strict=False))
        for day, pairs in found.items()
    }

    def because(day: int) -> tuple[Evidence, ...]:
        if day not in found:
            return ()
        pair = found[day][0]
        here = cite(undated.report, pair.saying.start, pair.saying.end)
        return here, cite(pair.owner.report, pair.fact.start, pair.fact.end)

    return Clue(rule, gains, 0.0, because)


def _matches(undated: Annotated, saying: Saying, known: Sequence[Known], rarity: Rarity) -> Mapping[int, Pair]:
    """Day -> the fact of that day that a saying agrees with best."""
    best: dict[int, Pair] = {}
    for one in known:
        own = one.annotated is undated
        share = one.trust * saying.sure * (1.0 if own else clearness(undated, one.annotated))
        for fact in one.facts:
            if own and (fact.start == saying.start or fact.planned != saying.ahead or fact.limit):
                continue
            likeness = rarity.likeness(saying.words, fact.words)
            if own:
                likeness = max(likeness, OWN_DAY)
            gain = min(max(likeness - LEAST, 0.0) * SLOPE, MOST) * share * fact.sure
            if gain > 0 and (fact.day not in best or gain > best[fact.day].gain):
                best[fact.day] = Pair(gain, saying, fact, one.annotated)
    return best


def _agreeing(matched: Sequence[tuple[Saying, Mapping[int, Pair]]], day: int) -> list[Pair]:
    """For each saying the best fact on a day that it would mean in a report of ``day``, the best pair first."""
    found = []
    for saying, best in matched:
        reach = saying.reach.get((day - 1) % 7)
        if reach is None:
            continue
        pairs = [best[meant] for meant in range(day + reach[0], day + reach[1] + 1) if meant in best]
        if pairs:
            found.append(max(pairs, key=lambda pair: (pair.gain, -pair.fact.day)))
    return sorted(found, key=lambda pair: (-pair.gain, pair.saying.start))


def plan_clue(
    undated: Annotated, told: Sequence[Saying], known: Sequence[Known], rarity: Rarity, days: Sequence[int]
) -> Clue | None:
    """The news is often what a dated report had announced for the day."""
    news = [one for one in told if one.lead]
    words: dict[str, float] = {}
    for one in news:
        words.update(one.words)
    off = [fact for one in known for fact in called_off(one.annotated)]
    plans = [
        Pair((PLANNED_DAY + PLAN_SLOPE * rarity.likeness(words, fact.words)) * one.trust, news[0], fact, one.annotated)
        for one in known
        for fact in one.facts
        if news and fact.planned and not fact.limit and fact.sure == 1.0 and not _is_off(fact, off, rarity)
    ]
    best: dict[int, Pair] = {}
    for day in days:
        fitting = [pair for pair in plans if _news_may_be_of(news, day, pair.fact.day)]
        if fitting:
            best[day] = max(fitting, key=lambda pair: (pair.gain, -pair.fact.day, pair.owner.report.id))
    if not best:
        return None

    def because(day: int) -> tuple[Evidence, ...]:
        if day not in best:
            return ()
        pair = best[day]
        here = cite(undated.report, pair.saying.start, pair.saying.end)
        return here, cite(pair.owner.report, pair.fact.start, pair.fact.end)

    return Clue("planned day", {day: pair.gain for day, pair in best.items()}, 0.0, because)


def _is_off(plan: Fact, off: Sequence[Fact], rarity: Rarity) -> bool:
    """Whether a report says that what was planned for a day will not be then."""
    return any(one.day == plan.day and rarity.likeness(one.words, plan.words) >= LEAST for one in off)


def _news_may_be_of(news: Sequence[Saying], day: int, meant: int) -> bool:
    """Whether a report of ``day`` would tell news of another day: as its lead has it, else on that day or the next."""
    reaches = [reach for one in news if (reach := one.reach.get((day - 1) % 7)) is not None]
    return any(day + first <= meant <= day + last for first, last in reaches)
