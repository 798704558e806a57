"""How many entries a story carries.

A small pile shows all that is dated. A big one shows as many days as its evidence is spread over: the perplexity of the
days' scores, which is their number where all weigh the same and one where one day has everything. No more days than
there are with reports, though: where nobody reported anew, the reports that there are look back in passing. The ranking
is shown until it has told of so many days; a day that weighs as much as the last of them has one line, a heavier one
more, and so have days before and after the reports' time.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from dateline.weave.timeline.build import Line, Pile

SPREAD = 1.8
"""Days shown for each day of perplexity. The dev topics' editors show 1.0 to 2.3."""

MOST_SHOWN = 60
"""Days. Nobody reads a longer timeline at one sitting; ``full`` and a number go further."""

SPARSE = 0.5
"""Share of the days wanted up to which those with a fit line leave gaps that lines not quite fit fill,"""

FILLED, MOST_FILLED = 0.95, 46
"""up to this share, and so many days; poor lines are worse than few."""

BRIEF_SHARE = 3
"""A brief timeline has one entry where the normal one has three,"""

FEWEST, MOST_BRIEF = 5, 12
"""but not fewer than this, nor more than that."""


def amount(found: Sequence[Line], pile: Pile, detail: str | int) -> int:
    """How many of the ranked lines to show. Raises ValueError for an unknown ``detail``."""
    if isinstance(detail, int):
        return max(0, detail)
    if detail not in ("brief", "normal", "full"):
        raise ValueError(f"detail is {detail!r}; expected brief, normal, full or a number")
    if detail == "full":
        return len(found)
    normal = len(found) if pile.small else _normal(found, pile)
    return min(max(FEWEST, normal // BRIEF_SHARE), MOST_BRIEF) if detail == "brief" else normal


def _normal(found: Sequence[Line], pile: Pile) -> int:
    first, last = pile.reported
    scores = [score for score, day in pile.ranked if score > 0 and first <= day <= last]
    if not scores:
        return min(len(found), MOST_SHOWN)
    total = math.fsum(scores)
    perplexity = math.exp(-math.fsum(score / total * math.log(score / total) for score in scores))
    wanted = min(MOST_SHOWN, max(FEWEST, round(SPREAD * perplexity)), max(FEWEST, _days_reported(pile)))
    days: set[str] = set()
    filled: float | None = None
    for number, line in enumerate(found):
        if line.spare and filled is None:
            filled = min(MOST_FILLED, wanted * FILLED) if len(days) < wanted * SPARSE else 0
        if line.event.when.is_day and first <= line.event.when.start <= last:
            days.add(line.event.when.start)
        if len(days) > (wanted if filled is None else filled):
            return number
    return len(found)


def _days_reported(pile: Pile) -> int:
    """The days on which reports appeared; each report without a day counts as one."""
    days = [annotated.report.day for annotated in pile.material.reports]
    return len(set(days) - {None}) + days.count(None)
