from __future__ import annotations

import datetime as dt

import pytest

from dateline import times
from dateline.annotate.sentences import sentences
from dateline.annotate.times import find_times, recognise, resolve
from dateline.model.report import Block

DAY = dt.date(2011, 10, 28)


def test_find_times_is_recognise_then_resolve() -> None:
    text = "They met Monday and meet again next week, three years after the war."
    places = sentences(text, (Block("body", 0, len(text)),))
    raw = recognise(text, places)
    for day in (None, DAY, dt.date(1990, 1, 1)):
        assert resolve(raw, day) == find_times(text, places, day)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He left Friday.", "XXXX-WXX-5"),
        ("He left on Oct. 31.", "XXXX-10-31"),
        ("He left in October.", "XXXX-10"),
        ("He left yesterday.", "XXXX-XX-XX"),
        ("He left last week.", "XXXX-WXX"),
        ("He left last year.", "XXXX"),
        ("He left in the third quarter.", "XXXX-Q3"),
        ("He left Friday night.", "XXXX-WXX-5TNI"),
        ("He left at 5 p.m. sharp.", "XXXX-XX-XXT17:00"),
        ("He left two days ago.", "XXXX-XX-XX"),
    ],
)
def test_undated_report_keeps_open_values_without_a_place(text: str, value: str) -> None:
    (timex,) = times.find(text)
    assert (timex.value, timex.when) == (value, None)


@pytest.mark.parametrize("text", ["Oct. 31, 2011", "31 October 2011", "2011-10-31", "10/31/2011", "31.10.2011"])
def test_full_date_needs_no_report_day(text: str) -> None:
    (timex,) = times.find(f"It was signed on {text}.")
    assert (timex.value, timex.anchor) == ("2011-10-31", "self")


@pytest.mark.parametrize("text", ["31 June 2011", "Feb. 30", "2011-13-01", "45/45/2011", "Feb. 29, 2011"])
def test_impossible_date_is_no_day(text: str) -> None:
    assert all(timex.when is None or not timex.when.is_day for timex in times.find(f"On {text}.", published=DAY))


def test_leap_day_needs_a_leap_year() -> None:
    assert times.find("It began on Feb. 29.", published="2012-03-01")[0].value == "2012-02-29"


def test_distance_counts_from_the_day_named_before() -> None:
    found = times.find("He fell ill on Oct. 3 and died two days later.", published=DAY)
    assert found[1].value == "2011-10-05"
    assert found[1].anchor == found[0].start


def test_that_day_and_the_following_week_follow_the_running_date() -> None:
    found = times.find("He landed on March 19. That day he slept. The following week he left.", published=DAY)
    assert [timex.value for timex in found] == ["2011-03-19", "2011-03-19", "2011-W12"]


def test_year_earlier_keeps_the_grain_of_the_quarter() -> None:
    found = times.find("In the third quarter it lost $2 million, against $1 million a year earlier.", published=DAY)
    assert [timex.value for timex in found] == ["2011-Q3", "2010-Q3"]


def test_past_week_is_a_length_with_the_days_up_to_the_report() -> None:
    (timex,) = times.find("He was buried in the past week.", published=DAY)
    assert (timex.type, timex.value) == ("DURATION", "P1W")
    assert timex.when is not None
    assert (timex.when.start, timex.when.end) == ("2011-10-22", "2011-10-28")


def test_bare_length_has_no_place() -> None:
    assert times.find("It lasted eight months.", published=DAY)[0].when is None


def test_length_after_a_date_ends_somewhere() -> None:
    length, anchor = times.find("It ended seven months after March 19.", published=DAY)
    assert (length.type, length.value, length.anchor) == ("DURATION", "P7M", anchor.start)
    assert length.when is not None
    assert length.when.value == "2011-10"


def test_clock_time_keeps_its_zone_in_the_place_alone() -> None:
    (timex,) = times.find("It fell at 5 p.m. EST Tuesday.", published=DAY)
    assert timex.value == "2011-10-25T17:00"
    assert timex.when is not None
    assert timex.when.edtf == "2011-10-25T17:00:00-05:00"


@pytest.mark.parametrize(
    ("text", "quant", "freq"),
    [
        ("every month", "EVERY", None),
        ("each Thursday", "EACH", None),
        ("twice a week", None, "2X"),
        ("four times a year", None, "4X"),
    ],
)
def test_set_tells_quantity_and_frequency(text: str, quant: str | None, freq: str | None) -> None:
    (timex,) = times.find(f"They meet {text}.")
    assert (timex.type, timex.quant, timex.freq) == ("SET", quant, freq)


def test_mod_narrows_the_place() -> None:
    (timex,) = times.find("He left in late August.", published=DAY)
    assert timex.when is not None
    assert (timex.value, timex.mod, timex.when.start, timex.when.end) == ("2011-08", "END", "2011-08-21", "2011-08-31")


@pytest.mark.parametrize("day", [dt.date(1, 1, 1), dt.date(9999, 12, 31)])
def test_days_at_the_ends_of_the_calendar_do_not_fail(day: dt.date) -> None:
    times.find("Last week, next week, two centuries ago, tomorrow, yesterday, Monday, next decade.", published=day)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The army fell on Monday. At 6 a.m. the city was taken.", "2011-10-24T06:00"),
        ("The army fell on Monday. At 6 a.m. the king will speak.", f"{DAY}T06:00"),
        ("The army fell on Monday. (Update 6 a.m. in Lima)", f"{DAY}T06:00"),
        ("The army fell on Monday. It rained. At 6 a.m. the city was taken.", f"{DAY}T06:00"),
    ],
)
def test_clock_time_of_what_is_over_is_of_the_day_named_before(text: str, value: str) -> None:
    assert times.find(text, published=DAY)[-1].value == value


def test_clock_time_is_of_american_summer() -> None:
    (timex,) = times.find("He will speak at 3 p.m. ET on Monday.", published=DAY)
    assert timex.when is not None
    assert timex.when.edtf == "2011-10-31T15:00:00-04:00"


@pytest.mark.parametrize(
    ("published", "value"), [("2011-10-28", "2011-10-12"), ("2011-12-05", "2011-12-10"), ("2012-03-05", "2011-12-10")]
)
def test_figures_have_the_month_first_unless_far_ahead(published: str, value: str) -> None:
    (timex,) = times.find("Filed on 12/10/2011.", published=published)
    assert timex.value == value


def test_length_before_a_day_that_is_none_has_no_place() -> None:
    length, day = times.find("It ended seven months after June 31, on May 3.", published=DAY)
    assert (length.value, length.when, length.anchor) == ("P7M", None, "self")
    assert day.value == "2011-05-03"


def test_length_up_to_a_day_covers_its_days() -> None:
    length, day = times.find("Profit for the three months to September 30 rose.", published=DAY)
    assert length.when is not None
    assert (length.when.start, length.when.end, length.anchor) == ("2011-07-01", "2011-09-30", day.start)
