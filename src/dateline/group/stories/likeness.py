"""Which reports are like a report: looked up in an index, contemporaries first, never by comparing with all."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from itertools import islice, repeat
from operator import mul

from dateline.group.stories.features import Terms
from dateline.group.stories.shelf import BUCKET, UNDATED, Item, Shelf

NEAREST = 20
"""Links a report keeps. On long stories 20 held together better than 15; 8 tore them apart."""
FLOOR = 0.04
"""Least likeness of a link: what two news texts share by chance lies below."""
BOLD = 1.5
"""Power of a likeness that makes the strength of its link: what is half as like counts a third. On three sets of long
stories 1.5 held together and kept apart better than 1 and 2."""
SCANNED = 96
"""Entries of a term's index that are looked at, from the report's own time outwards; bounds the cost in any archive.
With 128 long stories lose .3 points; events stay as they are."""
FADE = 90.0
"""Days in which half of what time can take from a likeness is nearly gone."""
TIMELESS = 0.5
"""Share of a likeness that no distance in time takes away: long stories come back after months. From 0.45 to 0.5 they
hold together best; 0.6 loses .7 points."""
SAME_DAYS = 7.0
"""Days at which two reports are half as likely to tell of the same happening."""
LOOKED_UP = 40
"""Terms, the weightiest, by which a report is looked up; those that follow are so common that they lead anywhere. With
32 long stories lose .5 points, with 48 nothing changes."""
CONSIDERED = 30
"""Reports, those that share the weightiest terms, that are compared whole and whose links a new report may enter."""
LEAST = 0.02
"""Likeness by the terms looked up from which a report is compared whole."""
REMEMBERED = 50_000
"""Cosines that are remembered, some 6 MB: the reports of one event are compared again and again."""
_NUMBERS = 1 << 32
"""More than there are reports: two of them make one key."""

Alike = list[tuple[float, int]]
"""Likeness, negative, and report: the most alike first."""


def alike(shelf: Shelf, item: Item) -> Alike:
    """The reports most like ``item``: looked up by its weightiest terms, then compared by all."""
    found: dict[int, float] = {}
    known = found.get
    own = UNDATED if item.day is None else item.day // BUCKET
    terms = shelf.terms
    for number, weight in islice(zip(*shelf.vectors[item.number], strict=True), LOOKED_UP):
        buckets = terms[number].buckets
        left = SCANNED
        for bucket in buckets if len(buckets) < 2 else outwards(buckets, own):
            parts = buckets[bucket]
            for place in range(len(parts) - 1, -1, -1):
                part = parts[place] or shelf.part(number, bucket, place)
                for other, theirs in zip(part.numbers, part.weights, strict=True):
                    found[other] = known(other, 0.0) + weight * theirs
                left -= len(part.numbers)
                if left <= 0:
                    break
            if left <= 0:
                break
    best = [(-weight, other) for other, weight in found.items() if weight >= LEAST]
    best.sort()
    del best[CONSIDERED:]
    shelf.fetch([other for _, other in best])
    whole = [(-likeness(shelf, item.number, other), other) for _, other in best]
    whole.sort()
    return [pair for pair in whole if -pair[0] >= FLOOR]


def outwards(buckets: Collection[int], own: int) -> Iterator[int]:
    """Yields the buckets from a report's own time outwards; undated reports are everybody's contemporaries."""
    order = sorted(buckets)
    first = 0
    if order[0] == UNDATED:
        yield UNDATED
        first = 1
    if own == UNDATED:
        yield from reversed(order[first:])
        return
    above = bisect_left(order, own, first)
    below = above - 1
    while above < len(order) or below >= first:
        if below < first or (above < len(order) and order[above] - own <= own - order[below]):
            yield order[above]
            above += 1
        else:
            yield order[below]
            below -= 1


def through_time(a: int | None, b: int | None) -> float:
    """How much of a likeness counts for belonging to one running story, given the two days."""
    if a is None or b is None or a == b:
        return 1.0
    return TIMELESS + (1 - TIMELESS) * math.exp(-abs(a - b) / FADE)


def same_day(a: int | None, b: int | None) -> float:
    """How much of a likeness counts for telling of one happening, given the two days."""
    if a is None or b is None or a == b:
        return 1.0
    apart = (a - b) / SAME_DAYS
    return 1 / (1 + apart * apart)


def likeness(shelf: Shelf, a: int, b: int) -> float:
    """The cosine of two reports' terms."""
    if a > b:
        a, b = b, a
    key = a * _NUMBERS + b
    found = shelf.cosines.get(key)
    if found is None:
        if len(shelf.cosines) >= REMEMBERED:
            shelf.cosines.clear()
        found = shelf.cosines[key] = cosine(shelf.table(b), shelf.vectors[a])
    return found


def cosine(table: Mapping[int, float], vector: Terms) -> float:
    """The cosine of two unit vectors, one of them a table."""
    found: float = sum(map(mul, map(table.get, vector.numbers, repeat(0.0)), vector.weights), 0.0)
    return found
