"""What could not be read, with place and reason, so that nothing is dropped in silence."""

from __future__ import annotations

import sqlite3

from dateline.archive.reports import plain
from dateline.model.problem import Problem


def note(db: sqlite3.Connection, problem: Problem) -> None:
    """Keeps a problem; the same one is kept once. Notes, which lose nothing, are not kept."""
    if problem.level != "note":
        db.execute(
            "INSERT OR IGNORE INTO rejected (place, level, reason) VALUES (?, ?, ?)",
            (plain(problem.where), problem.level, plain(problem.message)),
        )


def is_kept(db: sqlite3.Connection, problem: Problem) -> bool:
    """Whether this very problem was met before."""
    query = "SELECT 1 FROM rejected WHERE place = ? AND reason = ?"
    return db.execute(query, (plain(problem.where), plain(problem.message))).fetchone() is not None


def rejected(db: sqlite3.Connection) -> list[Problem]:
    """The problems in order of place."""
    rows = db.execute("SELECT place, level, reason FROM rejected ORDER BY place, id")
    return [Problem(*row) for row in rows]
