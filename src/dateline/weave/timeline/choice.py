"""Which events of a day come first, and in which sentence each is told.

The sentences that together lie nearest the centre of what the day's reports say are taken one by one; each brings its
event, and the event's other sentences are its evidence. Nearness of the set, not of the single sentence, keeps the
second line from saying the first again (Radev et al. 2004; Gholipour Ghalandari 2017).
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from operator import itemgetter

from dateline.model.material import Material
from dateline.weave.timeline.events import StoryEvent
from dateline.weave.timeline.tellings import AHEAD_SHARE, Telling
from dateline.weave.timeline.vectors import Centre, Vector, Vectors
from dateline.weave.timeline.wording import readable

GIST_BASE = 0.4
"""What a sentence adds to the centre that has no word of the story's gist; one that has much of it adds 1 more."""

MORNING_AFTER = 1.0
"""What the leads of the morning after add to the centre of a day together, against all that is told of it."""

OFF_TOPIC = 0.3
"""Share of its worth that a line keeps which never names the topic."""

LATER_REPORT = 0.3
"""Share that a report adds to the centre of a day that it looks back on, more than LATER days after."""

LATER = 3
"""Days."""

OTHER_KIND = 0.3
"""Share of its worth that a line keeps which tells as planned what its event tells as done."""

QUOTING = 0.8
"""Share of its worth that a line keeps in which somebody is quoted: a timeline tells what was done."""

PLAN = 0.6
"""Share of its worth that a line keeps on what is planned or expected, among what was done on that day."""

ASIDE = 0.5
"""Share of its worth that a line keeps which only looks back on the day in a clause beside the main one."""

REPEATED = 0.7
"""Share of a line's content words in another line from which it says the same again; as the benchmark counts it."""

FEWEST_BARE = 3
"""Content words beside names from which two lines can be told apart by them."""

CONSIDERED = 400
"""Sentences of one day from which lines are chosen, the weightiest first; keeps the cost linear on a day of 1,000."""

_QUOTED = re.compile('["“]')


def share_of(about: float) -> float:
    """What a sentence adds to its day's centre. ``about``: how much of the story it is, 0..1 and more."""
    return GIST_BASE + min(1.0, about) ** 2


class Shown:
    """What a timeline shows already, so that no line is told twice."""

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = vectors
        self._having: dict[str, list[frozenset[str]]] = {}

    def is_new(self, told: Telling, *, but_for_names: bool = False) -> bool:
        """Whether less than REPEATED of the sentence's content words, or of an earlier line's, stand in the other.
        ``but_for_names``: or less of those that are no names, for who and where alone do not make it the same."""
        words = self._vectors.words(told)
        if not words:
            return False
        seen: dict[frozenset[str], int] = {}
        for word in words:
            for line in self._having.get(word, ()):
                seen[line] = seen.get(line, 0) + 1
        return not any(
            shared >= REPEATED * min(len(words), len(line))
            and not (but_for_names and self._differ_beside_names(words, line))
            for line, shared in seen.items()
        )

    def _differ_beside_names(self, words: frozenset[str], line: frozenset[str]) -> bool:
        bare, other = words - self._vectors.names, line - self._vectors.names
        fewest = min(len(bare), len(other))
        return fewest >= FEWEST_BARE and len(bare & other) < REPEATED * fewest

    def add(self, told: Telling) -> None:
        words = self._vectors.words(told)
        for word in words:
            self._having.setdefault(word, []).append(words)


def in_order(
    events: Sequence[StoryEvent],
    material: Material,
    vectors: Vectors,
    wanted: Callable[[StoryEvent], bool] | None = None,
    leads: Sequence[tuple[Vector, float]] = (),
) -> Iterator[tuple[StoryEvent, list[Telling]]]:
    """Yields the events of one date, the one nearest the day's centre first, each with its tellings, best first.

    ``events``: all of that date, since they make the centre. ``wanted``: which of them to yield; all by default.
    ``leads``: what the reports of the morning after open with, and the share of each.
    """
    pool = _pool(events, material, vectors)
    centre = Centre()
    for line in pool:
        centre.add(line.vector, line.share)
    each = MORNING_AFTER * sum(line.share for line in pool) / (sum(share for _, share in leads) or 1.0)
    for vector, share in leads:
        centre.add(vector, share * each)
    chosen = _Chosen(centre)
    if wanted is not None:
        kept = {id(event) for event in events if wanted(event)}
        pool = [line for line in pool if id(line.event) in kept]
    while pool:
        near = [chosen.with_one(line) for line in pool]
        first = pool[_worthiest(pool, near)]
        chosen.add(first)
        mine = [(-at * line.worth, line.told) for line, at in zip(pool, near, strict=True) if line.event is first.event]
        mine.sort(key=itemgetter(0))
        pool = [line for line in pool if line.event is not first.event]
        told = [one for _, one in mine]
        yield first.event, told + [one for one in first.event.tellings if not any(one is other for other in told)]


def _worthiest(pool: Sequence[_Line], near: Sequence[float]) -> int:
    """Which line's nearness times its worth is highest, the first of equals; the worth of few lines is asked for."""
    most = [at * line.most for line, at in zip(pool, near, strict=True)]
    best, chosen = -1.0, 0
    for number in sorted(range(len(pool)), key=most.__getitem__, reverse=True):
        if most[number] < best:
            break
        worth = near[number] * pool[number].worth
        if worth > best or (worth == best and number < chosen):
            best, chosen = worth, number
    return chosen


class _Line:
    """A telling that may be shown. ``most``: what it is worth where its sentence stands well by itself; ``dot``: its
    product with the centre, found at first use."""

    def __init__(self, told: Telling, event: StoryEvent, material: Material, vectors: Vectors) -> None:
        report = material.reports[told.report].report
        self.told, self.event = told, event
        self.vector: Vector = vectors.sentence(told)
        self.share = share_of(vectors.about(told))
        if told.kind == "ahead":
            self.share *= AHEAD_SHARE
        if report.day is not None and (report.day - dt.date.fromisoformat(event.when.end)).days > LATER:
            self.share *= LATER_REPORT
        self.dot: float | None = None
        self._text = report.text

    @cached_property
    def most(self) -> float:
        return self._weigh(1.0)

    @cached_property
    def worth(self) -> float:
        return self._weigh(readable(self._text[self.told.sentence.start : self.told.sentence.end]))

    def _weigh(self, worth: float) -> float:
        """``worth``, that of the sentence by itself, less for each way in which it does not tell the event."""
        told = self.told
        worth *= 1.0 if told.topical > 0 else OFF_TOPIC
        worth *= 1.0 if told.kind == self.event.kind else OTHER_KIND
        if _QUOTED.search(self._text, told.sentence.start, told.sentence.end):
            worth *= QUOTING
        if self.event.kind == "ahead":
            worth *= PLAN
        return worth * ASIDE if told.aside else worth


def _pool(events: Sequence[StoryEvent], material: Material, vectors: Vectors) -> list[_Line]:
    tellings = [(told, event) for event in events for told in event.tellings]
    tellings.sort(key=lambda pair: (-pair[0].weight, pair[0].report, pair[0].start, pair[0].end))
    kept = tellings[:CONSIDERED]
    if len(tellings) > CONSIDERED:
        having = {id(event) for _, event in kept}
        for told, event in tellings[CONSIDERED:]:  # every event keeps a line
            if id(event) not in having:
                having.add(id(event))
                kept.append((told, event))
    return [_Line(told, event, material, vectors) for told, event in kept]


class _Chosen:
    """The sum of the chosen lines, for the likeness of them and one more to the centre."""

    def __init__(self, centre: Centre) -> None:
        self._centre = centre.weights
        self._sum: dict[str, float] = {}
        self._dot = self._square = 0.0

    def with_one(self, line: _Line) -> float:
        """The likeness to the centre of what is chosen and this line."""
        dot, square = self._of(line)
        return (self._dot + dot) / (math.sqrt(self._square + square) or 1.0)

    def add(self, line: _Line) -> None:
        dot, square = self._of(line)
        self._dot += dot
        self._square += square
        for word, x in line.vector.items():
            self._sum[word] = self._sum.get(word, 0.0) + x

    def _of(self, line: _Line) -> tuple[float, float]:
        if line.dot is None:
            centre = self._centre
            line.dot = sum(x * centre[word] for word, x in line.vector.items())
        sums, square = self._sum, 0.0
        for word, x in line.vector.items():
            square += x * (x + 2 * sums[word]) if word in sums else x * x
        return line.dot, square
