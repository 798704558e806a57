"""Where the grouping keeps what it knows: reports as vectors, an index of their terms, events, running stories.

:class:`Shelf` keeps everything in memory. A store overrides the ``load_`` methods, so that only what a few new reports
touch is ever read, and writes back what :attr:`Shelf.touched` names.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

BUCKET = 16
"""Days. The index is parted by time, so that a report is compared with its contemporaries first."""
PART = 64
"""Reports in one part of a term's index; a store rewrites no more than this when it adds one."""


class Item:
    """One report. ``day``: its ordinal, None where unknown. ``vector``: term -> weight, weightiest first, length 1;
    None until somebody asks :meth:`Shelf.vector` for it.

    ``links``: the reports most like it, with how much. ``back``: the reports that have it among theirs.
    """

    __slots__ = ("back", "day", "event", "links", "number", "vector")

    def __init__(self, number: int, day: int | None, vector: dict[str, float] | None, event: int) -> None:
        self.number = number
        self.day = day
        self.vector = vector
        self.links: dict[int, float] = {}
        self.back: dict[int, float] = {}
        self.event = event


class Event:
    """Reports of one happening. ``members``: their numbers, ascending. ``story``: the running story it is part of."""

    __slots__ = ("members", "number", "story")

    def __init__(self, number: int, members: list[int], story: int) -> None:
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


Key = tuple[str, int, int]
"""Term, bucket, part."""
UNDATED = -1
"""The bucket of reports without a day."""


class Shelf:
    """Everything in memory. ``touched``: what changed since it was last cleared."""

    def __init__(self) -> None:
        self.items: dict[int, Item] = {}
        self.events: dict[int, Event] = {}
        self.stories: dict[int, Story] = {}
        self.frequencies: dict[str, int] = {}
        self.parts: dict[Key, Part] = {}
        self.buckets: dict[str, dict[int, int]] = {}
        self.count = 0
        self.next_event = 1
        self.next_story = 1
        self.vectored = 0
        self.regrouped = 0
        self.touched: set[tuple[str, int | str | Key]] = set()

    def item(self, number: int) -> Item:
        """A report that has been placed."""
        found = self.items.get(number)
        if found is None:
            found = self.items[number] = self.load_item(number)
        return found

    def vector(self, number: int) -> dict[str, float]:
        """The weighted terms of a report that has been placed."""
        item = self.item(number)
        if item.vector is None:
            item.vector = self.load_vector(number)
        return item.vector

    def event(self, number: int) -> Event:
        found = self.events.get(number)
        if found is None:
            found = self.events[number] = self.load_event(number)
        return found

    def story(self, number: int) -> Story:
        found = self.stories.get(number)
        if found is None:
            found = self.stories[number] = self.load_story(number)
        return found

    def frequency(self, term: str) -> int:
        """How many reports have a term."""
        found = self.frequencies.get(term)
        if found is None:
            found = self.frequencies[term] = self.load_frequency(term)
        return found

    def expect(self, terms: Iterable[str]) -> None:
        """Told which terms will be asked for, so that a store can read them at once."""

    def count_terms(self, terms: Iterable[str]) -> None:
        """Counts one more report that has each of ``terms``."""
        for term in terms:
            self.frequencies[term] = self.frequency(term) + 1
            self.touched.add(("term", term))

    def buckets_of(self, term: str) -> dict[int, int]:
        """Bucket -> how many parts a term's index has there."""
        found = self.buckets.get(term)
        if found is None:
            found = self.buckets[term] = self.load_buckets(term)
        return found

    def part(self, key: Key) -> Part:
        found = self.parts.get(key)
        if found is None:
            found = self.parts[key] = self.load_part(key)
        return found

    def index(self, item: Item) -> None:
        """Enters a report's terms into the index."""
        bucket = UNDATED if item.day is None else item.day // BUCKET
        for term, weight in self.vector(item.number).items():
            buckets = self.buckets_of(term)
            parts = buckets.get(bucket, 0)
            part = self.part((term, bucket, parts - 1)) if parts else None
            if part is None or len(part.numbers) >= PART:
                buckets[bucket] = parts = parts + 1
                part = self.parts[(term, bucket, parts - 1)] = Part()
            part.numbers.append(item.number)
            part.weights.append(weight)
            self.touched.add(("part", (term, bucket, parts - 1)))

    def touch(self, kind: str, number: int) -> None:
        """Notes that an item, event or story changed, came or went."""
        self.touched.add((kind, number))

    def forget(self) -> None:
        """Drops index, events and stories, so that every report can be placed anew; term counts stay."""
        self.items.clear()
        self.events.clear()
        self.stories.clear()
        self.parts.clear()
        self.buckets.clear()
        self.regrouped = 0

    def all_items(self) -> list[int]:
        """The numbers of all placed reports, ascending."""
        return sorted(self.items)

    def all_links(self) -> Iterator[tuple[int, int, float]]:
        """Yields event, event and likeness for every link, by the numbers of the reports that have them."""
        for number in sorted(self.items):
            item = self.items[number]
            for other, likeness in item.links.items():
                yield item.event, self.items[other].event, likeness

    def all_events(self) -> list[int]:
        """The numbers of all events, ascending."""
        return sorted(self.events)

    # What a store overrides; in memory, what is not there does not exist.

    def load_item(self, number: int) -> Item:
        raise KeyError(number)

    def load_vector(self, number: int) -> dict[str, float]:
        raise KeyError(number)

    def load_event(self, number: int) -> Event:
        raise KeyError(number)

    def load_story(self, number: int) -> Story:
        raise KeyError(number)

    def load_frequency(self, term: str) -> int:
        return 0

    def load_buckets(self, term: str) -> dict[int, int]:
        return {}

    def load_part(self, key: Key) -> Part:
        raise KeyError(key)
