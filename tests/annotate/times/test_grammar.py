from __future__ import annotations

import pytest

from dateline.annotate.times.grammar import Grammar, matches
from dateline.annotate.times.lexicon import Lexicon


@pytest.fixture
def rules() -> Grammar:
    lexicon = Lexicon()
    lexicon.read(["month: May=5 June=6", "day: one=1 two=2", "year: now=2000"])
    return Grammar(lexicon)


def found(rules: Grammar, text: str) -> list[tuple[int, str]]:
    words = [rules.lexicon.words.get(word) for word in text.split()]
    return [(end, rule.name) for end, rule, _ in matches(rules.trees[0], words, 0)]


def test_longest_match_comes_first(rules: Grammar) -> None:
    rules.read(["short: month => date", "long: month day year? => date"], 0)
    assert found(rules, "May one now") == [(3, "long"), (2, "long"), (1, "short")]


def test_of_equal_matches_the_first_rule_comes_first(rules: Grammar) -> None:
    rules.read(["one: month => date", "two: month => date"], 0)
    assert found(rules, "May") == [(1, "one"), (1, "two")]


def test_optional_group_may_be_missing(rules: Grammar) -> None:
    rules.read(['a: ("the" day)? month => date'], 0)
    assert found(rules, "the one May") == [(3, "a")]
    assert found(rules, "May") == [(1, "a")]


def test_alternatives_of_several_words(rules: Grammar) -> None:
    rules.read(['a: (day "of" | "in") month => date'], 0)
    assert found(rules, "one of May") == [(3, "a")]
    assert found(rules, "in May") == [(2, "a")]
    assert found(rules, "one in May") == []


def test_field_name_after_alternatives_holds_for_all(rules: Grammar) -> None:
    rules.read(["a: month|day:n => date"], 0)
    words = [rules.lexicon.words["two"]]
    assert matches(rules.trees[0], words, 0)[0][2] == (("day", "n"),)


def test_macro_stands_for_its_pattern(rules: Grammar) -> None:
    rules.read(['$m = month|"whit"', "a: $m day => date"], 0)
    assert found(rules, "whit one") == [(2, "a")]


def test_example_lines_belong_to_the_rule_above(rules: Grammar) -> None:
    rules.read(["a: month => date", "    2011-10-28 | In [May]. | 2011-05"], 0)
    assert rules.rules[0].examples[0].value == "2011-05"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("no rule here", "not a rule"),
        ('a: "x"? => date', "everything in the pattern is optional"),
        ("a: month => date when behind=month", "not a condition"),
    ],
)
def test_bad_rule_is_named(rules: Grammar, line: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        rules.read([line], 0)
