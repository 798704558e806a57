"""Words of a stretch of text, with their places.

A token is a word (letters, digits, inner apostrophes, hyphens and periods of abbreviations such as "U.N."), a number
with its separators ("26,000", "3.5"), or one mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model.evidence import Span

TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.N., a.m.
    r"|\d+(?:[.,:]\d+)*"  # 26,000  3.5  14:06
    r"|[^\W\d_]+(?:[’'‑-][^\W\d_]+)*"  # word, heir-apparent, don't
    r"|[^\w\s]",  # one mark
)
WORD = re.compile(r"[^\W_]+(?:[’'‑-][^\W_]+)*")


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yields the tokens of ``text[start:end]`` in order, as spans of ``text``."""
    for found in TOKEN.finditer(text, start, len(text) if end is None else end):
        yield Span(found.start(), found.end())


def words(text: str) -> list[str]:
    """The words and numbers of ``text`` in lower case, without marks; for counting and comparing."""
    return WORD.findall(text.lower())
