"""The archive at work: add reports, update from what is known, list stories. One screen of steps, each its own module.

sources ─▶ read ─▶ store, annotated ─▶ group ─▶ weave what changed ─▶ news
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from dateline.archive import arrivals, files, news, sources, troubles
from dateline.archive.changes import Change
from dateline.archive.connection import connect, new_file, said_plainly, transaction
from dateline.archive.ingest import Intake, Taken, redo_outdated, take_in
from dateline.archive.migrations import migrate
from dateline.archive.weaving import weave_stale
from dateline.archive.web import Web, clock
from dateline.errors import ArchiveError
from dateline.model.problem import Problem
from dateline.model.report import Report
from dateline.read import read_reports

if TYPE_CHECKING:
    from dateline.archive.web import Fetch

ENDING = ".db"
_UNREADABLE = (
    *(TypeError, ValueError, LookupError, AttributeError, ArithmeticError, AssertionError),
    *(sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError),
)
"""What is raised where a stored value is not what it should be; or where dateline is at fault."""
Progress = Callable[[str, int], None]
"""Told of each step: what is done ("read", "grouped", "woven") and how many more of it."""


class Updated(NamedTuple):
    """What an update did and found."""

    taken: Taken
    changes: list[Change]


def path_of(name: str) -> Path:
    """The file of an archive: ``libya`` is ``libya.db``; a name that ends so is taken as it is.

    Raises ArchiveError for what is no name.
    """
    if "\0" in name or not name.removesuffix(ENDING).rpartition("/")[2].strip(". "):
        raise ArchiveError(f"saw {name!r}, expected the name of an archive, such as: libya")
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
        with closing(self.db):
            if err is not None:
                with said_plainly(self.path):
                    self._blame(err)
                    raise err

    def _blame(self, err: BaseException) -> None:
        """Where something went wrong because a row is not as it was written, says so."""
        if isinstance(err, _UNREADABLE):
            from dateline.archive.soundness import faults

            if found := next(faults(self.db), None):
                raise ArchiveError(
                    f"{self.path} holds something that dateline did not write ({found}); restore it from a copy, "
                    f"or see all of it: dateline verify {self.path.stem}"
                ) from err

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
        follow: bool = False,
        fetch: Fetch | None = None,
        on_problem: Callable[[Problem], None] | None = None,
        progress: Progress | None = None,
    ) -> Taken:
        """Reads files, folders, addresses of feeds and pages, and OPML lists of feeds, and notes them as sources.

        Groups and weaves what is new, telling nobody. ``follow``: of a feed's items that are but teasers, fetch the
        pages, now and in updates. ``fetch``: how an address is fetched; the archive's own way if None.
        """
        given, addresses, lists = arrivals.sorted_out(paths)
        look = _Look(Intake(self.db), on_problem, progress)
        with transaction(self.db):
            for path in given:
                if Path(path).exists() and not sources.remember_path(self.db, path, mapping):
                    look.problem(Problem(path, "warning", "a name that is no text; read once, no update looks there"))
            asked = [sources.remember_address(self.db, address, follow=follow) for address in addresses]
            arrivals.follow_lists(self.db, lists, follow=follow)
        look.files(
            [(given, mapping or None)], [s for path in given for s in map(files.state_of, files.below(path)) if s]
        )
        if asked:
            look.web(asked, fetch or arrivals.fetcher(self.db), again=False)
        taken = look.take(self.db)
        self._work_through(workers, progress, told=True)
        return taken

    def update(
        self,
        *,
        workers: int = 1,
        as_of: str | None = None,
        fetch: Fetch | None = None,
        on_problem: Callable[[Problem], None] | None = None,
        progress: Progress | None = None,
    ) -> Updated:
        """Reads what is new in the known sources; gives what changed that nobody was told yet.

        Whoever tells it does so inside :meth:`telling`. ``as_of``: the ISO day for which plans fall due; the newest
        report's day if None. ``fetch``: as for :meth:`add`.
        """
        look = _Look(Intake(self.db), on_problem, progress)
        with transaction(self.db):
            fresh = arrivals.newly_listed(self.db, sources.sources(self.db))
        known = sources.sources(self.db)
        for source in known:
            if source.kind in sources.ON_DISK and look.is_there(source) and source.kind == sources.PATH:
                states = files.unread(self.db, files.below(source.address))
                if states:
                    look.files([([state.path for state in states], source.mapping or None)], states)
        numbers = {source.number for source in fresh}
        fetch = fetch or arrivals.fetcher(self.db)
        if asked := [source for source in known if source.kind not in sources.ON_DISK]:
            look.web([source for source in asked if source.number in numbers], fetch, again=False)
            look.web([source for source in asked if source.number not in numbers], fetch, again=True)
        taken = look.take(self.db)
        self._redo(workers, look, progress)
        self._work_through(workers, progress, told=False, as_of=as_of)
        return Updated(taken, self._followed(news.untold(self.db)))

    def _redo(self, workers: int, look: _Look, progress: Progress | None) -> None:
        """Annotates anew what an older dateline annotated, some thousand reports at a time."""

        def redone(count: int) -> None:
            if progress:
                progress("annotated anew", count)

        if left := redo_outdated(self.db, workers=workers, on_redone=redone):
            words = f"{left} reports are still annotated as an older dateline did; the next updates go on with them"
            look.problem(Problem(str(self.path), "note", words))

    @contextmanager
    def telling(self) -> Iterator[list[Change]]:
        """What changed that nobody was told yet, for the block to tell; noted as told when the block has ended well.

        Of two runs at once one tells it: the other waits, and finds nothing left. A run that is killed in the block has
        told nobody, and the next one tells it.
        """
        with transaction(self.db):
            found = news.untold(self.db)
            yield self._followed(found)
            news.mark_told(self.db, found)

    def _work_through(self, workers: int, progress: Progress | None, *, told: bool, as_of: str | None = None) -> None:
        """Groups what waits, weaves what changed, records the news."""

        def grouped(count: int) -> None:
            if progress:
                progress("grouped", count)

        take_in(self.db, workers=workers, on_grouped=grouped)
        news.note_traces(self.db, told=told)
        for _ in weave_stale(self.db, told=told):
            if progress:
                progress("woven", 1)
        news.note_due(self.db, as_of, told=told)
        news.note_alone(self.db, told=told)

    def _followed(self, found: list[Change]) -> list[Change]:
        """The changes in the stories that are followed."""
        if not self.query:
            return found
        from dateline.archive.stories import listed

        followed = {row.id for row in listed(self.db, self.query)}
        return [change for change in found if change.story is None or change.story in followed]


class _Look:
    """One look at several sources: everything that they hold goes through one intake, and what was read is noted last.

    What is noted last is at worst read again after a kill, and then known.
    """

    def __init__(self, intake: Intake, on_problem: Callable[[Problem], None] | None, progress: Progress | None) -> None:
        self._intake = intake
        self._on_problem = on_problem
        self._progress = progress
        self._parts: list[Iterator[Report]] = []
        self._states: list[files.State] = []
        self._webs: list[Web] = []
        self._left: dict[int, dict[str, str]] = {}

    def problem(self, found: Problem) -> None:
        self._intake.problem(found)
        if self._on_problem:
            self._on_problem(found)

    def is_there(self, source: sources.Source) -> bool:
        """Whether a file, folder or list is where it was; said and counted as with an address where it is not."""
        now = clock()
        if Path(source.address).exists():
            if "told" in source.state:
                self.problem(Problem(source.address, "note", f"there again{troubles.so_far(source.state)}"))
            if "failures" in source.state:
                self._left[source.number] = {
                    name: value for name, value in source.state.items() if name not in troubles.FIELDS
                }
            return True
        state = troubles.counted(source.state, "no longer there", now)
        if troubles.is_due(state, now):
            so_far = troubles.so_far(state)
            kept = "what was read from it is kept" if source.kind == sources.PATH else "its feeds are still followed"
            self.problem(Problem(source.address, "warning", f"no longer there{so_far}; {kept}"))
            state = troubles.said(state, now)
        self._left[source.number] = state
        return False

    def files(self, given: Iterable[tuple[list[str], Mapping[str, str] | None]], states: Iterable[files.State]) -> None:
        for paths, mapping in given:
            self._parts.append(read_reports(paths, mapping=mapping, on_problem=self.problem))
        self._states += states

    def web(self, asked: list[sources.Source], fetch: Fetch, *, again: bool) -> None:
        web = Web(self._intake.db, fetch, self.problem, again=again)
        self._parts.append(web.reports(asked))
        self._webs.append(web)

    def take(self, db: sqlite3.Connection) -> Taken:
        """Stores the reports, then how their sources were left."""

        def read(count: int) -> None:
            if self._progress:
                self._progress("read", count)

        taken = self._intake.keep(chain.from_iterable(self._parts), read)
        with transaction(db):
            files.mark_read(db, self._states)
            for number, state in self._left.items():
                sources.keep_state(db, number, state)
            for web in self._webs:
                web.keep()
        return taken
