"""The dateline of a report: place, day and agency before the story ("BRUSSELS, Oct 26 (Reuters) -")."""

from __future__ import annotations

import re

from dateline.read import outlets
from dateline.read.agencies import NAMES
from dateline.read.head_dates import HEAD_DATE, MONTH_DAY
from dateline.text.patterns import late

_UPPER = "A-ZÀ-ÖØ-Þ"
_CAPS = rf"[{_UPPER}][{_UPPER}'’.-]+"
_CAPS_PLACE = rf"{_CAPS}(?:[ /]{_CAPS}){{0,3}}"
_TITLED = rf"[{_UPPER}][\w.'’-]+"
_TITLED_PLACE = rf"{_TITLED}(?:[ /](?:(?:de|of|the|al|el|la)\s)?{_TITLED}){{0,3}}"
_REGION = rf"(?:,\s{_TITLED}(?:\s{_TITLED}){{0,2}})"
_DAY = re.sub(r"\?P<\w+>", "?:", MONTH_DAY.pattern)
_BY = r"[A-Z][\w./! -]{1,30}|dpa"
_DASH = r"(?:\s*(?:--?|[–—―_])(?=\s|[\"“‘`A-Z]|$)\s*)"

DATELINE = late(
    rf"""(?: (?P<place>{_CAPS_PLACE}{_REGION}?) ,? (?:\s(?P<day>{_DAY}),?)? \s?
             \(\s?(?P<by>[^()\n]{{2,40}}?)\s?\) (?:{_DASH} | \s*$)
       | (?P<place2>{_TITLED_PLACE}{_REGION}?)? ,? (?:\s(?P<day2>{_DAY}),?)? \s? \((?P<by2>{_BY})\) {_DASH}
       | (?P<place3>{_CAPS_PLACE}{_REGION}?) (?:,?\s(?P<day3>{_DAY}),?)?
             (?:\s(?:--?|_)\s?|\s?[–—―]\s?)(?=[\"“‘`{_UPPER}]|$)
      )""",
    re.VERBOSE,
)
"""Anchored at the start of a paragraph: with an agency in brackets in either case; without one only in capitals."""

PIPED = late(
    rf"(?P<place>{_CAPS_PLACE}{_REGION}?)\s\|\s(?=[A-Z][a-z]{{2,8}},?\s[A-Z][a-z]{{2,8}}\.?\s\d|\d\d?\s[A-Z])",
    re.VERBOSE,
)
"""A place before a page's stamp: "MEXICO CITY | Sat Apr 25, 2009 12:51 am BST"."""

INNER = late(
    rf"(?:(?<=\s)|^)(?P<place>{_CAPS_PLACE}{_REGION}?),?(?:\s(?P<day>{_DAY}),?)?\s\((?P<by>{_BY})\){_DASH}",
    re.VERBOSE,
)
"""A dateline with an agency anywhere in the head, where a feed has glued headline, byline and story together."""

LONGEST = 300
"""Characters. No dateline is longer, and a line of capitals alone must not be searched to its end again and again."""
_PARTY = late(r"[A-Z]{1,3}-")
"""A politician's party and state: "(D-Ohio)"."""
_TAG = late(r"[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){0,2}")
_NOTE = late(r"(?i:updat|add|correct|repeat|recast|refil|clarif|eds|note|photo|pictur|file|see|new|more|full|part)")
"""How a wire's notes to its editors begin: "(Adds quotes) -"."""
SHORTEST_PLACE = 4
"""Letters. Shorter words in capitals (UN, EU, US, WHO) are seldom places, and Rio comes with its Janeiro."""
_BARE = late(rf"(?P<run>{_CAPS}(?:\s{_CAPS})*)\s+(?P<next>\S)")
_TWO_WORDS = frozenset(
    """new san los las el al port fort st st. saint cape santa sao rio hong kuala addis tel mexico buenos abu guatemala
    vatican united the panama kansas salt baton ho phnom dar santo sri banda
    """.split()
)
"""First words of places that are written with more than one."""
_NO_PLACES = frozenset(
    """NATO OPEC OSCE ASEAN UNESCO UNICEF UNHCR NASA ISIS ISIL HAMAS AIDS NAFTA MERCOSUR EURO INTERPOL FIFA UEFA FEMA
    BREAKING UPDATE EXCLUSIVE FACTBOX ANALYSIS SNAPSHOT TIMELINE WRAPUP CORRECTED FEATURE URGENT ALERT THIS THERE
    """.split()
)
"""Words in capitals that open stories and are no places."""


def dateline_at(text: str, at: int, end: int) -> re.Match[str] | None:
    """The dateline that begins at ``at``: a match of :data:`DATELINE` that holds what it must; None without one."""
    found = DATELINE.match(text, at, min(end, at + LONGEST))
    if not found:
        return None
    if found["by"]:
        if HEAD_DATE.match(found["by"]) or MONTH_DAY.match(found["by"]):
            return None
        known = found["by"].lower() in NAMES
        return found if known or _names_an_agency(found, text[found.end() : found.end() + 1]) else None
    if found["by2"]:
        return (
            found
            if found["by2"].lower() in NAMES or _names_an_outlet(found, text[found.end() : found.end() + 1])
            else None
        )
    return found if _is_place(found["place3"], text[found.end() : found.end() + 40]) else None


def _names_an_agency(found: re.Match[str], following: str) -> bool:
    """Whether an unknown name in brackets is an agency's: a dash and a new sentence follow, and no party's letter."""
    if found[0].rstrip().endswith(")") or following.islower() or _PARTY.match(found["by"]):
        return False
    return found["place"].split()[0].rstrip(",") not in _NO_PLACES


def _names_an_outlet(found: re.Match[str], following: str) -> bool:
    """Whether an unknown name in brackets before a dash is an outlet's: by its form, or since no place stands there."""
    name = found["by2"].strip()
    if following.islower() or HEAD_DATE.match(name) or MONTH_DAY.match(name):
        return False
    return bool(outlets.named(name)) or (not found["place2"] and bool(_TAG.fullmatch(name)) and not _NOTE.match(name))


def _is_place(words: str, after: str) -> bool:
    """Whether words in capitals before a dash are a dateline's place and no heading ("ANALYSIS - WHO WINS?")."""
    first = words.split()[0].rstrip(",")
    following = after.split(None, 1)
    shouted = bool(following) and len(following[0]) > 3 and following[0].isupper() and following[0] not in _NO_PLACES
    return len(words) >= SHORTEST_PLACE and first not in _NO_PLACES and not shouted


def inner_dateline(head: str) -> int | None:
    """Where a dateline with an agency begins inside glued head matter; None without one."""
    for found in INNER.finditer(head):
        if found["by"].lower() in NAMES:
            return found.start()
    return None


def bare_place(text: str, start: int, end: int) -> int | None:
    """Where a place in capitals right behind a date line ends ("2011-10-26 DOHA Ministers met ..."); None without one.

    A last word in capitals before a small letter is the sentence's own: "DOHA OPEC said" has DOHA, "OPEC said" none.
    """
    found = _BARE.match(text, start, min(end, start + LONGEST))
    if not found:
        return None
    run = found["run"].split()
    if found["next"].islower():
        run.pop()
    if not run or run[0] in _NO_PLACES or (run[0].endswith(".") and run[0] != "ST."):
        return None
    size = 2 if len(run) > 1 and run[0].lower() in _TWO_WORDS else 1
    place = " ".join(run[:size])
    return start + len(place) if len(place) >= SHORTEST_PLACE and text.startswith(place, start) else None
