"""A timeline of days with a given number of sentences each: the form in which timelines are compared in the literature.

The product shows events; a benchmark asks for ``days`` days and ``sentences`` sentences a day. Both rest on the same
ranking of days, the same events and the same choice of sentences.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from dateline.model.material import Material
from dateline.weave.timeline.build import day_before, day_events
from dateline.weave.timeline.days import ranked
from dateline.weave.timeline.events import StoryEvent, close_plans
from dateline.weave.timeline.tellings import Telling, tellings
from dateline.weave.timeline.vectors import Vectors
from dateline.weave.timeline.wording import Shown, best_first


def by_day(
    material: Material, *, days: int, sentences: int, first: dt.date | None = None, last: dt.date | None = None
) -> dict[str, list[str]]:
    """ISO day -> its sentences, the weightiest event's first; days from ``first`` to ``last`` only."""
    told = tellings(material)
    vectors = Vectors(material, told)
    by_day: dict[str, list[Telling]] = defaultdict(list)
    for one in told:
        if one.when.is_day:
            by_day[one.when.start].append(one)
            if one.basis == "lead":
                by_day[day_before(one.when.start)].append(one)
    low, high = (first or dt.date.min).isoformat(), (last or dt.date.max).isoformat()
    found: dict[str, list[str]] = {}
    shown = Shown(vectors)
    for _, day in ranked(told):
        if len(found) >= days:
            break
        if low <= day <= high:
            events = close_plans(day_events(day, by_day[day], vectors), vectors)
            events.sort(key=lambda event: (event.kind == "ahead", -event.weight, event.place()))
            texts = _texts(events, sentences, material, vectors, shown)
            if texts:
                found[day] = texts
    return dict(sorted(found.items()))


def _texts(events: list[StoryEvent], sentences: int, material: Material, vectors: Vectors, shown: Shown) -> list[str]:
    """One sentence an event, round and round, none that repeats what stands in the timeline already."""
    texts: list[str] = []
    queues = [best_first(event, material, vectors) for event in events]
    while len(texts) < sentences and any(queues):
        for queue in queues:
            while queue and len(texts) < sentences:
                told = queue.pop(0)
                if shown.is_new(told):
                    shown.add(told)
                    text = material.reports[told.report].report.text
                    texts.append(" ".join(text[told.sentence.start : told.sentence.end].split()))
                    break
    return texts
