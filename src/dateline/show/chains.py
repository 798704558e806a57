"""Plans that belong together as one chain: moved on in the same sentence, or settled by the same one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from dateline.show.citations import Cite
from dateline.show.shapes import ThreadRow

LONGEST = 8
"""Plans in one chain. In a large pile a sentence may settle dozens, and a chain of dozens is no help."""

GROUPS = (
    ("coming", "Still open", ("open",)),
    ("settled", "Settled", ("kept", "changed", "declined", "broken")),
    ("lost", "Day passed, nothing more reported", ("unknown",)),
)
"""Key, heading, and the states of the plans that stand there."""


class Chain(msgspec.Struct, frozen=True):
    """One or more plans in the order of time. ``ending``: the place that settled several of them, told once."""

    threads: tuple[ThreadRow, ...]
    ending: Cite | None

    @property
    def told(self) -> frozenset[str]:
        """The places that the chain shows anyway, as a plan's own words or as its ending."""
        own = {row.cites[0].anchor for row in self.threads}
        return frozenset(own | {self.ending.anchor} if self.ending else own)


class ChainGroup(msgspec.Struct, frozen=True):
    """Chains that stand at the same point."""

    key: str
    heading: str
    chains: tuple[Chain, ...]
    plans: int


def state_groups(rows: Sequence[ThreadRow]) -> tuple[tuple[str, tuple[ThreadRow, ...]], ...]:
    """All plans one by one under the same headings, for screens that cannot draw a chain."""
    made = ((heading, [row for row in rows if row.state in among]) for _, heading, among in GROUPS)
    return tuple((heading, tuple(sorted(some, key=_alone))) for heading, some in made if some)


def _alone(row: ThreadRow) -> tuple[str, str]:
    return _moment(Chain((row,), None))


def chain_groups(rows: Sequence[ThreadRow]) -> tuple[ChainGroup, ...]:
    """All plans in chains, those still open first; none is left out."""
    groups: dict[str, list[Chain]] = defaultdict(list)
    for members in _joined(rows):
        groups[_standing(members)].append(Chain(tuple(members), _ending(members)))
    return tuple(
        ChainGroup(key, heading, tuple(sorted(chains, key=_moment)), sum(len(one.threads) for one in chains))
        for key, heading, _ in GROUPS
        if (chains := groups[key])
    )


def _standing(members: Sequence[ThreadRow]) -> str:
    """Where a chain stands: open if a due day lies ahead, else settled if anything in it is, else as its plans are."""
    if any(row.state == "open" and row.due_day for row in members):
        return "coming"
    order = sorted(GROUPS, key=lambda group: group[0] != "settled")
    return next(key for key, _, among in order if any(row.state in among for row in members))


def _joined(rows: Sequence[ThreadRow]) -> list[list[ThreadRow]]:
    """The plans that share a sentence, each chain in the order of time; chains in the order of their first plan."""
    chain = {row.id: [row] for row in rows}
    at: dict[str, str] = {}
    for row in rows:
        for place in dict.fromkeys(cite.anchor for cite in (*row.outcome, *row.cites[:1])):
            other = at.setdefault(place, row.id)
            one, two = chain[other], chain[row.id]
            if one is not two and len(one) + len(two) <= LONGEST:
                one.extend(two)
                chain.update({member.id: one for member in two})
    unique = {id(members): members for members in chain.values()}
    return [sorted(members, key=_first_day) for members in unique.values()]


def _ending(members: Sequence[ThreadRow]) -> Cite | None:
    """The first place that settled more than one of the plans."""
    seen: set[str] = set()
    for row in members:
        for cite in row.outcome[:1]:
            if cite.anchor in seen:
                return cite
            seen.add(cite.anchor)
    return None


def _first_day(row: ThreadRow) -> tuple[str, str]:
    return row.made_day or "9", row.due_day or "9"


def _moment(chain: Chain) -> tuple[str, str]:
    """When a chain falls due or was settled: of an open one the next due day, of another its last station."""
    open_dues = [row.due_day for row in chain.threads if row.state in ("open", "unknown") and row.due_day]
    last = max((step.day for row in chain.threads for step in row.steps), default="")
    if any(row.state == "open" for row in chain.threads):
        return min(open_dues, default="9"), last
    return last, min(open_dues, default="9")
