from __future__ import annotations

import io

import pytest
from rich.console import Console

from dateline.show.rows import (
    Rows,
    commitment_rows,
    difference_rows,
    figure_rows,
    people_rows,
    quotation_rows,
)
from dateline.show.tables import print_rows
from tests.show.stories import bridge


def printed(table: Rows, width: int = 80) -> str:
    out = io.StringIO()
    print_rows(table, Console(file=out, width=width, force_terminal=False, color_system=None))
    return out.getvalue()


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("rows", [commitment_rows, difference_rows, figure_rows, people_rows, quotation_rows])
def test_no_line_is_too_long_or_ends_in_blanks(rows: object, width: int) -> None:
    table = rows(bridge())  # type: ignore[operator]
    lines = printed(table, width).splitlines()
    assert lines
    assert all(len(line) <= width and line == line.rstrip() for line in lines)


def test_every_cell_is_shown() -> None:
    table = difference_rows(bridge())
    text = " ".join(printed(table).split())
    for row in table.rows:
        assert all(" ".join(cell.split()) in text for cell in row)


def test_dates_are_in_words() -> None:
    table = Rows("commitments", ("due", "state", "text", "outcome"), (
        ("2024-05-10", "open", "They will pay.", "no report says (last read: 2024-05-06)"),
        ("2024-05-10/2024-05-20", "kept", "They will go.", "They went."),
    ))  # fmt: skip
    text = printed(table)
    assert "10 May 2024     open" in text and "10–20 May 2024  kept" in text
    assert "(last read: 6 May 2024)" in text


def test_rows_of_one_heading_stand_together() -> None:
    table = Rows("quotations", ("date", "speaker", "text", "id"), (
        ("2024-05-10", "Ann Lee", "we go", "q1"), ("2024-05-11", "Ann Lee", "we stay", "q2"), ("", "Bo", "no", "q3"),
    ))  # fmt: skip
    assert printed(table).count("Ann Lee") == 1


def test_outcome_in_the_same_sentence_is_not_said_twice() -> None:
    table = Rows(
        "commitments", ("due", "state", "text", "outcome"), (("", "changed", "It is put off.", "It is put off."),)
    )
    assert printed(table).count("It is put off.") == 1


def test_unknown_table_is_printed_too() -> None:
    assert "b2" in printed(Rows("things", ("a", "b"), (("a1", "b2"),)))


def test_no_rows_say_so() -> None:
    assert printed(Rows("figures", ("a",), ())) == "No figures found.\n"
