"""What the reports plan and what they tell as done, each as one comparable record."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import partial

from dateline.model.annotations import Annotations, Event, Timex
from dateline.model.dates import DateSpan
from dateline.model.material import Material
from dateline.text.words import vocabulary
from dateline.weave.commitments.actions import FRAMES, action_of, framed, things_first
from dateline.weave.commitments.classes import NOUNS, WITH_OBJECT
from dateline.weave.commitments.due import (
    due_ahead,
    due_until,
    due_when_clause,
    due_within,
    is_by_then,
    when_of,
)
from dateline.weave.commitments.makers import kind_of, made_on, maker, tellers_of, voiced
from dateline.weave.commitments.records import OWN_REACH, Record, Telling
from dateline.weave.commitments.words import GIVEN, GIVING_UP, NOT_YET, REQUESTS, WAS_TO_BE
from dateline.weave.timeline.times import names_no_time
from dateline.weave.voices import Voices, readers

FEW = 10
"""Reports added to the count when a word's rarity is judged: in a pile of three, "all have it" proves little."""

SMALL = 12
"""Reports of a pile so small that a bare plan ("the vote will be held on Friday") can mean but one thing in it."""


class Reading:
    """All records of a story: ``plans`` not yet done when told, ``deeds`` told as done, and how rare each word is."""

    def __init__(self, material: Material) -> None:
        self.plans: list[Record] = []
        self.wanting: list[Record] = []
        self.deeds: list[Record] = []
        self.small = len(material.reports) <= SMALL
        seen: Counter[str] = Counter()
        for order, voices in enumerate(readers(material)):
            seen.update(self._read(order, voices, material.text_group))
        self._total = len(material.reports) + FEW
        self._seen = seen
        self._named = Counter(
            entity.id for entity in material.identities.entities for _ in {e.report for e in entity.evidence}
        )
        self.given_up = [deed for deed in self.deeds if deed.lemma in GIVING_UP]

    def rarity(self, word: str) -> float:
        """1 for a word of one report, near 0 for one that all of a big pile have: it tells nothing apart."""
        return _rarity(self._seen.get(word, 1), self._total)

    def rarest_name(self, entities: set[str] | frozenset[str]) -> float:
        """The same for the rarest of some people, bodies and places; 0 for none."""
        return max((_rarity(self._named[one], self._total) for one in entities), default=0.0)

    def _read(self, order: int, voices: Voices, text_group: Mapping[str, str]) -> set[str]:
        notes, report = voices.notes, voices.report
        group = text_group.get(report.id, report.id)
        beside: dict[int, list[Event]] = defaultdict(list)
        for event in notes.events:
            beside[event.sentence].append(event)
        tellings: dict[int, Telling] = {}
        first = len(self.deeds)
        for number, event in enumerate(_told(notes) if self.small else notes.events):
            sentence = notes.sentences[event.sentence]
            if not self.small and event.lemma in _SAYING and event.status == "said":
                continue
            if sentence.kind != "body" or _coarser(event, beside[event.sentence], notes.timexes):
                continue
            telling = tellings.get(event.sentence)
            if telling is None:
                telling = tellings[event.sentence] = Telling(voices, event.sentence, sentence)
                if "still" in telling.text and STILL.search(telling.text):
                    self._still(Record(order, number, group, telling, event))
            record = Record(order, number, group, telling, event)
            if _fill(record, voices, beside[event.sentence], notes.timexes, self.small):
                if event.rule == "noun" and event.status in NOT_YET and record.action not in NOUNS:
                    continue
                ahead = record.status in NOT_YET or record.due is not None
                (self.plans if ahead else self.deeds).append(record)
        _share(self.plans, order)
        if self.small:
            _date_again(self.deeds[first:])
        return vocabulary(report.text)

    def _still(self, record: Record) -> None:
        if not self.wanting or self.wanting[-1].telling is not record.telling:
            self.wanting.append(record)


def _date_again(deeds: Sequence[Record]) -> None:
    """Gives an undated deed the one day on which its report tells the same act: "voted on Tuesday ... voted for it"."""
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    for deed in deeds:
        if deed.day and deed.status == "happened":
            told[deed.lemma, deed.action].add(deed.day)
    for deed in deeds:
        known = told.get((deed.lemma, deed.action), set())
        if not deed.day and deed.lemma in _AT_ONCE and deed.status == "happened" and len(known) == 1:
            deed.day = min(known)


_AT_ONCE = frozenset("vote elect sign ratify launch land sink rule strike march resign collapse arrest".split())
"""What a report tells twice is one act, done on one day."""


def _share(plans: Sequence[Record], order: int) -> None:
    """Gives each of several requests in one sentence of a report its part of it, from one asking verb to the next."""
    asked: dict[int, list[Record]] = defaultdict(list)
    for plan in reversed(plans):
        if plan.order != order:
            break
        if plan.status == "requested" and plan.event.rule == "verb" and plan.event.cue is not None:
            asked[plan.position].append(plan)
    for found in asked.values():
        starts = sorted({_asks_at(plan) for plan in found})
        for plan in found if len(starts) > 1 else ():
            at = starts.index(_asks_at(plan))
            start = plan.sentence.start if not at else starts[at]
            end = starts[at + 1] if at + 1 < len(starts) else plan.sentence.end
            text = plan.report.text[start:end]
            cut = _AND.search(text)
            plan.part = (start, start + (cut.start() if cut else len(text.rstrip())))


_AND = re.compile(r"[,;]?\s(?:and|but|while)\s+(?:also\s+)?$|[,;]?\s+$")


def _asks_at(plan: Record) -> int:
    """Where the verb of asking stands."""
    cue = plan.event.cue
    if cue is not None and plan.event.status == "requested":
        return cue.start
    return plan.event.head.start if plan.event.head else plan.event.start


def _rarity(reports: int, total: int) -> float:
    return math.log(total / max(reports, 1)) / math.log(total)


def _told(notes: Annotations) -> Sequence[Event]:
    """The events and, between them, what undated clauses tell as done."""
    return sorted((*notes.events, *notes.asides), key=_place) if notes.asides else notes.events


def _place(event: Event) -> tuple[int, int]:
    return event.sentence, event.head.start if event.head else event.start


_SAYING = frozenset(("say", "add"))
"""Verbs of mere speech, which settle nothing in a big pile."""

STILL = re.compile(r"\bstill\s+(?:(?:had|have|has|were|was|is|are)\s+)?(?:no|without|lack\w*|waiting for|short of)\b")
"""What is still wanting."""


def _coarser(event: Event, beside: Sequence[Event], timexes: Sequence[Timex]) -> bool:
    """Whether a sharper time dates the same head: "on June 14, a week later than planned"."""
    if event.timex is None or len(beside) < 2:
        return False
    mine = timexes[event.timex].when
    if mine is None:  # "would now be made on Friday"
        return any(one.head == event.head and one.timex is not None and timexes[one.timex].when for one in beside)
    for other in beside:
        if other is event or other.timex is None or other.head != event.head:
            continue
        when = timexes[other.timex].when
        if when is not None and when.days < mine.days and (other.timex < event.timex or mine.overlaps(when)):
            return True
    return False


def _fill(record: Record, voices: Voices, beside: Sequence[Event], timexes: Sequence[Timex], small: bool) -> bool:
    """Completes a record; False where it tells no action. ``small``: whether what is only named counts as asked for."""
    event, text = record.event, record.report.text
    if event.cue is not None and _OF_A_THING.search(text, max(0, event.cue.start - 10), event.cue.end):
        return False
    head_end = record.head_end
    own_end = record.own_end if event.lemma in WITH_OBJECT else record.sentence.end
    record.action = action_of(event.lemma, text, min(event.start, head_end), head_end, own_end)
    if event.lemma in GIVEN and event.status in ("happened", "reported", "said") and _gives(record, beside):
        record.status = "planned"
    elif small and event.lemma in REQUESTS and event.status in ("said", "happened") and _asks(record, beside):
        record.status = "requested"
        record.action = things_first(text[head_end : record.own_end]) or "give"
    when = when_of(event, timexes)
    if when is not None and event.timex is not None:
        timex = timexes[event.timex]
        over = timex.type == "DURATION" and when.end <= record.reported_on  # "is to last six weeks"
        if over or names_no_time(text, timex, when):
            when = None
    if event.status == "happened" and when is not None and _is_to_come(record, when):
        record.status = "planned"
    ahead = record.status in NOT_YET or event.status in ("postponed", "cancelled")
    if ahead and event.head and (event.lemma in FRAMES or record.action == "proceed"):
        thing = framed(text, record.sentence.start, event.head.start, head_end, record.own_end)
        record.action = thing or record.action
    if not record.action and ahead and event.lemma in _PLAIN and event.timex is not None:
        record.action = event.lemma
    if not record.action:
        return False
    record.cue = text[event.cue.start : event.cue.end].lower() if event.cue else ""
    if record.status != event.status and event.head:
        record.cue = text[event.head.start : head_end].lower()
    record.timed = when is not None
    if not ahead and event.rule != "moved to":
        record.made = record.reported_on
        record.day = _day(record, when)
        return record.day <= record.reported_on
    tellers = tellers_of(event, beside)
    record.made = made_on(record, tellers, timexes)
    if record.status in NOT_YET or (event.status in ("postponed", "cancelled") and event.rule in WAS_TO_BE):
        if record.status == event.status or (when is not None and when.end > record.made):
            record.due = due_ahead(record, when, timexes)
        record.due = record.due or due_when_clause(record, voices) or due_within(record)
        if record.due is None and small:
            record.due = _due_beside(record, beside, timexes)
        record.kind = kind_of(record, tellers[0] if tellers else None)
        record.late = partial(_tell_more, beside=beside, timexes=timexes, tellers=tellers)
    else:
        record.day = _day(record, when)
        if record.day > record.reported_on:
            return False  # told of a day to come as if done: misread, or a report of unknown day
    return True


def _is_to_come(record: Record, when: DateSpan) -> bool:
    """Whether a present tense tells of a day after the report's: "the case comes before a judge on April 12"."""
    head = record.event.head
    if head is None or record.event.rule != "verb" or not record.reported_on or when.start <= record.reported_on:
        return False
    form = record.report.text[head.start : head.end]
    return form in (f"{record.lemma}s", f"{record.lemma}es") or (record.lemma == "be" and form in ("is", "are"))


def _tell_more(record: Record, *, beside: Sequence[Event], timexes: Sequence[Timex], tellers: Sequence[Event]) -> None:
    """Fills what a plan tells beside its action and its day; few are ever asked for it."""
    event, voices = record.event, record.telling.voices
    record.cue_verb = any(other.head == event.cue for other in beside)
    record.by_then = is_by_then(record, timexes)
    record.voiced = voiced(record, tellers) or record.status != event.status
    record.anaphor = bool(_ANAPHOR.match(record.report.text, record.head_end))
    record.also = _also(record, beside)
    record.by = maker(record, voices, tellers[0] if tellers else None)
    record.beside = event.rule == "verb" and any(
        other.timex is not None and other.status in ("planned", "postponed") and other.start < event.start
        for other in beside
    )
    record.until = due_until(record, voices)


def _day(record: Record, when: DateSpan | None) -> str:
    """The day of a deed, "" where it names none; what is turned down today for a day to come names none."""
    day = when.start if when is not None and when.days <= 7 else ""
    if when is not None and when.days > 7 and when.end < record.reported_on:
        day = when.end  # "last November": not the news
    return "" if day > record.reported_on and record.status == "denied" else day


_PLAIN = frozenset("get go do help become take give make have".split())
"""Verbs that tell an action only for want of a better word."""

_WITH_CLAUSE = re.compile(r"[^.;,]{0,40}?\s(?:that|to)\s")
_OF_A_THING = re.compile(r"\b(?:that|which)\s+threaten\w*$")
"""Up to a cue's end: what a thing threatens to bring is no promise, as of a "case that threatened to ruin him"."""

_OBJECT = re.compile(
    r"\s+(?!to\b|that\b|and\b|or\b|but\b|him\b|her\b|them\b|it\b|he\b|she\b|they\b|on\b|in\b|not\b)[^\W\d_]"
)


def _gives(record: Record, beside: Sequence[Event]) -> bool:
    """Whether a verb of promising has a plain object and no clause of its own."""
    event = record.event
    if event.head is None or event.negated or record.telling.voices.quoted(event.head.start):
        return False
    text = record.report.text
    if not _OBJECT.match(text, event.head.end) or _WITH_CLAUSE.match(text, event.head.end, record.sentence.end):
        return False
    return not any(other.cue == event.head or other.start == event.end for other in beside if other is not event)


_FOR = re.compile(r"\s+(?:(?!that\b|if\b|whether\b)[\w'’-]+\s+){0,6}?for\s+(?!\d|his\b|her\b)[^\W\d_]|\s+that\s")
"""What asking, appealing, calling takes: "asked the navy for boats", "demanded that the gates stay shut"."""

_INQUIRES = re.compile(r"\s+(?:about|by|if|whether|how|why|what|when|where|who)\b")
"""What follows a verb of asking that is a question: "Asked about the plan, he said"."""

_TAKES_FOR = frozenset("ask appeal apply call plead beg press".split())
_TAKES_OBJECT = frozenset("demand request".split())


def _asks(record: Record, beside: Sequence[Event]) -> bool:
    """Whether a verb of asking names what is asked for, and no clause of its own tells it."""
    event, text = record.event, record.report.text
    if event.head is None or event.negated or record.telling.voices.quoted(event.head.start):
        return False
    if _INQUIRES.match(text, event.head.end):
        return False
    if any(other.cue == event.head for other in beside if other is not event):
        return False
    if event.lemma in _TAKES_OBJECT and _OBJECT.match(text, event.head.end):
        return True
    takes = event.lemma in _TAKES_FOR | _TAKES_OBJECT
    return takes and _FOR.match(text, event.head.end, record.own_end) is not None


def _due_beside(record: Record, beside: Sequence[Event], timexes: Sequence[Timex]) -> DateSpan | None:
    """The day to come that stands beside the plan and was read as that of the offer: "offered to meet on May 3"."""
    event = record.event
    for other in beside:
        if other.head is not None and other.head == event.cue and other.timex is not None:
            when = timexes[other.timex].when
            after = timexes[other.timex].start > record.head_end
            if after and when is not None and record.made and when.start > record.made:
                return when
    return None


_ANAPHOR = re.compile(r"\s+(?:one|him|her|them|it|this|that)\b")


def _also(record: Record, beside: Sequence[Event]) -> tuple[str, ...]:
    """What a decision "whether to open an inquiry" may come to: to open one."""
    if record.action != "decide" or record.event.head is None:
        return ()
    text = record.report.text
    for other in beside:
        if other.head and other.head.start > record.head_end and other.cue is not None:
            if text[other.cue.start : other.cue.end].lower() != "whether":
                continue
            end = min(other.head.end + OWN_REACH, record.sentence.end)
            return tuple(sorted({action_of(other.lemma, text, other.start, other.head.end, end)} - {""}))
    return ()
