"""How alike two reports are in their words: the measure behind "a sibling of that day tells the same".

Terms are words and pairs of neighbouring words. A term weighs by its rarity in the pile (the idf of BM25, which stays
above nought however small the pile), the sum over the shared terms is divided by the geometric mean of the lengths.
How often a report repeats a term does not count. Measured on five piles of 1,224 dated reports, the day of the
nearest sibling was found as often as with full TF-IDF cosine (21.9 against 21.7 % to the day), and no second pass
over the pile is needed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from dateline.model.annotations import Annotated
from dateline.text.words import STOPWORDS

WORD = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"\d")
LONGEST = 1200
"""Words read of a report. What comes later in a live page or transcript is mostly comment and slows the search."""
SCALE = 100.0
"""Brings the likeness of near copies to about 1; only its size against :data:`dating.clues` thresholds matters."""
NUMBERS = 3.0
"""What a term with digits counts against one of letters: tolls and counts change from day to day. 1, 2, 3 tried."""
BACKGROUND = 50
"""Reports that a pile is thought to be drawn from, beside its own: with three reports in hand every shared term would
else count as common. Makes no difference to a pile of hundreds."""


def terms(annotated: Annotated) -> tuple[frozenset[str], int]:
    """The terms of a report's story and the number of words read."""
    text = annotated.report.text
    found: set[str] = set()
    count = 0
    for sent in annotated.notes.sentences:
        words = WORD.findall(text[sent.start : sent.end].lower())
        found.update(words)
        found.update(map("%s %s".__mod__, pairwise(words)))
        count += len(words)
        if count > LONGEST:
            break
    return frozenset(term for term in found if not _empty(term)), count


def _empty(term: str) -> bool:
    """Whether a term is made of stop words only."""
    first, _, second = term.partition(" ")
    return first in STOPWORDS and (not second or second in STOPWORDS)


class Likeness:
    """An index of reports by their terms. ``vocabulary``: only these terms are kept (all if None)."""

    def __init__(self, reports: Iterable[Annotated], vocabulary: frozenset[str] | None = None) -> None:
        self.lengths: list[int] = []
        self._holders: dict[str, list[int]] = {}
        for number, one in enumerate(reports):
            found, count = terms(one)
            if vocabulary is not None:
                found &= vocabulary
            self.lengths.append(count)
            for term in found:
                self._holders.setdefault(term, []).append(number)

    def alike(self, found: frozenset[str], count: int, leave_out: int | None = None) -> Mapping[int, float]:
        """Report number -> likeness to a report with these terms and so many words; only where something is shared."""
        total = len(self.lengths) + BACKGROUND
        common = max(len(self.lengths) / 2, 3)
        shared: dict[int, float] = {}
        for term in sorted(found):
            holders = self._holders.get(term, ())
            size = len(holders)
            if not size or size > common:
                continue
            weight = math.log(1 + (total - size + 0.5) / (size + 0.5)) ** 3
            if _DIGIT.search(term):
                weight *= NUMBERS
            for number in holders:
                shared[number] = shared.get(number, 0.0) + weight
        if leave_out is not None:
            shared.pop(leave_out, None)
        return {
            number: total_weight / (SCALE * math.sqrt(max(count, 1) * max(self.lengths[number], 1)))
            for number, total_weight in shared.items()
        }
