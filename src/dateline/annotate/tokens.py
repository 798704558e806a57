"""Words of a stretch of text, with their places.

A token is a word (letters, digits, inner apostrophes, hyphens and periods of abbreviations such as "U.N."), a number
with its separators ("26,000", "3.5"), or one mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from dateline.model.evidence import Span

TOKEN = re.compile(
    r"[A-Za-z]++(?=[ ,])"  # four of five tokens, told by the quickest test
    r"|(?:[^\W\d_]\.){2,}"  # U.N., a.m.
    r"|\d+(?:[.,:]\d+)*"  # 26,000  3.5  14:06
    r"|[^\W\d_]+(?:[’'‑-][^\W\d_]+)*"  # word, heir-apparent, don't
    r"|[^\w\s]",  # one mark
)
_SPLIT = re.compile(f"({TOKEN.pattern})")
WORD = re.compile(r"[^\W_]+(?:[’'‑-][^\W_]+)*")


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yields the tokens of ``text[start:end]`` in order, as spans of ``text``."""
    for found in TOKEN.finditer(text, start, len(text) if end is None else end):
        yield Span(found.start(), found.end())


def token_table(text: str, start: int, end: int) -> tuple[list[str], list[int], list[int]]:
    """The tokens of ``text[start:end]``, where each starts and where each ends, in three lists side by side.

    The half of what a match for each would cost: every token is read in each sentence that tells something.
    """
    pieces = _SPLIT.split(text[start:end])  # gap, token, gap, ..., token, gap
    borders = list(accumulate(map(len, pieces), initial=start))
    borders.pop()
    return pieces[1::2], borders[1::2], borders[2::2]


def words(text: str) -> list[str]:
    """The words and numbers of ``text`` in lower case, without marks; for counting and comparing."""
    return WORD.findall(text.lower())
