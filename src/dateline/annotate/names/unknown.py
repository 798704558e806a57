"""Names that no table knows: what stands beside them says what they may be."""

from __future__ import annotations

import re

from dateline.annotate.names import context
from dateline.annotate.names import lexicon as lex
from dateline.annotate.names.candidate import Candidate, make
from dateline.annotate.names.roles import apposed_before, role_before
from dateline.annotate.names.runs import Word
from dateline.annotate.speech import NOUNS_TOO, verbs
from dateline.annotate.tokens import plain_word_before
from dateline.model.annotations import Sentence
from dateline.model.evidence import Span
from dateline.text.gazetteer import Tables

_NEXT = re.compile(r"(?:['’]s)?,? ([a-z]+)")
_PREV = re.compile(r"([\w’']+) (?:the )?$")
_AGE = re.compile(r", (?:\d\d,|who\b|aged? \d)")
_IN = frozenset("in at near from across outside inside around throughout toward towards".split())
_RULE = frozenset("administration regime presidency loyalists".split())
_LONGEST_ACRONYM = 7
"""Letters. Longer words in capitals are shouted, not short for a name."""


def _says(word: str) -> bool:
    """Whether a word after a capital makes it a speaker: a verb of saying in the past, or one of living and acting."""
    verb = verbs().get(word)
    return word in lex.SPEECH_AFTER or (verb is not None and verb.form == "past" and word not in NOUNS_TOO)


def unknown(text: str, piece: list[Word], sent: Sentence, known: Tables, opens: bool) -> Candidate:
    """A name that no table knows: its neighbours say what it may be."""
    first, last = piece[0], piece[-1]
    after = _NEXT.match(text, last.end, sent.end)
    speaks = after is not None and _says(after[1])
    if len(piece) == 1 and first.low in known.common and (opens or not speaks):
        return make(text, piece, sent, None, 0, "common words", opens)
    role = role_before(text, sent.start, Span(first.start, first.start + 1), True)
    if role is None and text[first.start - 2 : first.start] == ", " and text[last.end : last.end + 1] == ",":
        role = apposed_before(text, sent.start, first.start)
    if role:
        cand = make(text, piece, sent, "person", 2, "role before", opens)
        cand.role = role
        return cand
    hint = context.before(text, sent.start, first.start) or context.after(text, last.end, sent.end)
    if hint is not None and not (len(piece) == 1 and first.low in known.common):
        return make(text, piece, sent, *hint, opens)
    if any(word.low in known.common for word in piece) and not (speaks and len(piece) == 1):
        return make(text, piece, sent, None, 0, "common words", opens)
    if len(piece) == 1 and first.text.isupper() and len(first.text) > 1:
        if first.low in known.given:
            return make(text, piece, sent, "person", 1, "given name", opens)
        if not 2 < len(first.text) <= _LONGEST_ACRONYM or first.low.endswith("ly"):
            return make(text, piece, sent, None, 0, "capitals", opens)
        return make(text, piece, sent, "organisation", 1, "acronym", opens)
    if _AGE.match(text, last.end, sent.end):
        return make(text, piece, sent, "person", 2, "age or who", opens)
    before, the = _before(text, max(sent.start, first.start - 24), first.start)
    if before.lower() in _IN and not the and first.low not in known.given:
        return make(text, piece, sent, "place", 1, "in", opens)
    if speaks or (after and after[1] in _RULE):
        return make(text, piece, sent, "person", 1, "speaks", opens)
    if the:
        return make(text, piece, sent, None, 0, "the", opens)
    if len(piece) in (2, 3) and (not opens or _plain_words(piece)):
        return make(text, piece, sent, "person", 1, "two capitals", opens)
    if first.low in known.given:
        return make(text, piece, sent, "person", 1, "given name", opens)
    return make(text, piece, sent, None, 0, "capital", opens)


def _before(text: str, start: int, end: int) -> tuple[str, bool]:
    """The word before a name, over an article, and whether there is one."""
    plain = plain_word_before(text, start, end - 1) if text[end - 1 : end] == " " else ""
    if plain:
        return plain, plain.endswith("the")
    found = _PREV.search(text, start, end)
    return (found[1], found[0].endswith("the ")) if found else ("", False)


def _plain_words(piece: list[Word]) -> bool:
    """Whether all words are written as people's names are: a capital and small letters."""
    return all(word.text.isalpha() and word.text[1:].islower() for word in piece)
