from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.words import WORD, content_words, letters, spoken_words, stem, vocabulary


@pytest.mark.parametrize(
    "forms",
    [("decide", "decided", "decides", "deciding"), ("kill", "killed", "killing"), ("policy", "policies"), ("bus",)],
)
def test_stem_brings_the_forms_of_a_word_together(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


def test_stem_keeps_short_words_and_numbers() -> None:
    assert [stem(word) for word in ("red", "was", "2011", "using")] == ["red", "was", "2011", "using"]


def test_content_words_leave_out_stop_words_and_names_of_days() -> None:
    assert content_words("On Monday the council decided, and the mayors agreed.") == [
        "council",
        "decid",
        "mayor",
        "agr",
    ]


@given(st.text())
def test_content_words_are_the_same_in_capitals(text: str) -> None:
    assert content_words(text) == content_words(text.lower())


@given(st.text(st.sampled_from("abZé’- .1_"), max_size=30))
def test_letters_are_those_in_a_row(text: str) -> None:
    rows = "".join(char if char.isalpha() else " " for char in text)
    assert letters(text) == rows.split()


@given(st.text(alphabet="abE'’\"_-. \n3é"))
def test_words_are_those_of_the_pattern_whether_split_or_matched(text: str) -> None:
    low = text.lower()
    assert (
        set(content_words(text)) == vocabulary(text) == {word for at in WORD.findall(low) for word in content_words(at)}
    )
    assert spoken_words(text) == re.findall(r"[^\W_]+(?:'[^\W_]+)*", low.replace("’", "'"))


def test_spoken_words_keep_contractions_whole() -> None:
    assert spoken_words("“Don’t wait,” she said: 'we can't'.") == ["don't", "wait", "she", "said", "we", "can't"]
