"""Every worked example of the rule files, and that the files hold together."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline import times
from dateline.annotate.times.combine import LEAD
from dateline.annotate.times.grammar import FINAL, Example, Tree
from dateline.annotate.times.language import grammar, languages
from dateline.annotate.times.making import MAKERS
from dateline.annotate.times.operations import OPERATIONS
from dateline.annotate.times.recognise import NO_TIME

EXAMPLES = [
    pytest.param(language, example, id=f"{language}-{rule.name}-{number}")
    for language in languages()
    for rule in grammar(language).rules
    for number, example in enumerate(rule.examples)
]
SPECIAL = {"name", "titled", "start", "end", "capital", "small", "noun", "plural", "dash", "figure", "year", "iso"}


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_rule_example_gets_its_value(language: str, example: Example) -> None:
    day = None if example.published == "-" else dt.date.fromisoformat(example.published)
    bare = example.text.replace("[", "").replace("]", "")
    found = times.find(bare, published=day, language=language)
    if example.value == "-":
        assert not found
        return
    place = example.text.index("["), example.text.index("]") - 1
    value, _, mod = example.value.partition(" ")
    got = {(timex.start, timex.end): timex for timex in found}
    assert place in got, f"found {[bare[t.start : t.end] for t in found]}"
    assert got[place].value == value
    if mod:
        assert got[place].mod == mod


@pytest.mark.parametrize("language", languages())
def test_rules_name_known_operations_and_classes(language: str) -> None:
    rules = grammar(language)
    classes = {name for entry in rules.lexicon.words.values() for name in entry} | SPECIAL
    for rule in rules.rules:
        assert rule.operation in {*OPERATIONS, *MAKERS, NO_TIME}, rule.name
        for condition in rule.conditions:
            assert set(condition.names) <= classes, rule.name


@pytest.mark.parametrize("language", languages())
def test_rule_names_are_unique(language: str) -> None:
    names = [rule.name for rule in grammar(language).rules]
    assert len(names) == len(set(names))


def _lead(tree: Tree, depth: int = 0) -> int:
    """The most words that stand in a rule before its first expression."""
    below = (depth if name.startswith("@") else _lead(node, depth + 1) for name, node in tree.items() if name != FINAL)
    return max(below, default=0)


@pytest.mark.parametrize("language", languages())
def test_no_rule_begins_further_before_an_expression_than_is_looked(language: str) -> None:
    assert all(_lead(tree) <= LEAD for tree in grammar(language).trees[1:])


def test_languages_are_english_and_spanish() -> None:
    assert languages() == ("en", "es")


def test_unknown_language_is_refused() -> None:
    with pytest.raises(LookupError, match="'xx'"):
        grammar("xx")


def test_language_is_never_a_path() -> None:
    with pytest.raises(LookupError, match=r"\.\./en"):
        grammar("../en")
