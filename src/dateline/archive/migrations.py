"""Bringing an archive's tables up to date. Looking never writes; each step is one transaction with its record."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from dateline.archive.connection import transaction
from dateline.archive.schema import MIGRATIONS, Migration
from dateline.errors import ArchiveError


def applied(db: sqlite3.Connection) -> int:
    """The number of the last step that an archive has; 0 for a new file."""
    known = db.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'").fetchone()
    return int(db.execute("SELECT coalesce(max(number), 0) FROM migrations").fetchone()[0]) if known else 0


def pending(db: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> list[Migration]:
    """The steps that are still to be taken. Raises ArchiveError for an archive of a newer dateline."""
    have = applied(db)
    newest = migrations[-1].number
    if have > newest:
        raise ArchiveError(
            f"the archive was made by a newer dateline (schema {have}, this one knows {newest}); update dateline"
        )
    return [step for step in migrations if step.number > have]


def migrate(db: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Takes the pending steps. Two runs at once take each of them once."""
    for step in pending(db, migrations):
        with transaction(db):
            db.execute("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL)")
            if applied(db) >= step.number:
                continue
            for statement in step.statements:
                db.execute(statement)
            db.execute("INSERT INTO migrations (number, name) VALUES (?, ?)", (step.number, step.name))
