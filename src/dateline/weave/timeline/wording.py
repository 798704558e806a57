"""Which of an event's sentences tells it best: near what independent reports say, and readable by itself."""

from __future__ import annotations

import math
import re

from dateline.model.material import Material
from dateline.weave.timeline.events import StoryEvent
from dateline.weave.timeline.tellings import Telling
from dateline.weave.timeline.vectors import Vectors

LONGEST = 45
"""Words. Longer sentences tell more than one thing; a reader of a timeline wants one."""

SHORTEST = 6
"""Words. Shorter ones tell nothing by themselves."""

TOPICAL_BASE = 0.3
"""What a sentence is worth that never names the topic; one that does is worth 1 more."""

REPEATED = 0.7
"""Share of a line's content words in another line from which it says the same again; as the benchmark counts it."""

_DANGLING = re.compile(
    r"""[\W_]* (?: (?:and|but|so|yet|still|also|then|meanwhile|however|instead),?\s+ )?
        (?: he|she|it|they|this|these|those|his|her|its|their|him|them|there\ it|such|that\ (?!is\b) )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_TURNS = re.compile(r"[\W_]*(?:and|but|so|or|yet|nor|still|then|because|which|who)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I've|we|We|you|You|my|My|our|Our)\b")
_OPENS_SMALL = re.compile(r"[\W_]*[a-z]")


def readable(text: str, clause_at: int = 0) -> float:
    """0..1: whether a sentence can stand by itself in a timeline. ``clause_at``: where in it the event is told."""
    words = text.count(" ") + 1
    worth = 1.0
    if text.rstrip("\"'”’ )").endswith("?"):
        worth *= 0.1
    if _DANGLING.match(text):
        worth *= 0.5
    elif _TURNS.match(text):
        worth *= 0.8
    if _FIRST_PERSON.search(text):
        worth *= 0.6
    if _OPENS_SMALL.match(text):
        worth *= 0.6
    if words > LONGEST:
        worth *= max(0.2, LONGEST / words - 0.2)
    elif words < SHORTEST:
        worth *= 0.3
    return worth


def best_first(event: StoryEvent, material: Material, vectors: Vectors) -> list[Telling]:
    """The event's tellings, the one to show first: of the event's status, central, topical, readable, early."""
    status = event.status

    def worth(told: Telling) -> float:
        text = material.reports[told.report].report.text[told.sentence.start : told.sentence.end]
        central = 0.2 + event.centre.likeness(vectors.sentence(told))
        same = 1.0 if told.status == status else 0.6 if told.kind == event.kind else 0.2
        topical = math.sqrt(TOPICAL_BASE + told.topical)
        return central * same * topical * readable(text) * (1.0 if told.alone else 0.8)

    return sorted(event.tellings, key=lambda told: (-worth(told), told.report, told.start, told.end))


class Shown:
    """What a timeline shows already, so that no line is told twice."""

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = vectors
        self._having: dict[str, list[frozenset[str]]] = {}

    def is_new(self, told: Telling) -> bool:
        """Whether less than REPEATED of the sentence's content words, or of an earlier line's, stand in the other."""
        words = self._vectors.words(told)
        if not words:
            return False
        seen: dict[frozenset[str], int] = {}
        for word in words:
            for line in self._having.get(word, ()):
                seen[line] = seen.get(line, 0) + 1
        return all(shared < REPEATED * min(len(words), len(line)) for line, shared in seen.items())

    def add(self, told: Telling) -> None:
        words = self._vectors.words(told)
        for word in words:
            self._having.setdefault(word, []).append(words)
