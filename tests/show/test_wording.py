from __future__ import annotations

from typing import get_args

import pytest

from dateline.model.annotations import Bound, Status
from dateline.model.story import CommitmentState, StoryReport
from dateline.show.wording import (
    BOUND_WORDS,
    STATE_MEANING,
    STATUS_MEANING,
    amount_text,
    joined,
    number_text,
    plural,
    report_name,
    report_names,
)
from tests.show.stories import POST, report


def test_every_status_state_and_bound_has_words() -> None:
    assert set(STATUS_MEANING) == set(get_args(Status))
    assert set(STATE_MEANING) == set(get_args(CommitmentState))
    assert set(BOUND_WORDS) == set(get_args(Bound))


@pytest.mark.parametrize(
    ("value", "text"),
    [(26000, "26,000"), (4.5, "4.5"), (0, "0"), (1.75e9, "1.75 billion"), (55e6, "55 million"), (1234567, "1,234,567")],
)
def test_number_reads_as_people_write_it(value: float, text: str) -> None:
    assert number_text(value) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [(4e8, "USD", "$400 million"), (12, "%", "12%"), (30, "km", "30 km"), (-3, "GBP", "-£3"), (9, None, "9")],
)
def test_amount_carries_its_unit(value: float, unit: str | None, text: str) -> None:
    assert amount_text(value, unit) == text


def test_plural_and_joined() -> None:
    assert plural(1, "report") == "1 report"
    assert plural(1200, "entry", "entries") == "1,200 entries"
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"]) == "a, b and c"
    assert joined([]) == ""


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"source": "Harbour Post"}, "Harbour Post"),
        ({"source": None, "url": "https://www.fjord.example/a"}, "fjord.example"),
        ({"source": None, "file": "a\\b\\c.txt"}, "c.txt"),
        ({"source": None, "file": None}, "r1"),
    ],
)
def test_report_is_called_by_the_best_that_is_known(fields: dict[str, str | None], name: str) -> None:
    source = fields.pop("source")
    assert report_name(report(1, POST, source, None, **fields)) == name


def rows(*files: str) -> list[StoryReport]:
    return [report(number, POST, None, None, file=file) for number, file in enumerate(files, 1)]


def test_report_names_of_rows_of_one_file_are_their_numbers() -> None:
    assert report_names(rows("feeds/wire.jsonl:3", "feeds/wire.jsonl:8")) == {"r1": "report 3", "r2": "report 8"}


def test_report_names_of_rows_of_two_files_keep_the_file() -> None:
    assert report_names(rows("a.jsonl:1", "b.jsonl:1")) == {"r1": "a.jsonl:1", "r2": "b.jsonl:1"}
