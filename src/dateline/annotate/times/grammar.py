"""Rules over word classes, held in trees that are walked from each word.

A rule file has one rule a line::

    month-day-year: month day ","? year => date
        1998-03-04 | She was born on [January 3, 1950]. | 1950-01-03

Left of ``=>`` stands the pattern: classes of the lexicon, words in quotation marks, ``|`` between alternatives, ``?``
after what may be missing, ``( )`` round parts that belong together. ``class:name`` keeps the word's value as field
``name`` (else the field is called like the class); in ``last|next:dir`` the name holds for both. ``$name = ...`` names
a piece of pattern for the rest of the file. Right of it stand the operation (``operations.py``), its fixed fields
(``unit=Y``), and after ``when`` what is asked of the words around (``conditions.py``). Of equal matches the first rule
whose conditions hold stands. Indented lines are worked examples, run as tests: the report's day (or ``-``), a text
with the expression in brackets, its value.

Optional parts and alternatives are written out when a rule is read, so that a rule is a set of plain sequences; the
sequences of one step share one tree. Finding all matches from a word costs one look-up a class and word.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.annotate.times.conditions import Condition, parse
from dateline.annotate.times.lexicon import Lexicon, Value, typed

FINAL = ""
"""Key of a tree node under which the rules stand that end there; no class has this name."""

Step = tuple[str, str]
"""A class and the field that keeps its value ("" for a word that keeps none)."""
Tree = dict[str, Any]
Match = tuple[int, "Rule", tuple[Step, ...]]
"""Index after the last word, the rule, and the plain sequence of it that matched."""

_PIECE = re.compile(r'"[^"]*"[^\s()]*|\(|\)\??|\||[^\s()|][^\s()]*')
_LITERAL = re.compile(r'"[^"]*"')
_MACRO = re.compile(r"\$(\w+)")


@dataclass(frozen=True)
class Example:
    """A worked example: ``text`` with the expression in square brackets."""

    published: str
    text: str
    value: str


@dataclass(eq=False)
class Rule:
    """One rule. ``order`` is its place among all rules of its language: of equal matches the first rule's stands."""

    name: str
    operation: str
    fields: dict[str, Value]
    conditions: tuple[Condition, ...]
    order: int
    examples: list[Example] = field(default_factory=list)


class Grammar:
    """The rules of one language, in three steps: expressions, what belongs together, what narrows.

    ``sequences``: the plain sequences of classes of step 0; ``alone``: classes that are a sequence by themselves;
    ``triggers``: words of which each sequence holds one (``triggers.py``).
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.rules: list[Rule] = []
        self.trees: tuple[Tree, Tree, Tree] = ({}, {}, {})
        self.sequences: list[tuple[str, ...]] = []
        self.alone: set[str] = set()
        self.triggers: frozenset[str] = frozenset()
        self._entered: set[str] = set()

    def read(self, lines: Iterable[str], step: int) -> None:
        """Adds the rules of a file to step 0, 1 or 2. Raises ValueError for a line that is no rule."""
        macros: dict[str, str] = {}
        for line in lines:
            bare = line.strip()
            if not bare or bare[0] == "#":
                continue
            if line[0].isspace():
                published, text, value = (part.strip() for part in line.split(" | "))
                self.rules[-1].examples.append(Example(published, text, value))
            elif bare[0] == "$":
                name, piece = bare.split("=", 1)
                piece = _MACRO.sub(lambda found: macros[found[1]], piece).strip()
                macros[name[1:].strip()] = f"({piece})" if " " in piece else piece
            else:
                self._add(_MACRO.sub(lambda found: macros[found[1]], bare), step)

    def _add(self, line: str, step: int) -> None:
        head, arrow, meaning = line.partition("=>")
        name, colon, pattern = head.partition(":")
        if not arrow or not colon:
            raise ValueError(f"not a rule: {line!r}; expected 'name: pattern => operation'")
        meaning, _, asked = meaning.partition(" when ")
        operation, *pairs = meaning.split()
        fields = {key: typed(value) for key, value in (pair.split("=", 1) for pair in pairs)}
        conditions = tuple(parse(one) for one in asked.split())
        rule = Rule(name.strip(), operation, fields, conditions, len(self.rules))
        self.rules.append(rule)
        for literal in (*_LITERAL.findall(pattern), *(word for one in conditions for word in one.names)):
            if literal[0] == '"':
                self._enter(literal)
        for steps in _sequences(_PIECE.findall(pattern)):
            self._grow(rule, steps, step)

    def _grow(self, rule: Rule, steps: tuple[Step, ...], step: int) -> None:
        if not steps:
            raise ValueError(f"rule {rule.name}: everything in the pattern is optional")
        if step == 0:
            self.sequences.append(tuple(name for name, _ in steps))
            if len(steps) == 1:
                self.alone.add(steps[0][0])
        node = self.trees[step]
        for name, _ in steps:
            child = node.get(name)
            if child is None:
                child = node[name] = {}
            node = child
        node.setdefault(FINAL, []).append((rule, steps))

    def _enter(self, literal: str) -> None:
        """Makes a word in quotation marks a class of its own."""
        if literal not in self._entered:
            self._entered.add(literal)
            self.lexicon.add(literal[1:-1], literal, 1)


def matches(tree: Tree, words: Sequence[dict[str, Any] | None], at: int) -> list[Match]:
    """The rules that match from word ``at``; the longest first, then in the order of the rules."""
    found: list[Match] = []
    nodes = [tree]
    end = len(words)
    while nodes and at < end:
        classes = words[at]
        if classes is None:
            break
        at += 1
        nodes = [node[name] for node in nodes for name in classes if name in node]
        for node in nodes:
            if FINAL in node:
                found += [(at, rule, steps) for rule, steps in node[FINAL]]
    if len(found) > 1:
        found.sort(key=_preference)
    return found


def _preference(match: Match) -> tuple[int, int]:
    return -match[0], match[1].order


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
                depth += (pieces[close] == "(") - pieces[close].startswith(")")
            choices: list[tuple[Step, ...]] = []
            for choice in _choices(pieces[at + 1 : close]):
                choices += _sequences(choice)
            piece, at = pieces[close], close
        else:
            choices = [(step,) for step in _steps(piece.removesuffix("?"))]
        if piece.endswith("?"):
            choices.append(())
        parts.append(choices)
        at += 1
    return [tuple(itertools.chain(*chosen)) for chosen in itertools.product(*parts)]


def _choices(pieces: list[str]) -> list[list[str]]:
    """Splits the inside of a group at its own ``|``."""
    choices: list[list[str]] = [[]]
    depth = 0
    for piece in pieces:
        depth += (piece == "(") - piece.startswith(")")
        if piece == "|" and depth == 0:
            choices.append([])
        else:
            choices[-1].append(piece)
    return choices


def _steps(piece: str) -> list[Step]:
    """The alternatives of one piece; a name on the last holds for all classes that have none."""
    steps = []
    shared = ""
    for word in reversed(piece.split("|")):
        if word[0] == '"':
            close = word.rindex('"')
            steps.append((word[: close + 1], word[close + 2 :]))
        else:
            name, _, kept = word.partition(":")
            shared = shared or kept
            steps.append((name, kept or shared or name))
    return steps[::-1]
