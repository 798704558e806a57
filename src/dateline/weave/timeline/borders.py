"""A time that only bounds what is told: "since the attacks of Sept. 11"."""

from __future__ import annotations

import re

from dateline.model.annotations import Annotated
from dateline.weave.timeline.tellings import Telling

_FINITE = (
    r"(?:has|have|had|is|are|was|were|will|would|could|may|might|did|said|told|took|held|won|met|led|gave|went|came"
    r"|made|found|left|began|fell|rose|struck|broke|\w{2,}ed)"
)
_ONLY_A_BORDER = re.compile(
    r"\b(?:after|aftermath|since|before|following|until|despite|from|ahead)\b[^,.;]{0,40}$"
    r"|\b(?:after|aftermath of|since|before|following|despite|(?:leading |run-|running |build-)?up to|prior to"
    rf"|in advance of|on the eve of|ahead of|(?:years?|months?|weeks?) on from|anniversary of)\b"
    rf"(?:(?!\b{_FINITE}\b)[^,.;]){{0,90}}$"
    r"|\b(?:delay|delays|postponement|cancellation|boycott|preparations|prospects?|hopes) (?:of|to|for|in)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
"""Up to the time: words that make it a border, or what kind of thing it belongs to ("a delay of Friday's debate")."""

_CLOCK = re.compile(
    r"\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b.{0,30}\b(?:morning|afternoon|evening|night|day) (?:of|that|when)\b"
)
_BEHIND_A_THING = re.compile(r"(?:after|following) (?!midnight|noon|midday|dawn|dark)(?:[\w-]+ ){2}", re.IGNORECASE)
_OF_A_THING = re.compile(r"\b(?:into|about|over|of|for|with|against|from|to)\s+(?:the\s+)?$", re.IGNORECASE)


def only_borders(annotated: Annotated, told: Telling) -> bool:
    """Whether the telling's time is the border of what is told, or belongs to a thing, and so dates nothing."""
    if told.basis == "lead":
        return False
    timex = next((t for t in annotated.notes.timexes if told.start <= t.start < told.end), None)
    end = timex.start if timex is not None else told.end - 1
    text = annotated.report.text
    if timex is not None and _CLOCK.match(text, timex.start):
        return True
    before = text[told.sentence.start : max(told.sentence.start, end)]
    if timex is not None and text[timex.end : timex.end + 2] in ("'s", "’s") and _OF_A_THING.search(before):
        return True
    border = _ONLY_A_BORDER.search(before)
    return border is not None and not _is_of_today(annotated, told, told.sentence.start + border.start())


def _is_of_today(annotated: Annotated, told: Telling, border: int) -> bool:
    """Whether what a report tells comes after something of its own day: "was arrested after a chase on Tuesday"."""
    today = annotated.report.day is not None and told.when.start == annotated.report.day.isoformat()
    behind = today and _BEHIND_A_THING.match(annotated.report.text, border)
    return bool(behind) and told.rule == "verb" and told.sentence.start <= told.head < border
