"""How many entries a story carries."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.weave.timeline.build import SMALL_PILE, Line

BRIEF_SHARE = 3
"""A brief timeline of a small pile has one entry in three."""

FEWEST = 5
"""Entries of a brief timeline, if there are as many."""

BRIEF, NORMAL, FULL = 10, 40, 120
"""Entries of a big pile."""


def amount(found: Sequence[Line], reports: int, detail: str | int) -> int:
    """How many of the ranked lines to show. Raises ValueError for an unknown ``detail``."""
    if isinstance(detail, int):
        return max(0, detail)
    if detail not in ("brief", "normal", "full"):
        raise ValueError(f"detail is {detail!r}; expected brief, normal, full or a number")
    if reports <= SMALL_PILE:
        return max(FEWEST, len(found) // BRIEF_SHARE) if detail == "brief" else len(found)
    return {"brief": BRIEF, "normal": NORMAL, "full": FULL}[detail]
