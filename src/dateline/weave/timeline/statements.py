"""Statements without a time of their own, in a small pile.

"Smith said the talks went on" in a report of Wednesday is news of Wednesday as long as Smith is nowhere in it said to
have spoken on another day. Only people whom the sentence names count, one statement a person and report; with many
reports such lines would bury the events.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from dateline.model.annotations import Annotated, Quote, Sentence
from dateline.model.material import Material
from dateline.weave.timeline.resumed import was_then


def undated(material: Material, annotated: Annotated) -> Iterator[tuple[int, Quote]]:
    """Yields (index of the sentence, quotation) for each person who speaks in the report, and on no day named in it."""
    report, notes = annotated.report, annotated.notes
    people = {entity.id for entity in material.identities.entities if entity.kind == "person"}
    starts = [sentence.start for sentence in notes.sentences]
    spoken: dict[str, list[tuple[int, Quote]]] = {}
    for quote in notes.quotes:
        speaker = material.identities.speaker(report.id, quote)
        if speaker in people and quote.cue is not None and quote.source is not None:
            index = bisect_right(starts, quote.cue.start) - 1
            if index >= 0 and notes.sentences[index].kind == "body":
                spoken.setdefault(speaker or "", []).append((index, quote))
    for speaker in sorted(spoken, key=lambda one: spoken[one][0][0]):
        said = spoken[speaker]
        if not any(_speaks_on_a_day(annotated, index) for index, _ in said):
            best = next((pair for pair in said if _by_name(annotated, notes.sentences[pair[0]], pair[1])), None)
            if best is not None:
                yield best


def _speaks_on_a_day(annotated: Annotated, index: int) -> bool:
    """Whether the sentence dates a statement."""
    return any(
        event.sentence == index and event.timex is not None and event.status in ("said", "requested", "denied")
        for event in annotated.notes.events
    )


def _by_name(annotated: Annotated, sentence: Sentence, quote: Quote) -> bool:
    """Whether the speaker's name stands in the sentence, and neither a day nor a word for one ("then") does."""
    notes = annotated.notes
    source = quote.source
    named = source is not None and any(
        source.start <= mention.start < source.end and mention.kind == "person" for mention in notes.mentions
    )
    days = any(sentence.start <= timex.start < sentence.end and timex.when for timex in notes.timexes)
    return named and not days and not was_then(annotated.report.text, sentence)
