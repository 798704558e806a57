"""Words of a sentence for the quotation rules, and the noun phrases that can be a source."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from dateline.annotate.names import lexicon as lex
from dateline.annotate.speech import verbs
from dateline.annotate.tokens import pieces, table


class Tok(msgspec.Struct, gc=False):
    """A word or mark with its place; ``low`` in lower case with straight apostrophes."""

    start: int
    end: int
    text: str
    low: str


_SPLIT = re.compile(
    r"""([A-Za-z]++(?=[ ,])
      | [^\s_] (?: (?<=\d)\d*(?:[.,]\d+)* | (?<=\w)\.(?:[^\W\d_]\.)+ | (?<=\w)[^\W_]*(?:[’'‑&.-][^\W_]+)*
              | (?<=-)- | (?<=\.)\.\. )?)""",
    re.VERBOSE,
)


def words(text: str, start: int, end: int) -> list[Tok]:
    """The tokens of ``text[start:end]``."""
    stretch = text[start:end]
    given, starts, ends = table(_SPLIT, stretch, start)
    low = list(map(str.lower, given))
    if "’" in stretch:
        low = [word.replace("’", "'") for word in low]
    return list(map(Tok, starts, ends, given, low))


_LONGEST_PHRASE = 40
"""Tokens of a source, at most."""


@lru_cache(maxsize=1)
def _cues() -> frozenset[str]:
    forms = verbs().keys()
    return frozenset((*forms, *map(str.capitalize, forms), *map(str.upper, forms)))


def has_cue(sentence: str) -> bool:
    """Whether a sentence holds any form of a verb of saying; a cheap test before it is read."""
    return not _cues().isdisjoint(pieces(sentence)) or "ccording to" in sentence


def _set(given: str) -> frozenset[str]:
    return frozenset(given.split())


PRONOUNS = _set("he she they it i we you who one both neither none")
DETERMINERS = _set(
    """the a an this that these those his her its their our my your some many several most all both few one two
    three four five six seven eight nine ten another other each every no more half any"""
)
PREPOSITIONS = _set("of for in at from with on by to about under over near inside outside within against among between "
                    "after before during since through across behind around until into despite like as amid following "
                    "without upon per via toward towards besides along above below beyond")  # fmt: skip
BREAKS = _set("that which but when while because if although though since than where how what until unless whether so "
              "after before whereas then why as")  # fmt: skip
AUXILIARIES = _set("has have had did does do would will could may might must can should 's 've 'd 'll to")
BE = _set("is are was were be been being")
ADVERBS = _set("also later then now never once recently already again further first still even just not often always "
               "sometimes soon yesterday today earlier thus instead simply since ever only long "
               "monday tuesday wednesday thursday friday saturday sunday")  # fmt: skip
NEGATED_AUX = _set("didn't doesn't don't hasn't haven't hadn't won't wouldn't couldn't can't cannot")
FINITE = _set("is are was were has have had will would can could may might must should did does do went came made took "
              "got became began left gave kept won lost held led met put set sent ran")  # fmt: skip
WEEKDAYS = _set("monday tuesday wednesday thursday friday saturday sunday today yesterday tonight")


def is_adverb(low: str) -> bool:
    return low in ADVERBS or (
        low.endswith("ly") and len(low) > 4 and low not in ("family", "ally", "italy", "july", "assembly")
    )


def phrase_left(toks: list[Tok], last: int, floor: int) -> int | None:
    """Index where the noun phrase begins that ends at token ``last``; None where none does.

    Goes left over words until a clause begins, then drops what stands before the phrase ("On Tuesday a ...").
    """
    at = last
    table = verbs()
    floor = max(floor, last - _LONGEST_PHRASE)
    while at > floor:
        before = toks[at - 1]
        low = before.low
        if not (low[0].isalnum() or low in ".&'’-$%/()"):
            break
        if low in BREAKS or low in FINITE or (low in table and table[low].form == "past" and before.text[0].islower()):
            break
        if toks[at].text[0].isupper() and _other_noun(before):
            break
        if low in ("and", "or") and not (toks[at].text[0].isupper() and at > 1 and toks[at - 2].text[0].isupper()):
            break
        if low in PRONOUNS and low not in DETERMINERS:
            break
        at -= 1
    return _trim(toks, at, last)


def _other_noun(before: Tok) -> bool:
    """Whether a plural before a name belongs to the clause before ("filed two lawsuits Smith said ...")."""
    low = before.low
    return (
        low.endswith("s")
        and before.text[0].islower()
        and "'" not in low
        and low not in DETERMINERS
        and low not in lex.ROLES
        and low[:-1] not in lex.ROLES
    )


def _trim(toks: list[Tok], at: int, last: int) -> int | None:
    """Drops a leading adverbial: the phrase begins at the last determiner or name that no preposition governs."""
    while (
        at <= last
        and not _approximate(toks, at, last)
        and (
            toks[at].low in PREPOSITIONS
            or is_adverb(toks[at].low)
            or toks[at].low in ("and", "or", "but", "yet", "meanwhile", "however", ".")
        )
    ):
        if toks[at].low in PREPOSITIONS:
            nxt = _after_adverbial(toks, at, last)
            if nxt is None:
                return None
            at = nxt
        else:
            at += 1
    for i in range(last, at, -1):
        if (
            toks[i].low in DETERMINERS
            and toks[i].low != "that"
            and toks[i - 1].low not in PREPOSITIONS
            and toks[i - 1].low not in DETERMINERS
        ):
            return i
    return at if at <= last else None


def _approximate(toks: list[Tok], at: int, last: int) -> bool:
    """ "about half of voters" begins with no adverbial."""
    return (
        toks[at].low in ("about", "over", "under", "nearly", "roughly")
        and at < last
        and (toks[at + 1].text[0].isdigit() or toks[at + 1].low in ("half", "two", "three", "four", "one"))
    )


def _after_adverbial(toks: list[Tok], at: int, last: int) -> int | None:
    """The start of the phrase after "On Tuesday", "In a speech Monday": a determiner or day name tells where."""
    for i in range(at + 1, last + 1):
        if toks[i].low in WEEKDAYS and i < last:
            return i + 1
        if (
            i > at + 1
            and toks[i].low in DETERMINERS
            and toks[i - 1].low not in PREPOSITIONS
            and toks[i - 1].low not in DETERMINERS
        ):
            return i
    return None


_BEFORE_STOP = lex.TITLES | frozenset(("jr.", "sr."))
"""Words whose full stop ends no phrase."""


def phrase_right(toks: list[Tok], first: int, ceiling: int) -> int | None:
    """Index of the last token of the noun phrase that begins at ``first`` (after an inverted verb)."""
    at = first
    if at >= ceiling or not (toks[at].low[0].isalnum()):
        return None
    if toks[at].low in PRONOUNS:
        return at
    if toks[at].low in PREPOSITIONS or toks[at].low in BREAKS or is_adverb(toks[at].low) or toks[at].low in WEEKDAYS:
        return None
    while at + 1 < ceiling:
        low = toks[at + 1].low
        if (low == "." and toks[at].low + "." in _BEFORE_STOP) or (low == "." and len(toks[at].text) == 1):
            at += 1
            continue
        if not (low[0].isalnum() or low in "&-'’"):
            break
        if (
            low in BREAKS
            or low in FINITE
            or low in WEEKDAYS
            or low in ("who", "in", "at", "on", "during", "to", "about", "by", "with", "through", "adding")
        ):
            break
        if low in ("and", "or") and not toks[at + 2 if at + 2 < ceiling else at].text[0].isupper():
            break
        at += 1
    return at
