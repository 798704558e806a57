"""Paragraphs of a text as given: parted by blank lines, by line ends, or joined again from hard-wrapped lines."""

from __future__ import annotations

import itertools

Place = tuple[int, int]

SHORT_LINE = 0.7
"""Share of the usual width. A hard-wrapped line this much shorter than the others ends its paragraph: the longest word
that can be pushed to the next line is seldom above a third of a 60-column line."""

WRAP_SHARE = 0.25
"""Share of line ends. From here on the line ends are taken for a mail program's: in a text with a line a sentence or a
paragraph hardly any line goes on in small letters on the next one."""

_ENDS = ".!?…:;\"'”’»)"


def paragraphs(text: str) -> list[Place]:
    """The paragraphs of ``text`` in order, without the blanks around them.

    A blank line always parts. Between blank lines each line is a paragraph, unless the text is hard-wrapped.
    """
    chunks = _chunks(text)
    width = _wrap_width(text, chunks)
    if not width:
        return [line for chunk in chunks for line in chunk]
    found: list[Place] = []
    for chunk in chunks:
        start, end = chunk[0]
        for line in chunk[1:]:
            if end - max(start, text.rfind("\n", 0, end) + 1) < SHORT_LINE * width:
                found.append((start, end))
                start = line[0]
            end = line[1]
        found.append((start, end))
    return found


def _chunks(text: str) -> list[list[Place]]:
    """The lines that are not blank, trimmed, in runs parted by blank lines."""
    chunks: list[list[Place]] = []
    run: list[Place] = []
    at = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            start = at + line.index(bare[0])
            run.append((start, start + len(bare)))
        elif run:
            chunks.append(run)
            run = []
        at += len(line) + 1
    if run:
        chunks.append(run)
    return chunks


def _wrap_width(text: str, chunks: list[list[Place]]) -> int:
    """The usual width, in characters, of a hard-wrapped text's lines; 0 where the text is not hard-wrapped."""
    ends = running = 0
    widths = []
    for chunk in chunks:
        for (start, end), (following, _) in itertools.pairwise(chunk):
            ends += 1
            widths.append(end - start)
            running += text[following].islower() and text[end - 1] not in _ENDS
    if running < 2 or running < WRAP_SHARE * ends:
        return 0
    widths.sort()
    return widths[len(widths) * 9 // 10]
