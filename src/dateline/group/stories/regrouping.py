"""All running stories put together anew from the events, so that what one report joined in haste does not stay so.

The closest two are joined first. A story keeps its number where most of its reports stay together.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator

from dateline.group.stories.running import NOTHING
from dateline.group.stories.shelf import EventRow, Shelf, Story

SHARE = 0.12
"""Share of the smaller story's links from which two are one. From 0.1 to 0.15 long stories hold together and keep
apart; below, everything becomes one story."""
GROWTH = 1.25
"""Growth of the archive after which stories are put together anew; so the cost a report stays the same."""
FIRST = 32
"""Reports at which that happens for the first time."""


def regroup(shelf: Shelf) -> None:
    """Puts all running stories together anew."""
    rows = shelf.all_events()
    chains = _Chains(rows, _links_between(shelf, rows))
    chains.join_closest()
    names = _names(shelf, rows, chains)
    moved = (
        (rows[event].number, names[chain])
        for chain in chains.alive()
        for event in chains.events[chain]
        if rows[event].story != names[chain]
    )
    shelf.hand_to(list(moved), _stories(rows, chains, names))


def _links_between(shelf: Shelf, rows: list[EventRow]) -> list[dict[int, float]]:
    """For each event, by its place in ``rows``, the others with the sum of the links between the two; to itself twice
    the sum inside."""
    places = {row.number: place for place, row in enumerate(rows)}
    place_of = {report: places[event] for report, event in shelf.event_of_all()}
    links: list[dict[int, float]] = [{} for _ in rows]
    for event, found in shelf.all_links():
        mine = places[event]
        own = links[mine]
        for other, likeness in found.items():
            theirs = place_of[other]
            if theirs < mine:
                back = links[theirs]
                back[mine] = back.get(mine, 0.0) + likeness
            else:
                own[theirs] = own.get(theirs, 0.0) + likeness
    for mine, own in enumerate(links):
        # What was entered from the other side stands first, and is done.
        for theirs, likeness in [pair for pair in own.items() if pair[0] >= mine]:
            if theirs == mine:
                own[mine] = 2 * likeness
            else:
                links[theirs][mine] = likeness
    return links


class _Chains:
    """Chains of events that are being joined, each known by the place of one of its events."""

    def __init__(self, rows: list[EventRow], links: list[dict[int, float]]) -> None:
        self.events = [[place] for place in range(len(rows))]
        self.size = [row.size for row in rows]
        self.volume = [sum(found.values()) for found in links]
        self.links = links

    def alive(self) -> Iterator[int]:
        """The chains that were not made part of another."""
        return (chain for chain, events in enumerate(self.events) if events)

    def join_closest(self) -> None:
        """Joins the two closest until no two are close enough."""
        heap = [
            offer
            for chain, links in enumerate(self.links)
            for offer in self._offers(chain, [other for other in links if other > chain])
        ]
        heapq.heapify(heap)
        while heap:
            negative, a, b = heapq.heappop(heap)
            if not self.events[a] or not self.events[b]:
                continue
            now = self._closeness(a, b)
            if abs(now + negative) > NOTHING:
                if SHARE <= now < -negative:
                    heapq.heappush(heap, (-now, a, b))
                continue
            large, small = (a, b) if self.size[a] >= self.size[b] else (b, a)
            near = [chain for chain in self.links[small] if chain not in (large, small)]
            self._join(large, small)
            # With all others the large one is no closer than it was.
            for offer in self._offers(large, near):
                heapq.heappush(heap, offer)

    def _closeness(self, a: int, b: int) -> float:
        """Share of the links of the chain with fewer that lead into the other."""
        least = min(self.volume[a], self.volume[b])
        return self.links[a].get(b, 0.0) / least if least > NOTHING else 0.0

    def _offers(self, chain: int, near: Iterable[int]) -> Iterator[tuple[float, int, int]]:
        links, volume, own = self.links[chain], self.volume, self.volume[chain]
        for other in near:
            least = min(own, volume[other])
            if least > NOTHING and (close := links[other] / least) >= SHARE:
                yield (-close, chain, other) if chain < other else (-close, other, chain)

    def _join(self, large: int, small: int) -> None:
        """Makes ``small`` part of ``large``. Who was linked to either is linked to both as much as before."""
        mine, theirs = self.links[large], self.links[small]
        mine[large] = mine.get(large, 0.0) + 2 * mine.pop(small, 0.0) + theirs.get(small, 0.0)
        for chain, likeness in theirs.items():
            if chain not in (large, small):
                mine[chain] = mine.get(chain, 0.0) + likeness
                back = self.links[chain]
                back[large] = back.get(large, 0.0) + back.pop(small, 0.0)
        self.volume[large] += self.volume[small]
        self.size[large] += self.size[small]
        self.events[large] += self.events[small]
        self.events[small], self.links[small] = [], {}


def _names(shelf: Shelf, rows: list[EventRow], chains: _Chains) -> dict[int, int]:
    """Chain -> the number of the story that it goes on from; the largest chooses first."""
    taken: set[int] = set()
    names: dict[int, int] = {}
    for chain in sorted(chains.alive(), key=lambda chain: (-chains.size[chain], min(chains.events[chain]))):
        shares: dict[int, int] = {}
        for event in sorted(chains.events[chain]):
            shares[rows[event].story] = shares.get(rows[event].story, 0) + rows[event].size
        ranked = sorted(shares, key=lambda number: (-shares[number], number))
        heir = next((number for number in ranked if number not in taken), None)
        if heir is None:
            heir, shelf.next_story = shelf.next_story, shelf.next_story + 1
        taken.add(heir)
        names[chain] = heir
    return names


def _stories(rows: list[EventRow], chains: _Chains, names: dict[int, int]) -> Iterator[Story]:
    for chain in chains.alive():
        links = {names[other]: likeness for other, likeness in chains.links[chain].items() if likeness > NOTHING}
        events = {rows[event].number for event in chains.events[chain]}
        yield Story(names[chain], events, links, chains.size[chain], chains.volume[chain])
