"""In a small pile: one event placed at two towns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.model.evidence import Evidence, cite
from dateline.model.material import Material
from dateline.model.story import Version
from dateline.text.calendar import MONTH, WEEKDAY
from dateline.text.gazetteer import tables
from dateline.text.words import as_written, content_words
from dateline.weave.counting.counts import KINDRED, names_in
from dateline.weave.differences.draft import Draft
from dateline.weave.differences.moments import ONCE
from dateline.weave.voices import Voices

SMALL = 12
"""Reports of a pile that is taken to tell one story."""

SHARED = 5
"""Words that two sentences must share, beside the places, to tell one event."""

SHARED_ONCE = 3
"""The same for what happens once to somebody whom both name."""

LIKE = 0.5
"""Share of the smaller sentence's words that the other must have."""

SHOWN = 5

_AT = re.compile(
    r"\b(?:in|at|near|outside|off|close to)(?: the (?:town|village|city|port"
    r"|island) of)? (?P<place>[A-Z][\w’-]+(?: [A-Z][\w’-]+)?)"
)
_NO_PLACE = re.compile(rf"{WEEKDAY}|{MONTH}|Europe|Africa|Asia|America")
_BORN = re.compile(r"\bborn (?:\w+ ){0,4}in [A-Z]")
_SAYING = frozenset("say tell speak call ask urge add warn announce report explain write be have".split())
_FACT = frozenset(("happened", "reported", "said"))


class _Scene(NamedTuple):
    """A sentence that places an event. ``acts``: what happens in it; ``days``: of its time expressions."""

    order: int
    group: str
    place: str
    acts: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    days: frozenset[str]
    amounts: frozenset[float]
    evidence: Evidence


def place_differences(material: Material, voices: Sequence[Voices]) -> Iterator[Draft]:
    """Events that two reports of a small pile place at two towns, neither of which the other report names."""
    if len(material.reports) > SMALL:
        return
    scenes = [scene for order in range(len(material.reports)) for scene in _scenes(material, order, voices[order])]
    texts = [one.report.text for one in material.reports]
    for number, mine in enumerate(scenes):
        for theirs in scenes[number + 1 :]:
            if mine.order == theirs.order or mine.place == theirs.place:
                continue  # a copy with another place is the plainest of disagreements
            if theirs.place in texts[mine.order] or mine.place in texts[theirs.order] or not _one_event(mine, theirs):
                continue
            versions = (Version(mine.place, (mine.evidence,)), Version(theirs.place, (theirs.evidence,)))
            shared = as_written(mine.words & theirs.words, mine.evidence.quote, SHOWN)
            note = "one place may lie in or near the other"
            yield Draft("place", f"the place: {' '.join(shared)}", versions, note, 1.4)


def _scenes(material: Material, order: int, voices: Voices) -> Iterator[_Scene]:
    annotated = material.reports[order]
    report, notes = annotated.report, annotated.notes
    group = material.text_group.get(report.id, report.id)
    acts: dict[int, set[str]] = {}
    for event in notes.events:
        at = event.head.start if event.head is not None else event.start
        told = event.status in _FACT and not event.negated and event.lemma not in _SAYING and not voices.quoted(at)
        if told and event.lemma:
            acts.setdefault(event.sentence, set()).add(ONCE.get(event.lemma, event.lemma))
    for number, sentence in enumerate(notes.sentences):
        if _BORN.search(report.text, sentence.start, sentence.end):
            acts.setdefault(number, set()).add(ONCE["bear"])  # mostly told in passing: "X, who was born in Y, died"
    for number, done in sorted(acts.items()):
        sentence = notes.sentences[number]
        if sentence.kind != "body":
            continue
        found = [one["place"] for one in _AT.finditer(report.text, sentence.start, sentence.end)]
        places = sorted({place for place in found if not _NO_PLACE.match(place) and place not in tables().countries})
        if len(places) != 1:
            continue
        text = report.text[sentence.start : sentence.end]
        stems = frozenset(KINDRED.get(word, word) for word in content_words(text) if not word.isdigit())
        whens = [timex.when for timex in voices.timexes(sentence.start, sentence.end) if timex.type == "DATE"]
        yield _Scene(
            order, group, places[0], frozenset(done), stems - set(content_words(places[0])),
            frozenset(names_in(report.text, sentence.start, sentence.end)) - set(content_words(places[0])),
            frozenset(when.start[:10] for when in whens if when is not None and when.is_day),
            frozenset(q.value for q in notes.quantities if sentence.start <= q.start < sentence.end),
            cite(report, sentence.start, sentence.end),
        )  # fmt: skip


def _one_event(mine: _Scene, theirs: _Scene) -> bool:
    if mine.days and theirs.days and not mine.days & theirs.days:
        return False
    if mine.amounts and theirs.amounts and not mine.amounts & theirs.amounts:
        return False
    shared = mine.words & theirs.words
    once = mine.acts & theirs.acts & frozenset(ONCE.values())
    if once and mine.names & theirs.names and len(shared | (mine.names & theirs.names)) >= SHARED_ONCE:
        return True
    least = min(len(mine.words), len(theirs.words))
    return bool(mine.acts & theirs.acts) and len(shared) >= SHARED and len(shared) >= LIKE * least
