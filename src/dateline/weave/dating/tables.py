"""What was measured: how news reports name days, as likelihood ratios, and the weights of the clues.

Counted on 4,561 dated reports (1,224 of mixed outlets on five stories, 837 of US political news, 2,500 of a British
daily; the first set counting 1, the second a half, the third a quarter), expressions and directions as this package
finds them. Gains are natural logarithms: what is expected of a report of that day against one of any day.
"""

from __future__ import annotations

import math
from bisect import bisect_right

from dateline.weave.dating.heads import HeadDate
from dateline.weave.dating.leads import NamedDay, NamedWeekday

SHARPNESS = 4
"""Power of the likeness in the siblings' vote; 2 to 6 swept, flat between 3 and 5."""
UNRELATED = 0.03
"""Likeness of reports that have nothing to do with each other; the vote of siblings no more alike counts little."""
CHANCE = 1e-3
"""Probability of a day that no sibling is near to."""
NARROW = {0: 1.0, -1: 0.45, 1: 0.45, -2: 0.2, 2: 0.2, -3: 0.1, 3: 0.1}
"""Share of a sibling's vote by the days between."""
WIDE = {gap: math.exp(-abs(gap) / 5) for gap in range(-25, 26)}
MOST_NAMED_DAYS = 6
"""Days named that count, from the top: later ones are background."""
CROWDING = 0.7
MOST_AGREEMENT = 2.0

WEIGHTS = {
    "page stamp": 1.0,
    "agency dateline": 1.0,
    "dateline": 1.0,
    "comment": 1.0,
    "sibling's day": 0.6,
    "siblings' week": 0.9,
    "weekday": 1.0,
    "weekdays": 1.0,
    "named day": 0.8,
    "same event": 2.5,
}

_HEAD_GAINS = {
    "stamp": {0: 9.0, -1: 3.5, 1: 3.5},
    "label": {0: 7.0, -1: 3.5, 1: 3.5},
    "agency dateline": {0: 7.0, 1: 4.0, -1: 4.5, 2: 2.0},
    "dateline": {1: 7.0, 0: 5.0, 2: 3.0},
    "comment": {0: 4.5, -1: 3.0, -2: 2.0, -3: 1.0},
}
"""By days from the date given to the report's day. Of 236 stamps in the heads of reports 231 are the day; of 48 agency
datelines 44, the others a day later; of 23 datelines without agency all were of the day before a morning paper's; of
the earliest comments below reports 42 of 95 are of the day, 8 of the next, 33 of some year."""

_WEEKDAY = {
    ("agency", "past"): (70, 19, 4, 2, 1, 1, 3),
    ("agency", "ahead"): (30, 16, 12, 11, 11, 10, 10),
    ("by day", "past"): (18, 20, 20, 17, 9, 7, 9),
    ("by day", "ahead"): (19, 10, 14, 13, 14, 16, 14),
    ("plain", "past"): (29, 34, 16, 8, 5, 4, 4),
    ("plain", "ahead"): (30, 16, 8, 9, 8, 13, 16),
}
"""Share of reports published 0..6 days after the weekday first named, by manner and direction."""
_BOUND = {"last": (17, 7, 10, 12, 16, 18, 20), "next": (32, 20, 18, 10, 7, 5, 8)}
_OTHER = {
    "ahead": (
        (0.0,) * 7,
        (-0.46, -0.36, -0.10, 0.63, 0.61, 0.81, 0.65),
        (-0.15, -0.13, -0.36, -0.04, 0.72, 0.60, 0.52),
        (-0.26, -0.01, 0.23, 0.32, 0.27, -0.54, 0.17),
        (0.07, -0.40, 0.26, 0.01, 0.27, 0.47, -0.39),
        (-0.04, 0.36, 0.09, -0.76, -0.81, -0.73, -0.43),
        (0.35, 0.25, -0.90, -0.67, -1.73, -1.31, -0.49),
    ),
    "past": (
        (0.0,) * 7,
        (0.43, -0.07, -0.65, -1.72, -1.03, -2.51, 0.54),
        (0.05, -0.13, -0.58, -0.66, -1.11, 0.65, 1.09),
        (-0.04, -0.31, -0.40, -0.29, 0.43, 0.30, 1.09),
        (-0.20, -0.62, -0.47, 0.70, 0.79, 0.77, 0.59),
        (-0.41, -0.48, 0.05, 0.84, 0.60, 0.62, 0.33),
        (-0.62, 0.14, 0.43, 0.24, 0.18, -0.37, 0.29),
    ),
}
"""Another weekday that lies 0..6 days before the first one named: what it adds for a report published 0..6 days after
the first one. "Friday ... Thursday" speaks for the Friday, "Friday ... Saturday" (six before) for a later day."""


def head_gains(head: HeadDate) -> dict[int, float]:
    """Days from the date given to the report's day -> gain."""
    return _HEAD_GAINS[head.kind]


def weekday_gains(named: NamedWeekday, manner: str) -> tuple[float, ...]:
    """The gain for a report published 0..6 days after the weekday named."""
    shares = _BOUND.get(named.bound) or _WEEKDAY[manner, named.direction]
    total = sum(shares)
    return tuple(math.log(7 * share / total) for share in shares)


def other_weekday_gains(first: NamedWeekday, other: NamedWeekday) -> tuple[float, ...]:
    """What another weekday adds for a report published 0..6 days after the first one."""
    return _OTHER[other.direction][(first.weekday - other.weekday) % 7]


_FROM = (-365, -60, -30, -14, -7, -4, -2, -1, 0, 1, 2, 3, 4, 5, 6, 8, 11, 15, 22, 31, 61, 181, 366)
_NAMED_DAY = {
    ("body", False, "ahead"): (
        -5.0, -2.0, 0.1, 1.6, 2.5, 2.4, 2.5, 2.4, 1.9, 1.2, 0.6, 0.3, 0.3, 0.4, 0.4, 0.2, 0.2, 0.0, 0.0, 0.0, -1.3,
        -2.0, -5.0, -5.0,
    ),
    ("body", False, "past"): (
        -5.0, -2.4, -0.3, 0.2, 1.2, 1.2, 1.2, 1.1, 1.6, 2.1, 2.2, 2.0, 2.0, 2.1, 2.2, 2.4, 2.4, 2.2, 1.8, 0.9, 0.1,
        -1.2, -5.0, -5.0,
    ),
    ("body", True, "ahead"): (
        -4.0, -3.0, -1.0, 0.3, 0.8, 1.0, 1.4, 2.0, 2.0, 1.5, 1.0, 0.7, 0.5, 0.5, 0.5, 0.5, 0.3, 0.0, -0.5, -1.5, -2.5,
        -2.5, -3.0, -3.0,
    ),
    ("body", True, "past"): (
        -6.0, -4.1, -2.1, -2.1, -0.7, 0.0, 0.5, 1.2, 2.2, 3.4, 3.0, 2.0, 1.3, 0.9, 0.7, 0.6, 0.3, -0.3, -0.8, -2.0,
        -2.7, -2.7, -2.9, -2.9,
    ),
    ("head", False, "ahead"): (
        -5.0, -2.4, 0.0, 1.2, 2.5, 2.6, 2.6, 2.5, 2.3, 2.3, 2.5, 2.0, 1.2, 0.7, 0.4, 0.2, 0.1, 0.0, -0.5, -1.5, -2.0,
        -2.5, -5.0, -5.0,
    ),
    ("head", False, "past"): (
        -5.0, -2.4, -1.0, 0.2, 0.3, 1.2, 1.7, 2.0, 2.6, 3.7, 3.9, 3.2, 2.3, 1.9, 1.9, 1.9, 1.7, 1.4, 1.0, -0.3, -1.4,
        -2.2, -5.0, -5.0,
    ),
    ("head", True, "ahead"): (
        -4.0, -2.4, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.4, 3.8, 3.0, 1.8, 1.5, 1.2, 0.9, 0.5, 0.0, -0.8, -1.8, -3.0, -4.0,
        -4.0, -4.0, -4.0,
    ),
    ("head", True, "past"): (
        -7.0, -6.0, -2.5, -1.5, -1.3, -1.3, -0.5, 1.2, 3.4, 4.9, 3.9, 2.6, 2.4, 1.6, 0.9, 0.9, 0.6, 0.2, -0.3, -2.0,
        -3.5, -4.0, -3.6, -3.3,
    ),
}  # fmt: skip
"""By place, whether the year is given, and direction: the gain where the report's day lies in the stretch of days
after the day named that begins at each of ``_FROM`` (the first entry: still earlier). A caption counts as head."""


def named_day_gain(named: NamedDay, gap: int) -> float:
    """The gain for a report published ``gap`` days after the day that it names."""
    place = "body" if named.place == "body" else "head"
    return _NAMED_DAY[place, named.year is not None, named.direction][bisect_right(_FROM, gap)]
