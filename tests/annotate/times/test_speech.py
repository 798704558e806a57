"""Whose day an expression counts from: the speaker's, or a stamp's."""

from __future__ import annotations

import pytest

from dateline import times

FRIDAY = "2011-10-28"


def values(text: str) -> list[str]:
    return [timex.value for timex in times.find(text, published=FRIDAY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We vote tomorrow," she said on Monday.', ["2011-10-25", "2011-10-24"]),
        (
            "He said on Monday: “We met yesterday. We vote tomorrow.”",
            ["2011-10-24", "2011-10-23", "2011-10-25"],
        ),
        ('"I leave next week," he told the house in Lima late on Sunday.', ["2011-W43", "2011-10-23"]),
        ('"We did it yesterday," he said on Friday.', ["2011-10-27", "2011-10-28"]),
    ],
)
def test_speakers_day_counts_inside_marks(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        'The minister, who resigned on Monday, said: "We vote tomorrow."',
        'Monday\'s vote was lost, he said. "We vote again tomorrow."',
        'He said the strike on Monday was wrong. "Tomorrow we work."',
        "She said on Thursday that they would vote tomorrow.",
        "Monday's vote, she said, would be lost tomorrow.",
        'She said on Monday and again on Tuesday: "We vote tomorrow."',
    ],
)
def test_what_does_not_surely_date_the_speech_is_left_out(text: str) -> None:
    assert "2011-10-29" in values(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said on Monday that they would vote tomorrow.", ["2011-10-24", "2011-10-25"]),
        ("On Tuesday he said that he had left yesterday.", ["2011-10-25", "2011-10-24"]),
        ("She said on Monday that they would vote later today.", ["2011-10-24", FRIDAY]),
        ("She said on Monday that they would vote. Tomorrow they will.", ["2011-10-24", "2011-10-29"]),
    ],
)
def test_speech_told_without_marks_counts_from_a_day_long_past(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_speech_is_named_as_anchor() -> None:
    text = '"We vote tomorrow," she said on Monday.'
    assert times.find(text, published=FRIDAY)[0].anchor == text.index("Monday")


def test_unknown_day_leaves_speech_open() -> None:
    found = times.find('"We vote tomorrow," she said on Monday.')
    assert [timex.value for timex in found] == ["XXXX-XX-XX", "XXXX-WXX-1"]


def test_stamps_date_the_paragraphs_after_them() -> None:
    text = "Monday 24 October\n\nThe army came today.\n\nTuesday 25 October:\n\nIt left yesterday, on Monday."
    assert values(text) == ["2011-10-24", "2011-10-24", "2011-10-25", "2011-10-24", "2011-10-24"]


@pytest.mark.parametrize("stamp", ["24 Oct 2011 - 10:15 GMT", "10:15, 24 October 2011", "10:15 a.m. ET, Oct. 24, 2011"])
def test_stamps_may_hold_the_clock(stamp: str) -> None:
    assert values(f"{stamp}\n\nThe army came yesterday.")[-1] == "2011-10-23"


def test_date_with_words_beside_it_is_no_stamp() -> None:
    assert values("It began on 24 October.\n\nThe army came today.") == ["2011-10-24", FRIDAY]


def test_date_with_a_full_stop_is_a_citation() -> None:
    assert values("January 25, 2011.\n\nThe army came today.") == ["2011-01-25", FRIDAY]
