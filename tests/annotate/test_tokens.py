"""Words and marks."""

from __future__ import annotations

import pytest

from dateline.annotate.tokens import tokens, words

CASES = [
    ("The U.N. voted.", ["The", "U.N.", "voted", "."]),
    ("26,000 sorties, 3.5%", ["26,000", "sorties", ",", "3.5", "%"]),
    ("heir-apparent don't", ["heir-apparent", "don't"]),
    ("Saif al-Islam’s son", ["Saif", "al-Islam’s", "son"]),
    ("at 14:06 GMT", ["at", "14:06", "GMT"]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_tokens_split_words_numbers_and_marks(text: str, wanted: list[str]) -> None:
    assert [text[token.start : token.end] for token in tokens(text)] == wanted


def test_tokens_of_a_stretch_are_places_in_the_whole_text() -> None:
    text = "one two three"
    assert [text[token.start : token.end] for token in tokens(text, 4, 7)] == ["two"]


def test_words_are_lower_case_without_marks() -> None:
    assert words('"We go," said Al-Amin; 26 left.') == ["we", "go", "said", "al-amin", "26", "left"]
