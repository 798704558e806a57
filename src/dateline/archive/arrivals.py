"""What a user names for an archive, sorted out: files and folders, addresses, and lists of feeds taken apart."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.archive.reports import plain
from dateline.read.opml import feeds_in, is_opml
from dateline.read.readers import HEAD
from dateline.read.whole import LARGEST

if TYPE_CHECKING:
    from dateline.read.fetch import Fetched, Known

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")
CONTACT = "contact"
ALLOWED = "allowed"


def sorted_out(given: Iterable[str]) -> tuple[list[str], list[str]]:
    """The files and folders, and the addresses, each once and in order. An OPML file stands for the feeds it names.

    One without feeds stays a file, whose reader says what is wrong.
    """
    paths: dict[str, None] = {}
    addresses: dict[str, None] = {}
    for one in given:
        if found := _SCHEME.match(one):
            addresses[found[0].lower() + (plain(one[found.end() :]) or "")] = None
        elif listed := _feeds(one):
            addresses.update(dict.fromkeys(listed))
        else:
            paths[one] = None
    return list(paths), list(addresses)


def _feeds(path: str) -> list[str]:
    file = Path(path)
    try:
        if not file.is_file():
            return []
        with file.open("rb") as opened:
            head = opened.read(HEAD)
            return [one.address for one in feeds_in(head + opened.read(LARGEST))] if is_opml(head) else []
    except OSError:
        return []


def keep_manners(db: sqlite3.Connection, contact: str | None, allow: Iterable[str]) -> None:
    """Stores how this archive fetches: whom a server may write to, and hosts in private networks that may be asked."""
    known = _setting(db, ALLOWED).split()
    values = {CONTACT: contact, ALLOWED: " ".join(sorted({*known, *(host.lower() for host in allow)})) or None}
    db.executemany(
        "INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)",
        [(name, value) for name, value in values.items() if value],
    )


def fetcher(db: sqlite3.Connection) -> Callable[[str, Known | None], Fetched]:
    """How this archive fetches an address."""
    from dateline.read.fetch import Fetcher, Policy

    policy = Policy(contact=_setting(db, CONTACT) or None, allow=frozenset(_setting(db, ALLOWED).split()))
    return Fetcher(policy).fetch


def _setting(db: sqlite3.Connection, name: str) -> str:
    row = db.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
    return row[0] if row else ""
