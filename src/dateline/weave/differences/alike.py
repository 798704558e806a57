"""Pairs of tellings, from reports that do not copy each other, that speak of the same event.

Found through an inverted index of the rarer words, so that a story of two thousand reports costs little more than
twenty times one of a hundred.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations

from dateline.model.annotations import Event, Sentence, Timex
from dateline.model.evidence import Evidence, cite
from dateline.model.material import Material
from dateline.text.words import content_words
from dateline.weave.voices import Voices

FEWEST = 4
"""Words that two tellings must share; fewer are met by chance within one story."""

CROWD = 24
"""Tellings that a word may lead to; a word of more tells nothing apart and is passed over."""

_REACH = 260
"""Characters after a head that belong to what it tells."""


ONE_OF_MORE = re.compile(
    r"\b(?:another|second|third|fourth|also|one of|two|three|four|both|other|others|among|fellow|along with|as well"
    r" as|replac\w+|succe\w+|instead)\b",
    re.IGNORECASE,
)
"""Words by which a sentence tells of one of several: what is done once may have been done again."""


class Told:
    """A clause with what it tells.

    ``day``: ISO, "" where its time expression is no single day. ``words``: what it tells, from its head on. The rest is
    found at first use, since most clauses are like no other.
    """

    def __init__(self, order: int, group: str, voices: Voices, event: Event, sentence: Sentence, timex: Timex) -> None:
        self.order, self.group, self.event, self.sentence, self.timex = order, group, event, sentence, timex
        self.report = voices.report
        self._voices = voices
        when = timex.when
        self.day = when.start if when is not None and when.days == 1 else ""
        self.head = event.head.start if event.head is not None else event.start
        last = event.head.end if event.head is not None else event.end
        self.words = frozenset(content_words(self.report.text[self.head : min(sentence.end, last + _REACH)]))

    @cached_property
    def subject(self) -> tuple[str, ...]:
        """People and bodies named before its head."""
        return self._voices.actors(min(self.event.start, self.head), self.head)

    @cached_property
    def roles(self) -> frozenset[str]:
        """The other words before its head, which say who it is ("commander")."""
        start, text, named = min(self.event.start, self.head), self.report.text, set[str]()
        for first, last in self._voices.names(start, self.head):
            named.update(content_words(text[first:last]))
        return frozenset(content_words(text[start : self.head])) - named - _ANYBODY

    @cached_property
    def persons(self) -> tuple[str, ...]:
        """People in its sentence."""
        named = self._voices.entities(self.sentence.start, self.sentence.end)
        return tuple(one for one in named if self._voices.is_person(one))

    @cached_property
    def meant(self) -> tuple[str, ...]:
        """Whom its pronoun means, where it names nobody: who is named first in the sentence before, else in the report
        most."""
        voices = self._voices
        last = self.event.head.end if self.event.head is not None else self.event.end
        if self.persons or not _PRONOUN.search(self.report.text, self.sentence.start, last):
            return ()
        before = voices.before(self.sentence)
        if before is not None:
            people = [one for one in voices.entities(before.start, before.end) if voices.is_person(one)]
            if people:
                return tuple(people[:1])
        chief = voices.chief
        return (chief,) if chief else ()

    @cached_property
    def amounts(self) -> frozenset[float]:
        """The values counted in its sentence."""
        inside = self._voices.quantities(self.sentence.start, self.sentence.end)
        return frozenset(quantity.value for quantity in inside)

    def cite(self) -> Evidence:
        return cite(self.report, self.sentence.start, self.sentence.end)


_ONE_MORE = re.compile(r"\b(?:an?other|a second|a third)\b", re.IGNORECASE)


def told_again(mine: Told, theirs: Told) -> bool:
    """Whether only one of two tells of a second thing, or another: it was done twice."""
    one, two = (_ONE_MORE.search(told.report.text, told.head, told.sentence.end) is not None for told in (mine, theirs))
    return one != two


_PRONOUN = re.compile(r"\b(?:he|she|his|her)\b", re.IGNORECASE)
_ANYBODY = frozenset(
    content_words("official officials source sources spokesman spokeswoman spokesperson statement minister ministry")
)
"""Roles that many people have: no sign that two subjects are one."""


class Tellings:
    """All dated tellings of a story, and how rare each word is."""

    def __init__(self, material: Material, readers: Sequence[Voices]) -> None:
        self.all: list[Told] = []
        seen: Counter[str] = Counter()
        for order, voices in enumerate(readers):
            notes = voices.notes
            group = material.text_group.get(voices.report.id, voices.report.id)
            words: set[str] = set()
            for event in notes.events:
                sentence = notes.sentences[event.sentence]
                if sentence.kind != "body" or event.head is None or event.timex is None:
                    continue
                timex = notes.timexes[event.timex]
                if timex.type == "DATE" and timex.when is not None:
                    told = Told(order, group, voices, event, sentence, timex)
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
