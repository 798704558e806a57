"""A second source that answers a count at once: "84 were freed, the ministry said. The rebels said only 79"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.model.story import Version
from dateline.text.calendar import WEEKDAY
from dateline.text.patterns import late
from dateline.weave.counting import Count
from dateline.weave.differences.draft import Draft
from dateline.weave.differences.ranges import differ

AHEAD = 3
"""Counts after one that may answer it."""

_SOURCE = late(
    r"\b(?:said|says|say|according to|counts?|counted|puts? the|told|reported|reports|claims?|claimed|estimates?)\b",
    re.I,
)
_TURN = late(r"[.;]|\bbut\b|\bwhile\b|\bthough\b", re.IGNORECASE)
_DAY = late(r"\b" + WEEKDAY + r"\b|\b(?:yesterday|today)\b")
_PART = late(r"\b(?:of whom|of them|including|among them|one of|out of)\b", re.IGNORECASE)


def retorts(told: Sequence[Count], small: bool) -> Iterator[Draft]:
    """The answers in one report; in a big pile only where the second count names nothing of its own."""
    for number, mine in enumerate(told):
        theirs = next((other for other in told[number + 1 : number + 1 + AHEAD] if _answers(mine, other, small)), None)
        if theirs is not None:
            label = mine.label or theirs.label
            about = f"how many {label}" + ("" if not mine.matter or mine.matter in label else f" {mine.matter}")
            versions = tuple(Version(count.told, (count.cite(),)) for count in (mine, theirs))
            yield Draft("figure", about, versions, "two sources, two counts", 1.6)


def _answers(mine: Count, theirs: Count, small: bool) -> bool:
    if mine.matter != theirs.matter or (mine.head and theirs.head and mine.head != theirs.head):
        return False
    if mine.quantity.unit or mine.matter.startswith("times") or not differ(mine.quantity, theirs.quantity):
        return False
    text = mine.report.text
    if theirs.sentence.start - mine.sentence.end > 4:
        return False
    days = set(mine.scope.days), set(theirs.scope.days)
    if days[0] and days[1] and not days[0] & days[1]:
        return False
    if _DAY.search(theirs.text) and _DAY.search(mine.text):
        return False  # told on two days
    between = text[mine.quantity.end : theirs.quantity.start]
    own = text[max(theirs.sentence.start, mine.quantity.end) : theirs.sentence.end]
    if not _TURN.search(between) or not _SOURCE.search(own) or _PART.search(between):
        return False
    if not small and theirs.scope.places - mine.scope.places:
        return False
    anaphor = theirs.quantity.rule == "number" or not theirs.head
    return anaphor or (small and bool(mine.scope.words & theirs.scope.words))
