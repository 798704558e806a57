"""From what a user names (files, folders, standard input) to reports, one problem a bad input, the rest goes on."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import io
import os
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from dateline.errors import InputError
from dateline.model.problem import Problem
from dateline.model.report import Report
from dateline.read.nested import headed, reports_in
from dateline.read.readers import Input

if TYPE_CHECKING:
    from dateline.read.fetch import Fetched

_ARCHIVES = (".db", ".db-wal", ".db-shm", ".db-journal")
OnProblem = Callable[[Problem], None]


def read_reports(
    paths: Sequence[str],
    *,
    mapping: Mapping[str, str] | None = None,
    stdin: BinaryIO | None = None,
    on_problem: OnProblem,
    now: dt.datetime | None = None,
    fetch: Callable[[str], Fetched] | None = None,
) -> Iterator[Report]:
    """Yields the reports of files, folders (all below, sorted, hidden ones skipped) and standard input (``-``).

    ``mapping``: our field -> the name that a JSON row has for it ("text" -> "body"). Whatever is wrong with an input
    goes to ``on_problem``, one each, and the rest is read; nothing is raised for an input. The very same record twice
    in one file is yielded once; equal texts of different files, or of records that differ in anything, are all
    yielded. ``now``: the time by which embargoes are judged; by default the clock's. ``fetch``: how an address
    (``https://...``) is fetched, such as ``Fetcher().fetch``; without it addresses are not asked.
    """
    taken: set[str] = set()
    for path in paths:
        for name in _names(path, on_problem):
            seen: set[int] = set()
            for report in _of(name, mapping or {}, stdin, taken, on_problem, now, fetch):
                key = _identity(report)
                if key in seen:
                    on_problem(Problem(report.file or name, "note", "the very same record as one before it, read once"))
                    continue
                seen.add(key)
                yield report


def _identity(report: Report) -> int:
    """What two readings of one record have in common: its id, and its place without the line.

    64 bits, since a file may hold millions; two records of such a file share one with a chance of one in a million.
    """
    name, _, line = (report.file or "").rpartition(":")
    place = name if name and line.isdigit() else report.file
    parts = (report.id, place, report.source, report.title, report.authors, report.published.date)
    made = hashlib.blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(made, "big")


def _names(path: str, on_problem: OnProblem) -> Iterator[str]:
    """The files that a path stands for, each under the name to show."""
    if path == "-" or not os.path.isdir(path):  # noqa: PTH112 - the name is kept as given
        yield path
        return
    found = False
    for name in _below(path, (), on_problem):
        found = True
        yield name
    if not found:
        on_problem(Problem(path, "rejected", "a folder without reports; dateline readers lists what can be read"))


def passed_over(name: str) -> bool:
    """Whether a file found in a folder is left alone: hidden, or an archive of ours or what belongs to one."""
    return name.startswith(".") or name.endswith(_ARCHIVES)


def _below(folder: str, above: tuple[tuple[int, int], ...], on_problem: OnProblem) -> Iterator[str]:
    """The files below a folder, sorted; a link back to a folder above is not followed."""
    try:
        known = Path(folder).stat()
        with os.scandir(folder) as entries:
            listed = sorted((entry.name, entry.is_dir()) for entry in entries if not passed_over(entry.name))
    except OSError as err:
        on_problem(Problem(folder, "rejected", f"cannot be opened ({_reason(err)}); the folder is left out"))
        return
    here = (known.st_dev, known.st_ino)
    if here in above:
        on_problem(Problem(folder, "note", "a link back to a folder above it; not followed"))
        return
    for name, is_folder in listed:
        inner = os.path.join(folder, name)  # noqa: PTH118 - the name is kept as given
        if is_folder:
            yield from _below(inner, (*above, here), on_problem)
        else:
            yield inner


def _of(
    name: str,
    mapping: Mapping[str, str],
    stdin: BinaryIO | None,
    taken: set[str],
    on_problem: OnProblem,
    now: dt.datetime | None,
    fetch: Callable[[str], Fetched] | None,
) -> Iterator[Report]:
    """The reports of one file or of standard input."""
    address = name.startswith(("http://", "https://"))
    identity = name if name == "-" or address else os.path.realpath(name)
    if identity in taken:
        on_problem(Problem(name, "note", "given more than once, read once"))
        return
    taken.add(identity)
    if address:
        yield from _fetched(name, mapping, on_problem, now, fetch)
        return
    shown = "standard input" if name == "-" else name
    try:
        opened = _open(name, stdin)
        with opened as stream:
            whole, head = headed(stream)
            yield from reports_in(Input(shown, whole, head, on_problem, mapping, now=now))
    except FileNotFoundError:
        on_problem(Problem(name, "rejected", "no such file or folder; check the name"))
    except OSError as err:
        on_problem(Problem(name, "rejected", f"cannot be read ({_reason(err)}); check the file and its permissions"))


def _fetched(
    url: str,
    mapping: Mapping[str, str],
    on_problem: OnProblem,
    now: dt.datetime | None,
    fetch: Callable[[str], Fetched] | None,
) -> Iterator[Report]:
    """The reports at an address."""
    if fetch is None:
        on_problem(Problem(url, "rejected", "an address, and nothing is fetched here; save the page and give the file"))
        return
    try:
        found = fetch(url)
    except InputError as err:
        reason = getattr(err, "reason", str(err))
        on_problem(Problem(url, "rejected", f"not fetched: {reason}"))
        return
    if not found.body:
        on_problem(Problem(url, "note", "nothing new there since it was last fetched"))
        return
    stream, head = headed(io.BytesIO(found.body))
    given = Input(url, stream, head, on_problem, mapping, found.url, found.captured, found.charset, now=now)
    yield from reports_in(given)


def _open(name: str, stdin: BinaryIO | None) -> contextlib.AbstractContextManager[BinaryIO]:
    if name == "-":
        import sys

        return contextlib.nullcontext(stdin or sys.stdin.buffer)
    mode = Path(name).stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISFIFO(mode):
        raise OSError("no regular file")
    return Path(name).open("rb")


def _reason(err: OSError) -> str:
    return (err.strerror or str(err)).lower()
