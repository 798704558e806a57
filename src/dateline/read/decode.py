"""Bytes to text: UTF-8, then a byte-order mark's word, then detection; and whether bytes are text at all."""

from __future__ import annotations

import codecs
from typing import NamedTuple

SAMPLE = 65536
"""Bytes shown to the detector; more changes nothing about its answer and costs seconds."""
BROKEN_SHARE = 0.002
"""Share of characters. UTF-8 with fewer broken places than this is damaged UTF-8 and not another encoding."""

WESTERN_SHARE = 0.15
"""Share of bytes. French and German have some 4 % of letters beyond ASCII, Cyrillic and Greek nearly all."""
_ASCII = bytes(range(128))
_WESTERN = "àâäáãåæçéèêëíîïñóôöòõøœùúûüßÀÂÄÁÅÆÇÉÈÊËÍÎÑÓÔÖØŒÚÜ‘’“”„«»–—…•€£§°ºª¿¡©®™\u00a0\u00ad½²³".encode("cp1252")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP or office file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_CONTROL = bytes(sorted(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 26, 27}))


class Decoded(NamedTuple):
    """``text`` as decoded; ``encoding`` where it is not UTF-8; ``lost``: places that could not be decoded."""

    text: str
    encoding: str | None = None
    lost: int = 0


def binary_kind(head: bytes) -> str | None:
    """What the bytes are if they are no text ("a PDF", "binary data"); None for text in any encoding."""
    for mark, kind in _MAGIC:
        if head.startswith(mark):
            return kind
    if any(head.startswith(mark) for mark, _ in _MARKS) or _wide(head):
        return None
    control = len(head) - len(head.translate(None, _CONTROL))
    return "binary data" if b"\0" in head or control > len(head) * 0.02 else None


def decode(data: bytes) -> Decoded:
    """The text of ``data``. Never fails; what it had to assume or lose is in the answer."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text, lost = _lenient(data, encoding)
            return Decoded(text, None if encoding == "utf-8-sig" else encoding, lost)
    if wide := _wide(data[:SAMPLE]):
        text, lost = _lenient(data, wide)
        return Decoded(text, wide, lost)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    if lost <= max(1, len(text) * BROKEN_SHARE) and any(ord(c) > 127 and c != "\ufffd" for c in text):
        return Decoded(text, None, lost)
    return _detected(data)


def _detected(data: bytes) -> Decoded:
    if western := _western(data):
        return Decoded(western, "cp1252")
    from charset_normalizer import from_bytes

    best = from_bytes(_telling(data)).best()
    encoding = best.encoding if best else "cp1252"
    text, lost = _lenient(data, encoding)
    return Decoded(text, encoding, lost)


def _western(data: bytes) -> str | None:
    """The text as Windows-1252 where it then holds no letter that Western European news would not; else None.

    A detector by letter statistics takes a short French text for Baltic or Turkish; nearly all news that is not UTF-8
    is in this encoding.
    """
    odd = data.translate(None, _ASCII)
    if len(odd) > WESTERN_SHARE * len(data) or odd.translate(None, _WESTERN):
        return None
    return data.decode("cp1252")


def _telling(data: bytes) -> bytes:
    """A sample that holds the first byte beyond ASCII."""
    if len(data) <= SAMPLE:
        return data
    first = next((at for at in range(0, len(data), SAMPLE) if not data[at : at + SAMPLE].isascii()), 0)
    return data[first : first + SAMPLE]


def _lenient(data: bytes, encoding: str) -> tuple[str, int]:
    text = data.decode(encoding, "replace")
    return text, text.count("\ufffd")


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: nearly every other byte of Western text is nought."""
    if len(head) < 8 or b"\0" not in head:
        return None
    even, odd = head[0::2], head[1::2]
    if odd.count(0) > 0.6 * len(odd) and even.count(0) < 0.05 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.6 * len(even) and odd.count(0) < 0.05 * len(odd):
        return "utf-16-be"
    return None
