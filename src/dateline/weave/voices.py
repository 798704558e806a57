"""Who is behind a place in a report: the entity that a span names, the one who tells a clause, the sentence around."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from dateline.model.annotations import Annotated, EntityKind, Event, Quantity, Sentence, Timex
from dateline.model.evidence import Evidence, Span, cite
from dateline.model.material import Identities, Material


def kinds_of(identities: Identities) -> dict[str, EntityKind]:
    """Entity id -> kind."""
    return {entity.id: entity.kind for entity in identities.entities}


def readers(material: Material) -> Sequence[Voices]:
    """The look-ups of every report of a story, in the order of the reports; made once for all who ask."""
    made: Sequence[Voices] | None = material.shared.get("voices")
    if made is None:
        kinds = kinds_of(material.identities)
        made = material.shared["voices"] = [Voices(one, material.identities, kinds) for one in material.reports]
    return made


class Voices:
    """Look-ups in one report, each in logarithmic time."""

    def __init__(self, annotated: Annotated, identities: Identities, kinds: Mapping[str, EntityKind]) -> None:
        self.report = annotated.report
        self.notes = annotated.notes
        self.reported_on = annotated.report.day.isoformat() if annotated.report.day else ""
        self._identities = identities
        self._kinds = kinds
        self._starts = [sentence.start for sentence in self.notes.sentences]
        self._mentions = [mention.start for mention in self.notes.mentions]
        self._timexes = [timex.start for timex in self.notes.timexes]
        spoken = sorted(
            (span.start, span.end, n) for n, quote in enumerate(self.notes.quotes) for span in quote.content
        )
        self._spoken = spoken
        self._spoken_starts = [start for start, _, _ in spoken]
        self._sourced = {quote.source.start: n for n, quote in enumerate(self.notes.quotes) if quote.source is not None}

    def sentence(self, place: int) -> Sentence | None:
        """The sentence that holds a place."""
        at = bisect_right(self._starts, place) - 1
        if at < 0 or self.notes.sentences[at].end <= place:
            return None
        return self.notes.sentences[at]

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before another one."""
        at = bisect_right(self._starts, sentence.start) - 2
        return self.notes.sentences[at] if at >= 0 else None

    def cite(self, place: int) -> Evidence | None:
        """The sentence round a place, as evidence."""
        sentence = self.sentence(place)
        return cite(self.report, sentence.start, sentence.end) if sentence else None

    def timexes(self, start: int, end: int) -> tuple[Timex, ...]:
        """The time expressions that begin inside a stretch."""
        return self.notes.timexes[bisect_right(self._timexes, start - 1) : bisect_right(self._timexes, end - 1)]

    def quantities(self, start: int, end: int) -> tuple[Quantity, ...]:
        """The quantities that begin inside a stretch."""
        first = bisect_right(self.notes.quantities, start - 1, key=_start)
        return self.notes.quantities[first : bisect_right(self.notes.quantities, end - 1, key=_start)]

    @cached_property
    def chief(self) -> str | None:
        """The person whom the report names most; None where two are named as often."""
        of_mention, report = self._identities.of_mention, self.report.id
        named = Counter(of_mention.get((report, mention.start), "") for mention in self.notes.mentions)
        ranked = sorted(((count, one) for one, count in named.items() if self.is_person(one)), reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        return ranked[0][1]

    def entities(self, start: int, end: int) -> tuple[str, ...]:
        """The entities named inside a stretch, in order, each once."""
        at = bisect_right(self._mentions, start - 1)
        found: dict[str, None] = {}
        while at < len(self._mentions) and self._mentions[at] < end:
            entity = self._identities.of_mention.get((self.report.id, self._mentions[at]))
            if entity:
                found[entity] = None
            at += 1
        return tuple(found)

    def names(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The places of the names that begin inside a stretch."""
        first, last = bisect_right(self._mentions, start - 1), bisect_right(self._mentions, end - 1)
        return tuple((mention.start, mention.end) for mention in self.notes.mentions[first:last])

    def persons(self, start: int, end: int) -> tuple[Span, ...]:
        """The places of the people named inside a stretch."""
        first, last = bisect_right(self._mentions, start - 1), bisect_right(self._mentions, end - 1)
        return tuple(Span(one.start, one.end) for one in self.notes.mentions[first:last] if one.kind == "person")

    def actors(self, start: int, end: int) -> tuple[str, ...]:
        """The people and bodies named inside a stretch, in order, each once."""
        return tuple(one for one in self.entities(start, end) if self._kinds[one] in ("person", "organisation"))

    def is_person(self, entity: str) -> bool:
        """Whether an entity is a person."""
        return self._kinds.get(entity) == "person"

    def is_place(self, entity: str) -> bool:
        """Whether an entity is a place."""
        return self._kinds.get(entity) == "place"

    def named(self, span: Span | None) -> str | None:
        """The entity that a speaker's words stand for: a name in them, or whom a quotation with this source names."""
        if span is None:
            return None
        number = self._sourced.get(span.start)
        if number is not None:
            speaker = self._identities.speaker(self.report.id, self.notes.quotes[number])
            if speaker:
                return speaker
        inside = self.actors(span.start, span.end)
        return inside[-1] if inside else None

    def speaker_at(self, place: int) -> str | None:
        """The entity whose quoted or reported words hold a place."""
        at = bisect_right(self._spoken_starts, place) - 1
        while at >= 0 and at > bisect_right(self._spoken_starts, place) - 4:
            start, end, number = self._spoken[at]
            if start <= place < end:
                return self._identities.speaker(self.report.id, self.notes.quotes[number])
            at -= 1
        return None

    def quoted(self, place: int) -> bool:
        """Whether a place stands in somebody's own words."""
        at = bisect_right(self._spoken_starts, place) - 1
        if at < 0:
            return False
        start, end, number = self._spoken[at]
        return start <= place < end and self.notes.quotes[number].kind == "direct"

    def teller(self, event: Event) -> str | None:
        """The entity on whose word an event is told."""
        return self.named(event.by) or self.speaker_at(event.head.start if event.head else event.start)


def _start(quantity: Quantity) -> int:
    return quantity.start
