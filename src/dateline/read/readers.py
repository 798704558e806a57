"""The registry of readers: which formats can be read, and which reader takes an input.

A reader is a small module with a named duty. It offers one :class:`Reader`; :func:`register` makes it known. An input
goes to the first reader that recognises its content, else to the one that its name's suffix asks for, else to plain
text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import BinaryIO

from dateline.errors import InputError
from dateline.model.problem import Level, Problem
from dateline.model.report import Report

HEAD = 4096
"""Bytes that a reader sees before it says whether an input is its own."""


@dataclass(frozen=True)
class Input:
    """One input while it is read. ``name``: as the user gave it. ``head``: its first bytes, still in ``stream``."""

    name: str
    stream: BinaryIO
    head: bytes
    on_problem: Callable[[Problem], None]
    mapping: Mapping[str, str] = field(default_factory=dict)

    def problem(self, level: Level, message: str, line: int | None = None) -> None:
        """Says a problem aloud; ``line`` counts from 1."""
        where = self.name if line is None else f"{self.name}:{line}"
        self.on_problem(Problem(where, level, message))


@dataclass(frozen=True)
class Reader:
    """One format. ``duty``: one line for people. ``recognises``: whether the first bytes are surely of this format."""

    name: str
    duty: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    read: Callable[[Input], Iterator[Report]]


_readers: dict[str, Reader] = {}


def register(reader: Reader) -> None:
    """Makes a reader known. Raises InputError where its name or one of its suffixes is taken."""
    if reader.name in _readers:
        raise InputError(f"a reader named {reader.name!r} is there already; give the new one another name")
    taken = {suffix: known.name for known in _readers.values() for suffix in known.suffixes}
    for suffix in reader.suffixes:
        if suffix in taken:
            raise InputError(f"the suffix {suffix!r} belongs to the reader {taken[suffix]!r}; leave it out")
    _readers[reader.name] = reader


def unregister(name: str) -> None:
    """Forgets a reader; for tests."""
    _readers.pop(name, None)


def readers() -> tuple[Reader, ...]:
    """The readers known, in the order in which they are asked."""
    _load()
    return tuple(_readers.values())


def choose(name: str, head: bytes) -> Reader:
    """The reader for an input, by its first bytes, else by its name; plain text where neither says more."""
    known = readers()
    for reader in known:
        if reader.recognises(head):
            return reader
    suffix = PurePath(name).suffix.lower()
    return next((reader for reader in known if suffix in reader.suffixes), _readers["text"])


def _load() -> None:
    if "text" not in _readers:
        from dateline.read import html_page, json_rows, plain_text

        for module in (json_rows, html_page, plain_text):
            register(module.READER)
