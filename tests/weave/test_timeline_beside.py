"""What a clause beside the main one tells is shown without the main one."""

from __future__ import annotations

import pytest

from dateline.pipeline import build
from dateline.read.reports import make_report


def lines(*rows: tuple[str, str]) -> dict[str, list[str]]:
    """Date -> what the lines of that date show."""
    found: dict[str, list[str]] = {}
    for entry in build(
        make_report(text, published=day, file=f"{n}.txt") for n, (day, text) in enumerate(rows, 1)
    ).entries:
        found.setdefault(entry.date.value, []).append(entry.text)
    return found


@pytest.mark.parametrize(
    ("sentence", "day", "shown"),
    [
        (
            "The council agreed on Monday to end the patrol that Harbury took over on March 3.",
            "2017-03-03",
            "[…] the patrol that Harbury took over on March 3.",
        ),
        (
            "Alice Grant, who founded the harbour firm in 2002, said the pier would be rebuilt.",
            "2002",
            "Alice Grant, who founded the harbour firm in 2002 […]",
        ),
        (
            "The pier had been guarded by soldiers since rebels stormed the harbour of Sandmouth in May.",
            "2017-05",
            "[…] rebels stormed the harbour of Sandmouth in May.",
        ),
        (
            "The harbour board praised the town's chief pilot, who said on Friday that the channel was silting up.",
            "2017-06-09",
            "[…] the town's chief pilot, who said on Friday that the channel was silting up.",
        ),
        (
            "The harbour board, which bought the old pier in May, plans to rebuild it.",
            "2017-05",
            "The harbour board, which bought the old pier in May […]",
        ),
        (
            "The council ended the search on Friday, a day after Alice Grant was rescued and carried ashore.",
            "2017-06-08",
            "[…] Alice Grant was rescued and carried ashore.",
        ),
        (
            "Harbury, a port of 9,000, is to decide on the pier following Mayor Kirk's death last week and a vote.",
            "2017-W23",
            "[…] Mayor Kirk's death last week […]",
        ),
        (
            "Officials signed a lease reached two weeks ago to run the ferry for ten years.",
            "2017-W22",
            "[…] a lease reached two weeks ago to run the ferry for ten years.",
        ),
    ],
)
def test_clause_beside_the_main_one_is_shown_alone(sentence: str, day: str, shown: str) -> None:
    assert lines(("2017-06-13", sentence)).get(day) == [shown]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Two ferries were searched on Monday after a pilot reported smoke near the pier.", "2017-06-12"),
        ("The ferry carried too many people when it sank on June 2, an inquiry found.", "2017-06-02"),
        ("Alice Grant said that the town had closed the pier on Monday.", "2017-06-12"),
    ],
)
def test_main_clause_of_the_day_stays(sentence: str, day: str) -> None:
    assert lines(("2017-06-13", sentence))[day] == [sentence]


def test_report_that_tells_it_by_itself_is_shown_before_one_that_mentions_it() -> None:
    found = lines(
        ("2017-06-16", "Ann Kirk praised the harbour lease which the Harbury council signed on Monday."),
        ("2017-06-14", "The Harbury council signed the harbour lease on Monday."),
    )
    assert found["2017-06-12"] == ["The Harbury council signed the harbour lease on Monday."]


def test_month_that_is_past_is_no_plan_for_it() -> None:
    found = lines(("2017-06-13", "It is the first ferry since the port was declared ready to open last month."))
    assert "2017-05" not in found


def test_clause_shown_alone_wants_no_sentence_before_it() -> None:
    text = "Ann Kirk spoke to the council. She praised the harbour act that became law in May 2011."
    assert lines(("2017-06-13", text))["2011-05"] == ["[…] the harbour act that became law in May 2011."]
