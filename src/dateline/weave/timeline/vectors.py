"""Comparing tellings by their words: tf-idf over the pile's own tellings, cosine."""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import itemgetter, mul

from dateline.model.material import Material
from dateline.text.words import content_words
from dateline.weave.timeline.gist import Gist
from dateline.weave.timeline.tellings import Telling

Vector = Mapping[str, float]

FEWEST_TERMS = 4
"""A clause with fewer content words ("it said on Monday") is compared by its whole sentence."""


class Vectors:
    """The unit vector of any telling of one pile. Rare words weigh more; what all tellings share weighs little."""

    def __init__(self, material: Material, tellings: Sequence[Telling]) -> None:
        self._texts = [annotated.report.text for annotated in material.reports]
        self._made: dict[tuple[int, int, int], Vector] = {}
        self._words: dict[tuple[int, int], list[str]] = {}
        self._sets: dict[tuple[int, int], frozenset[str]] = {}
        self._clauses: dict[tuple[int, int, int], list[str]] = {}
        for told in tellings:
            place = (told.report, told.sentence.start)
            if place not in self._words:
                self._words[place] = content_words(self._texts[told.report][told.sentence.start : told.sentence.end])
        seen = Counter(chain.from_iterable(map(set, self._words.values())))
        self.names = _name_stems(material)
        total = len(self._words)
        self.idf = {word: math.log((1 + total) / (0.5 + count)) for word, count in seen.items()}

        self.gist = Gist(tellings, self.words)
        self._about: dict[frozenset[str], float] = {}

    def about(self, told: Telling) -> float:
        """How much the telling's sentence is about the story, as :meth:`Gist.about` has it."""
        words = self.words(told)
        found = self._about.get(words)
        if found is None:
            found = self._about[words] = self.gist.about(words)
        return found

    def sentence(self, told: Telling) -> Vector:
        """The vector of the telling's whole sentence."""
        key = (told.report, told.sentence.start, told.sentence.end)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self.unit(self._words[told.report, told.sentence.start])
        return found

    def clause(self, told: Telling) -> Vector:
        """The vector of what is told: the clause, or the sentence where that tells nothing else, says it, or plans it
        (the clause of a plan is but "to end the mission")."""
        if told.alone or told.status == "said" or told.kind == "ahead" or told.basis != "own":
            return self.sentence(told)
        key = (told.report, told.start, told.end)
        found = self._made.get(key)
        if found is None:
            words = self.clause_words(told)
            if len(words) < FEWEST_TERMS:
                return self.sentence(told)
            found = self._made[key] = self.unit(words)
        return found

    def clause_words(self, told: Telling) -> list[str]:
        """The content words of the telling's clause."""
        key = (told.report, told.start, told.end)
        found = self._clauses.get(key)
        if found is None:
            found = self._clauses[key] = content_words(self._texts[told.report][told.start : told.end])
        return found

    def share_more_than_names(self, centre: Centre, vector: Iterable[str]) -> bool:
        """Whether a word in common is no name and no number: who and where alone do not make the same event."""
        weights, names = centre.weights, self.names
        return any(word in weights and word not in names and not word.isdigit() for word in vector)

    def words(self, told: Telling) -> frozenset[str]:
        """The content words of the telling's sentence."""
        key = (told.report, told.sentence.start)
        found = self._sets.get(key)
        if found is None:
            found = self._sets[key] = frozenset(self._words[key])
        return found

    def unit(self, words: list[str]) -> Vector:
        """The unit vector of content words."""
        raw = {word: self.idf.get(word, 1.0) for word in words}
        if len(raw) < len(words):
            raw = {word: (1 + math.log(n)) * raw[word] for word, n in Counter(words).items()}
        norm = math.sqrt(math.fsum(map(mul, raw.values(), raw.values()))) or 1.0
        return {word: x / norm for word, x in raw.items()}


class Centre:
    """The sum of unit vectors, for the likeness of one more to all of them."""

    __slots__ = ("_norm", "weights")

    def __init__(self) -> None:
        self.weights: dict[str, float] = {}
        self._norm: float | None = None

    def add(self, vector: Vector, share: float = 1.0) -> None:
        weights = self.weights
        for word, x in vector.items():
            weights[word] = weights.get(word, 0.0) + share * x
        self._norm = None

    @property
    def norm(self) -> float:
        if self._norm is None:
            weights = self.weights.values()
            self._norm = math.sqrt(sum(map(mul, weights, weights))) or 1.0
        return self._norm

    def likeness(self, vector: Vector) -> float:
        """Cosine with a unit vector, 0..1."""
        weights = self.weights
        dot = 0.0
        for word in filter(weights.__contains__, vector):
            dot += vector[word] * weights[word]
        return dot / (self._norm or self.norm)

    def likeness_to(self, other: Centre) -> float:
        """Cosine with another centre, 0..1."""
        few, many = (self, other) if len(self.weights) <= len(other.weights) else (other, self)
        return many.likeness(few.weights) / few.norm

    def heaviest(self, count: int) -> list[str]:
        """The ``count`` words that weigh most."""
        return [word for word, _ in heapq.nlargest(count, self.weights.items(), key=itemgetter(1, 0))]


def _name_stems(material: Material) -> frozenset[str]:
    """The stems of the words that are names in any report."""
    names = {
        annotated.report.text[mention.start : mention.end]
        for annotated in material.reports
        for mention in annotated.notes.mentions
    }
    return frozenset(stem for name in names for stem in content_words(name))
