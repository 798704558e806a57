"""Pages of thirty kinds of outlet: every date and title right, every text at least 0.95."""

from __future__ import annotations

import pytest

from benchmarks.html_pages import PAGES, Score, f1, scores


@pytest.fixture(scope="module")
def made() -> list[Score]:
    return scores()


def test_dates_titles_and_texts_of_thirty_layouts(made: list[Score]) -> None:
    assert len(made) == len(list(PAGES.glob("*.html"))) == 30
    assert [one.name for one in made if not (one.date and one.title and one.f1 >= 0.95)] == []


def test_nothing_of_the_page_around_stays_in_a_place_of_the_text(made: list[Score]) -> None:
    for one in made:
        assert one.report
        assert "<" not in one.report.text and "{" not in one.report.text


def test_f1_counts_words() -> None:
    assert f1("one two", "one two") == 1.0
    assert f1("one two", "one three") == 0.5
    assert f1("", "one") == 0.0
