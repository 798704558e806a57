"""Opening an archive's file, and the one way to write to it.

Who commits: only :func:`transaction`. Whatever is written inside one is there whole or not at all; code that writes
takes a connection and trusts its caller to have opened one.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

from dateline.errors import ArchiveError

PATIENCE = 30.0
"""Seconds that a writer waits for another one before it gives up."""
APPLICATION = 0x44544C4E
"""Marks the file as ours ("DTLN"), so that another program's database is never taken for an archive."""


def connect(path: str | Path, *, patience: float = PATIENCE) -> sqlite3.Connection:
    """A connection to the archive at ``path``. Raises ArchiveError where there is none."""
    path = Path(path)
    if path.is_dir():
        raise ArchiveError(f"{path} is a folder; an archive is one file, made with: dateline init NAME")
    if not path.is_file():
        raise ArchiveError(f"no archive {path}; make one with: dateline init {path.stem}")
    return _opened(path, patience)


@contextmanager
def new_file(path: Path) -> Iterator[sqlite3.Connection]:
    """A new archive at ``path``, which is there when the block ends, whole, and not before.

    Raises ArchiveError where there is one already.
    """
    taken = f"{path} exists already; choose another name, or add reports to it: dateline add {path.stem} PATHS..."
    if path.exists():
        raise ArchiveError(taken)
    try:
        with tempfile.TemporaryDirectory(prefix=f".{path.name}.", dir=path.parent) as folder:
            made = Path(folder) / path.name
            with closing(sqlite3.connect(made)) as empty:
                empty.execute(f"PRAGMA application_id = {APPLICATION}")
            with closing(_opened(made, PATIENCE)) as db:
                yield db
                with said_plainly(path):
                    # What is still in the log goes with it: on a full disk closing would leave half a file, silently.
                    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            os.link(made, path)
            _sync(path.parent)
    except FileExistsError as err:
        raise ArchiveError(taken) from err
    except OSError as err:
        raise ArchiveError(f"cannot make {path}: {(err.strerror or str(err)).lower()}") from err


def _sync(folder: Path) -> None:
    """Puts a folder's list of files on the disk, so that a new one is still there after a power cut."""
    with contextlib.suppress(OSError):  # not every system lets a folder be opened; the file itself is whole
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _opened(path: Path, patience: float) -> sqlite3.Connection:
    try:
        if is_writable(path):
            db = sqlite3.connect(path, timeout=patience, isolation_level=None)
        else:
            # Without a place for its log SQLite opens no WAL file, unless it is told that nobody writes.
            if _size(path.with_name(path.name + "-wal")):
                raise ArchiveError(f"{path} has changes in {path.name}-wal and cannot be written; copy both elsewhere")
            db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
        with said_plainly(path):
            _settings(db, path)
    except sqlite3.Error as err:
        raise ArchiveError(f"cannot open {path}: {err}") from err
    return db


def is_writable(path: Path) -> bool:
    """Whether an archive can be written; one that cannot can still be listed, shown and searched."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _settings(db: sqlite3.Connection, path: Path) -> None:
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        db.close()
        raise ArchiveError(f"{path} is no archive of ours; make one with: dateline init NAME")
    if is_writable(path):
        db.execute("PRAGMA journal_mode = WAL")
    # FULL: a commit is on the disk when it returns, so that a power cut loses nothing that was reported as done.
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA cache_size = -32768")


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Everything written inside is committed at its end, or nothing of it where anything is raised.

    The write lock is taken at the start, so that what is read inside still holds when it is written. Inside another
    transaction this is part of that one.
    """
    if db.in_transaction:
        yield
        return
    with said_plainly():
        db.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


@contextmanager
def said_plainly(path: str | Path = "the archive") -> Iterator[None]:
    """Rewords what SQLite raises, and what reading back raises: a lock, a full disk, a damaged file."""
    try:
        yield
    except sqlite3.OperationalError as err:
        words = str(err)
        if "locked" in words:
            raise ArchiveError(f"{path} is being written by another run; try again when that is done") from err
        if "full" in words or "disk I/O" in words:
            raise ArchiveError(
                f"{path} cannot be written, the disk is full ({words}); what was read so far is kept, "
                "make room and run the same command again"
            ) from err
        if "readonly" in words:
            raise ArchiveError(
                f"{path} cannot be written; check its permissions, and that its folder can be too"
            ) from err
        if any(word in words for word in _MISTAKES):
            raise
        raise _damaged(path, err) from err
    except (sqlite3.DatabaseError, zlib.error, msgspec.DecodeError, UnicodeDecodeError) as err:
        if isinstance(err, (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError)):
            raise
        raise _damaged(path, err) from err


_MISTAKES = ("syntax error", "no such column", "no such function")
"""Words of errors that are faults of ours, not of a file."""


def _damaged(path: str | Path, err: Exception) -> ArchiveError:
    words = " ".join(str(err).encode("ascii", "replace").decode().split())[:100]
    return ArchiveError(f"{path} is damaged or no database ({words}); restore it from a copy")
