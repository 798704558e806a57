"""TIMEX3 values on the calendar."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.model.dates import date_span, day_span, interval

CASES = [
    ("2011-10-28", None, "2011-10-28", "2011-10-28", "day", "2011-10-28"),
    ("2011-10", None, "2011-10-01", "2011-10-31", "month", "2011-10"),
    ("2011-08", "START", "2011-08-01", "2011-08-10", "month", "2011-08"),
    ("2011-08", "MID", "2011-08-11", "2011-08-20", "month", "2011-08"),
    ("2011-08", "END", "2011-08-21", "2011-08-31", "month", "2011-08"),
    ("2011-02", "END", "2011-02-21", "2011-02-28", "month", "2011-02"),
    ("2011", None, "2011-01-01", "2011-12-31", "year", "2011"),
    ("2011", "APPROX", "2011-01-01", "2011-12-31", "year", "2011~"),
    ("2011-W43", None, "2011-10-24", "2011-10-30", "week", "2011-10-24/2011-10-30"),
    ("2011-W43-WE", None, "2011-10-29", "2011-10-30", "span", "2011-10-29/2011-10-30"),
    ("2011-W43-5", None, "2011-10-28", "2011-10-28", "day", "2011-10-28"),
    ("2011-Q3", None, "2011-07-01", "2011-09-30", "quarter", "2011-07/2011-09"),
    ("2011-H2", None, "2011-07-01", "2011-12-31", "half", "2011-07/2011-12"),
    ("2011-SU", None, "2011-06-01", "2011-08-31", "season", "2011-22"),
    ("2011-WI", None, "2011-12-01", "2012-02-29", "season", "2011-24"),
    ("198", None, "1980-01-01", "1989-12-31", "decade", "198X"),
    ("19", None, "1900-01-01", "1999-12-31", "century", "19XX"),
    ("2011-10-25TNI", None, "2011-10-25", "2011-10-25", "time", "2011-10-25"),
    ("2011-10-25T14:06", None, "2011-10-25", "2011-10-25", "time", "2011-10-25T14:06:00"),
    ("2011-10-03/2011-10-05", None, "2011-10-03", "2011-10-05", "span", "2011-10-03/2011-10-05"),
]


@pytest.mark.parametrize(("value", "mod", "start", "end", "precision", "edtf"), CASES)
def test_date_span_keeps_precision(
    value: str, mod: str | None, start: str, end: str, precision: str, edtf: str
) -> None:
    span = date_span(value, mod)
    assert span is not None
    assert (span.start, span.end, span.precision, span.edtf) == (start, end, precision, edtf)


@pytest.mark.parametrize(
    "value", ["PXY", "P3M", "PAST_REF", "XXXX-WXX-5", "XXXX-10-31", "", "2011-13", "2011-02-30", "T14:00"]
)
def test_date_span_is_none_without_a_calendar_place(value: str) -> None:
    assert date_span(value) is None


def test_date_span_refuses_an_interval_that_ends_before_it_begins() -> None:
    assert date_span("2011-10-05/2011-10-03") is None


DAYS = st.dates(min_value=dt.date(1000, 1, 1), max_value=dt.date(2999, 12, 31))
VALUES = st.one_of(
    DAYS.map(lambda d: d.isoformat()),
    DAYS.map(lambda d: f"{d:%Y-%m}"),
    DAYS.map(lambda d: f"{d:%Y}"),
    DAYS.map(lambda d: "{}-W{:02}".format(*d.isocalendar()[:2])),
)


@given(VALUES, st.sampled_from([None, "START", "MID", "END", "APPROX"]))
@example("1999-W05", "END")  # a week that begins on the first of a month
def test_date_span_modifier_stays_inside_the_unit(value: str, mod: str | None) -> None:
    whole, part = date_span(value), date_span(value, mod)
    assert whole and part
    assert whole.start <= part.start <= part.end <= whole.end
    assert part.days >= 1


@given(DAYS, DAYS)
def test_interval_covers_both_ends(a: dt.date, b: dt.date) -> None:
    first, last = min(a, b), max(a, b)
    span = interval(first, last)
    assert (span.start, span.end) == (first.isoformat(), last.isoformat())
    assert span.is_day == (first == last)
    assert span.overlaps(day_span(a))
