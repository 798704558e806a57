"""Tellings: every place where a report says that something is on a day.

A telling is an event of the annotations with a date, its own or, for the news itself, the report's. Where a sentence
names a day and no event was found for it, the sentence is the telling. Of several events that one sentence puts on one
day, the first speaks for all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from dateline.model.annotations import Annotated, Event, Sentence, Status
from dateline.model.dates import DateSpan, interval
from dateline.model.material import Material
from dateline.model.report import Report
from dateline.weave.timeline import chronicle
from dateline.weave.timeline.bounds import only_bounds
from dateline.weave.timeline.capitals import Capitals
from dateline.weave.timeline.clauses import done_ahead, is_aside, is_furniture, is_news, planned_behind
from dateline.weave.timeline.kinds import AHEAD, SPEECH, UNMET, kind_of, status_without_event
from dateline.weave.timeline.openings import opening
from dateline.weave.timeline.placing import WEEK, days_apart, placed, window_of
from dateline.weave.timeline.resumed import day_of_the_deed, goes_on, last_day, names_its_day, quoted_running
from dateline.weave.timeline.statements import undated
from dateline.weave.timeline.times import is_place, names_no_time, of_last_year
from dateline.weave.timeline.topic import Weights, subject, topic_names, topicality

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

_NEGATED = re.compile(
    r"\b(?:not|never|no longer|cannot|\w+n[’']t|refus\w+|declin\w+|den(?:y|ies|ied)|reject\w*|without)\b", re.IGNORECASE
)


_SUBORDINATE = re.compile(r"(?:With|As|When|While|After|Since|Although|Though|Because|Before|Despite|Amid)\b[^,]*,")


def _news(text: str, sentence: Sentence, events: Sequence[Event]) -> Event | None:
    """The event that a sentence without a day tells first, past a clause of time or reason at its head."""
    undated = [event for event in events if event.timex is None]
    aside = _SUBORDINATE.match(text, sentence.start, sentence.end)
    told = [event for event in undated if aside and event.head and event.head.start > aside.end()]
    return next(iter(told or undated or events), None)


@dataclass(slots=True)
class Telling:
    """One report's word that something is on a day.

    ``report``: index into the material's reports; ``family``: its independent text. ``position``: the sentence's number
    among the body sentences, 0 for the lead; LEADS or more for any that comes after the first LEADS. ``kind``: what may
    be one event: ``act`` with ``act``, what lies ``ahead`` with its like, what was ``changed`` likewise. ``basis``:
    ``own`` (the clause names the time), ``sentence`` (the sentence does) or ``lead`` (no time named: the news of the
    report's day, perhaps). ``alone``: the sentence tells nothing of another day. ``topical``: 0..1. ``weight``: what
    this telling adds to its event. ``stands``: a lead that may be told by itself. ``speaker``: the entity whose words
    they are, "" where unknown. ``negated``: it is told that something is not so. ``aside``: the time stands in a clause
    beside the main one and lies before the report's news: "the minister, who was elected in May". ``subject``: as
    :func:`dateline.weave.timeline.topic.subject` has it. ``sure``: topicality by whole names; ``about``: its mean over
    the report. ``head``: where the verb stands, -1 where there is none. ``early``: its report bears the
    day before the one of its print, from which its "yesterday" counts. ``settled``: what is near
    a lead tells that it is of its day, and not of the one before. ``because``: another report's word from which it has
    its day.
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
    speaker: str = ""
    negated: bool = False
    stands: bool = True
    aside: bool = False
    subject: float = 1.0
    about: float = 1.0
    sure: float = 1.0
    head: int = -1
    early: bool = False
    settled: bool = False
    because: Telling | None = None


def tellings(material: Material) -> list[Telling]:
    """All tellings of a story, report by report, in the order of the text."""
    weights = Weights(topic_names(material))
    small = len(material.reports) <= SMALL_PILE
    nearby = _nearby(material)
    usage = None if small else Capitals(material.reports).usually_small
    found: list[Telling] = []
    for number in range(len(material.reports)):
        found += _of_report(material, number, weights, nearby, usage)
        if small:
            found += _statements(material, number)
    return found


def _statements(material: Material, number: int) -> Iterator[Telling]:
    annotated = material.reports[number]
    today = window_of(annotated)
    if today is None or today.days > WEEK:
        return
    family = material.text_group.get(annotated.report.id, annotated.report.id)
    for index, quote in undated(material, annotated):
        sentence = annotated.notes.sentences[index]
        yield Telling(
            number, family, sentence, index, sentence.start, sentence.end, today, "said", "act", "statement",
            1.0, STATEMENT, True, quote.act, "timeline-statement",
            material.identities.speaker(annotated.report.id, quote) or "",
            bool(_NEGATED.search(annotated.report.text, sentence.start, sentence.end)),
        )  # fmt: skip


def _nearby(material: Material) -> DateSpan | None:
    """From the first to the last day that is known of any report."""
    days = [one.report.day for one in material.reports if one.report.day is not None]
    return interval(min(days), max(days)) if days else None


def _speakers(material: Material, annotated: Annotated) -> Mapping[int, str]:
    """Index of a sentence -> whose words it tells, where that is one sure entity."""
    starts = [sentence.start for sentence in annotated.notes.sentences]
    found: dict[int, set[str]] = defaultdict(set)
    for quote in annotated.notes.quotes:
        if quote.cue is not None:
            found[bisect_right(starts, quote.cue.start) - 1].add(
                material.identities.speaker(annotated.report.id, quote) or ""
            )
    return {index: min(who) for index, who in found.items() if len(who) == 1}


def _of_report(
    material: Material,
    number: int,
    weights: Weights,
    nearby: DateSpan | None,
    small: Callable[[str], bool] | None,
) -> Iterator[Telling]:
    annotated = material.reports[number]
    report, notes = annotated.report, annotated.notes
    family = material.text_group.get(report.id, report.id)
    topical, sure = topicality(annotated, weights)
    about = sum(sure) / max(1, len(sure))
    worth = REPORT_BASE + sum(topical) / max(1, len(topical))
    events: dict[int, list[Event]] = defaultdict(list)
    for event in notes.events:
        events[event.sentence].append(event)
    today = window_of(annotated)  # a guessed window does not make a plan of what is told as done
    places = placed(annotated, nearby)
    apart = days_apart(annotated, places)
    speakers = _speakers(material, annotated)
    position = next_timex = 0
    resumed = -1
    page = chronicle.lines(annotated)
    headed = {one.start for one in page}
    for index, sentence in enumerate(notes.sentences):
        first = next_timex
        while next_timex < len(notes.timexes) and notes.timexes[next_timex].start < sentence.end:
            next_timex += 1
        if page and any(timex.start in headed for timex in notes.timexes[first:next_timex]):
            share = worth * (1 + EARLY_BONUS) * topical[index]
            yield from _of_page(number, family, page, sentence, events[index], share, topical[index], about, today)
            position += 1
            continue
        if page and chronicle.YEAR_HEAD.match(report.text, sentence.start):
            position += 1
            continue
        if sentence.kind != "body" or (position >= LEADS and next_timex == first):
            continue
        if is_furniture(report.text, sentence, events[index]):
            continue
        dated = {
            i: of_last_year(report, timex, places[i], events[index])
            for i, timex in enumerate(notes.timexes[first:next_timex], first)
            if i in places and is_place(timex, places[i]) and not names_no_time(report.text, timex, places[i])
        }
        bounds = {
            i: only_bounds(report, sentence, notes.timexes[i], when, [one for one in events[index] if one.timex == i],
                           small is None)
            for i, when in dated.items()
        }  # fmt: skip
        dated = {i: when for i, when in dated.items() if not bounds[i]}
        if sentence.paragraph == resumed:
            dated = {i: w for i, w in dated.items() if not quoted_running(report.text, sentence, notes.timexes[i])}
        if position >= LEADS and not dated and not apart:
            position += 1
            continue
        begins = opening(report.text, sentence.start, sentence.end, at_head=position < EARLY, small=small)
        if begins > sentence.start:
            sentence = Sentence(begins, sentence.end, sentence.paragraph, sentence.kind)
            dated = {i: when for i, when in dated.items() if notes.timexes[i].end > begins}
        share = worth * (1 + EARLY_BONUS * (position < EARLY)) * topical[index]
        elsewhere = "then" in bounds.values()
        news_of, settled = today, False
        if not dated and goes_on(report.text, sentence) and (day := last_day(annotated, index, today)):
            news_of, resumed, settled = day, sentence.paragraph, True
        elif not dated and not position:
            deed = day_of_the_deed(annotated, index, today)
            news_of, settled = deed or today, deed is not None or names_its_day(annotated, index, today)
        for made in _of_sentence(sentence, events[index], dated, apart, news_of, position, report, elsewhere):
            when, start, end, status, basis, lemma, rule, head = made
            kind = kind_of(status, when, today if report.day else None)
            weight = share * AHEAD_SHARE if kind == "ahead" else share
            if kind == "ahead" and status in UNMET:
                status = "expected"
            yield Telling(
                number, family, sentence, position, start, end, when, status, kind, basis,
                topical[index], weight, len(set(dated.values())) < 2, lemma, rule,
                speakers.get(index, "") if status in SPEECH else "",
                status in SPEECH and bool(_NEGATED.search(report.text, sentence.start, sentence.end)),
                basis != "lead" or position == 0 or is_news(report.text[start:end], status, lemma),
                basis == "own" and is_aside(report, sentence, start, head, when),
                subject(annotated, sentence, weights.names), about, sure[index], head, settled=settled,
            )  # fmt: skip
        position += 1


def _of_page(
    number: int,
    family: str,
    page: Sequence[chronicle.Line],
    sentence: Sentence,
    events: Sequence[Event],
    share: float,
    topical: float,
    about: float,
    today: DateSpan | None,
) -> Iterator[Telling]:
    """The lines of an editors' timeline that open in one of its sentences; an editor leads with each of them."""
    for line in page:
        if not sentence.start <= line.start < sentence.end:
            continue
        event = next((one for one in events if line.told <= (one.head or one).start < line.end), None)
        status = event.status if event is not None else "happened"
        if status in AHEAD and (today is None or line.when.end <= today.end):
            status = "happened"
        kind = kind_of(status, line.when, today)
        if kind == "ahead" and status in UNMET:
            status = "expected"
        yield Telling(
            number, family, Sentence(line.start, line.end, sentence.paragraph, sentence.kind), 0, line.told, line.end,
            line.when, status, kind, "own", topical, share * AHEAD_SHARE if kind == "ahead" else share,
            True, event.lemma if event is not None else "", chronicle.PAGE, about=about,
        )  # fmt: skip


_Made = tuple[DateSpan, int, int, Status, str, str, str, int]


def _of_sentence(
    sentence: Sentence,
    events: list[Event],
    dated: dict[int, DateSpan],
    apart: Mapping[tuple[int, int, str], DateSpan],
    today: DateSpan | None,
    position: int,
    report: Report,
    elsewhere: bool,
) -> Iterator[_Made]:
    """What a sentence tells; ``elsewhere``: on some day that is neither named nor the report's."""
    told: set[tuple[str, str, bool]] = set()
    claimed = set()
    for event in events:
        when = dated.get(event.timex) if event.timex is not None else None
        when = when or apart.get((event.start, event.end, event.lemma))
        if when is None or event.end <= sentence.start:
            continue
        claimed.add(event.timex)
        if event.head is not None and event.head.start < sentence.start:  # it stands in what ran into the sentence
            event = msgspec.structs.replace(event, status="expected" if event.status in AHEAD else "happened")
        if report.day is not None and (
            done_ahead(report.text, event, when, report.day) or planned_behind(report.text, event, when, report.day)
        ):
            continue
        key = (when.start, when.end, event.status in AHEAD)
        if key not in told:
            told.add(key)
            head = event.head.start if event.head is not None else event.start
            yield when, max(event.start, sentence.start), event.end, event.status, "own", event.lemma, event.rule, head
    for index, when in dated.items():
        key = (when.start, when.end, False)
        if index not in claimed and key not in told and (when.start, when.end, True) not in told:
            told.add(key)
            status = status_without_event(events, when, today.start if today else None)
            yield when, sentence.start, sentence.end, status, "sentence", "", "timeline-sentence", sentence.start
    if (
        position < LEADS
        and not (dated or elsewhere)
        and today is not None
        and (today.is_day or (today.days <= WEEK and position == 0))
    ):
        own = [event for event in events if event.head is None or event.head.start >= sentence.start]
        news = _news(report.text, sentence, own or events)  # what ran into the sentence may tell the same before it
        status = news.status if news else "happened"
        if status not in AHEAD:
            lemma = news.lemma if news else ""
            head = max(news.head.start, sentence.start) if news is not None and news.head else sentence.start
            yield today, sentence.start, sentence.end, status, "lead", lemma, "timeline-lead", head
