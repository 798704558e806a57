"""Paragraphs of a text as given: parted by blank lines, by line ends, or joined again from hard-wrapped lines."""

from __future__ import annotations

import itertools
import re

Place = tuple[int, int]

SHORT_LINE = 0.7
"""Share of the usual width. A hard-wrapped line this much shorter than the others ends its paragraph: the longest word
that can be pushed to the next line is seldom above a third of a 60-column line."""

NARROWEST = 40
"""Characters. Lines that are all shorter are a list or verse; nobody wraps a report so narrow."""

WRAP_SHARE = 0.25
"""Share of line ends. From here on the line ends are taken for a mail program's: in a text with a line a sentence or a
paragraph hardly any line goes on in small letters on the next one."""

_ENDS = ".!?…:;\"'”’»)"

LEAST = 30
"""Characters of a line that may break off inside a sentence. Shorter ones are names, items of lists, lines of verse."""

_WORDS = 5
"""Words of such a line."""

_GOES_ON = re.compile(r"[a-z]+(?:['’][a-z]+)?(?:[ ,]|[.?!][\"”’]?(?: |$))")
"""A line that goes on in small letters, and is no address of a page."""

_SPEECH_ENDS = re.compile(r",\s?(?:[\"'”’]\s?)+$")

_LEADS_ON = frozenset(
    """the a an of in on at by for with from to and or but that which who as is was are were will has have had be been
    its his her their mr mrs ms dr than into about over under between""".split()
)
"""Words that end no line by themselves: "said on", "the"."""


def paragraphs(text: str) -> list[Place]:
    """The paragraphs of ``text`` in order, without the blanks around them.

    A blank line always parts. Between blank lines each line is a paragraph, unless the text is hard-wrapped or the line
    breaks off inside a sentence.
    """
    chunks = _chunks(text)
    width = _wrap_width(text, chunks)
    found: list[Place] = []
    for chunk in chunks:
        start, end = chunk[0]
        for line in chunk[1:]:
            begun = max(start, text.rfind("\n", 0, end) + 1)
            whole = not width or end - begun < SHORT_LINE * width
            if whole and not _breaks_off(text, begun, end, line):
                found.append((start, end))
                start = line[0]
            end = line[1]
        found.append((start, end))
    return found


def _breaks_off(text: str, start: int, end: int, following: Place) -> bool:
    """Whether a line ends inside a sentence that the next line goes on with."""
    if end - start < LEAST:
        return False
    after = text[following[0]]
    if not after.islower() and not after.isupper():
        return False
    said = text[end - 1] in "\"'”’" and _SPEECH_ENDS.search(text, max(start, end - 4), end)
    if text[end - 1] in _ENDS and not said:
        return False
    words = text[start:end].split()
    if len(words) < _WORDS:
        return False
    if after.islower():
        return _GOES_ON.match(text, following[0], following[1]) is not None
    return words[-1] in _LEADS_ON and following[1] - following[0] >= LEAST


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
    width = widths[len(widths) * 9 // 10]
    return width if width >= NARROWEST else 0
