"""Telling figures of one name apart: "people killed (Harbury)", "loan (Arden Bank)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dateline.model.material import Identities
from dateline.weave.counting import FATES
from dateline.weave.figures.series import Said

LOOKED_AT = 12
"""Places of one figure that are looked at."""

SHARE = 0.5
"""Share of these that must name somebody or something for it to tell whose figure it is."""

MOST_ELSEWHERE = 0.25
"""Share of all figures that may name it too; what most of them name tells none apart."""

_KINDS = ("place", "organisation")
"""Whose figure it is; a person beside a number is mostly who gives it."""

_PAPER = re.compile(
    r"\b(?:Post|Times|News|Journal|Press|Reuters|Guardian|Bloomberg|Nielsen|Gallup|BBC|CNN|ABC|CBS|NBC|AFP|Today|Tribune"
    r"|Agency|Foundation|Institute|University|Cent(?:re|er)|Watch|Research|Survey|Facebook|Twitter)\b"
)
"""Who gives numbers rather than has them."""

_FATES = tuple(sorted(FATES))

_OPEN = frozenset(
    """money worth price cost loan fund deal spending debt debts loss profit payment budget share fall rise rate rates
    aid fine fee sum bail sales revenue salary damages growth tax stake bid offer grant raise points votes seats"""
    .split()
)  # fmt: skip
"""Names that leave open whose they are."""


def told_apart(shown: Sequence[tuple[str, Sequence[Said]]], identities: Identities) -> list[str]:
    """The names of figures; of those that share one, or whose name leaves open whose it is, with what most of its
    places name and few other figures do."""
    names = {one.id: one.name for one in identities.entities if one.kind in _KINDS and not _PAPER.search(one.name)}
    places = {one.id for one in identities.entities if one.kind == "place"}
    named = [_named(cluster) for _, cluster in shown]
    elsewhere = Counter(one for some in named for one in some)
    same = Counter(what for what, _ in shown)
    made = []
    for (what, cluster), inside in zip(shown, named, strict=True):
        looked = min(len(cluster), LOOKED_AT)
        able = [
            (count, -elsewhere[one], names[one])
            for one, count in inside.items()
            if one in names
            and (one in places or not what.endswith(_FATES))
            and count >= max(SHARE * looked, 1)
            and elsewhere[one] <= max(1, MOST_ELSEWHERE * len(shown))
            and not _holds(what, names[one])
        ]
        needed = same[what] > 1 or what in _OPEN
        made.append(f"{what} ({max(able)[2]})" if needed and able else what)
    return made


def _named(cluster: Sequence[Said]) -> Counter[str]:
    """Who and what is named beside a figure, in how many of its places."""
    found: Counter[str] = Counter()
    for said in cluster[:LOOKED_AT]:
        found.update(set(said.count.scope.entities))
    return found


def _holds(what: str, name: str) -> bool:
    return any(word in what for word in name.split())
