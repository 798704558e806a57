"""JSON: one report a line (JSONL), a list of reports, or an answer that holds such a list."""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from dateline.model.report import Report
from dateline.read.decode import decode
from dateline.read.readers import Input, Reader
from dateline.read.reports import make_report, publication_from
from dateline.read.row_shapes import FIELDS, Row, row_of
from dateline.read.whole import LARGEST, say_encoding

_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)*\{\s*(?:\"|\}|$)")
_MISSING = 'no text in this row; expected a field "text" (or name yours with --map text=FIELD); fields seen: '


_MARK = b"\xef\xbb\xbf"
_NOTHING: Any = object()
MOST_BROKEN = 20
"""Broken lines of one file that are named one by one; more are counted."""


def read(given: Input) -> Iterator[Report]:
    """Yields the reports of JSON lines or of one JSON value."""
    say_unknown_fields(given)
    found = 0
    unknown = {theirs for ours, theirs in given.mapping.items() if ours in FIELDS}
    for number, value in values(given):
        for row in rows(value):
            found += 1
            if not isinstance(row, dict):
                given.problem("rejected", f"{type(row).__name__} where an object with a text was expected", number)
                continue
            unknown -= row.keys()
            report = row_report(given, number, row)
            if report:
                yield report
    if not found:
        given.problem("rejected", "no reports in it; expected one JSON object a line or a list of objects")
        return
    say_unseen(given, unknown)


def say_unknown_fields(given: Input) -> None:
    """Warns of a mapping for a field that a row cannot have."""
    for field in given.mapping:
        if field not in FIELDS:
            given.problem("warning", f"--map {field}=...: no such field; expected one of {', '.join(FIELDS)}")


def say_unseen(given: Input, names: set[str]) -> None:
    """Warns of names in the mapping that no row has."""
    for theirs in sorted(names):
        given.problem("warning", f"--map ...={theirs}: no row has a field {theirs!r}; look at the names in the file")


def values(given: Input) -> Iterator[tuple[int, Any]]:
    """The JSON values of the input, each with its line."""
    stream = given.stream
    lines = _lines(stream)
    first = next(lines, b"")
    pile: tuple[bytes, ...] = (first,)
    if first.strip().removeprefix(_MARK)[:1] in (b"[", b"{") and _decoded(first) is _NOTHING:
        # one value over many lines, or JSON lines whose first is broken
        data = first + stream.read(LARGEST)
        value = whole(given, data)
        if value is not _NOTHING:
            yield 1, value
            return
        pile = tuple((data + stream.readline()).splitlines(keepends=True))
    broken = failed = 0  # telling an encoding costs a millisecond a line, and a broken file may have a million
    for number, line in enumerate(itertools.chain(pile, lines), 1):
        if not line.strip().removeprefix(_MARK):
            continue
        value = _decoded(line)
        if value is _NOTHING and failed < MOST_BROKEN:
            value = _rescued(given, number, line)
            failed = 0 if value is not _NOTHING else failed + 1
        if value is not _NOTHING:
            yield number, value
            continue
        broken += 1
        if broken <= MOST_BROKEN:
            given.problem("rejected", f"not JSON ({_fault(line)}); expected one object a line; it is left out", number)
    if broken > MOST_BROKEN:
        given.problem("rejected", f"{broken - MOST_BROKEN} more lines are not JSON and are left out")


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream; of one that is over-long only so much that it is seen to be."""
    while line := stream.readline(LARGEST + 1):
        yield line
        while len(line) > LARGEST and not line.endswith(b"\n"):
            line = stream.readline(LARGEST + 1)


def _decoded(line: bytes) -> Any:
    """The JSON value of a line in UTF-8, or _NOTHING."""
    try:
        return msgspec.json.decode(line.strip().removeprefix(_MARK))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _NOTHING


def _rescued(given: Input, number: int, line: bytes) -> Any:
    """The value of a line that is JSON in another encoding than UTF-8, or _NOTHING."""
    decoded = decode(line)
    if not decoded.encoding:
        return _NOTHING
    value = _decoded(decoded.text.encode("utf-8", "replace"))
    if value is not _NOTHING:
        given.problem("note", f"not UTF-8, read as {decoded.encoding}", number)
    return value


def whole(given: Input, data: bytes) -> Any:
    """The one value that the input is, or _NOTHING."""
    if len(data) > LARGEST:
        return _NOTHING
    decoded = decode(data)
    value = _decoded(decoded.text.removeprefix("\ufeff").encode("utf-8", "replace"))
    if value is not _NOTHING:
        say_encoding(given, decoded)
    return value


def _fault(line: bytes) -> str:
    """Why a line is no JSON, short."""
    if len(line) > LARGEST:
        return f"over {LARGEST // 1_000_000} MB in one line"
    try:
        msgspec.json.decode(line.strip())
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as err:
        return str(err).split("\n", 1)[0][:80]
    return "unknown"


def rows(value: Any) -> Iterator[Any]:
    """The rows in a value: itself, its items, or the list in a service's answer; what is no object comes as it is."""
    if isinstance(value, list):
        yield from value
        return
    inner = value.get("articles") if isinstance(value, dict) and not value.get("text") else None
    if isinstance(inner, dict):
        inner = inner.get("results")
    yield from inner if isinstance(inner, list) else (value,)


def row_report(given: Input, number: int, row: dict[str, Any]) -> Report | None:
    found: Row = row_of(row, given.mapping)
    if not found.text or not found.text.strip():
        seen = ", ".join(sorted(map(str, row))[:8]) or "none"
        given.problem("rejected", _MISSING + seen, number)
        return None
    if found.date and publication_from(found.date) is None:
        given.problem(
            "warning", f"date {found.date[:40]!r} not understood; expected ISO 8601 such as 2011-10-26", number
        )
    return make_report(
        found.text,
        file=f"{given.name}:{number}",
        url=found.url,
        title=found.title,
        source=found.source,
        authors=found.authors,
        language=found.language,
        published=found.date,
        updated=found.updated,
        captured=found.captured or given.captured,
        key=record_key(given.name, row),
    )


def record_key(name: str, row: Any) -> str:
    """What tells a record from every other in its file but the very same one given again."""
    data = msgspec.json.encode(row, order="sorted")
    return f"{name}\0{hashlib.blake2b(data, digest_size=16).hexdigest()}"


READER = Reader(
    "json",
    "JSON lines, one report a line, or a JSON list; field names of news-please, Giveme5W1H, trafilatura and newsapi.ai",
    (".jsonl", ".ndjson", ".json"),
    lambda head: bool(_OBJECT.match(head)),
    read,
)
