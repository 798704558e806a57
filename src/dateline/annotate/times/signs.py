"""Signs that a sentence gives of its direction, and how the words around an expression are asked for."""

from __future__ import annotations

from dateline.annotate.times.scan import Words

Sign = tuple[int, str]
"""A direction and the word that told it."""
BEHIND, UNTOLD, AHEAD = -2, 0, 2
SURELY_BEHIND = -3
"""Something over is named by its day: "after Tuesday's earthquake"."""
PERHAPS_AHEAD = 1
"""The sentence looks ahead, but not surely at this expression: the nearer of the two readings is taken."""
HERALDS = ("announced", "unveiled", "advertised", "confirmed", "promoted")
"""Verbs of the past whose object is often dated ahead: "announced a concert on 8 October"."""
ATTRIBUTE = "attribute"
"""Told of a day that only says which thing is meant."""
FAR = 30
"""Words. Further from the expression no verb is looked for; keeps the cost of a sentence linear."""


def has_class(words: Words, index: int, name: str) -> bool:
    """Whether there is a word at ``index`` and it is of a class."""
    if not 0 <= index < len(words.classes):
        return False
    classes = words.classes[index]
    return classes is not None and name in classes


def word_at(words: Words, index: int) -> str:
    """The word at ``index`` in small letters, "" where there is none."""
    return words.spellings[index].lower() if 0 <= index < len(words.spellings) else ""
