"""What stands between a verb of saying and its content: listener, medium, day, place."""

from __future__ import annotations

from dateline.annotate.quotations.tags import Tag
from dateline.annotate.quotations.words import (
    BREAKS,
    DETERMINERS,
    FINITE,
    PREPOSITIONS,
    PRONOUNS,
    WEEKDAYS,
    Tok,
    is_adverb,
)
from dateline.model.evidence import Span

LISTENED = frozenset("tell ask assure remind inform urge warn advise instruct order beg implore promise".split())
"""Verbs whose first object is the listener."""

_TIME = frozenset("last this next late early earlier later week month year morning afternoon evening night day".split())
_SPANS = frozenset("hours day days week weeks month months year years end start round opening close".split())
"""Nouns that go on with "of" in a circumstance: "said after a week of talks"."""
_MEDIA = frozenset(
    """twitter facebook instagram television tv radio statement interview message tweet letter email e-mail speech
    blog post memo conference report press video show program programme call filing telegram""".split()
)
_ING_NOUNS = frozenset("morning evening meeting hearing briefing filing building gathering posting opening".split())
_FURTHEST = 16
"""Tokens. A "that" further from the verb belongs to another clause."""


def after_verb(toks: list[Tok], tag: Tag) -> int:
    """Index of the first token of the content after the tag; ``len(toks)`` where none follows.

    Notes the listener and the medium in the tag.
    """
    at = tag.last + 1
    size = len(toks)
    if at < size and not tag.inverted and tag.verb.lemma in LISTENED and not tag.passive:
        end = _listener(toks, at)
        if end > at:
            tag.to = Span(toks[at].start, toks[end - 1].end)
            at = end
    while at < size:
        low = toks[at].low
        if low == "that" or toks[at].text in ('"', ":"):
            return at
        if (
            low in WEEKDAYS
            or (low in _TIME and tag.last < at and toks[at - 1].low not in DETERMINERS)
            or (is_adverb(low) and low not in ("now", "only", "never", "not", "no", "once", "still"))
        ):
            at += 1
            continue
        if bounds_amount(toks, at):
            return at
        goes_on = low == "of" and toks[at - 1].low in _SPANS
        if goes_on or (low in PREPOSITIONS and low not in ("of", "about", "as", "like")):
            nxt = _over_phrase(toks, at, tag)
            if nxt is None:
                return at
            at = nxt
            continue
        if toks[at].text == ",":
            # ", on Tuesday, that": an aside; otherwise the sentence goes on without a content
            return _after_aside(toks, at)
        return at
    return size


def bounds_amount(toks: list[Tok], at: int) -> bool:
    """Whether a preposition opens no circumstance but an amount: "said at least 40 people", "said over 200 homes"."""
    ahead = [tok.low for tok in toks[at + 1 : at + 3]]
    if toks[at].low == "at":
        return ahead[:1] in (["least"], ["most"])
    if toks[at].low == "up" and ahead[:1] == ["to"]:
        ahead = ahead[1:]
    elif toks[at].low == "as":
        return ahead[1:] == ["as"] and ahead[0] in ("many", "much", "few", "little")
    elif toks[at].low not in _AMOUNT_BOUNDS:
        return False
    return bool(ahead) and (ahead[0][0].isdigit() or ahead[0] in _NUMBERS)


_NUMBERS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty
    ninety hundred thousand million half dozens hundreds thousands millions""".split()
)
_AMOUNT_BOUNDS = frozenset("over under between around above below near".split())


def _after_aside(toks: list[Tok], at: int) -> int:
    for i in range(at + 1, min(at + _FURTHEST, len(toks) - 1)):
        if toks[i].text == ",":
            return i + 1 if toks[i + 1].low == "that" else len(toks)
    return len(toks)


def _listener(toks: list[Tok], at: int) -> int:
    """Index after the listener that begins at ``at``."""
    first = toks[at].low
    governs = first in DETERMINERS and at + 1 < len(toks) and toks[at + 1].text[0].islower()
    if (first in PRONOUNS and not (governs and toks[at + 1].low not in PREPOSITIONS)) or first in (
        "him",
        "her",
        "them",
        "us",
        "me",
        "it",
    ):
        return at + 1
    if (
        first in ("for", "about", "of", "with", "that", "to", "not", "if", "whether", "why", "how", "what")
        or not toks[at].text[0].isalnum()
    ):
        return at
    i = at + 1
    name = toks[at].text[0].isupper()
    while i < len(toks):
        low = toks[i].low
        if (
            low in ("of", "for", "at", "from", "on", "in")
            and i + 1 < len(toks)
            and toks[i + 1].low not in WEEKDAYS
            and low in ("of", "for")
        ):
            i += 2
            continue
        if low == "." and (i + 1 >= len(toks) or not toks[i + 1].text[0].isupper()):
            break
        if not low[0].isalnum() and low not in ("'", "&", ".", "-"):
            break
        if (
            low in PREPOSITIONS
            or low in BREAKS
            or low in FINITE
            or low in PRONOUNS
            or low in WEEKDAYS
            or low in ("to", "if", "that", "they", "not")
        ):
            break
        if low in DETERMINERS and toks[i - 1].low not in ("of", "for"):
            break
        if not name and toks[i].text[0].isupper() and toks[at].low not in DETERMINERS:
            break
        if (
            name
            and toks[i].text[0].islower()
            and low
            not in ("and", "magazine", "newspaper", "news", "television", "radio", "reporters", "host", "anchor")
        ):
            break
        i += 1
    return i


def _over_phrase(toks: list[Tok], at: int, tag: Tag) -> int | None:
    """Index after the prepositional phrase at ``at``, where a content can begin; None where it is the content."""
    if at + 1 >= len(toks):
        return len(toks)
    if toks[at].low == "to" and (
        toks[at + 1].text[0].islower()
        and toks[at + 1].low not in DETERMINERS
        and toks[at + 1].low not in ("reporters", "journalists", "supporters")
    ):
        return None
    limit = min(len(toks), at + _FURTHEST)
    for i in range(at + 1, limit):
        if toks[i].low == "that":
            _note_medium(toks, at, i, tag)
            return i
        if toks[i].text in (",", ":", ";"):
            break
        if toks[i].low in FINITE:
            break
    i = at + 1
    if toks[i].low in DETERMINERS or toks[i].low in WEEKDAYS:
        i += 1
    while i < limit:
        low = toks[i].low
        if low in PRONOUNS or low in DETERMINERS or low in BREAKS or not low[0].isalnum() or low in PREPOSITIONS:
            break
        if low.endswith("ing") and toks[i - 1].low not in DETERMINERS and low not in _ING_NOUNS:
            break
        if (
            toks[i].text[0].isupper()
            and toks[i - 1].text[0].islower()
            and toks[i - 1].low not in DETERMINERS
            and toks[i - 1].low not in PREPOSITIONS
            and low not in WEEKDAYS
        ):
            break
        if low in WEEKDAYS:
            i += 1
            break
        i += 1
    _note_medium(toks, at, i, tag)
    return i


def _note_medium(toks: list[Tok], at: int, end: int, tag: Tag) -> None:
    first = last = -1
    opened = at
    for i in range(at, end):
        if toks[i].low in ("in", "on", "via", "through", "during"):
            opened = i
        if toks[i].low in _MEDIA and toks[opened].low in PREPOSITIONS:
            first, last = (opened if first < 0 else first), i
    if first < 0:
        return
    last = max(last, end - 1 if opened <= last else last)
    joined = tag.via is not None and toks[first].start - tag.via.end < 2
    if tag.via is None or joined:
        tag.via = Span(tag.via.start if tag.via is not None else toks[first].start, toks[last].end)
