"""Which words are verbs in the past: from a verb table for English, from endings in the cue file elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from dateline.annotate import verbs

PastForm = Callable[[str], bool]

_NOT_PAST = frozenset(
    """hundred red united naked sacred wicked indeed bed shed seed weed creed breed need speed feed embed wound
    limited succeed proceed exceed heed bleed greed""".split()
)
"""English words that look like a past form and are none, or hardly ever."""


@lru_cache(maxsize=16384)
def english_past(word: str) -> bool:
    """Whether a lower-case word is a past or participle form, and shows it ("put" does not)."""
    if not word.isalpha() or word in _NOT_PAST:
        return False
    lemma, forms = verbs.analyse(word)
    return ("past" in forms or "participle" in forms) and not ("base" in forms and lemma == word)


def by_endings(endings: tuple[str, ...]) -> PastForm:
    """A test by endings, for a language without a verb table; no endings, no verb."""
    return lambda word: word.endswith(endings) if endings else False
