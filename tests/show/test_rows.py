"""Parts of a story as rows: table, CSV, JSON, calendar."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json

import icalendar
import pytest

from dateline.model.dates import date_span
from dateline.model.evidence import Evidence, cite
from dateline.model.report import Publication, Report
from dateline.model.story import (
    FORMAT,
    Commitment,
    CommitmentState,
    Difference,
    Entity,
    Figure,
    FigureValue,
    Generated,
    Quotation,
    Role,
    StoryDocument,
    StoryReport,
    Version,
)
from dateline.show import rows
from dateline.show.ics import calendar

TEXT = (
    '"=We will pay by Friday," Ines Marti, head of the port, said on Monday. '
    "The port says 12 cranes stand idle. The work is to end by the end of the year. A review is planned."
)


def place(words: str) -> tuple[Evidence, ...]:
    start = TEXT.index(words)
    return (cite(Report("r1", TEXT, ""), start, start + len(words)),)


def plan(number: int, state: CommitmentState, words: str, due: str | None) -> Commitment:
    return Commitment(
        f"c{number}",
        "plan",
        "n1",
        words,
        date_span("2024-05-06"),
        date_span(due) if due else None,
        (),
        state,
        place(words),
    )


@pytest.fixture(scope="module")
def document() -> StoryDocument:
    report = StoryReport(
        "r1", "in/a.txt", None, "Port News", None, (), None, "en",
        Publication(date=dt.date(2024, 5, 6)), None, None, "0" * 64, TEXT,
    )  # fmt: skip
    person = Entity(
        "n1",
        "Ines Marti",
        "person",
        ("Marti",),
        (Role("head of the port", place("head of the port")),),
        2,
        place("Ines Marti"),
    )
    said = Quotation(
        "q1",
        "n1",
        "Ines Marti",
        "direct",
        "=We will pay by Friday",
        date_span("2024-05-06"),
        "affirmed",
        place("We will pay"),
    )
    cranes = FigureValue(12, "at least", 15, None, None, place("12 cranes stand idle"))
    twelve, idle = Version("12", place("12 cranes")), Version("idle", place("idle"))
    return StoryDocument(
        FORMAT, "Port", Generated("dateline 0", {}, "2024-05-06"), (report,), (), (person,), (said,),
        (
            plan(1, "open", "We will pay by Friday", "2024-05-10"),
            plan(2, "open", "is to end by the end of the year", "2024"),
            plan(3, "unknown", "A review is planned", None),
            plan(4, "kept", "12 cranes stand idle", "2024-05-01"),
        ),
        (Figure("f1", "cranes", None, (cranes,)),),
        (Difference("d1", "cranes", "figure", (twelve, idle), "later count"),), (),
    )  # fmt: skip


def test_quotation_rows_name_speaker_day_and_report(document: StoryDocument) -> None:
    (row,) = rows.quotation_rows(document).rows
    assert row == ("2024-05-06", "Ines Marti", "direct", "affirmed", "“=We will pay by Friday”", "a.txt", "q1")


def test_people_rows_hold_aliases_and_roles(document: StoryDocument) -> None:
    assert rows.people_rows(document).rows == (("Ines Marti", "Marti", "head of the port", "2", "a.txt", "n1"),)


def test_commitment_rows_stop_at_the_due_day(document: StoryDocument) -> None:
    assert [row[-1] for row in rows.commitment_rows(document).rows] == ["c2", "c4", "c1", "c3"]
    assert [row[-1] for row in rows.commitment_rows(document, dt.date(2024, 5, 31)).rows] == ["c4", "c1"]
    assert "no report says (last read: 2024-05-06)" in rows.commitment_rows(document).rows[0]


def test_figure_rows_write_bound_and_range(document: StoryDocument) -> None:
    assert rows.figure_rows(document).rows[0][:2] == ("cranes", "at least 12 to 15")


def test_difference_rows_have_one_row_a_version(document: StoryDocument) -> None:
    assert [row[2] for row in rows.difference_rows(document).rows] == ["12", "idle"]


def test_csv_reads_back_and_guards_formulas(document: StoryDocument) -> None:
    table = rows.Rows("x", ("a", "b"), (('=1+1, "x"', "é\n"),))
    assert list(csv.reader(io.StringIO(rows.as_csv(table), newline=""))) == [["a", "b"], ['\'=1+1, "x"', "é\n"]]


def test_json_is_one_object_a_row(document: StoryDocument) -> None:
    assert json.loads(rows.as_json(rows.people_rows(document)))[0]["name"] == "Ines Marti"


def test_calendar_holds_open_plans_with_a_day_and_names_the_others(document: StoryDocument) -> None:
    data, left_out = calendar(document)
    found = icalendar.Calendar.from_ical(data)
    events = [(e["SUMMARY"], e["DTSTART"].dt, e["DTEND"].dt) for e in found.walk("VEVENT")]
    assert events == [
        ("We will pay by Friday", dt.date(2024, 5, 10), dt.date(2024, 5, 11)),
        ("is to end by the end of the year", dt.date(2024, 12, 31), dt.date(2025, 1, 1)),
    ]
    assert left_out == 1
    assert "A review is planned" in found["X-WR-CALDESC"]
    assert calendar(document)[0] == data
