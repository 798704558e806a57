"""What a pile of reports is about: the names that most of its independent texts share.

Nobody is asked for key words. A sentence without one of the pile's names is a side story until the sentence before it
says otherwise (pronouns follow names).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from dateline.model.annotations import Annotated
from dateline.model.material import Material
from dateline.text.words import STOPWORDS, WORD

TOP_NAMES = 30
"""How many names make the topic. From 10 to 50 the benchmark's date choice hardly moves."""

CARRIED = 0.5
"""Share of a sentence's topicality that passes to the next one, where that names nobody of the topic."""


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


def topicality(annotated: Annotated, names: Mapping[str, float]) -> list[float]:
    """For each sentence of a report 0..1, how much it is about the topic; 1 throughout where nothing is named."""
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
            for word in WORD.findall(annotated.report.text[mention.start : mention.end].lower()):
                best = max(best, names.get(word, 0.0))
        found.append(max(best, CARRIED * before))
        before = best
    return found


def _name_words(annotated: Annotated) -> set[str]:
    text = annotated.report.text
    names = {text[mention.start : mention.end].lower() for mention in annotated.notes.mentions}
    words = {word for name in names for word in WORD.findall(name)}
    return {word for word in words if len(word) > 1 and word not in STOPWORDS}
