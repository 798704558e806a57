"""The rule sets, one folder a language, read once when first asked for."""

from __future__ import annotations

from functools import cache
from importlib import resources

from dateline.annotate.times.grammar import Grammar
from dateline.annotate.times.lexicon import Lexicon


@cache
def grammar(language: str) -> Grammar:
    """The rules of a language (``en``). Raises LookupError for a language without rules."""
    folder = resources.files(__package__).joinpath(language)
    if not folder.is_dir():
        raise LookupError(f"no rules for time expressions in language {language!r}")
    lexicon = Lexicon()
    rules = Grammar(lexicon)
    lexicon.read(folder.joinpath("words.txt").read_text("utf-8").splitlines())
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".txt") and file.name != "words.txt":
            rules.read(file.read_text("utf-8").splitlines())
    return rules
