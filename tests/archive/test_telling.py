"""Changes in words: what says the same is one line."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.archive.changes import Change
from dateline.archive.telling import as_text
from dateline.cli.update import in_words

HEARING = "A hearing that had been set for July 18 has been postponed until August 1, prosecutors said"


def change(kind: Any = "new entry", text: str = HEARING, **more: Any) -> Change:
    return Change(kind, "s1", text, "Hearing put off", **more)


def test_a_sentence_of_several_days_is_one_line() -> None:
    told = as_text(
        [
            change(text=HEARING + " […]", day="2011-07-11", weight=0.5, status="said"),
            change(text=HEARING + " on Monday.", day="2011-08-01", weight=0.9, status="planned"),
        ]
    )
    assert told == f"Hearing put off (s1)\n  New: 2011-08-01 (also 2011-07-11): {HEARING} on Monday.\n"


@pytest.mark.parametrize(
    "other",
    [
        change("plan due"),
        change(text="Another line that has nothing to do with it at all."),
        change(sources=("Reuters",)),
        change(text="A hearing"),
    ],
)
def test_what_differs_is_a_line_of_its_own(other: Change) -> None:
    assert len(as_text([change(), other]).splitlines()) == 3


def test_stories_come_one_after_another() -> None:
    other = Change("new story", "s2", "2 reports", "Tram plan falls")
    told = as_text([change(text="One."), other, change(text="Two.")]).splitlines()
    assert told == [
        "Hearing put off (s1)",
        "  New: One.",
        "  New: Two.",
        "Tram plan falls (s2)",
        "  New story: 2 reports",
    ]


def test_lines_are_broken_for_a_screen() -> None:
    told = as_text([change(day="2011-07-11")], width=40).splitlines()
    assert max(map(len, told)) <= 40
    assert all(line.startswith("      ") for line in told[2:])


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2011-10-28", "28 Oct 2011"),
        ("2011-10", "Oct 2011"),
        ("2011-10-24/2011-10-30", "24–30 Oct 2011"),
        ("../x", "../x"),
    ],
)
def test_dates_are_put_in_words(edtf: str, words: str) -> None:
    assert in_words(edtf) == words


def test_a_moved_date_shows_both() -> None:
    told = as_text([change("date moved", "The road opened.", before="2011-10", after="2011-10-28")], in_words)
    assert "  Date moved: Oct 2011 → 28 Oct 2011: The road opened." in told
