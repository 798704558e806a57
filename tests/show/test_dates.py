from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.dates import DateSpan, date_span, day_span, interval
from dateline.model.report import Publication
from dateline.show.dates import date_words, published_text, stretch_text

WORDS = [
    ("2011-10-28", None, "28 October 2011"),
    ("2011-10-28T14:06", None, "28 October 2011, 14:06"),
    ("2011-10-25TNI", None, "25 October 2011, night"),
    ("2011-10", None, "October 2011"),
    ("2011-08", "END", "late August 2011"),
    ("2011-08", "MID", "mid-August 2011"),
    ("2011-08", "START", "early August 2011"),
    ("2011-08", "APPROX", "about August 2011"),
    ("2011-W43", None, "week of 24 October 2011"),
    ("2011-W43", "END", "late in the week of 24 October 2011"),
    ("2011-W43-WE", None, "weekend of 29–30 October 2011"),
    ("2011-Q3", None, "third quarter of 2011"),
    ("2011-H1", None, "first half of 2011"),
    ("2011-SU", None, "summer 2011"),
    ("2011-WI", None, "winter 2011/12"),
    ("2011", None, "2011"),
    ("2011", "END", "late 2011"),
    ("201", None, "the 2010s"),
    ("199", "START", "early in the 1990s"),
    ("19", None, "the 20th century"),
    ("2011-10-24/2011-10-28", None, "24–28 October 2011"),
    ("2011-09-30/2011-10-02", None, "30 September – 2 October 2011"),
    ("2011-12-30/2012-01-02", None, "30 December 2011 – 2 January 2012"),
    ("2011-09/2011-10", None, "September – October 2011"),
    ("1969/2011", None, "1969–2011"),
    ("2011-10-31", "BEFORE", "before 31 October 2011"),
]


def words_of(value: str, mod: str | None) -> DateSpan:
    found = date_span(value, mod)
    assert found
    return found


@pytest.mark.parametrize(("value", "mod", "text"), WORDS, ids=[text for _, _, text in WORDS])
def test_date_is_told_at_its_precision(value: str, mod: str | None, text: str) -> None:
    words = date_words(words_of(value, mod))
    assert words.text == text
    assert "".join(part.text for part in words.parts) == text


MACHINE = [
    ("2011-10-28", ["2011-10-28"]),
    ("2011-10", ["2011-10"]),
    ("2011", ["2011"]),
    ("2011-W43", ["2011-W43"]),
    ("2011-10-28T14:06", ["2011-10-28T14:06:00"]),
    ("2011-10-24/2011-10-28", ["2011-10-24", None, "2011-10-28"]),
    ("2011-SU", [None]),
    ("2011-WI", [None]),
    ("2011-Q3", [None]),
    ("201", [None]),
]


@pytest.mark.parametrize(("value", "machine"), MACHINE)
def test_machine_value_is_one_that_html_knows(value: str, machine: list[str | None]) -> None:
    assert [part.machine for part in date_words(words_of(value, None)).parts] == machine


@given(st.dates(), st.dates())
def test_stretch_always_names_its_last_day(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one, other))
    words = date_words(interval(first, last))
    assert str(last.day) in words.text and str(last.year) in words.text
    assert "".join(part.text for part in words.parts) == words.text


@given(st.dates())
def test_day_has_its_weekday(day: dt.date) -> None:
    assert date_words(day_span(day)).weekday == day.strftime("%A")


@pytest.mark.parametrize(("value", "mod"), [("2011-10", None), ("2011-W43", None), ("2011-10-31", "BEFORE")])
def test_what_is_no_day_has_no_weekday(value: str, mod: str | None) -> None:
    assert date_words(words_of(value, mod)).weekday is None


def test_publication_window_is_no_day() -> None:
    window = Publication(earliest=dt.date(2011, 10, 24), latest=dt.date(2011, 10, 30), basis="inferred")
    assert published_text(window) == "24–30 October 2011"
    assert published_text(Publication(latest=dt.date(2011, 10, 30))) == "not after 30 October 2011"
    assert published_text(Publication()) == "date unknown"


def test_stretch_of_one_day_is_that_day() -> None:
    assert stretch_text("2011-10-24", "2011-10-24", "short") == "24 Oct 2011"
