"""Words in a terminal, wrapped with a hanging indent and without trailing blanks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

WIDEST = 120
"""Columns. Longer lines are hard to follow back to their start, however wide the terminal is."""
LEAST = 20
"""Columns that words keep, however far in they start."""


def print_block(console: Console, text: Text, *, indent: int = 0, hang: int = 0) -> None:
    """Prints words wrapped to the console's width, the first line at ``indent``, the others ``hang`` further in."""
    width = min(console.width, WIDEST)
    first = text.wrap(console, max(LEAST, width - indent))[0]
    rest = text[len(first.plain) :]
    rest = rest[len(rest.plain) - len(rest.plain.lstrip()) :]
    lines = [first, *(rest.wrap(console, max(LEAST, width - indent - hang)) if rest.plain else [])]
    margins = [" " * (indent + (hang if number else 0)) if line.plain else "" for number, line in enumerate(lines)]
    for line in lines:
        line.rstrip()
    if console.color_system is None and not console.is_terminal:  # as it is; the console is slow with thousands
        console.file.writelines(f"{margin}{line.plain}\n" for margin, line in zip(margins, lines, strict=True))
        return
    whole = text.blank_copy()
    for number, (margin, line) in enumerate(zip(margins, lines, strict=True)):
        whole.append("\n" if number else "").append(margin).append_text(line)
    console.print(whole, soft_wrap=True)
