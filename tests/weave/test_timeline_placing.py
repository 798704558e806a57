from __future__ import annotations

import datetime as dt

import pytest

from dateline.model.annotations import Annotated
from dateline.model.dates import interval
from dateline.pipeline import gather
from dateline.read.reports import make_report
from dateline.weave.timeline.placing import _weekday, days_apart, placed


def annotated(text: str, day: str | None = "2017-05-10") -> Annotated:
    (one,) = gather([make_report(text, file="a.txt", published=day)]).reports
    return one


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The tram was tested between April 9 and May 3.", "2017-04-09/2017-05-03"),
        ("The march lasted from May 2 to May 6.", "2017-05-02/2017-05-06"),
        ("The firm hid its debts between 2011 and 2014.", "2011/2014"),
    ],
)
def test_placed_joins_both_ends_of_a_stretch(text: str, value: str) -> None:
    assert {when.value for when in placed(annotated(text), None).values()} == {value}


@pytest.mark.parametrize(
    "text",
    [
        "The vote was moved from May 12 to May 19.",
        "Crowds gathered on May 2 and May 6.",
        "The court sat on May 2 to hear what was said on May 6.",
    ],
)
def test_placed_keeps_two_days_apart(text: str) -> None:
    assert all(when.is_day for when in placed(annotated(text), None).values())


@pytest.mark.parametrize(
    ("number", "ahead", "rule", "expected"),
    [
        (3, False, "weekday", "2017-05-10"),  # the window holds one Wednesday
        (1, False, "weekday", "2017-05-08"),  # Monday lies before it, whatever its day
        (1, True, "weekday", "2017-05-15"),
    ],
)
def test_weekday_of_a_window(number: int, ahead: bool, rule: str, expected: str) -> None:
    window = interval(dt.date(2017, 5, 9), dt.date(2017, 5, 11))
    found = _weekday(number, rule, window, ahead=ahead)
    assert found is not None
    assert found.value == expected


def test_weekday_of_a_long_window_is_a_span() -> None:
    found = _weekday(1, "weekday", interval(dt.date(2017, 5, 5), dt.date(2017, 5, 14)), ahead=False)
    assert found is not None
    assert (found.start, found.end) == ("2017-05-01", "2017-05-08")


def test_placed_takes_the_year_of_the_storys_other_reports() -> None:
    nearby = interval(dt.date(2017, 5, 1), dt.date(2017, 6, 1))
    found = placed(annotated("The bridge was closed on June 3.", None), nearby)
    assert [when.value for when in found.values()] == ["2017-06-03"]


def test_days_apart_counts_from_the_day_named_before() -> None:
    one = annotated("The mayor resigned on Tuesday, a day after her deputy quit the council.")
    assert [when.value for when in days_apart(one, placed(one, None)).values()] == ["2017-05-08"]
