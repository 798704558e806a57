"""Bounds before and after a number: "more than 26,000", "12 or more"."""

from __future__ import annotations

import re

from dateline.model.annotations import Bound

AFTER = re.compile(r"\s+or\s+(?:(?P<least>more|over)|(?P<most>less|fewer)|(?P<about>so))\b", re.IGNORECASE)
_BOUND = re.compile(
    r"""\b(?: (?P<more>more\ than|over|above|exceed(?:s|ing|ed)|upwards?\ of|in\ excess\ of|just\ over|well\ over
                |topp(?:ed|ing)|north\ of|surpass(?:ed|ing))
          | (?P<least>at\ least|no\ fewer\ than|no\ less\ than|a\ minimum\ of)
          | (?P<many>as\ many\ as|as\ much\ as|up\ to)
          | (?P<most>at\ most|no\ more\ than|not\ more\ than|a\ maximum\ of)
          | (?P<less>less\ than|fewer\ than|under|below|just\ under)
          | (?P<about>about|around|some|roughly|approximately|an?\ estimated|estimated|close\ to|nearly|almost
                |virtually|an\ average\ of|perhaps) )
        (?:\ (?:a|an|the|another|about|around|some|estimated|additional|extra|further))?\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_BOUNDS: dict[str, Bound] = {
    "more": "more than", "least": "at least", "many": "as many as", "most": "at most", "less": "less than",
    "about": "about",
}  # fmt: skip
_LAST_WORDS = frozenset(
    """than over above exceed exceeds exceeding exceeded of topped topping surpassed surpassing least as to most under
    below about around some roughly approximately estimated nearly almost virtually perhaps a an the another additional
    extra further""".split()
)
"""Words that a bound may end with; most numbers are passed over by this."""
_REACH = 34
"""Characters before a number in which a bound may stand; the longest is "in excess of an additional "."""


def bound_before(text: str, start: int, floor: int) -> tuple[Bound, int]:
    """The bound before a number, and where its words begin."""
    low = max(floor, start - _REACH)
    before = text[low:start]
    last = before.split()[-1:]
    if not last or (last[0].isalpha() and last[0].lower() not in _LAST_WORDS):
        return "exact", start
    found = _BOUND.search(before)
    if not found or not found.lastgroup:
        return "exact", start
    if found.lastgroup in ("more", "less") and found[0].rstrip().lower().endswith(" the"):
        return "exact", start  # "more than the 420 first given": compared, not bounded
    return _BOUNDS[found.lastgroup], low + found.start()
