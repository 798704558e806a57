"""Search: every filter by itself, and what a careless query does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.archive.following import Archive
from dateline.archive.passages import passage, phrase, terms
from dateline.archive.search import Query, search
from dateline.archive.stories import listed
from tests.archive.piles import FERRY, FERRY_LATER, VOTE, filled


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with filled(Path(tmp_path_factory.mktemp("search")), FERRY, FERRY_LATER, VOTE) as made:
        yield made


@pytest.mark.parametrize(
    ("query", "days"),
    [
        (Query("ferry Aurora"), {"2024-03-02", "2024-03-03", "2024-03-05"}),
        (Query('"voted down"'), {"2024-03-04"}),
        (Query("tow*"), {"2024-03-02", "2024-03-03", "2024-03-05"}),
        (Query(person="Holm"), {"2024-03-02", "2024-03-03", "2024-03-05"}),
        (Query(person="Hugo Iversen"), {"2024-03-04"}),
        (Query("ferry", source="wire"), {"2024-03-03"}),
        (Query(first="2024-03-04"), {"2024-03-04", "2024-03-05"}),
        (Query("ferry", last="2024-03-02"), {"2024-03-02"}),
        (Query("zeppelin"), set()),
        (Query(limit=1), {"2024-03-05"}),
    ],
)
def test_search_finds(archive: Archive, query: Query, days: set[str]) -> None:
    assert {hit.published for hit in search(archive.db, query)} == days


def test_search_in_a_story(archive: Archive) -> None:
    story = listed(archive.db)[0].id
    assert {hit.story for hit in search(archive.db, Query(story=story))} == {story}


def test_the_passage_shows_the_match(archive: Archive) -> None:
    (hit,) = search(archive.db, Query("tram mayor"))
    assert "[tram]" in hit.passage


@given(st.text(max_size=40))
def test_no_words_break_a_query(words: str) -> None:
    import sqlite3

    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE t USING fts5 (x)")
    if match := phrase(words):
        db.execute("SELECT * FROM t WHERE t MATCH ?", (match,)).fetchall()
    db.close()


@pytest.mark.parametrize(
    ("text", "query", "shown"),
    [
        ("The ferry ran aground.", "ferry", "The [ferry] ran aground."),
        ("Müller sprach in Łódź.", "muller", "[Müller] sprach in Łódź."),
        ("The no-fly zone held.", '"no fly" zon*', "The [no-fly] [zone] held."),
        ("The resolution was one.", "resol*", "The [resolution] was one."),
        ("The ferry ran aground.", "tram", "The ferry ran aground."),
        ("word " * 40 + "ferry" + " word" * 40, "ferry", None),
    ],
)
def test_a_passage_shows_the_match(text: str, query: str, shown: str | None) -> None:
    found = passage(text, terms(query))
    assert found == shown if shown else (found[0] == found[-1] == "…" and " [ferry] " in found and len(found) < 140)


@given(st.text(max_size=300), st.text(max_size=30))
def test_any_passage_is_one_line_of_the_text(text: str, query: str) -> None:
    found = passage(text, terms(query))
    assert "\n" not in found
    assert len(found) <= len(text) + 2 + 2 * (len(text) + 1)
