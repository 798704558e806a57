"""Shared copy: which reports are the same text, which grew out of another, which quote the same words.

Loose candidates first (runs of words that few reports have, looked up in an index), then each candidate pair is
compared word for word by containment: how much of the shorter text stands in the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.group.fingerprints import RUN, Fingerprint, numbering
from dateline.group.shared_copy import LONG_RUN, REWRITE, Run, evidence, figures_changed, kind_of, runs
from dateline.model.annotations import Annotated
from dateline.model.story import Reuse

COMMON = 16
"""Reports. A run that more have is a stock phrase; among real news texts sixteen parted best."""
FAMILY = 0.3
"""Share of all runs. Copies so often repeated that their runs look like stock phrases are known by this."""


def find_reuse(reports: Sequence[Annotated]) -> tuple[Reuse, ...]:
    """The pairs of reports that share copy, in the order of their ids; the same for any order of ``reports``."""
    numbers = numbering()
    prints = [Fingerprint(item.report, numbers) for item in sorted(reports, key=lambda item: _order(item.report.id))]
    counts = _repeated(prints)
    for one in prints:
        one.keep(counts)
    found = []
    for first, second in _candidates(prints, counts):
        reuse = _compare(prints[first], prints[second], counts)
        if reuse:
            found.append(reuse)
    return tuple(found)


def text_groups(reports: Sequence[Annotated], reuse: Iterable[Reuse]) -> dict[str, str]:
    """Report id -> id of the first report with the same text. Updates stay apart: what changed in them counts."""
    ids = sorted((item.report.id for item in reports), key=_order)
    parent = {name: name for name in ids}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for pair in reuse:
        if pair.kind == "same":
            first, second = sorted(map(root, pair.reports), key=_order)
            parent[second] = first
    return {name: root(name) for name in ids}


def _order(name: str) -> tuple[str, int, str]:
    """r2 before r10; ids that are no letter and number by themselves."""
    found = re.fullmatch(r"([a-z]+)(\d{1,9})", name)
    return (found[1], int(found[2]), name) if found else ("", 0, name)


def _repeated(prints: list[Fingerprint]) -> dict[int, int]:
    """The runs that stand in more than one report, with how many have them."""
    seen: set[int] = set()
    counts: dict[int, int] = {}
    for one in prints:
        mine = set(one.runs)
        for run in mine & seen:
            counts[run] = counts.get(run, 1) + 1
        seen |= mine
    return counts


def _candidates(prints: list[Fingerprint], counts: dict[int, int]) -> list[tuple[int, int]]:
    """Pairs that share a few runs, as indices, first below second, in order.

    Of a run that many have only the first :data:`COMMON` reports are remembered, so that cost stays linear; a large
    family of copies is still bound together by them.
    """
    index: dict[int, list[int]] = {}
    pairs: list[tuple[int, int]] = []
    for number, one in enumerate(prints):
        hits: Counter[int] = Counter()
        for run in one.places:
            known = index.get(run)
            if known is None:
                index[run] = [number]
            else:
                hits.update(known)
                if len(known) < COMMON:
                    known.append(number)
        for other, count in hits.items():
            if count > LONG_RUN - RUN or count >= REWRITE * min(len(one.words), len(prints[other].words)):
                pairs.append((other, number))
    return sorted(pairs)


def _compare(a: Fingerprint, b: Fingerprint, counts: dict[int, int]) -> Reuse | None:
    """The reuse between two reports, or None where they have no more than stock phrases in common."""
    long, short = (a, b) if len(a.words) >= len(b.words) else (b, a)
    length = len(short.words)
    common = long.places.keys() & short.places.keys()
    rare = sum(counts[run] <= COMMON for run in common)
    share = len(common) / length if len(common) >= FAMILY * length else rare / length
    if share < REWRITE and rare <= LONG_RUN - RUN:
        return None
    found = runs(long, short)
    shared = min(1.0, sum(run.size for run in found) / length)
    longest = max(run.size for run in found)
    kind = kind_of(shared, share, longest, lambda: figures_changed(long, short, found))
    if kind is None:
        return None
    if long is b:
        found = [Run(run.b, run.a, run.size) for run in found]
    return Reuse((a.report.id, b.report.id), kind, round(shared, 3), evidence(a, b, found))
