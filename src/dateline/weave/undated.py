"""A clause without the days that it tells from the day of printing: the date stands beside it."""

from __future__ import annotations

import re

from dateline.text.calendar import WEEKDAY
from dateline.text.patterns import late

_TELLING_DAY = late(
    rf"\b(?:(?:early|late|earlier|later) )?(?:on )?(?:{WEEKDAY}|yesterday|today|tonight|last night|overnight"
    rf"|this (?:morning|afternoon|evening|week))(?: (?:morning|afternoon|evening|night))?\b(?!['’]s)",
    re.IGNORECASE,
)
_HOLDS_DAY = late(
    r"(?:\b(?:the|this|that|a|an|since|until|by|from|to|before|after|between|for|and|or|of|last|next|every|each|through"
    r"|till|than|past|good|black|bloody|easter|into|in|at)|['’]s)\s$",
    re.IGNORECASE,
)
"""Words that need the day that follows them, so that it stays: "since Monday", "the Tuesday clashes"."""


def without_days(text: str) -> str:
    """The text without days that are told from the day of printing ("on Tuesday", "yesterday")."""
    made, at = [], 0
    for found in _TELLING_DAY.finditer(text):
        before = text[at : found.start()]
        if (
            found.start() == 0
            or _HOLDS_DAY.search(text, 0, found.start())
            or text[found.end() : found.end() + 1] == "-"
        ):
            continue
        if text[found.end() : found.end() + 1] == " " and text[found.end() + 1 : found.end() + 2].isupper():
            continue  # "Saturday Night Live"
        made.append(before.rstrip())
        at = found.end()
    return " ".join("".join([*made, text[at:]]).split()) if made else text.strip()
