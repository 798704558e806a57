"""The news layout of a text: which stretch is headline, byline, dateline, caption, sign-off, page furniture or story.

When in doubt a stretch is story. No word is ever left out: the blocks cover all of the text but its blanks.
"""

from __future__ import annotations

from dateline.read.draft import Draft, Layout
from dateline.read.head import read_head
from dateline.read.paragraphs import paragraphs
from dateline.read.story import read_paragraph

__all__ = ["Layout", "lay_out"]


def lay_out(text: str) -> Layout:
    """The news layout of ``text``. Any text has one; an empty text has an empty one."""
    draft = Draft(text)
    parts = paragraphs(text)
    number, at = read_head(draft, parts)
    for start, end in parts[number:]:
        read_paragraph(draft, max(start, at), end)
    return draft.layout()
