"""The words that time expressions are made of, by class.

A lexicon file has one class a line, ``class: word=value word=value``; a line that starts with blanks goes on with the
class above, ``#`` opens a comment. A word written with a capital matches capitalised or all in capitals only ("May",
"March"); others match in any of the usual spellings. A word that ends with a full stop is an abbreviation and takes
the stop with it ("Nov."). A word may be in several classes.
"""

from __future__ import annotations

from collections.abc import Iterable

Value = str | int
Classes = dict[str, Value]
"""Class -> value, of one word."""


class Lexicon:
    """Words of one language; ``words`` maps a spelling to its classes."""

    def __init__(self) -> None:
        self.words: dict[str, Classes] = {}
        self.abbreviations: set[str] = set()

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
                word, _, value = entry.partition("=")
                self.add(word.replace("_", " "), name, _typed(value or word))

    def add(self, word: str, name: str, value: Value) -> None:
        """Enters one word; the first value of a class stays."""
        if word.endswith(".") and len(word) > 2:
            self.abbreviations.add(word.lower())
        spellings = {word.capitalize(), word.upper()}
        if word == word.lower():
            spellings.add(word)
        for spelling in spellings:
            self.words.setdefault(spelling, {}).setdefault(name, value)


def _typed(value: str) -> Value:
    return int(value) if value.lstrip("-").isdigit() and value != "-" else value
