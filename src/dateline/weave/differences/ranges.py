"""Whether two values can both hold: bounds, ranges, rounding."""

from __future__ import annotations

import math

from dateline.model.annotations import Quantity
from dateline.weave.counting import CURRENCIES

NEAR = 1.7
"""How many times the lower value the higher one may be; what lies further apart counts other things."""

FAR = 3.0
"""The same where the two sentences tell so much alike that they count one thing."""

ABOUT = 0.05
"""How far a value told as "about" may lie off, as a share of it; a round one may lie off by half of its last digit."""

ROUNDED = 0.04
"""Relative difference below which one value is the other, rounded, where both are large."""

LARGE = 1000


def differ(mine: Quantity, theirs: Quantity, farthest: float = NEAR) -> bool:
    """Whether no value is allowed by both of two counts that lie near enough to be of one thing."""
    low, high = sorted((mine, theirs), key=lambda quantity: quantity.value)
    if high.value > farthest * low.value or (low.value >= LARGE and high.value - low.value < ROUNDED * high.value):
        return False
    if "as many as" in (mine.bound, theirs.bound) and mine.unit not in CURRENCIES:
        return False
    one, two = allowed(mine), allowed(theirs)
    if mine.bound == theirs.bound == "more than":
        return two[0] >= _next_round(one[0]) or one[0] >= _next_round(two[0])
    return one[1] < two[0] or two[1] < one[0]


def allowed(quantity: Quantity) -> tuple[float, float]:
    """The lowest and the highest value that a count allows."""
    value = quantity.value
    if quantity.high is not None:
        return value, quantity.high
    if quantity.bound in ("more than", "at least"):
        return value, math.inf
    if quantity.bound in ("at most", "less than"):
        return 0.0, value
    slack = _rounding(value)
    if quantity.bound == "about":
        slack = max(slack, value * ABOUT)
    return value - slack, value + slack


def _next_round(value: float) -> float:
    """The next value that a round one would be told as: "more than 7 million" is less than 8 million."""
    digits = str(int(value))
    return value + 10.0 ** (len(digits) - max(len(digits.rstrip("0")), 1))


def _rounding(value: float) -> float:
    """Half of the last digit that is told: 5.4 billion may be 5.38 billion, 20,000 may be 19,600; 214 is 214."""
    if value != int(value):
        return 0.05 if value * 10 == int(value * 10) else 0.005
    if value < LARGE:
        return 0.0
    digits = str(int(value))
    kept = max(len(digits.rstrip("0")), 2)
    return 0.5 * 10.0 ** (len(digits) - kept)
