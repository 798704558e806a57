"""Entities that may be one person, where the reports do not say so.

They are never merged: a surname that several people of the pile bear, or a first and last name with another middle
name or a "Jr" besides, may be one person or two. A reader is told of the likely ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from dateline.model.story import Entity
from dateline.text.name_forms import fold

MOST = 3
"""People whom one name may mean; a surname of more is too common to tell anything."""

SLIGHT = 10
"""How many times as often another bearer of a surname may be named before one is not worth naming beside him."""

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii"))


def with_doubts(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """The entities, those of people each with the ids of whom they may be besides, the likeliest first."""
    people = [(one, _parts(one.name)) for one in entities if one.kind == "person"]
    by_last: dict[str, list[Entity]] = defaultdict(list)
    by_ends: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for one, words in people:
        if len(words) > 1:
            by_last[words[-1]].append(one)
            by_ends[words[0], words[-1]].append(one)
    found: dict[str, tuple[str, ...]] = {}
    for one, words in people:
        if len(words) == 1:
            able = [other for other in by_last.get(words[0], ()) if words[0] in fold(other.name)]
        elif words:
            able = [other for other in by_ends[words[0], words[-1]] if other is not one and _rank(other) < _rank(one)]
        else:
            able = []
        likely = sorted(able, key=_rank)
        likely = [other for other in likely if other.mentions * SLIGHT >= likely[0].mentions]
        if 0 < len(likely) <= MOST:
            found[one.id] = tuple(other.id for other in likely)
    return tuple(msgspec.structs.replace(one, perhaps=found[one.id]) if one.id in found else one for one in entities)


def _rank(one: Entity) -> tuple[int, str]:
    return -one.mentions, one.id


def _parts(name: str) -> list[str]:
    """The words of a name that tell who it is."""
    return [word for word in fold(name).replace(",", "").split() if word not in _SUFFIXES]
