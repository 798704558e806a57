"""What a pile of reports is about: the names that most of its independent texts share.

Nobody is asked for key words. A sentence without one of the pile's names is a side story until the sentence before it
says otherwise (pronouns follow names).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from dateline.model.annotations import Annotated, EntityKind, Mention, Sentence
from dateline.model.material import Material
from dateline.text.words import STOPWORDS, WORD

TOP_NAMES = 30
"""How many names make the topic. From 10 to 50 the benchmark's date choice hardly moves."""

CARRIED = 0.5
"""Share of a sentence's topicality that passes to the next one, where that names nobody of the topic."""


_OUTLETS = frozenset("bbc cnn reuters afp xinhua bloomberg guardian telegraph nbc cbs msnbc gmt bst".split())
"""Words of those who report, and of their clocks: they stand in every report and tell nothing of its topic."""


def is_outlet(name: str) -> bool:
    """Whether a name is one of those who report."""
    return not _OUTLETS.isdisjoint(WORD.findall(name.lower()))


def topic_names(material: Material) -> dict[str, float]:
    """Lower-case words of the pile's commonest names -> 0..1, the share of texts that have it (the commonest: 1)."""
    having: dict[str, set[str]] = {}
    for annotated in material.reports:
        family = material.text_group.get(annotated.report.id, annotated.report.id)
        for word in _name_words(annotated):
            having.setdefault(word, set()).add(family)
    counts = Counter({word: len(families) for word, families in having.items()})
    top = sorted(counts, key=lambda word: (-counts[word], word))[:TOP_NAMES]
    return {word: counts[word] / counts[top[0]] for word in top}


class Weights(dict[tuple[str, EntityKind], tuple[float, float]]):
    """A name as written and its kind -> 0..1, how much it is the topic's: by any word of it, and as :func:`weight_of`
    counts. Fills itself: a pile has the same names again and again."""

    def __init__(self, names: Mapping[str, float]) -> None:
        super().__init__()
        self.names = names

    def __missing__(self, name: tuple[str, EntityKind]) -> tuple[float, float]:
        words = WORD.findall(name[0].lower())
        best = max((self.names.get(word, 0.0) for word in words), default=0.0)
        made = self[name] = best, _weight(words, name[1], self.names)
        return made


def topicality(annotated: Annotated, weights: Weights) -> tuple[list[float], list[float]]:
    """For each sentence of a report 0..1, how much it is about the topic; 1 throughout where nothing is named.

    Twice: by any word in common, and by names counted as :func:`weight_of` does. The second is right for what is to be
    refused, too narrow for what is to be weighed (the benchmark's days lose 0.007).
    """
    notes, text = annotated.notes, annotated.report.text
    if not weights.names:
        return [1.0] * len(notes.sentences), [1.0] * len(notes.sentences)
    loose, sure = [], []
    before = sure_before = 0.0
    number, count = 0, len(notes.mentions)
    for sentence in notes.sentences:
        best = sure_best = 0.0
        while number < count and (mention := notes.mentions[number]).start < sentence.end:
            number += 1
            weight, sure_weight = weights[text[mention.start : mention.end], mention.kind]
            if weight > best:
                best = weight
            if sure_weight > sure_best:
                sure_best = sure_weight
        loose.append(max(best, CARRIED * before))
        sure.append(max(sure_best, CARRIED * sure_before))
        before, sure_before = best, sure_best
    return loose, sure


def weight_of(text: str, mention: Mention, names: Mapping[str, float]) -> float:
    """0..1, how much a name is the topic's. Of a person's name the last word counts: many share the first."""
    return _weight(WORD.findall(text[mention.start : mention.end].lower()), mention.kind, names)


def _weight(words: Sequence[str], kind: EntityKind, names: Mapping[str, float]) -> float:
    if kind == "person" and len(words) > 1:
        words = words[-1:]
    return max((names.get(word, 0.0) for word in words if word not in _OUTLETS), default=0.0)


def subject(annotated: Annotated, sentence: Sentence, names: Mapping[str, float]) -> float:
    """How much the topic's the one is whose single name opens a sentence ("Ms Lee", "Ann"); 1 where none does."""
    text, mentions = annotated.report.text, annotated.notes.mentions
    at = bisect_left(mentions, sentence.start, key=_start)
    if not names or at == len(mentions) or mentions[at].kind != "person":
        return 1.0
    mention = mentions[at]
    title = mention.title.start if mention.title is not None else mention.start
    if min(title, mention.start) > sentence.start or " " in text[mention.start : mention.end]:
        return 1.0
    return weight_of(text, mention, names)


def _start(mention: Mention) -> int:
    return mention.start


def _name_words(annotated: Annotated) -> set[str]:
    text = annotated.report.text
    names = {text[mention.start : mention.end].lower() for mention in annotated.notes.mentions}
    words = {word for name in names for word in WORD.findall(name)}
    return {word for word in words if len(word) > 1 and word not in STOPWORDS}
