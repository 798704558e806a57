"""Events: reports of one happening, by average likeness, worked out anew around each new report.

The events near a new report are taken apart and put together again with it, the most alike first. So an event does not
hang on which of its reports came first, and a report that bridged two events by accident is set right later.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from dateline.group.stories.likeness import Alike, likeness, same_day
from dateline.group.stories.shelf import Item, Shelf

TOGETHER = 0.2
"""Average likeness from which two groups tell of one happening; best of 0.16 to 0.28 on 66 labelled events."""
NEAR = 0.5
"""Share of :data:`TOGETHER`. A report this like the new one has its event looked at again."""
LOOKED_AT = 12
"""Reports, the most alike, whose events are looked at again."""
REOPENED = 6
"""Events that are looked at again, at most."""
SOLID = 16
"""Reports. A larger event is not taken apart for one new report."""
SAMPLE = 24
"""Reports of an event that are compared, the newest; an average over these is as good as over all."""


class Change(NamedTuple):
    """Events to be replaced (``old``, their numbers) by groups of reports (``groups``)."""

    old: list[int]
    groups: list[list[int]]


def rearrange(shelf: Shelf, item: Item, found: Alike) -> Change | None:
    """The events around ``item`` put together anew; None where nothing is near enough. ``found``: who is alike."""
    near = _near(shelf, item, found)
    if not near:
        return None
    units = [[item.number]]
    for number in near:
        members = shelf.members(number)
        units += [list(members)] if len(members) > SOLID else [[member] for member in members]
    shelf.fetch([member for unit in units for member in unit[-SAMPLE:]])
    return Change([item.event, *near], _agglomerate(shelf, units))


def _near(shelf: Shelf, item: Item, found: Alike) -> list[int]:
    least = TOGETHER * NEAR
    near: list[int] = []
    for negative, other in found[:LOOKED_AT]:
        theirs = shelf.items[other]
        if -negative * same_day(item.day, theirs.day) >= least and theirs.event not in near:
            near.append(theirs.event)
    return near[:REOPENED]


def _agglomerate(shelf: Shelf, units: list[list[int]]) -> list[list[int]]:
    """Joins the two units that are most alike on average until none are alike enough."""
    total = len(units)
    table = [[0.0] * total for _ in range(total)]
    for a in range(total):
        for b in range(a):
            table[a][b] = table[b][a] = _average(shelf, units[a], units[b])
    size = [len(unit) for unit in units]
    alive = list(range(total))
    while pair := _closest(table, alive):
        a, b = pair
        whole = size[a] + size[b]
        for c in alive:
            if c not in pair:
                table[a][c] = table[c][a] = (table[a][c] * size[a] + table[b][c] * size[b]) / whole
        size[a] = whole
        units[a] = units[a] + units[b]
        alive.remove(b)
    return [sorted(units[a]) for a in alive]


def _closest(table: list[list[float]], alive: list[int]) -> tuple[int, int] | None:
    best, pair = TOGETHER, None
    for place, a in enumerate(alive):
        row = table[a]
        for b in alive[:place]:
            if row[b] >= best:
                best, pair = row[b], (b, a)
    return pair


def _average(shelf: Shelf, mine: list[int], theirs: list[int]) -> float:
    total = 0.0
    items = shelf.items
    mine, theirs = mine[-SAMPLE:], theirs[-SAMPLE:]
    for a in mine:
        day = items[a].day
        for b in theirs:
            near = same_day(day, items[b].day)
            # Reports weeks apart are not one happening, however alike: the words need not be compared.
            if near > TOGETHER / 2:
                total += near * likeness(shelf, a, b)
    return total / (len(mine) * len(theirs))


def heirs(shelf: Shelf, change: Change) -> list[tuple[int | None, int, list[int]]]:
    """For each group: the old event that it goes on from (None: a new one), its running story, its reports.

    The largest group chooses first, the event that most of its reports come from.
    """
    taken: set[int] = set()
    out: list[tuple[int | None, int, list[int]]] = []
    for group in sorted(change.groups, key=lambda group: (-len(group), group)):
        events = Counter([shelf.items[member].event for member in group])
        stories: Counter[int] = Counter()
        for event, members in events.items():
            stories[shelf.events[event].story] += members
        ranked = sorted(events, key=lambda event: (-events[event], event))
        heir = next((event for event in ranked if event not in taken), None)
        if heir is not None:
            taken.add(heir)
        out.append((heir, min(stories, key=lambda story: (-stories[story], story)), group))
    return out
