"""Rules over word classes, held in one tree that is walked from each word.

A rule file has one rule a line::

    month-day-year: month day ","? year => date
        1998-03-04 | She was born on [January 3, 1950]. | 1950-01-03

Left of ``=>`` stands the pattern: classes of the lexicon, words in quotation marks, ``|`` between alternatives, ``?``
after what may be missing, ``( )`` round what may be missing or chosen as a whole. ``class:name`` keeps the word's
value under another name. Right of it stands the meaning, an operation of ``meaning.py``, with its fixed fields
(``unit=year``). Indented lines are worked examples, run as tests: the report's day (or ``-``), a text with the
expression in brackets, its value and, where it has one, its mod.

Optional parts and alternatives are written out when a rule is read, so that a rule is a set of plain sequences; all
sequences share one tree. Finding the longest match from a word costs one look-up a class and step.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from dateline.annotate.times.lexicon import Classes, Lexicon, Value, _typed

FINAL = ""
"""Key of a tree node under which the rule stands that ends there; no class has this name."""

Step = tuple[str, str]
"""A class and the name under which its value is kept ("" for a literal word)."""
Tree = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """A worked example: ``text`` with the expression in square brackets."""

    published: str
    text: str
    value: str


@dataclass
class Rule:
    """One rule. ``order`` is its place among all rules of its language: of equal matches the first rule's stands."""

    name: str
    operation: str
    fields: dict[str, Value]
    order: int
    examples: list[Example] = field(default_factory=list)


class Grammar:
    """The rules of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.rules: list[Rule] = []
        self.tree: Tree = {}

    def read(self, lines: Iterable[str]) -> None:
        """Adds the rules of a file."""
        for line in lines:
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            if line[0].isspace():
                published, text, value = (part.strip() for part in line.split(" | "))
                self.rules[-1].examples.append(Example(published, text, value))
            else:
                self._add(line)

    def _add(self, line: str) -> None:
        head, meaning = line.split("=>")
        name, pattern = head.split(":", 1)
        operation, *pairs = meaning.split()
        fields = {key: _typed(value) for key, value in (pair.split("=", 1) for pair in pairs)}
        rule = Rule(name.strip(), operation, fields, len(self.rules))
        self.rules.append(rule)
        for steps in _sequences(_pieces(pattern)):
            self._grow(rule, steps)

    def _grow(self, rule: Rule, steps: tuple[Step, ...]) -> None:
        if not steps:
            raise ValueError(f"rule {rule.name}: everything in the pattern is optional")
        node = self.tree
        for name, _ in steps:
            if name[0] == '"':
                self.lexicon.add(name.strip('"'), name, "")
            node = node.setdefault(name, {})
        node.setdefault(FINAL, (rule, steps))

    def matches(self, words: list[Classes | None], at: int) -> list[tuple[int, Rule, tuple[Step, ...]]]:
        """The rules that match from word ``at``, each with the index after its last word; the longest come first."""
        found: list[tuple[int, Rule, tuple[Step, ...]]] = []
        nodes = [self.tree]
        end = len(words)
        while nodes and at < end:
            classes = words[at]
            if classes is None:
                break
            at += 1
            ahead = []
            for node in nodes:
                for name in classes:
                    child = node.get(name)
                    if child is not None:
                        ahead.append(child)
                        final = child.get(FINAL)
                        if final is not None:
                            found.append((at, final[0], final[1]))
            nodes = ahead
        if len(found) > 1:
            found.sort(key=lambda one: (-one[0], one[1].order))
        return found


def _pieces(pattern: str) -> list[str]:
    return pattern.replace("(", " ( ").replace(")", " ) ").replace(") ?", ")?").split()


def _sequences(pieces: list[str]) -> list[tuple[Step, ...]]:
    """All plain sequences that a pattern stands for."""
    parts: list[list[tuple[Step, ...]]] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if piece == "(":
            depth, close = 1, at
            while depth:
                close += 1
                depth += (pieces[close] == "(") - (pieces[close].startswith(")"))
            choices: list[tuple[Step, ...]] = []
            for choice in _split(pieces[at + 1 : close]):
                choices += _sequences(choice)
            if pieces[close].endswith("?"):
                choices.append(())
            at = close
        else:
            choices = [(_step(word),) for word in piece.removesuffix("?").split("|")]
            if piece.endswith("?"):
                choices.append(())
        parts.append(choices)
        at += 1
    return [tuple(itertools.chain(*chosen)) for chosen in itertools.product(*parts)]


def _split(pieces: list[str]) -> list[list[str]]:
    """Splits the inside of a group at its own ``|``."""
    choices: list[list[str]] = [[]]
    depth = 0
    for piece in pieces:
        depth += (piece == "(") - (piece.startswith(")"))
        if piece == "|" and depth == 0:
            choices.append([])
        else:
            choices[-1].append(piece)
    return choices


def _step(word: str) -> Step:
    if word.startswith('"'):
        return word, ""
    name, _, kept = word.partition(":")
    return name, kept or name
