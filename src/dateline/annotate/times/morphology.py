"""Which words are verbs in past or future: from a verb table for English, from endings in the cue file elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from dateline.annotate import verbs

FormTest = Callable[[str], bool]
"""Whether a lower-case word is such a form."""


def _never(word: str) -> bool:
    return False


class VerbForms(NamedTuple):
    """Tests for verbs in the past, and in a future that one word tells ("llegará")."""

    past: FormTest = _never
    future: FormTest = _never


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


def by_endings(endings: tuple[str, ...]) -> FormTest:
    """A test by endings, for a language without a verb table; no endings, no verb."""
    return (lambda word: word.endswith(endings)) if endings else _never
