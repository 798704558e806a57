"""Taking reports in: stored, and grouped window by window while more come."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.made_reports import made_reports
from dateline.archive import ingest
from dateline.archive.following import Archive
from dateline.archive.ingest import Intake, group_waiting
from dateline.model.report import Report
from dateline.read.reports import make_report

MADE = 90


class _StopError(Exception):
    pass


@pytest.fixture(autouse=True)
def small_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ingest, "WINDOW", 32)
    monkeypatch.setattr(ingest, "GROUPED", 8)
    monkeypatch.setattr(ingest, "STORED", 5)


def reports() -> list[Report]:
    return [make_report(**row) for row in made_reports(MADE)]  # type: ignore[arg-type]


def groups(archive: Archive) -> list[Any]:
    return archive.db.execute("SELECT report, event, story, links, back FROM grouped ORDER BY report").fetchall()


def undisturbed(folder: Path) -> list[Any]:
    with Archive.create(str(folder / "undisturbed")) as archive:
        Intake(archive.db).store(reports())
        group_waiting(archive.db)
        return groups(archive)


def test_full_windows_are_grouped_while_more_is_stored(tmp_path: Path) -> None:
    with Archive.create(str(tmp_path / "pile")) as archive:
        counts: list[int] = []
        taken = Intake(archive.db).store(reports(), on_grouped=counts.append)
        assert counts == [8, 8, 8, 7, 8, 8, 8, 8]  # numbers 1 to 31, 32 to 63
        assert sum(counts) + group_waiting(archive.db) == taken.new


@pytest.mark.parametrize("stop", [3, 31, 32, 47, 70])
def test_a_stopped_intake_ends_up_as_an_undisturbed_one(tmp_path: Path, stop: int) -> None:
    def stopping() -> Iterator[Report]:
        yield from reports()[:stop]
        raise _StopError

    with Archive.create(str(tmp_path / "stopped")) as archive:
        with pytest.raises(_StopError):
            Intake(archive.db).store(stopping())
        Intake(archive.db).store(reports())
        group_waiting(archive.db)
        found = groups(archive)
    assert found == undisturbed(tmp_path)


def test_what_another_run_wrote_between_two_batches_is_read(tmp_path: Path) -> None:
    with Archive.create(str(tmp_path / "pile")) as mine, Archive.open(str(tmp_path / "pile")) as other:
        Intake(mine.db).store(reports())
        turns = ingest._Grouping(mine.db), ingest._Grouping(other.db)
        while turns[0].some() and turns[1].some():
            pass
        found = groups(mine)
    assert found == undisturbed(tmp_path)
