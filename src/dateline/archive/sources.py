"""Where an archive's reports come from, so that an update can look there again.

A source has a kind and an address: ``path`` is a file or folder; ``list`` is a file that names feeds; ``feed`` and
``page`` are asked for over the network, and which of the two an address is shows when it first answers. Standard input
is no source: it cannot be read again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from dateline.archive.reports import plain

PATH = "path"
FEED = "feed"
PAGE = "page"
LIST = "list"
ON_DISK = frozenset((PATH, LIST))
"""Kinds that are looked at without a network."""


class Source(NamedTuple):
    """One source. ``mapping``: our field -> the name that its rows have for it. ``state``: what its reader keeps.

    The state of a feed or page: ``etag`` and ``modified`` of the last answer, ``checked`` when it came, ``wait_until``
    a time before which it is not asked, ``failures`` in a row with the last one's ``error``, ``since`` when, and
    ``told`` when that was last said, ``gone`` where it says that it is gone for good, ``follow`` where the pages of its
    items are fetched too. Of a list: ``named``, the addresses that it ever named, one a line. Times are ISO 8601, UTC.
    """

    number: int
    kind: str
    address: str
    mapping: dict[str, str]
    state: dict[str, str]


def remember_path(
    db: sqlite3.Connection, path: str, mapping: Mapping[str, str] | None = None, *, kind: str = PATH
) -> bool:
    """Notes a file, folder or list by its full name, so that an update may run from anywhere; ``-`` is not noted.

    One that is known takes the new mapping. False where the name is no text, which cannot be noted.
    """
    address = str(Path(path).absolute())
    if path == "-" or plain(address) != address:
        return path == "-"
    db.execute(
        """INSERT INTO sources (kind, address, mapping) VALUES (?, ?, ?)
        ON CONFLICT (kind, address) DO UPDATE SET mapping = excluded.mapping""",
        (kind, address, _stored(mapping or {})),
    )
    return True


def remember_address(db: sqlite3.Connection, address: str, *, follow: bool = False) -> Source:
    """Notes the address of a feed or page. One that is known, even as gone, is asked anew and whole."""
    known = next((one for one in sources(db) if one.kind not in ON_DISK and one.address == address), None)
    if known is None:
        db.execute("INSERT INTO sources (kind, address) VALUES (?, ?)", (PAGE, address))
        known = next(one for one in sources(db) if one.kind == PAGE and one.address == address)
    kept = {name: value for name, value in known.state.items() if name in ("follow", "wait_until")}
    state = {**kept, **({"follow": "yes"} if follow else {})}
    keep_state(db, known.number, state)
    return known._replace(state=state)


def keep_state(db: sqlite3.Connection, number: int, state: Mapping[str, str], kind: str | None = None) -> None:
    """Stores what a source's reader keeps, and what kind the source turned out to be."""
    db.execute("UPDATE sources SET state = ?, kind = coalesce(?, kind) WHERE id = ?", (_stored(state), kind, number))


def forget(db: sqlite3.Connection, number: int) -> None:
    """Looks there no more; what was read from it stays."""
    db.execute("DELETE FROM sources WHERE id = ?", (number,))


def sources(db: sqlite3.Connection) -> list[Source]:
    """All sources in the order in which they were added."""
    rows = db.execute("SELECT id, kind, address, mapping, state FROM sources ORDER BY id")
    return [Source(row[0], row[1], row[2], json.loads(row[3]), json.loads(row[4])) for row in rows]


def _stored(values: Mapping[str, str]) -> str:
    return json.dumps(dict(values), sort_keys=True)
