"""Where the grouping keeps what it knows: reports as vectors, an index of their terms, events, running stories.

:class:`Shelf` keeps everything in memory. A store gives it the ``load_`` functions, so that only what a few new reports
touch is ever read, and writes back what :attr:`Shelf.touched` names.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain, islice
from typing import Any, NamedTuple, TypeVar

from dateline.group.stories.features import Terms

BUCKET = 16
"""Days. The index is parted by time, so that a report is compared with its contemporaries first."""
PART = 64
"""Reports in one part of a term's index; a store rewrites no more than this when it adds one."""
TABLES = 500
"""Reports whose terms are held to be looked up: those of the events that one new report can touch, some 4 MB."""
UNDATED = -1
"""The bucket of reports without a day."""


class Item:
    """One report. ``day``: its ordinal, None where unknown.

    ``links``: the reports most like it, with how much. ``back``: the reports that have it among theirs.
    """

    __slots__ = ("back", "day", "event", "links", "number")

    def __init__(self, number: int, day: int | None, event: int) -> None:
        self.number = number
        self.day = day
        self.links: dict[int, float] = {}
        self.back: dict[int, float] = {}
        self.event = event


class Event:
    """Reports of one happening. ``members``: their numbers, ascending; None until somebody asks :meth:`Shelf.members`.

    ``story``: the running story it is part of.
    """

    __slots__ = ("members", "number", "story")

    def __init__(self, number: int, members: list[int] | None, story: int) -> None:
        self.number = number
        self.members = members
        self.story = story


class Story:
    """A chain of events. ``links``: story -> sum of the links between the two; to itself, twice the sum inside.

    ``size``: how many reports it has. ``volume``: the sum of ``links``. ``events``: their numbers.
    """

    __slots__ = ("events", "links", "number", "size", "volume")

    def __init__(self, number: int, events: set[int], links: dict[int, float], size: int, volume: float = 0.0) -> None:
        self.volume = volume
        self.number = number
        self.events = events
        self.links = links
        self.size = size


class Part:
    """A piece of a term's index: reports and the term's weight in each, in order of arrival."""

    __slots__ = ("numbers", "weights")

    def __init__(self) -> None:
        self.numbers = array("I")
        self.weights = array("f")


class Term:
    """How many reports have a term, and its index: bucket -> parts, each None until it is asked for."""

    __slots__ = ("buckets", "reports")

    def __init__(self, reports: int = 0, buckets: dict[int, list[Part | None]] | None = None) -> None:
        self.reports = reports
        self.buckets: dict[int, list[Part | None]] = {} if buckets is None else buckets


class EventRow(NamedTuple):
    """What a regrouping needs of an event."""

    number: int
    story: int
    size: int


T = TypeVar("T")


class Held(dict[int, T]):
    """What was asked for, by number; the rest is loaded when it is.

    ``most``: how many are held when :meth:`let_go` was called, the latest used; None for all.
    """

    def __init__(self, load: Callable[[int], T], most: int | None = None) -> None:
        super().__init__()
        self._load = load
        self._most = most
        self._older: dict[int, T] = {}

    def __missing__(self, number: int) -> T:
        found = self._older.pop(number, None)
        if found is None:
            found = self._load(number)
        self[number] = found
        return found

    def peek(self, number: int) -> T | None:
        """What is held under a number, loading nothing."""
        found = self.get(number)
        return self._older.get(number) if found is None else found

    def missing(self, numbers: Iterable[int]) -> list[int]:
        """Those of the numbers under which nothing is held."""
        return [number for number in numbers if number not in self and number not in self._older]

    def held(self) -> Iterator[T]:
        """All that is held."""
        yield from self.values()
        yield from self._older.values()

    def drop(self, number: int) -> None:
        """Forgets what does not exist any more."""
        self.pop(number, None)
        self._older.pop(number, None)

    def forget(self) -> None:
        """Lets go of everything."""
        self.clear()
        self._older.clear()

    def let_go(self, *keep: Collection[int]) -> None:
        """Lets go of what was not used since the last half of what may be held came in, but for ``keep``."""
        if self._most is not None and len(self) > self._most // 2 + sum(map(len, keep)):
            self._older = dict(self)
            self.clear()
            self.update((number, self._older.pop(number)) for number in chain(*keep) if number in self._older)


class Touched:
    """What changed since it was last cleared. ``items``: reports that are new or in another event. ``links``: reports
    whose links changed. ``parts``: term, bucket and place of each.
    """

    KINDS = ("items", "links", "vectors", "events", "stories", "terms", "parts")

    def __init__(self) -> None:
        self.items: set[int] = set()
        self.links: set[int] = set()
        self.vectors: set[int] = set()
        self.events: set[int] = set()
        self.stories: set[int] = set()
        self.terms: set[int] = set()
        self.parts: set[tuple[int, int, int]] = set()

    def clear(self) -> None:
        for kind in self.KINDS:
            getattr(self, kind).clear()


class Shelf:
    """Everything in memory. ``vectors``: the weightiest terms of each report, weightiest first, a unit vector.
    ``cosines``: of pairs of reports that were compared, to spare the next comparison. ``parts``: so many parts of the
    index at most are held. ``unsettled``: the reports around which the running stories are still to be decided on.
    """

    def __init__(self) -> None:
        self.items: Held[Item] = Held(self.load_item)
        self.vectors: Held[Terms] = Held(self.load_vector)
        self.events: Held[Event] = Held(self.load_event)
        self.stories: Held[Story] = Held(self.load_story)
        self.terms: Held[Term] = Held(self.load_term)
        self.cosines: dict[int, float] = {}
        self._tables: dict[int, dict[int, float]] = {}
        self.count = 0
        self.next_event = 1
        self.next_story = 1
        self.vectored = 0
        self.regrouped = 0
        self.parts = 0
        self.touched = Touched()
        self.unsettled: set[int] = set()

    def table(self, number: int) -> dict[int, float]:
        """The weights of a report's terms, to look them up."""
        found = self._tables.get(number)
        if found is None:
            if len(self._tables) >= TABLES:
                self._tables.clear()
            found = self._tables[number] = dict(zip(*self.vectors[number], strict=True))
        return found

    def members(self, number: int) -> list[int]:
        """The reports of an event, ascending."""
        event = self.events[number]
        if event.members is None:
            event.members = self.load_members(number)
        return event.members

    def events_of(self, reports: Collection[int]) -> dict[int, int]:
        """Report -> its event, of some reports that need not be held for it."""
        return {number: self.items[number].event for number in reports}

    def fetch(self, reports: Iterable[int]) -> None:
        """Told which reports will be asked for with their vectors, so that a store can read them at once."""

    def expect(self, terms: Iterable[int]) -> None:
        """Told which terms will be asked for, so that a store can read them at once."""

    def count_term(self, term: int, reports: int) -> None:
        """Counts so many more reports that have a term."""
        self.terms[term].reports += reports
        self.touched.terms.add(term)

    def part(self, term: int, bucket: int, place: int) -> Part:
        """A part of a term's index."""
        parts = self.terms[term].buckets[bucket]
        part = parts[place]
        if part is None:
            part = parts[place] = self.load_part(term, bucket, place)
            self.parts += 1
        return part

    def index(self, item: Item, terms: int) -> None:
        """Enters so many of a report's terms, the weightiest, into the index."""
        bucket = UNDATED if item.day is None else item.day // BUCKET
        held, touched = self.terms, self.touched
        for number, weight in islice(zip(*self.vectors[item.number], strict=True), terms):
            parts = held[number].buckets.setdefault(bucket, [])
            part = self.part(number, bucket, len(parts) - 1) if parts else None
            if part is None or len(part.numbers) >= PART:
                part = Part()
                parts.append(part)
                self.parts += 1
                touched.terms.add(number)
            part.numbers.append(item.number)
            part.weights.append(weight)
            touched.parts.add((number, bucket, len(parts) - 1))

    def rest(self) -> None:
        """Told when nobody holds anything of it, so that a store can let go of what it has not changed."""

    def forget(self) -> None:
        """Drops index, events and stories, so that every report can be placed anew; term counts stay."""
        held: Held[Any]
        for held in (self.items, self.vectors, self.events, self.stories):
            held.forget()
        for term in self.terms.held():
            term.buckets = {}
        self.cosines.clear()
        self._tables.clear()
        self.unsettled.clear()
        self.regrouped = 0

    def all_items(self) -> list[int]:
        """The numbers of all placed reports, ascending."""
        return sorted(self.items)

    def all_links(self) -> Iterator[tuple[int, dict[int, float]]]:
        """Yields the event and the links of every report, by the numbers of the reports."""
        for number in sorted(self.items):
            item = self.items[number]
            yield item.event, item.links

    def event_of_all(self) -> Iterator[tuple[int, int]]:
        """Yields every report with its event."""
        return ((number, item.event) for number, item in self.items.items())

    def all_events(self) -> list[EventRow]:
        """All events in the order of their numbers."""
        return [
            EventRow(number, event.story, len(self.members(number))) for number, event in sorted(self.events.items())
        ]

    def hand_to(self, moved: Iterable[tuple[int, int]], stories: Iterable[Story]) -> None:
        """Replaces all stories. ``moved``: the events that change their story, with the new one."""
        for event, story in moved:
            self.events[event].story = story
        self.stories.forget()
        self.stories.update((story.number, story) for story in stories)

    # What a store overrides; in memory, what is not there does not exist.

    def load_item(self, number: int) -> Item:
        raise KeyError(number)

    def load_vector(self, number: int) -> Terms:
        raise KeyError(number)

    def load_event(self, number: int) -> Event:
        raise KeyError(number)

    def load_members(self, number: int) -> list[int]:
        raise KeyError(number)

    def load_story(self, number: int) -> Story:
        raise KeyError(number)

    def load_term(self, number: int) -> Term:
        return Term()

    def load_part(self, term: int, bucket: int, place: int) -> Part:
        raise KeyError(term)
