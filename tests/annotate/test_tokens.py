"""Words and marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.tokens import PIECE, pieces, plain_word_before, token_table, tokens, words

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


@given(st.text(st.sampled_from("aZé’'-.,:&_ 1\n“"), max_size=30), st.integers(0, 9))
def test_token_table_tells_the_tokens_and_their_places(text: str, start: int) -> None:
    found, starts, ends = token_table(text, start)
    assert found == [text[token.start : token.end] for token in tokens(text)]
    assert [text[a - start : b - start] for a, b in zip(starts, ends, strict=True)] == found


@given(st.text(st.sampled_from("abZé’- .1_"), max_size=30))
def test_pieces_are_the_letters_in_a_row_and_the_single_figures(text: str) -> None:
    assert set(pieces(text)) == set(PIECE.findall(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("led by Costa", "Costa"), ("Costa", "Costa"), ("the U.S", ""), ("(by", ""), ("by ", ""), ("", "")],
)
def test_plain_word_before_is_told_back_to_a_blank(text: str, wanted: str) -> None:
    assert plain_word_before(text, 0, len(text)) == wanted
