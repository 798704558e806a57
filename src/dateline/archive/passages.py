"""The words of a full-text query: as SQLite takes them, and where they stand in a text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

AROUND = 60
"""Letters shown on each side of a match."""
HEAD = 160
"""Letters shown of a report that was found without words."""
_WORDS = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w+")


class Term(NamedTuple):
    """Words that stand together; ``ending``: the last of them may go on."""

    words: tuple[str, ...]
    ending: bool


def terms(query: str) -> list[Term]:
    """What a query asks for: each word, "quoted ones" together; a trailing * stands for any ending."""
    # An argument may hold bytes that are no text; SQLite ends a string at a NUL.
    query = query.encode("utf-8", "replace").decode().replace("\0", " ")
    found = []
    for part in _WORDS.finditer(query):
        text = (part[1] if part[1] is not None else part[2]).strip()
        words = tuple(_WORD.findall(text))
        if words:
            found.append(Term(words, part[1] is None and text.endswith("*")))
    return found


def phrase(query: str) -> str:
    """The query as SQLite's full-text index takes it: all of its terms."""
    return " AND ".join(f'"{" ".join(term.words)}"{"*" if term.ending else ""}' for term in terms(query))


def passage(text: str, asked: list[Term]) -> str:
    """The words around the first match on one line, matches in [brackets]; the beginning where there is none."""
    pattern = _pattern(tuple(asked)) if asked else None
    plain = text if text.isascii() else "".join(map(_plain, text))
    first = pattern.search(plain) if pattern else None
    if pattern is None or first is None:
        return " ".join(text[:HEAD].split())
    start = max(0, first.start() - AROUND)
    start = plain.find(" ", start, first.start()) + 1 or first.start() if start else 0
    end = min(len(text), first.end() + AROUND)
    end = end if end == len(text) else max(plain.rfind(" ", first.end(), end), first.end())
    out, at = [], start
    for found in pattern.finditer(plain, start, end):
        out += [text[at : found.start()], "[", text[found.start() : found.end()], "]"]
        at = found.end()
    shown = " ".join("".join([*out, text[at:end]]).split())
    return f"{'…' if start else ''}{shown}{'…' if end < len(text) else ''}"


@lru_cache(maxsize=8)
def _pattern(asked: tuple[Term, ...]) -> re.Pattern[str]:
    parts = [
        r"[\W_]+".join("".join(map(_plain, word)) for word in one.words) + (r"\w*" if one.ending else "")
        for one in asked
    ]
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    """A letter without its accent; always one letter, so that places stay."""
    return unicodedata.normalize("NFD", letter)[:1] or letter
