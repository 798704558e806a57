"""Taking reports in: kept as they are read, then stored and grouped oldest first, batch by batch."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from benchmarks.made_reports import made_reports
from dateline.archive import arrived, grouping, ingest, notes, reports
from dateline.archive.following import Archive
from dateline.archive.ingest import Intake, take_in
from dateline.archive.work import version
from dateline.group.stories import grouper, shelf
from dateline.model.problem import Problem
from dateline.model.report import Report
from dateline.read.reports import make_report

MADE = 90


class _StopError(Exception):
    pass


@pytest.fixture(autouse=True)
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "KEPT", 5)
    monkeypatch.setattr(ingest, "TAKEN", 8)
    for module in (ingest, grouper):
        monkeypatch.setattr(module, "RELEARNED", 32)


def made() -> list[Report]:
    return [make_report(**row) for row in made_reports(MADE)]  # type: ignore[arg-type]


def taken_in(folder: Path, found: Sequence[Report], name: str = "undisturbed") -> list[Any]:
    with Archive.create(str(folder / name)) as archive:
        Intake(archive.db).keep(found)
        take_in(archive.db)
        return groups(archive)


def groups(archive: Archive) -> list[Any]:
    return archive.db.execute(
        """SELECT reports.id, key, grouped.day, event, grouped.story, links, back, stories.reports, first_day, last_day
        FROM grouped JOIN reports ON reports.id = grouped.report LEFT JOIN stories ON stories.id = grouped.story
        ORDER BY reports.id"""
    ).fetchall()


def test_what_is_read_waits_until_it_is_taken_in(tmp_path: Path) -> None:
    with Archive.create(str(tmp_path / "pile")) as archive:
        taken = Intake(archive.db).keep(made())
        assert (reports.count(archive.db), len(arrived.waiting(archive.db))) == (0, taken.new)
        assert take_in(archive.db) == taken.new
        assert (reports.count(archive.db), arrived.waiting(archive.db)) == (taken.new, [])


def test_the_first_reports_are_grouped_together_and_later_ones_as_they_come(tmp_path: Path) -> None:
    counts: list[int] = []
    with Archive.create(str(tmp_path / "pile")) as archive:
        taken = Intake(archive.db).keep(made())
        take_in(archive.db, on_grouped=counts.append)
    assert counts[:2] == [32, 8]
    assert sum(counts) == taken.new


@pytest.mark.parametrize("seed", range(3))
def test_the_order_in_which_a_pile_is_read_does_not_matter(tmp_path: Path, seed: int) -> None:
    shuffled = made()
    random.Random(seed).shuffle(shuffled)
    assert taken_in(tmp_path, shuffled, "shuffled") == taken_in(tmp_path, made())


def test_of_two_findings_of_one_report_the_older_stays_whichever_comes_first(tmp_path: Path) -> None:
    texts = [
        make_report("The dam held.", source="Wire", published=day, file=day) for day in ("2024-03-02", "2024-03-01")
    ]
    for name, found in (("first", texts), ("second", texts[::-1])):
        with Archive.create(str(tmp_path / name)) as archive:
            assert Intake(archive.db).keep(found).new == 1
            take_in(archive.db)
            assert archive.db.execute("SELECT published FROM reports").fetchall() == [("2024-03-01",)]
            assert len(archive.db.execute("SELECT place FROM found").fetchall()) == 2


@pytest.mark.parametrize("stop", [3, 31, 32, 47, 70])
def test_a_reading_that_was_stopped_ends_up_as_an_undisturbed_one(tmp_path: Path, stop: int) -> None:
    def stopping() -> Iterator[Report]:
        yield from made()[:stop]
        raise _StopError

    with Archive.create(str(tmp_path / "stopped")) as archive:
        with pytest.raises(_StopError):
            Intake(archive.db).keep(stopping())
        Intake(archive.db).keep(made())
        take_in(archive.db)
        found = groups(archive)
    assert found == taken_in(tmp_path, made())


@pytest.mark.parametrize("stop", [0, 1, 3, 4, 5, 8])
def test_a_taking_in_that_was_stopped_ends_up_as_an_undisturbed_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: int
) -> None:
    batches = 0

    def stopping(self: Any, batch: Any) -> None:
        nonlocal batches
        batches += 1
        if batches > stop:
            raise _StopError
        real(self, batch)

    real = ingest._Grouping._group
    with Archive.create(str(tmp_path / "stopped")) as archive:
        Intake(archive.db).keep(made())
        with monkeypatch.context() as patched:
            patched.setattr(ingest._Grouping, "_group", stopping)
            with pytest.raises(_StopError):
                take_in(archive.db)
        take_in(archive.db)
        found = groups(archive)
    assert found == taken_in(tmp_path, made())


def test_what_another_run_wrote_between_two_batches_is_read(tmp_path: Path) -> None:
    with Archive.create(str(tmp_path / "pile")) as mine, Archive.open(str(tmp_path / "pile")) as other:
        Intake(mine.db).keep(made())
        turn = [0]

        def in_between(_: int) -> None:
            turn[0] += 1
            if turn[0] == 2:
                take_in(other.db)

        take_in(mine.db, on_grouped=in_between)
        rows = groups(mine)
        assert len(rows) == len({key for _, key, *_ in rows})
        assert mine.db.execute("SELECT count(*) FROM grouping_vectors").fetchone() == (len(rows),)


def test_how_much_is_held_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = taken_in(tmp_path, made())
    for name in ("ITEMS", "VECTORS", "EVENTS", "STORIES", "TERMS", "PARTS"):
        monkeypatch.setattr(grouping, name, 4)
    monkeypatch.setattr(shelf, "TABLES", 2)
    assert taken_in(tmp_path, made(), "little held") == wanted


def test_reports_without_a_place_are_placed_and_keep_their_stories(tmp_path: Path) -> None:
    with Archive.create(str(tmp_path / "pile")) as archive:
        Intake(archive.db).keep(made())
        take_in(archive.db)
        before = {key: story for _, key, _, _, story, *_ in groups(archive)}
        archive.db.execute("UPDATE grouped SET event = 0, links = x'80', back = x'80'")
        for table in ("counters", "events", "stories", "terms", "index", "vectors"):
            archive.db.execute(f"DELETE FROM grouping_{table}")
        assert take_in(archive.db) == len(before)
        after = {key: story for _, key, _, _, story, *_ in groups(archive)}
    same = sum(after[key] == story for key, story in before.items())
    assert same > 0.9 * len(before)


def test_what_another_version_annotated_is_redone_a_part_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest, "MOST_REDONE", 40)
    monkeypatch.setattr(ingest, "REDONE", 16)
    with Archive.create(str(tmp_path / "pile")) as archive:
        Intake(archive.db).keep(made())
        count = take_in(archive.db)
        archive.db.execute("UPDATE annotations SET version = 'older'")
        steps: list[int] = []
        said: list[Problem] = []
        assert ingest.redo_outdated(archive.db, on_redone=steps.append) == count - 40
        assert steps == [16, 16, 8]
        (newest,) = archive.db.execute("SELECT version FROM annotations WHERE report = ?", (count,)).fetchone()
        assert newest == version()
        archive.update(on_problem=said.append)
        assert ["still annotated as an older dateline did" in problem.message for problem in said] == [True] * (
            count > 80
        )
        archive.update()
        assert ingest.redo_outdated(archive.db) == 0


def test_a_redoing_that_was_stopped_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "REDONE", 16)

    def stopping(_: int) -> None:
        raise _StopError

    with Archive.create(str(tmp_path / "pile")) as archive:
        Intake(archive.db).keep(made())
        count = take_in(archive.db)
        archive.db.execute("UPDATE annotations SET version = 'older'")
        with pytest.raises(_StopError):
            ingest.redo_outdated(archive.db, on_redone=stopping)
        query = "SELECT count(*) FROM annotations WHERE version = 'older'"
        assert archive.db.execute(query).fetchone() == (count - 16,)
        ingest.redo_outdated(archive.db)
        assert archive.db.execute(query).fetchone() == (0,)


def test_missing_and_outdated_annotations_are_counted_newest_first(tmp_path: Path) -> None:
    with Archive.create(str(tmp_path / "pile")) as archive:
        Intake(archive.db).keep(made())
        last = take_in(archive.db)
        assert (notes.outdated(archive.db, version(), 9), notes.count_outdated(archive.db, version())) == ([], 0)
        archive.db.execute("UPDATE annotations SET version = 'older' WHERE report IN (3, ?)", (last,))
        archive.db.execute("DELETE FROM annotations WHERE report = 7")
        assert notes.outdated(archive.db, version(), 9) == [last, 7, 3]
        assert notes.outdated(archive.db, version(), 2) == [last, 7]
        assert notes.count_outdated(archive.db, version()) == 3


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT report FROM {notes._OTHERS} ORDER BY +report DESC",
        "SELECT id FROM stories WHERE state = 'open' AND stale ORDER BY id",
    ],
)
def test_what_an_update_looks_for_is_looked_up(tmp_path: Path, query: str) -> None:
    with Archive.create(str(tmp_path / "pile")) as archive:
        values = ("x",) * ("?1" in query)
        plan = [row[3] for row in archive.db.execute(f"EXPLAIN QUERY PLAN {query}", values)]
    assert any("INDEX" in step for step in plan)
    assert not {"SCAN annotations", "SCAN stories"} & set(plan)
