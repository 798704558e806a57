"""Words of a text with their classes: one pass of one pattern, one look-up a word."""

from __future__ import annotations

import re

from dateline.annotate.times.lexicon import Classes, Lexicon
from dateline.annotate.times.morphology import PastForm
from dateline.annotate.times.numbers import read_number

WORD = re.compile(
    r"""[^\W\d_]+(?:\.[^\W\d_](?![^\W_]))*(?:['’](?!s\b)[^\W\d_]+)?   # word, a.m (its stop is added below), o'clock
      | (?=[\d'’])(?:
            ['’]s\b
          | (?P<iso>\d{4}(?:-\d\d-|/\d\d/)\d\d(?![\d/-]))
          | (?P<slash>\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)(?![/.-]?\d))
          | (?P<years>(?:1[5-9]|20)\d\d[-–/]\d\d(?![\d-]))
          | (?P<clock>(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![.:]?\d))
          | (?P<dotclock>(?:[01]?\d|2[0-4])\.[0-5]\d(?![.:]?\d))
          | (?P<decade>\d{3}0['’]?s\b)
          | (?P<shortdecade>['’]?[2-9]0['’]?s\b)
          | (?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)
          | (?P<year2>['’]\d\d(?!\w))
          | (?P<number>\d+(?:,\d{3})*(?:\.\d+)?))
      | [^\w\s]""",
    re.VERBOSE,
)
FIGURE_CLASSES = frozenset(
    """iso slash years clock dotclock decade shortdecade ordinal dayordinal year2 number figure day hour year
    modernyear hhmm nth half""".split()
)
"""Classes that words in figures may have."""
_LONGEST_NUMBER = 8
"""Digits; longer runs are telephone and document numbers."""
_YEARS = range(1000, 2200)
_MODERN = range(1700, 2061)
"""Numbers that are years even where nothing but their four figures says so."""


class Words:
    """The words of a sentence: places, spellings and classes, side by side."""

    __slots__ = ("classes", "ends", "past_form", "spellings", "starts")

    def __init__(self, past_form: PastForm) -> None:
        self.past_form = past_form
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.spellings: list[str] = []
        self.classes: list[Classes | None] = []

    def add(self, start: int, end: int, spelling: str, classes: Classes | None) -> None:
        """Appends a word."""
        self.starts.append(start)
        self.ends.append(end)
        self.spellings.append(spelling)
        self.classes.append(classes)


def scan(text: str, start: int, end: int, lexicon: Lexicon) -> Words:
    """The words of ``text[start:end]``, numbers in words folded into one."""
    words = Words(lexicon.past_form)
    found = list(WORD.finditer(text, start, end))
    words.spellings = spellings = [one[0] for one in found]
    words.classes = classes = list(map(lexicon.words.get, spellings))
    words.starts = [one.start() for one in found]
    words.ends = [one.end() for one in found]
    for index, kind in enumerate([one.lastgroup for one in found]):
        if kind is not None:
            classes[index] = _figures(kind, spellings[index])
    if "." in spellings:
        words = _with_stops(words, lexicon)
    return words if lexicon.numbers.isdisjoint(words.spellings) else _folded(words)


def _with_stops(words: Words, lexicon: Lexicon) -> Words:
    """The same words, with the full stop of each abbreviation taken in."""
    starts, ends, spellings, classes = words.starts, words.ends, words.spellings, words.classes
    stops: list[int] = []
    for index in [index for index, spelling in enumerate(spellings) if spelling == "."]:
        before = index - 1
        if before < 0 or ends[before] != starts[index] or spellings[before].lower() + "." not in lexicon.abbreviations:
            continue
        spellings[before] += "."
        ends[before] = ends[index]
        classes[before] = lexicon.words.get(spellings[before], classes[before])
        stops.append(index)
    if not stops:
        return words
    kept = Words(words.past_form)
    taken = set(stops)
    for index, start in enumerate(starts):
        if index not in taken:
            kept.add(start, ends[index], spellings[index], classes[index])
    return kept


def _folded(words: Words) -> Words:
    """The same words, with each number in words as one."""
    folded = Words(words.past_form)
    starts, ends, spellings, classes = words.starts, words.ends, words.spellings, words.classes
    at = 0
    while at < len(classes):
        number = read_number(spellings, classes, at)
        if number is None:
            folded.add(starts[at], ends[at], spellings[at], classes[at])
            at += 1
        else:
            last, meaning = number
            folded.add(starts[at], ends[last - 1], " ".join(spellings[at:last]), meaning)
            at = last
    return folded


def _figures(kind: str, spelling: str) -> Classes | None:
    """The classes of a word in figures."""
    if kind == "ordinal":
        number = int(spelling[:-2])
        classes: Classes = {"ordinal": number, "dayordinal": number}
        if 1 <= number <= 4:
            classes["nth"] = number
        if 1 <= number <= 2:
            classes["half"] = number
        return classes
    if kind == "dotclock":
        return {"dotclock": spelling, "number": spelling}
    if kind != "number":
        return {kind: spelling}
    if "." in spelling or "," in spelling:
        return {"number": spelling.replace(",", "")}
    if len(spelling) > _LONGEST_NUMBER:
        return None
    number = int(spelling)
    classes = {"number": number, "figure": number}
    if len(spelling) <= 2:
        if 1 <= number <= 31:
            classes["day"] = number
        if number <= 24:
            classes["hour"] = number
    elif len(spelling) == 4:
        if number in _YEARS:
            classes["year"] = number
        if number in _MODERN:
            classes["modernyear"] = number
        if number < 2400 and number % 100 < 60:
            classes["hhmm"] = spelling
    return classes
