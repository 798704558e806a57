"""One input to its reader: gzip is opened on the way, and what lies in containers comes back here."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from dateline.errors import MissingExtraError
from dateline.model.problem import Problem
from dateline.model.report import Report
from dateline.read.gzips import GZIP, Inflated
from dateline.read.readers import HEAD, Input, choose

DEEPEST = 4
"""Containers in containers: a page in a WARC file, gzipped, attached to a mail in an mbox."""
LONGEST = 2_000_000
"""Characters of a report. So many take ten seconds and 200 MB to annotate; long news texts have a tenth of that."""
BUFFER = 65536


class Replayed(io.RawIOBase):
    """A stream whose head has been looked at; read to the end, never closed."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = head
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        data = self._head[: len(buffer)] or self._stream.read(len(buffer))
        self._head = self._head[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def headed(stream: BinaryIO) -> tuple[BinaryIO, bytes]:
    """The stream, still whole, and its first bytes; a pipe that gives a few at a time is waited for."""
    head = b""
    while len(head) < HEAD and (more := stream.read(HEAD - len(head))):
        head += more
    return cast(BinaryIO, io.BufferedReader(Replayed(head, stream), BUFFER)), head


def reports_in(given: Input) -> Iterator[Report]:
    """Yields the reports of one input, by the reader that its content or its name asks for."""
    if given.depth > DEEPEST:
        given.problem("rejected", f"more than {DEEPEST} files inside each other; unpack them first")
        return
    if not given.head:
        given.problem("rejected", "empty, expected the text of a report")
        return
    try:
        if given.head.startswith(GZIP):
            yield from _inflated(given)
        else:
            yield from _read(given, given.name.rpartition("!")[2] or given.name)
    except MissingExtraError as err:
        given.problem("rejected", str(err))


def _read(given: Input, name: str) -> Iterator[Report]:
    for report in choose(name, given.head).read(given):
        if not report.text.strip():
            given.on_problem(Problem(report.file or given.name, "rejected", "a report without text"))
        elif len(report.text) > LONGEST:
            said = f"over {LONGEST // 1_000_000} million letters in one report, as many as in three books; split it"
            given.on_problem(Problem(report.file or given.name, "rejected", said))
        else:
            yield report


def reports_within(
    given: Input,
    name: str,
    data: bytes,
    *,
    url: str | None = None,
    captured: str | None = None,
    charset: str | None = None,
) -> Iterator[Report]:
    """Yields the reports of a file that lies inside ``given``. ``name``: where it lies, ``container!file`` if it has a
    name of its own.
    """
    inner = replace(
        given,
        name=name,
        stream=io.BytesIO(data),
        head=data[:HEAD],
        url=url,
        captured=captured,
        charset=charset,
        depth=given.depth + 1,
    )
    yield from reports_in(inner)


def _inflated(given: Input) -> Iterator[Report]:
    raw = Inflated(given.stream)
    stream, head = headed(cast(BinaryIO, io.BufferedReader(raw, BUFFER)))
    if not head:
        given.problem("rejected", raw.fault or "an empty gzip file, expected reports in it")
        return
    inner = replace(given, stream=stream, head=head, depth=given.depth + 1)
    if head.startswith(GZIP):
        yield from reports_in(inner)
    else:
        name = given.name.rpartition("!")[2] or given.name
        bare = name[:-3] if name.lower().endswith(".gz") else name
        yield from _read(inner, bare)
    if raw.fault:
        given.problem("rejected" if "swells" in raw.fault else "warning", raw.fault)
