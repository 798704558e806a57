from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.times.arithmetic import (
    american_summer,
    distance_from,
    easter,
    length_up_to,
    nth_weekday,
    shift,
    unit_of,
    weekday_near,
)
from dateline.model.dates import date_span

DAYS = st.dates(dt.date(1600, 1, 1), dt.date(2400, 12, 31))


@given(DAYS, st.sampled_from(["D", "W", "M", "Q", "H", "Y", "E", "C"]))
def test_unit_of_a_day_holds_it(day: dt.date, grain: str) -> None:
    span = date_span(unit_of(day, grain))
    assert span is not None
    assert span.start <= day.isoformat() <= span.end


@given(DAYS, st.integers(-200, 200))
def test_shifting_days_and_weeks_can_be_undone(day: dt.date, number: int) -> None:
    assert shift(shift(day, "D", number), "D", -number) == day
    assert shift(shift(day, "W", number), "W", -number) == day


@given(DAYS, st.integers(-200, 200))
def test_shifting_months_lands_in_the_right_month(day: dt.date, number: int) -> None:
    moved = shift(day, "M", number)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == number


@given(DAYS, st.integers(1, 7))
def test_nearest_weekday_is_where_it_should_be(day: dt.date, weekday: int) -> None:
    here, before, after = (weekday_near(day, weekday, direction) for direction in (0, -1, 1))
    assert {here.isoweekday(), before.isoweekday(), after.isoweekday()} == {weekday}
    assert 0 <= (day - here).days < 7
    assert 0 < (day - before).days <= 7
    assert 0 < (after - day).days <= 7


@pytest.mark.parametrize(
    ("year", "day"), [(1961, "1961-04-02"), (2000, "2000-04-23"), (2011, "2011-04-24"), (2038, "2038-04-25")]
)
def test_easter(year: int, day: str) -> None:
    assert easter(year).isoformat() == day


def test_fifth_weekday_is_the_last_one() -> None:
    assert nth_weekday(2011, 5, 1, 5) == dt.date(2011, 5, 30)
    assert nth_weekday(2011, 11, 4, 4) == dt.date(2011, 11, 24)


@pytest.mark.parametrize(
    ("length", "side", "value"),
    [("P7M", 1, "2011-10"), ("P2D", -1, "2011-03-17"), ("P1Y", 1, "2012"), ("PXM", 1, None)],
)
def test_distance_is_told_at_its_own_grain(length: str, side: int, value: str | None) -> None:
    span = distance_from(dt.date(2011, 3, 19), length, side)
    assert (span.value if span else None) == value


@pytest.mark.parametrize(
    ("day", "summer"),
    [
        ("2011-10-31", True), ("2011-11-05", True), ("2011-11-06", False), ("2011-03-12", False), ("2011-03-13", True),
        ("1998-04-05", True), ("1998-10-25", False), ("1975-04-26", False), ("1975-04-27", True), ("1950-07-01", False),
        ("XXXX-XX-XX", False),
    ],
)  # fmt: skip
def test_american_summer_begins_and_ends_on_sundays(day: str, summer: bool) -> None:
    assert american_summer(day) is summer


def test_length_up_to_ends_with_its_last_day() -> None:
    span = length_up_to(dt.date(2011, 9, 30), "P3M")
    assert span is not None
    assert (span.start, span.end) == ("2011-07-01", "2011-09-30")
    assert length_up_to(dt.date(2011, 9, 30), "PXM") is None
    assert length_up_to(dt.date(1, 9, 30), "P3Y") is None
