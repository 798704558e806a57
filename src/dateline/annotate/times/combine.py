"""Expressions that belong together, or with words beside them, made one: the second and third step."""

from __future__ import annotations

from typing import Any

from dateline.annotate.times.grammar import Tree, matches
from dateline.annotate.times.kinds import kind_of
from dateline.annotate.times.making import MAKERS, Found, Joint
from dateline.annotate.times.scan import Words

Items = list[dict[str, Any] | None]
LEAD = 5
"""Words. As many as a rule may hold before its first expression: "the first two weeks of"."""


def combine(words: Words, found: list[Found], tree: Tree) -> list[Found]:
    """The expressions after one step, in order."""
    items, places, heads = _items(words, found)
    combined: list[Found] = []
    opens = tree.keys()
    at = 0
    for head, own in zip(heads, found, strict=True):
        if head < at:
            continue  # taken in by an expression before
        for start in range(max(at, head - LEAD), head + 1):
            here = items[start]
            if here is None or opens.isdisjoint(here):
                continue
            match = _longest(words, items, places, tree, start)
            if match is not None:
                made, at = match
                combined += made
                break
        if head >= at:
            combined.append(own)
            at = head + 1
    return combined


def _items(words: Words, found: list[Found]) -> tuple[Items, list[tuple[int, int]], list[int]]:
    """Words and expressions side by side, with the words that each covers, and where among them expressions are."""
    items: Items = []
    places: list[tuple[int, int]] = []
    heads: list[int] = []
    at = 0
    for one in found:
        items += words.classes[at : one.first]
        places += [(index, index + 1) for index in range(at, one.first)]
        heads.append(len(items))
        items.append({kind_of(one.operation, one.fields): one})
        places.append((one.first, one.last))
        at = one.last
    items += words.classes[at:]
    places += [(index, index + 1) for index in range(at, len(words.classes))]
    return items, places, heads


def _longest(
    words: Words, items: Items, places: list[tuple[int, int]], tree: Tree, at: int
) -> tuple[list[Found], int] | None:
    for end, rule, steps in matches(tree, items, at):
        first, last = places[at][0], places[end - 1][1]
        fields = dict(rule.fields)
        parts = []
        for index, (name, kept) in enumerate(steps, at):
            value = items[index][name]  # type: ignore[index]
            if name[0] == "@":
                parts.append(value)
            elif kept:
                fields[kept] = value
        if rule.conditions and not all(one.holds(words, first, last) for one in rule.conditions):
            continue
        made = MAKERS[rule.operation](Joint(first, last, rule.name, fields, parts, steps[0][0][0] == "@"))
        if made:
            return made, end
    return None
