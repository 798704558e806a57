"""How much of a large story one screen holds. What is left out is counted, never dropped in silence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec

from dateline.model.story import Commitment, Entity, Figure, Quotation

T = TypeVar("T")

UNSETTLED = ("open", "unknown")
"""States that leave a plan without an end."""


class Room(msgspec.Struct, frozen=True):
    """How many of each a screen shows at most; ``names`` holds for each kind of name."""

    quotations: int
    threads: int
    figures: int
    names: int


class Left(msgspec.Struct, frozen=True):
    """How many of each are not shown."""

    quotations: int = 0
    threads: int = 0
    figures: int = 0
    names: int = 0


PAGE = Room(quotations=160, threads=60, figures=60, names=40)
"""So that the page of a pile of 2,000 reports stays under some megabytes; a pile of ten is never cut."""
TERMINAL = Room(quotations=24, threads=16, figures=12, names=20)
"""So that the timeline does not scroll out of reach."""
EVERYTHING = Room(quotations=10**9, threads=10**9, figures=10**9, names=10**9)


def foremost(things: Sequence[T], most: int, rank: Callable[[T], tuple[int, ...]]) -> list[T]:
    """The ``most`` things of the highest rank, in their old order; equals are taken in that order."""
    if len(things) <= most:
        return list(things)
    places = sorted(range(len(things)), key=lambda place: (*(-part for part in rank(things[place])), place))
    return [things[place] for place in sorted(places[:most])]


def quotation_rank(said: Quotation) -> tuple[int, ...]:
    """Known speakers first, then what more reports carry, then literal words."""
    return said.speaker is not None, len({e.report for e in said.evidence}), said.kind == "direct"


def commitment_rank(plan: Commitment) -> tuple[int, ...]:
    """What came to an end first, then what has more stations, then what has a day to fall due."""
    return plan.state not in UNSETTLED, len(plan.steps), plan.due is not None


def figure_rank(figure: Figure) -> tuple[int, ...]:
    """What was given more than once first, then what more reports give."""
    return len(figure.values) > 1, len({e.report for value in figure.values for e in value.evidence})


def entity_rank(entity: Entity) -> tuple[int, ...]:
    """By mentions."""
    return (entity.mentions,)
