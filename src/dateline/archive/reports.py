"""Reports in the archive: keyed by what they say and who says it, never by the name of a file."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from dateline.model.report import Report

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Report)
KEY_LENGTH = 32
"""Hex digits, 128 bits: two reports never share a key by chance."""

ADDRESS = ("http://", "https://")

ID_LENGTH = 16
"""Hex digits of the key that serve as the report's id while it is worked on."""


def key_of(report: Report) -> str:
    """A digest of text and source (its address, else who published it); the same report found twice has one key."""
    origin = report.url or report.source or ""
    return hashlib.sha256(f"{report.sha256}\0{origin}".encode("utf-8", "surrogatepass")).hexdigest()[:KEY_LENGTH]


def known(db: sqlite3.Connection, key: str) -> int | None:
    """The number of the report with this key."""
    row = db.execute("SELECT id FROM reports WHERE key = ?", (key,)).fetchone()
    return int(row[0]) if row else None


def add(db: sqlite3.Connection, report: Report, places: Iterable[str] | None = None) -> tuple[int, bool]:
    """Stores a report; its number, and whether it is new. Where it was found is noted either way.

    ``places``: where it was found, if that is not what it says itself.
    """
    key = key_of(report)
    number = known(db, key)
    fresh = number is None
    if number is None:
        number = _insert(db, key, report)
    note_places(db, number, places_of(report) if places is None else places)
    return number, fresh


def note_places(db: sqlite3.Connection, number: int, places: Iterable[str]) -> None:
    """Notes where a report was found."""
    rows = [(number, plain(place)) for place in places]
    db.executemany("INSERT OR IGNORE INTO found (report, place) VALUES (?, ?)", rows)


def places_of(report: Report) -> list[str]:
    """Where a report was found: its own address, or its file; and the address that led to its own."""
    led = report.file if (report.file or "").startswith(ADDRESS) else None
    return [place for place in dict.fromkeys((report.url or report.file, led)) if place]


def at_address(db: sqlite3.Connection, address: str) -> list[Report]:
    """The reports found at an address, without their texts."""
    rows = db.execute(
        "SELECT record FROM found JOIN reports ON reports.id = found.report WHERE found.place = ? ORDER BY reports.id",
        (plain(address),),
    )
    return [_decoder.decode(record) for (record,) in rows]


def _insert(db: sqlite3.Connection, key: str, report: Report) -> int:
    published = report.published
    # The text has its own column; the record holds the rest, so that a report comes back with every field.
    record = storable(_known_as(report, key[:ID_LENGTH]))
    row = {
        "key": key,
        "sha256": report.sha256,
        "title": plain(report.title),
        "source": plain(report.source),
        "url": plain(report.url),
        "authors": json.dumps(list(report.authors)),
        "place": plain(report.dateline),
        "language": report.language,
        "published": published.date.isoformat() if published.date else None,
        "published_edtf": published.edtf,
        "published_basis": published.basis,
        "updated": report.updated,
        "captured": report.captured,
        "text": plain(report.text),
        "record": _encoder.encode(record),
    }
    columns = ", ".join(row)
    marks = ", ".join(f":{name}" for name in row)
    done = db.execute(f"INSERT INTO reports ({columns}) VALUES ({marks})", row)
    assert done.lastrowid is not None
    return done.lastrowid


def get(db: sqlite3.Connection, numbers: Iterable[int]) -> Iterator[tuple[int, Report]]:
    """The reports with these numbers, in their order; ``file`` is the first place where each was found."""
    query = """SELECT record, text, (SELECT min(place) FROM found WHERE report = reports.id)
        FROM reports WHERE id = ?"""
    for number in numbers:
        row = db.execute(query, (number,)).fetchone()
        if row is not None:
            yield number, restored(*row)


def restored(record: bytes, text: str, place: str | None) -> Report:
    """The report as it was read."""
    report = _decoder.decode(record)
    return msgspec.structs.replace(report, text=text, file=None if report.url else place)


def count(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT count(*) FROM reports").fetchone()[0])


def numbers_of(db: sqlite3.Connection, story: str) -> Sequence[int]:
    """The reports of a story, ascending."""
    return [row[0] for row in db.execute("SELECT report FROM grouped WHERE story = ? ORDER BY report", (story,))]


def plain(text: str | None) -> str | None:
    """Text that can be stored: lone surrogates, which no encoding has, become question marks of the same length."""
    if text is None or text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text


def _known_as(report: Report, name: str) -> Report:
    """The report without its text and its file's name, under another id, which its reasons name too."""
    because = tuple(msgspec.structs.replace(place, report=name) for place in report.published.because)
    published = msgspec.structs.replace(report.published, because=because)
    return msgspec.structs.replace(report, id=name, text="", file=None, published=published)


def storable(report: Report) -> Report:
    """The report as it can be stored, without its file's name, which is kept apart."""
    because = tuple(
        msgspec.structs.replace(place, quote=plain(place.quote) or "") for place in report.published.because
    )
    return msgspec.structs.replace(
        report,
        file=None,
        text=plain(report.text),
        published=msgspec.structs.replace(report.published, because=because),
        title=plain(report.title),
        source=plain(report.source),
        url=plain(report.url),
        dateline=plain(report.dateline),
        authors=tuple(plain(author) or "" for author in report.authors),
    )
