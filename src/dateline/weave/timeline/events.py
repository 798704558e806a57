"""Events: tellings of the same thing on the same day, brought together over the reports."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dateline.model.annotations import Status
from dateline.model.dates import DateSpan
from dateline.weave.timeline.tellings import AHEAD, CHANGED, Telling

SAME_EVENT = 0.34
"""Share of the weight of the shorter telling's terms that must be in the other for the two to tell one event."""

SAME_PLAN = 0.25
"""The same for what lies ahead: the reports of one story have few plans for one day."""

SAME_COARSE = 0.4
"""The same for a telling without a day that joins an event on a day."""


@dataclass(slots=True)
class StoryEvent:
    """One event: its date and the tellings that it rests on."""

    when: DateSpan
    kind: str
    tellings: list[Telling] = field(default_factory=list)

    @property
    def status(self) -> Status:
        """The status most tellings of the weightiest kind give; earlier in the order of certainty on a tie."""
        counts = Counter(told.status for told in self.tellings)
        return max(counts, key=lambda status: (counts[status], -_ORDER.index(status)))


_ORDER: tuple[Status, ...] = (
    "happened", "said", "reported", "requested", "denied", "postponed", "cancelled", "planned", "expected",
)  # fmt: skip


def kind_of(status: Status) -> str:
    """What may be one event: acts with acts, plans with plans, changes of plan with each other."""
    return "ahead" if status in AHEAD else "changed" if status in CHANGED else "act"


def term_weights(groups: Iterable[frozenset[str]]) -> dict[str, float]:
    """How telling each term is: the logarithm of how seldom it stands in a telling."""
    seen: Counter[str] = Counter()
    total = 0
    for terms in groups:
        seen.update(terms)
        total += 1
    return {term: math.log((1 + total) / (0.5 + count)) for term, count in seen.items()}


def likeness(a: frozenset[str], b: frozenset[str], weights: Mapping[str, float]) -> float:
    """0..1: the weight of the shared terms, as a share of the lighter side's."""
    shared = a & b
    if not shared:
        return 0.0
    lighter = min(math.fsum(weights[t] for t in a), math.fsum(weights[t] for t in b))
    return math.fsum(weights[t] for t in shared) / lighter if lighter else 0.0


def events(tellings: list[Telling]) -> list[StoryEvent]:
    """The events of the tellings, by date. Independent of the order in which the reports were given."""
    weights = term_weights(told.terms for told in tellings)
    by_date: dict[DateSpan, list[Telling]] = defaultdict(list)
    for told in tellings:
        by_date[told.when].append(told)
    made: list[StoryEvent] = []
    for when in sorted(by_date, key=lambda span: (span.start, span.end, span.value, span.mod or "")):
        made += _cluster(by_date[when], weights)
    made = _join_coarse(made, weights)
    return _close_plans(made, weights)


def _cluster(tellings: list[Telling], weights: Mapping[str, float]) -> list[StoryEvent]:
    made: list[StoryEvent] = []
    for told in tellings:
        kind = kind_of(told.status)
        needed = SAME_PLAN if kind == "ahead" else SAME_EVENT
        best, best_likeness = None, needed
        for event in made:
            if event.kind == kind:
                like = _fits(told, event, weights)
                if like > best_likeness:
                    best, best_likeness = event, like
        if best is None:
            best = StoryEvent(told.when, kind)
            made.append(best)
        best.tellings.append(told)
    return made


def _fits(told: Telling, event: StoryEvent, weights: Mapping[str, float]) -> float:
    """How well a telling fits an event; two tellings of one sentence are two events."""
    best = 0.0
    for other in event.tellings[:8]:
        if other.report == told.report and other.sentence is told.sentence:
            return 0.0
        best = max(best, likeness(told.terms, other.terms, weights))
    return best


def _join_coarse(found: list[StoryEvent], weights: Mapping[str, float]) -> list[StoryEvent]:
    """Brings a telling of "last week" to the event on a day of that week, and "August" to "late August"."""
    days: dict[str, list[StoryEvent]] = defaultdict(list)
    kept: list[StoryEvent] = []
    coarse: list[StoryEvent] = []
    for event in found:
        (days[event.when.start] if event.when.is_day else coarse).append(event)
        if event.when.is_day:
            kept.append(event)
    for event in sorted(coarse, key=lambda event: (event.when.days, event.when.start, event.when.value)):
        home = _home(event, kept, weights)
        if home is None:
            kept.append(event)
        else:
            home.tellings += event.tellings
    return sorted(kept, key=lambda event: (event.when.start, event.when.end))


def _home(event: StoryEvent, kept: list[StoryEvent], weights: Mapping[str, float]) -> StoryEvent | None:
    best, best_likeness = None, SAME_COARSE
    for other in kept:
        if other.kind != event.kind or not other.when.overlaps(event.when):
            continue
        like = max(_fits(told, other, weights) for told in event.tellings)
        if like > best_likeness:
            best, best_likeness = other, like
    return best


def _close_plans(found: list[StoryEvent], weights: Mapping[str, float]) -> list[StoryEvent]:
    """A plan for a day on which a report says that it happened becomes evidence of what happened."""
    kept = []
    acts = [event for event in found if event.kind == "act"]
    for event in found:
        if event.kind == "ahead":
            same_day = [act for act in acts if act.when.start == event.when.start and act.when.end == event.when.end]
            home = _met(event, same_day, weights)
            if home is not None:
                home.tellings += event.tellings
                continue
        kept.append(event)
    return kept


def _met(plan: StoryEvent, acts: list[StoryEvent], weights: Mapping[str, float]) -> StoryEvent | None:
    best, best_likeness = None, SAME_EVENT
    for act in acts:
        later = [told for told in act.tellings if told.status in ("happened", "reported")]
        like = max((_fits(told, act, weights) for told in plan.tellings), default=0.0) if later else 0.0
        if like > best_likeness:
            best, best_likeness = act, like
    return best
