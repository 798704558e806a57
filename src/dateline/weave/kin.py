"""Kinsmen as speakers: "Prado's father", "her son", where the pile names one such of that family."""

from __future__ import annotations

import bisect
import re
from collections import defaultdict

from dateline.model.annotations import Annotated, Mention, Quote
from dateline.model.material import Identities

_NOUNS = "father|mother|brother|sister|son|daughter|wife|husband|widow|widower|uncle|aunt|cousin"
_SOURCE = re.compile(rf"(?:[Hh]is|[Hh]er|[Tt]heir|(?P<of>[^\W\d][\w.’' -]{{1,40}})['’]s?) (?P<kin>{_NOUNS})")
_ROLE = re.compile(rf"\b({_NOUNS})$")
_BACK = 12
"""Mentions looked at before "his father" for whose father he is."""


class Kin:
    """The kinsmen that a pile names by their relation and their surname."""

    def __init__(self, identities: Identities) -> None:
        self._known: dict[tuple[str, str], set[str]] = defaultdict(set)
        for entity in identities.entities:
            for role in entity.roles if entity.kind == "person" else ():
                found = _ROLE.search(role.role)
                if found is not None:
                    self._known[(found[1], entity.name.split()[-1])].add(entity.id)

    def speaker(self, annotated: Annotated, quote: Quote, source: str) -> str | None:
        """The entity that "Prado's father" or "his father" is: the only father Prado of the pile."""
        found = _SOURCE.fullmatch(source) if self._known else None
        if found is None or quote.source is None:
            return None
        if found["of"]:
            family = found["of"].split()[-1]
        else:
            person = _person_before(annotated, quote.source.start)
            if person is None:
                return None
            family = annotated.report.text[person.start : person.end].split()[-1]
        able = self._known.get((found["kin"], family), set())
        return min(able) if len(able) == 1 else None


def _person_before(annotated: Annotated, at: int) -> Mention | None:
    mentions = annotated.notes.mentions
    end = bisect.bisect_left(mentions, at, key=_start)
    for n in range(end - 1, max(-1, end - _BACK - 1), -1):
        if mentions[n].kind == "person":
            return mentions[n]
    return None


def _start(mention: Mention) -> int:
    return mention.start
