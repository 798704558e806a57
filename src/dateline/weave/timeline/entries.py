"""The timeline as the story document has it: entries with date, text, status, weight and evidence."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from dateline.model.annotations import Annotated
from dateline.model.evidence import Evidence, cite
from dateline.model.material import Material
from dateline.model.story import Commitment, Entry
from dateline.text.mojibake import as_meant
from dateline.weave.timeline.amount import amount
from dateline.weave.timeline.as_news import gap
from dateline.weave.timeline.beside import beside, is_beside, without_asides
from dateline.weave.timeline.build import Line, Pile, lines
from dateline.weave.timeline.chronicle import PAGE, without_head
from dateline.weave.timeline.context import before
from dateline.weave.timeline.scene import place_of
from dateline.weave.timeline.settled import without_settled
from dateline.weave.timeline.stamps import without_running_day
from dateline.weave.timeline.tellings import Telling
from dateline.weave.timeline.wording import (
    LEFT_OUT,
    clause,
    without_connective,
    without_date_head,
    without_time_counted_back,
    without_time_counted_inside,
)

FAR_BEFORE = 365
"""Days before the first report after which an event is background."""

MOST_EVIDENCE = 40
"""Places cited for one entry."""

MOST_IN_REPORT = 2
"""Of which of one report."""


def entries(material: Material, plans: Iterable[Commitment] = (), *, detail: str | int = "normal") -> tuple[Entry, ...]:
    """The timeline of a story, by date, then by weight. ``plans``: what is known to have become of what was announced.

    ``detail``: ``brief``, ``normal``, ``full``, or how many entries. There is one ranking, so that the shorter
    timeline is a part of the longer one. Raises ValueError for any other word.
    """
    pile = Pile(material)
    found = without_asides(without_settled(lines(pile), plans, material), material)
    chosen = found[: amount(found, pile, detail)]
    top = max((line.weight for line in found), default=0.0) or 1.0
    chosen = sorted(chosen, key=lambda line: (*_date(line), -line.weight, line.event.place()))
    oldest = min((one.report.day for one in material.reports if one.report.day), default=None)
    return tuple(
        _entry(f"e{number}", line, line.weight / top, material, pile.small, oldest)
        for number, line in enumerate(chosen, 1)
    )


def _date(line: Line) -> tuple[str, str]:
    return line.event.when.start, line.event.when.end


def _entry(number: str, line: Line, weight: float, material: Material, small: bool, oldest: dt.date | None) -> Entry:
    event = line.event
    evidence = _evidence(line.tellings, material)
    told = line.tellings[0]
    text = evidence[0].quote
    if told.rule == PAGE:
        text = without_head(text)
    if line.again:
        text = clause(text, told.start - evidence[0].start, told.end - evidence[0].start, told.status)
    annotated = material.reports[told.report]
    part = beside(annotated, told) if is_beside(annotated, told) else None
    text = part or text
    if told.early and not small:
        text = without_running_day(text)
    context = [] if part else [cite(annotated.report, one.start, one.end) for one in before(annotated, told)]
    evidence = (evidence[0], *context, *(one for one in evidence[1:] if one not in context))
    text = " ".join([*(one.quote for one in context), without_date_head(text)])
    if not small:
        text = _of_its_day(text, recalled=_is_recalled(annotated, told))
    return Entry(
        id=number,
        date=event.when,
        text=as_meant(" ".join(text.split())),
        status=event.status_of(told),
        weight=round(weight, 4),
        entities=_entities(line.tellings[0], material),
        place=place_of(material, told),
        evidence=evidence,
        background=oldest is not None and _is_background(line, oldest),
        copies=len({told.report for told in event.tellings}),
        texts=event.families,
        rule=line.tellings[0].rule,
    )


def _of_its_day(text: str, *, recalled: bool) -> str:
    """``text`` without the words at its head that join it to others, and without times that count from its report."""
    bare = without_connective(text)
    shown = without_time_counted_back(bare)
    if shown == bare != text:
        shown = f"{LEFT_OUT} {bare}"
    return without_time_counted_inside(shown) if recalled else shown


def _is_recalled(annotated: Annotated, told: Telling) -> bool:
    """Whether its report dates it by what counts from the report, as "last week"."""
    return gap(annotated, told) > 1 and any(
        told.sentence.start <= timex.start < told.sentence.end
        and "last " in annotated.report.text[timex.start : timex.end]
        and timex.when is not None
        and timex.when.start <= told.when.end
        and told.when.start <= timex.when.end
        for timex in annotated.notes.timexes
    )


def _is_background(line: Line, oldest: dt.date) -> bool:
    return (oldest - dt.date.fromisoformat(line.event.when.end)).days > FAR_BEFORE


def _evidence(tellings: Sequence[Telling], material: Material) -> tuple[Evidence, ...]:
    """The sentences, best first; every report that has the event before a second sentence of any."""
    seen: set[tuple[int, int]] = set()
    counts: Counter[int] = Counter()
    first: list[Telling] = []
    second: list[Telling] = []
    for told in chain.from_iterable((one, one.because) if one.because else (one,) for one in tellings):
        place = (told.report, told.sentence.start)
        if place not in seen and counts[told.report] < MOST_IN_REPORT:
            seen.add(place)
            (second if counts[told.report] else first).append(told)
            counts[told.report] += 1
    return tuple(
        cite(material.reports[told.report].report, told.sentence.start, told.sentence.end)
        for told in (first + second)[:MOST_EVIDENCE]
    )


def _entities(told: Telling, material: Material) -> tuple[str, ...]:
    """The entities that the shown sentence names, in its order."""
    annotated = material.reports[told.report]
    named: list[str] = []
    for mention in annotated.notes.mentions:
        if told.sentence.start <= mention.start < told.sentence.end:
            entity = material.identities.of_mention.get((annotated.report.id, mention.start))
            if entity is not None and entity not in named:
                named.append(entity)
    return tuple(named)
