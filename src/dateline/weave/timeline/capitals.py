"""How a pile writes its words: whether one with a capital is a name or only stands where a sentence begins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dateline.model.annotations import Annotated

SAMPLE = 400_000
"""Characters of the pile that are counted; more tell nothing new of words that are common enough to count."""

FROM_A_REPORT = 4_000
"""Characters of one report."""

OFTEN = 3
"""Times that a word is seen small before it counts as usually small,"""

MORE_OFTEN = 5
"""and how many times as often as with a capital inside a sentence."""

_SMALL = re.compile(r" ([a-z]{3,})\b")
_CAPITAL = re.compile(r" (?<=[a-z,] )([A-Z][a-z]{2,})\b")


class Capitals:
    """Counts over a sample of the pile."""

    def __init__(self, reports: Sequence[Annotated]) -> None:
        step = max(1, len(reports) * FROM_A_REPORT // SAMPLE)
        self._small: Counter[str] = Counter()
        self._capital: Counter[str] = Counter()
        for annotated in reports[::step]:
            text = annotated.report.text[:FROM_A_REPORT]
            self._small.update(_SMALL.findall(text))
            self._capital.update(_CAPITAL.findall(text))

    def usually_small(self, word: str) -> bool:
        """Whether the pile writes a word small wherever no sentence begins with it."""
        count = self._small[word.lower()]
        return count >= OFTEN and count >= MORE_OFTEN * self._capital[word.capitalize()]
