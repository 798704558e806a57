"""Ids of stories stay through growth; merges and splits leave a trace."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from dateline.archive import reports
from dateline.archive.following import Archive
from dateline.archive.stories import current, renumber, traces
from dateline.read import make_report


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with Archive.create(str(tmp_path / "pile")) as archive:
        yield archive.db


def regroup(db: sqlite3.Connection, groups: Mapping[int, list[int]]) -> dict[int, str | None]:
    """Puts reports (by number) into groups, as the grouping would, and gives the id of each one's story."""
    for group, members in groups.items():
        db.execute("INSERT OR REPLACE INTO grouping_events (id, story) VALUES (?, ?)", (group, group))
        for number in members:
            if not db.execute("SELECT 1 FROM reports WHERE id = ?", (number,)).fetchone():
                added, _ = reports.add(db, make_report(f"Report {number}.", source="Wire"))
                assert added == number
            db.execute(
                """INSERT INTO grouped (report, event, links, back) VALUES (?, ?, x'', x'')
                ON CONFLICT (report) DO UPDATE SET event = excluded.event""",
                (number, group),
            )
    renumber(db)
    return dict(db.execute("SELECT report, story FROM grouped").fetchall())


def test_a_report_alone_has_no_story(db: sqlite3.Connection) -> None:
    assert regroup(db, {1: [1]}) == {1: None}


def test_a_story_that_grows_keeps_its_id(db: sqlite3.Connection) -> None:
    before = regroup(db, {1: [1, 2]})
    after = regroup(db, {7: [1, 2, 3]})
    assert set(after.values()) == {before[1]}
    assert traces(db) == []


def test_the_story_with_fewer_reports_points_to_the_one_it_became_part_of(db: sqlite3.Connection) -> None:
    before = regroup(db, {1: [1, 2, 3], 2: [4, 5]})
    large, small = before[1], before[4]
    after = regroup(db, {1: [1, 2, 3, 4, 5]})
    assert set(after.values()) == {large}
    assert [tuple(trace) for trace in traces(db)] == [("merged", small, large, 2)]
    assert current(db, small or "") == large


def test_the_larger_part_of_a_story_that_falls_apart_keeps_the_id(db: sqlite3.Connection) -> None:
    before = regroup(db, {1: [1, 2, 3, 4, 5]})
    after = regroup(db, {1: [1, 2, 3], 2: [4, 5]})
    assert after[1] == before[1] != after[4]
    assert [tuple(trace) for trace in traces(db)] == [("split", before[1], after[4], 2)]
    counts = dict(db.execute("SELECT id, reports FROM stories").fetchall())
    assert counts == {after[1]: 3, after[4]: 2}


def test_every_view_can_be_read(db: sqlite3.Connection) -> None:
    views = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
    assert views
    for view in views:
        db.execute(f"SELECT * FROM {view}").fetchall()
