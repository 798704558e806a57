"""The registry of readers: which formats can be read, and which reader takes an input.

A reader is a small module with a named duty. It offers one :class:`Reader`; :func:`register` makes it known. An input
goes to the first reader that recognises its content, else to the one that its name's suffix asks for, else to plain
text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import PurePath
from typing import BinaryIO

from dateline.errors import InputError
from dateline.model.problem import Level, Problem
from dateline.model.report import Report
from dateline.read.formats import FORMATS, PLAIN, Format

HEAD = 4096
"""Bytes that a reader sees before it says whether an input is its own."""


@dataclass(frozen=True)
class Input:
    """One input while it is read.

    ``name``: as the user gave it. ``head``: its first bytes, still in ``stream``. ``url``, ``captured``, ``charset``:
    what the container or the server that it came from says of it: its address, when it was fetched, its encoding.
    ``depth``: how many containers it lies in. ``now``: the time by which embargoes are judged, None for the clock's.
    """

    name: str
    stream: BinaryIO
    head: bytes
    on_problem: Callable[[Problem], None]
    mapping: Mapping[str, str] = field(default_factory=dict)
    url: str | None = None
    captured: str | None = None
    charset: str | None = None
    depth: int = 0
    now: dt.datetime | None = None

    def problem(self, level: Level, message: str, line: int | None = None) -> None:
        """Says a problem aloud; ``line`` counts from 1."""
        where = self.name if line is None else f"{self.name}:{line}"
        self.on_problem(Problem(where, level, " ".join(message.split())))


@dataclass(frozen=True)
class Reader:
    """One format. ``duty``: one line for people. ``recognises``: whether the first bytes are surely of this format.

    ``extra``: the extra that it needs or gains by, with the ``library`` in it; ``needed``: whether it reads nothing
    without.
    """

    name: str
    duty: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    read: Callable[[Input], Iterator[Report]]
    extra: str | None = None
    library: str | None = None
    needed: bool = False


_added: dict[str, Reader] = {}


def register(reader: Reader) -> None:
    """Makes a reader known. Raises InputError where its name or one of its suffixes is taken."""
    known = readers()
    if any(reader.name == one.name for one in known):
        raise InputError(f"a reader named {reader.name!r} is there already; give the new one another name")
    taken = {suffix: one.name for one in known for suffix in one.suffixes}
    for suffix in reader.suffixes:
        if suffix in taken:
            raise InputError(f"the suffix {suffix!r} belongs to the reader {taken[suffix]!r}; leave it out")
    _added[reader.name] = reader


def unregister(name: str) -> None:
    """Forgets a reader that was added; for tests."""
    _added.pop(name, None)


def readers() -> tuple[Reader, ...]:
    """The readers known, in the order in which they are asked."""
    return (*(_own(kind) for kind in FORMATS), *_added.values())


def choose(name: str, head: bytes) -> Reader:
    """The reader for an input, by its first bytes, else by its name; plain text where neither says more."""
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    for kind in FORMATS:
        if kind.may_be(bare) and (reader := _own(kind)).recognises(head):
            return reader
    for reader in _added.values():
        if reader.recognises(head):
            return reader
    suffix = PurePath(name).suffix.lower()
    found = next((_own(kind) for kind in FORMATS if suffix in kind.suffixes), None)
    return found or next((reader for reader in _added.values() if suffix in reader.suffixes), _own(PLAIN))


def _own(kind: Format) -> Reader:
    """A reader of ours, its module loaded when it is first needed."""
    reader: Reader = import_module(f"dateline.read.{kind.module}").READER
    return reader
