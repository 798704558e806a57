"""Words of a stretch of text, with their places.

A token is a word (letters, digits, inner apostrophes, hyphens and periods of abbreviations such as "U.N."), a number
with its separators ("26,000", "3.5"), or one mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from dateline.model.evidence import Span
from dateline.text.words import LETTERS, letters

TOKEN = re.compile(
    r"""[A-Za-z]{2,}+(?=[ ,.])                # four of five tokens, told by the quickest test
      | [^\s_] (?: (?<=\d)\d*(?:[.,:]\d+)*      # 26,000  3.5  14:06
              | (?<=\w)\.(?:[^\W\d_]\.)+        # U.N., a.m.
              | (?<=\w)[^\W\d_]*(?:[’'‑-][^\W\d_]+)*   # word, heir-apparent, don't
            )?""",  # or one mark
    re.VERBOSE,
)
PIECE = re.compile(r"[^\W\d_]+|\d")
_FIGURE = re.compile(r"[0-9]")
_PARTED = {code: f" {chr(code)} " if chr(code).isdigit() else LETTERS[code] for code in LETTERS}
"""Leaves letters and figures in a text of ASCII, each figure by itself."""
_SPLIT = re.compile(f"({TOKEN.pattern})", re.VERBOSE)
WORD = re.compile(r"[^\W_]+(?:[’'‑-][^\W_]+)*")


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yields the tokens of ``text[start:end]`` in order, as spans of ``text``."""
    for found in TOKEN.finditer(text, start, len(text) if end is None else end):
        yield Span(found.start(), found.end())


def token_table(words: str, start: int) -> tuple[list[str], list[int], list[int]]:
    """The tokens of ``words``, where each starts and where each ends, in three lists side by side.

    ``start``: where in its text the stretch begins.
    """
    return table(_SPLIT, words, start)


def table(pattern: re.Pattern[str], words: str, start: int) -> tuple[list[str], list[int], list[int]]:
    """What a pattern finds in ``words``, where each starts and where each ends, in three lists side by side.

    The whole pattern is one group. The half of what a match for each would cost, and every word is read some times.
    """
    parts = pattern.split(words)  # gap, word, gap, ..., word, gap
    borders = list(accumulate(map(len, parts), initial=start))
    borders.pop()
    return parts[1::2], borders[1::2], borders[2::2]


@lru_cache(maxsize=1024)  # the sentences of a report, of which one annotator after the other asks
def pieces(sentence: str) -> Sequence[str]:
    """The letters in a row and the single figures of a sentence: what it cannot hold is seen from them at once."""
    if sentence.isascii():
        return sentence.translate(_PARTED).split()
    return *letters(sentence), *_FIGURE.findall(sentence)


def plain_word_before(text: str, start: int, end: int) -> str:
    """The letters that end at ``end``, back to a blank or to ``start``; "" where anything else stands among them."""
    last = text[start:end].rpartition(" ")[2]
    return last if last.isalpha() else ""


def words(text: str) -> list[str]:
    """The words and numbers of ``text`` in lower case, without marks; for counting and comparing."""
    return WORD.findall(text.lower())
