"""Quotation marks of a paragraph: which stretches they enclose, also where one of the pair is missing."""

from __future__ import annotations

import re

import msgspec

MARK = re.compile(r"[“«„”»\"`'](?:(?<=[^`'])|(?<=`)`|(?<=')')")
r"""A mark, the two characters of \`\` and '' as one. One character comes first: the search skips to it."""
_OPEN = frozenset(("“", "«", "„", "``"))
_CLOSE = frozenset(("”", "»"))


class Stretch(msgspec.Struct, frozen=True, gc=False):
    """Marked words: ``start``/``end`` without the marks, ``outer``/``after`` with them.

    ``opened``, ``closed``: whether that mark stands in the text. An unclosed stretch ends with its paragraph.
    """

    start: int
    end: int
    outer: int
    after: int
    opened: bool = True
    closed: bool = True


def stretches(text: str, start: int, end: int) -> list[Stretch]:
    """The marked stretches of ``text[start:end]``, a paragraph, in order and without overlaps."""
    if MARK.search(text, start, end) is None:
        return _single(text, start, end)
    out: list[Stretch] = []
    inner = outer = -1
    floor = start
    for found in MARK.finditer(text, start, end):
        mark, a, b = found[0], found.start(), found.end()
        if mark in _OPEN or (mark not in _CLOSE and inner < 0 and not _closing(text, start, a, b, end)):
            if inner >= 0 and mark in _OPEN:
                if text[a - 1] in ",.?!" and (b >= end or text[b].isspace()):  # an opening mark typed for a closing one
                    out.append(Stretch(inner, a, outer, b))
                    inner, floor = -1, b
                continue
            inner, outer = b, a
        elif inner >= 0:
            if a > inner:
                out.append(Stretch(inner, a, outer, b))
            inner, floor = -1, b
        elif mark in _CLOSE and a - floor > 1 and not out:
            out.append(Stretch(floor, a, floor, b, opened=False))
            floor = b
    if inner >= 0:
        tail = len(text[inner:end].rstrip())
        if tail:
            out.append(Stretch(inner, inner + tail, outer, inner + tail, closed=False))
    return out


_SINGLE = re.compile(r"['‘](?<![\w'’]['‘])(?=[\w\[…])(?P<words>[^\n]{2,2000}?(?<=[,.?!…]))['’](?!\w)")


def _single(text: str, start: int, end: int) -> list[Stretch]:
    """Speech in single marks, where a paragraph has no double ones; it ends with a comma or a full stop inside."""
    if "'" not in text[start:end] and "‘" not in text[start:end]:
        return []
    found = _SINGLE.finditer(text, start, end)
    return [Stretch(one.start("words"), one.end("words"), one.start(), one.end()) for one in found]


def _closing(text: str, start: int, a: int, b: int, end: int) -> bool:
    """Whether a straight mark with nothing open looks like a closing one: a word before, a blank after."""
    before = a > start and not text[a - 1].isspace() and text[a - 1] not in "([—-"
    after = b >= end or text[b].isspace() or text[b] in ".,;:?!)—"
    return before and after
