"""The words that time expressions are made of, by class.

A lexicon file has one class a line, ``class: word=value word=value``; a line that starts with blanks goes on with the
class above, ``#`` opens a comment. A word written with a capital matches capitalised or all in capitals only ("May",
"March"); others match in any of the usual spellings. A word that ends with a full stop is an abbreviation and takes
the stop with it ("Nov."). ``@other`` enters all words of another class. A word may be in several classes.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.annotate.times.morphology import VerbForms

Value = str | int
Classes = dict[str, Value]
"""Class -> value, of one word."""


class Lexicon:
    """Words of one language; ``words`` maps a spelling to its classes, ``verb_forms`` tells verbs.

    ``numbers``: the spellings of number words.
    """

    def __init__(self) -> None:
        self.verb_forms = VerbForms()
        self.words: dict[str, Classes] = {}
        self.abbreviations: set[str] = set()
        self.numbers: set[str] = set()

    def endings(self, name: str) -> tuple[str, ...]:
        """The words of a class, in small letters."""
        return tuple(sorted(word for word, classes in self.words.items() if name in classes and word.islower()))

    def read(self, lines: Iterable[str]) -> None:
        """Adds the words of a lexicon file."""
        name = ""
        for line in lines:
            line = line.split("#", 1)[0]
            if not line.strip():
                continue
            if not line[0].isspace():
                name, line = line.split(":", 1)
            for entry in line.split():
                if entry[0] == "@":
                    self._include(entry[1:], name)
                    continue
                word, _, value = entry.partition("=")
                self.add(word, name, typed(value or word))

    def _include(self, other: str, name: str) -> None:
        for spelling, classes in self.words.items():
            if other in classes:
                classes.setdefault(name, classes[other])
                if name == "number":
                    self.numbers.add(spelling)

    def add(self, word: str, name: str, value: Value) -> None:
        """Enters one word; the first value of a class stays."""
        if word[-1] == "." and len(word) > 2:
            self.abbreviations.add(word.lower())
        for spelling in {word, word.upper()} if word[0].isupper() else {word, word.upper(), word.capitalize()}:
            self.words.setdefault(spelling, {}).setdefault(name, value)
            if name == "number":
                self.numbers.add(spelling)


def typed(value: str) -> Value:
    """A number where ``value`` is one, else the word itself; ``08`` stays a word."""
    return int(value) if value.lstrip("-").isdigit() and (len(value) == 1 or value[0] != "0") else value
