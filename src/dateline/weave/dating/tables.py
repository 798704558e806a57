"""What was measured: how news reports name days, as logarithms of likelihood ratios, and the weights of the clues."""

from __future__ import annotations

import math
from bisect import bisect_right

from dateline.weave.dating.leads import NamedDay, NamedWeekday

SHARPNESS = 4
UNRELATED = 0.03
CHANCE = 1e-3
NARROW = {0: 1.0, -1: 0.45, 1: 0.45, -2: 0.2, 2: 0.2, -3: 0.1, 3: 0.1}
WIDE = {gap: math.exp(-abs(gap) / 5) for gap in range(-25, 26)}
MOST_NAMED_DAYS = 6
FAR_FROM_NAMED = -2.0
CROWDING = 0.7
MOST_AGREEMENT = 2.0

WEIGHTS = {
    "sibling's day": 0.6,
    "siblings' week": 0.9,
    "weekday": 1.0,
    "weekdays": 1.5,
    "named day": 0.8,
    "same event": 2.5,
}

_FIRST = {
    "agency": (77, 17, 2, 1, 1, 1, 2),
    "by day": (33, 16, 15, 11, 8, 6, 11),
    "plain": (34, 26, 16, 8, 6, 5, 6),
}
_LATER = {
    "agency": (40, 32, 10, 5, 3, 2, 8),
    "by day": (34, 22, 11, 8, 5, 4, 16),
    "plain": (38, 30, 10, 5, 4, 4, 10),
}
_LAST = (8, 6, 8, 18, 20, 20, 20)
_NEXT = (27, 22, 19, 18, 4, 5, 5)


def weekday_gain(named: NamedWeekday, manner: str) -> tuple[float, ...]:
    """For a report published 0..6 days after the weekday named: how much likelier it is to be named so."""
    if named.bound == "last":
        shares = _LAST
    elif named.bound == "next":
        shares = _NEXT
    else:
        shares = (_FIRST if named.rank == 0 else _LATER)[manner]
    total = sum(shares)
    return tuple(math.log(7 * share / total) for share in shares)


_BINS = (-60, -30, -14, -7, -3, -1, 0, 1, 2, 3, 5, 8, 15, 31, 61)
_GAPS = (-4.0, -3.0, -2.0, -1.0, -0.5, -0.3, 0.3, 1.6, 1.3, 1.0, 0.8, 0.6, 0.3, -0.5, -1.5, -2.5)


def named_day_gain(named: NamedDay, gap: int) -> float:
    """How much likelier a report is to name a day that lies ``gap`` days before its own."""
    return _GAPS[bisect_right(_BINS, gap)]
