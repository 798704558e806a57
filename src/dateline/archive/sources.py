"""Where an archive's reports come from, so that an update can look there again.

A source has a kind and an address: ``path`` (a file or folder) today; a feed's address is another kind with its own
``state`` (ETag, last entry). Standard input is no source: it cannot be read again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

PATH = "path"


class Source(NamedTuple):
    """One source. ``mapping``: our field -> the name that its rows have for it. ``state``: what its reader keeps."""

    number: int
    kind: str
    address: str
    mapping: dict[str, str]
    state: dict[str, str]


def remember(db: sqlite3.Connection, kind: str, address: str, mapping: Mapping[str, str] | None = None) -> None:
    """Notes a source; one that is known takes the new mapping."""
    stored = json.dumps(dict(mapping or {}), sort_keys=True)
    db.execute(
        """INSERT INTO sources (kind, address, mapping) VALUES (?, ?, ?)
        ON CONFLICT (kind, address) DO UPDATE SET mapping = excluded.mapping""",
        (kind, address, stored),
    )


def remember_path(db: sqlite3.Connection, path: str, mapping: Mapping[str, str] | None = None) -> None:
    """Notes a file or folder by its full name, so that an update may run from anywhere; ``-`` is not noted."""
    if path != "-":
        remember(db, PATH, str(Path(path).absolute()), mapping)


def keep_state(db: sqlite3.Connection, number: int, state: Mapping[str, str]) -> None:
    db.execute("UPDATE sources SET state = ? WHERE id = ?", (json.dumps(dict(state), sort_keys=True), number))


def sources(db: sqlite3.Connection) -> list[Source]:
    """All sources in the order in which they were added."""
    rows = db.execute("SELECT id, kind, address, mapping, state FROM sources ORDER BY id")
    return [Source(row[0], row[1], row[2], json.loads(row[3]), json.loads(row[4])) for row in rows]
