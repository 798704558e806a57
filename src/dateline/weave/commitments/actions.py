"""What a clause tells: which action its verb or noun names, alone or with the words beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from dateline.text.patterns import late
from dateline.text.words import content_words
from dateline.weave.commitments.classes import ACTION, LIGHT, PHRASAL, POSTPONING

_PARTICLE = late(
    r"\s+(?:\w+ly\s+)?(up|down|off|out|back|ahead|shut|closed|open|over|effect|in|into (?:effect|force)|hold|on|forward"
    r"|aside|away|through|place|home|go|free)\b"
)
_OBJECT = late(r"[A-Za-z]+")
_LETTERS = "".join(char if char.isalpha() else " " for char in map(chr, range(128)))
"""ASCII with a blank for whatever is no letter: splits into the words that _OBJECT finds, in half of the time."""

_OBJECT_REACH = 60
"""Characters after a light verb in which its object may stand."""

FRAMES = frozenset(
    "postpone delay defer reschedule adjourn set schedule slate book plan due fix expect move push put".split()
)
"""Verbs that only say for when: what is put off or set is named by a noun beside them."""

_LOOSE = frozenset(("continue", "cut", "raise", "publish"))
"""Actions whose nouns are too common to name what a verb beside them does."""

_PLURAL = late(r"(?:(?<=[^s])s)$")


_QUESTIONS = late(r"\s(?:[\w'’-]+\s){0,2}?questions?\b")
_TO_COURT = late(r"\bto (?:the )?courts?\b")
_GO_ON = late(r"\s+(?:back )?(?:on|to|into|in|live|under)\s+(?:the\s+)?(sale|strike|trial|show|display|air|stage"
                    r"|polls|stream|line|service|operation|production|use)\b")  # fmt: skip
_PUBLIC = late(r"\b(?:public|available)\b")
_TO = late(r"\s+to\s")
_TOGETHER = late(r"\b(?:together|into (?:one|the same) room|face to face|to the (?:same )?table)\b")
_HEARD = late(
    r"\s(?:(?:an?\s|the\s|his\s|her\s)?(?:\w+\s){0,2}(committee|court|panel|judges?|MPs|lawmakers|senators|tribunal|jury)\b"
    r"|.{0,30}\bin\s(?:its|their|a|the|his|her)\s(?:\w+\s){0,2}(?:findings|report)\b)"
)
_SIGNS = late(r"\s(?:their|his|her|its)\s(?:\w+\s)?(?:names?|signatures?|pens?|initials)\s(?:to|on|under)\b")
_GETS = frozenset("get have receive".split())
_MONEY_BACK = late(r"\s(?:all\s)?(?:(?:his|her|its|their|the)\s)?(?:money|cash|fare|fares|deposits?|savings)\sback\b")
_LEAVES = frozenset("leave keep hold".split())
_UNCHANGED = late(
    r"\b(?:unchanged|on hold|steady|as (?:it|they) (?:is|was|are|were)|where (?:it|they) (?:is|was|are|were))\b"
)
_OVER = late(r"\s+(over|finished|complete|completed|ready|open|closed|shut)\b")
_STATE = {
    "over": "end", "finished": "end", "open": "start", "closed": "shut", "shut": "shut",
    "strike": "strike", "trial": "try", "polls": "vote", "sale": "sell",
}  # fmt: skip


def things_first(text: str) -> str:
    """The first action that a word of a text names, "" for none."""
    return _first_action(_OBJECT.findall(text))


def _first_action(words: Iterable[str]) -> str:
    return next((action for word in words if (action := _action_named(word))), "")


@lru_cache(maxsize=16384)
def _action_named(word: str) -> str:
    low = word.lower()
    action = ACTION.get(low) or ACTION.get(_PLURAL.sub("", low)) or ACTION.get(low.removesuffix("es"), "")
    return "" if word == "March" or action in _LOOSE else action  # the month


_LOOSE_NOUNS = {
    "publication": "publish",
    "unveiling": "publish",
    "release": "publish",
    "increase": "raise",
    "cut": "cut",
}


def _loose(words: Sequence[str]) -> str:
    """The action of the last noun too common to count before others: "the publication, which was due on Friday"."""
    return next((_LOOSE_NOUNS[word.lower()] for word in reversed(words) if word.lower() in _LOOSE_NOUNS), "")


_PASSIVE = late(r"(?:\b(?:be|been|being|was|were|is|are|'s|’s|still|now)|,)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_CLAUSE_END = late(r"\s(?:and|but|which|that|who|was|is|were|are|after|because|as)\s")


_THINGS = {word: action for word, action in ACTION.items() if action not in _LOOSE}
_THINGS |= {word + "s": action for word, action in _THINGS.items() if not word.endswith("s")}


def framed(text: str, start: int, head_start: int, head_end: int, end: int) -> str:
    """The action of the thing that a frame sets or puts off: its object ("postponed a meeting") or its subject."""
    before = text[start:head_start]
    if not _PASSIVE.search(before[-24:]):
        stop = _CLAUSE_END.search(text, head_end, end)
        after = _first_action(_OBJECT.findall(text[head_end : stop.start() if stop else end]))
        if after:
            return after
    subject = _first_action(reversed(_OBJECT.findall(before)))
    return subject or _first_action(_OBJECT.findall(text[head_end:end])) or _loose(_OBJECT.findall(before))


_PASSIVE_HEAD = late(r"\b(?:be|been|being|was|were|is|are)\s+(?:\w+ly\s)?\w+$")
_SUBJECT = late(r"(\w+)\s+(?:will|would|is|are|was|were|has|have|had|to|can|could|may|might|should|must)\b")


def _subject_noun(words: str) -> str:
    """The noun that a passive light verb is about: "the next attempt will be made" -> "attempt"."""
    found = _SUBJECT.search(words)
    noun = found[1].lower() if found else ""
    return ACTION.get(noun) or noun


def things_of(text: str) -> frozenset[str]:
    """The actions that the words of a text name, as verbs or nouns."""
    low = text.replace("March", "").lower()
    words = low.translate(_LETTERS).split() if low.isascii() else _OBJECT.findall(low)
    return frozenset(filter(None, map(_THINGS.get, words)))


_ATTEMPTS = frozenset(content_words("attempt effort"))
_BY_STEM = {stem: action for word, action in _THINGS.items() for stem in content_words(word)}


def named_by(stems: frozenset[str]) -> frozenset[str]:
    """The actions that some stems name; an attempt may be one at anything."""
    return frozenset(_BY_STEM[stem] for stem in stems - _ATTEMPTS if stem in _BY_STEM)


@lru_cache(maxsize=4096)
def saying(action: str, lemma: str) -> frozenset[str]:
    """The stems of the words that name an action; that a deed shares them is known from the action already."""
    words = {lemma, *(word for word, named in ACTION.items() if named == action)}
    return frozenset(stem for word in words for stem in content_words(word))


def action_of(lemma: str, text: str, start: int, head_end: int, end: int) -> str:
    """The action that a head with its clause, which begins at ``start``, names; "" where it tells none by itself."""
    if lemma == "go" and (found := _GO_ON.match(text, head_end, end)):
        return _STATE.get(found[1], "start")
    if lemma not in _WITH_MORE:
        return _by_itself(lemma)
    particle = _PARTICLE.match(text, head_end, min(end, head_end + 24))
    if particle and (lemma, particle[1]) in PHRASAL:
        return PHRASAL[lemma, particle[1]]
    if lemma == "carry" and particle and particle[1] == "out":
        return _subject_noun(text[start:head_end]) or "do"
    if lemma in ("take", "go", "haul", "drag") and _TO_COURT.search(text, head_end, end):
        return "sue"
    if lemma == "face" and _QUESTIONS.search(text, head_end, end):
        return "testify"
    if lemma == "make" and _PUBLIC.search(text, head_end, end):
        return "publish"
    if lemma == "put" and _SIGNS.match(text, head_end, end):
        return "sign"
    if lemma in _GETS and _MONEY_BACK.match(text, head_end, end):
        return "pay"
    if lemma in _LEAVES and _UNCHANGED.search(text, head_end, end):
        return "leave alone"
    if lemma in LIGHT:
        object_ = _first_action(_OBJECT.findall(text[head_end : min(end, head_end + _OBJECT_REACH)]))
        subject = object_ or _first_action(_OBJECT.findall(text[start:head_end]))  # "a decision will be taken"
        if subject or _PASSIVE_HEAD.search(text[start:head_end]):
            return subject or _subject_noun(text[start:head_end])
        return "" if lemma in ("have", "make", "give", "take") else lemma
    if lemma == "bring" and _TOGETHER.search(text, head_end, end):
        return "meet"
    if lemma in POSTPONING:
        return "postpone"
    if lemma in ("cancel", "scrap", "shelve", "abandon"):
        return "cancel"
    if lemma in ("appear", "seem", "continue", "keep", "tend") and _TO.match(text, head_end, end):
        return ""  # "appears to slur"
    if lemma == "be":
        state = _OVER.match(text, head_end, end)
        return _STATE.get(state[1], "finish") if state else ""
    if lemma in ("tell", "say"):
        heard = _HEARD.search(text, head_end, end)
        return ("testify" if heard[1] else "report") if heard else ""
    if lemma in ("do", "go", "get", "become", "seem", "help", "say", "tell", "let", ""):
        return ""
    return _by_itself(lemma)


_WITH_MORE = (
    frozenset(
        """go carry take haul drag face make bring cancel scrap shelve abandon appear seem continue keep tend be tell
        say do get become help let put receive leave hold""".split()
    )
    | {verb for verb, _ in PHRASAL}
    | LIGHT
    | POSTPONING
    | {""}
)
"""Verbs that the words after them, or a rule of their own, may turn into another action."""


@lru_cache(maxsize=16384)
def _by_itself(lemma: str) -> str:
    return ACTION.get(lemma) or ACTION.get(_PLURAL.sub("", lemma)) or lemma
