"""Time expressions in news, resolved by the sentence: a library of its own.

>>> from dateline import times
>>> times.find("The talks resume Monday.", published="2011-10-28")[0].value
'2011-10-31'
>>> times.find("The talks resumed Monday.", published="2011-10-28")[0].value
'2011-10-24'
>>> times.find("The talks resumed Monday.")[0].value
'XXXX-WXX-1'
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from dateline.annotate.sentences import sentences
from dateline.annotate.times import languages, recognise, resolve
from dateline.annotate.times.guideline import GUIDELINE
from dateline.annotate.times.timeml import to_timeml
from dateline.model.annotations import Timex
from dateline.model.report import Block

__all__ = ["Timex", "find", "find_each", "languages", "tag", "timeml"]

_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")


def find(
    text: str, *, published: dt.date | str | None = None, language: str = "en", guideline: bool = False
) -> tuple[Timex, ...]:
    """The time expressions of ``text``, in order, for a report of the day ``published`` (ISO; None if unknown).

    Without the day, values that need one keep TIMEX3's open forms (``XXXX-WXX-5``). ``guideline``: where annotators of
    TIMEX3 and readers differ, the annotators' value. Raises ValueError where ``published`` is no date, LookupError for
    a language without rules.
    """
    day = dt.date.fromisoformat(published) if isinstance(published, str) else published
    found = recognise(text, sentences(text, _paragraphs(text)), language)
    return resolve(found, day, GUIDELINE) if guideline else resolve(found, day)


tag = find
"""The same under the name that taggers commonly give it."""


def find_each(
    reports: Iterable[tuple[str, dt.date | str | None]], *, language: str = "en"
) -> Iterator[tuple[Timex, ...]]:
    """Yields the time expressions of each (text, published), one report at a time."""
    for text, published in reports:
        yield find(text, published=published, language=language)


def timeml(text: str, *, published: dt.date | str | None = None, language: str = "en", name: str = "report") -> str:
    """``text`` as a TimeML document with its time expressions marked; values are the guideline's."""
    day = dt.date.fromisoformat(published) if isinstance(published, str) else published
    return to_timeml(text, find(text, published=day, language=language, guideline=True), published=day, name=name)


def _paragraphs(text: str) -> tuple[Block, ...]:
    """Paragraphs end at blank lines."""
    blocks = []
    at = 0
    for border in (*_BLANK_LINES.finditer(text), None):
        end = border.start() if border else len(text)
        if text[at:end].strip():
            blocks.append(Block("body", at, end))
        at = border.end() if border else end
    return tuple(blocks)
