"""What could not be read, with place and reason, so that nothing is dropped in silence."""

from __future__ import annotations

import sqlite3

from dateline.model.problem import Problem


def note(db: sqlite3.Connection, problem: Problem) -> None:
    """Keeps a problem; the same one is kept once. Notes, which lose nothing, are not kept."""
    if problem.level != "note":
        db.execute(
            "INSERT OR IGNORE INTO rejected (place, level, reason) VALUES (?, ?, ?)",
            (problem.where, problem.level, problem.message),
        )


def rejected(db: sqlite3.Connection) -> list[Problem]:
    """The problems in order of place."""
    rows = db.execute("SELECT place, level, reason FROM rejected ORDER BY place, id")
    return [Problem(*row) for row in rows]
