"""Stories woven from what the archive holds, and kept: document, entries, evidence, plans, and what changed.

A story is woven again only when its reports changed. The work is done outside any transaction; what comes of it is
stored in one, unless another run was quicker.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator

import msgspec

from dateline.archive import notes, reports
from dateline.archive.changes import carry_ids, changes
from dateline.archive.connection import transaction
from dateline.archive.news import record
from dateline.archive.work import version
from dateline.model.codec import loads
from dateline.model.story import StoryDocument
from dateline.pipeline import Options, compare, weave

LARGEST = 1500
"""Reports of a story that are woven, the newest: an update's cost is bounded by this, however long a story runs."""


def document(db: sqlite3.Connection, story: str) -> StoryDocument | None:
    """The story as it was last woven, with the texts of its reports; None where it never was."""
    row = db.execute("SELECT document FROM stories WHERE id = ?", (story,)).fetchone()
    return _unpacked(db, row[0]) if row and row[0] else None


def is_stale(db: sqlite3.Connection, story: str) -> bool:
    """Whether a story's reports changed since it was woven, or another version wove it."""
    row = db.execute("SELECT stale OR woven_by IS NOT ? FROM stories WHERE id = ?", (version(), story)).fetchone()
    return bool(row and row[0])


def stale(db: sqlite3.Connection) -> list[str]:
    """The stories to be woven, smallest id first."""
    rows = db.execute("SELECT id FROM stories WHERE state = 'open' AND stale ORDER BY id")
    return [row[0] for row in rows]


def weave_stale(db: sqlite3.Connection, *, told: bool) -> Iterator[str]:
    """Weaves what changed, yielding each story when it is stored. ``told``: what changed is no news for anybody."""
    for story in stale(db):
        weave_story(db, story, told=told)
        yield story


def weave_story(db: sqlite3.Connection, story: str, *, told: bool) -> StoryDocument:
    """Weaves one story, stores it and what changed in it, and gives it back."""
    while True:
        packed = db.execute("SELECT document FROM stories WHERE id = ?", (story,)).fetchone()[0]
        numbers = reports.numbers_of(db, story)
        old = _unpacked(db, packed) if packed else None
        made = carry_ids(old, _woven(db, story, Options()))
        found = changes(story, old, made)
        with transaction(db):
            same = db.execute("SELECT document IS ? FROM stories WHERE id = ?", (packed, story)).fetchone()[0]
            if not same or reports.numbers_of(db, story) != numbers:
                continue  # another run changed it meanwhile
            _store(db, story, made)
            record(db, found, told=told)
        return made


def as_asked(db: sqlite3.Connection, story: str, stored: StoryDocument, options: Options) -> StoryDocument:
    """A story woven as somebody wants to see it now, shorter, longer or judged for another day; it is not stored.

    What ``stored``, the story as it was last woven, has too keeps its id.
    """
    return carry_ids(stored, _woven(db, story, options))


def _woven(db: sqlite3.Connection, story: str, options: Options) -> StoryDocument:
    rows = db.execute(
        """SELECT report FROM grouped JOIN reports ON reports.id = report WHERE story = ?
        ORDER BY published DESC, reports.key LIMIT ?""",
        (story, LARGEST),
    )
    numbers = [row[0] for row in rows]
    return weave(compare([one for _, one in notes.annotated(db, numbers)], options), options)


def _store(db: sqlite3.Connection, story: str, made: StoryDocument) -> None:
    db.execute(
        "UPDATE stories SET title = ?, document = ?, stale = 0, woven_by = ? WHERE id = ?",
        (reports.plain(made.title), _packed(made), version(), story),
    )
    numbers = {
        report.id: reports.known(db, reports.key_of(report))  # type: ignore[arg-type]
        for report in made.reports
    }
    _store_days(db, story, made, numbers)
    _store_entries(db, story, made, numbers)
    _store_commitments(db, story, made)


def _store_days(db: sqlite3.Connection, story: str, made: StoryDocument, numbers: dict[str, int | None]) -> None:
    """Shows the days that were inferred beside the reports, for search and lists; what was read stays as it was."""
    db.executemany(
        """UPDATE reports SET published = ?, published_edtf = ?, published_basis = ?
        WHERE id = ? AND published_basis <> 'stated'""",
        [
            (at.date.isoformat() if at.date else None, at.edtf, at.basis, numbers[report.id])
            for report in made.reports
            for at in (report.published,)
        ],
    )
    db.execute(
        """UPDATE stories SET (first_day, last_day) = (SELECT min(published), max(published) FROM grouped
        JOIN reports ON reports.id = grouped.report WHERE grouped.story = stories.id) WHERE id = ?""",
        (story,),
    )


def _store_entries(db: sqlite3.Connection, story: str, made: StoryDocument, numbers: dict[str, int | None]) -> None:
    db.execute("DELETE FROM evidence WHERE story = ?", (story,))
    db.execute("DELETE FROM entries WHERE story = ?", (story,))
    places = {entity.id: entity.name for entity in made.entities}
    db.executemany(
        """INSERT INTO entries (story, id, first_day, last_day, precision, edtf, status, text, weight, place, copies,
        texts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            (
                story, e.id, e.date.start, e.date.end, e.date.precision, e.date.edtf, e.status, e.text, e.weight,
                places.get(e.place or ""), e.copies, e.texts,
            )
            for e in made.entries
        ],
    )  # fmt: skip
    db.executemany(
        "INSERT INTO evidence (story, entry, rank, report, start, end, quote) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (story, entry.id, rank, numbers[e.report], e.start, e.end, e.quote)
            for entry in made.entries
            for rank, e in enumerate(entry.evidence, 1)
        ],
    )


def _store_commitments(db: sqlite3.Connection, story: str, made: StoryDocument) -> None:
    told = dict(db.execute("SELECT id, told_due FROM commitments WHERE story = ?", (story,)).fetchall())
    # A plan that comes to light when its day has passed is told with the line that it stands in.
    (last,) = db.execute("SELECT coalesce(last_day, '') FROM stories WHERE id = ?", (story,)).fetchone()
    db.execute("DELETE FROM commitments WHERE story = ?", (story,))
    db.executemany(
        """INSERT INTO commitments (story, id, kind, state, text, made, due_first, due_last, told_due)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            (
                story, c.id, c.kind, c.state, c.text, c.made.start if c.made else None,
                c.due.start if c.due else None, c.due.end if c.due else None,
                told.get(c.id, bool(c.due and c.due.end <= last)),
            )
            for c in made.commitments
        ],
    )  # fmt: skip


def _packed(made: StoryDocument) -> bytes:
    """The document without the reports' texts, which the archive has already."""
    lean = tuple(msgspec.structs.replace(report, text="") for report in made.reports)
    return zlib.compress(msgspec.json.encode(msgspec.structs.replace(made, reports=lean)), 6)


def unpacked_lean(packed: bytes) -> StoryDocument:
    """The document without the reports' texts."""
    return loads(zlib.decompress(packed))


def _unpacked(db: sqlite3.Connection, packed: bytes) -> StoryDocument:
    lean = unpacked_lean(packed)
    texts = []
    for report in lean.reports:
        row = db.execute("SELECT text FROM reports WHERE key = ?", (reports.key_of(report),)).fetchone()  # type: ignore[arg-type]
        texts.append(msgspec.structs.replace(report, text=row[0] if row else ""))
    return msgspec.structs.replace(lean, reports=tuple(texts))
