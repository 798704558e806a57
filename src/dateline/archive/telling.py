"""Changes in words for a terminal, and as lines of JSON for a script."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

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


def as_text(changes: Sequence[Change]) -> str:
    """The changes, story by story."""
    lines: list[str] = []
    order = {story: number for number, story in enumerate(dict.fromkeys(change.story for change in changes))}
    ordered = sorted(changes, key=lambda change: order[change.story])
    for story, group in groupby(ordered, key=lambda change: change.story):
        found = list(group)
        if story is not None:
            lines.append(f"{found[-1].title or 'Untitled'} ({story})")
        lines += [("  " if story is not None else "") + sentence(change) for change in found]
    return "\n".join(lines) + "\n" if lines else ""


def sentence(change: Change) -> str:
    """One change as one line."""
    words = [LABELS[change.kind] + ":"]
    if change.kind == "date moved":
        words.append(f"{change.before} → {change.after}:")
    elif change.kind == "plan settled":
        words.append(f"{change.after}:")
    elif change.day and change.kind not in ("new story", "copies folded"):
        words.append(f"{change.day}:")
    words.append(" ".join(change.text.split()))
    if change.sources:
        words.append(f"[{', '.join(change.sources)}]")
    return " ".join(words)


def as_lines(changes: Iterable[Change]) -> str:
    """One JSON object a line."""
    return "".join(msgspec.json.encode(change).decode() + "\n" for change in changes)
