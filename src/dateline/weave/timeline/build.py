"""From a story's material to its entries."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence

from dateline.model.dates import DateSpan
from dateline.model.evidence import Evidence, cite
from dateline.model.material import Material
from dateline.model.story import Entry
from dateline.weave.timeline.days import ranked
from dateline.weave.timeline.events import StoryEvent, close_plans, cluster, join_coarse
from dateline.weave.timeline.tellings import Telling, tellings
from dateline.weave.timeline.vectors import Vectors
from dateline.weave.timeline.wording import best_first

SMALL_PILE = 12
"""Reports up to which nearly everything dated is shown."""

MOST_DAYS = 200
"""Days of a big pile whose events are worked out; the ones after that are told by next to nobody."""

MOST_COARSE = 40
"""The same for weeks and months."""

FAR_BEFORE = 365
"""Days before the first report after which an event is background."""

LATER_IN_DAY = 0.6
"""What the second event of a day counts against the first, the third against the second: days come before details."""

MOST_EVIDENCE = 40
"""Places cited for one entry, at most two of a report."""


def entries(material: Material, *, detail: str | int = "normal") -> tuple[Entry, ...]:
    """The timeline of a story, by date, then by weight.

    ``detail``: ``brief``, ``normal``, ``full``, or how many entries. There is one ranking, so that the shorter
    timeline is a part of the longer one.
    """
    told = tellings(material)
    vectors = Vectors(material, told)
    found = _ranked(_events(told, material, vectors))
    chosen = found[: _amount(found, material, detail)]
    return _written(chosen, material, vectors)


def _events(told: list[Telling], material: Material, vectors: Vectors) -> list[StoryEvent]:
    small = len(material.reports) <= SMALL_PILE
    days = [day for _, day in ranked(told)]
    by_day: dict[str, list[Telling]] = defaultdict(list)
    by_span: dict[DateSpan, list[Telling]] = defaultdict(list)
    for one in told:
        if one.when.is_day:
            by_day[one.when.start].append(one)
            if one.basis == "lead":
                by_day[day_before(one.when.start)].append(one)
        else:
            by_span[one.when].append(one)
    found = []
    chosen = list(by_day) if small else days[:MOST_DAYS]
    for day in sorted(chosen):
        found += day_events(day, by_day[day], vectors)
    coarse = []
    for when in sorted(by_span, key=lambda when: (-len({t.family for t in by_span[when]}), when.start, when.end))[
        : None if small else MOST_COARSE
    ]:
        coarse += cluster(by_span[when], when, vectors)
    return close_plans(join_coarse(found, coarse, vectors), vectors)


def day_events(day: str, told: Sequence[Telling], vectors: Vectors) -> list[StoryEvent]:
    """The events of one day. A lead without a date of its own joins what is dated there; it makes an event by itself
    only on its report's day, and only as the report's first sentence."""
    when = next((one.when for one in told if one.when.start == day and one.when.precision == "day"), None)
    if when is None:
        when = next((one.when for one in told if one.when.start == day), None)
    if when is None:
        return []
    kept = []
    for event in cluster(told, when, vectors):
        dated = [one for one in event.tellings if one.basis != "lead"]
        opening = [one for one in event.tellings if one.when.start == day and one.position == 0]
        if dated or opening:
            kept.append(event)
    return kept


def day_before(day: str) -> str:
    return (dt.date.fromisoformat(day) - dt.timedelta(1)).isoformat()


def _ranked(found: list[StoryEvent]) -> list[StoryEvent]:
    """All events, the one to show first in front."""
    by_date: dict[tuple[str, str], list[StoryEvent]] = defaultdict(list)
    for event in found:
        by_date[event.when.start, event.when.end].append(event)
    scored = []
    for date in sorted(by_date):
        for number, event in enumerate(sorted(by_date[date], key=lambda event: (-event.weight, event.place()))):
            scored.append((event.weight * LATER_IN_DAY**number, event))
    return [event for _, event in sorted(scored, key=lambda pair: (-pair[0], pair[1].when.start, pair[1].place()))]


def _amount(found: list[StoryEvent], material: Material, detail: str | int) -> int:
    if isinstance(detail, int):
        return detail
    if len(material.reports) <= SMALL_PILE:
        return {"brief": max(5, len(found) // 3)}.get(detail, len(found))
    return {"brief": 10, "full": 120}.get(detail, 40)


def _written(chosen: list[StoryEvent], material: Material, vectors: Vectors) -> tuple[Entry, ...]:
    top = max((event.weight for event in chosen), default=0.0) or 1.0
    order = sorted(chosen, key=lambda event: (event.when.start, event.when.end, -event.weight, event.place()))
    oldest = min((one.report.day for one in material.reports if one.report.day), default=None)
    written = []
    for number, event in enumerate(order, start=1):
        best = best_first(event, material, vectors)
        reports = {told.report for told in event.tellings}
        evidence = _evidence(best, material)
        far = oldest is not None and (oldest - dt.date.fromisoformat(event.when.end)).days > FAR_BEFORE
        written.append(
            Entry(
                id=f"e{number}",
                date=event.when,
                text=" ".join(evidence[0].quote.split()),
                status=event.status,
                weight=round(event.weight / top, 4),
                entities=_entities(best[0], material),
                place=None,
                evidence=evidence,
                background=far,
                copies=len(reports),
                texts=event.families,
                rule=best[0].rule,
            )
        )
    return tuple(written)


def _evidence(best: list[Telling], material: Material) -> tuple[Evidence, ...]:
    seen: set[tuple[int, int]] = set()
    counts: Counter[int] = Counter()
    made: list[Evidence] = []
    for told in best:
        place = (told.report, told.sentence.start)
        if place not in seen and counts[told.report] < 2 and len(made) < MOST_EVIDENCE:
            seen.add(place)
            counts[told.report] += 1
            made.append(cite(material.reports[told.report].report, told.sentence.start, told.sentence.end))
    return tuple(made)


def _entities(told: Telling, material: Material) -> tuple[str, ...]:
    """The entities that the shown sentence names, in its order."""
    annotated = material.reports[told.report]
    named = []
    for mention in annotated.notes.mentions:
        if told.sentence.start <= mention.start < told.sentence.end:
            entity = material.identities.of_mention.get((annotated.report.id, mention.start))
            if entity is not None and entity not in named:
                named.append(entity)
    return tuple(named)
