"""Pairs of tellings, from reports that do not copy each other, that speak of the same event.

Found through an inverted index of the rarer words, so that a story of two thousand reports costs little more than
twenty times one of a hundred.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.model.annotations import Annotated, EntityKind, Event, Sentence, Timex
from dateline.model.evidence import Evidence, cite
from dateline.model.material import Material
from dateline.model.report import Report
from dateline.text.words import content_words
from dateline.weave.voices import Voices, kinds_of

FEWEST = 4
"""Words that two tellings must share; fewer are met by chance within one story."""

CROWD = 24
"""Tellings that a word may lead to; a word of more tells nothing apart and is passed over."""

_REACH = 260
"""Characters after a head that belong to what it tells."""


@dataclass(slots=True)
class Told:
    """A clause with what it tells.

    ``day``: ISO, "" where its time expression is no single day. ``words``: what it tells; ``subject``: people and
    bodies named before its head; ``roles``: the other words there; ``persons``: people in its sentence;
    ``meant``: whom its pronoun means, where it names nobody. ``amounts``: values counted in its sentence.
    """

    order: int
    group: str
    report: Report
    event: Event
    sentence: Sentence
    timex: Timex
    day: str = ""
    words: frozenset[str] = frozenset()
    subject: tuple[str, ...] = ()
    roles: frozenset[str] = frozenset()
    persons: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()
    amounts: frozenset[float] = frozenset()

    def cite(self) -> Evidence:
        return cite(self.report, self.sentence.start, self.sentence.end)


_PRONOUN = re.compile(r"\b(?:he|she|his|her)\b", re.IGNORECASE)
_ANYBODY = frozenset(
    content_words("official officials source sources spokesman spokeswoman spokesperson statement minister ministry")
)
"""Roles that many people have: no sign that two subjects are one."""


def _subject(voices: Voices, text: str, start: int, end: int) -> tuple[tuple[str, ...], frozenset[str]]:
    """The people and bodies named before a head, and the other words there that say who it is ("commander")."""
    named: set[str] = set()
    for first, last in voices.names(start, end):
        named.update(content_words(text[first:last]))
    return voices.actors(start, end), frozenset(content_words(text[start:end])) - named - _ANYBODY


def _meant(voices: Voices, kinds: Mapping[str, EntityKind], number: int, chief: str | None) -> tuple[str, ...]:
    """The first person named in the sentence before, else the one whom the report names most."""
    if number:
        before = voices.notes.sentences[number - 1]
        people = [one for one in voices.entities(before.start, before.end) if kinds[one] == "person"]
        if people:
            return tuple(people[:1])
    return (chief,) if chief else ()


def _chief(material: Material, annotated: Annotated, kinds: Mapping[str, EntityKind]) -> str | None:
    """The person whom a report names most; None where two are named as often."""
    of_mention, report = material.identities.of_mention, annotated.report.id
    named = Counter(of_mention.get((report, mention.start), "") for mention in annotated.notes.mentions)
    ranked = sorted(((count, one) for one, count in named.items() if kinds.get(one) == "person"), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


def _amounts(annotated: Annotated) -> dict[int, set[float]]:
    """Sentence number -> the values counted there."""
    starts = [sentence.start for sentence in annotated.notes.sentences]
    found: dict[int, set[float]] = defaultdict(set)
    for quantity in annotated.notes.quantities:
        found[bisect_right(starts, quantity.start) - 1].add(quantity.value)
    return found


class Tellings:
    """All dated tellings of a story, and how rare each word is."""

    def __init__(self, material: Material) -> None:
        self.all: list[Told] = []
        kinds = kinds_of(material.identities)
        seen: Counter[str] = Counter()
        for order, annotated in enumerate(material.reports):
            report, notes = annotated.report, annotated.notes
            voices = Voices(annotated, material.identities, kinds)
            group = material.text_group.get(report.id, report.id)
            words: set[str] = set()
            values = _amounts(annotated)
            chief = _chief(material, annotated, kinds)
            for event in notes.events:
                sentence = notes.sentences[event.sentence]
                if sentence.kind != "body" or event.head is None or event.timex is None:
                    continue
                told = Told(order, group, report, event, sentence, notes.timexes[event.timex])
                when = told.timex.when
                told.day = when.start if when is not None and when.days == 1 else ""
                head = event.head.start
                told.words = frozenset(content_words(report.text[head : min(sentence.end, event.head.end + _REACH)]))
                told.subject, told.roles = _subject(voices, report.text, min(event.start, head), head)
                told.persons = tuple(
                    one for one in voices.entities(sentence.start, sentence.end) if kinds[one] == "person"
                )
                if not told.persons and _PRONOUN.search(report.text, sentence.start, event.head.end):
                    told.meant = _meant(voices, kinds, event.sentence, chief)
                told.amounts = frozenset(values.get(event.sentence, ()))
                words |= told.words
                self.all.append(told)
            seen.update(words)
        total = max(len(material.reports), 2)
        self._weight = {word: 1 - 0.6 * math.sqrt(count / total) for word, count in seen.items()}

    def weight(self, words: frozenset[str]) -> float:
        return sum(self._weight.get(word, 1.0) for word in words)

    def likeness(self, mine: Told, theirs: Told) -> float:
        """Weighted share of the smaller telling's words that the other has; 0 where they share too few."""
        both = mine.words & theirs.words
        if len(both) < FEWEST:
            return 0.0
        return self.weight(both) / max(min(self.weight(mine.words), self.weight(theirs.words)), 0.1)

    def pairs(self, tellings: Sequence[Told], least: float) -> Iterator[tuple[Told, Told, float]]:
        """Pairs that tell the same, of independent texts, each once, with their likeness."""
        index: dict[str, list[int]] = defaultdict(list)
        for number, told in enumerate(tellings):
            for word in told.words:
                index[word].append(number)
        votes: Counter[tuple[int, int]] = Counter()
        for word in sorted(index):
            crowd = index[word]
            if 1 < len(crowd) <= CROWD:
                votes.update(combinations(crowd, 2))
        for (one, two), shared in sorted(votes.items()):
            mine, theirs = tellings[one], tellings[two]
            if shared < 2 or mine.group == theirs.group:
                continue
            likeness = self.likeness(mine, theirs)
            if likeness >= least:
                yield mine, theirs, likeness
