"""An mbox: messages one after another, each behind a line "From "."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model.report import Report
from dateline.read.mail import is_mail, read_message
from dateline.read.readers import Input, Reader
from dateline.read.whole import LARGEST

_FROM = re.compile(rb"From (?:\S+|\S.{0,200}?)\s.{0,60}\d\d\d\d")
_QUOTED = re.compile(rb"^>(>*From )", re.M)


def read(given: Input) -> Iterator[Report]:
    """Yields the reports of the messages, one message in memory at a time."""
    lines: list[bytes] = []
    size = number = start = 0
    blank = True
    while line := given.stream.readline(LARGEST):
        number += 1
        if blank and line.startswith(b"From ") and _FROM.match(line):
            yield from _message(given, lines, size, start)
            lines, size, start = [], 0, number
        elif size <= LARGEST:
            lines.append(line)
            size += len(line)
        blank = not line.strip(b"\r\n")
    yield from _message(given, lines, size, start)


def _message(given: Input, lines: list[bytes], size: int, line: int) -> Iterator[Report]:
    if size > LARGEST:
        given.problem("rejected", f"a message over {LARGEST // 1_000_000} MB; it is left out", line)
    elif any(one.strip() for one in lines):
        yield from read_message(given, _QUOTED.sub(rb"\1", b"".join(lines)), f"{given.name}:{line}")


def _is_mbox(head: bytes) -> bool:
    first, _, rest = head.partition(b"\n")
    return bool(_FROM.match(first)) and is_mail(rest)


READER = Reader("mbox", "a mailbox file, its messages one after another", (".mbox", ".mbx"), _is_mbox, read)
