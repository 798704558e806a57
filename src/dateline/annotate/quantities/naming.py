"""Numbers that name rather than count: "Resolution 1973", "Channel 4", ages, years, ordinals, scores."""

from __future__ import annotations

import re

from dateline.annotate.quantities.counted import STATES
from dateline.annotate.status_tokens import kind_of
from dateline.model.annotations import Sentence
from dateline.text.patterns import late

_NUMBERED = frozenset(
    """no nos number article resolution chapter section page channel flight route highway room level phase group class
    act clause part version type grade aged age ages at top day game line gate bus apollo boeing airbus psalm verse item
    title rule round stage category magnitude scale""".split()
)
_NAMES_IT = late(rf"(?:\b(?:{'|'.join(sorted(_NUMBERED))}|under-)\.?\s|[#№])$", re.IGNORECASE)
_ORDINAL = late(r"(?:st|nd|rd|th|s)\b|['’]s\b|:\d|/\d|-?(?:year|month|week|day|hour|minute)s?(?:-old|\sold\b)|-day\b")
_COUNTED_LIKE_YEARS = late(r"\s(?:people|troops|soldiers|jobs|workers|homes|deaths|dead|cases|tons|tonnes|miles)")
_APART = late(r",|\)|\.$|\.\s|\s[-–—]\s")
_AFTER_COMMA = late(r"[^\W\d_],\s$")
_CAPITAL = late(r"(?:\b(\w+)\s)?\b([A-Z][\w’'-]*)\s$")
_SMALL = late(r"\s(?:[a-z]|%)")
_SMALL_WORD = late(r"\s([a-z]+)(?=\s)")
_EMERGENCY = late(r"\s(?:call|emergency|operator|dispatch|tape)")
_YEARS = range(1500, 2101)
_PLACED = frozenset("in at near from of on around across for".split())


def is_score(text: str, end: int, ranged: re.Match[str], sign: str | None) -> bool:
    """Whether "6-4" is a score: a hyphen between two small numbers with nothing counted after it."""
    if "to" in ranged[0].lower() or sign:
        return False
    return not re.match(r"\s+[a-z]", text[ranged.end() : ranged.end() + 3])


def names_something(
    text: str, start: int, follows: str, digits: str | None, scale: str | None, sign: str | None, sentence: Sentence
) -> bool:
    """Whether a number names something rather than counts it."""
    if sign or scale:
        return False
    if _ORDINAL.match(follows):
        return True
    before = text[max(sentence.start, start - 14) : start]
    if _may_number(before) and _NAMES_IT.search(before) and not before.lower().endswith(("at ", "top ", "part ")):
        return True
    if not digits:
        return False
    if digits.isdigit() and len(digits) == 4 and int(digits) in _YEARS:
        return not _COUNTED_LIKE_YEARS.match(follows)
    if _APART.match(follows) and _AFTER_COMMA.search(before):
        return True  # "Smith, 50, said"
    word = _CAPITAL.search(before)
    if word and start - len(word[2]) - 1 > sentence.start:
        counted = _SMALL.match(follows)
        verb = _SMALL_WORD.match(text, start + len(digits), start + len(digits) + 24)
        if verb and kind_of(verb[1]) == "v" and verb[1] not in STATES:
            return True  # "Solidarity 80 called on the government"
        if not counted or (len(digits) == 1 and (word[1] or "").lower() not in _PLACED):
            return True  # "Boeing 747", "Channel 4", "Radio 1 presenter"
    if digits in ("911", "999", "112") and _EMERGENCY.match(follows):
        return True
    return len(digits) > 1 and digits[0] == "0" and digits[1] != "."


def _may_number(before: str) -> bool:
    """Whether the word right before a number can be one that numbers: most are told by a look at it."""
    last = before.split()[-1:]
    return not last or not last[0].isalpha() or last[0].lower() in _NUMBERED
