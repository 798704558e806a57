"""Words of a text with their classes: one pass of one pattern, one look-up a word."""

from __future__ import annotations

import re

from dateline.annotate.times.lexicon import Classes, Lexicon
from dateline.annotate.times.numbers import read_number

WORD = re.compile(
    r"""['’]s\b
      | [^\W\d_]+(?:\.[^\W\d_](?![^\W_]))*(?:['’](?!s\b)[^\W\d_]+)?   # word, a.m (its stop is added below), o'clock
      | (?P<iso>\d{4}-\d\d-\d\d(?![\d-]))
      | (?P<slash>\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)(?![\d/.-]*\d))
      | (?P<clock>(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?(?![\d.:]*\d))
      | (?P<decade>(?:\d{3}0|['’]?[2-9]0)['’]?s\b)
      | (?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)
      | (?P<year2>['’]\d\d(?!\w))
      | (?P<number>\d+(?:,\d{3})*(?:\.\d+)?)
      | [^\w\s]""",
    re.VERBOSE,
)
_LONGEST_NUMBER = 8
"""Digits; longer runs are telephone and document numbers."""


class Words:
    """The words of a sentence: places, spellings and classes, side by side."""

    __slots__ = ("classes", "ends", "spellings", "starts")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.spellings: list[str] = []
        self.classes: list[Classes | None] = []

    def fold(self, at: int, end: int, classes: Classes) -> None:
        """Makes the words from ``at`` to ``end`` one word."""
        self.spellings[at:end] = [" ".join(self.spellings[at:end])]
        self.ends[at:end] = [self.ends[end - 1]]
        self.starts[at:end] = [self.starts[at]]
        self.classes[at:end] = [classes]


def scan(text: str, start: int, end: int, lexicon: Lexicon) -> Words:
    """The words of ``text[start:end]``."""
    words = Words()
    starts, ends, spellings, all_classes = words.starts, words.ends, words.spellings, words.classes
    known = lexicon.words.get
    abbreviations = lexicon.abbreviations
    taken = -1
    numbers = False
    for found in WORD.finditer(text, start, end):
        first, last = found.span()
        if first < taken:
            continue
        spelling = found[0]
        kind = found.lastgroup
        if kind is None:
            classes = known(spelling)
            if classes is not None:
                if last < end and text[last] == "." and spelling.lower() + "." in abbreviations:
                    last = taken = last + 1
                    spelling += "."
                    classes = known(spelling, classes)
                if not numbers and ("number" in classes or "a" in classes):
                    numbers = True
        else:
            classes = _figures(kind, spelling)
        starts.append(first)
        ends.append(last)
        spellings.append(spelling)
        all_classes.append(classes)
    if numbers:
        _fold_numbers(words)
    return words


def _fold_numbers(words: Words) -> None:
    at = 0
    while at < len(words.classes):
        classes = words.classes[at]
        if classes is not None and "number" in classes:
            number = read_number(words.spellings, words.classes, at)
            if number:
                words.fold(at, *number)
        elif classes is not None and "a" in classes and at + 1 < len(words.classes):
            ahead = words.classes[at + 1]
            if ahead is not None and ("hundred" in ahead or "thousand" in ahead):
                number = read_number(words.spellings, words.classes, at + 1)
                end, folded = number or (at + 2, {"number": ahead["number"]})
                words.fold(at, end, folded)
        at += 1


def _figures(kind: str, spelling: str) -> Classes | None:
    """The classes of a word in figures."""
    if kind == "ordinal":
        number = int(spelling[:-2])
        classes: Classes = {"ordinal": number}
        if 1 <= number <= 4:
            classes["nth"] = number
        if 1 <= number <= 2:
            classes["half"] = number
        return classes
    if kind != "number":
        return {kind: spelling}
    if "." in spelling or "," in spelling:
        return {"number": spelling.replace(",", "")}
    if len(spelling) > _LONGEST_NUMBER:
        return None
    number = int(spelling)
    classes = {"num": number, "number": number}
    if len(spelling) <= 2:
        if 1 <= number <= 31:
            classes["day"] = number
        if number <= 24:
            classes["hour"] = number
    elif len(spelling) == 4:
        if 1000 <= number <= 2199:
            classes["year"] = number
        if number < 2400 and number % 100 < 60:
            classes["hhmm"] = spelling
    return classes
