"""What a pile of reports is about: the names that most of its independent texts share.

Nobody is asked for key words. A sentence without one of the pile's names is a side story until the sentence before it
says otherwise (pronouns follow names).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping

from dateline.model.annotations import Annotated, Mention, Sentence
from dateline.model.material import Material
from dateline.text.words import STOPWORDS, WORD

TOP_NAMES = 30
"""How many names make the topic. From 10 to 50 the benchmark's date choice hardly moves."""

CARRIED = 0.5
"""Share of a sentence's topicality that passes to the next one, where that names nobody of the topic."""


_OUTLETS = frozenset("bbc cnn reuters afp xinhua bloomberg guardian telegraph nbc cbs msnbc gmt bst".split())
"""Words of those who report, and of their clocks: they stand in every report and tell nothing of its topic."""


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


def topicality(annotated: Annotated, names: Mapping[str, float], *, sure: bool = False) -> list[float]:
    """For each sentence of a report 0..1, how much it is about the topic; 1 throughout where nothing is named.

    ``sure``: count names as :func:`weight_of` does, not any word in common; right for what is to be refused, too narrow
    for what is to be weighed (the benchmark's days lose 0.007).
    """
    notes = annotated.notes
    if not names:
        return [1.0] * len(notes.sentences)
    found = []
    before = 0.0
    number = 0
    for sentence in notes.sentences:
        best = 0.0
        while number < len(notes.mentions) and notes.mentions[number].start < sentence.end:
            mention = notes.mentions[number]
            number += 1
            if sure:
                best = max(best, weight_of(annotated.report.text, mention, names))
                continue
            for word in WORD.findall(annotated.report.text[mention.start : mention.end].lower()):
                best = max(best, names.get(word, 0.0))
        found.append(max(best, CARRIED * before))
        before = best
    return found


def weight_of(text: str, mention: Mention, names: Mapping[str, float]) -> float:
    """0..1, how much a name is the topic's. Of a person's name the last word counts: many share the first."""
    words = WORD.findall(text[mention.start : mention.end].lower())
    if mention.kind == "person" and len(words) > 1:
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
