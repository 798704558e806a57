"""WARC and WET: crawls, record by record, from a file or a pipe, gzipped or not.

The format is a header, a length and that many bytes; a parser of our own is shorter than the glue for a library, and
gzip is opened before it gets here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from dateline.model.report import Report
from dateline.read.http_body import answer_in, fields, opened
from dateline.read.nested import reports_within
from dateline.read.readers import Input, Reader
from dateline.read.reports import make_report
from dateline.read.whole import LARGEST

LONGEST_LINE = 65536
MOST_LINES = 200
"""Header lines of one record."""
_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_READ = frozenset(
    """text/plain application/rss+xml application/atom+xml application/xml text/xml application/json
    application/feed+json application/rdf+xml application/pdf""".split()
)


def read(given: Input) -> Iterator[Report]:
    """Yields the reports of the pages and feeds in a crawl; what is neither is passed over and counted."""
    passed = found = 0
    for number, (header, body) in enumerate(_records(given), 1):
        kind = header.get("warc-type", "")
        found += kind in ("response", "resource", "conversion")
        if body is None:
            given.problem("rejected", f"a record over {LARGEST // 1_000_000} MB; it is left out", number)
        elif kind == "conversion":
            yield from _converted(given, number, header, body)
        elif kind in ("response", "resource"):
            done = _page(given, number, header, body)
            passed += done is None
            yield from done or ()
    if passed:
        given.problem(
            "note", f"records that are no pages (pictures, scripts, redirects, errors), passed over: {passed}"
        )
    if not found:
        given.problem("rejected", "no record of a page in it, expected WARC with responses or WET")


def _records(given: Input) -> Iterator[tuple[dict[str, str], bytes | None]]:
    """The header and the content of each record; None for content over the limit."""
    stream = given.stream
    number = 0
    while (first := _next_version(given, stream, number)) is not None:
        number += 1
        lines: list[str] = []
        while (line := stream.readline(LONGEST_LINE)).strip() and len(lines) < MOST_LINES:
            lines.append(line.decode("utf-8", "replace").rstrip("\r\n"))
        header = fields(lines)
        length = header.get("content-length", "")
        if not first or not length.isdecimal() or len(length) > 15:
            given.problem("rejected", "a record without a length; the next record is looked for", number)
            continue
        size = int(length)
        wanted = header.get("warc-type") in ("response", "resource", "conversion")
        body = stream.read(size) if wanted and size <= LARGEST else None
        if body is None:
            _skip(stream, size)
            if not wanted:
                body = b""
        elif len(body) < size:
            given.problem("warning", "the file breaks off in this record; what is there is read", number)
        yield header, body


def _next_version(given: Input, stream: BinaryIO, number: int) -> bool | None:
    """Goes behind the next line "WARC/1.0"; None at the end. What stands before it is named once."""
    stray = 0
    while line := stream.readline(LONGEST_LINE):
        if line.startswith(b"WARC/"):
            if stray:
                given.problem("warning", f"{stray} bytes that belong to no record are passed over", number + 1)
            return True
        if line.strip():
            stray += len(line)
    if stray:
        given.problem("warning", f"{stray} bytes at the end belong to no record", number)
    return None


def _skip(stream: BinaryIO, size: int) -> None:
    while size > 0 and (data := stream.read(min(size, 1 << 20))):
        size -= len(data)


def _place(given: Input, number: int) -> str:
    return f"{given.name}:{number}"


def _captured(header: dict[str, str]) -> str | None:
    return header.get("warc-date", "")[:20] or None


def _converted(given: Input, number: int, header: dict[str, str], body: bytes) -> Iterator[Report]:
    text = body.decode("utf-8", "replace")
    if not text.strip():
        given.problem("rejected", "a record without text", number)
        return
    yield make_report(
        text,
        file=_place(given, number),
        url=header.get("warc-target-uri", "").strip("<>") or None,
        language=(header.get("warc-identified-content-language") or "").split(",")[0][:2] or None,
        captured=_captured(header),
        key=header.get("warc-record-id"),
    )


def _page(given: Input, number: int, header: dict[str, str], body: bytes) -> Iterator[Report] | None:
    """The reports of a page or feed; None for a record that is neither."""
    charset = None
    kind = header.get("content-type", "").split(";")[0].strip().lower()
    if header.get("warc-type") == "response":
        if not header.get("warc-target-uri", "").strip("<>").startswith(("http://", "https://")):
            return None
        answer = answer_in(body)
        kind, charset = answer.kind, answer.charset
        unpacked = opened(answer, LARGEST)
        if answer.status not in (0, 200, 203) or not answer.body.strip():
            return None
        if unpacked is None:
            packed = answer.headers.get("content-encoding", "")
            given.problem("rejected", f"packed as {packed[:20]!r}, which cannot be opened here", number)
            return iter(())
        body = unpacked
    if kind not in _PAGES and kind not in _READ and kind:
        return None
    return reports_within(
        given,
        _place(given, number),
        body,
        url=header.get("warc-target-uri", "").strip("<>") or None,
        captured=_captured(header),
        charset=charset,
    )


READER = Reader(
    "warc",
    "WARC and WET crawls, gzipped too: pages, feeds and extracted texts",
    (".warc", ".wet"),
    lambda head: head.startswith(b"WARC/"),
    read,
)
