"""One thing counted by two reports with values that cannot both hold.

Two counts are compared where they tell of one thing (the situation of those counted, what a sum or share is, or the
counted noun) and where no other place, day or kind of people stands in the way. A count that only rises from day to
day is a series; what is added ("14 more") and what is a part ("311 of the 420") is no count of the whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dateline.model.material import Material
from dateline.model.story import Version
from dateline.text.words import as_written
from dateline.weave.counting import Count, counted
from dateline.weave.counting.counts import CREW, GENERIC, names_in
from dateline.weave.differences.draft import Draft
from dateline.weave.differences.one_thing import LASTING, disagree
from dateline.weave.differences.retorts import retorts

SMALL = 12
"""Reports of a pile in which one head ("employees", "on board") can be held to mean one thing."""

AHEAD = 24
"""Counts of one matter in later reports that each count is compared with."""


def tally_differences(material: Material) -> Iterator[Draft]:
    """Counts that disagree: in one report by two sources, and between reports."""
    small = len(material.reports) <= SMALL
    themes = [frozenset(names_in(one.report.text)) for one in material.reports] if small else []
    by_key: dict[tuple[str, ...], list[Count]] = defaultdict(list)
    for found in counted(material):
        told = [one for one in found if one.quantity.value >= LEAST and not one.added]
        yield from retorts(told, small)
        for count in told:
            for day in [""] if small else _days(count):
                by_key[(*_key(count), day)].append(count)
    for key in sorted(by_key):
        if len(by_key[key]) > 1:
            yield from _between(by_key[key], themes)


MOST_NAMES = 3
"""Words of names that tell whose sum or measure is in question."""

LEAST = 2
"""Lowest value compared; "one" is mostly no count."""


def _days(count: Count) -> list[str]:
    """Under which day a count of a big pile is compared: that of its report; none for what grows while it is told."""
    if count.head in GENERIC or (count.quantity.unit is not None and count.matter not in LASTING):
        return []
    day = count.report.day
    return [day.isoformat()] if day else []


def _key(count: Count) -> tuple[str, ...]:
    unit = count.quantity.unit or ""
    matter = "there" if count.matter == "on board" else count.matter or ("of" if unit == "%" else "")
    return (unit, matter, "") if matter else (unit, "", count.head)


def _between(told: Sequence[Count], themes: Sequence[frozenset[str]]) -> Iterator[Draft]:
    """Counts of one key that two reports tell differently, the first pair of two values."""
    done: set[tuple[float, float]] = set()
    for number, mine in enumerate(told):
        for theirs in told[number + 1 : number + 1 + AHEAD]:
            values = (min(mine.quantity.value, theirs.quantity.value), max(mine.quantity.value, theirs.quantity.value))
            if values in done or mine.order == theirs.order or mine.group == theirs.group:
                continue
            note = disagree(mine, theirs, themes)
            if note is not None:
                done.add(values)
                yield Draft(
                    "figure", about(mine, theirs), (_version(mine), _version(theirs)), note, _weight(mine, theirs)
                )


_ASKED = {
    "on board": "were on board", "there": "were there", "killed": "were killed", "injured": "were injured",
    "missing": "are missing", "trapped": "were trapped", "arrested": "were arrested",
    "held hostage": "were held hostage",
    "escaped": "escaped", "freed": "were freed", "displaced": "had to leave their homes", "sickened": "fell ill",
    "rescued": "were rescued", "taking part": "took part", "voting": "voted", "on strike": "stopped work",
    "employed": "work there",
}  # fmt: skip
"""Matter -> the end of the question that two counts answer differently."""


def about(mine: Count, theirs: Count) -> str:
    """What two counts disagree on, in a few words: "how many people were on board"."""
    matter, unit = mine.matter, mine.quantity.unit
    if matter.startswith("margin "):
        return "by how much"
    if unit == "%":
        return f"how many percent: {matter}"
    if unit:
        whose = " ".join(as_written(mine.scope.names & theirs.scope.names, mine.text, MOST_NAMES))
        told = f"the {matter}" if matter else f"how much {mine.label or theirs.label}".strip()
        return f"{told} ({whose})" if whose else told
    if matter == "on board" and CREW in (mine.head, theirs.head) and mine.head != theirs.head:
        return "how many people were on board"
    label = mine.label if mine.head else theirs.label if theirs.head else mine.label or theirs.label
    asked = _ASKED.get(matter, "")
    if asked and (" " in label or label.lower() in _NO_NOUN):
        label = label.split()[0] if label.split()[0].lower() not in _NO_NOUN else "people"
    return f"how many {label} {asked}".strip()


_NO_NOUN = frozenset("dead killed injured wounded missing arrested freed ill crossed toll death died".split())


def _version(count: Count) -> Version:
    return Version(count.told, (count.cite(),))


def _weight(mine: Count, theirs: Count) -> float:
    low, high = sorted((mine.quantity.value, theirs.quantity.value))
    return 1.5 + 0.2 * (mine.matter == "killed") + min(0.2, 0.1 * (high / max(low, 1) - 1))
