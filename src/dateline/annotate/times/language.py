"""The rule sets, one folder a language, read once when first asked for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dateline.annotate.times.grammar import Grammar
from dateline.annotate.times.lexicon import Lexicon
from dateline.annotate.times.morphology import VerbForms, by_endings, english_past
from dateline.annotate.times.triggers import triggers

_HERE = Path(__file__).parent
_WORDS = "words.txt"
_LEXICONS = (_WORDS, "cues.txt")
_STEPS = {"join.txt": 1, "modify.txt": 2}
"""File -> the step that its rules belong to; all other files hold rules of step 0."""

_VERB_TABLES = {"en": VerbForms(english_past)}
"""Languages whose forms come from a verb table; others tell them by their endings ("past-ending", "future-ending")."""


@cache
def grammar(language: str) -> Grammar:
    """The rules of a language (``en``). Raises LookupError for a language without rules."""
    folder = _HERE / language
    if not language.isalpha() or not folder.joinpath(_WORDS).is_file():
        raise LookupError(f"no rules for time expressions in language {language!r}")
    lexicon = Lexicon()
    for name in _LEXICONS:
        lexicon.read(folder.joinpath(name).read_text("utf-8").splitlines())
    lexicon.verb_forms = _VERB_TABLES.get(language) or VerbForms(
        by_endings(lexicon.endings("past-ending")), by_endings(lexicon.endings("future-ending"))
    )
    rules = Grammar(lexicon)
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".txt") and file.name not in _LEXICONS:
            rules.read(file.read_text("utf-8").splitlines(), _STEPS.get(file.name, 0))
    rules.triggers = triggers(rules.sequences, lexicon)
    return rules


def languages() -> tuple[str, ...]:
    """The languages that have rules."""
    return tuple(sorted(one.name for one in _HERE.iterdir() if one.is_dir() and one.joinpath(_WORDS).is_file()))
