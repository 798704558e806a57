"""The first pass: finds time expressions and what they mean short of the report's day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from dateline.annotate.times.checks import CHECKS
from dateline.annotate.times.direction import LEANING, lean
from dateline.annotate.times.grammar import Grammar, Tree, matches
from dateline.annotate.times.kinds import kind_of
from dateline.annotate.times.language import grammar
from dateline.annotate.times.lexicon import Value
from dateline.annotate.times.raw import RawTimex, RawTimexes
from dateline.annotate.times.scan import Words, scan
from dateline.model.annotations import Sentence


class _Found(NamedTuple):
    """An expression inside its sentence, by words."""

    first: int
    last: int
    rule: str
    operation: str
    fields: dict[str, Value]


def recognise(text: str, sentences: Sequence[Sentence], language: str = "en") -> RawTimexes:
    """The time expressions of a text with their meaning, short of the report's day.

    Raises LookupError for a language without rules.
    """
    rules = grammar(language)
    found: list[RawTimex] = []
    for number, sentence in enumerate(sentences):
        words = scan(text, sentence.start, sentence.end, rules.lexicon)
        for one in _expressions(words, rules):
            leaning, cue = lean(words, one.first, one.last) if one.operation in LEANING else (0, "")
            found.append(
                RawTimex(
                    words.starts[one.first], words.ends[one.last - 1], number, one.rule, one.operation, one.fields,
                    leaning, cue,
                )
            )  # fmt: skip
    return tuple(found)


def _expressions(words: Words, rules: Grammar) -> list[_Found]:
    found = _simple(words, rules.trees[0])
    if found:
        for tree in rules.trees[1:]:
            found = _combined(words, found, tree)
    return found


def _simple(words: Words, tree: Tree) -> list[_Found]:
    """The expressions that rules find by words alone; from left to right, the longest first."""
    found = []
    classes = words.classes
    at, end = 0, len(classes)
    while at < end:
        here = classes[at]
        if here is not None:
            one = _longest(words, tree, at)
            if one is not None:
                found.append(one)
                at = one.last
                continue
        at += 1
    return found


def _longest(words: Words, tree: Tree, at: int) -> _Found | None:
    classes = words.classes
    for end, rule, steps in matches(tree, classes, at):
        fields = dict(rule.fields)
        for index, (name, kept) in enumerate(steps, at):
            if kept:
                fields[kept] = classes[index][name]  # type: ignore[index]
        if not rule.check or CHECKS[rule.check](words, at, end, fields):
            return _Found(at, end, rule.name, rule.operation, fields)
    return None


def _combined(words: Words, found: list[_Found], tree: Tree) -> list[_Found]:
    """Expressions that belong together, or with the words beside them, made one."""
    items: list[dict[str, Any] | None] = []
    places: list[tuple[int, int]] = []
    at = 0
    for one in found:
        for index in range(at, one.first):
            items.append(words.classes[index])
            places.append((index, index + 1))
        items.append({kind_of(one.operation, one.fields): one})
        places.append((one.first, one.last))
        at = one.last
    for index in range(at, len(words.classes)):
        items.append(words.classes[index])
        places.append((index, index + 1))
    combined = []
    at = 0
    while at < len(items):
        here = items[at]
        match = None
        if here is not None:
            for end, rule, steps in matches(tree, items, at):
                parts = [items[at + i][name] for i, (name, _) in enumerate(steps) if name[0] == "@"]  # type: ignore[index]
                if not rule.check or CHECKS[rule.check](words, places[at][0], places[end - 1][1], rule.fields):
                    match = _merge(places[at][0], places[end - 1][1], rule.name, rule.operation, rule.fields, parts)
                    combined.append(match)
                    at = end
                    break
        if match is None:
            if here is not None:
                one = next(iter(here.values()))
                if isinstance(one, _Found):
                    combined.append(one)
            at += 1
    return combined


_BASE_ORDER = ("@day", "@clock", "@part")


def _merge(first: int, last: int, rule: str, operation: str, fields: dict[str, Value], parts: list[_Found]) -> _Found:
    """One expression of several: the day's operation with the clock's fields, or one narrowed by a mod."""
    if operation == "mod":
        base = parts[0]
        return _Found(first, last, base.rule, base.operation, {**base.fields, **fields})
    base = min(parts, key=lambda part: _BASE_ORDER.index(kind_of(part.operation, part.fields)))
    merged: dict[str, Value] = {}
    for part in (*(part for part in parts if part is not base), base):
        merged.update(part.fields)
    return _Found(first, last, rule, base.operation, merged)
