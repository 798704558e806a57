"""What a user names for an archive, sorted out: files and folders, addresses, and lists of feeds taken apart."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dateline.archive import sources
from dateline.archive.reports import plain
from dateline.archive.sources import Source
from dateline.read.opml import feeds_in, is_opml
from dateline.read.readers import HEAD
from dateline.read.whole import LARGEST

if TYPE_CHECKING:
    from dateline.read.fetch import Fetched, Known

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")
CONTACT = "contact"
ALLOWED = "allowed"


class Sorted(NamedTuple):
    """Files and folders, addresses, lists of feeds, each once and in order. ``addresses`` has those in the lists."""

    paths: list[str]
    addresses: list[str]
    lists: list[str]


def sorted_out(given: Iterable[str]) -> Sorted:
    """What a user names, sorted out. An OPML file without feeds stays a file, whose reader says what is wrong."""
    paths: dict[str, None] = {}
    addresses: dict[str, None] = {}
    lists: dict[str, None] = {}
    for one in given:
        if found := _SCHEME.match(one):
            addresses[found[0].lower() + (plain(one[found.end() :]) or "")] = None
        elif listed := feeds_of(one):
            addresses.update(dict.fromkeys(listed))
            lists[one] = None
        else:
            paths[one] = None
    return Sorted(list(paths), list(addresses), list(lists))


def feeds_of(path: str) -> list[str]:
    """The addresses that an OPML file names; none where it is no such file, or cannot be read."""
    file = Path(path)
    try:
        if not file.is_file():
            return []
        with file.open("rb") as opened:
            head = opened.read(HEAD)
            return [one.address for one in feeds_in(head + opened.read(LARGEST))] if is_opml(head) else []
    except OSError:
        return []


def follow_lists(db: sqlite3.Connection, lists: Iterable[str], *, follow: bool) -> None:
    """Notes lists of feeds with what they name now; inside the transaction that notes the feeds."""
    for path in lists:
        if sources.remember_path(db, path, kind=sources.LIST):
            address = str(Path(path).absolute())
            known = next(one for one in sources.sources(db) if (one.kind, one.address) == (sources.LIST, address))
            state = {"named": "\n".join(feeds_of(path)), **({"follow": "yes"} if follow else {})}
            sources.keep_state(db, known.number, state)


def newly_listed(db: sqlite3.Connection, known: Iterable[Source]) -> list[Source]:
    """The feeds that lists name since they were last looked at, noted as sources.

    What a list named before is not taken again: somebody may have removed it. Inside a transaction.
    """
    fresh = []
    for one in known:
        if one.kind != sources.LIST:
            continue
        before = one.state.get("named", "").split("\n")
        added = [address for address in feeds_of(one.address) if address not in before]
        if added:
            fresh += [sources.remember_address(db, address, follow="follow" in one.state) for address in added]
            sources.keep_state(db, one.number, {**one.state, "named": "\n".join([*filter(None, before), *added])})
    return fresh


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
