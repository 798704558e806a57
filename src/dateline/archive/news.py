"""Changes kept until somebody was told: a run that is killed before it printed them tells them the next time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import msgspec

from dateline.archive.changes import Change
from dateline.archive.connection import transaction


def record(db: sqlite3.Connection, found: Iterable[Change], *, told: bool) -> None:
    """Stores changes; inside the transaction that made them."""
    db.executemany(
        "INSERT INTO changes (story, kind, day, text, data, told) VALUES (?, ?, ?, ?, ?, ?)",
        [(c.story, c.kind, c.day, c.text, msgspec.json.encode(c).decode(), told) for c in found],
    )


def untold(db: sqlite3.Connection) -> list[Change]:
    """What nobody was told yet, in the order in which it came about."""
    return _read(db, "SELECT id, data FROM changes WHERE NOT told ORDER BY id", ())


def latest(db: sqlite3.Connection, count: int) -> list[Change]:
    """The latest changes, newest first, told or not."""
    return _read(db, "SELECT id, data FROM changes ORDER BY id DESC LIMIT ?", (count,))


def mark_told(db: sqlite3.Connection, found: Iterable[Change]) -> None:
    """Notes that these were told; inside the transaction in which that was done."""
    db.executemany("UPDATE changes SET told = 1 WHERE id = ?", [(change.number,) for change in found])


RUNNING = 60
"""Days. A story whose last report is no older than this against the archive's newest runs still: its plans fall due
while nobody writes, by the newest report's day. An older story is judged for its own last day."""


def note_due(db: sqlite3.Connection, as_of: str | None, *, told: bool) -> None:
    """Records the open plans that have fallen due and were not told of before.

    ``as_of``: the ISO day for which all are judged; by default the day of the newest report, for stories that run.
    """
    with transaction(db):
        rows = db.execute(
            """SELECT commitments.story, commitments.id, text, due_last, stories.title FROM commitments
            JOIN stories ON stories.id = commitments.story
            WHERE commitments.state = 'open' AND NOT told_due AND stories.state = 'open'
            AND due_last <= coalesce(?1, CASE WHEN julianday(?2) - julianday(last_day) <= ?3 THEN ?2 ELSE last_day END)
            ORDER BY due_last, commitments.story, commitments.id""",
            (as_of, newest_day(db), RUNNING),
        ).fetchall()
        record(db, [Change("plan due", story, text, title, day=due) for story, _, text, due, title in rows], told=told)
        db.executemany("UPDATE commitments SET told_due = 1 WHERE story = ? AND id = ?", [row[:2] for row in rows])


def note_traces(db: sqlite3.Connection, *, told: bool) -> None:
    """Records the merges and splits of stories since the last time."""
    with transaction(db):
        seen = _watermark(db, "told_traces")
        rows = db.execute(
            """SELECT story_traces.id, what, story, other, story_traces.reports, stories.title FROM story_traces
            JOIN stories ON stories.id = other WHERE story_traces.id > ? ORDER BY story_traces.id""",
            (seen,),
        ).fetchall()
        found = []
        for _, what, story, other, count, title in rows:
            if what == "merged":
                text = f"{story} turned out to be part of {other} ({count} reports)"
                found.append(Change("stories merged", other, text, title, before=story, after=other))
            else:
                text = f"{count} reports of {story} turned out to belong to {other}"
                found.append(Change("story split", other, text, title, before=story, after=other))
        record(db, found, told=told)
        if rows:
            _set_watermark(db, "told_traces", rows[-1][0])


def note_alone(db: sqlite3.Connection, *, told: bool) -> None:
    """Records the reports that came since the last time and belong to no story yet."""
    with transaction(db):
        seen = _watermark(db, "told_reports")
        rows = db.execute(
            """SELECT reports.id, title, substr(text, 1, 80), source, published FROM reports
            JOIN grouped ON grouped.report = reports.id
            WHERE reports.id > ? AND +grouped.story IS NULL ORDER BY reports.id""",
            (seen,),
        ).fetchall()
        record(
            db,
            [
                Change(
                    "new report", None, title or " ".join(head.split()), day=day, sources=(source,) if source else ()
                )
                for _, title, head, source, day in rows
            ],
            told=told,
        )
        (last,) = db.execute("SELECT coalesce(max(id), 0) FROM reports").fetchone()
        if last > seen:
            _set_watermark(db, "told_reports", last)


def newest_day(db: sqlite3.Connection) -> str | None:
    """The day of the newest report."""
    day: str | None = db.execute("SELECT max(published) FROM reports").fetchone()[0]
    return day


def _read(db: sqlite3.Connection, query: str, values: tuple[int, ...]) -> list[Change]:
    rows = db.execute(query, values)
    return [msgspec.structs.replace(msgspec.json.decode(data, type=Change), number=number) for number, data in rows]


def _watermark(db: sqlite3.Connection, name: str) -> int:
    row = db.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
    return int(row[0]) if row else 0


def _set_watermark(db: sqlite3.Connection, name: str, value: int) -> None:
    db.execute("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)", (name, str(value)))
