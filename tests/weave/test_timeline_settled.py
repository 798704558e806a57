"""Plans whose outcome a later report tells, and sentences that go on from a day told before them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dateline.model.story import Entry
from dateline.pipeline import build
from dateline.read.reports import make_report


def told(*rows: tuple[str, str]) -> Sequence[Entry]:
    return build(make_report(text, published=day, file=f"{n}.txt") for n, (day, text) in enumerate(rows, 1)).entries


def ahead(found: Sequence[Entry]) -> list[str]:
    return [entry.date.value for entry in found if entry.status in ("planned", "expected")]


def test_plan_that_came_true_is_no_line_of_its_own() -> None:
    found = told(
        ("2017-06-12", "Mayor Alice Grant will open the new Harbury library on Friday, her office said."),
        ("2017-06-17", "Mayor Alice Grant opened the new Harbury library on Friday before 300 guests."),
    )
    assert ahead(found) == []
    assert [entry.status for entry in found if entry.date.value == "2017-06-16"] == ["happened"]


def test_plan_told_beside_the_decision_goes_when_its_day_has_passed() -> None:
    decided = ("2017-06-12", "The Harbury council voted on Sunday to close the fish market on June 20.")
    assert ahead(told(decided)) == ["2017-06-20"]
    assert ahead(told(decided, ("2017-06-27", "Fishermen of Harbury sold their boats on Monday."))) == []


def test_plan_nobody_tells_more_of_stays() -> None:
    found = told(
        ("2017-06-12", "Engineers will inspect the Orwell Bridge on June 20, the Harbury council said."),
        ("2017-06-27", "Fishermen of Harbury sold their boats on Monday."),
    )
    assert ahead(found) == ["2017-06-20"]


@pytest.mark.parametrize(
    ("second", "day"),
    [
        ("Hours earlier Alice Grant, the mayor, left the town hall.", "2017-06-12"),
        ("Alice Grant, the mayor, left the town hall.", "2017-06-13"),
    ],
)
def test_sentence_that_goes_on_from_a_day_is_of_it(second: str, day: str) -> None:
    found = told(("2017-06-13", f"The Harbury dam burst shortly after midnight on Monday. {second}"))
    assert [entry.date.value for entry in found if "left the town hall" in entry.text] == [day]


@pytest.mark.parametrize(
    ("second", "day"),
    [
        ("Police arrested Ann Kirk at her home on Friday night.", "2017-06-09"),
        ("Police searched the home of Ann Kirk on Friday night.", "2017-06-11"),
        ("Police searched the home of Ann Kirk yesterday.", "2017-06-10"),
        ("Police searched the home of Ann Kirk yesterday, and a friend left today.", "2017-06-11"),
    ],
)
def test_lead_in_the_perfect_is_of_the_day_told_next(second: str, day: str) -> None:
    found = told(("2017-06-11", f"Harbury's mayor has been arrested over the sale of the pier.\n\n{second}"))
    assert [entry.date.value for entry in found if "has been arrested" in entry.text] == [day]


@pytest.mark.parametrize(("signer", "day"), [("Joe Hill of Orwell", "2017-06-11"), ("She", "2017-06-10")])
def test_lead_in_the_perfect_is_not_of_the_day_of_anothers_deed(signer: str, day: str) -> None:
    lead = "Ann Kirk, the mayor of Harbury, has signed the pact that ends the fishing dispute."
    found = told(("2017-06-11", f"{lead}\n\nThe council today called it hopeful. {signer} signed the pact yesterday."))
    assert [entry.date.value for entry in found if "has signed" in entry.text] == [day]


def test_what_a_court_has_heard_is_of_the_day_of_the_witness() -> None:
    lead = "Harbury's mayor took money for the pier, a court has heard."
    found = told(("2017-06-14", f"{lead}\n\nAnn Kirk's driver was testifying on Monday at the trial in Harbury."))
    assert [entry.date.value for entry in found if "has heard" in entry.text] == ["2017-06-12"]


def test_words_quoted_from_then_have_no_day_of_the_report() -> None:
    found = told(
        (
            "2017-06-13",
            'A dam burst at midnight on Monday. Hours earlier Ann Grant opened it. "Tonight we dance," she said.',
        )
    )
    assert "2017-06-13" not in {entry.date.start for entry in found}


def test_statement_made_then_is_not_of_the_reports_day() -> None:
    found = told(
        ("2017-06-13", 'The Harbury dam was built in 1987. "It will outlast us," Alice Grant told reporters then.')
    )
    assert not [entry for entry in found if "told reporters then" in entry.text]


def test_plan_for_next_thursday_is_kept_a_week_on() -> None:
    found = told(
        ("2017-06-13", "The channel said that its film on the singer Lola Marr will air next Thursday."),
        ("2017-06-24", "The film on the singer Lola Marr, which aired on Thursday, drew nine million viewers."),
    )
    assert ahead(found) == []
    assert [entry.status for entry in found if entry.date.value == "2017-06-22"] == ["happened"]
