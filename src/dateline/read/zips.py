"""ZIP files opened with limits: members in the order of their names, none larger than a report may be."""

from __future__ import annotations

import lzma
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, BinaryIO, NamedTuple, cast

from dateline.read.readers import Input
from dateline.read.whole import LARGEST

ZIP = b"PK\x03\x04"
LARGEST_ZIP = 1_000_000_000
"""Bytes. A service hands out some hundred documents at once; a gigabyte is a backup of something else."""
IN_MEMORY = 16_000_000
"""Bytes of a ZIP file that are held; of a larger one the rest waits on disk."""
MOST_MEMBERS = 20_000
MOST_SWELL = 200
"""Times. Documents shrink to a tenth, rows to a fortieth; a bomb to a thousandth."""
FREE = 16_000_000
"""Bytes that may come out whatever went in."""
_PACKED = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
_SKIPPED = ("__MACOSX/", ".")
_FAULTS = (
    zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError,
    struct.error, OverflowError, KeyError,
)  # fmt: skip
WORD = "word/document.xml"


class Member(NamedTuple):
    """One file of a ZIP. ``data`` is None where it could not be had; ``fault`` says why."""

    name: str
    data: bytes | None
    fault: str = ""


class Opened:
    """An open ZIP file. What comes out of it is counted, and it ends where that is beyond reason."""

    def __init__(self, file: zipfile.ZipFile, size: int) -> None:
        self._file = file
        self._left = max(FREE, MOST_SWELL * size)
        names = {info.filename for info in file.infolist()}
        self.names = sorted(name for name in names if name and not name.endswith("/"))

    def member(self, name: str) -> Member:
        """One file, whole."""
        info = self._file.getinfo(name)
        if info.flag_bits & 1:
            return Member(name, None, "locked by a password; unpack it first")
        if info.compress_type not in _PACKED:
            return Member(name, None, "packed in a way that is not read here; unpack it first")
        try:
            with self._file.open(info) as opened:
                data = opened.read(min(LARGEST, self._left) + 1)
        except _FAULTS:
            return Member(name, None, "damaged inside the ZIP file")
        if len(data) > self._left:
            self._left = 0
            return Member(name, None, f"the ZIP file swells to more than {MOST_SWELL} times its size; cut there")
        self._left -= len(data)
        if len(data) > LARGEST:
            return Member(name, None, f"over {LARGEST // 1_000_000} MB in one piece")
        return Member(name, data)

    def members(self) -> Iterator[Member]:
        """The files that a person put in, until one swells beyond reason."""
        for name in self.names:
            if name.rpartition("/")[2].startswith(_SKIPPED) or name.startswith(_SKIPPED):
                continue
            yield self.member(name)
            if not self._left:
                return


@contextmanager
def opened(given: Input) -> Iterator[Opened | None]:
    """The ZIP file that an input is; None, and said aloud, where it cannot be opened."""
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as held:
        size = _copy(given.stream, held)
        if size > LARGEST_ZIP:
            given.problem("rejected", f"a ZIP file over {LARGEST_ZIP // 1_000_000} MB; unpack it and give the folder")
            yield None
            return
        try:
            file = zipfile.ZipFile(cast(BinaryIO, held))
        except _FAULTS:
            given.problem("rejected", "a damaged ZIP file; fetch or save it again")
            yield None
            return
        with file:
            if len(file.infolist()) > MOST_MEMBERS:
                given.problem("rejected", f"over {MOST_MEMBERS} files in one ZIP; unpack it and give the folder")
                yield None
            else:
                yield Opened(file, size)


def _copy(stream: BinaryIO, held: IO[bytes]) -> int:
    size = 0
    while size <= LARGEST_ZIP and (data := stream.read(1 << 20)):
        held.write(data)
        size += len(data)
    held.seek(0)
    return size
