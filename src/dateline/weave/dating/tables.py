"""What was measured: how news reports name days, as likelihood ratios, and the weights of the clues.

Counted on 4,561 dated reports (1,224 of mixed outlets on five stories, 837 of US political news, 2,500 of a British
daily; the first set counting 1, the second a half, the third a quarter), expressions and directions as this package
finds them. Gains are natural logarithms: what is expected of a report of that day against one of any day.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache

from dateline.weave.dating.heads import HeadDate
from dateline.weave.dating.leads import NamedDay, NamedWeekday

FEW = 10
"""Siblings up to which a pile is a small one."""
SHARPNESS = 4
"""Power of the likeness in the siblings' vote; 2 to 6 swept, flat between 3 and 5."""
UNRELATED = 0.05
"""Likeness of reports that have nothing to do with each other; the vote of siblings no more alike counts little."""
CHANCE = 1e-3
"""Probability of a day that no sibling is near to."""
NARROW = {0: 1.0, -1: 0.6, 1: 0.6, -2: 0.3, 2: 0.3, -3: 0.2, 3: 0.2}
"""Share of a sibling's vote by the days between."""
FEW_SIBLINGS = 3
"""Siblings whose days count half of what those of hundreds do."""
FADING, FADING_ALONE = 8.0, 30.0
"""Days in which the wide vote of a sibling fades to a third: in a pile of hundreds, and what is added for the only
sibling, halved for the second and so on. Where few siblings speak, the likest need not be near."""
SHARED = {0: 0.36, -1: 0.18, 1: 0.18, -2: 0.06, 2: 0.06, -3: 0.03, 3: 0.03}
"""Share of pairs with the same words by the days between them, of those not far apart."""
SHARED_BY_CHANCE = 0.5
"""Weight of "the same words, but long after": background paragraphs and standing phrases."""
MOST_NAMED_DAYS = 6
"""Days named that count, from the top: later ones are background."""
LEAST_AGREEMENT = 0.1
AGREEMENT_SLOPE = 5.0
MOST_AGREEMENT = 4.0

WEIGHTS = {
    "page stamp": 1.0,
    "agency dateline": 1.5,
    "dateline": 1.3,
    "comment": 1.25,
    "sibling's day": 0.3,
    "siblings' week": 1.0,
    "weekday": 1.05,
    "weekdays": 1.05,
    "day named first": 0.5,
    "day named": 0.2,
    "day ahead": 0.25,
    "same event": 1.1,
    "shared words": 0.3,
    "done or to come": 1.0,
    "day of the news": 1.0,
    "order": 1.0,
    "dates and weekdays": 1.0,
    "planned day": 1.0,
    "time since": 2.0,
}
"""What a clue's gain counts in the sum. Fitted as a log-linear model on the five piles, each pile left out in turn (the
figures without it lie within a point of those with it), then rounded where the result is flat. Below 1 stands what is
said twice: the siblings' day and week, the shared words, several days named."""

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
    ("agency", "lead", True): (89, 9, 1, 0.5, 0.5, 0.5, 2),
    ("agency", "lead", False): (66, 25, 3, 1, 1, 1, 4),
    ("agency", "early", True): (66, 27, 3, 1, 1, 1, 2),
    ("agency", "early", False): (57, 26, 3, 3, 3, 4, 7),
    ("agency", "late", True): (55, 33, 9, 1, 1, 1, 3),
    ("agency", "late", False): (56, 20, 16, 2, 1, 2, 4),
    ("by day", "lead", True): (38, 30, 11, 7, 4, 4, 7),
    ("by day", "lead", False): (25, 24, 14, 11, 7, 7, 12),
    ("by day", "early", True): (20, 28, 26, 14, 7, 2, 4),
    ("by day", "early", False): (16, 30, 24, 18, 6, 2, 4),
    ("by day", "late", True): (22, 27, 26, 11, 7, 3, 4),
    ("by day", "late", False): (13, 16, 24, 21, 9, 7, 9),
    ("plain", "lead", True): (56, 32, 5, 3, 1, 1, 2),
    ("plain", "lead", False): (44, 36, 10, 4, 3, 2, 3),
    ("plain", "early", True): (40, 32, 17, 6, 3, 2, 2),
    ("plain", "early", False): (22, 33, 19, 10, 5, 6, 4),
    ("plain", "late", True): (26, 35, 16, 8, 5, 6, 4),
    ("plain", "late", False): (21, 28, 23, 12, 8, 4, 4),
}
"""Share of reports published 0..6 days after the weekday first named, by manner, place and "said on ..."."""
_AHEAD = {
    "agency": (30, 18, 10, 11, 9, 11, 11),
    "by day": (18, 6, 13, 14, 17, 18, 14),
    "plain": (34, 14, 5, 11, 6, 13, 17),
}
"""The same where that day was still to come."""
_BOUND = {"last": (17, 7, 9, 12, 15, 15, 25), "next": (33, 20, 18, 10, 7, 5, 7)}
_OTHER = {
    "ahead": (
        (0.0,) * 7,
        (-0.17, -0.19, -0.49, 0.29, 0.70, 0.45, 0.67),
        (-0.26, -0.04, -0.59, 0.09, 0.50, 0.97, 0.65),
        (-0.43, -0.13, 0.40, 0.39, 0.03, -0.25, 0.61),
        (-0.04, -0.37, 0.34, 0.24, 0.09, 0.63, -0.54),
        (-0.02, 0.30, 0.18, -0.46, -1.00, -0.91, -0.79),
        (0.32, 0.24, -0.78, -0.71, -1.08, -1.32, -0.50),
    ),
    "past": (
        (0.0,) * 7,
        (0.44, -0.06, -0.57, -1.65, -1.15, -2.43, 0.44),
        (0.09, -0.12, -0.49, -0.60, -1.04, 0.40, 1.09),
        (0.01, -0.19, -0.56, -0.33, 0.38, 0.37, 0.95),
        (-0.19, -0.76, -0.36, 0.73, 0.78, 0.70, 0.72),
        (-0.42, -0.50, 0.08, 0.80, 0.72, 0.40, 0.50),
        (-0.95, 0.18, 0.54, 0.29, 0.35, -0.65, 0.32),
    ),
}
"""Another weekday that lies 0..6 days before the first one named: what it adds for a report published 0..6 days after
the first one. "Friday ... Thursday" speaks for the Friday, "Friday ... Saturday" (six before) for a later day."""


def head_gains(head: HeadDate) -> dict[int, float]:
    """Days from the date given to the report's day -> gain."""
    return _HEAD_GAINS[head.kind]


HABIT = 3.0
"""Reports that the measured shares stand for, beside the dated reports of the same pile and their habit."""


def weekday_gains(named: NamedWeekday, manner: str, habit: Mapping[int, float] | None = None) -> tuple[float, ...]:
    """The gain for a report published 0..6 days after the weekday named.

    ``habit``: days from the weekday of the first sentence to its report's day -> how many dated reports of the pile.
    """
    shares: tuple[float, ...]
    if named.bound != "bare":
        shares = _BOUND[named.bound]
    elif named.direction == "ahead":
        shares = _AHEAD[manner]
    else:
        shares = _WEEKDAY[manner, named.place, named.said]
    total = sum(shares)
    if habit and named.direction == "past" and named.bound == "bare" and named.place == "lead":
        shares = tuple(HABIT * share / total + habit.get(lag, 0.0) for lag, share in enumerate(shares))
        total = sum(shares)
    return tuple(math.log(7 * share / total) for share in shares)


def other_weekday_gains(first: NamedWeekday, other: NamedWeekday) -> tuple[float, ...]:
    """What another weekday adds for a report published 0..6 days after the first one."""
    return _OTHER[other.direction][(first.weekday - other.weekday) % 7]


def agreement_gain(likeness: float) -> float:
    """What a sentence adds that tells the same as a dated one, on the same day, by the likeness of the two."""
    return min(max(likeness - LEAST_AGREEMENT, 0.0) * AGREEMENT_SLOPE, MOST_AGREEMENT)


SHARPNESS_OF_FEW = 1.0
"""The same power where few siblings speak; 0.3 to 1 tried, flat."""
TAU, FALL = 8.0, 2.0
"""Days until a sibling's vote is halved where few speak, and the power of its fall; 3 to 8 and 1 to 2 tried."""
NEARNESS = 0.9
"""What that vote counts against the one of hundreds."""


def nearness(gap: int) -> float:
    """How a sibling's vote fades with the days between, where few speak: fast at first, but with a long tail."""
    return 1 / (1 + math.pow(abs(gap) / TAU, FALL))


def narrow_share(siblings: int) -> float:
    """What the very days of so many siblings count: of a few, none need be of the same day or the next."""
    return siblings / (siblings + FEW_SIBLINGS)


def sharpness(siblings: int) -> float:
    """The power of the likeness in the vote of so many siblings: of a few, none need be near."""
    return SHARPNESS * siblings / (siblings + 2)


@lru_cache(maxsize=64)
def wide(siblings: int) -> dict[int, float]:
    """The share of a sibling's wide vote by the days between, where so many siblings speak."""
    fading = FADING + FADING_ALONE / siblings
    reach = round(3 * fading) + 1
    return {gap: math.exp(-abs(gap) / fading) for gap in range(-reach, reach + 1)}


def shared_weight(runs: int) -> float:
    """What a sibling counts that shares so many runs of words: of pairs that share one, two in five are of days not
    more than three apart, of pairs that share twenty, four in five."""
    return 2.0 if runs >= 20 else 1.2 if runs >= 5 else 0.6


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
        -9.0, -9.0, -7.0, -6.0, -5.0, -4.0, -2.0, -1.0, 3.4, 4.9, 3.9, 2.6, 2.4, 1.6, 0.9, 0.9, 0.6, 0.2, -0.3, -2.0,
        -3.5, -4.0, -3.6, -3.3,
    ),
}  # fmt: skip
"""By place, whether the year is given, and direction: the gain where the report's day lies in the stretch of days
after the day named that begins at each of ``_FROM`` (the first entry: still earlier). A caption counts as head; of 72
full dates told there as past, 2 lay more than a month ahead and none less, so a report is hardly of a day before."""


def named_day_gain(named: NamedDay, gap: int) -> float:
    """The gain for a report published ``gap`` days after the day that it names."""
    place = "body" if named.place == "body" else "head"
    return _NAMED_DAY[place, named.year is not None, named.direction][bisect_right(_FROM, gap)]
