"""Where a report's first sentence really begins.

Copies of web pages run headline, picture caption and page marks into the first sentence: "Fans mourn singer Thousands
of fans gathered ...". The sentence is cited from where the story starts, so that what is shown stands so in the report.
"""

from __future__ import annotations

import re

from dateline.text.words import STOPWORDS

LONGEST_HEAD = 320
"""Characters of headline and caption that may stand before the story."""

FEWEST_LEFT = 8
"""Words that must be left for a sentence."""

_MARKS = re.compile(
    r"\((?:Reuters|AP|AFP|CNN|UPI|Xinhua|Bloomberg)\)\s*(?:--?|–|—)\s*"
    r"|\b(?:GMT|BST|E[SD]T|P[SD]T)(?:, (?:\w+, )?\d{1,2} \w+ \d{4}| \d{1,2}:\d\d UK)?"
    r"\s+(?:\([^)]{0,80}\)\s+)?(?:Help\s+)?(?=[A-Z])"
    r"|\((?:By|Photo by|Photograph by) [^)]{3,80}\)\s+(?=[A-Z])"
    r"|\b[A-Z]{4,}(?:, [A-Z][\w.]+){0,2},? (?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d{1,2}"
    r"\s+(?:--|—|–|-)\s+(?=[A-Z])"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z]\w+ \d{1,2}, \d{4}(?:; (?:Page )?\w+)?\s+(?=[A-Z])"
    r"|\(an error occurred while processing this directive\)\s+"
    r"|\bUK time, \w+, \d{1,2} \w+ \d{4}\s+",
)
_TITLE_CASE = re.compile(
    r"(?:[A-Z$\d][\w’'$,.&-]*|a|an|the|of|in|on|to|for|and|as|at|by|with|from|over)"
    r"(?: (?:[A-Z$\d][\w’'$,&-]*|a|an|the|of|in|on|to|for|and|as|at|by|with|from|over)){2,11}?"
    r" (?:[A-Z][\w’'-]*[a-z]) (?=(?:The|A|An|Former|President|Sen\.|Rep\.) (?:[A-Z][\w.]+ ){0,3}[a-z]{3,})"
)
"""A headline with capitals, and the article or title that opens the sentence after it."""

_CAPITAL = re.compile(r"(?P<before>[^\s]+) (?P<word>[A-Z][a-z]*) (?P<after>[a-z]\w*)")
_NAME = re.compile(r"[A-Z]\w+ [A-Z]\w+")
_PREDICATE = re.compile(
    r"(?:['’]s)?(?: \w+){0,2}? (?:has|have|had|is|was|were|will|would|can|could|may|must|says|said|died)\b"
)
_QUOTES = "'\"’”“‘()"
_HOLDS = ",;:-–—"
_STARTERS = frozenset(
    """a an the in on at it there he she they this these more some two three four five six seven eight nine ten after as
    when while with for hundreds thousands tens dozens police officials people residents scientists experts relatives
    lawyers prosecutors doctors protesters demonstrators troops soldiers rescuers workers""".split()
)
_LEANING = frozenset(
    """the a an of in on at by for to and or with from as that than but into over under about after before since until
    his her its their our my your this these those said says say told tells asked mr mrs ms dr is are was were be been
    has have had will would called named against between via per""".split()
)


def opening(text: str, start: int, end: int) -> int:
    """The offset at which the story starts in the first sentence ``text[start:end]``; ``start`` where nothing is fused.

    A new sentence is taken to start at a capital after a word that can end a headline: at a word that opens sentences
    ("The", "Police"), or at one that the report elsewhere writes small, before another small word.
    """
    limit = min(end, start + LONGEST_HEAD)
    begins = start
    for mark in _MARKS.finditer(text, start, limit):
        if _enough(text, mark.end(), end):
            begins = mark.end()
    begins = max(begins, _said_again(text, begins, limit, end))
    if (headline := _TITLE_CASE.match(text, begins, limit)) and _enough(text, headline.end(), end):
        begins = headline.end()
    at = begins
    while found := _CAPITAL.search(text, at, limit):
        if _breaks(text, found) and _enough(text, found.start("word"), end):
            begins = found.start("word")
        at = found.start("word")
    return begins


def _said_again(text: str, start: int, limit: int, end: int) -> int:
    """Where the name that opens a headline opens the sentence after it; ``start`` where it does not.

    "Ann Lee found guilty Ann Lee has been found guilty of fraud" breaks before the second "Ann Lee".
    """
    name = _NAME.match(text, start, limit)
    again = text.find(f" {name[0]}", name.end(), limit) if name else -1
    if again < 0:
        return start
    before = text[start:again].split()[-1]
    follows = _PREDICATE.match(text, again + 1 + len(name[0]), end) if name else None
    if follows and before.strip(_QUOTES)[:1].islower() and before not in _LEANING and before[-1] not in _HOLDS:
        return again + 1 if _enough(text, again + 1, end) else start
    return start


def _breaks(text: str, found: re.Match[str]) -> bool:
    before, word = found["before"], found["word"].lower()
    bare = before.strip(_QUOTES)
    if not bare or not bare[0].islower() or bare in _LEANING or before[-1] in _HOLDS:
        return False
    if word in _STARTERS:
        return True
    plural = word.endswith("s") and found["after"] != "and"
    return word not in STOPWORDS and (plural or found["after"] not in STOPWORDS) and f" {word} " in text


def _enough(text: str, start: int, end: int) -> bool:
    return text.count(" ", start, end) + 1 >= FEWEST_LEFT
