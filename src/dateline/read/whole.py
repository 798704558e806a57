"""An input read whole, within reason, as text."""

from __future__ import annotations

import re

from dateline.read.decode import Decoded, decode
from dateline.read.readers import Input
from dateline.read.reports import as_kept

LARGEST = 50_000_000
"""Bytes. A news report has some ten thousand; fifty million in one piece are a dump of something else."""

_XML = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding=[\"']([\w.:-]+)")
_META = re.compile(rb"<meta[^>]{0,100}charset=[\"']?([\w-]+)", re.I)


def whole_bytes(given: Input, what: str) -> bytes | None:
    """All bytes of the input; None, and said aloud, where they are too many. ``what``: what was expected."""
    data = given.stream.read(LARGEST + 1)
    if len(data) <= LARGEST:
        return data
    given.problem("rejected", f"over {LARGEST // 1_000_000} MB in one piece; expected {what}")
    return None


def whole_text(given: Input, what: str) -> str | None:
    """The whole input as text, as a report keeps it; None, and said aloud, where it is too large."""
    data = whole_bytes(given, what)
    if data is None:
        return None
    decoded = decode(data)
    say_encoding(given, decoded)
    return as_kept(decoded.text)


def markup_text(given: Input, data: bytes) -> str:
    """The text of XML or HTML: UTF-8 where it is that, else what it or its server declares, else by detection."""
    decoded = decode(data)
    if not decoded.encoding and not decoded.lost:
        return decoded.text
    found = _XML.match(data) or _META.search(data[:4096])
    for name in (given.charset, found[1].decode("ascii", "replace") if found else None):
        try:
            return data.decode(name) if name else _none()
        except (LookupError, ValueError):
            continue
    say_encoding(given, decoded)
    return decoded.text


def _none() -> str:
    raise LookupError


def say_encoding(given: Input, decoded: Decoded) -> None:
    """Says aloud what was assumed about an encoding, and what was lost by it."""
    name = decoded.encoding or "UTF-8"
    if decoded.lost:
        given.problem(
            "warning",
            f"{decoded.lost} characters could not be read as {name} and stand as \ufffd; save the file as UTF-8",
        )
    elif decoded.encoding:
        given.problem("note", f"not UTF-8, read as {name}; if letters look wrong, save the file as UTF-8")
