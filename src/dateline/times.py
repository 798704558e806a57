"""Time expressions in news, resolved by the sentence: a library of its own.

>>> from dateline import times
>>> times.find("The talks resume Monday.", published="2011-10-28")[0].value
'2011-10-31'
"""

from __future__ import annotations

import datetime as dt

from dateline.annotate.sentences import sentences
from dateline.annotate.times import find_times
from dateline.model.annotations import Timex
from dateline.model.report import Block

__all__ = ["Timex", "find"]


def find(text: str, *, published: dt.date | str | None = None) -> tuple[Timex, ...]:
    """The time expressions of ``text``, in order, for a report of the day ``published`` (ISO, or None if unknown).

    Without the day, values that need one keep TIMEX3's open forms (``XXXX-WXX-5``). Raises ValueError where
    ``published`` is no date.
    """
    day = dt.date.fromisoformat(published) if isinstance(published, str) else published
    blocks = _paragraphs(text)
    return find_times(text, sentences(text, blocks), day)


def _paragraphs(text: str) -> tuple[Block, ...]:
    blocks = []
    at = 0
    for part in text.split("\n\n"):
        if part.strip():
            blocks.append(Block("body", at, at + len(part)))
        at += len(part) + 2
    return tuple(blocks)
