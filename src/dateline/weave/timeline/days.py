"""Which days carry the story: how many independent texts speak of a day, and how much to the point."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dateline.model.dates import shift
from dateline.weave.timeline.tellings import Telling

AFTERMATH = 0.1
"""Share of a day's score that its morrow loses: reports of the day after still tell the day before, and misdate it."""

UNNAMED = 1e6
"""Puts days that no report names behind all that one names; more than any pile weighs."""


def score(tellings: Iterable[Telling]) -> float:
    """What the tellings weigh together: each independent text counts once, with its best telling."""
    best: dict[str, float] = {}
    for told in tellings:
        if told.weight > best.get(told.family, -1.0):
            best[told.family] = told.weight
    return sum(best[family] for family in sorted(best))


def ranked(tellings: Iterable[Telling]) -> list[tuple[float, str]]:
    """(score, day) of every day that a telling is on, the weightiest first, the earlier first on a tie.

    A day loses AFTERMATH of what the day before it has.
    A report's own day does not count for not being named: what the reports speak of makes a day, not how many appear.
    Days that none names come last, with UNNAMED less than what their reports weigh.
    """
    named: dict[str, list[Telling]] = defaultdict(list)
    leads: dict[str, list[Telling]] = defaultdict(list)
    for told in tellings:
        if told.when.is_day:
            (leads if told.basis == "lead" else named)[told.when.start].append(told)
    scores = {day: score(found) for day, found in named.items()}
    made = [(found - AFTERMATH * scores.get(day_before(day), 0.0), day) for day, found in scores.items()]
    made += [(score(found) - UNNAMED, day) for day, found in leads.items() if day not in named]
    return sorted(made, key=lambda pair: (-pair[0], pair[1]))


def day_before(day: str) -> str:
    return shift(day, -1)


def day_after(day: str) -> str:
    return shift(day, 1)
