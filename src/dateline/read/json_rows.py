"""JSON: one report a line (JSONL), a list of reports, or an answer that holds such a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from dateline.model.report import Report
from dateline.read.decode import decode
from dateline.read.plain_text import LARGEST, say_encoding
from dateline.read.readers import Input, Reader
from dateline.read.reports import make_report, publication_from
from dateline.read.row_shapes import FIELDS, Row, row_of

_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)*\{\s*(?:\"|\}|$)")
_MISSING = 'no text in this row; expected a field "text" (or name yours with --map text=FIELD); fields seen: '


def read(given: Input) -> Iterator[Report]:
    """Yields the reports of JSON lines or of one JSON value."""
    for field in given.mapping:
        if field not in FIELDS:
            given.problem("warning", f"--map {field}=...: no such field; expected one of {', '.join(FIELDS)}")
    found = False
    unknown = {theirs for ours, theirs in given.mapping.items() if ours in FIELDS}
    for number, value in _values(given):
        for row in _rows(value):
            found = True
            if not isinstance(row, dict):
                given.problem("rejected", f"{type(row).__name__} where an object with a text was expected", number)
                continue
            unknown -= row.keys()
            report = _report(given, number, row)
            if report:
                yield report
    if not found:
        given.problem("rejected", "no rows of JSON, expected one object a line or a list of objects")
        return
    for theirs in sorted(unknown):
        given.problem("warning", f"--map ...={theirs}: no row has a field {theirs!r}; look at the names in the file")


def _values(given: Input) -> Iterator[tuple[int, Any]]:
    """The JSON values of the input, each with its line."""
    decoder = msgspec.json.Decoder()
    pending: list[bytes] = []
    for number, line in enumerate(given.stream, 1):
        bare = line.strip().removeprefix(b"\xef\xbb\xbf")
        if not bare:
            continue
        try:
            yield number, decoder.decode(bare)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as err:
            if number == 1 and bare[:1] in b"[{":
                pending = [line]
                break
            value = _rescued(given, number, bare)
            if value is None:
                given.problem(
                    "rejected", f"not JSON ({_short(err)}); expected one object a line; the line is left out", number
                )
            else:
                yield number, value
    if pending:
        yield from _whole(given, pending[0])


def _rescued(given: Input, number: int, line: bytes) -> Any:
    """A line that is JSON in another encoding than UTF-8."""
    decoded = decode(line)
    if not decoded.encoding:
        return None
    try:
        value = msgspec.json.decode(decoded.text)
    except (msgspec.DecodeError, RecursionError):
        return None
    given.problem("note", f"not UTF-8, read as {decoded.encoding}", number)
    return value


def _whole(given: Input, first: bytes) -> Iterator[tuple[int, Any]]:
    """One JSON value over many lines; where it is none, the lines one by one."""
    rest = given.stream.read(LARGEST + 1)
    data = first + rest
    if len(data) <= LARGEST:
        decoded = decode(data)
        try:
            value = msgspec.json.decode(decoded.text.removeprefix("\ufeff"))
        except (msgspec.DecodeError, RecursionError):
            pass
        else:
            say_encoding(given, decoded)
            yield 1, value
            return
    for number, line in enumerate((data + given.stream.readline()).splitlines(), 1):
        yield from _line(given, number, line)
    for number, line in enumerate(given.stream, data.count(b"\n") + 2):
        yield from _line(given, number, line)


def _line(given: Input, number: int, line: bytes) -> Iterator[tuple[int, Any]]:
    bare = line.strip()
    if not bare:
        return
    try:
        yield number, msgspec.json.decode(bare)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as err:
        given.problem("rejected", f"not JSON ({_short(err)}); expected one object a line; the line is left out", number)


def _rows(value: Any) -> Iterator[Any]:
    """The rows in a value: itself, its items, or the list in a service's answer; what is no object comes as it is."""
    if isinstance(value, list):
        yield from value
        return
    inner = value.get("articles") if isinstance(value, dict) and not value.get("text") else None
    if isinstance(inner, dict):
        inner = inner.get("results")
    yield from inner if isinstance(inner, list) else (value,)


def _report(given: Input, number: int, row: dict[str, Any]) -> Report | None:
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
        captured=found.captured,
    )


def _short(err: Exception) -> str:
    return str(err).split("\n", 1)[0][:80]


READER = Reader(
    "json",
    "JSON lines, one report a line, or a JSON list; field names of news-please, Giveme5W1H, trafilatura and newsapi.ai",
    (".jsonl", ".ndjson", ".json"),
    lambda head: bool(_OBJECT.match(head)),
    read,
)
