"""A report that bears the day before the one of its print tells "yesterday" of its stamp's day."""

from __future__ import annotations

import pytest

from dateline.pipeline import build
from dateline.read.reports import make_report
from dateline.weave.timeline.build import Pile
from tests.weave.timeline_pile import pile

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


@pytest.mark.parametrize(
    ("beside", "day"),
    [
        ("On Monday the company had closed its docks.", "2017-06-13"),
        ("The company closes its docks on a Monday.", "2017-06-12"),
        ("The company had closed its docks on Sunday.", "2017-06-12"),
        ('"On Monday they closed the docks," said Ann Kirk.', "2017-06-12"),
        ("On Monday the workers had voted for it.", "2017-06-12"),
        ("On Monday the company had closed its docks. The mayor thanked the crews today.", "2017-06-12"),
    ],
)
def test_of_many_reports_one_that_names_the_eve_by_its_weekday_is_early(beside: str, day: str) -> None:
    others = [
        (f"2017-05-{number:02}", f"Harbury port workers stopped crane {number} of the harbour on {number - 1} May.")
        for number in range(2, 16)
    ]
    material = pile([*others, ("2017-06-13", f"{EARLY}\n\n{beside}")])
    assert {told.when.start for told in Pile(material).tellings if told.lemma == "vote" and told.position == 0} == {day}


def test_early_report_of_many_is_shown_without_its_yesterday() -> None:
    rows = [
        (f"2017-05-{number:02}", f"Harbury port workers stopped crane {number} of the harbour on {number - 1} May.")
        for number in range(2, 16)
    ]
    rows.append(("2017-06-13", f"{EARLY}\n\nOn Monday the company had closed its docks."))
    found = build(make_report(text, published=day, file=f"{n}.txt") for n, (day, text) in enumerate(rows, 1)).entries
    (entry,) = [entry for entry in found if "strike" in entry.text]
    assert entry.text.startswith("Harbury port workers voted […] to end their strike")
    assert entry.evidence[0].quote == EARLY
