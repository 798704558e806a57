"""Shared copy: which reports are the same text, which grew out of another, which quote the same words.

Loose candidates first (runs of words that few reports have, looked up in an index), then each candidate pair is
compared word for word by containment: how much of the shorter text stands in the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.group.fingerprints import Fingerprint, numbering
from dateline.group.shared_copy import RUN, evidence, figures_changed, kind_of, runs
from dateline.model.annotations import Annotated
from dateline.model.story import Reuse

SAMPLE = 2
"""One run in so many is looked up. A pair that shares a passage of twelve words is still found in 99.8 %."""
COMMON = 16
"""Reports. A run that more have is a stock phrase; among real news texts sixteen parted best."""
LEAST = 3
"""Runs looked up and found in both before a pair is compared."""
LOOSE = 0.02
"""Share of the shorter text's runs, by the sample; far below what any kind of reuse needs."""
FAMILY = 0.3
"""Share of all runs. Copies so often repeated that their runs look like stock phrases are known by this."""


def find_reuse(reports: Sequence[Annotated]) -> tuple[Reuse, ...]:
    """The pairs of reports that share copy, in the order of their ids; the same for any order of ``reports``."""
    numbers = numbering()
    prints = [Fingerprint(item.report, numbers) for item in sorted(reports, key=lambda item: _order(item.report.id))]
    counts = Counter(run for one in prints for run in set(one.runs)) if len(prints) > COMMON else Counter()
    found = []
    for first, second in _candidates(prints):
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


def _candidates(prints: list[Fingerprint]) -> list[tuple[int, int]]:
    """Pairs that share some sampled runs, as indices, first below second, in order."""
    index: dict[int, list[int]] = {}
    pairs: list[tuple[int, int]] = []
    for number, one in enumerate(prints):
        hits: Counter[int] = Counter()
        for run in {run for run in one.runs if not run % SAMPLE}:
            known = index.get(run)
            if known is None:
                index[run] = [number]
            else:
                hits.update(known)
                if len(known) < COMMON:
                    known.append(number)
        for other, count in hits.items():
            shorter = min(len(one.runs), len(prints[other].runs))
            if count >= LEAST and count * SAMPLE >= LOOSE * shorter:
                pairs.append((other, number))
    return sorted(pairs)


def _compare(a: Fingerprint, b: Fingerprint, counts: Counter[int]) -> Reuse | None:
    """The reuse between two reports, or None where they have no more than stock phrases in common."""
    common = set(a.runs) & set(b.runs)
    rare = sum(counts[run] <= COMMON for run in common)
    length = min(len(a.words), len(b.words)) or 1
    share = rare / length
    if len(common) >= FAMILY * length:
        share = max(share, len(common) / length)
    found = runs(a, b)
    if not found:
        return None
    shared = min(1.0, sum(run.size for run in found) / length)
    longest = max(run.size for run in found)
    kind = kind_of(shared, share, longest, figures_changed(a, b, found))
    if kind is None:
        return None
    return Reuse((a.report.id, b.report.id), kind, round(shared, 3), evidence(a, b, found))
