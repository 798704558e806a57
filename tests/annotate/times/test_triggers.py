from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate.times.grammar import matches
from dateline.annotate.times.language import grammar
from dateline.annotate.times.lexicon import Lexicon
from dateline.annotate.times.scan import scan
from dateline.annotate.times.triggers import PIECE, triggers

WORDS = sorted(grammar("en").lexicon.words)
FIGURES = "1998 24 5:30 10/28/2011 '98 1980s 3rd 1998-99 30s 2.5".split()


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*WORDS, *FIGURES, "-", ","]), min_size=1, max_size=8).map(" ".join))
def test_text_that_matches_a_rule_holds_a_trigger(text: str) -> None:
    rules = grammar("en")
    words = scan(text, 0, len(text), rules.lexicon)
    if any(matches(rules.trees[0], words.classes, at) for at in range(len(words.classes))):
        assert not rules.triggers.isdisjoint(PIECE.findall(text))


def test_every_plain_sequence_holds_a_trigger() -> None:
    lexicon = Lexicon()
    lexicon.read(["closed: the of", "unit: year week", "number: two"])
    for literal in ("the", "of", "now"):
        lexicon.add(literal, f'"{literal}"', 1)
    found = triggers([('"now"',), ('"the"', "unit"), ("number", "unit"), ('"the"', '"of"')], lexicon)
    assert {"now", "year", "week"} <= found
    assert "two" not in found
    assert {"the", "of"} & found
