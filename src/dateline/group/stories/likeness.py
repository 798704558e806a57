"""Which reports are like a report: looked up in an index, contemporaries first, never by comparing with all."""

from __future__ import annotations

import math
from collections.abc import Mapping

from dateline.group.stories.shelf import BUCKET, UNDATED, Item, Shelf

NEAREST = 20
"""Links a report keeps. On long stories 20 held together better than 15; 8 tore them apart."""
FLOOR = 0.04
"""Least likeness of a link: what two news texts share by chance lies below."""
SCANNED = 128
"""Entries of a term's index that are looked at, from the report's own time outwards; bounds the cost in any archive.
With 256 long stories lose .4 points; events stay as they are."""
FADE = 90.0
"""Days in which half of what time can take from a likeness is nearly gone."""
TIMELESS = 0.6
"""Share of a likeness that no distance in time takes away: long stories come back after months."""
SAME_DAYS = 7.0
"""Days at which two reports are half as likely to tell of the same happening."""
CONSIDERED = 60
"""Reports, the most alike, whose links a new report may enter."""


def alike(shelf: Shelf, item: Item) -> dict[int, float]:
    """Report -> cosine of its terms with those of ``item``, for the reports that share telling terms."""
    found: dict[int, float] = {}
    own = UNDATED if item.day is None else item.day // BUCKET
    for term, weight in shelf.vector(item.number).items():
        buckets = shelf.buckets_of(term)
        if not buckets:
            continue
        left = SCANNED
        for bucket in _outwards(buckets, own):
            for number in range(buckets[bucket] - 1, -1, -1):
                part = shelf.part((term, bucket, number))
                for other, theirs in zip(part.numbers, part.weights, strict=True):
                    if other in found:
                        found[other] += weight * theirs
                    else:
                        found[other] = weight * theirs
                left -= len(part.numbers)
                if left <= 0:
                    break
            if left <= 0:
                break
    return found


def _outwards(buckets: Mapping[int, int], own: int) -> list[int]:
    """The buckets from a report's own time outwards; undated reports are everybody's contemporaries."""
    if len(buckets) == 1:
        return list(buckets)
    if own == UNDATED:
        return sorted(buckets, key=lambda bucket: (bucket != UNDATED, -bucket))
    return sorted(buckets, key=lambda bucket: (bucket != UNDATED and abs(bucket - own), -bucket))


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


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The cosine of two unit vectors."""
    if len(a) > len(b):
        a, b = b, a
    return sum([weight * b[term] for term, weight in a.items() if term in b])
