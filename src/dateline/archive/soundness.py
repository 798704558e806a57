"""Whether an archive holds what dateline wrote: looked at where something in it cannot be read, and by ``verify``.

A file that was cut or overwritten is found by SQLite itself. What another program or a hand has changed in a row is
found here, and named, so that nobody takes it for a fault of dateline or goes on with half a story.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from functools import lru_cache

import msgspec

from dateline.archive import notes
from dateline.archive.schema import MIGRATIONS
from dateline.archive.weaving import unpacked_lean
from dateline.model.report import Report

_KINDS = {"INTEGER": ("integer",), "TEXT": ("text",), "BLOB": ("blob",), "REAL": ("real", "integer")}
_COUNTERS = frozenset(("count", "next_event", "next_story", "vectored", "regrouped"))
_report = msgspec.msgpack.Decoder(Report).decode
_sums = msgspec.msgpack.Decoder(dict[int, float]).decode
_counts = msgspec.msgpack.Decoder(dict[int, int]).decode


def faults(db: sqlite3.Connection) -> Iterator[str]:
    """Yields what is wrong with an archive, each in a few words; nothing where it is sound."""
    yield from (f"the file: {words}" for (words,) in db.execute("PRAGMA quick_check(20)") if words != "ok")
    columns = _columns()
    lacking = [name for name in columns if not _has(db, name)]
    yield from (f"{name}: this table is gone" for name in lacking)
    for table in columns.keys() - set(lacking):
        yield from _odd_values(db, table, columns[table])
    for table, row, _, _ in db.execute("PRAGMA foreign_key_check"):
        yield f"{table}, row {row}: it belongs to something that is gone"
    for table, column, read in _READ:
        if table not in lacking:
            yield from _unreadable(db, table, column, read)
    if not {"reports", "grouped", "grouping_events", "grouping_vectors", "grouping_stories"} & set(lacking):
        yield from _torn(db)


@lru_cache(maxsize=1)
def _columns() -> dict[str, dict[str, tuple[str, ...]]]:
    """Table -> column -> the kinds of value that it may hold, as a new archive has them."""
    with closing(sqlite3.connect(":memory:")) as made:
        for step in MIGRATIONS:
            for statement in step.statements:
                made.execute(statement)
        names = made.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'reports_fts%' ORDER BY name"
        ).fetchall()
        return {
            name: {
                row[1]: (*_KINDS[row[2]], *(() if row[3] or row[5] else ("null",)))
                for row in made.execute(f"PRAGMA table_info({name})")
            }
            for (name,) in names
        }


def _has(db: sqlite3.Connection, table: str) -> bool:
    return db.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone() is not None


def _odd_values(db: sqlite3.Connection, table: str, columns: dict[str, tuple[str, ...]]) -> Iterator[str]:
    here = {row[1] for row in db.execute(f"PRAGMA table_info({table})")}
    for column, kinds in columns.items():
        if column not in here:
            yield f"{table}: the column {column} is gone"
            continue
        marks = ", ".join("?" * len(kinds))
        (count,) = db.execute(f"SELECT count(*) FROM {table} WHERE typeof({column}) NOT IN ({marks})", kinds).fetchone()
        if count:
            yield f"{table}.{column}: {count} values that are no {kinds[0]}"


def _unreadable(db: sqlite3.Connection, table: str, column: str, read: Callable[..., object]) -> Iterator[str]:
    key = next(row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[5])
    for number, *values in db.execute(f"SELECT {key}, {column} FROM {table}"):
        if values[0] is None:
            continue
        try:
            read(*values)
        except Exception:  # whatever a reader raises, it could not read it
            yield f"{table} {number!r}: {column.split(',')[0]} is not as it was written"


def _json(kind: type) -> Callable[[str], None]:
    def read(text: str) -> None:
        if not isinstance(json.loads(text), kind):
            raise ValueError(text)

    return read


def _pairs(data: bytes) -> None:
    if len(data) % 8:
        raise ValueError(len(data))


def _ordinal(day: int) -> None:
    date.fromordinal(day)


def _notes(data: bytes) -> None:
    notes.decode(data)


def _same_text(text: str, digest: str) -> None:
    # What no encoding has was replaced by question marks when the text was stored.
    if "?" not in text and hashlib.sha256(text.encode()).hexdigest() != digest:
        raise ValueError(digest)


def _setting(name: str, value: str) -> None:
    if name.startswith("told_"):
        int(value)


def _counter(name: str, value: int) -> None:
    if name not in _COUNTERS or value < 0:
        raise ValueError(name)


_READ: tuple[tuple[str, str, Callable[..., object]], ...] = (
    ("reports", "record", _report),
    ("reports", "text, sha256", _same_text),
    ("reports", "published", date.fromisoformat),
    ("annotations", "data", _notes),
    ("stories", "document", unpacked_lean),
    ("sources", "mapping", _json(dict)),
    ("sources", "state", _json(dict)),
    ("changes", "data", _json(dict)),
    ("settings", "name, value", _setting),
    ("arrived", "report", _report),
    ("grouped", "links", _sums),
    ("grouped", "back", _sums),
    ("grouped", "day", _ordinal),
    ("grouping_stories", "links", _sums),
    ("grouping_terms", "parts", _counts),
    ("grouping_vectors", "data", _pairs),
    ("grouping_index", "data", _pairs),
    ("grouping_counters", "name, value", _counter),
)
"""Table, columns and what reads them; it raises where they are not as they were written."""


def _torn(db: sqlite3.Connection) -> Iterator[str]:
    """What belongs together and does not."""
    for words, query in (
        (
            "reports without annotations",
            "SELECT 1 FROM reports LEFT JOIN annotations ON report = id WHERE report IS NULL",
        ),
        (
            "reports that no story could get",
            "SELECT 1 FROM reports LEFT JOIN grouped ON report = id WHERE report IS NULL",
        ),
        (
            "grouped reports without an event",
            "SELECT 1 FROM grouped WHERE event <> 0 AND event NOT IN (SELECT id FROM grouping_events)",
        ),
        (
            "grouped reports without their terms",
            "SELECT 1 FROM grouped WHERE event <> 0 AND report NOT IN (SELECT report FROM grouping_vectors)",
        ),
        (
            "events without their story",
            "SELECT 1 FROM grouping_events WHERE story NOT IN (SELECT id FROM grouping_stories)",
        ),
    ):
        (count,) = db.execute(f"SELECT count(*) FROM ({query})").fetchone()
        if count:
            yield f"{count} {words}"
