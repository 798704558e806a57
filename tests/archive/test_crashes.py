"""Whatever happens to a run, nothing is lost or doubled, and the next one goes on."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from benchmarks.kill import dump, trial
from benchmarks.made_reports import write as write_made
from dateline.archive import ingest, reports
from dateline.archive.connection import connect, transaction
from dateline.archive.following import Archive
from dateline.errors import ArchiveError
from tests.archive.piles import FERRY, filled


def test_killed_ingests_end_in_the_same_state(tmp_path: Path) -> None:
    assert trial(tmp_path, kills=5, reports=40, seed=3) == (5, 0)


def test_a_full_disk_is_said_and_the_next_run_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "STORED", 10)
    write_made(tmp_path / "in.jsonl", 60)
    with Archive.create(str(tmp_path / "whole")) as whole:
        whole.add([str(tmp_path / "in.jsonl")])
    archive = Archive.create(str(tmp_path / "pile"))
    pages = archive.db.execute("PRAGMA page_count").fetchone()[0]
    archive.db.execute(f"PRAGMA max_page_count = {pages + 40}")
    with archive, pytest.raises(ArchiveError, match="disk is full"):
        archive.add([str(tmp_path / "in.jsonl")])
    with Archive.open(str(tmp_path / "pile")) as again:
        assert 0 < reports.count(again.db) < 60
        again.add([str(tmp_path / "in.jsonl")])
    assert dump(tmp_path / "pile.db") == dump(tmp_path / "whole.db")


def test_a_locked_archive_is_said(tmp_path: Path) -> None:
    with filled(tmp_path, FERRY) as archive, transaction(archive.db):
        other = connect(archive.path, patience=0.05)
        with pytest.raises(ArchiveError, match="being written by another run"), transaction(other):
            pass
        assert reports.count(other) == reports.count(archive.db)  # a reader is not held up
        other.close()


def test_two_runs_at_once_store_each_report_once(tmp_path: Path) -> None:
    write_made(tmp_path / "in.jsonl", 40)
    Archive.create(str(tmp_path / "pile")).db.close()

    def add(_: int) -> None:
        with Archive.open(str(tmp_path / "pile")) as archive:
            archive.add([str(tmp_path / "in.jsonl")])

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(add, range(2)))
    with Archive.open(str(tmp_path / "pile")) as archive:
        keys = archive.db.execute("SELECT count(*), count(DISTINCT key) FROM reports").fetchone()
        assert keys[0] == keys[1]
        assert archive.db.execute("SELECT count(*) FROM grouping_waiting").fetchone() == (0,)
        assert archive.db.execute("SELECT count(*) FROM grouped").fetchone()[0] == keys[0]
    dump(tmp_path / "pile.db")


def test_a_file_of_another_program_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as db:
        db.execute("CREATE TABLE things (id)")
    db.close()
    with pytest.raises(ArchiveError, match="no archive of ours"):
        Archive.open(str(tmp_path / "other"))
    (tmp_path / "text.db").write_text("no database at all, but long enough to be looked at", encoding="utf-8")
    with pytest.raises(ArchiveError, match="damaged or no database"):
        Archive.open(str(tmp_path / "text"))
