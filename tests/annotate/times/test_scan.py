from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.times.language import grammar
from dateline.annotate.times.scan import _PLAIN, WORD, Words, scan
from dateline.annotate.tokens import table


def words(text: str) -> Words:
    return scan(text, 0, len(text), grammar("en").lexicon)


def test_places_and_spellings_agree() -> None:
    text = "On Nov. 3, 1998, two-week talks opened at 5:30 p.m. - again."
    found = words(text)
    assert [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)] == found.spellings


def test_abbreviation_takes_its_stop_and_sentence_end_does_not() -> None:
    assert words("Nov. Then.").spellings == ["Nov.", "Then", "."]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("1998", "year", 1998),
        ("3rd", "ordinal", 3),
        ("1980s", "decade", "1980s"),
        ("’98", "year2", "’98"),
        ("10/28/2011", "slash", "10/28/2011"),
        ("2011-10-28", "iso", "2011-10-28"),
        ("14:30", "clock", "14:30"),
        ("2010-11", "years", "2010-11"),
        ("26,000", "number", "26000"),
    ],
)
def test_figures_get_their_class(text: str, name: str, value: object) -> None:
    found = words(text)
    assert len(found.spellings) == 1
    assert (found.classes[0] or {})[name] == value


@pytest.mark.parametrize("text", ["26,000", "123456789", "1.5", "555-1234-99"])
def test_other_figures_are_no_years(text: str) -> None:
    assert all("year" not in (classes or {}) or text == "555-1234-99" for classes in words(text).classes)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("twenty-four", 24),
        ("two hundred and ten", 210),
        ("a hundred", 100),
        ("three thousand", 3000),
        ("one hundred forty-two thousand", 142000),
    ],
)
def test_number_in_words_is_one_word(text: str, number: int) -> None:
    assert words(text).classes == [{"number": number}]


@pytest.mark.parametrize(
    ("text", "year"), [("nineteen ninety-one", 1991), ("twenty ten", 2010), ("eighteen twelve", 1812)]
)
def test_spoken_year_is_one_word(text: str, year: int) -> None:
    assert words(text).classes == [{"spokenyear": year}]


def test_list_of_numbers_is_no_number() -> None:
    assert words("two three four").spellings == ["two", "three", "four"]


@given(st.text(st.sampled_from("asmZé’'-., _“"), max_size=30))
def test_words_without_figures_are_those_of_the_whole_pattern(text: str) -> None:
    spellings, starts, ends = table(_PLAIN, text, 0)
    assert list(zip(spellings, starts, ends, strict=True)) == [
        (one[0], one.start(), one.end()) for one in WORD.finditer(text)
    ]
