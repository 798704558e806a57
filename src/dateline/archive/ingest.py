"""Taking reports in: read ─▶ annotate ─▶ store ─▶ group, a few hundred a transaction.

What is stored is grouped while the workers annotate what follows, a window of report numbers at a time, so that the
groups hang neither on the number of workers nor on when a run was stopped.

Killed at any moment, the archive holds whole steps only, and the next run goes on where this one stopped: reports that
are stored are known by their keys, and those not yet grouped are listed as waiting.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

import msgspec

from dateline.archive import notes, rejected, reports
from dateline.archive.connection import transaction
from dateline.archive.grouping import StoredShelf
from dateline.archive.stories import renumber
from dateline.archive.work import Worked, story_text, version, work_on_all
from dateline.group.stories import Grouper, NewReport
from dateline.group.stories.features import Features, features
from dateline.model.problem import Problem
from dateline.model.report import Report

STORED = 200
"""New reports in one transaction: so few that a kill costs a second's work, so many that a commit costs nothing."""
GROUPED = 256
"""Reports that are grouped in one transaction."""
WINDOW = 2048
"""Reports, by their numbers, that are grouped oldest first. A window waits until it is full, or all is stored."""
REDONE = 200
"""Reports whose annotations are redone in one transaction."""

_features = msgspec.msgpack.Decoder(Features)


class Taken(msgspec.Struct):
    """What became of the reports that were read. ``known``: they were there before."""

    read: int = 0
    new: int = 0
    known: int = 0
    rejected: int = 0


class Intake:
    """Stores reports as they are read. ``problem`` is for the reader; what it names is kept with the next reports."""

    def __init__(self, db: sqlite3.Connection, *, workers: int = 1) -> None:
        self.taken = Taken()
        self._grouping = _Grouping(db)
        self.db = db
        self._workers = workers
        self._problems: list[Problem] = []
        self._seen: set[str] = set()
        self._copies: list[Report] = []

    def problem(self, problem: Problem) -> None:
        self.taken.rejected += problem.level == "rejected"
        self._problems.append(problem)

    def store(
        self,
        found: Iterable[Report],
        on_report: Callable[[Report], None] | None = None,
        on_grouped: Callable[[int], None] | None = None,
    ) -> Taken:
        """Stores the new ones among the reports, annotated, and groups the windows that are full."""
        worked = work_on_all(self._unknown(found), self._workers)
        while chunk := list(islice(worked, STORED)):
            with transaction(self.db):
                for report, made in chunk:
                    self._store(report, made)
                self._note()
            for report, _ in chunk:
                if on_report:
                    on_report(report)
            if (count := self._grouping.some(full=True)) and on_grouped:
                on_grouped(count)
        with transaction(self.db):
            self._note()
        return self.taken

    def _unknown(self, found: Iterable[Report]) -> Iterator[Report]:
        """The reports that the archive does not have; of one it has, a new place where it was found is noted."""
        for report in found:
            self.taken.read += 1
            key = reports.key_of(report)
            if key in self._seen or reports.known(self.db, key) is not None:
                self.taken.known += 1
                if not reports.found_there(self.db, report):
                    self._copies.append(report)
            else:
                self._seen.add(key)
                yield report

    def _store(self, report: Report, made: Worked) -> None:
        number, fresh = reports.add(self.db, report)
        if not fresh:  # another run was quicker
            self.taken.known += 1
            return
        self.taken.new += 1
        notes.keep(self.db, number, made.notes, made.names, version())
        day = report.day.isoformat() if report.day else ""
        self.db.execute(
            "INSERT INTO grouping_waiting (undated, day, key, report, features) VALUES (?, ?, ?, ?, ?)",
            (not day, day, reports.key_of(report), number, made.terms),
        )

    def _note(self) -> None:
        """Keeps the problems named so far, and the places where known reports were found again."""
        for problem in self._problems:
            rejected.note(self.db, problem)
        self._problems.clear()
        waiting = []
        for report in self._copies:
            if reports.known(self.db, reports.key_of(report)) is None:
                waiting.append(report)  # its first finding is still being annotated
            else:
                reports.add(self.db, report)
        self._copies = waiting


def group_waiting(db: sqlite3.Connection, on_grouped: Callable[[int], None] | None = None) -> int:
    """Groups the reports that are stored but not yet grouped, window by window; how many there were."""
    total = 0
    grouping = _Grouping(db)
    while count := grouping.some():
        total += count
        if on_grouped:
            on_grouped(count)
    return total


class _Grouping:
    """Groups what waits, batch by batch."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._shelf = StoredShelf(db)

    def some(self, *, full: bool = False) -> int:
        """Groups the oldest of the first window; ``full``: only where no more reports can come to it. How many."""
        with transaction(self._db):
            first, last = self._db.execute("SELECT min(report), max(report) FROM grouping_waiting").fetchone()
            if first is None or (full and last // WINDOW == first // WINDOW):
                return 0
            batch = list(_waiting(self._db, first // WINDOW))
            _group(self._db, self._shelf, batch)
        return len(batch)


def _waiting(db: sqlite3.Connection, window: int) -> Iterator[NewReport]:
    """The next reports of a window, oldest first."""
    numbers = db.execute(
        "SELECT report FROM grouping_waiting WHERE report BETWEEN ? AND ? ORDER BY undated, day, key LIMIT ?",
        (window * WINDOW, window * WINDOW + WINDOW - 1, GROUPED),
    ).fetchall()
    for (number,) in numbers:
        key, day, data = db.execute(
            "SELECT key, day, features FROM grouping_waiting WHERE report = ?", (number,)
        ).fetchone()
        yield NewReport(number, key, _features.decode(data), _day(day))


def _group(db: sqlite3.Connection, shelf: StoredShelf, batch: Sequence[NewReport]) -> None:
    shelf.open()
    before = shelf.vectored, shelf.regrouped
    Grouper(shelf, lambda numbers: _recalled(db, numbers)).add(batch)
    touched = shelf.touched_stories()
    whole = (shelf.vectored, shelf.regrouped) != before
    shelf.save()
    renumber(db, None if whole else touched)
    db.executemany("DELETE FROM grouping_waiting WHERE report = ?", [(one.number,) for one in batch])


def _recalled(db: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[NewReport]:
    for number, report in reports.get(db, numbers):
        yield NewReport(number, reports.key_of(report), features(story_text(report)), report.day)


def _day(published: str | None) -> dt.date | None:
    return dt.date.fromisoformat(published) if published else None


def redo_outdated(db: sqlite3.Connection, *, workers: int = 1) -> int:
    """Annotates anew what another version annotated, oldest report first; their stories become stale. How many."""
    total = 0
    while numbers := notes.outdated(db, version(), REDONE):
        found = list(reports.get(db, numbers))
        made = list(work_on_all((report for _, report in found), workers))
        with transaction(db):
            for (number, _), (_, worked) in zip(found, made, strict=True):
                notes.keep(db, number, worked.notes, worked.names, version())
            marks = ", ".join("?" * len(numbers))
            db.execute(
                f"UPDATE stories SET stale = 1 WHERE id IN (SELECT story FROM grouped WHERE report IN ({marks}))",
                numbers,
            )
        total += len(numbers)
    return total
