"""Events: tellings of the same thing on the same day, brought together over the reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.model.annotations import Status
from dateline.model.dates import DateSpan
from dateline.weave.timeline.days import score
from dateline.weave.timeline.tellings import Telling
from dateline.weave.timeline.vectors import Centre, Vectors

SAME_EVENT = 0.25
"""Cosine from which a telling tells the event of those before it, on the same day."""

SAME_PLAN = 0.15
"""The same for what lies ahead: the reports of one story have few plans for one day."""

SAME_COARSE = 0.3
"""The same for a telling without a day ("last week") that joins an event on a day inside that time."""

ALL_COMPARED = 40
"""Events of a day up to which each is compared; beyond, only those that share one of the telling's rarest words."""

RARE = 6
"""How many of the rarest words."""


@dataclass(slots=True)
class StoryEvent:
    """One event: its date and the tellings that it rests on."""

    when: DateSpan
    kind: str
    tellings: list[Telling] = field(default_factory=list)
    centre: Centre = field(default_factory=Centre)

    @property
    def status(self) -> Status:
        """The status that most weight gives, among those that name the time where there are any."""
        counts: Counter[Status] = Counter()
        for told in self.tellings:
            if told.kind == self.kind:
                counts[told.status] += 1 if told.basis == "lead" else 2
        return max(counts, key=lambda status: (counts[status], -_ORDER.index(status)))

    @property
    def weight(self) -> float:
        return score(self.tellings)

    @property
    def families(self) -> int:
        return len({told.family for told in self.tellings})

    def place(self) -> tuple[int, int, int]:
        """A fixed order among equals: the first place in the oldest report."""
        return min((told.report, told.start, told.end) for told in self.tellings)


_ORDER: tuple[Status, ...] = (
    "happened", "said", "reported", "requested", "denied", "postponed", "cancelled", "planned", "expected",
)  # fmt: skip


def cluster(tellings: Iterable[Telling], when: DateSpan, vectors: Vectors) -> list[StoryEvent]:
    """The events that the tellings of one date tell; the weightiest telling opens each."""
    made: list[StoryEvent] = []
    index: dict[str, list[int]] = defaultdict(list)
    for told in sorted(tellings, key=lambda told: (-told.weight, told.report, told.start, told.end)):
        vector = vectors.clause(told)
        rare = sorted(vector, key=lambda word: (-vectors.idf.get(word, 0.0), word))[:RARE]
        best, best_likeness = -1, SAME_PLAN if told.kind == "ahead" else SAME_EVENT
        if len(made) <= ALL_COMPARED:
            rivals: Iterable[int] = range(len(made))
        else:
            rivals = sorted({i for word in rare for i in index[word]})
        for i in rivals:
            event = made[i]
            if event.kind == told.kind and not _same_sentence(event, told):
                like = event.centre.likeness(vector)
                if like > best_likeness:
                    best, best_likeness = i, like
        if best < 0:
            best = len(made)
            made.append(StoryEvent(when, told.kind))
        made[best].tellings.append(told)
        made[best].centre.add(vector)
        for word in rare:
            if not index[word] or index[word][-1] != best:
                index[word].append(best)
    return made


def _same_sentence(event: StoryEvent, told: Telling) -> bool:
    return any(other.sentence is told.sentence for other in event.tellings)


def join_coarse(found: list[StoryEvent], coarse: list[StoryEvent], vectors: Vectors) -> list[StoryEvent]:
    """Brings an event of "last week" to the one on a day of that week, and that of "August" to "late August"."""
    kept = list(found)
    for event in sorted(coarse, key=lambda event: (event.when.days, event.when.start, event.place())):
        home, best = None, SAME_PLAN if event.kind == "ahead" else SAME_COARSE
        for other in kept:
            if other.kind == event.kind and other.when.overlaps(event.when):
                if any(_same_sentence(other, told) for told in event.tellings):
                    continue
                like = other.centre.likeness(event.centre.weights) / _norm(event.centre)
                if like > best:
                    home, best = other, like
        if home is None:
            kept.append(event)
        else:
            _absorb(home, event, vectors)
    return kept


def close_plans(found: list[StoryEvent], vectors: Vectors) -> list[StoryEvent]:
    """A plan for a day on which a report says that it happened becomes evidence of what happened."""
    acts: dict[tuple[str, str], list[StoryEvent]] = defaultdict(list)
    for event in found:
        if event.kind == "act" and any(told.status in ("happened", "reported") for told in event.tellings):
            acts[event.when.start, event.when.end].append(event)
    kept = []
    for event in found:
        home, best = None, SAME_EVENT
        if event.kind == "ahead":
            for act in acts[event.when.start, event.when.end]:
                like = act.centre.likeness(event.centre.weights) / _norm(event.centre)
                if like > best:
                    home, best = act, like
        if home is None:
            kept.append(event)
        else:
            _absorb(home, event, vectors)
    return kept


def join_announced(found: list[StoryEvent], vectors: Vectors) -> list[StoryEvent]:
    """Brings "an official said the meeting was postponed" to the postponement that the same day has."""
    changed: dict[str, list[StoryEvent]] = defaultdict(list)
    for event in found:
        if event.kind == "changed" and event.when.is_day:
            changed[event.when.start].append(event)
    kept = []
    for event in found:
        home = None
        if event.kind == "act" and event.when.is_day and all(told.status == "said" for told in event.tellings):
            likes = [
                (other.centre.likeness(event.centre.weights) / _norm(event.centre), other)
                for other in changed[event.when.start]
            ]
            home = max((pair for pair in likes if pair[0] > SAME_EVENT), key=lambda pair: pair[0], default=None)
        if home is None:
            kept.append(event)
        else:
            _absorb(home[1], event, vectors)
    return kept


def _absorb(home: StoryEvent, event: StoryEvent, vectors: Vectors) -> None:
    for told in event.tellings:
        home.tellings.append(told)
        home.centre.add(vectors.clause(told))


def _norm(centre: Centre) -> float:
    return sum(x * x for x in centre.weights.values()) ** 0.5 or 1.0
