"""Events: tellings of the same thing on the same day, brought together over the reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.model.annotations import Status
from dateline.model.dates import DateSpan
from dateline.weave.timeline.days import score
from dateline.weave.timeline.kinds import SPEECH
from dateline.weave.timeline.tellings import Telling
from dateline.weave.timeline.vectors import Centre, Vector, Vectors

SAME_EVENT = 0.32
"""Cosine from which a telling tells the event of those before it, on the same day."""

SAME_PLAN = 0.15
"""The same for what lies ahead: the reports of one story have few plans for one day."""

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
    speakers: set[str] = field(default_factory=set)

    @property
    def status(self) -> Status:
        """The status that most weight gives, among those that name the time where there are any."""
        counts: Counter[Status] = Counter()
        for told in self.tellings:
            if told.kind == self.kind:
                counts[told.status] += 1 if told.basis == "lead" else 2
        return max(counts, key=lambda status: (counts[status], -_ORDER.index(status)))

    def status_of(self, shown: Telling) -> Status:
        """The status of a line that shows this telling: what its words say, where they are of the event's kind."""
        return shown.status if shown.kind == self.kind else self.status

    @property
    def weight(self) -> float:
        return score(self.tellings)

    @property
    def families(self) -> int:
        return len({told.family for told in self.tellings})

    def add(self, told: Telling, vector: Vector) -> None:
        self.tellings.append(told)
        self.centre.add(vector)
        if told.speaker:
            self.speakers.add(told.speaker)

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
    weightiest = sorted(tellings, key=lambda told: (-told.weight, told.report, told.start, told.end))
    crowded = len(weightiest) > ALL_COMPARED
    for told in weightiest:
        vector = vectors.clause(told)
        rare = sorted(vector, key=lambda word: (-vectors.idf.get(word, 0.0), word))[:RARE] if crowded else []
        best, best_likeness = -1, SAME_PLAN if told.kind == "ahead" else SAME_EVENT
        if len(made) <= ALL_COMPARED:
            rivals: Iterable[int] = range(len(made))
        else:
            rivals = sorted({i for word in rare for i in index[word]})
        for i in rivals:
            event = made[i]
            if event.kind == told.kind and (like := event.centre.likeness(vector)) > best_likeness:
                if same_sentence(event, told) or not agrees(event, told):
                    continue
                if vectors.share_more_than_names(event.centre, vector):
                    best, best_likeness = i, like
        if best < 0:
            best = len(made)
            made.append(StoryEvent(when, told.kind))
        made[best].add(told, vector)
        for word in rare:
            if not index[word] or index[word][-1] != best:
                index[word].append(best)
    return made


def same_sentence(event: StoryEvent, told: Telling) -> bool:
    """Whether the event rests on the telling's sentence already: two things told in one sentence are two events."""
    return any(other.sentence is told.sentence for other in event.tellings)


def agrees(event: StoryEvent, told: Telling) -> bool:
    """Whether the telling may be of the event: words of one speaker, and no denial beside what is not denied."""
    first = event.tellings[0]
    if told.speaker and event.speakers and told.speaker not in event.speakers:
        return False
    return told.negated == first.negated or told.status not in SPEECH or first.status not in SPEECH
