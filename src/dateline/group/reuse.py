"""Shared copy: which reports are the same text, which grew out of another, which quote the same words.

Loose candidates first (runs of words that few reports have, looked up in an index), then each candidate pair is
compared word for word by containment: how much of the shorter text stands in the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from dateline.group.fingerprints import RUN, Fingerprint, numbering
from dateline.group.shared_copy import LONG_RUN, REWRITE, Run, evidence, kind_of, runs
from dateline.model.annotations import Annotated
from dateline.model.story import Reuse

COMMON = 16
"""Reports. A run that more have is a stock phrase; among real news texts sixteen parted best."""
FAMILY = 0.3
"""Share of the longer text's runs. Copies so often repeated that their runs look like stock phrases are known so."""


AT_A_TIME = 3_000_000
"""Runs counted in one go; some 300 MB."""
MOST_RUNS = 2_500_000
"""Runs, of all reports together, up to which every one is looked up: some 4,000 reports. Of a larger pile a share of
them leads to the pairs, and passages too short to make a rewrite are left aside."""
LIKELY = 0.8
"""Part of :data:`REWRITE` from which the share of the runs makes a pair worth comparing whole."""
FEWEST = 2
"""Runs of that share; one alone is met by chance."""


def find_reuse(reports: Sequence[Annotated]) -> tuple[Reuse, ...]:
    """The pairs of reports that share copy, in the order of their ids; the same for any order of ``reports``."""
    numbers = numbering()
    prints = [Fingerprint(item.report, numbers) for item in sorted(reports, key=lambda item: _order(item.report.id))]
    every = 1 + sum(len(one.runs) for one in prints) // MOST_RUNS
    if every == 1:
        counts = _repeated([one.runs for one in prints])
        stock = _stock(counts)
        for one in prints:
            one.keep(counts)
        pairs = _candidates(prints, counts)
    else:
        pairs, stock = _likely(prints, every)
        compared = [prints[number] for number in sorted({number for pair in pairs for number in pair})]
        counts = _repeated([one.runs for one in compared])
        stock |= _stock(counts)
        for one in compared:
            one.keep(counts)
    found = (_compare(prints[first], prints[second], stock) for first, second in pairs)
    return tuple(reuse for reuse in found if reuse)


def text_groups(reports: Sequence[Annotated], reuse: Iterable[Reuse]) -> dict[str, str]:
    """Report id -> id of the first report with the same text. Updates stay apart: what changed in them counts.

    A report joins the longest text that it is the same as. So two texts are not bound together by a notice that stands
    in both.
    """
    size = {item.report.id: len(item.report.text) for item in reports}
    same: dict[str, list[str]] = {name: [] for name in size}
    for pair in reuse:
        if pair.kind == "same":
            first, second = pair.reports
            same[first].append(second)
            same[second].append(first)
    longest_first = sorted(size, key=lambda name: (-size[name], _order(name)))
    leader: dict[str, str] = {}
    for name in longest_first:
        leaders = [other for other in same[name] if leader.get(other) == other]
        leader[name] = min(leaders, key=lambda other: (-size[other], _order(other)), default=name)
    first_of: dict[str, str] = {}
    for name in sorted(size, key=_order):
        first_of.setdefault(leader[name], name)
    return {name: first_of[leader[name]] for name in sorted(size, key=_order)}


def _order(name: str) -> tuple[str, int, str]:
    """r2 before r10; ids that are no letter and number by themselves."""
    found = re.fullmatch(r"([a-z]+)(\d{1,9})", name)
    return (found[1], int(found[2]), name) if found else ("", 0, name)


def _stock(counts: Mapping[int, int]) -> set[int]:
    return {run for run, count in counts.items() if count > COMMON}


def _repeated(reports: Sequence[Collection[int]]) -> dict[int, int]:
    """The runs that stand in more than one report, with how many have them. ``reports``: the runs of each.

    Of a large pile a share of the runs is counted at a time, so that memory does not grow with those that stand alone.
    """
    counts: dict[int, int] = {}
    shares = 1 + sum(map(len, reports)) // AT_A_TIME
    for share in range(shares):
        seen: set[int] = set()
        for runs_of_it in reports:
            mine = set(runs_of_it) if shares == 1 else {run for run in runs_of_it if run % shares == share}
            for run in mine & seen:
                counts[run] = counts.get(run, 1) + 1
            seen |= mine
    return counts


def _candidates(prints: Sequence[Fingerprint], counts: Mapping[int, int]) -> list[tuple[int, int]]:
    """Pairs that share a few runs, as indices, first below second, in order."""
    return sorted(
        (first, second)
        for first, second, count in _meetings([one.first.keys() for one in prints], counts)
        if count > LONG_RUN - RUN or count >= REWRITE * min(prints[first].kinds, prints[second].kinds)
    )


def _likely(prints: Sequence[Fingerprint], every: int) -> tuple[list[tuple[int, int]], set[int]]:
    """The same by one run in ``every`` alone, with those of them that are stock phrases."""
    sample = [frozenset(run for run in one.runs if run % every == 0) for one in prints]
    counts = _repeated(sample)
    stock = _stock(counts)
    telling = counts.keys() - stock
    shared = [
        runs_of_it & (counts.keys() if len(runs_of_it & stock) >= FAMILY * len(runs_of_it) else telling)
        for runs_of_it in sample
    ]
    size = [len(runs_of_it) for runs_of_it in sample]
    pairs = sorted(
        (first, second)
        for first, second, count in _meetings(shared, counts)
        if count >= max(FEWEST, LIKELY * REWRITE * min(size[first], size[second]))
    )
    return pairs, stock


def _meetings(reports: Sequence[Collection[int]], counts: Mapping[int, int]) -> Iterator[tuple[int, int, int]]:
    """Yields the pairs that have runs in common, as indices, first below second, with how many.

    Of a run that many have only the first :data:`COMMON` reports are remembered, so that cost stays linear; a large
    family of copies is still bound together by them.
    """
    # a bare number until a third report comes: most runs have two, and a list for each would cost more than the search
    index: dict[int, int | list[int]] = {}
    for number, repeated in enumerate(reports):
        others: list[int] = []
        for run in repeated:
            known = index.get(run)
            if known is None:
                index[run] = number
            elif isinstance(known, int):
                others.append(known)
                if counts[run] > 2:
                    index[run] = [known, number]
            else:
                others += known
                if len(known) < COMMON:
                    known.append(number)
        for other, count in Counter(others).items():
            yield other, number, count


def _compare(a: Fingerprint, b: Fingerprint, stock: set[int]) -> Reuse | None:
    """The reuse between two reports, or None where they have no more than stock phrases in common."""
    long, short = (a, b) if a.size >= b.size else (b, a)
    common = long.first.keys() & short.first.keys()
    telling = len(common) if len(common) >= FAMILY * long.kinds else len(common) - len(common & stock)
    share = telling / short.kinds
    if share < REWRITE and telling <= LONG_RUN - RUN:
        return None
    found = runs(long, short, common)
    shared = min(1.0, sum(run.size for run in found) / short.size)
    kind = kind_of(long, short, found, shared, share)
    if kind is None:
        return None
    if long is b:
        found = [Run(run.b, run.a, run.size) for run in found]
    return Reuse((a.report.id, b.report.id), kind, round(shared, 3), evidence(a, b, found))
