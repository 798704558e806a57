"""Expressions that belong together, or with words beside them, made one: the second and third step."""

from __future__ import annotations

from typing import Any, NamedTuple

from dateline.annotate.times.grammar import Rule, Step, Tree, matches
from dateline.annotate.times.kinds import kind_of
from dateline.annotate.times.lexicon import Value
from dateline.annotate.times.scan import Words

_BASE_ORDER = ("@day", "@clock", "@part")
"""Of joined expressions the first of these lends its operation: "noon Saturday" is a Saturday."""

Items = list[dict[str, Any] | None]


class Found(NamedTuple):
    """An expression inside its sentence, by words."""

    first: int
    last: int
    rule: str
    operation: str
    fields: dict[str, Value]


def combine(words: Words, found: list[Found], tree: Tree) -> list[Found]:
    """The expressions after one step, in order."""
    items, places = _items(words, found)
    combined: list[Found] = []
    at = 0
    while at < len(items):
        here = items[at]
        if here is None:
            at += 1
            continue
        match = _longest(words, items, places, tree, at)
        if match is not None:
            made, at = match
            combined += made
            continue
        one = next(iter(here.values()))
        if isinstance(one, Found):
            combined.append(one)
        at += 1
    return combined


def _items(words: Words, found: list[Found]) -> tuple[Items, list[tuple[int, int]]]:
    """Words and expressions side by side, with the words that each covers."""
    items: Items = []
    places: list[tuple[int, int]] = []
    at = 0
    for one in found:
        items += words.classes[at : one.first]
        places += [(index, index + 1) for index in range(at, one.first)]
        items.append({kind_of(one.operation, one.fields): one})
        places.append((one.first, one.last))
        at = one.last
    items += words.classes[at:]
    places += [(index, index + 1) for index in range(at, len(words.classes))]
    return items, places


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
        if not all(one.holds(words, first, last) for one in rule.conditions):
            continue
        made = _make(rule, first, last, fields, parts, steps)
        if made:
            return made, end
    return None


def _make(
    rule: Rule, first: int, last: int, fields: dict[str, Value], parts: list[Found], steps: tuple[Step, ...]
) -> list[Found]:
    """What a rule makes of its parts; nothing where they do not fit."""
    base = min(parts, key=_rank)
    if rule.operation == "mod":
        return [Found(first, last, base.rule, base.operation, {**base.fields, **fields})]
    if rule.operation == "join":
        other = next(part for part in parts if part is not base)
        return [Found(first, last, rule.name, base.operation, {**other.fields, **base.fields})]
    if rule.operation == "part-of":
        return [Found(first, last, rule.name, base.operation, {**base.fields, **fields})]
    if rule.operation == "week-of":
        return [Found(first, last, rule.name, base.operation, {**base.fields, "week": 1})]
    if rule.operation == "after":
        length, anchor = parts
        return [length._replace(rule=rule.name, operation="after", fields={**length.fields, **fields}), anchor]
    if "month" not in base.fields or "day" not in base.fields:
        return []
    if rule.operation == "list":
        return [base, Found(last - 1, last, rule.name, base.operation, {**base.fields, **fields})]
    fields.update((name, value) for part in parts for name, value in part.fields.items() if name == "year")
    given, other = int(base.fields["day"]), int(fields.pop("day"))
    low, high = (given, other) if steps[0][0] == "@day" else (other, given)
    if low >= high:
        return []
    return [Found(first, last, rule.name, base.operation, {**base.fields, **fields, "day": low, "until": high})]


def _rank(part: Found) -> int:
    kind = kind_of(part.operation, part.fields)
    return _BASE_ORDER.index(kind) if kind in _BASE_ORDER else 0
