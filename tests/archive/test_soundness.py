"""Damage inside an archive is found, named, and never taken for a fault of dateline."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from dateline.archive.following import Archive
from dateline.archive.soundness import faults
from dateline.cli import main
from dateline.errors import ArchiveError
from tests.archive.piles import FERRY, FERRY_LATER, VOTE, filled, write

EDITS = (
    ("UPDATE reports SET record = 'zz'", "reports.record"),
    ("UPDATE reports SET text = text || ' and more' WHERE id = 2", "reports 2: text is not as it was written"),
    ("UPDATE sources SET state = '[1'", "sources 1: state is not"),
    ("UPDATE annotations SET data = 7", "annotations.data: 3 values that are no blob"),
    ("UPDATE grouped SET links = -1", "grouped.links"),
    ("UPDATE grouped SET event = 77", "grouped reports without an event"),
    ("UPDATE grouping_vectors SET data = x'93ff00ff'", "grouping_vectors 1: data is not"),
    ("UPDATE settings SET value = 'x' WHERE name = 'told_reports'", "settings 'told_reports'"),
    ("UPDATE changes SET data = '[]'", None),
    ("DELETE FROM annotations", "reports without annotations"),
    ("DROP TABLE evidence", "evidence: this table is gone"),
    ("ALTER TABLE entries DROP COLUMN place", None),
)


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    filled(tmp_path, FERRY, VOTE).db.close()
    return tmp_path / "pile.db"


def edit(pile: Path, statement: str) -> bool:
    with sqlite3.connect(pile) as db:
        try:
            changed = db.execute(statement).rowcount
        except sqlite3.OperationalError:
            return False
    db.close()
    return changed != 0


def test_what_dateline_wrote_is_sound(pile: Path) -> None:
    with Archive.open(str(pile)) as archive:
        assert list(faults(archive.db)) == []
        write(pile.parent / "in", FERRY_LATER)
        archive.update()
        assert list(faults(archive.db)) == []


@pytest.mark.parametrize(("statement", "words"), EDITS)
def test_what_a_hand_has_changed_is_named(pile: Path, statement: str, words: str | None) -> None:
    if not edit(pile, statement):
        return
    with Archive.open(str(pile)) as archive:
        found = list(faults(archive.db))
    assert words is None or any(words in fault for fault in found), found


@pytest.mark.parametrize("statement", [statement for statement, _ in EDITS])
@pytest.mark.parametrize("command", ["update", "sources", "stories", "story", "verify"])
def test_a_command_on_a_changed_archive_ends_in_one_line(
    pile: Path, statement: str, command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(pile, statement)
    write(pile.parent / "in", FERRY_LATER)
    monkeypatch.setattr("sys.argv", ["dateline", command, str(pile)])
    with pytest.raises(SystemExit):
        main()
    said = capsys.readouterr().err
    assert "fault of dateline" not in said
    assert "Traceback" not in said


def test_a_fault_of_dateline_is_not_blamed_on_a_sound_archive(pile: Path) -> None:
    with pytest.raises(ZeroDivisionError), Archive.open(str(pile)):
        raise ZeroDivisionError
    edit(pile, "UPDATE grouped SET event = 77")
    with pytest.raises(ArchiveError, match="dateline verify pile"), Archive.open(str(pile)):
        raise ZeroDivisionError
