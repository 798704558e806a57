"""From what a user names (files, folders, standard input) to reports, one problem a bad input, the rest goes on."""

from __future__ import annotations

import hashlib
import io
import os
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from dateline.model.problem import Problem
from dateline.model.report import Report
from dateline.read.readers import HEAD, Input, choose

OnProblem = Callable[[Problem], None]


def read_reports(
    paths: Sequence[str],
    *,
    mapping: Mapping[str, str] | None = None,
    stdin: BinaryIO | None = None,
    on_problem: OnProblem,
) -> Iterator[Report]:
    """Yields the reports of files, folders (all below, sorted, hidden ones skipped) and standard input (``-``).

    ``mapping``: our field -> the name that a JSON row has for it ("text" -> "body"). Whatever is wrong with an input
    goes to ``on_problem``, one each, and the rest is read; nothing is raised for an input. The very same record twice in
    one file is yielded once; equal texts of different files, or of records that differ in anything, are all yielded.
    """
    taken: set[str] = set()
    seen: dict[bytes, str] = {}
    for path in paths:
        for name in _names(path, on_problem):
            for report in _of(name, mapping or {}, stdin, taken, on_problem):
                key = _identity(report)
                if key in seen:
                    on_problem(Problem(report.file or name, "note", f"the same report as {seen[key]}, read once"))
                    continue
                seen[key] = report.file or name
                yield report


def _identity(report: Report) -> bytes:
    """What two readings of one record have in common: its id, and its place without the line."""
    name, _, line = (report.file or "").rpartition(":")
    place = name if name and line.isdigit() else report.file
    parts = (report.id, place, report.source, report.title, report.authors, report.published.date)
    return hashlib.blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()


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
        on_problem(Problem(path, "rejected", "a folder without reports; expected text, HTML or JSONL files in it"))


def _below(folder: str, above: tuple[tuple[int, int], ...], on_problem: OnProblem) -> Iterator[str]:
    """The files below a folder, sorted; a link back to a folder above is not followed."""
    try:
        known = Path(folder).stat()
        with os.scandir(folder) as entries:
            listed = sorted((entry.name, entry.is_dir()) for entry in entries if not entry.name.startswith("."))
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
    name: str, mapping: Mapping[str, str], stdin: BinaryIO | None, taken: set[str], on_problem: OnProblem
) -> Iterator[Report]:
    """The reports of one file or of standard input."""
    identity = name if name == "-" else os.path.realpath(name)
    if identity in taken:
        on_problem(Problem(name, "note", "given more than once, read once"))
        return
    taken.add(identity)
    try:
        opened = _open(name, stdin)
        with opened as stream:
            yield from _read(name, stream, mapping, on_problem)
    except FileNotFoundError:
        on_problem(Problem(name, "rejected", "no such file or folder; check the name"))
    except OSError as err:
        on_problem(Problem(name, "rejected", f"cannot be read ({_reason(err)}); check the file and its permissions"))


def _open(name: str, stdin: BinaryIO | None) -> io.BufferedReader:
    if name == "-":
        import sys

        return io.BufferedReader(_Kept(stdin or sys.stdin.buffer))
    mode = Path(name).stat().st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISFIFO(mode):
        raise OSError("no regular file")
    return Path(name).open("rb")


def _read(name: str, stream: io.BufferedReader, mapping: Mapping[str, str], on_problem: OnProblem) -> Iterator[Report]:
    shown = "standard input" if name == "-" else name
    head = stream.peek(HEAD)[:HEAD]
    if not head:
        on_problem(Problem(shown, "rejected", "empty, expected the text of a report"))
        return
    given = Input(shown, cast(BinaryIO, stream), head, on_problem, mapping)
    yield from choose(shown, head).read(given)


def _reason(err: OSError) -> str:
    return (err.strerror or str(err)).lower()


class _Kept(io.RawIOBase):
    """Somebody else's stream: read to the end, never closed."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
