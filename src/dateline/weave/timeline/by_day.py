"""A timeline of days with a given number of sentences each: the form in which timelines are compared in the literature.

The product shows events; a benchmark asks for ``days`` days and ``sentences`` sentences a day. Both rest on the same
ranking of days, the same events and the same choice of sentences. Here the centre of a day has besides what the reports
of the morning after open with: what editors keep of a day is what it came to. The product does without: its few lines
tell what happened, and with it they lie no nearer to the editors' words.
"""

from __future__ import annotations

import datetime as dt
from itertools import islice

from dateline.model.material import Material
from dateline.weave.timeline.build import Pile
from dateline.weave.timeline.choice import Shown, in_order
from dateline.weave.timeline.days import day_after
from dateline.weave.timeline.joining import close_plans
from dateline.weave.timeline.leads import Leads
from dateline.weave.timeline.tellings import Telling


def by_day(
    material: Material, *, days: int, sentences: int, first: dt.date | None = None, last: dt.date | None = None
) -> dict[str, list[str]]:
    """ISO day -> its sentences, the one nearest the day's centre first; days from ``first`` to ``last`` only."""
    pile = Pile(material)
    low, high = (first or dt.date.min).isoformat(), (last or dt.date.max).isoformat()
    leads = Leads(material, pile.vectors)
    found: dict[str, list[str]] = {}
    shown = Shown(pile.vectors)
    for _, day in pile.ranked:
        if len(found) >= days:
            break
        if low <= day <= high:
            texts = _texts(pile, day, sentences, shown, leads)
            if texts:
                found[day] = texts
    return dict(sorted(found.items()))


def _texts(pile: Pile, day: str, sentences: int, shown: Shown, leads: Leads) -> list[str]:
    """One sentence an event, then a second, none that repeats what stands in the timeline already."""
    events = close_plans(pile.events_of(day), pile.vectors)
    ordered = in_order(events, pile.material, pile.vectors, leads=leads.of(day_after(day)))
    queues = [told for _, told in islice(ordered, 2 * sentences + 4)]
    texts: list[str] = []
    while len(texts) < sentences and any(queues):
        for queue in queues:
            told = _fresh(queue, shown)
            if told is not None:
                shown.add(told)
                text = pile.material.reports[told.report].report.text
                texts.append(" ".join(text[told.sentence.start : told.sentence.end].split()))
                if len(texts) == sentences:
                    break
    return texts


def _fresh(queue: list[Telling], shown: Shown) -> Telling | None:
    while queue:
        told = queue.pop(0)
        if shown.is_new(told):
            return told
    return None
