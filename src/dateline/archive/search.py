"""Search: reports by words, people, places, source, day and story, in a fraction of a second on any archive."""

from __future__ import annotations

import re
import sqlite3
from typing import Any, NamedTuple

from dateline.text.name_forms import fold

RANKED = 2000
"""Matches. So many are ranked by fit; of more the newest are shown, which costs the same in any archive."""
SHOWN = 20
"""Reports a search shows unless told otherwise."""
_WORDS = re.compile(r'"([^"]*)"|(\S+)')


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


def phrase(words: str) -> str:
    """The words as a full-text query: all of them, "quoted ones" together; a trailing * stands for any ending."""
    parts = []
    # An argument may hold bytes that are no text; SQLite ends a string at a NUL.
    words = words.encode("utf-8", "replace").decode().replace("\0", " ")
    for found in _WORDS.finditer(words):
        text = (found[1] if found[1] is not None else found[2]).strip()
        star = "*" if found[1] is None and text.endswith("*") else ""
        text = text.rstrip("*").replace('"', "")
        if re.search(r"\w", text):
            parts.append(f'"{text}"{star}')
    return " AND ".join(parts)


def search(db: sqlite3.Connection, query: Query) -> list[Hit]:
    """The reports that fit, best first; the newest first where nothing but filters is given, or too many fit."""
    match = phrase(" ".join([query.words, *(f'"{name}"' for name in (query.person, query.place) if name)]))
    conditions, values = _filters(query)
    if not match:
        where = f"WHERE {' AND '.join(conditions).format(id='reports.id')}" if conditions else ""
        order = f"{where} ORDER BY reports.published DESC, reports.id DESC LIMIT ?"
        numbers = [row[0] for row in db.execute(f"SELECT reports.id FROM reports {order}", [*values, query.limit])]
        return [hit for number in numbers for hit in _hits(db, number, "")]
    # The plus keeps SQLite from asking the full-text index once for each report that a filter lets through.
    where = " AND ".join(["reports_fts MATCH ?", *conditions]).format(id="+reports_fts.rowid")
    order = "rank, reports_fts.rowid" if _few(db, match) else "reports_fts.rowid DESC"
    rows = db.execute(
        f"SELECT reports_fts.rowid FROM reports_fts WHERE {where} ORDER BY {order} LIMIT ?",
        [match, *values, query.limit],
    )
    return [hit for (number,) in rows.fetchall() for hit in _hits(db, number, match)]


def _few(db: sqlite3.Connection, match: str) -> bool:
    """Whether so few reports have the words that ranking them all is cheap."""
    inner = "SELECT 1 FROM reports_fts WHERE reports_fts MATCH ? LIMIT ?"
    (count,) = db.execute(f"SELECT count(*) FROM ({inner})", (match, RANKED + 1)).fetchone()
    return int(count) <= RANKED


def _filters(query: Query) -> tuple[list[str], list[Any]]:
    """Conditions on ``{id}`` with their values. Each asks an index only, never the rows with the texts."""
    conditions, values = [], []
    for kind, name in (("person", query.person), ("place", query.place)):
        if name:
            # The full-text match has found the words; here they must be a name, or its last part.
            folded = fold(name)
            conditions.append(
                """{id} IN (SELECT report FROM names WHERE kind = ? AND name IN
                (SELECT name FROM name_ends WHERE last = ? AND (name = ? OR substr(name, -?) = ?)))"""
            )
            values += [kind, folded.rsplit(" ", 1)[-1], folded, len(folded) + 1, f" {folded}"]
    asked = [("published >= ?", query.first), ("published <= ?", query.last)]
    asked.append(("source LIKE ?", f"%{query.source}%" if query.source else None))
    if given := [(condition, value) for condition, value in asked if value]:
        conditions.append(
            f"{{id}} IN (SELECT id FROM reports WHERE {' AND '.join(condition for condition, _ in given)})"
        )
        values += [value for _, value in given]
    if query.story:
        conditions.append("{id} IN (SELECT report FROM grouped WHERE story = ?)")
        values.append(query.story)
    return conditions, values


def _hits(db: sqlite3.Connection, number: int, match: str) -> list[Hit]:
    passage = "substr(reports.text, 1, 160)"
    join, where, values = "", "reports.id = ?", [number]
    if match:
        passage = "snippet(reports_fts, 1, '[', ']', '…', 16)"
        join = "JOIN reports_fts ON reports_fts.rowid = reports.id"
        where += " AND reports_fts MATCH ?"
        values.append(match)  # type: ignore[arg-type]
    rows = db.execute(
        f"""SELECT reports.id, reports.published, reports.source, reports.title, grouped.story,
        (SELECT min(place) FROM found WHERE found.report = reports.id), {passage}
        FROM reports LEFT JOIN grouped ON grouped.report = reports.id {join} WHERE {where}""",
        values,
    )
    return [Hit._make((*row[:6], " ".join((row[6] or "").split()))) for row in rows]
