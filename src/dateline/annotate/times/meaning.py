"""What an operation gets and gives: context in, TIMEX3 value out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from dateline.annotate.times.raw import RawTimex
from dateline.model.annotations import TimexType
from dateline.model.dates import DateSpan

_FAR = 20
"""Expressions. Further back no running date is looked for."""


class Meaning(NamedTuple):
    """A resolved value, still without the time of the day."""

    value: str
    type: TimexType = "DATE"
    anchor: str | int = "dct"
    when: DateSpan | None = None
    mod: str | None = None


class Place(NamedTuple):
    """An expression resolved before: where it stands, and what it covers (None for a length of time)."""

    start: int
    sentence: int
    span: DateSpan | None
    value: str
    operation: str


class Context:
    """What an expression may lean on: the report's day and the expressions before it."""

    __slots__ = ("operations", "places", "published")

    def __init__(self, published: dt.date | None, operations: Mapping[str, Operation]) -> None:
        self.published = published
        self.operations = operations
        self.places: list[Place] = []

    def back(self, most: int = 1000) -> Iterator[Place]:
        """The expressions before, the nearest first."""
        return islice(reversed(self.places), most)

    def day(self, finest: tuple[str, ...], skip: tuple[str, ...] = ()) -> tuple[dt.date | None, str | int]:
        """The running date: first day of the nearest expression of one of these precisions, else the report's day."""
        for place in self.back(_FAR):
            if place.span is not None and place.span.precision in finest and place.operation not in skip:
                return dt.date.fromisoformat(place.span.start), place.start
        return self.published, "dct"


Operation = Callable[[RawTimex, Context], Meaning | None]

OPEN = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "2W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX",
    "H": "XXXX-HX", "Y": "XXXX", "E": "XXX", "C": "XX",
}  # fmt: skip
"""Grain -> the value of such a unit whose place is not known."""
