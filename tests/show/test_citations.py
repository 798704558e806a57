from __future__ import annotations

import pytest

from dateline.show.citations import Citer, in_marks, paragraphs
from tests.show.stories import POST, at, bridge


def test_citation_names_source_day_title_and_paragraph() -> None:
    document = bridge()
    cite = Citer(document).cite(at(document.reports[0], "She said engineers would report by the end of the month."))
    assert cite.line == (
        "“She said engineers would report by the end of the month.” — Harbour Post, 3 May 2024, "
        "“Ostervik closes its harbour bridge”, para. 2"
    )


def test_citation_says_that_a_date_is_inferred() -> None:
    document = bridge()
    assert "7 May 2024 (date inferred)" in Citer(document).cite(at(document.reports[2], "two piers")).line


def test_citation_on_the_web_carries_a_text_fragment() -> None:
    document = bridge()
    long = Citer(document).cite(
        at(document.reports[1], "The bridge, built in the 1960s, carries about 9,000 cars a day.")
    )
    assert long.address == (
        "https://fjord.example/bridge?x=1#:~:text=The%20bridge%2C%20built%20in%20the,about%209%2C000%20cars%20a%20day."
    )
    assert long.line.endswith(long.address)
    short = Citer(document).cite(at(document.reports[1], "in a pier"))
    assert short.address == "https://fjord.example/bridge?x=1#:~:text=in%20a%20pier"


def test_heading_has_no_paragraph_number() -> None:
    document = bridge()
    assert Citer(document).cite(at(document.reports[0], "Ostervik closes its harbour bridge")).para is None


def test_paragraphs_cover_the_text_and_count_from_the_story() -> None:
    found = paragraphs(POST)
    assert [number for _, _, number in found] == [None, None, 1, 2, 3]
    assert "".join(POST[start:end] for start, end, _ in found) == POST.replace("\n\n", "")


def test_paragraphs_without_blank_lines_are_the_long_lines() -> None:
    text = "\n".join(
        ["A line that holds a whole paragraph of a report, as many feeds and data sets have them. " * 2] * 3
    )
    assert [number for _, _, number in paragraphs(text)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("We go", "“We go”"),
        ('"We go"', '"We go"'),
        ("“We go”", "“We go”"),
        ('"We go," he said. "Now."', '“"We go," he said. "Now."”'),
        ("two\n  lines", "“two lines”"),
    ],
)
def test_words_get_one_pair_of_marks(words: str, marked: str) -> None:
    assert in_marks(words) == marked
