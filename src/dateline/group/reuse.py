"""Shared copy: which reports are the same text, which grew out of another, which quote the same words.

Loose candidates first (runs of words that few reports have, looked up in an index), then each candidate pair is
compared word for word by containment: how much of the shorter text stands in the other.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from operator import itemgetter

from dateline.group import fast_meetings, meetings
from dateline.group.fingerprints import RUN, Fingerprint
from dateline.group.meetings import FAMILY, Meetings
from dateline.group.shared_copy import LONG_RUN, REWRITE, Run, evidence, kind_of, passages, runs
from dateline.model.annotations import Annotated
from dateline.model.story import Reuse


def find_reuse(reports: Sequence[Annotated]) -> tuple[Reuse, ...]:
    """The pairs of reports that share copy, in the order of their ids; the same for any order of ``reports``."""
    ordered = sorted((item.report for item in reports), key=lambda report: _order(report.id))
    prints, met = (fast_meetings if fast_meetings.repays(ordered) else meetings).meet(ordered)
    found: list[Reuse] = []
    for first, pairs in itertools.groupby(met.pairs, key=itemgetter(0)):
        found += filter(None, (_compare(prints[first], prints[second], met) for _, second in pairs))
        prints[first].forget()  # no later pair asks for it
    return tuple(found)


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


_NUMBERED = re.compile(r"([a-z]+)(\d{1,9})")


def _order(name: str) -> tuple[str, int, str]:
    """r2 before r10; ids that are no letter and number by themselves."""
    found = _NUMBERED.fullmatch(name)
    return (found[1], int(found[2]), name) if found else ("", 0, name)


def _compare(a: Fingerprint, b: Fingerprint, met: Meetings) -> Reuse | None:
    """The reuse between two reports, or None where they have no more than stock phrases in common."""
    common = a.kept & b.kept
    long, short = (a, b) if a.size >= b.size else (b, a)
    telling: float = len(common)
    if telling < FAMILY * long.kinds and not common.isdisjoint(met.stock):
        telling = met.telling(common)
    share = telling / short.kinds
    if share < REWRITE and telling <= LONG_RUN - RUN:
        return None
    found = runs(long, short, common)
    shared = min(1.0, sum(run.size for run in found) / short.size)
    gathered = passages(found)
    kind = kind_of(long, short, gathered, shared, share)
    if kind is None:
        return None
    if long is b:
        gathered = [[Run(run.b, run.a, run.size) for run in passage] for passage in gathered]
    return Reuse((a.report.id, b.report.id), kind, round(shared, 3), evidence(a, b, gathered))
