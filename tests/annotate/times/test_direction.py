from __future__ import annotations

import pytest

from dateline import times

PUBLISHED = "2011-10-26"  # a Wednesday
AHEAD, TODAY, BEHIND = "2011-10-31", "2011-10-26", "2011-10-24"


@pytest.mark.parametrize(
    "text",
    [
        "The court will rule Monday.",
        "The board is to meet Monday.",
        "The board is scheduled to meet Monday.",
        "The sale is set to close Monday.",
        "The sides are likely to sign Monday.",
        "The envoys meet separately Monday.",
        "The vote was postponed until Monday.",
        "The hearing has been moved to Monday.",
        "The hearing was adjourned to Monday.",
        "The team could arrive as early as Monday.",
        "She is flying to Lima on Monday.",
        "He said the council would decide Monday.",
        "He said that on Monday the council will decide.",
        "Asked whether the envoys Monday would vote, he smiled.",
        "The banks have been closed until Monday.",
        "They agreed to talk again before Monday, and will meet Monday.",
    ],
)
def test_weekday_lies_ahead_where_the_sentence_plans(text: str) -> None:
    assert times.find(text, published=PUBLISHED)[-1].value == AHEAD


@pytest.mark.parametrize(
    "text",
    [
        "The court ruled Monday.",
        "On Monday the court ruled that the sale will go ahead.",
        "He said Monday that the sale will go ahead.",
        "He told reporters Monday the sale will go ahead.",
        "The board could not meet Monday.",
        "The decision was announced Monday.",
        "They have been on strike since Monday.",
        "The report released Monday will be discussed.",
        "The man who was seized Monday will be tried.",
        "He had been due to leave Monday.",
    ],
)
def test_weekday_lies_behind_by_default(text: str) -> None:
    assert times.find(text, published=PUBLISHED)[0].value == BEHIND


@pytest.mark.parametrize("text", ["The court ruled Wednesday.", "The court will rule Wednesday."])
def test_weekday_of_the_report_is_its_own_day(text: str) -> None:
    assert times.find(text, published=PUBLISHED)[0].value == TODAY


def test_weekday_six_days_behind_is_tomorrow() -> None:
    assert times.find("The minister headed Thursday to Lima.", published=PUBLISHED)[0].value == "2011-10-27"


def test_weekday_six_days_behind_stays_where_yesterday_was_named() -> None:
    found = times.find("Aides said Tuesday that he had erred. He was told Thursday by his son.", published=PUBLISHED)
    assert [timex.value for timex in found] == ["2011-10-25", "2011-10-20"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He left in March.", "2011-03"),
        ("He will leave in March.", "2012-03"),
        ("He left in November.", "2011-11"),
        ("He left in December last year.", "2010-12"),
        ("The offer was extended to Nov. 16.", "2011-11-16"),
        ("The dividend is payable Dec. 7 to holders of record Nov. 22.", "2011-12-07"),
        ("The law is effective Feb. 1.", "2012-02-01"),
        ("It holds 500 shares, including 20 bought from Sept. 14.", "2011-09-14"),
        ("The talks are supposed to conclude by May.", "2012-05"),
        ("Profit rose in the fourth quarter of last year.", "2010-Q4"),
    ],
)
def test_month_without_year_goes_where_the_sentence_leans(text: str, value: str) -> None:
    assert times.find(text, published=PUBLISHED)[0].value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In 1918 the flu was mild at first, but in August it killed many.", "1918-08"),
        ("In 1918 the flu was mild; it will be back in December.", "2011-12"),
        ("In 2010 it was mild, but in August it killed many.", "2010-08"),
        ("The plant, built in 1987, closed in September.", "2011-09"),
        ("The bill bars transfers and gave money through November 30.", "2011-11-30"),
    ],
)
def test_month_takes_the_year_of_its_story(text: str, value: str) -> None:
    assert times.find(text, published="2011-10-28")[-1].value == value
