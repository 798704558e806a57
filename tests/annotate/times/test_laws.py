"""What holds for every text: places inside it, in order, and time that grows with its length alone."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import times
from dateline.annotate.times.language import grammar

WORDS = sorted(grammar("en").lexicon.words)
PIECES = st.sampled_from(
    [*WORDS, *"1998 24 31 99 5:30 10/28/2011 '98 1980s 3rd 1998-99 30s , - / ( ) . 's $ % 2.5 1,000".split()]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=16).map(" ".join))
DAYS = st.one_of(st.none(), st.dates())


@settings(max_examples=300, deadline=None)
@given(TEXTS, DAYS)
def test_expressions_lie_inside_the_text_and_in_order(text: str, day: dt.date | None) -> None:
    end = 0
    for timex in times.find(text, published=day):
        assert end <= timex.start < timex.end <= len(text)
        assert text[timex.start : timex.end].strip() == text[timex.start : timex.end]
        end = timex.end


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
def test_dated_and_undated_find_the_same_places(text: str, day: dt.date) -> None:
    dated = {(timex.start, timex.end) for timex in times.find(text, published=day)}
    undated = {(timex.start, timex.end) for timex in times.find(text)}
    assert dated <= undated or dated >= undated


def test_controls_and_lone_surrogates_do_no_harm() -> None:
    assert [t.value for t in times.find("\x00\ud800 He left\x07 on Oct. 3, 2011\udfff.")] == ["2011-10-03"]


@pytest.mark.parametrize(
    "piece",
    [
        "and Monday the talks ",
        "twenty hundred and ",
        "1/1/11.1.1.1.",
        "12:34:56:12.",
        "a a a ",
        "the last two to three ",
        "said ",
        "to be ",
        "1998-",
        "- ",
    ],
)
def test_a_line_without_end_is_read(piece: str) -> None:
    text = piece * 500  # that the cost grows no faster than the line is for benchmarks.growth
    for timex in times.find(text, published="2011-10-28"):
        assert 0 <= timex.start < timex.end <= len(text)
