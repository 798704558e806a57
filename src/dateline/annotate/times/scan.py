"""Words of a text with their classes: one pass of one pattern, one look-up a word."""

from __future__ import annotations

import re

from dateline.annotate.times.lexicon import Classes, Lexicon
from dateline.annotate.times.morphology import VerbForms
from dateline.annotate.times.numbers import NUMBER_STARTS, read_number
from dateline.annotate.tokens import table

WORD = re.compile(
    r"""[A-Za-z]++(?=[ ,])   # four of five words, told by the quickest test
      | [^\W\d_]+(?:\.[^\W\d_](?![^\W_]))*(?:['’](?!s\b)[^\W\d_]+)?   # word, a.m (its stop is added below), o'clock
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
_SPLIT = re.compile(f"({re.sub(r'[?]P<[a-z0-9]+>', '?:', WORD.pattern)})", re.VERBOSE)
"""The same as one group, which tells no kind of figure; few words are figures, and those are read again."""
_OPENS = frozenset("'’")
"""Marks with which a figure may begin."""
_PLAIN = re.compile(
    r"""([A-Za-z]++(?=[ ,])
      | [^\s_] (?: (?<=\w)[^\W_]*(?:\.[^\W_](?![^\W_]))*(?:['’](?!s\b)[^\W_]+)? | (?<=['’])s\b )?)""",
    re.VERBOSE,
)
"""The same where no figure stands: a character comes first, and the search skips to it."""
FIGURE_CLASSES = frozenset(
    """iso slash years clock dotclock decade shortdecade ordinal dayordinal year2 number figure day hour year
    modernyear hhmm nth half""".split()
)
"""Classes that words in figures may have."""
_FIGURE = re.compile(r"\d")
_LONGEST_NUMBER = 8
"""Digits; longer runs are telephone and document numbers."""
_YEARS = range(1000, 2200)
_MODERN = range(1700, 2061)
"""Numbers that are years even where nothing but their four figures says so."""


class Words:
    """The words of a sentence: places, spellings and classes, side by side."""

    __slots__ = ("_title", "classes", "ends", "forms", "spellings", "starts")

    def __init__(self, forms: VerbForms) -> None:
        self.forms = forms
        self._title: bool | None = None
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.spellings: list[str] = []
        self.classes: list[Classes | None] = []

    def past_form(self, word: str) -> bool:
        """Whether a lower-case word is a verb in the past."""
        return self.forms.past(word)

    def in_title_case(self) -> bool:
        """Whether there are no small words but those that titles leave small: "Two Years of War in the South"."""
        if self._title is None:
            self._title = not any(
                spelling.islower() and spelling.isalpha() and not (classes is not None and "closed" in classes)
                for spelling, classes in zip(self.spellings, self.classes, strict=True)
            )
        return self._title

    def add(self, start: int, end: int, spelling: str, classes: Classes | None) -> None:
        """Appends a word."""
        self.starts.append(start)
        self.ends.append(end)
        self.spellings.append(spelling)
        self.classes.append(classes)

    def take(self, other: Words, first: int, last: int) -> None:
        """Appends words of another."""
        self.starts += other.starts[first:last]
        self.ends += other.ends[first:last]
        self.spellings += other.spellings[first:last]
        self.classes += other.classes[first:last]


def scan(text: str, start: int, end: int, lexicon: Lexicon) -> Words:
    """The words of ``text[start:end]``, numbers in words folded into one."""
    words = Words(lexicon.verb_forms)
    if _FIGURE.search(text, start, end):
        _read_figures(words, text, start, end, lexicon)
    else:
        words.spellings, words.starts, words.ends = table(_PLAIN, text[start:end], start)
        words.classes = list(map(lexicon.words.get, words.spellings))
    if "." in words.spellings:
        words = _with_stops(words, lexicon)
    return words if lexicon.numbers.isdisjoint(words.spellings) else _folded(words)


def _read_figures(words: Words, text: str, start: int, end: int, lexicon: Lexicon) -> None:
    """Enters the words of a stretch that holds figures."""
    words.spellings, words.starts, words.ends = spellings, starts, _ = table(_SPLIT, text[start:end], start)
    words.classes = classes = list(map(lexicon.words.get, spellings))
    for index in [
        index for index, spelling in enumerate(spellings) if spelling[0] in _OPENS or spelling[0].isdecimal()
    ]:
        found = WORD.match(text, starts[index], end)
        if found is not None and found.lastgroup is not None:
            classes[index] = _figures(found.lastgroup, spellings[index])


def _with_stops(words: Words, lexicon: Lexicon) -> Words:
    """The same words, with the full stop of each abbreviation taken in."""
    starts, ends, spellings, classes = words.starts, words.ends, words.spellings, words.classes
    stops: list[int] = []
    index = -1
    for _ in range(spellings.count(".")):
        index = spellings.index(".", index + 1)
        before = index - 1
        if before < 0 or ends[before] != starts[index] or spellings[before].lower() + "." not in lexicon.abbreviations:
            continue
        spellings[before] += "."
        ends[before] = ends[index]
        classes[before] = lexicon.words.get(spellings[before], classes[before])
        stops.append(index)
    if not stops:
        return words
    kept = Words(words.forms)
    at = 0
    for stop in stops:
        kept.take(words, at, stop)
        at = stop + 1
    kept.take(words, at, len(starts))
    return kept


def _folded(words: Words) -> Words:
    """The same words, with each number in words as one."""
    spellings, classes = words.spellings, words.classes
    numbers: list[tuple[int, int, Classes]] = []
    after = 0
    for at, here in enumerate(classes):
        if here is None or at < after or NUMBER_STARTS.isdisjoint(here):
            continue
        number = read_number(spellings, classes, at)
        if number is not None:
            after, meaning = number
            numbers.append((at, after, meaning))
    if not numbers:
        return words
    folded = Words(words.forms)
    at = 0
    for first, last, meaning in numbers:
        folded.take(words, at, first)
        folded.add(words.starts[first], words.ends[last - 1], " ".join(spellings[first:last]), meaning)
        at = last
    folded.take(words, at, len(classes))
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
