"""Which reports of a pile have enough word runs in common to be compared word for word."""

from __future__ import annotations

import itertools
from array import array
from collections import Counter
from collections.abc import Collection, Sequence, Set
from typing import NamedTuple

from dateline.group.fingerprints import RUN, Fingerprint, fingerprint, sample
from dateline.group.shared_copy import LONG_RUN, REWRITE
from dateline.model.report import Report

COMMON = 16
"""Reports. A run that more have is a stock phrase; among real news texts sixteen parted best."""
FAMILY = 0.3
"""Share of the longer text's runs. Copies so often repeated that their runs look like stock phrases are known so."""
MOST_RUNS = 2_500_000
"""Runs, of all reports together, up to which every one is looked up: some 4,000 reports. Of a larger pile a sample of
them leads to the pairs, and passages too short to make a rewrite are left aside."""
SHARE = 6
"""Of so many runs the sample has one. Among 8,000 texts one in four gave F1 97.7, in six 97.2, in eight 96.8, and all
of them 97.1; among 20,000 one in four took a third longer than one in six and gave 98.5 against 98.4."""
LIKELY = 0.8
"""Part of :data:`REWRITE` from which the runs of the sample make a pair worth comparing whole."""
FEWEST = 4
"""Runs of the sample: fewer are met by chance. Among 20,000 texts four gave F1 98.4 and 2,900 pairs to compare, three
98.3 and 6,000."""


class Meetings(NamedTuple):
    """Which reports to compare.

    ``pairs``: by their numbers, the first below the second, in order. ``stock``: the runs that are stock phrases, of
    those looked at, which were one in ``every``.
    """

    pairs: list[tuple[int, int]]
    stock: frozenset[int]
    every: int

    def telling(self, common: Set[int]) -> float:
        """How many of the runs that two reports have in common are no stock phrases, going by those looked at."""
        known = common if self.every == 1 else sample(array("q", common), self.every)
        return len(common) * len(known - self.stock) / max(1, len(known))


def one_in(runs: int) -> int:
    """Of a pile with so many runs, one in how many is looked at."""
    return 1 if runs <= MOST_RUNS else SHARE


def least(size: int, every: int) -> float:
    """How many runs a text must share with a longer one to be compared with it; it has ``size`` of those looked at."""
    if every == 1:
        return min(LONG_RUN - RUN + 1, REWRITE * size)
    return max(FEWEST, LIKELY * REWRITE * size)


def meet(reports: Sequence[Report]) -> tuple[dict[int, Fingerprint], Meetings]:
    """The pairs of reports that share enough, and the fingerprints of those that are in one, by their numbers."""
    prints = list(map(fingerprint, reports))
    every = one_in(sum(len(one.runs) for one in prints))
    samples = [sample(one.runs, every) for one in prints]
    sizes = list(map(len, samples))
    repeated = _repeated(samples)
    samples = [runs & repeated for runs in samples]
    counts = Counter(itertools.chain.from_iterable(samples))
    stock = frozenset(run for run, count in counts.items() if count > COMMON)
    if every == 1:
        for one, runs, kinds in zip(prints, samples, sizes, strict=True):
            one.keep(runs, kinds)
    else:
        samples = [
            runs if len(runs & stock) >= FAMILY * size else runs - stock
            for runs, size in zip(samples, sizes, strict=True)
        ]
    pairs = _pairs(samples, [least(size, every) for size in sizes])
    compared = sorted(set(itertools.chain.from_iterable(pairs)))
    return {number: prints[number] for number in compared}, Meetings(pairs, stock, every)


def _repeated(samples: Sequence[Set[int]]) -> set[int]:
    """The runs that stand in more than one report."""
    seen: set[int] = set()
    repeated: set[int] = set()
    for runs in samples:
        repeated |= seen & runs
        seen |= runs
    return repeated


def _pairs(samples: Sequence[Set[int]], needed: Sequence[float]) -> list[tuple[int, int]]:
    """The pairs that share enough, in order.

    Of a run that many have only the first :data:`COMMON` reports are remembered, so that cost stays linear; a large
    family of copies is still bound together by them.
    """
    # by the run: the first report that has it, the second, ...; a list of reports for each run takes twice as long
    ranks: list[dict[int, int]] = [{} for _ in range(COMMON)]
    found: list[tuple[int, int]] = []
    for number, runs in enumerate(samples):
        earlier: list[int] = []
        rest: Collection[int] = runs
        for rank in ranks:
            holders = list(map(rank.setdefault, rest, itertools.repeat(number)))
            taken = list(map(number.__ne__, holders))
            rest = list(itertools.compress(rest, taken))
            if not rest:
                break
            earlier += itertools.compress(holders, taken)
        mine = needed[number]
        shared = Counter(earlier)
        found += [(other, number) for other, count in shared.items() if count >= mine or count >= needed[other]]
    return sorted(found)
