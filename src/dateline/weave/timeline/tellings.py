"""Tellings: every place where a report says that something is on a day.

A telling is an event of the annotations with a date, its own or, for the news itself, the report's. Where a sentence
names a day and no event was found for it, the sentence is the telling. Of several events that one sentence puts on one
day, the first speaks for all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model.annotations import Event, Sentence, Status, Timex
from dateline.model.dates import DateSpan, day_span
from dateline.model.material import Material
from dateline.weave.timeline.openings import opening
from dateline.weave.timeline.statements import undated
from dateline.weave.timeline.topic import topic_names, topicality

AHEAD: frozenset[Status] = frozenset(("planned", "expected"))
"""Statuses of what lies ahead: it never shows as happened until a report says so."""

CHANGED: frozenset[Status] = frozenset(("postponed", "cancelled"))

UNMET: frozenset[Status] = frozenset(("happened", "reported", "said"))
"""Statuses that nothing can have on a day after its report's: there it is expected at most."""

COARSEST = 3660
"""Days. What is dated less sharply than a decade is an age, no event."""

LONGEST_STRETCH = 31
"""Days. A longer stretch ("the past year") dates no event."""

LEADS = 5
"""Sentences at a report's head that may tell the news of the report's day without naming a day."""

EARLY = 3
"""Sentences at a report's head that count more: reporters put first what matters."""

EARLY_BONUS = 2.0
"""How much more they count."""

AHEAD_SHARE = 0.5
"""What it counts that a report expects something on a day, against its telling that something happened there."""

STATEMENT = 0.3
"""What an undated statement weighs."""

SMALL_PILE = 12
"""Reports up to which nearly everything dated is shown."""

REPORT_BASE = 0.1
"""What a report counts that never names the topic; one that always does counts 1 more."""


@dataclass(slots=True)
class Telling:
    """One report's word that something is on a day.

    ``report``: index into the material's reports; ``family``: its independent text. ``position``: the sentence's
    number among the body sentences, 0 for the lead. ``kind``: what may be one event: ``act`` with ``act``, what lies
    ``ahead`` with its like, what was ``changed`` likewise. ``basis``: ``own`` (the clause names the time),
    ``sentence`` (the sentence does) or ``lead`` (no time named: the news of the report's day, perhaps). ``alone``: the
    sentence tells nothing of another day. ``topical``: 0..1. ``weight``: what this telling adds to its event.
    """

    report: int
    family: str
    sentence: Sentence
    position: int
    start: int
    end: int
    when: DateSpan
    status: Status
    kind: str
    basis: str
    topical: float
    weight: float
    alone: bool = True
    lemma: str = ""
    rule: str = ""


def tellings(material: Material) -> list[Telling]:
    """All tellings of a story, report by report, in the order of the text."""
    names = topic_names(material)
    small = len(material.reports) <= SMALL_PILE
    found: list[Telling] = []
    for number in range(len(material.reports)):
        found += _of_report(material, number, names)
        if small:
            found += _statements(material, number)
    return found


def _statements(material: Material, number: int) -> Iterator[Telling]:
    annotated = material.reports[number]
    if annotated.report.day is None:
        return
    family = material.text_group.get(annotated.report.id, annotated.report.id)
    today = day_span(annotated.report.day)
    for index, quote in undated(material, annotated):
        sentence = annotated.notes.sentences[index]
        yield Telling(
            number, family, sentence, index, sentence.start, sentence.end, today, "said", "act", "statement",
            1.0, STATEMENT, True, quote.act, "timeline-statement",
        )  # fmt: skip


def _of_report(material: Material, number: int, names: dict[str, float]) -> Iterator[Telling]:
    annotated = material.reports[number]
    report, notes = annotated.report, annotated.notes
    family = material.text_group.get(report.id, report.id)
    topical = topicality(annotated, names)
    worth = REPORT_BASE + sum(topical) / max(1, len(topical))
    events: dict[int, list[Event]] = defaultdict(list)
    for event in notes.events:
        events[event.sentence].append(event)
    today = day_span(report.day) if report.day else None
    position = next_timex = 0
    for index, sentence in enumerate(notes.sentences):
        first = next_timex
        while next_timex < len(notes.timexes) and notes.timexes[next_timex].start < sentence.end:
            next_timex += 1
        if sentence.kind != "body":
            continue
        if position == 0:
            begins = opening(report.text, sentence.start, sentence.end)
            if begins > sentence.start:
                sentence = Sentence(begins, sentence.end, sentence.paragraph, sentence.kind)
        dated = {i: t.when for i, t in enumerate(notes.timexes[first:next_timex], first) if t.when and _is_place(t)}
        share = worth * (1 + EARLY_BONUS * (position < EARLY)) * topical[index]
        for made in _of_sentence(sentence, events[index], dated, today, position):
            when, start, end, status, basis, lemma, rule = made
            kind = _kind(status, when, today)
            weight = share * AHEAD_SHARE if kind == "ahead" else share
            if kind == "ahead" and status in UNMET:
                status = "expected"
            yield Telling(
                number, family, sentence, position, start, end, when, status, kind, basis,
                topical[index], weight, len(dated) < 2, lemma, rule,
            )  # fmt: skip
        position += 1


_Made = tuple[DateSpan, int, int, Status, str, str, str]


def _of_sentence(
    sentence: Sentence, events: list[Event], dated: dict[int, DateSpan], today: DateSpan | None, position: int
) -> Iterator[_Made]:
    told: set[tuple[str, str, bool]] = set()
    claimed = set()
    for event in events:
        when = dated.get(event.timex) if event.timex is not None else None
        if when is None or event.end <= sentence.start:
            continue
        claimed.add(event.timex)
        key = (when.start, when.end, event.status in AHEAD)
        if key not in told:
            told.add(key)
            yield when, max(event.start, sentence.start), event.end, event.status, "own", event.lemma, event.rule
    for index, when in dated.items():
        key = (when.start, when.end, False)
        if index not in claimed and key not in told and (when.start, when.end, True) not in told:
            told.add(key)
            status = _tense(events, when, today.start if today else None)
            yield when, sentence.start, sentence.end, status, "sentence", "", "timeline-sentence"
    if position < LEADS and not dated and today is not None:
        news = next((event for event in events if event.timex is None), None)
        status = news.status if news else "happened"
        if status not in AHEAD:
            lemma = news.lemma if news else ""
            yield today, sentence.start, sentence.end, status, "lead", lemma, "timeline-lead"


def _kind(status: Status, when: DateSpan, today: DateSpan | None) -> str:
    later = today is not None and (when.start if status in UNMET else when.end) > today.end
    if status in AHEAD or later:
        return "changed" if status in CHANGED else "ahead"
    return "changed" if status in CHANGED else "act"


def _is_place(timex: Timex) -> bool:
    """Whether it says when something was; of durations those that lie on the calendar do ("in the past week")."""
    longest = COARSEST if timex.type in ("DATE", "TIME") else LONGEST_STRETCH if timex.type == "DURATION" else 0
    return timex.when is not None and timex.when.days <= longest


def _tense(events: list[Event], when: DateSpan, today: str | None) -> Status:
    """The status of a sentence that no event dates: ahead of the report's day it is expected."""
    if today is not None and when.start > today:
        return "expected"
    for event in events:
        if event.status in ("said", "denied", "requested", "reported"):
            return event.status
    return "happened"
