"""Figures that disagree: one quantity, with values that cannot both hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from dateline.model.material import Material
from dateline.model.story import Figure, FigureValue, Version
from dateline.text.words import content_words
from dateline.weave.differences.draft import Draft

ROUNDING = 0.05
"""Relative difference below which one value is the other, rounded."""

FARTHEST = 3
"""How many times the lower value the higher one may be; what lies further apart counts other things."""

NEIGHBOURS = 2
"""Days between two tellings of a toll that falls, which tolls do not; a rising one is a series, no disagreement."""

STATIC = frozenset(content_words("depth magnitude height age length distance weight altitude speed capacity width"))
"""What does not change with time, so that values told weeks apart can still disagree."""

SHARED = 6
"""Content words that the two sentences must share beside the number."""

STATIC_SHARED = 3
"""The same where the figure is one that does not change, such as a depth."""

LIKE = 0.6
"""Share of the smaller sentence's content words that the other must have."""


def figure_differences(material: Material, figures: Sequence[Figure]) -> Iterator[Draft]:
    """The figures whose values disagree between independent texts."""
    for figure in figures:
        static = bool(STATIC & set(content_words(figure.what)))
        toll = figure.what.endswith(("killed", "injured"))
        for number, mine in enumerate(figure.values):
            theirs = next(
                (other for other in figure.values[number + 1 :] if _disagree(material, static, toll, mine, other)), None
            )
            if theirs is not None:
                versions = tuple(Version(_words(value, figure.unit), value.evidence) for value in (mine, theirs))
                note = "counts of one day move; another scope is possible"
                if static:
                    note = "a first estimate may have been mended later"
                yield Draft("figure", figure.what or figure.unit or "a figure", versions, note, 1.5)
                break


def _disagree(material: Material, static: bool, toll: bool, mine: FigureValue, theirs: FigureValue) -> bool:
    groups = [{material.text_group.get(e.report, e.report) for e in value.evidence} for value in (mine, theirs)]
    if groups[0] & groups[1] or mine.as_of is None or theirs.as_of is None:
        return False
    if not static and mine.as_of.start != theirs.as_of.start and not (toll and _falls(mine, theirs)):
        return False  # told later, it is a series, which the figure itself shows
    if not _cannot_both_hold(mine, theirs):
        return False
    least = STATIC_SHARED if static else SHARED
    return any(_same_matter(one.quote, two.quote, least) for one in mine.evidence[:3] for two in theirs.evidence[:3])


def _falls(earlier: FigureValue, later: FigureValue) -> bool:
    """Whether the later of two tellings, a few days on, is the lower one."""
    if earlier.as_of is None or later.as_of is None or earlier.as_of.start > later.as_of.start:
        return False
    days = (dt.date.fromisoformat(later.as_of.start) - dt.date.fromisoformat(earlier.as_of.start)).days
    return days <= NEIGHBOURS and later.value < earlier.value


def _cannot_both_hold(mine: FigureValue, theirs: FigureValue) -> bool:
    low, high = sorted((mine, theirs), key=lambda value: value.value)
    if high.value > FARTHEST * low.value:
        return False
    if high.value - low.value <= ROUNDING * high.value or "about" in (low.bound, high.bound):
        return False
    if low.bound in ("more than", "at least") or high.bound in ("less than", "at most", "as many as"):
        return False
    return not (low.high is not None and low.high >= high.value)


def _same_matter(mine: str, theirs: str, least: int) -> bool:
    one, two = ({w for w in content_words(text) if not w.isdigit()} for text in (mine, theirs))
    both = one & two
    return len(both) >= least and len(both) >= LIKE * min(len(one), len(two))


def _words(value: FigureValue, unit: str | None) -> str:
    number = f"{value.value:,.10g}" if value.high is None else f"{value.value:,.10g} to {value.high:,.10g}"
    return " ".join(part for part in (value.bound if value.bound != "exact" else "", number, unit or "") if part)
