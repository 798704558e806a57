"""Whether a sentence can stand by itself in a timeline."""

from __future__ import annotations

import re

LONGEST = 60
"""Words. Longer sentences tell more than one thing; a reader of a timeline wants one. From 50 to 80 the benchmark
hardly moves; at 35 it loses a tenth of its bigram score."""

SHORTEST = 6
"""Words. Shorter ones tell nothing by themselves."""

_DANGLING = re.compile(
    r"""[\W_]* (?: (?:and|but|so|yet|still|also|then|meanwhile|however|instead),?\s+ )?
        (?: he|she|it|they|this|these|those|his|her|its|their|him|them|there\ it|such|that\ (?!is\b) )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_TURNS = re.compile(r"[\W_]*(?:and|but|so|or|yet|nor|still|then|because|which|who)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I've|we|We|you|You|my|My|our|Our)\b")
_OPENS_SMALL = re.compile(r"[\W_]*[a-z]")


def readable(text: str) -> float:
    """0..1: how well a sentence stands by itself: no question, nothing that leans on the sentence before it."""
    words = text.count(" ") + 1
    worth = 1.0
    if text.rstrip("\"'”’ )").endswith("?"):
        worth *= 0.1
    if _DANGLING.match(text):
        worth *= 0.7
    elif _TURNS.match(text):
        worth *= 0.9
    if _FIRST_PERSON.search(text):
        worth *= 0.8
    if _OPENS_SMALL.match(text):
        worth *= 0.6
    if words > LONGEST:
        worth *= max(0.2, LONGEST / words - 0.2)
    elif words < SHORTEST:
        worth *= 0.3
    return worth
