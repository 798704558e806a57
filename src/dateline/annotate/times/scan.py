"""Words of a text with their classes: one pass of one pattern, one look-up a word."""

from __future__ import annotations

import re

from dateline.annotate.times.lexicon import Classes, Lexicon

WORD = re.compile(
    r"""[^\W\d_]+(?:\.[^\W\d_](?![^\W_]))*                            # word, a.m (its last stop is added below)
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


class Words:
    """The words of a stretch of text: places, spellings and classes, side by side."""

    __slots__ = ("classes", "ends", "spellings", "starts")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.spellings: list[str] = []
        self.classes: list[Classes | None] = []


def scan(text: str, start: int, end: int, lexicon: Lexicon) -> Words:
    """The words of ``text[start:end]``."""
    words = Words()
    known = lexicon.words
    abbreviations = lexicon.abbreviations
    for found in WORD.finditer(text, start, end):
        spelling = found[0]
        first, last = found.span()
        kind = found.lastgroup
        if kind is None:
            classes = known.get(spelling)
            if last < end and text[last] == "." and spelling.lower() + "." in abbreviations:
                last += 1
                spelling += "."
                classes = known.get(spelling, classes)
            elif spelling == "." and words.ends and words.ends[-1] > first:
                continue
        else:
            classes = _number(kind, spelling)
        words.starts.append(first)
        words.ends.append(last)
        words.spellings.append(spelling)
        words.classes.append(classes)
    return words


def _number(kind: str, spelling: str) -> Classes | None:
    if kind != "number":
        if kind == "ordinal":
            number = int(spelling[:-2])
            return {"ordinal": number, "day": number} if 1 <= number <= 31 else {"ordinal": number}
        return {kind: spelling}
    if "." in spelling or "," in spelling:
        return {"decimal": spelling.replace(",", "")}
    if len(spelling) > 8:
        return None
    number = int(spelling)
    classes: Classes = {"num": number}
    if len(spelling) <= 2:
        if 1 <= number <= 31:
            classes["day"] = number
        if number <= 24:
            classes["hour"] = number
        if 1 <= number <= 12:
            classes["monthnumber"] = number
    elif len(spelling) == 4 and 1000 <= number <= 2199:
        classes["year"] = number
    return classes
