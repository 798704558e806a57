"""What is known of a time expression before the report's day is: the half that is found once."""

from __future__ import annotations

from typing import NamedTuple

from dateline.annotate.times.lexicon import Value


class RawTimex(NamedTuple):
    """A time expression as found: its place, rule and meaning.

    ``lean``: -1 where the sentence speaks of the past, 1 of the future, 0 where it does not tell; ``cue`` names what
    told. ``fields``: what the operation works on (``month``, ``day``, ``unit``, ``number`` ...). ``said``: inside a
    quotation, or in speech that is told without marks (``told``), where the expression stands that dates the speech,
    else -1. ``stamp``: it is a line of its own, and the
    paragraphs after it are of that day.
    """

    start: int
    end: int
    sentence: int
    rule: str
    operation: str
    fields: dict[str, Value]
    lean: int = 0
    cue: str = ""
    said: int = -1
    stamp: bool = False
    told: bool = False


RawTimexes = tuple[RawTimex, ...]
