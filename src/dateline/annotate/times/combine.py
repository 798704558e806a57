"""Expressions that belong together, or with words beside them, made one: the second and third step."""

from __future__ import annotations

from bisect import bisect_left
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
    items, heads = _items(words, found)
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
            match = _longest(words, items, found, heads, tree, start)
            if match is not None:
                made, at = match
                combined += made
                break
        if head >= at:
            combined.append(own)
            at = head + 1
    return combined


def _items(words: Words, found: list[Found]) -> tuple[Items, list[int]]:
    """Words and expressions side by side, and where among them the expressions are."""
    items: Items = []
    heads: list[int] = []
    at = 0
    for one in found:
        items += words.classes[at : one.first]
        heads.append(len(items))
        items.append({kind_of(one.operation, one.fields): one})
        at = one.last
    items += words.classes[at:]
    return items, heads


def _word_at(found: list[Found], heads: list[int], item: int) -> int:
    """The first word that an item covers."""
    before = bisect_left(heads, item) - 1  # the last expression before it
    return item if before < 0 else found[before].last + item - heads[before] - 1


def _longest(
    words: Words, items: Items, found: list[Found], heads: list[int], tree: Tree, at: int
) -> tuple[list[Found], int] | None:
    for end, rule, steps in matches(tree, items, at):
        first, last = _word_at(found, heads, at), _word_at(found, heads, end)
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
