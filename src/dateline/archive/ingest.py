"""Taking reports in: read ─▶ keep what has arrived ─▶ annotate, store and group, oldest first.

What was read is put aside on the disk before anything is made of it. So a pile of any size is taken in oldest first,
and neither the order in which it was read nor the number of workers shows in the archive.

Killed at any moment, the archive holds whole steps only, and the next run goes on where this one stopped: reports that
have arrived or are stored are known by their keys.
"""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

import msgspec

from dateline.archive import arrived, notes, rejected, reports
from dateline.archive.connection import transaction
from dateline.archive.grouping import UNPLACED, StoredShelf
from dateline.archive.stories import renumber
from dateline.archive.work import Worked, story_text, version, work_on_all
from dateline.group.stories import Grouper, NewReport
from dateline.group.stories.features import terms_of, unpacked
from dateline.group.stories.grouper import RELEARNED
from dateline.model.problem import Problem
from dateline.model.report import Report

KEPT = 500
"""Reports that were read in one transaction: so few that a kill costs less than a second's work, so many that a commit
costs nothing."""
TAKEN = 512
"""Reports that are stored and grouped in one transaction."""
REDONE = 200
"""Reports whose annotations are redone in one transaction."""
MOST_REDONE = 4000
"""Reports whose annotations one update redoes: half a minute's work. The next updates do the rest."""

Counted = Callable[[int], None]
"""Told of how many reports a step is done."""


class Taken(msgspec.Struct):
    """What became of the reports that were read. ``known``: they were there before."""

    read: int = 0
    new: int = 0
    known: int = 0
    rejected: int = 0


class Intake:
    """Keeps reports as they are read. ``problem`` is for the reader; what it names is kept with the next reports."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.taken = Taken()
        self.db = db
        self._problems: list[Problem] = []

    def problem(self, problem: Problem) -> None:
        self.taken.rejected += problem.level == "rejected"
        self._problems.append(problem)

    def keep(self, found: Iterable[Report], on_read: Counted | None = None) -> Taken:
        """Keeps the new ones among the reports until :func:`take_in`, and notes where known ones were found again."""
        source = iter(found)
        while chunk := list(islice(source, KEPT)):
            with transaction(self.db):
                for report in chunk:
                    self._keep(report)
                self._note()
            if on_read:
                on_read(len(chunk))
        with transaction(self.db):
            self._note()
        return self.taken

    def _keep(self, report: Report) -> None:
        self.taken.read += 1
        number = reports.known(self.db, reports.key_of(report))
        if number is not None:
            reports.note_places(self.db, number, reports.places_of(report))
        if number is None and arrived.keep(self.db, report):
            self.taken.new += 1
        else:
            self.taken.known += 1

    def _note(self) -> None:
        for problem in self._problems:
            rejected.note(self.db, problem)
        self._problems.clear()


def take_in(db: sqlite3.Connection, *, workers: int = 1, on_grouped: Counted | None = None) -> int:
    """Annotates, stores and groups the reports that have arrived, oldest first; how many there were."""
    grouping = _Grouping(db, on_grouped)
    worked = work_on_all(arrived.get(db, arrived.waiting(db)), workers)
    while batch := list(islice(worked, TAKEN)):
        grouping.place_waiting(more=True)
        with transaction(db):
            fresh = [one for report, made in batch for one in _stored(db, report, made)]
            young = grouping.is_young()
            if young:
                grouping.put_off(fresh)
            else:
                grouping.add(fresh)
        if not young:
            grouping.tell(len(fresh))
    grouping.place_waiting(more=False)
    return grouping.placed


def _stored(db: sqlite3.Connection, report: Report, made: Worked) -> Iterator[NewReport]:
    """Stores a report with what was made of it; nothing where another run did."""
    key = reports.key_of(report)
    places = arrived.take(db, key)
    if places is None:
        return
    number, fresh = reports.add(db, report, places)
    if fresh:
        notes.keep(db, number, made.notes, made.names, version(), fresh=True)
        yield NewReport(number, key, unpacked(made.terms), report.day)


class _Grouping:
    """Groups batch by batch.

    The first reports of an archive wait until there are enough of them to know which words are common.
    """

    def __init__(self, db: sqlite3.Connection, on_grouped: Counted | None = None) -> None:
        self.placed = 0
        self._db = db
        self._on_grouped = on_grouped
        self._shelf = StoredShelf(db)
        self._grouper = Grouper(self._shelf, self._recalled)

    def is_young(self) -> bool:
        """Whether so few reports are grouped that more should wait for each other."""
        self._shelf.open()
        return self._shelf.count < RELEARNED

    def put_off(self, batch: Sequence[NewReport]) -> None:
        """Leaves a batch to :meth:`place_waiting`; inside the transaction that stores it."""
        self._db.executemany(
            "INSERT INTO grouped (report, day, event, links, back) VALUES (?, ?, ?, x'80', x'80')",
            [(one.number, one.day.toordinal() if one.day else None, UNPLACED) for one in batch],
        )

    def add(self, batch: Sequence[NewReport]) -> None:
        """Groups a batch, and gives the stories that it touches their ids; inside the transaction that stores it."""
        shelf = self._shelf
        before = shelf.vectored, shelf.regrouped
        self._group(batch)
        whole = (shelf.vectored, shelf.regrouped) != before
        renumber(self._db, None if whole else self._touched)

    def place_waiting(self, *, more: bool) -> None:
        """Groups the reports that wait: of a young archive, or left without a place by a newer way of grouping.

        ``more``: others may still come, so those of a young archive wait until they are enough.
        """
        while True:
            with transaction(self._db):
                young = self.is_young()
                least = RELEARNED - self._shelf.count if young and more else 1
                rows = self._db.execute(
                    """SELECT report FROM grouped JOIN reports ON reports.id = report WHERE event = ?
                    ORDER BY day IS NULL, day, key LIMIT ?""",
                    (UNPLACED, RELEARNED if young else TAKEN),
                ).fetchall()
                if len(rows) < least:
                    return
                self._group(list(self._recalled([number for (number,) in rows])))
                if not self._db.execute("SELECT 1 FROM grouped WHERE event = ? LIMIT 1", (UNPLACED,)).fetchone():
                    renumber(self._db)
            self.tell(len(rows))

    def tell(self, count: int) -> None:
        """Says that so many more are grouped; outside any transaction."""
        self.placed += count
        if self._on_grouped:
            self._on_grouped(count)

    def _group(self, batch: Sequence[NewReport]) -> None:
        self._shelf.open()
        self._grouper.add(batch)
        self._touched = self._shelf.touched_stories()
        self._shelf.save()

    def _recalled(self, numbers: Sequence[int]) -> Iterator[NewReport]:
        for number, report in reports.get(self._db, numbers):
            yield NewReport(number, reports.key_of(report), terms_of(story_text(report)), report.day)


def redo_outdated(db: sqlite3.Connection, *, workers: int = 1, on_redone: Counted | None = None) -> int:
    """Annotates anew what another version annotated, the newest reports first; their stories become stale.

    How many are left for the next time.
    """
    numbers = notes.outdated(db, version(), MOST_REDONE)
    order: deque[int] = deque()

    def found() -> Iterator[Report]:
        for number, report in reports.get(db, numbers):
            order.append(number)
            yield report

    worked = work_on_all(found(), workers if len(numbers) > REDONE else 1)
    while chunk := list(islice(worked, REDONE)):
        done = [order.popleft() for _ in chunk]
        with transaction(db):
            for number, (_, made) in zip(done, chunk, strict=True):
                notes.keep(db, number, made.notes, made.names, version())
            marks = ", ".join("?" * len(done))
            db.execute(
                f"UPDATE stories SET stale = 1 WHERE id IN (SELECT story FROM grouped WHERE report IN ({marks}))", done
            )
        if on_redone:
            on_redone(len(done))
    return notes.count_outdated(db, version()) if len(numbers) == MOST_REDONE else 0
