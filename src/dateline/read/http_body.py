"""What a server sent: status, header and body, taken apart without a client."""

from __future__ import annotations

import contextlib
import re
import zlib
from typing import NamedTuple

from dateline.read.gzips import inflated

_CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.I)
_SIZE = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]{0,200}\r?\n")


class Answer(NamedTuple):
    """``status``: 200 and so on, 0 where it cannot be read; names in ``headers`` are in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def kind(self) -> str:
        """The media type, "text/html"."""
        return self.headers.get("content-type", "").split(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        found = _CHARSET.search(self.headers.get("content-type", ""))
        return found[1] if found else None


def answer_in(data: bytes) -> Answer:
    """The answer in the bytes as they went over the wire."""
    head, mark, body = data.partition(b"\r\n\r\n")
    if not mark:
        head, _, body = data.partition(b"\n\n")
    first, *lines = head.decode("latin-1").splitlines() or [""]
    status = re.match(r"HTTP/\d(?:\.\d)?\s+(\d{3})", first)
    return Answer(int(status[1]) if status else 0, fields(lines), body)


def fields(lines: list[str]) -> dict[str, str]:
    """Header lines as names and values, lines that go on joined."""
    found: dict[str, str] = {}
    name = ""
    for line in lines:
        if line[:1] in (" ", "\t") and name:
            found[name] += " " + line.strip()
            continue
        name, mark, value = line.partition(":")
        name = name.strip().lower()
        if mark and name:
            found.setdefault(name, value.strip())
        else:
            name = ""
    return found


def opened(answer: Answer, most: int) -> bytes | None:
    """The body without chunks and compression, at most ``most`` bytes; None where it is packed in a way we lack."""
    body = answer.body
    if "chunked" in answer.headers.get("transfer-encoding", "").lower() and _SIZE.match(body):
        body = _joined(body)
    packed = answer.headers.get("content-encoding", "").lower()
    for name in reversed([part.strip() for part in packed.split(",") if part.strip()]):
        if name in ("gzip", "x-gzip", "deflate"):
            try:
                body = inflated(body, most)
            except zlib.error:
                # crawlers often write the opened body under the old header
                with contextlib.suppress(zlib.error):
                    body = inflated(body, most, -15)
        elif name != "identity":
            return None
    return body


def _joined(body: bytes) -> bytes:
    parts, at = [], 0
    while found := _SIZE.match(body, at):
        size = int(found[1], 16)
        if not size:
            break
        parts.append(body[found.end() : found.end() + size])
        at = found.end() + size
        at += 2 if body[at : at + 2] == b"\r\n" else 1 if body[at : at + 1] == b"\n" else 0
    return b"".join(parts)
