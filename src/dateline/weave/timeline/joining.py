"""Events brought together across dates and statuses: "last week" with its day, a plan with its outcome."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable

from dateline.weave.timeline.events import SAME_EVENT, SAME_PLAN, StoryEvent, agrees, same_sentence
from dateline.weave.timeline.families import acts, families
from dateline.weave.timeline.kinds import SPEECH
from dateline.weave.timeline.tellings import Telling
from dateline.weave.timeline.vectors import Vectors

SAME_COARSE = 0.3
"""Cosine from which an event without a day ("last week") is one on a day inside that time."""

SAME_SPAN = 0.45
"""The same for a span from day to day, which is often the window of a report without a date."""

WEEK, LATE = 7, 3
"""Days up to which a plan without a day may have been carried out on one of them, or this many later."""

LONGEST_PLAN = 31
"""Days. What is planned for longer ("until the end of the year") is no plan for a day inside."""

SAME_THINGS, SAME_KINDS = 1, 2
"""Words beside names and acts that a plan shares with what was done on its day ("the bridge"), or kinds of act ("decide
to end"), from which an act of the plan's kind carries it out."""

ALL_JOINED = 200
"""Events up to which each is compared with what is dated less sharply; of more, those that share a heavy word."""

HEAVIEST = 8
"""Words by which the rivals of such an event are found where there are many."""


def join_coarse(found: list[StoryEvent], coarse: list[StoryEvent], vectors: Vectors) -> list[StoryEvent]:
    """Brings an event of "last week" to the one on a day of that week, and that of "August" to "late August"."""
    kept = list(found)
    index: dict[str, list[StoryEvent]] = defaultdict(list)
    many = len(found) > ALL_JOINED
    if many:
        for event in found:
            _enter(event, index)
    for event in sorted(coarse, key=lambda event: (event.when.days, event.when.start, event.place())):
        home, best = None, SAME_PLAN if event.kind == "ahead" else SAME_COARSE
        if event.when.precision == "span" and event.kind != "ahead":
            best = SAME_SPAN
        if event.kind == "ahead" and event.when.days > LONGEST_PLAN:
            best = 1.0
        for other in _rivals(event, index) if many else kept:
            if other.kind != event.kind or not other.when.overlaps(event.when):
                continue
            like = other.centre.likeness_to(event.centre)
            if like > best and _joinable(other, event, vectors):
                home, best = other, like
        if home is None:
            kept.append(event)
            _enter(event, index)
        else:
            _absorb(home, event, vectors)
    return kept


def _enter(event: StoryEvent, index: dict[str, list[StoryEvent]]) -> None:
    for word in event.centre.heaviest(HEAVIEST):
        index[word].append(event)


def _rivals(event: StoryEvent, index: dict[str, list[StoryEvent]]) -> Iterable[StoryEvent]:
    seen: dict[int, StoryEvent] = {}
    for word in event.centre.heaviest(HEAVIEST):
        for other in index.get(word, ()):
            seen.setdefault(id(other), other)
    return seen.values()


def close_plans(found: list[StoryEvent], vectors: Vectors) -> list[StoryEvent]:
    """A plan for a day on which a report says that it happened becomes evidence of what happened."""
    done: dict[tuple[str, str], list[StoryEvent]] = defaultdict(list)
    for event in found:
        if event.kind == "act" and any(told.status in ("happened", "reported") for told in event.tellings):
            done[event.when.start, event.when.end].append(event)
    acts_of: dict[int, frozenset[int]] = {}
    kept = []
    for event in found:
        home = None
        if event.kind == "ahead":
            rivals = done[event.when.start, event.when.end]
            home = _likest(event, rivals, vectors) or _carried_out(event, rivals, vectors, acts_of)
            if home is None and 1 < event.when.days <= WEEK:
                home = _carried_out(event, _within(event, done), vectors, acts_of)
        if home is None:
            kept.append(event)
        else:
            _absorb(home, event, vectors)
    return kept


def _within(plan: StoryEvent, done: dict[tuple[str, str], list[StoryEvent]]) -> list[StoryEvent]:
    """What was done on a day of the plan's week: "a decision next week"."""
    first = dt.date.fromisoformat(plan.when.start)
    days = [(first + dt.timedelta(n)).isoformat() for n in range(plan.when.days + LATE)]
    return [event for day in days for event in done.get((day, day), ())]


def _carried_out(
    plan: StoryEvent, done: list[StoryEvent], vectors: Vectors, acts_of: dict[int, frozenset[int]]
) -> StoryEvent | None:
    """The event of the plan's day that is an act of the plan's kind upon the same thing.

    ``acts_of``: the kinds of act of the events seen so far, by identity.
    """
    planned = families(_words(plan, vectors.clause_words))
    if not planned:
        return None
    sentences = _words(plan, vectors.words)
    for event in done:
        if id(event) not in acts_of:
            acts_of[id(event)] = families(_words(event, vectors.clause_words))
        if planned & acts_of[id(event)]:
            shared = _plain(sentences) & _plain(_words(event, vectors.words))
            things = {word for word in shared if not word.isdigit()} - acts(shared) - vectors.names
            kinds = families(sentences) & families(_words(event, vectors.words))
            if len(things) >= SAME_THINGS or (len(kinds) >= SAME_KINDS and shared & vectors.names):
                return event
    return None


def _plain(words: frozenset[str]) -> frozenset[str]:
    """The words without the ending of an adverb: "took a formal decision", "formally decided"."""
    return frozenset(word.removesuffix("ly") for word in words)


def _words(event: StoryEvent, of: Callable[[Telling], Iterable[str]]) -> frozenset[str]:
    """The words of the tellings that are of the event's own kind."""
    return frozenset(word for told in event.tellings if told.kind == event.kind for word in of(told))


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
            home = _likest(event, changed[event.when.start], vectors)
        if home is None:
            kept.append(event)
        else:
            _absorb(home, event, vectors)
    return kept


def join_said(found: list[StoryEvent], vectors: Vectors) -> list[StoryEvent]:
    """Takes out what is asked for or awaited over a long time ("until the end of the year") where its own sentences
    are told as said on their day; of several such that are left for one time, the like ones are one."""
    spoken = {
        (told.report, told.sentence.start)
        for event in found
        if event.kind == "act"
        for told in event.tellings
        if told.status in SPEECH
    }
    kept: list[StoryEvent] = []
    said = [event for event in found if event.kind == "act" and event.when.is_day and event.status in SPEECH]
    open_ended: dict[str, list[StoryEvent]] = defaultdict(list)
    for event in found:
        if event.kind == "ahead" and event.when.days > 1 and event.when.precision != "day":
            if all((told.report, told.sentence.start) in spoken for told in event.tellings):
                continue
            if event.when.days > LONGEST_PLAN:
                home = _likest(event, open_ended[event.when.end], vectors, SAME_PLAN)
                if home is None and event.status == "requested":
                    near = [one for one in said if one.when.overlaps(event.when) and _joinable(one, event, vectors)]
                    home = _likest(event, near, vectors, SAME_PLAN)
                if home is not None:
                    _absorb(home, event, vectors)
                    continue
                open_ended[event.when.end].append(event)
        kept.append(event)
    return kept


def _likest(
    event: StoryEvent, others: list[StoryEvent], vectors: Vectors, least: float = SAME_EVENT
) -> StoryEvent | None:
    home, best = None, least
    for other in others:
        like = other.centre.likeness_to(event.centre)
        if like > best and vectors.share_more_than_names(other.centre, event.centre.weights):
            home, best = other, like
    return home


def _joinable(home: StoryEvent, event: StoryEvent, vectors: Vectors) -> bool:
    return (
        not any(same_sentence(home, told) for told in event.tellings)
        and agrees(home, event.tellings[0])
        and vectors.share_more_than_names(home.centre, event.centre.weights)
    )


def _absorb(home: StoryEvent, event: StoryEvent, vectors: Vectors) -> None:
    for told in event.tellings:
        home.add(told, vectors.clause(told))
