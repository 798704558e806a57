"""Annotations in the archive, with the version that made them and the names that search looks up."""

from __future__ import annotations

import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from dateline.archive.reports import plain, restored
from dateline.model.annotations import Annotated, Annotations
from dateline.text.name_forms import fold

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Annotations)
SEARCHED = ("person", "organisation", "place")
"""The kinds of name that a report can be searched by."""


QUICK = 1
"""Compression level: a tenth of the bytes for a tenth of a millisecond; more costs time and gains little."""
_PLAIN = b"\x87"
"""How annotations begin that an older dateline stored as they are."""


def encode(notes: Annotations) -> bytes:
    return zlib.compress(_encoder.encode(notes), QUICK)


def decode(data: bytes) -> Annotations:
    """What :func:`encode` made."""
    return _decoder.decode(data if data.startswith(_PLAIN) else zlib.decompress(data))


def names_in(annotated: Annotated) -> list[tuple[str, str, int]]:
    """The names of a report in their folded form, with kind and how often they stand there."""
    text = annotated.report.text
    counts: Counter[tuple[str, str]] = Counter()
    for mention in annotated.notes.mentions:
        if mention.kind in SEARCHED and (name := fold(text[mention.start : mention.end])):
            counts[(name, mention.kind)] += 1
    return [(name, kind, count) for (name, kind), count in sorted(counts.items())]


def keep(
    db: sqlite3.Connection,
    number: int,
    data: bytes,
    names: Iterable[tuple[str, str, int]],
    version: str,
    *,
    fresh: bool = False,
) -> None:
    """Stores a report's encoded annotations and its names in place of older ones. ``fresh``: there are none."""
    db.execute(
        """INSERT INTO annotations (report, version, data) VALUES (?, ?, ?)
        ON CONFLICT (report) DO UPDATE SET version = excluded.version, data = excluded.data""",
        (number, version, data),
    )
    if not fresh:
        db.execute("DELETE FROM names WHERE report = ?", (number,))
    named = [(plain(name) or "", kind, count) for name, kind, count in names]
    db.executemany(
        "INSERT INTO names (name, kind, report, mentions) VALUES (?, ?, ?, ?)",
        [(name, kind, number, count) for name, kind, count in named],
    )
    db.executemany(
        "INSERT OR IGNORE INTO name_ends (last, name) VALUES (?, ?)",
        [(name.rsplit(" ", 1)[-1], name) for name, *_ in named],
    )


def annotated(db: sqlite3.Connection, numbers: Iterable[int]) -> Iterator[tuple[int, Annotated]]:
    """Reports with their annotations."""
    query = """SELECT reports.record, reports.text, (SELECT min(place) FROM found WHERE report = reports.id),
        annotations.data FROM reports JOIN annotations ON annotations.report = reports.id WHERE reports.id = ?"""
    for number in numbers:
        row = db.execute(query, (number,)).fetchone()
        if row is not None:
            yield number, Annotated(restored(*row[:3]), decode(row[3]))


_OTHERS = "annotations WHERE version < ?1 OR version > ?1"
"""What another version made, by the index of versions, which costs by what it finds. With <> all would be looked at,
and in the table's own order too, hence the plus below."""


def outdated(db: sqlite3.Connection, version: str, limit: int) -> list[int]:
    """Up to ``limit`` reports whose annotations are missing or were made by another version, highest number first."""
    rows = db.execute(f"SELECT report FROM {_OTHERS} ORDER BY +report DESC LIMIT ?2", (version, limit))
    found = [row[0] for row in rows]
    if _missing(db):
        rows = db.execute("SELECT id FROM reports WHERE id NOT IN (SELECT report FROM annotations) ORDER BY id DESC")
        found = sorted([*found, *(row[0] for row in rows)], reverse=True)
    return found[:limit]


def count_outdated(db: sqlite3.Connection, version: str) -> int:
    """How many reports have no annotations of this version."""
    return int(db.execute(f"SELECT count(*) FROM {_OTHERS}", (version,)).fetchone()[0]) + _missing(db)


def _missing(db: sqlite3.Connection) -> int:
    """How many reports have no annotations at all."""
    query = "SELECT (SELECT count(*) FROM reports) - (SELECT count(*) FROM annotations)"
    return int(db.execute(query).fetchone()[0])
