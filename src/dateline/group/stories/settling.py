"""Running stories decided anew around the reports that have come: each joins one, or those that are new open one.

The events that are concerned are taken out of their stories; what a story has else stays together. Then the closest
are joined first. So a handful of reports on something new find each other before they find what is like them only
because nothing else is, and what an earlier report joined for want of its own kind comes out again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.group.stories.chains import NOTHING, Chains
from dateline.group.stories.running import drop_empty, hand_over, join, new_story
from dateline.group.stories.shelf import Event, Shelf


def settle(shelf: Shelf) -> None:
    """Decides on the stories around the reports that came, or whose links changed, since the last time."""
    if not shelf.unsettled:
        return
    items = shelf.items
    events = [shelf.events[number] for number in sorted({items[n].event for n in sorted(shelf.unsettled)})]
    around = _Around(shelf, events)
    chains = Chains(around.sizes, around.links)
    chains.join_closest()
    _apply(shelf, around, [chains.units[chain] for chain in chains.alive()])
    shelf.unsettled.clear()


class _Around:
    """The events concerned as units, and after them the rest of each story that they are part of or linked to.

    ``stories``: the story of each unit. ``sizes``, ``links``: as :class:`Chains` takes them.
    """

    def __init__(self, shelf: Shelf, events: Sequence[Event]) -> None:
        self.events = events
        self.stories = [event.story for event in events]
        self.sizes = [len(shelf.members(event.number)) for event in events]
        self.links: list[dict[int, float]] = [{} for _ in events]
        self._shelf = shelf
        self._places = {event.number: place for place, event in enumerate(events)}
        self._rests: dict[int, int] = {}
        members = [number for event in events for number in shelf.members(event.number)]
        linked = {number for item in map(shelf.items.__getitem__, members) for number in (*item.links, *item.back)}
        self._where = shelf.events_of(sorted(linked))
        for place in range(len(events)):
            self._count(place)
        self._round_off()

    def _count(self, place: int) -> None:
        """Counts the links of an event's reports."""
        shelf, events, places = self._shelf, self._shelf.events, self._places
        mine = self.links[place]
        for member in shelf.members(self.events[place].number):
            item = shelf.items[member]
            for links in (item.links, item.back):
                for number, likeness in links.items():
                    event = self._where[number]
                    other = places.get(event)
                    if other is None:
                        other = self._rest(events[event].story)
                        theirs = self.links[other]
                        theirs[place] = theirs.get(place, 0.0) + likeness
                    mine[other] = mine.get(other, 0.0) + likeness

    def _rest(self, story: int) -> int:
        """The unit of what a story has else."""
        place = self._rests.get(story)
        if place is None:
            place = self._rests[story] = len(self.links)
            self.links.append({})
            self.stories.append(story)
        return place

    def _round_off(self) -> None:
        """Gives the rests their sizes, and the links among them and inside, as what their stories have besides."""
        stories, parts = self._shelf.stories, len(self.events)
        events = Counter(self.stories[:parts])
        for story, some in sorted(events.items()):
            if len(stories[story].events) > some:
                self._rest(story)
        taken: Counter[int] = Counter()
        for story, size in zip(self.stories, self.sizes, strict=False):
            taken[story] += size
        known = self._known()
        for story, place in self._rests.items():
            self.sizes.append(stories[story].size - taken[story])
            mine = self.links[place]
            for other, likeness in stories[story].links.items():
                left = likeness - known.get(_pair(story, other), 0.0)
                if left > NOTHING:
                    # What leads to a story that is not concerned counts as much for how much there is of links.
                    to = self._rests.get(other, place)
                    mine[to] = mine.get(to, 0.0) + left

    def _known(self) -> dict[tuple[int, int], float]:
        """Pair of stories -> what of the links between them, or of twice those inside, are links of the events."""
        parts = len(self.events)
        known: dict[tuple[int, int], float] = {}
        for place in range(parts):
            for other, likeness in self.links[place].items():
                if place <= other:
                    pair = _pair(self.stories[place], self.stories[other])
                    twice = 2.0 if pair[0] == pair[1] and other != place else 1.0
                    known[pair] = known.get(pair, 0.0) + twice * likeness
        return known


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a <= b else (b, a)


def _apply(shelf: Shelf, around: _Around, chains: Sequence[Sequence[int]]) -> None:
    """Makes each chain one story: the largest of those whose rest it has; else one that is wholly taken apart."""
    parts = len(around.events)
    rested = set(around.stories[parts:])
    taken: set[int] = set()
    joined: set[int] = set()
    sizes = [sum([around.sizes[unit] for unit in units]) for units in chains]
    for chain in sorted(range(len(chains)), key=lambda chain: (-sizes[chain], min(chains[chain]))):
        units = sorted(chains[chain])
        rests = {around.stories[unit] for unit in units if unit >= parts}
        shares: Counter[int] = Counter()
        for unit in units:
            story = around.stories[unit]
            if story in rests or story not in (taken if rests else rested | taken):
                shares[story] += around.sizes[unit]
        heirs = sorted(rests or shares, key=lambda story: (-shares[story], story))
        heir = heirs[0] if heirs else new_story(shelf).number
        taken.add(heir)
        for unit in units:
            if unit < parts and around.events[unit].story != heir:
                hand_over(shelf, around.events[unit], heir)
        for story in sorted(rests - {heir}):
            join(shelf, shelf.stories[heir], shelf.stories[story])
            joined.add(story)
    drop_empty(shelf, set(around.stories) - joined)
