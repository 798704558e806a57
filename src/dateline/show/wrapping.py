"""Words in a terminal, wrapped with a hanging indent and without trailing blanks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

WIDEST = 120
"""Columns. Longer lines are hard to follow back to their start, however wide the terminal is."""
LEAST = 20
"""Columns that words keep, however far in they start."""
_ONE_COLUMN = re.compile("[ -~¡-¬®-\u02ff\u2010-\u2027€]*")
"""Letters and marks of one column each, no blank among them but the space."""


def print_block(console: Console, text: Text, *, indent: int = 0, hang: int = 0) -> None:
    """Prints words wrapped to the console's width, the first line at ``indent``, the others ``hang`` further in."""
    width = min(console.width, WIDEST)
    plain = text.plain
    starts = _starts(plain, max(LEAST, width - indent), max(LEAST, width - indent - hang))
    if starts is None:
        starts = _starts_by_cells(console, text, max(LEAST, width - indent), max(LEAST, width - indent - hang))
    ends = [*starts[1:], len(plain)]
    margins = [" " * (indent + (hang if number else 0)) for number in range(len(starts))]
    if console.color_system is None and not console.is_terminal:  # as it is; the console is slow with thousands
        lines = [plain[start:end].rstrip() for start, end in zip(starts, ends, strict=True)]
        console.file.writelines(
            f"{margin if line else ''}{line}\n" for margin, line in zip(margins, lines, strict=True)
        )
        return
    whole = text.blank_copy()
    for number, (margin, line) in enumerate(zip(margins, text.divide(starts[1:]), strict=True)):
        line.rstrip()
        whole.append("\n" if number else "").append(margin if line.plain else "").append_text(line)
    console.print(whole, soft_wrap=True)


def _starts(plain: str, first: int, rest: int) -> list[int] | None:
    """Where the lines of a text start whose letters are all one column wide; None where they are not, or a word is
    wider than a line.

    ``first``, ``rest``: columns of the first line and of the others. Rich counts the columns of every word, which takes
    longer than all else where there are thousands of lines.
    """
    if not _ONE_COLUMN.fullmatch(plain):
        return None
    starts, width, length = [0], first, len(plain.rstrip(" "))
    while length - starts[-1] > width:
        at = plain.rfind(" ", starts[-1], starts[-1] + width + 1)
        start = at + 1
        while at >= 0 and plain[start] == " ":
            start += 1
        if at < 0 or not plain[starts[-1] : at].strip():
            return None
        starts.append(start)
        width = rest
    return starts


def _starts_by_cells(console: Console, text: Text, first: int, rest: int) -> list[int]:
    """The same for any text, with Rich's knowledge of wide letters and its way of breaking long words."""
    plain = text.plain
    length = len(text.wrap(console, first)[0].plain)
    start = length + len(plain[length:]) - len(plain[length:].lstrip())
    starts = [0]
    if start < len(plain):
        starts.append(start)
        for line in text[start:].wrap(console, rest)[:-1]:
            start += len(line.plain)
            start += len(plain[start:]) - len(plain[start:].lstrip())
            starts.append(start)
    return starts
