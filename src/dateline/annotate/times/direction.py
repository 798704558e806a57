"""Where a sentence points from an expression that has no year or week of its own: behind, ahead, or neither."""

from __future__ import annotations

from dateline.annotate.times.scan import Words

LEANING = frozenset("weekday date quarter half season holiday unit".split())
"""Operations whose value depends on it."""


def lean(words: Words, first: int, last: int) -> tuple[int, str]:
    """-1 behind, 1 ahead, 0 untold; and the word that told."""
    return 0, ""
