"""What a number counts: the words after it, a noun before it, or words that say so in other ways."""

from __future__ import annotations

import re

from dateline.annotate.quantities.numbers import CURRENCY_WORDS, MEASURES
from dateline.annotate.status_tokens import kind_of
from dateline.annotate.tokens import TOKEN
from dateline.model.annotations import Sentence
from dateline.model.evidence import Span
from dateline.text.patterns import late

STATES = frozenset(
    """dead killed injured wounded missing hurt arrested detained homeless displaced hospitalised hospitalized infected
    trapped confirmed evacuated rescued stranded alive freed released crossed saved sickened ill sick""".split()
)
_BE = frozenset("was were are is been being have has had be remain remained remains".split())
_ORDINALS = frozenset("first second third last next previous same".split())
_PERIODS = frozenset("quarter half year months month weeks week period season days day".split())
_HOMES = late(r"\s+(?:people\s+)?from\s+(?P<what>their\s+homes?)\b")
_TIMES = late(
    r"\s+(?P<what>times)\b(?!\s+(?:as|more|the|higher|larger|bigger|faster|greater|what|than|over|its|their))"
)
COUNTED_TIMES = late(r"[^\W\d_]{2,}(?:ed|ung|own|ken|ten)\s(?:\w+\s)?$")
_VOTES = late(r" to \d+\b")
_AGAINST = late(r"\b(?P<what>vot(?:e|ed|es))\b[^.;]{0,70}\s(?:by\s|of\s)?$", re.IGNORECASE)
"""A vote with both sides counted: "voted by 31 to 12"."""

_NUMBER_OF = late(
    r"\bnumber\sof\s(?P<what>[^\W\d_][\w-]*"
    r"(?:\s(?:killed|sickened|injured|dead|missing|ill|arrested|infected))?)\b[^.;]{0,60}"
    r"\s(?:risen|rose|climbed|grew|grown|jumped|fell|fallen|dropped|reached|stood|stands|is|was|went\sup)\s"
    r"(?:\w+ly\s)?(?:to\s|at\s)?$"
)
_LONGEST = 6
"""Words that a counted phrase may have; "former senior Iraqi government officials" has five."""


def counted_otherwise(text: str, start: int, end: int, sentence: Sentence) -> Span | None:
    """What counts in other ways: "1.4 million from their homes", "tested 31 times", "the number of ill rose to 11"."""
    found = _HOMES.match(text, end, sentence.end)
    if found is None:
        found = _TIMES.match(text, end, sentence.end)
        if found and not COUNTED_TIMES.search(text[max(sentence.start, start - 24) : start]):
            found = None
    if found is None:
        low = max(sentence.start, start - 140)
        if text.find("number of ", low, start) >= 0:
            found = _NUMBER_OF.search(text[:start], low)
    if found is None and text.startswith(" to ", end):
        found = _AGAINST.search(text, max(sentence.start, start - 90), start) if _VOTES.match(text, end) else None
    return Span(found.start("what"), found.end("what")) if found else None


def counted_after(text: str, end: int, limit: int, unit: str | None) -> Span | None:
    """The words counted, right after the number or its unit."""
    if end < limit and text[end] == "-":
        end += 1
    first = last = -1
    seen = 0
    plural = False
    for found in TOKEN.finditer(text, end, min(limit, end + 90)):
        word = found[0]
        low = word.lower()
        if first < 0:
            if low in ("of", "in", "for", "worth") and (unit or low == "of") and seen < 3:
                seen += 1
                continue
            if low in ("the", "a", "an", "its", "their", "his", "her", "these", "those", "new") and seen:
                continue
            if low in ("more", "other", "others", "people", "different") or low in STATES:
                pass
            elif low == "-":
                continue
            elif low.replace(",", "").isdigit() and seen and not unit:
                continue  # "311 of the 420 people"
        if low in ("are", "were", "remain", "is", "was", "had", "have") and first < 0:
            ahead = TOKEN.match(text, found.end() + 1)
            while ahead and ahead[0].lower() in ("still", "also", "now", "reported", "feared", "been", "fallen"):
                ahead = TOKEN.match(text, ahead.end() + 1)
            if ahead and text.startswith(("let go", "set free"), ahead.start()):
                return Span(
                    ahead.start(), ahead.end() + len(" go" if text.startswith("let", ahead.start()) else " free")
                )
            return Span(ahead.start(), ahead.end()) if ahead and ahead[0].lower() in STATES else None
        if low in _BE and first >= 0 and seen < 9:
            ahead = TOKEN.match(text, found.end() + 1)
            while ahead and ahead[0].lower() in ("been", "also", "reported", "confirmed", "feared", "still", "being"):
                ahead = TOKEN.match(text, ahead.end() + 1)
            if ahead and ahead[0].lower() in STATES:
                last = ahead.end()
            break
        if not _counts(low, word, plural, first < 0):
            break
        if first < 0 and unit and not seen and word != low and text[end - 1] not in "- ":
            break  # "$100m Mr Flanagan said"
        if first < 0:
            first = found.start()
        last = found.end()
        seen += 1
        plural = low.endswith("s") and not low.endswith("ss") and word == low
        if seen > _LONGEST or (low in STATES and seen > 1):
            break
    if 0 <= first < last and text[first:last].lower() in _ORDINALS:
        return None  # "the 420 first given"
    if unit and 0 <= first < last and text[first:last].lower().rpartition(" ")[2] in _PERIODS:
        return None  # "a loss of 400 million for the third quarter"
    if 0 <= first < last and text[last - 2 : last] in ("'s", "’s"):
        return None  # the owner of what is counted, not the thing
    return Span(first, last) if 0 <= first < last else None


_LEADS = (
    "stand stands stood rose risen rises climbed fell dropped jumped grew was is were are reached hit remain remains "
    "increased".split()
)
_BEFORE = late(
    rf"""(?P<what>[^\W\d_][\w-]*(?:\s(?:toll|rate|price|fee))?)\s+
        (?: (?:has\s|have\s|had\s)?(?:{"|".join(_LEADS)})\s(?:\w+ly\s)?(?:at\s|to\s|by\s)?
          | of\s | at\s | to\s )
        (?:up\ to\s|a\s)?$""",
    re.VERBOSE | re.IGNORECASE,
)
_TOLL = late(
    r"\b(?P<what>(?:death\s|final\s)?toll|number\sof\s(?:dead|deaths|killed|victims|injured|missing))\b[^.;,]*?"
    r"\s(?:at|to|reached|was|is|hit|passed|topped)\s(?:\w+ly\s)?$",
    re.IGNORECASE,
)
_NO_NAME = frozenset("it that this which they he she we there number total one out because half".split())
_MEASURED = frozenset(MEASURES) | frozenset(CURRENCY_WORDS)
_BEFORE_NUMBERS = frozenset((*_LEADS, *"passed topped at to by of a".split()))
"""Words right before a number that lead to the noun which it counts."""
_NAME_REACH = 60


def counted_before(text: str, start: int, floor: int) -> Span | None:
    """The noun before a number that says what it is: "a depth of 5 km", "the death toll rose to 75"."""
    low = max(floor, start - _NAME_REACH)
    last = text[low:start].split()[-1:]
    if not last or not (last[0].lower() in _BEFORE_NUMBERS or last[0].lower().endswith("ly")):
        return None
    toll = _TOLL.search(text, low, start)
    if toll:
        return Span(toll.start(), toll.end("what"))
    found = _BEFORE.search(text, low, start)
    if (
        not found
        or found["what"].lower() in _NO_NAME
        or found["what"].lower() in _MEASURED
        or kind_of(found["what"].lower().split()[0]) not in ("", "N")
    ):
        return None
    first = found.start("what")
    return Span(first, found.end("what"))


def _counts(low: str, word: str, plural: bool, opens: bool) -> bool:
    """Whether a word may stand in a counted phrase; after a plural only another plural or a state may."""
    if not low[0].isalpha():
        return False
    if low in STATES:
        return True
    kind = kind_of(low)
    if plural and not (low.endswith("s") and word == low and kind in ("", "N")):
        return False
    if kind in ("", "N", "z") or low in ("more", "other"):
        return not low.endswith("ly")
    return kind in ("v", "g") and opens and word == low
