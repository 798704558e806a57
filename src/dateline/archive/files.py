"""Which files an update has to read again: those that are new, or whose size or time of change is another."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dateline.archive.reports import plain
from dateline.read.inputs import passed_over


class State(NamedTuple):
    """A file as it was before it was read. ``changed``: its time of change in nanoseconds."""

    path: str
    size: int
    changed: int


def below(path: str) -> Iterator[str]:
    """The file, or the files of the folder and those inside it, sorted, hidden ones skipped."""
    if not os.path.isdir(path):  # noqa: PTH112 - the name is kept as given
        yield path
        return
    for folder, inner, names in os.walk(path):
        inner[:] = sorted(name for name in inner if not passed_over(name))
        yield from (os.path.join(folder, name) for name in sorted(names) if not passed_over(name))  # noqa: PTH118


def state_of(path: str) -> State | None:
    """A file's state; None where there is no such file."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return State(os.path.abspath(path), found.st_size, found.st_mtime_ns)  # noqa: PTH100


def unread(db: sqlite3.Connection, paths: Iterable[str]) -> list[State]:
    """The states of the files that were never read, or are not as they were."""
    states = (state_of(path) for path in paths)
    return [state for state in states if state is not None and not _is_read(db, state)]


def _is_read(db: sqlite3.Connection, state: State) -> bool:
    row = db.execute("SELECT size, changed FROM files WHERE path = ?", (plain(state.path),)).fetchone()
    return bool(row == (state.size, state.changed))


def mark_read(db: sqlite3.Connection, states: Iterable[State]) -> None:
    """Notes that the files were read whole and what they hold is stored; not those whose names are no text."""
    states = [state for state in states if plain(state.path) == state.path]
    db.executemany("INSERT OR REPLACE INTO files (path, size, changed) VALUES (?, ?, ?)", states)
