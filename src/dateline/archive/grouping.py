"""What the story grouping knows, kept in the archive: only what new reports touch is read, and only that is written."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

import msgspec

from dateline.group.stories.shelf import Event, Item, Key, Part, Shelf, Story

_encode = msgspec.msgpack.Encoder().encode
_links = msgspec.msgpack.Decoder(dict[int, float]).decode
KINDS = ("item", "vector", "event", "story", "term", "part")
_AT_ONCE = 500
"""Values bound in one query."""
_COUNTERS = ("count", "next_event", "next_story", "vectored", "regrouped")


_HELD = {"items": 4_000, "events": 20_000, "stories": 20_000, "parts": 60_000, "buckets": 60_000, "frequencies": 60_000}
"""What is kept of each between two batches, so that the next one need not read it again; some 80 MB in all."""


class StoredShelf(Shelf):
    """A shelf whose contents live in the archive, for several batches.

    Call :meth:`open` and :meth:`save` inside the transaction that each batch is placed in.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        super().__init__()
        self._db = db
        self._forgot = False
        self._state: object = None

    def open(self) -> None:
        """Reads the counters; what was read before is kept where nobody else has written since."""
        state = self._db.execute("PRAGMA data_version").fetchone()
        if state != self._state:
            self._let_go(dict.fromkeys(_HELD, 0))
            self._state = state
        for name, value in self._db.execute("SELECT name, value FROM grouping_counters").fetchall():
            setattr(self, name, value)

    def load_item(self, number: int) -> Item:
        row = self._one("SELECT day, event, links, back FROM grouped WHERE report = ?", number)
        if row is None:
            raise KeyError(number)
        item = Item(number, row[0], None, row[1])
        item.links, item.back = _links(row[2]), _links(row[3])
        return item

    def load_vector(self, number: int) -> dict[str, float]:
        row = self._one("SELECT data FROM grouping_vectors WHERE report = ?", number)
        if row is None:
            raise KeyError(number)
        return _vector(row[0])

    def load_event(self, number: int) -> Event:
        row = self._one("SELECT story FROM grouping_events WHERE id = ?", number)
        if row is None:
            raise KeyError(number)
        members = self._db.execute("SELECT report FROM grouped WHERE event = ? ORDER BY report", (number,))
        return Event(number, [member for (member,) in members], row[0])

    def load_story(self, number: int) -> Story:
        row = self._one("SELECT size, links, volume FROM grouping_stories WHERE id = ?", number)
        if row is None:
            raise KeyError(number)
        events = self._db.execute("SELECT id FROM grouping_events WHERE story = ?", (number,))
        return Story(number, {event for (event,) in events}, _links(row[1]), row[0], row[2])

    def expect(self, terms: Iterable[str]) -> None:
        wanted = sorted(set(terms) - self.frequencies.keys())
        self.frequencies.update(dict.fromkeys(wanted, 0))
        self.buckets.update((term, {}) for term in wanted)
        for start in range(0, len(wanted), _AT_ONCE):
            piece = wanted[start : start + _AT_ONCE]
            marks = f"({', '.join('?' * len(piece))})"
            self.frequencies.update(
                self._db.execute(f"SELECT term, reports FROM grouping_terms WHERE term IN {marks}", piece).fetchall()
            )
            for term, bucket, parts in self._db.execute(
                f"SELECT term, bucket, count(*) FROM grouping_index WHERE term IN {marks} GROUP BY term, bucket", piece
            ):
                self.buckets[term][bucket] = parts

    def load_frequency(self, term: str) -> int:
        row = self._one("SELECT reports FROM grouping_terms WHERE term = ?", term)
        return int(row[0]) if row else 0

    def load_buckets(self, term: str) -> dict[int, int]:
        if self._forgot:
            return {}
        rows = self._db.execute("SELECT bucket, count(*) FROM grouping_index WHERE term = ? GROUP BY bucket", (term,))
        return dict(rows.fetchall())

    def load_part(self, key: Key) -> Part:
        row = self._one("SELECT data FROM grouping_index WHERE term = ? AND bucket = ? AND part = ?", *key)
        if row is None:
            raise KeyError(key)
        part = Part()
        half = len(row[0]) // 2
        part.numbers.frombytes(row[0][:half])
        part.weights.frombytes(row[0][half:])
        return part

    def all_items(self) -> list[int]:
        stored = () if self._forgot else self._db.execute("SELECT report FROM grouped").fetchall()
        return sorted(self.items.keys() | {number for (number,) in stored})

    def all_events(self) -> list[int]:
        """Reads all events, as a regrouping needs them."""
        if not self._forgot:
            self._write_items()
            members: dict[int, list[int]] = {}
            for report, event in self._db.execute("SELECT report, event FROM grouped ORDER BY report"):
                members.setdefault(event, []).append(report)
            for number, story in self._db.execute("SELECT id, story FROM grouping_events"):
                if number not in self.events and ("event", number) not in self.touched:
                    self.events[number] = Event(number, members[number], story)
        return super().all_events()

    def all_links(self) -> Iterator[tuple[int, int, float]]:
        if self._forgot:
            yield from super().all_links()
            return
        self._write_items()
        event_of = dict(self._db.execute("SELECT report, event FROM grouped").fetchall())
        for number, links in self._db.execute("SELECT report, links FROM grouped ORDER BY report"):
            for other, likeness in _links(links).items():
                yield event_of[number], event_of[other], likeness

    def _write_items(self) -> None:
        """Writes the reports that changed so far, so that all can be read in one go."""
        changed: list[Any] = sorted(key for kind, key in self.touched if kind == "item")
        self._save_item(changed)
        self.touched -= {("item", key) for key in changed}

    def forget(self) -> None:
        super().forget()
        self._forgot = True
        self.touched = {(kind, key) for kind, key in self.touched if kind == "term"}

    def touched_stories(self) -> set[int]:
        """The running stories that changed or that a changed event is part of, of those that are still there."""
        touched: list[tuple[str, Any]] = list(self.touched)
        found: set[int] = {key for kind, key in touched if kind == "story" and key in self.stories}
        for kind, key in touched:
            if kind == "event" and key in self.events:
                found.add(self.events[key].story)
            elif kind == "item":
                found.add(self.event(self.items[key].event).story)
        return found

    def save(self) -> None:
        """Writes what changed, and forgets the oldest of what was read where that is much."""
        if self._forgot:
            for table in ("grouping_index", "grouping_events", "grouping_stories"):
                self._db.execute(f"DELETE FROM {table}")
        for kind in KINDS:
            getattr(self, f"_save_{kind}")(sorted(key for what, key in self.touched if what == kind))
        self._db.executemany(
            "INSERT OR REPLACE INTO grouping_counters (name, value) VALUES (?, ?)",
            [(name, getattr(self, name)) for name in _COUNTERS],
        )
        self.touched.clear()
        self._forgot = False
        self._let_go(_HELD)

    def _let_go(self, most: Mapping[str, int]) -> None:
        """Forgets the longest held of each kind, down to so many."""
        for name, count in most.items():
            held: dict[object, object] = getattr(self, name)
            for key in list(islice(held, max(0, len(held) - count))):
                del held[key]

    def _save_item(self, numbers: list[int]) -> None:
        changed = [self.items[number] for number in numbers]
        self._db.executemany(
            """INSERT INTO grouped (report, day, event, links, back) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (report) DO UPDATE SET day = excluded.day, event = excluded.event, links = excluded.links,
            back = excluded.back""",
            [(item.number, item.day, item.event, _encode(item.links), _encode(item.back)) for item in changed],
        )

    def _save_vector(self, numbers: list[int]) -> None:
        self._db.executemany(
            "INSERT OR REPLACE INTO grouping_vectors (report, data) VALUES (?, ?)",
            [(number, _packed(self.vector(number))) for number in numbers],
        )

    def _save_event(self, numbers: list[int]) -> None:
        gone = [(number,) for number in numbers if number not in self.events]
        self._db.executemany("DELETE FROM grouping_events WHERE id = ?", gone)
        there = [(number, self.events[number].story) for number in numbers if number in self.events]
        self._db.executemany("INSERT OR REPLACE INTO grouping_events (id, story) VALUES (?, ?)", there)

    def _save_story(self, numbers: list[int]) -> None:
        gone = [(number,) for number in numbers if number not in self.stories]
        self._db.executemany("DELETE FROM grouping_stories WHERE id = ?", gone)
        there = [self.stories[number] for number in numbers if number in self.stories]
        self._db.executemany(
            "INSERT OR REPLACE INTO grouping_stories (id, size, volume, links) VALUES (?, ?, ?, ?)",
            [(story.number, story.size, story.volume, _encode(story.links)) for story in there],
        )

    def _save_term(self, terms: list[str]) -> None:
        self._db.executemany(
            "INSERT OR REPLACE INTO grouping_terms (term, reports) VALUES (?, ?)",
            [(term, self.frequencies[term]) for term in terms],
        )

    def _save_part(self, keys: list[Key]) -> None:
        rows = [(*key, self.parts[key].numbers.tobytes() + self.parts[key].weights.tobytes()) for key in keys]
        self._db.executemany(
            "INSERT OR REPLACE INTO grouping_index (term, bucket, part, data) VALUES (?, ?, ?, ?)", rows
        )

    def _one(self, query: str, *values: int | str) -> Any:
        if self._forgot and "grouping_terms" not in query:
            return None
        return self._db.execute(query, values).fetchone()


def _packed(vector: dict[str, float]) -> bytes:
    return _encode([list(vector), array("f", vector.values()).tobytes()])


def _vector(data: bytes) -> dict[str, float]:
    terms, weights = msgspec.msgpack.decode(data)
    return dict(zip(terms, array("f", weights), strict=True))
