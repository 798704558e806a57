"""Whatever happens to a run, nothing is lost or doubled, and the next one goes on."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from benchmarks.kill import dump, trial
from benchmarks.made_reports import write as write_made
from dateline.archive import ingest, reports
from dateline.archive.connection import connect, transaction
from dateline.archive.following import Archive
from dateline.errors import ArchiveError
from dateline.model.problem import Problem
from tests.archive.piles import FERRY, FERRY_LATER, filled, write


def test_killed_ingests_end_in_the_same_state(tmp_path: Path) -> None:
    assert trial(tmp_path, kills=5, reports=40, seed=3) == (5, 0)


def test_a_full_disk_is_said_and_the_next_run_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "TAKEN", 10)
    write_made(tmp_path / "in.jsonl", 60)
    with Archive.create(str(tmp_path / "whole")) as whole:
        whole.add([str(tmp_path / "in.jsonl")])
    archive = Archive.create(str(tmp_path / "pile"))
    pages = archive.db.execute("PRAGMA page_count").fetchone()[0]
    archive.db.execute(f"PRAGMA max_page_count = {pages + 40}")
    with archive, pytest.raises(ArchiveError, match="disk is full"):
        archive.add([str(tmp_path / "in.jsonl")])
    with Archive.open(str(tmp_path / "pile")) as again:
        assert reports.count(again.db) < 60
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
        assert archive.db.execute("SELECT count(*) FROM arrived").fetchone() == (0,)
        assert archive.db.execute("SELECT count(*) FROM grouped").fetchone()[0] == keys[0]
    dump(tmp_path / "pile.db")


def test_two_updates_at_once_tell_each_change_once(tmp_path: Path) -> None:
    filled(tmp_path, FERRY).db.close()
    write(tmp_path / "in", FERRY_LATER)
    both = Barrier(2)

    def update(_: int) -> list[int]:
        with Archive.open(str(tmp_path / "pile")) as archive:
            archive.update()
            both.wait()
            with archive.telling() as changes:
                return [change.number for change in changes]

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(update, range(2))
    assert sorted([len(first), len(second)])[0] == 0
    assert first + second


def test_what_was_not_told_to_the_end_is_told_again(tmp_path: Path) -> None:
    with filled(tmp_path, FERRY) as archive:
        write(tmp_path / "in", FERRY_LATER)
        archive.update()
        with pytest.raises(BrokenPipeError), archive.telling() as changes:
            raise BrokenPipeError
        with archive.telling() as again:
            assert again == changes


def test_a_power_cut_leaves_whole_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "KEPT", 10)
    monkeypatch.setattr(ingest, "TAKEN", 10)
    write_made(tmp_path / "in.jsonl", 40)
    with Archive.create(str(tmp_path / "pile")) as archive:
        archive.db.execute("PRAGMA wal_autocheckpoint = 0")
        archive.add([str(tmp_path / "in.jsonl")])
        database, log = ((tmp_path / f"pile.db{end}").read_bytes() for end in ("", "-wal"))
    wanted = dump(tmp_path / "pile.db")
    for number in range(12):
        # The log as the disk had it at that moment: torn anywhere, even inside a page.
        cut = (number + 1) * len(log) // 12 - 7 * number
        (tmp_path / f"cut{number}.db").write_bytes(database)
        (tmp_path / f"cut{number}.db-wal").write_bytes(log[:cut])
        with Archive.open(str(tmp_path / f"cut{number}")) as archive:
            assert reports.count(archive.db) % 10 == 0 or reports.count(archive.db) == wanted_count(wanted)
            if number % 4 == 3:
                archive.add([str(tmp_path / "in.jsonl")])
        rows = dump(tmp_path / f"cut{number}.db")
        assert number % 4 != 3 or rows == wanted


def wanted_count(rows: list[str]) -> int:
    return sum(row.startswith("reports ") for row in rows)


def test_a_reader_sees_the_same_state_while_a_writer_goes_on(tmp_path: Path) -> None:
    with filled(tmp_path, FERRY) as archive:
        reader = connect(archive.path)
        reader.execute("BEGIN")
        before = reports.count(reader)
        write(tmp_path / "in", FERRY_LATER)
        archive.update()
        assert reports.count(reader) == before
        reader.execute("COMMIT")
        assert reports.count(reader) == before + 1
        reader.close()


def test_workers_of_a_killed_run_end_with_it(tmp_path: Path) -> None:
    write_made(tmp_path / "in.jsonl", 400)
    code = f"from dateline.archive.following import Archive\nArchive.create({str(tmp_path / 'pile')!r})"
    run = f"{code}.add([{str(tmp_path / 'in.jsonl')!r}], workers=2, progress=lambda *_: print('on', flush=True))"
    (tmp_path / "run.py").write_text(
        "if __name__ == '__main__':\n" + "".join(f"    {line}\n" for line in run.splitlines()), encoding="utf-8"
    )
    child = subprocess.Popen([sys.executable, str(tmp_path / "run.py")], stdout=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.readline()
    child.kill()
    # The workers hold the pipe too: it ends when they do.
    started = time.monotonic()
    child.communicate(timeout=30)
    assert time.monotonic() - started < 25


def test_a_file_of_another_program_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as db:
        db.execute("CREATE TABLE things (id)")
    db.close()
    with pytest.raises(ArchiveError, match="no archive of ours"):
        Archive.open(str(tmp_path / "other"))
    (tmp_path / "text.db").write_text("no database at all, but long enough to be looked at", encoding="utf-8")
    with pytest.raises(ArchiveError, match="damaged or no database"):
        Archive.open(str(tmp_path / "text"))


@pytest.mark.parametrize(
    ("table", "column"), [("annotations", "data"), ("reports", "record"), ("stories", "document"), ("reports", "text")]
)
def test_damage_inside_is_said(tmp_path: Path, table: str, column: str) -> None:
    filled(tmp_path, FERRY).db.close()
    db = sqlite3.connect(tmp_path / "pile.db")
    db.execute(f"UPDATE {table} SET {column} = CAST(x'93ff00ff' AS {'TEXT' if column == 'text' else 'BLOB'})")
    db.commit()
    db.close()
    said = "is damaged|did not write"
    with pytest.raises(ArchiveError, match=said), Archive.open(str(tmp_path / "pile")) as archive:
        write(tmp_path / "in", FERRY_LATER)
        archive.update()


@pytest.mark.parametrize("name", ["", ".", "..", "in/", "a\0b", ".db"])
def test_what_is_no_name_makes_no_archive(name: str) -> None:
    with pytest.raises(ArchiveError, match="expected the name of an archive"):
        Archive.create(name)


def test_a_folder_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "pile.db").mkdir()
    with pytest.raises(ArchiveError, match="is a folder"):
        Archive.open(str(tmp_path / "pile"))


def test_what_cannot_be_written_can_still_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(tmp_path, FERRY).db.close()
    for end in ("-wal", "-shm"):
        (tmp_path / f"pile.db{end}").unlink(missing_ok=True)
    monkeypatch.setattr("dateline.archive.connection.is_writable", lambda _: False)
    with Archive.open(str(tmp_path / "pile")) as archive:
        assert reports.count(archive.db) == 2
        assert archive.update().changes == []
        write(tmp_path / "in", FERRY_LATER)
        with pytest.raises(ArchiveError, match="cannot be written"):
            archive.update()


def test_a_file_whose_name_is_no_text_is_read(tmp_path: Path) -> None:
    name = os.fsdecode(bytes(tmp_path) + b"/\xff\xfe.txt")
    with Archive.create(str(tmp_path / "pile")) as archive:
        problems: list[Problem] = []
        archive.add([name], on_problem=problems.append)
        assert [problem.level for problem in problems] == ["rejected"]
        Path(name).write_text("The road near Gorsk was closed on Monday.", encoding="utf-8")
        assert archive.add([name], on_problem=problems.append).new == 1
        assert problems[-1].level == "warning"
        assert archive.add([str(tmp_path)]).known == 1
        assert archive.update().changes == []
