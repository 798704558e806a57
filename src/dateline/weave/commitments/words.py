"""The verbs and nouns by which somebody asks, promises, decides, plans or foresees."""

from __future__ import annotations

from functools import lru_cache

WAS_TO_BE = frozenset(("was set for", "moved from"))
"""Rules of events whose day is the one that they were put off from; else it is the day of the putting off."""

NOT_YET = frozenset(("planned", "expected", "requested"))
REQUESTS = frozenset(
    "urge ask request demand appeal apply plead beg invite recommend encourage press implore call want".split()
)
PROMISES = frozenset("promise pledge vow swear commit undertake threaten guarantee".split())
GIVING_UP = frozenset("drop abandon scrap shelve ditch walk pull give cancel withdraw reverse back".split())
GIVEN = frozenset("promise pledge vow threaten".split())
"""Verbs whose plain object is what is promised: "promised new rules"."""

INTENTS = frozenset("plan intend aim propose offer prepare hope".split())
DECISIONS = frozenset("decide decision agree agreement resolution ruling verdict order approve vote resolve".split())
PREDICTIONS = frozenset("expect anticipate forecast predict foresee hope".split())

_ENDINGS = ("ed", "es", "s", "d", "ing")


@lru_cache(maxsize=4096)
def told_by(word: str) -> str:
    """The verb or noun of asking, promising, deciding or foreseeing that a cue's word is a form of."""
    for table in (PROMISES, DECISIONS, PREDICTIONS, REQUESTS, INTENTS):
        for stem in (
            word,
            *(word.removesuffix(end) for end in _ENDINGS),
            *(word.removesuffix(end) + "e" for end in _ENDINGS),
            word.removesuffix("ed")[:-1],  # "planned"
            word.removesuffix("ied") + "y",  # "applied"
            word.removesuffix("ing")[:-1],  # "planning"
        ):
            if stem in table:
                return stem
    return word
