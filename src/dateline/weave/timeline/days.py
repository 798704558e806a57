"""Which days carry the story: how many independent texts speak of a day, and how much to the point."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dateline.weave.timeline.tellings import Telling


def score(tellings: Iterable[Telling]) -> float:
    """What the tellings weigh together: each independent text counts once, with its best telling."""
    best: dict[str, float] = {}
    for told in tellings:
        if told.weight > best.get(told.family, -1.0):
            best[told.family] = told.weight
    return sum(best[family] for family in sorted(best))


def ranked(tellings: Iterable[Telling]) -> list[tuple[float, str]]:
    """(score, day) of every day that a telling names, the weightiest first, the earlier first on a tie.

    A report's own day does not count for not being named: what the reports speak of makes a day, not how many appear.
    """
    named: dict[str, list[Telling]] = defaultdict(list)
    for told in tellings:
        if told.when.is_day and told.basis != "lead":
            named[told.when.start].append(told)
    return sorted(((score(found), day) for day, found in named.items()), key=lambda pair: (-pair[0], pair[1]))
