"""Sentences about a day on which nothing was done: what was due and is not told, was put off, or did not come."""

from __future__ import annotations

import re

from dateline.model.annotations import Annotated
from dateline.text.patterns import late
from dateline.weave.timeline import as_news
from dateline.weave.timeline.tellings import Telling

RECALLED = 7
"""Days after which a report only recalls that something was put off."""

_WAS_TO_BE = late(
    r"\b(?:was|were|had been)\s+(?:last night\s+|yesterday\s+|today\s+)?"
    r"(?:due|set|supposed|scheduled|expected|meant)\s+(?:to|for)\b",
    re.IGNORECASE,
)

_PUT_OFF = late(r"\b(?:postpon|cancel|call(?:ed|s)? off|put (?:off|back)|delay|scrap|abandon|adjourn|but\b|until\b)\w*")

_UNDONE = late(
    r"^[^,\"“]{0,90}\b(?:(?:was|were|did|has|have|had|is|are)(?:(?: still| yet| so far)? not\b|n['’]t\b)"
    r"|[Tt]here (?:was|were) no\b)"
)


def was_to_be(text: str) -> bool:
    """Whether a sentence tells what was planned for a day, and need not tell whether it came: "was due to meet"."""
    return bool(_WAS_TO_BE.search(text))


def is_undone(text: str) -> bool:
    """Whether a sentence opens with what did not happen: "The court has not yet ruled"."""
    return bool(_UNDONE.search(text))


def put_off_silently(annotated: Annotated, told: Telling, text: str) -> bool:
    """Whether what "had been due" is told, and not what became of it: the sentences beside it tell; or that it was put
    off is recalled long after."""
    if told.kind != "changed" or not was_to_be(text):
        return False
    return not _PUT_OFF.search(text) or as_news.gap(annotated, told) > RECALLED
