"""Changes in words for a terminal, and as lines of JSON for a script."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from textwrap import fill
from typing import NamedTuple

import msgspec

from dateline.archive.changes import Change

LABELS = {
    "new story": "New story",
    "new entry": "New",
    "new source": "Also reported",
    "date moved": "Date moved",
    "plan due": "Due",
    "plan settled": "Settled",
    "copies folded": "Copies",
    "new report": "Report outside any story",
    "stories merged": "Merged",
    "story split": "Split",
}
_DAYLESS = frozenset(("new story", "copies folded", "date moved", "plan settled"))
_PAST = ("happened", "said")
_CUT = " […]"
LEAST_SHARED = 30
"""Characters. Two lines that begin alike for so long, the shorter one to its end, are one sentence told twice."""
HANGING = " " * 6
Words = Callable[[str], str]
"""A date's EDTF in words."""


class Line(NamedTuple):
    """One line for people: the change that it is about, and all that say the same, itself included."""

    change: Change
    same: tuple[Change, ...]

    @property
    def days(self) -> tuple[str, ...]:
        """The days that the line tells of: first the one that it is most about."""
        ordered = sorted(self.same, key=_standing)
        return tuple(dict.fromkeys(change.day for change in ordered if change.day))


def as_text(changes: Sequence[Change], words: Words = str, width: int | None = None) -> str:
    """The changes, story by story. A sentence that tells of several days is one line, by the day that it is most about.

    ``width``: letters that a screen has in a line; None to break no line.
    """
    lines: list[str] = []
    order = {story: number for number, story in enumerate(dict.fromkeys(change.story for change in changes))}
    ordered = sorted(changes, key=lambda change: order[change.story])
    for story, group in groupby(ordered, key=lambda change: change.story):
        found = list(group)
        if story is not None:
            lines.append(f"{found[-1].title or 'Untitled'} ({story})")
        indent = "  " if story is not None else ""
        lines += [indent + _sentence(line.change, line.days, words) for line in _joined(found)]
    if width:
        lines = [fill(line, width, subsequent_indent=HANGING, break_long_words=False) for line in lines]
    return "\n".join(lines) + "\n" if lines else ""


def sentence(change: Change, words: Words = str) -> str:
    """One change as one line."""
    return _sentence(change, (change.day,) if change.day else (), words)


def _joined(changes: Iterable[Change]) -> list[Line]:
    """The changes with those in one that say the same."""
    lines: list[Line] = []
    for change in changes:
        at = next((number for number, line in enumerate(lines) if _same(line.change, change)), None)
        if at is None:
            lines.append(Line(change, (change,)))
            continue
        first = lines[at].change
        longer = change if len(_bare(change)) > len(_bare(first)) else first
        lines[at] = Line(longer, (*lines[at].same, change))
    return lines


def _standing(change: Change) -> tuple[float, int, str]:
    """Its place among those of one sentence: what weighs most, then what has happened, was said, the rest."""
    return -change.weight, _PAST.index(change.status) if change.status in _PAST else 2, change.day or ""


def _same(one: Change, other: Change) -> bool:
    if (one.kind, one.after, one.before, one.sources) != (other.kind, other.after, other.before, other.sources):
        return False
    short, long = sorted((_bare(one), _bare(other)), key=len)
    return short == long or (len(short) >= LEAST_SHARED and long.startswith(short))


def _bare(change: Change) -> str:
    return " ".join(change.text.split()).removesuffix(_CUT)


def _sentence(change: Change, days: tuple[str, ...], words: Words) -> str:
    parts = [LABELS[change.kind] + ":"]
    if change.kind == "date moved":
        parts.append(f"{words(change.before or '?')} → {words(change.after or '?')}:")
    elif change.kind == "plan settled":
        parts.append(f"{change.after}:")
    elif days and change.kind not in _DAYLESS:
        also = f" (also {', '.join(map(words, days[1:]))})" if days[1:] else ""
        parts.append(f"{words(days[0])}{also}:")
    parts.append(" ".join(change.text.split()))
    if change.outcome and " ".join(change.outcome.split()) != parts[-1]:
        parts.append(f"← “{' '.join(change.outcome.split())}”")
    if change.sources:
        parts.append(f"[{', '.join(change.sources)}]")
    return " ".join(parts)


def as_lines(changes: Iterable[Change]) -> str:
    """One JSON object a line."""
    return "".join(msgspec.json.encode(change).decode() + "\n" for change in changes)
