"""From a story's material to its entries."""

from __future__ import annotations

import math
from collections import Counter

from dateline.model.evidence import Evidence, cite
from dateline.model.material import Material
from dateline.model.story import Entry
from dateline.weave.timeline.events import StoryEvent, events
from dateline.weave.timeline.tellings import Telling, tellings

FAR_BEFORE = 365
"""Days before the first report after which an event is background."""


def entries(material: Material, *, detail: str | int = "normal") -> tuple[Entry, ...]:
    """The timeline of a story, by date, then by weight."""
    found = events(tellings(material))
    weights = [_weight(event, material) for event in found]
    top = max(weights, default=1.0)
    order = sorted(
        range(len(found)), key=lambda i: (found[i].when.start, found[i].when.end, -weights[i], _place(found[i]))
    )
    return tuple(_entry(f"e{number}", found[i], weights[i] / top, material) for number, i in enumerate(order, start=1))


def _place(event: StoryEvent) -> tuple[int, int]:
    first = min(event.tellings, key=lambda told: (told.report, told.start))
    return first.report, first.start


def _texts(event: StoryEvent, material: Material) -> set[str]:
    ids = {material.reports[told.report].report.id for told in event.tellings}
    return {material.text_group.get(one, one) for one in ids}


def _weight(event: StoryEvent, material: Material) -> float:
    position = min(told.position for told in event.tellings)
    return len(_texts(event, material)) + 1 / (1 + position) + 0.1 * math.log(1 + len(event.tellings))


def _entry(number: str, event: StoryEvent, weight: float, material: Material) -> Entry:
    best = _best_first(event)
    evidence = _evidence(best, material)
    reports = {told.report for told in event.tellings}
    day = min((a.report.day for a in material.reports if a.report.day), default=None)
    background = day is not None and (day.toordinal() - _ordinal(event.when.end)) > FAR_BEFORE
    return Entry(
        id=number,
        date=event.when,
        text=" ".join(evidence[0].quote.split()),
        status=event.status,
        weight=round(weight, 4),
        entities=_entities(best, material),
        place=None,
        evidence=evidence,
        background=background,
        copies=len(reports),
        texts=len(_texts(event, material)),
        rule=best[0].rule,
    )


def _ordinal(iso: str) -> int:
    import datetime as dt

    return dt.date.fromisoformat(iso).toordinal()


def _best_first(event: StoryEvent) -> list[Telling]:
    status = event.status
    return sorted(event.tellings, key=lambda told: (told.status != status, told.position, told.report, told.start))


def _evidence(best: list[Telling], material: Material) -> tuple[Evidence, ...]:
    seen = set()
    made = []
    for told in best:
        place = (told.report, told.sentence.start)
        if place not in seen:
            seen.add(place)
            made.append(cite(material.reports[told.report].report, told.sentence.start, told.sentence.end))
    return tuple(made)


def _entities(best: list[Telling], material: Material) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for told in best:
        annotated = material.reports[told.report]
        for mention in annotated.notes.mentions:
            if told.sentence.start <= mention.start < told.sentence.end:
                entity = material.identities.of_mention.get((annotated.report.id, mention.start))
                if entity is not None:
                    counts[entity] += 1
    return tuple(sorted(counts, key=lambda one: (-counts[one], one)))
