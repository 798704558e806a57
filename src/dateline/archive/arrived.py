"""Reports that were read and wait for their turn: kept on the disk, so that a pile of any size can be taken in oldest
first, whatever the order in which its files and feeds gave it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

import msgspec

from dateline.archive import reports
from dateline.model.report import Report

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Report).decode


def keep(db: sqlite3.Connection, report: Report) -> bool:
    """Keeps a report that the archive does not have, with the places where it was found; whether it is new.

    Of two with one key, which differ in what they state beside their text, the older one stays.
    """
    key = reports.key_of(report)
    places = [(key, reports.plain(place)) for place in reports.places_of(report)]
    db.executemany("INSERT OR IGNORE INTO arrived_places (key, place) VALUES (?, ?)", places)
    day = report.day.isoformat() if report.day else ""
    values = (not day, day, key, _encode(reports.storable(report)))
    known = db.execute("SELECT undated, day, report FROM arrived WHERE key = ?", (key,)).fetchone()
    if known is None:
        db.execute("INSERT INTO arrived (undated, day, key, report) VALUES (?, ?, ?, ?)", values)
    elif (values[0], values[1], values[3]) < known:
        db.execute("UPDATE arrived SET undated = ?, day = ?, report = ?4 WHERE key = ?3", values)
    return known is None


def waiting(db: sqlite3.Connection) -> list[int]:
    """The numbers of those that wait, oldest first."""
    return [row[0] for row in db.execute("SELECT id FROM arrived ORDER BY undated, day, key")]


def get(db: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[Report]:
    """Those of the reports that still wait."""
    for number in numbers:
        row = db.execute("SELECT report FROM arrived WHERE id = ?", (number,)).fetchone()
        if row is not None:
            yield _decode(row[0])


def take(db: sqlite3.Connection, key: str) -> list[str] | None:
    """Ends the waiting of a report; where it was found. None where another run took it."""
    if not db.execute("DELETE FROM arrived WHERE key = ?", (key,)).rowcount:
        return None
    places = [row[0] for row in db.execute("SELECT place FROM arrived_places WHERE key = ? ORDER BY place", (key,))]
    db.execute("DELETE FROM arrived_places WHERE key = ?", (key,))
    return places
