"""Gzip opened while it is read: members one after another, cut where it is damaged or swells beyond reason."""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO

GZIP = b"\x1f\x8b"
CHUNK = 65536
FREE = 64 << 20
"""Bytes that may come out whatever went in: a page of spaces is no attack."""
MOST_SWELL = 200
"""Times. JSON lines of one feed shrink to a fortieth, a crawl of like pages to a hundredth; a bomb to a thousandth."""


class Inflated(io.RawIOBase):
    """The bytes inside a gzip stream. It never fails: ``fault`` says after the end why it ended early, if it did."""

    def __init__(self, stream: BinaryIO) -> None:
        self.fault: str | None = None
        self._stream = stream
        self._member = zlib.decompressobj(wbits=31)
        self._given = b""
        self._read = self._made = 0
        self._fresh = True

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        while not self.fault:
            if not self._given:
                self._given = self._stream.read(CHUNK)
                self._read += len(self._given)
            if self._fresh:
                # what stands behind the last member is padding, or no gzip any more
                self._given = self._given.lstrip(b"\0")
            if not self._given:
                self.fault = None if self._fresh else "the gzip stream breaks off; what came before is read"
                return 0
            data = self._some(len(buffer))
            if data:
                buffer[: len(data)] = data
                return len(data)
        return 0

    def _some(self, size: int) -> bytes:
        try:
            data = self._member.decompress(self._given, size)
        except zlib.error:
            self.fault = "the gzip stream is damaged; what came before is read"
            return b""
        self._fresh = False
        self._given = self._member.unconsumed_tail
        if self._member.eof:
            self._given = self._member.unused_data
            self._member = zlib.decompressobj(wbits=31)
            self._fresh = True
        self._made += len(data)
        if self._made > FREE and self._made > MOST_SWELL * self._read:
            self.fault = f"swells to more than {MOST_SWELL} times its size; cut there, expected gzip of news"
        return data


def inflated(data: bytes, most: int, wbits: int = 47) -> bytes:
    """``data`` (gzip or zlib) opened, cut at ``most`` bytes. Raises zlib.error where it is neither."""
    return zlib.decompressobj(wbits=wbits).decompress(data, most)
