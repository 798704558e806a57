"""Tellings: every place where a report says that something is on a day.

A telling is an event of the annotations with a date, its own or, for the news itself, the report's. Where a sentence
names a day and no event was found for it, the sentence is the telling.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model.annotations import Annotated, Event, Sentence, Status, Timex
from dateline.model.dates import DateSpan, day_span
from dateline.model.material import Material
from dateline.text.words import content_words

AHEAD: frozenset[Status] = frozenset(("planned", "expected"))
"""Statuses of what lies ahead: it never shows as happened until a report says so."""

CHANGED: frozenset[Status] = frozenset(("postponed", "cancelled"))

COARSEST = 366 * 10
"""Days. What is dated less sharply than a decade is an age, no event."""


@dataclass(slots=True)
class Telling:
    """One report's word that something is on a day.

    ``report``: index into the material's reports. ``position``: the sentence's number among the body sentences, 0 for
    the lead. ``basis``: ``own`` (the clause names the time), ``sentence`` (the sentence does) or ``lead`` (the news of
    the report's day). ``terms``: stems of the clause's content words.
    """

    report: int
    sentence: Sentence
    position: int
    start: int
    end: int
    when: DateSpan
    status: Status
    basis: str
    terms: frozenset[str]
    lemma: str = ""
    rule: str = ""


def tellings(material: Material) -> list[Telling]:
    """All tellings of a story, report by report, in the order of the text."""
    return [told for number, annotated in enumerate(material.reports) for told in _of_report(number, annotated)]


def _of_report(number: int, annotated: Annotated) -> Iterator[Telling]:
    notes = annotated.notes
    events: dict[int, list[Event]] = defaultdict(list)
    for event in notes.events:
        events[event.sentence].append(event)
    position = 0
    next_timex = 0
    for index, sentence in enumerate(notes.sentences):
        inside = []
        while next_timex < len(notes.timexes) and notes.timexes[next_timex].start < sentence.end:
            if notes.timexes[next_timex].start >= sentence.start:
                inside.append((next_timex, notes.timexes[next_timex]))
            next_timex += 1
        if sentence.kind != "body":
            continue
        yield from _of_sentence(number, annotated, sentence, position, events[index], inside)
        position += 1


def _of_sentence(
    number: int,
    annotated: Annotated,
    sentence: Sentence,
    position: int,
    events: list[Event],
    timexes: list[tuple[int, Timex]],
) -> Iterator[Telling]:
    report = annotated.report
    text = report.text

    def telling(start: int, end: int, when: DateSpan, status: Status, basis: str, lemma: str, rule: str) -> Telling:
        terms = frozenset(content_words(text[start:end]))
        return Telling(number, sentence, position, start, end, when, status, basis, terms, lemma, rule)

    dated = {index: timex.when for index, timex in timexes if timex.when is not None and _is_place(timex)}
    claimed = set()
    for event in events:
        when = dated.get(event.timex) if event.timex is not None else None
        if when is not None:
            claimed.add(event.timex)
            yield telling(event.start, event.end, when, event.status, "own", event.lemma, event.rule)
    for index, when in dated.items():
        if index not in claimed:
            status = _tense(events, when, report.day.isoformat() if report.day else None)
            yield telling(sentence.start, sentence.end, when, status, "sentence", "", "timeline-sentence")
    if position == 0 and not dated and report.day is not None:
        news = next((event for event in events if event.timex is None), None)
        if news is not None and news.status not in AHEAD:
            when = day_span(report.day)
            yield telling(sentence.start, sentence.end, when, news.status, "lead", news.lemma, "timeline-lead")


def _is_place(timex: Timex) -> bool:
    return timex.type in ("DATE", "TIME") and timex.when is not None and timex.when.days <= COARSEST


def _tense(events: list[Event], when: DateSpan, today: str | None) -> Status:
    """The status of a sentence that no event dates: ahead of the report's day it is expected."""
    if today is not None and when.start > today:
        return "expected"
    for event in events:
        if event.status in ("said", "denied", "requested", "reported"):
            return event.status
    return "happened"
