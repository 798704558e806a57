"""The story's title, from the reports' own words."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.material import Material
from dateline.model.story import Entry

LONGEST_TITLE = 100
"""Characters. A longer one no longer reads as a headline."""


def title(material: Material, entries: Sequence[Entry]) -> str:
    """A short headline: the newest report's own where there is one, else the weightiest entry's first clause."""
    titles = [annotated.report.title for annotated in material.reports if annotated.report.title]
    if titles:
        return " ".join(titles[-1].split())
    if not entries:
        return ""
    return shorten(max(entries, key=lambda entry: (entry.weight, entry.date.start)).text)


def shorten(text: str) -> str:
    """``text`` cut at the last clause boundary, or blank, before it grows longer than a headline."""
    text = text.rstrip(".")
    if len(text) <= LONGEST_TITLE:
        return text
    head = text[:LONGEST_TITLE]
    cut = max(head.rfind(mark) for mark in (", ", "; ", " - "))
    return head[: cut if cut > LONGEST_TITLE // 3 else head.rfind(" ")].rstrip(" ,;-")
