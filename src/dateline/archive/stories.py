"""Stories with ids that stay: each grouping is matched with what was there before, by the reports that they share.

An id is made from the story's first report. A story that grows keeps it; of two that turn out to be one, the one that
brings more reports keeps its id and the other points to it; of one that falls apart, the larger part keeps it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection
from typing import NamedTuple

ID_LENGTH = 8
"""Hex digits after the "s"."""
_AT_ONCE = 500
"""Values bound in one query."""


class StoryRow(NamedTuple):
    """One open story as the list shows it."""

    id: str
    title: str | None
    reports: int
    first_day: str | None
    last_day: str | None


class Trace(NamedTuple):
    """``story`` was ``merged`` into ``other``, or ``split`` so that ``other`` came of it; how many reports went."""

    what: str
    story: str
    other: str
    reports: int


def renumber(db: sqlite3.Connection, touched: Collection[int] | None = None) -> None:
    """Gives the reports the ids of their stories. ``touched``: the groups that changed; None for all."""
    shares = _shares(db, touched)
    if not shares:
        return
    names = _heirs(shares)
    moved: list[tuple[str, int]] = []
    changed: set[str] = set()
    traces: list[tuple[str, str, str, int]] = []
    kept = set(names.values())
    for group in sorted(shares):
        counts = shares[group]
        name = names.get(group)
        if name is None:
            if sum(counts.values()) < 2 and not any(counts):
                continue  # alone: no story yet
            name = _new(db, group)
        for old in sorted(filter(None, counts)):
            if old != name:
                changed.add(old)
                traces.append(("split" if old in kept else "merged", old, name, counts[old]))
        if set(counts) != {name}:
            changed.add(name)
            moved.append((name, group))
    # Who asks for the story of a report sees the new id in the same transaction as the new grouping.
    db.executemany(
        """UPDATE grouped SET story = ?1 WHERE story IS NOT ?1
        AND event IN (SELECT id FROM grouping_events WHERE story = ?2)""",
        moved,
    )
    db.executemany("INSERT INTO story_traces (what, story, other, reports) VALUES (?, ?, ?, ?)", traces)
    _refresh(db, changed)


def _shares(db: sqlite3.Connection, touched: Collection[int] | None) -> dict[int, Counter[str]]:
    """Group -> how many of its reports come from which story ("" for none), for the groups and stories concerned."""
    query = """SELECT grouping_events.story, coalesce(grouped.story, ''), count(*) FROM grouped
        JOIN grouping_events ON grouping_events.id = grouped.event """
    rows: set[tuple[int, str, int]] = set()
    if touched is None:
        rows.update(db.execute(query + "GROUP BY 1, 2"))
    else:
        rows.update(_in_pieces(db, query + "WHERE grouping_events.story IN ({}) GROUP BY 1, 2", sorted(touched)))
        olds = sorted({story for _, story, _ in rows if story})
        rows.update(_in_pieces(db, query + "WHERE grouped.story IN ({}) GROUP BY 1, 2", olds))
    shares: dict[int, Counter[str]] = defaultdict(Counter)
    for group, story, count in rows:
        shares[group][story] = count
    return shares


def _heirs(shares: dict[int, Counter[str]]) -> dict[int, str]:
    """Group -> the story that it goes on from: the largest shares choose first."""
    offers = sorted(
        (-count, story, group) for group, counts in shares.items() for story, count in counts.items() if story
    )
    names: dict[int, str] = {}
    taken: set[str] = set()
    for _, story, group in offers:
        if story not in taken and group not in names:
            names[group] = story
            taken.add(story)
    return names


def _new(db: sqlite3.Connection, group: int) -> str:
    """The id of a new story, made from its oldest report."""
    (key,) = db.execute(
        """SELECT reports.key FROM grouped JOIN grouping_events ON grouping_events.id = grouped.event
        JOIN reports ON reports.id = grouped.report WHERE grouping_events.story = ?
        ORDER BY grouped.day IS NULL, grouped.day, reports.key LIMIT 1""",
        (group,),
    ).fetchone()
    place = 0
    while True:
        name = "s" + hashlib.sha256(f"{key} {place}".encode()).hexdigest()[:ID_LENGTH]
        if not db.execute("SELECT 1 FROM stories WHERE id = ?", (name,)).fetchone():
            db.execute("INSERT INTO stories (id) VALUES (?)", (name,))
            return name
        place += 1


def _refresh(db: sqlite3.Connection, names: Collection[str]) -> None:
    """Counts and days of the stories that changed; one without reports points to the one that has most of them."""
    for name in sorted(names):
        count, first, last = db.execute(
            "SELECT count(*), min(day), max(day) FROM grouped WHERE story = ?", (name,)
        ).fetchone()
        into = None if count else _successor(db, name)
        db.execute(
            """UPDATE stories SET reports = ?, first_day = ?, last_day = ?, stale = 1, state = ?, into_story = ?
            WHERE id = ?""",
            (count, _iso(first), _iso(last), "open" if count else "merged", into, name),
        )


def _iso(ordinal: int | None) -> str | None:
    return dt.date.fromordinal(ordinal).isoformat() if ordinal else None


def _successor(db: sqlite3.Connection, name: str) -> str | None:
    row = db.execute(
        "SELECT other FROM story_traces WHERE story = ? ORDER BY id DESC, reports DESC LIMIT 1", (name,)
    ).fetchone()
    return row[0] if row else None


def current(db: sqlite3.Connection, name: str) -> str | None:
    """The story that goes by an id now: itself, the one it was merged into, or the only one whose id begins so."""
    seen: set[str] = set()
    row = db.execute("SELECT id, state, into_story FROM stories WHERE id = ?", (name,)).fetchone()
    if row is None and name:
        near = db.execute("SELECT id, state, into_story FROM stories WHERE substr(id, 1, ?) = ?", (len(name), name))
        rows = near.fetchall()
        row = rows[0] if len(rows) == 1 else None
    while row is not None and row[1] == "merged" and row[0] not in seen:
        seen.add(row[0])
        row = db.execute("SELECT id, state, into_story FROM stories WHERE id = ?", (row[2],)).fetchone()
    return row[0] if row else None


def listed(db: sqlite3.Connection, query: str = "") -> list[StoryRow]:
    """The open stories, the newest first; with ``query`` those that have a report with all of its words."""
    from dateline.archive.passages import phrase

    words = phrase(query)
    where, values = "", []
    if words:
        where = """AND id IN (SELECT grouped.story FROM reports_fts JOIN grouped
            ON grouped.report = reports_fts.rowid WHERE reports_fts MATCH ?)"""
        values = [words]
    rows = db.execute(
        f"""SELECT id, title, reports, first_day, last_day FROM stories WHERE state = 'open' {where}
        ORDER BY last_day IS NULL, last_day DESC, reports DESC, id""",
        values,
    )
    return [StoryRow(*row) for row in rows]


def traces(db: sqlite3.Connection, name: str | None = None) -> list[Trace]:
    """What became of stories, oldest first; of one only where it is named."""
    rows = db.execute(
        """SELECT what, story, other, reports FROM story_traces WHERE ?1 IS NULL OR story = ?1 OR other = ?1
        ORDER BY id""",
        (name,),
    )
    return [Trace(*row) for row in rows]


def _in_pieces(db: sqlite3.Connection, query: str, values: list[int] | list[str]) -> list[tuple[int, str, int]]:
    """A query over many values, a few hundred at a time."""
    rows: list[tuple[int, str, int]] = []
    for start in range(0, len(values), _AT_ONCE):
        piece = values[start : start + _AT_ONCE]
        rows += db.execute(query.format(", ".join("?" * len(piece))), piece).fetchall()
    return rows
