"""Wrapping: quick where letters are one column wide, and the same as Rich's everywhere."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

from dateline.show.wrapping import _starts, _starts_by_cells, print_block

WORDS = st.text(alphabet="ab c“é”-", max_size=80)


@given(WORDS, st.integers(20, 30), st.integers(20, 30))
def test_the_quick_way_breaks_lines_where_rich_does(plain: str, first: int, rest: int) -> None:
    quick = _starts(plain, first, rest)
    if quick is None or not plain.strip():
        return
    slow = _starts_by_cells(Console(file=io.StringIO(), width=100), Text(plain), first, rest)
    ends = [*quick[1:], len(plain)], [*slow[1:], len(plain)]
    lines = [[plain[a:b].strip() for a, b in zip(s, e, strict=True)] for s, e in zip((quick, slow), ends, strict=True)]
    assert lines[0] == lines[1]


def test_wide_letters_count_as_two_columns() -> None:
    out = io.StringIO()
    print_block(Console(file=out, width=20), Text("ab 日本語日本語日本語 cd"), indent=0, hang=2)
    assert max(map(len, out.getvalue().splitlines())) <= 14


def test_other_lines_hang_further_in() -> None:
    out = io.StringIO()
    print_block(Console(file=out, width=30), Text("one two three four five six seven eight"), indent=2, hang=2)
    assert out.getvalue() == "  one two three four five six\n    seven eight\n"
