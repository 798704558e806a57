"""Words and word runs as numbers. All texts are made up."""

from __future__ import annotations

import itertools
import re
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.group.fingerprints import (
    FACTORS,
    RUN,
    Fingerprint,
    fingerprint,
    folded,
    run_numbers,
    sample,
    word_numbers,
)
from dateline.model.report import Block, Report

LETTERS = "aB9_éÉΣςİıſßẞÅ中あ٣ǅⒶ“”’—?. \n\t\u00a0\u200b\ud800😀"
TEXTS = st.text(st.sampled_from(LETTERS), max_size=60)
ANY_TEXT = TEXTS | st.text(max_size=40)


def of(text: str) -> Fingerprint:
    return fingerprint(Report("r1", text, "", blocks=(Block("body", 0, len(text)),)))


def small(word: str) -> str:
    return "".join(one.lower() if one.isascii() else folded(one) for one in word)


@given(ANY_TEXT)
def test_words_are_stretches_of_letters_and_digits_at_their_places(text: str) -> None:
    one = of(text)
    assert [one.place(at, at) for at in range(one.size)] == [found.span() for found in re.finditer(r"\w+", text)]


@given(ANY_TEXT)
def test_a_word_has_the_number_of_its_small_letters(text: str) -> None:
    words = [
        "".join(one.lower() if one.isascii() else folded(one) for one in word) for word in re.findall(r"\w+", text)
    ]
    assert list(word_numbers(text)) == [zlib.crc32(word.encode()) for word in words]


@given(st.text(max_size=3))
def test_a_folded_character_stays_what_it_is(text: str) -> None:
    for one in text:
        assert folded(folded(one)) == folded(one) or folded(one) == " "
        assert (folded(one) == " ") == (re.match(r"\w", one) is None) or one.isascii()


@given(ANY_TEXT)
def test_a_run_has_the_sum_of_its_words_each_by_the_factor_of_its_place(text: str) -> None:
    words = word_numbers(text)
    runs = [
        sum(word * factor for word, factor in zip(words[at : at + RUN], FACTORS, strict=True))
        for at in range(len(words) - RUN + 1)
    ]
    assert list(run_numbers(words)) == runs
    assert all(0 <= run < 1 << 63 for run in runs)


def test_capitals_make_no_difference_and_marks_none() -> None:
    assert word_numbers("ÉTÉ à Paris, l’an 2011") == word_numbers("été À PARIS — l'an “2011”")


def test_many_different_marks_are_folded_too() -> None:
    marks = "".join(map(chr, range(0x2000, 0x2C00)))
    text = f"Paris{marks}Été"
    assert list(word_numbers(text)) == [zlib.crc32(small(word).encode()) for word in re.findall(r"\w+", text)]


@pytest.mark.parametrize("every", [2, 8, 20])
def test_a_sample_has_about_its_share_and_of_every_text_the_same_runs(every: int) -> None:
    runs = of(" ".join(f"word{number}" for number in range(20_000))).runs
    assert sample(runs, 1) == set(runs)
    chosen = sample(runs, every)
    assert 0.8 < len(chosen) * every / len(runs) < 1.2
    assert sample(runs[5000:9000], every) == chosen & set(runs[5000:9000])


def test_a_run_is_found_at_all_its_places() -> None:
    one = of("the old sea road is shut and the old sea road is long and so the old sea road goes")
    for run in set(one.runs):
        assert list(one.places(run)) == [at for at, other in enumerate(one.runs) if other == run]


@given(st.lists(st.sampled_from("abc"), max_size=30), st.randoms())
def test_spots_are_the_places_of_all_runs_in_order(words: list[str], chance: object) -> None:
    one = of(" ".join(words))
    for size in (1, 3, 30):
        runs = set(sorted(set(one.runs))[:size])
        assert list(one.spots(runs)) == [at for at, run in enumerate(one.runs) if run in runs]
        kept = of(" ".join(words))
        kept.keep(runs, len(set(one.runs)))
        assert list(kept.spots(runs)) == list(one.spots(runs))
        assert kept.kinds == one.kinds


def test_blocks_with_blanks_between_them_read_on() -> None:
    text = "The road was\n\nshut by a By Ann Lee storm on Tuesday"
    parts = [(0, 12), (14, 23), (34, len(text))]
    one = fingerprint(Report("r1", text, "", blocks=tuple(Block("body", *part) for part in parts)))
    words = "the road was shut by a storm on tuesday".split()
    assert one.size == len(words)
    assert [text[slice(*one.place(at, at))].lower() for at in range(one.size)] == words
    assert list(one.runs) == list(of(" ".join(words)).runs)
    assert all(left < right for left, right in itertools.pairwise(one.starts))
