"""What the story grouping knows, kept in the archive: only what new reports touch is read, and only that is written."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sized
from typing import Any

import msgspec

from dateline.group.stories.features import Terms, unpacked
from dateline.group.stories.shelf import Event, EventRow, Held, Item, Part, Shelf, Story, Term, Touched

_encode = msgspec.msgpack.Encoder().encode
_links = msgspec.msgpack.Decoder(dict[int, float]).decode
_counts = msgspec.msgpack.Decoder(dict[int, int]).decode
_AT_ONCE = 500
"""Values bound in one query."""
_COUNTERS = ("count", "next_event", "next_story", "vectored", "regrouped")
UNPLACED = 0
"""The event of a report that is still to be placed."""

ITEMS, VECTORS, EVENTS, STORIES, TERMS = 6_000, 8_000, 8_000, 1_000, 24_000
"""What is held of each, so that it need not be read again; some 50 MB in all."""
PARTS = 30_000
"""Parts of the index after which all are let go of: terms that come again and again keep theirs for ever otherwise."""


class StoredShelf(Shelf):
    """A shelf whose contents live in the archive, for several batches.

    Call :meth:`open` and :meth:`save` inside the transaction that each batch is placed in.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        super().__init__()
        self.items = Held(self.load_item, ITEMS)
        self.vectors = Held(self.load_vector, VECTORS)
        self.events = Held(self.load_event, EVENTS)
        self.stories = Held(self.load_story, STORIES)
        self.terms = Held(self.load_term, TERMS)
        self._placed: tuple[Held[Any], ...] = (self.items, self.vectors, self.events, self.stories)
        self._concerned: set[int] = set()
        self._db = db
        self._forgot = False
        self._state: object = None

    def open(self) -> None:
        """Reads the counters; what was read before is kept where nobody else has written since."""
        state = self._db.execute("PRAGMA data_version").fetchone()
        if state != self._state:
            self.let_go()
            self._state = state
        for name, value in self._db.execute("SELECT name, value FROM grouping_counters").fetchall():
            setattr(self, name, value)

    def let_go(self) -> None:
        """Lets go of all that is held, as after a batch that was not written."""
        for held in (*self._placed, self.terms):
            held.forget()
        self._concerned.clear()
        self.touched.clear()
        self.unsettled.clear()
        self.cosines.clear()
        self._tables.clear()

    def load_item(self, number: int) -> Item:
        row = self._one("SELECT day, event, links, back FROM grouped WHERE report = ?", number)
        item = Item(number, row[0], row[1])
        item.links, item.back = _links(row[2]), _links(row[3])
        return item

    def load_vector(self, number: int) -> Terms:
        (data,) = self._one("SELECT data FROM grouping_vectors WHERE report = ?", number)
        return unpacked(data)

    def fetch(self, reports: Iterable[int]) -> None:
        if self._forgot:
            return
        reports = list(reports)
        if wanted := self.items.missing(reports):
            query = f"""SELECT report, day, event, links, back, grouping_events.story FROM grouped
                LEFT JOIN grouping_events ON grouping_events.id = event WHERE report IN ({_marks(wanted)})"""
            for number, day, event, links, back, story in self._db.execute(query, wanted):
                item = self.items[number] = Item(number, day, event)
                item.links, item.back = _links(links), _links(back)
                self._hold_event(event, story)
        if wanted := self.vectors.missing(reports):
            query = f"SELECT report, data FROM grouping_vectors WHERE report IN ({_marks(wanted)})"
            self.vectors.update((number, unpacked(data)) for number, data in self._db.execute(query, wanted))

    def events_of(self, reports: Collection[int]) -> dict[int, int]:
        if self._forgot:
            return super().events_of(reports)
        wanted = self.items.missing(reports)
        found: dict[int, int] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            piece = wanted[start : start + _AT_ONCE]
            query = f"""SELECT report, event, grouping_events.story FROM grouped
                LEFT JOIN grouping_events ON grouping_events.id = event WHERE report IN ({_marks(piece)})"""
            for number, event, story in self._db.execute(query, piece):
                found[number] = event
                self._hold_event(event, story)
        return found | super().events_of([number for number in reports if number not in found])

    def _hold_event(self, number: int, story: int) -> None:
        """Holds an event as it is written, unless it is held: then it may not be written yet, or not as it is now."""
        if self.events.peek(number) is None:
            self.events[number] = Event(number, None, story)

    def load_event(self, number: int) -> Event:
        (story,) = self._one("SELECT story FROM grouping_events WHERE id = ?", number)
        return Event(number, None, story)

    def load_members(self, number: int) -> list[int]:
        members = self._db.execute("SELECT report FROM grouped WHERE event = ? ORDER BY report", (number,))
        return [member for (member,) in members]

    def load_story(self, number: int) -> Story:
        row = self._one("SELECT size, links, volume FROM grouping_stories WHERE id = ?", number)
        events = self._db.execute("SELECT id FROM grouping_events WHERE story = ?", (number,))
        return Story(number, {event for (event,) in events}, _links(row[1]), row[0], row[2])

    def load_term(self, number: int) -> Term:
        self.expect((number,))
        return self.terms[number]

    def expect(self, terms: Iterable[int]) -> None:
        wanted = sorted(self.terms.missing(terms))
        self.terms.update((term, Term()) for term in wanted)
        for start in range(0, len(wanted), _AT_ONCE):
            piece = wanted[start : start + _AT_ONCE]
            query = f"SELECT term, reports, parts FROM grouping_terms WHERE term IN ({_marks(piece)})"
            for term, reports, parts in self._db.execute(query, piece):
                found = self.terms[term]
                found.reports = reports
                if parts and not self._forgot:
                    found.buckets = {bucket: [None] * count for bucket, count in _counts(parts).items()}

    def load_part(self, term: int, bucket: int, place: int) -> Part:
        query = "SELECT data FROM grouping_index WHERE term = ? AND bucket = ? AND part = ?"
        (data,) = self._one(query, term, bucket, place)
        part = Part()
        half = len(data) // 2
        part.numbers.frombytes(data[:half])
        part.weights.frombytes(data[half:])
        return part

    def all_items(self) -> list[int]:
        rows = self._db.execute("SELECT report FROM grouped WHERE event <> ? ORDER BY report", (UNPLACED,))
        return [number for (number,) in rows]

    def all_events(self) -> list[EventRow]:
        """Writes what changed so far, so that all can be read in one go, and lets go of what is held, so that there is
        room for it."""
        self._write_placed()
        for held in self._placed:
            held.forget()
        self.cosines.clear()
        self._tables.clear()
        rows = self._db.execute(
            """SELECT id, grouping_events.story, count(*) FROM grouping_events JOIN grouped ON grouped.event = id
            GROUP BY id ORDER BY id"""
        )
        return [EventRow(*row) for row in rows]

    def event_of_all(self) -> Iterator[tuple[int, int]]:
        return self._db.execute("SELECT report, event FROM grouped WHERE event <> ?", (UNPLACED,))

    def all_links(self) -> Iterator[tuple[int, dict[int, float]]]:
        rows = self._db.execute("SELECT event, links FROM grouped WHERE event <> ? ORDER BY report", (UNPLACED,))
        return ((event, _links(links)) for event, links in rows)

    def hand_to(self, moved: Iterable[tuple[int, int]], stories: Iterable[Story]) -> None:
        self._db.executemany("UPDATE grouping_events SET story = ?2 WHERE id = ?1", moved)
        self._db.execute("DELETE FROM grouping_stories")
        self._db.executemany("INSERT INTO grouping_stories (id, size, volume, links) VALUES (?, ?, ?, ?)",
                             map(_story_row, stories))  # fmt: skip

    def forget(self) -> None:
        super().forget()
        self._forgot = True
        self.touched.clear()
        self._db.execute("UPDATE grouping_terms SET parts = NULL")
        for table in ("grouping_index", "grouping_events", "grouping_stories"):
            self._db.execute(f"DELETE FROM {table}")
        self.touched.terms.update(number for number, term in self.terms.items() if term.reports)

    def touched_stories(self) -> set[int]:
        """The running stories that changed, gone ones too, or that a changed event is part of, since this was asked."""
        self._note_concerned()
        found, self._concerned = self._concerned, set()
        return found

    def save(self) -> None:
        """Writes what changed, and lets go of what was not used for long."""
        self._write(Touched.KINDS)
        self._db.executemany(
            "INSERT OR REPLACE INTO grouping_counters (name, value) VALUES (?, ?)",
            [(name, getattr(self, name)) for name in _COUNTERS],
        )
        self._forgot = False
        for held in (*self._placed, self.terms):
            held.let_go()
        if self.parts > PARTS:
            self.parts = 0
            for term in self.terms.held():
                term.buckets = {bucket: [None] * len(parts) for bucket, parts in term.buckets.items()}

    def rest(self) -> None:
        # A batch is compared with thousands of reports and changes the links of most of them, and of their stories.
        if not self._forgot:
            if len(self.touched.links) > ITEMS // 2 or len(self.touched.stories) > STORIES // 2:
                self._write_placed()
            self.items.let_go(self.touched.items, self.touched.links)
            self.vectors.let_go(self.touched.vectors)
            self.events.let_go(self.touched.events)
            self.stories.let_go(self.touched.stories)

    def _note_concerned(self) -> None:
        self._concerned |= self.touched.stories
        self._concerned.update(self.events[number].story for number in self.touched.events if number in self.events)

    def _write_placed(self) -> None:
        """Writes which reports are where, all of it: what is read again is what was written together."""
        self._note_concerned()
        self._write(("items", "links", "vectors", "events", "stories"))

    def _write(self, kinds: Iterable[str]) -> None:
        for kind in kinds:
            touched: set[Any] = getattr(self.touched, kind)
            getattr(self, f"_write_{kind}")(sorted(touched))
            touched.clear()

    def _write_items(self, numbers: list[int]) -> None:
        self._db.executemany(
            """INSERT INTO grouped (report, day, event, links, back) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (report) DO UPDATE SET day = excluded.day, event = excluded.event, links = excluded.links,
            back = excluded.back""",
            [
                (item.number, item.day, item.event, _encode(item.links), _encode(item.back))
                for item in map(self.items.__getitem__, numbers)
            ],
        )
        self.touched.links.difference_update(numbers)

    def _write_links(self, numbers: list[int]) -> None:
        self._db.executemany(
            "UPDATE grouped SET links = ?, back = ? WHERE report = ?",
            [(_encode(item.links), _encode(item.back), item.number) for item in map(self.items.__getitem__, numbers)],
        )

    def _write_vectors(self, numbers: list[int]) -> None:
        self._db.executemany(
            "INSERT OR REPLACE INTO grouping_vectors (report, data) VALUES (?, ?)",
            [(number, self.vectors[number].packed()) for number in numbers],
        )

    def _write_events(self, numbers: list[int]) -> None:
        gone = [(number,) for number in numbers if number not in self.events]
        self._db.executemany("DELETE FROM grouping_events WHERE id = ?", gone)
        there = [(number, self.events[number].story) for number in numbers if number in self.events]
        self._db.executemany("INSERT OR REPLACE INTO grouping_events (id, story) VALUES (?, ?)", there)

    def _write_stories(self, numbers: list[int]) -> None:
        gone = [(number,) for number in numbers if number not in self.stories]
        self._db.executemany("DELETE FROM grouping_stories WHERE id = ?", gone)
        there = [_story_row(self.stories[number]) for number in numbers if number in self.stories]
        self._db.executemany(
            "INSERT OR REPLACE INTO grouping_stories (id, size, volume, links) VALUES (?, ?, ?, ?)", there
        )

    def _write_terms(self, numbers: list[int]) -> None:
        self._db.executemany(
            "INSERT OR REPLACE INTO grouping_terms (term, reports, parts) VALUES (?, ?, ?)",
            [
                (number, term.reports, _encode({bucket: len(parts) for bucket, parts in term.buckets.items()}))
                for number in numbers
                for term in (self.terms[number],)
            ],
        )

    def _write_parts(self, keys: list[tuple[int, int, int]]) -> None:
        rows = []
        for term, bucket, place in keys:
            part = self.terms[term].buckets[bucket][place]
            assert part is not None
            rows.append((term, bucket, place, part.numbers.tobytes() + part.weights.tobytes()))
        self._db.executemany(
            "INSERT OR REPLACE INTO grouping_index (term, bucket, part, data) VALUES (?, ?, ?, ?)", rows
        )

    def _one(self, query: str, *values: int) -> Any:
        row = None if self._forgot else self._db.execute(query, values).fetchone()
        if row is None:
            raise sqlite3.DatabaseError(f"the grouping lacks {' '.join(map(str, values))}")
        return row


def _marks(values: Sized) -> str:
    """Marks for so many values of a query."""
    return ", ".join("?" * len(values))


def _story_row(story: Story) -> tuple[int, int, float, bytes]:
    return story.number, story.size, story.volume, _encode(story.links)
