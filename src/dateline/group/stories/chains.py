"""Chains of events that belong to one running story: the closest two are joined first, as long as two are close.

Since every report has links to its nearest in words, actors and time only, a chain may drift as far as it likes as long
as it does so step by step.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence

SHARE = 0.08
"""Share of the smaller one's links from which two are one story. From 0.06 to 0.08 long stories hold together and keep
apart on three sets of them; below, everything becomes one story."""
NOTHING = 1e-9
"""Sums of links below this are rounding."""


class Chains:
    """Chains being joined, each known by the place of one of its units. A unit is an event, or what a story has else.

    ``sizes``: the reports of each unit. ``links``: for each, the others with the sum of the links between the two, to
    itself twice the sum inside; they are used up.
    """

    def __init__(self, sizes: Sequence[int], links: list[dict[int, float]]) -> None:
        self.units = [[place] for place in range(len(sizes))]
        self.sizes = list(sizes)
        self.volumes = [sum(found.values()) for found in links]
        self.links = links

    def alive(self) -> Iterator[int]:
        """The chains that were not made part of another."""
        return (chain for chain, units in enumerate(self.units) if units)

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
            if not self.units[a] or not self.units[b]:
                continue
            now = self._closeness(a, b)
            if abs(now + negative) > NOTHING:
                if SHARE <= now < -negative:
                    heapq.heappush(heap, (-now, a, b))
                continue
            large, small = (a, b) if self.sizes[a] >= self.sizes[b] else (b, a)
            near = [chain for chain in self.links[small] if chain not in (large, small)]
            self._join(large, small)
            # With all others the large one is no closer than it was.
            for offer in self._offers(large, near):
                heapq.heappush(heap, offer)

    def _closeness(self, a: int, b: int) -> float:
        """Share of the links of the chain with fewer that lead into the other."""
        least = min(self.volumes[a], self.volumes[b])
        return self.links[a].get(b, 0.0) / least if least > NOTHING else 0.0

    def _offers(self, chain: int, near: Iterable[int]) -> Iterator[tuple[float, int, int]]:
        links, volumes, own = self.links[chain], self.volumes, self.volumes[chain]
        for other in near:
            least = min(own, volumes[other])
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
        self.volumes[large] += self.volumes[small]
        self.sizes[large] += self.sizes[small]
        self.units[large] += self.units[small]
        self.units[small], self.links[small] = [], {}
