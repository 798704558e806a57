"""Migrations: looking never writes, each step is taken once and whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from dateline.archive.migrations import applied, migrate, pending
from dateline.archive.schema import MIGRATIONS, Migration
from dateline.errors import ArchiveError


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    yield connection
    connection.close()


def tables(db: sqlite3.Connection) -> set[str]:
    return {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_looking_at_what_is_pending_writes_nothing(db: sqlite3.Connection) -> None:
    assert [step.number for step in pending(db)] == [step.number for step in MIGRATIONS]
    assert not tables(db)


def test_migrations_are_numbered_from_one() -> None:
    assert [step.number for step in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))


def test_migrating_twice_changes_nothing(db: sqlite3.Connection) -> None:
    migrate(db)
    before = db.total_changes
    migrate(db)
    assert (db.total_changes, pending(db)) == (before, [])


def test_a_step_that_fails_leaves_nothing_of_itself(db: sqlite3.Connection) -> None:
    steps = (Migration(1, "good", ("CREATE TABLE a (x)",)), Migration(2, "bad", ("CREATE TABLE b (x)", "CREATE b")))
    with pytest.raises(sqlite3.OperationalError):
        migrate(db, steps)
    assert (applied(db), tables(db)) == (1, {"migrations", "a"})


def test_an_archive_of_a_newer_version_is_refused(db: sqlite3.Connection) -> None:
    migrate(db)
    db.execute("INSERT INTO migrations VALUES (999, 'from the future')")
    with pytest.raises(ArchiveError, match="made by a newer dateline"):
        migrate(db)


def test_an_older_archive_keeps_what_it_has(db: sqlite3.Connection) -> None:
    migrate(db, MIGRATIONS[:5])
    db.execute("INSERT INTO reports (key, sha256, published_basis, text, record) VALUES ('k', 's', 'unknown', ?, x'')",
               ("The road\nwas closed.",))  # fmt: skip
    migrate(db)
    assert db.execute("SELECT key, label FROM reports").fetchall() == [("k", "The road was closed.…")]
    for words in ("road", "roa*"):
        assert db.execute("SELECT rowid FROM reports_fts WHERE reports_fts MATCH ?", (words,)).fetchall() == [(1,)]
