"""Search: reports by words, people, places, source, day and story, in a fraction of a second on any archive."""

from __future__ import annotations

import sqlite3
from typing import Any, NamedTuple

from dateline.archive.passages import Term, passage, phrase, terms
from dateline.text.name_forms import fold

RANKED = 2000
"""Matches. So many are ranked by fit; of more the newest are shown, which costs the same in any archive."""
SHOWN = 20
"""Reports a search shows unless told otherwise."""
MOST_NAMES = 500
"""Full names that one last name may stand for in a query."""


class Query(NamedTuple):
    """What is looked for; all that is given must hold. ``first``, ``last``: ISO days of publication."""

    words: str = ""
    person: str | None = None
    place: str | None = None
    source: str | None = None
    first: str | None = None
    last: str | None = None
    story: str | None = None
    limit: int = SHOWN


class Hit(NamedTuple):
    """A report that was found. ``passage``: the words around the match, the match in [brackets]."""

    report: int
    published: str | None
    source: str | None
    title: str | None
    story: str | None
    place: str | None
    passage: str


def search(db: sqlite3.Connection, query: Query) -> list[Hit]:
    """The reports that fit, best first; the newest first where nothing but filters is given, or too many fit."""
    words = " ".join([query.words, *(f'"{name}"' for name in (query.person, query.place) if name)])
    match = phrase(words)
    if words.strip() and not match:
        return []  # nothing but signs was asked for
    numbers = _matching(db, query, match) if match else _newest(db, query)
    return _hits(db, numbers, terms(words))


def _matching(db: sqlite3.Connection, query: Query, match: str) -> list[int]:
    """The reports that have the words and pass the filters."""
    inner = "SELECT rowid FROM reports_fts WHERE reports_fts MATCH ? ORDER BY rowid DESC LIMIT ?"
    latest = [row[0] for row in db.execute(inner, (match, RANKED + 1))]
    many = len(latest) > RANKED
    conditions, values = _filters(db, query, each=many)
    if many and not conditions and query.limit <= RANKED:
        return latest[: query.limit]
    # The plus keeps SQLite from asking the full-text index once for each report that a filter lets through.
    where = " AND ".join(["reports_fts MATCH ?", *conditions]).format(id="+reports_fts.rowid")
    order = "reports_fts.rowid DESC" if many else "rank, reports_fts.rowid"
    rows = db.execute(
        f"SELECT reports_fts.rowid FROM reports_fts WHERE {where} ORDER BY {order} LIMIT ?",
        [match, *values, query.limit],
    )
    return [number for (number,) in rows]


def _newest(db: sqlite3.Connection, query: Query) -> list[int]:
    """The newest reports that the filters let through, walking the index of days from its end."""
    conditions, values = _stated(query)
    if query.story:
        conditions.append("+reports.id IN (SELECT report FROM grouped WHERE story = ?)")
        values.append(query.story)
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    rows = db.execute(
        f"SELECT id FROM reports INDEXED BY reports_published {where} ORDER BY published DESC, id DESC LIMIT ?",
        [*values, query.limit],
    )
    return [number for (number,) in rows]


def _named(db: sqlite3.Connection, kind: str, name: str, each: bool) -> tuple[str, list[Any]]:
    """The condition that a report names somebody or some place, by the whole name or its last part.

    ``each``: many reports have the words, so asking for one after another finds enough of them soon, where the name is
    in many too; else the few that have the name are looked up first.
    """
    folded = fold(name)
    query = "SELECT name FROM name_ends WHERE last = ? AND (name = ? OR substr(name, -?) = ?)"
    rows = db.execute(query, (folded.rsplit(" ", 1)[-1], folded, len(folded) + 1, f" {folded}"))
    names = [row[0] for row in rows][:MOST_NAMES]
    marks = ", ".join("?" * len(names))
    if each:
        count = f"SELECT count(*) FROM (SELECT 1 FROM names WHERE name IN ({marks}) AND kind = ? LIMIT ?)"
        each = db.execute(count, [*names, kind, RANKED + 1]).fetchone()[0] > RANKED
    if each:
        return f"EXISTS (SELECT 1 FROM names WHERE name IN ({marks}) AND kind = ? AND report = {{id}})", [*names, kind]
    return f"{{id}} IN (SELECT report FROM names WHERE name IN ({marks}) AND kind = ?)", [*names, kind]


def _filters(db: sqlite3.Connection, query: Query, *, each: bool) -> tuple[list[str], list[Any]]:
    """Conditions on ``{id}`` with their values. Each asks an index only, never the rows with the texts."""
    conditions: list[str] = []
    values: list[Any] = []
    for kind, name in (("person", query.person), ("place", query.place)):
        if name:
            condition, given = _named(db, kind, name, each)
            conditions.append(condition)
            values += given
    stated, asked = _stated(query)
    if stated:
        conditions.append(f"{{id}} IN (SELECT id FROM reports WHERE {' AND '.join(stated)})")
        values += asked
    if query.story:
        conditions.append("{id} IN (SELECT report FROM grouped WHERE story = ?)")
        values.append(query.story)
    return conditions, values


def _stated(query: Query) -> tuple[list[str], list[Any]]:
    """Conditions on what the reports state: day and source."""
    source = f"%{query.source}%" if query.source else None
    asked = (("published >= ?", query.first), ("published <= ?", query.last), ("source LIKE ?", source))
    given = [(condition, value) for condition, value in asked if value]
    return [condition for condition, _ in given], [value for _, value in given]


def _hits(db: sqlite3.Connection, numbers: list[int], asked: list[Term]) -> list[Hit]:
    """What is shown of the reports, in their order."""
    query = """SELECT reports.id, reports.published, reports.source, reports.title, grouped.story,
        (SELECT min(place) FROM found WHERE found.report = reports.id), reports.text
        FROM reports LEFT JOIN grouped ON grouped.report = reports.id WHERE reports.id = ?"""
    rows = [db.execute(query, (number,)).fetchone() for number in numbers]
    return [Hit._make((*row[:6], passage(row[6], asked))) for row in rows if row]
