"""The archive at work: add reports, update from what is known, list stories. One screen of steps, each its own module.

sources ─▶ read ─▶ store, annotated ─▶ group ─▶ weave what changed ─▶ news
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from dateline.archive import files, news, sources
from dateline.archive.changes import Change
from dateline.archive.connection import connect, new_file, transaction
from dateline.archive.ingest import Intake, Taken, group_waiting, redo_outdated
from dateline.archive.migrations import migrate
from dateline.archive.weaving import weave_stale
from dateline.model.problem import Problem
from dateline.model.report import Report
from dateline.read import read_reports

ENDING = ".db"
Progress = Callable[[str, int], None]
"""Told of each step: what is done ("read", "grouped", "woven") and how many more of it."""


class Updated(NamedTuple):
    """What an update did and found."""

    taken: Taken
    changes: list[Change]


def path_of(name: str) -> Path:
    """The file of an archive: ``libya`` is ``libya.db``; a name that ends so is taken as it is."""
    return Path(name if name.endswith(ENDING) else name + ENDING)


class Archive:
    """An open archive; use it in a ``with``."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self.db = db
        self.path = path

    @classmethod
    def create(cls, name: str, query: str = "") -> Archive:
        """A new archive. Raises ArchiveError where there is one already."""
        path = path_of(name)
        with new_file(path) as db:
            migrate(db)
            with transaction(db):
                db.execute("INSERT INTO settings (name, value) VALUES ('query', ?)", (query,))
        return cls.open(name)

    @classmethod
    def open(cls, name: str) -> Archive:
        """An archive, its tables brought up to date. Raises ArchiveError where there is none."""
        path = path_of(name)
        archive = cls(connect(path), path)
        migrate(archive.db)
        return archive

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, err: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.db.close()

    @property
    def query(self) -> str:
        """The words that the stories followed must have; empty: all are."""
        row = self.db.execute("SELECT value FROM settings WHERE name = 'query'").fetchone()
        return row[0] if row else ""

    def add(
        self,
        paths: Iterable[str],
        *,
        mapping: Mapping[str, str] | None = None,
        workers: int = 1,
        on_problem: Callable[[Problem], None] | None = None,
        progress: Progress | None = None,
    ) -> Taken:
        """Reads the paths and notes them as sources; groups and weaves what is new, telling nobody."""
        paths = list(paths)
        with transaction(self.db):
            for path in paths:
                if Path(path).exists():
                    sources.remember_path(self.db, path, mapping)
        states = [state for path in paths if path != "-" for state in map(files.state_of, files.below(path)) if state]
        taken = self._read(paths, mapping, states, workers, on_problem, progress)
        self._work_through(workers, progress, told=True)
        return taken

    def update(
        self,
        *,
        workers: int = 1,
        as_of: str | None = None,
        on_problem: Callable[[Problem], None] | None = None,
        progress: Progress | None = None,
    ) -> Updated:
        """Reads what is new in the known sources; gives what changed that nobody was told yet.

        Call :func:`dateline.archive.news.mark_told` when somebody was. ``as_of``: the ISO day for which plans fall due;
        the newest report's day if None.
        """
        taken = Taken()
        for source in sources.sources(self.db):
            if source.kind != sources.PATH:
                continue
            if not Path(source.address).exists():
                self._missing(source.address, on_problem)
                continue
            states = files.unread(self.db, files.below(source.address))
            if states:
                found = self._read([s.path for s in states], source.mapping, states, workers, on_problem, progress)
                taken = Taken(*(a + b for a, b in zip(_counts(taken), _counts(found), strict=True)))
        redo_outdated(self.db, workers=workers)
        self._work_through(workers, progress, told=False, as_of=as_of)
        return Updated(taken, self._followed(news.untold(self.db)))

    def _read(
        self,
        paths: list[str],
        mapping: Mapping[str, str] | None,
        states: list[files.State],
        workers: int,
        on_problem: Callable[[Problem], None] | None,
        progress: Progress | None,
    ) -> Taken:
        intake = Intake(self.db, workers=workers)

        def problem(found: Problem) -> None:
            intake.problem(found)
            if on_problem:
                on_problem(found)

        def stored(_: Report) -> None:
            if progress:
                progress("read", 1)

        taken = intake.store(read_reports(paths, mapping=mapping or None, on_problem=problem), stored)
        with transaction(self.db):
            files.mark_read(self.db, states)
        return taken

    def _work_through(self, workers: int, progress: Progress | None, *, told: bool, as_of: str | None = None) -> None:
        """Groups what waits, weaves what changed, records the news."""

        def grouped(count: int) -> None:
            if progress:
                progress("grouped", count)

        group_waiting(self.db, grouped)
        news.note_traces(self.db, told=told)
        for _ in weave_stale(self.db, told=told):
            if progress:
                progress("woven", 1)
        news.note_due(self.db, as_of or news.newest_day(self.db), told=told)
        news.note_alone(self.db, told=told)

    def _followed(self, found: list[Change]) -> list[Change]:
        """The changes in the stories that are followed."""
        if not self.query:
            return found
        from dateline.archive.stories import listed

        followed = {row.id for row in listed(self.db, self.query)}
        return [change for change in found if change.story is None or change.story in followed]

    def _missing(self, address: str, on_problem: Callable[[Problem], None] | None) -> None:
        if on_problem:
            on_problem(Problem(address, "warning", "no longer there; what was read from it is kept"))


def _counts(taken: Taken) -> tuple[int, int, int, int]:
    return taken.read, taken.new, taken.known, taken.rejected
