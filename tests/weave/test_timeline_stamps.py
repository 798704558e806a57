"""A report that bears the day before the one of its print tells "yesterday" of its stamp's day."""

from __future__ import annotations

import pytest

from dateline.pipeline import build
from dateline.read.reports import make_report

EARLY = "Harbury port workers voted yesterday to end their strike over pay and pensions after nine weeks of talks."


def days(*rows: tuple[str, str]) -> list[str]:
    found = build(make_report(text, published=day, file=f"{n}.txt") for n, (day, text) in enumerate(rows, 1)).entries
    return sorted({entry.date.value for entry in found if "strike" in entry.text})


@pytest.mark.parametrize(
    ("day", "other"),
    [
        ("2017-06-13", EARLY.replace("yesterday", "today")),
        ("2017-06-14", EARLY),
        ("2017-06-15", EARLY.replace("yesterday", "on Tuesday")),
    ],
)
def test_stamp_a_day_early_moves_yesterday_on(day: str, other: str) -> None:
    assert days(("2017-06-13", EARLY), (day, other)) == ["2017-06-13"]


def test_stamp_that_another_report_bears_out_stays() -> None:
    assert days(("2017-06-13", EARLY), ("2017-06-12", EARLY.replace("yesterday", "today"))) == ["2017-06-12"]


def test_report_of_its_own_day_is_not_early() -> None:
    today = "Mayor Alice Grant thanked the Harbury crews today. "
    later = ("2017-06-14", EARLY)
    assert days(("2017-06-13", today + EARLY), later) == ["2017-06-12", "2017-06-13"]
