"""What the reports plan and what they tell as done, each as one comparable record."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from dateline.model.annotations import Annotated, EntityKind, Event, Timex
from dateline.model.dates import DateSpan, date_span, day_span
from dateline.model.material import Material
from dateline.model.story import CommitmentKind
from dateline.text.words import content_words
from dateline.weave.commitments.actions import FRAMES, NOUNS, action_of, framed
from dateline.weave.commitments.records import OWN_REACH, Record, Telling
from dateline.weave.voices import Voices, kinds_of

WAS_TO_BE = frozenset(("was set for", "moved from"))
"""Rules of events whose day is the one that they were put off from; else it is the day of the putting off."""

NOT_YET = frozenset(("planned", "expected", "requested"))
REQUESTS = frozenset(
    "urge ask request demand appeal plead beg invite recommend encourage press implore call want".split()
)
PROMISES = frozenset("promise pledge vow swear commit undertake threaten guarantee".split())
GIVING_UP = frozenset("drop abandon scrap shelve ditch walk pull give cancel".split())
DECISIONS = frozenset("decide decision agree agreement resolution ruling verdict order approve vote resolve".split())
PREDICTIONS = frozenset("expect anticipate forecast predict foresee hope".split())
_IF = frozenset("if unless whether".split())
_MAYBE = frozenset("could may might can would should".split())

FEW = 10
"""Reports added to the count when a word's rarity is judged: in a pile of three, "all have it" proves little."""

SMALL = 12
"""Reports of a pile so small that a bare plan ("the vote will be held on Friday") can mean but one thing in it."""

LONG_DUE = 800
"""Days. A plan due within a stretch longer than this (a decade, "the coming years") cannot be checked."""


class Reading:
    """All records of a story: ``plans`` not yet done when told, ``deeds`` told as done, and how rare each word is."""

    def __init__(self, material: Material) -> None:
        self.plans: list[Record] = []
        self.wanting: list[Record] = []
        self.deeds: list[Record] = []
        seen: Counter[str] = Counter()
        kinds = kinds_of(material.identities)
        for order, annotated in enumerate(material.reports):
            seen.update(self._read(order, annotated, material, kinds))
        self._total = len(material.reports) + FEW
        self._seen = seen
        self.small = len(material.reports) <= SMALL
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

    def _read(self, order: int, annotated: Annotated, material: Material, kinds: Mapping[str, EntityKind]) -> set[str]:
        voices = Voices(annotated, material.identities, kinds)
        notes, report = annotated.notes, annotated.report
        group = material.text_group.get(report.id, report.id)
        beside: dict[int, list[Event]] = defaultdict(list)
        for event in notes.events:
            beside[event.sentence].append(event)
        tellings: dict[int, Telling] = {}
        for number, event in enumerate(notes.events):
            sentence = notes.sentences[event.sentence]
            if sentence.kind != "body" or _coarser(event, beside[event.sentence], notes.timexes):
                continue
            telling = tellings.get(event.sentence)
            if telling is None:
                telling = tellings[event.sentence] = Telling(voices, event.sentence, sentence)
                if _STILL.search(telling.text):
                    self._still(Record(order, number, group, telling, event))
            record = Record(order, number, group, telling, event)
            if _fill(record, voices, beside[event.sentence], notes.timexes):
                if event.rule == "noun" and event.status in NOT_YET and record.action not in NOUNS:
                    continue
                ahead = event.status in NOT_YET or record.due is not None
                (self.plans if ahead else self.deeds).append(record)
        return set(content_words(report.text))

    def _still(self, record: Record) -> None:
        if not self.wanting or self.wanting[-1].telling is not record.telling:
            self.wanting.append(record)


def _rarity(reports: int, total: int) -> float:
    return math.log(total / max(reports, 1)) / math.log(total)


_STILL = re.compile(r"\b(?:still|yet|failed|missed|no sign)\b", re.IGNORECASE)


def _coarser(event: Event, beside: Sequence[Event], timexes: Sequence[Timex]) -> bool:
    """Whether a sharper time dates the same head: "on June 14, a week later than planned"."""
    if event.timex is None or len(beside) < 2:
        return False
    mine = timexes[event.timex].when
    if mine is None:
        return False
    for other in beside:
        if other is event or other.timex is None or other.head != event.head:
            continue
        when = timexes[other.timex].when
        if when is not None and when.days < mine.days and (other.timex < event.timex or mine.overlaps(when)):
            return True
    return False


def _fill(record: Record, voices: Voices, beside: Sequence[Event], timexes: Sequence[Timex]) -> bool:
    """Completes a record; False where it tells no action."""
    event, text = record.event, record.report.text
    head_end, own_end = record.head_end, record.own_end
    record.action = action_of(event.lemma, text, min(event.start, head_end), head_end, own_end)
    ahead = event.status in NOT_YET or event.status in ("postponed", "cancelled")
    if ahead and event.head and (event.lemma in FRAMES or record.action == "proceed"):
        thing = framed(text, record.sentence.start, event.head.start, head_end, own_end)
        record.action = thing or record.action
    if not record.action:
        return False
    record.cue = text[event.cue.start : event.cue.end].lower() if event.cue else ""
    when = _when(event, timexes)
    record.timed = when is not None
    tellers = _tellers(event, beside)
    told = tellers[0] if tellers else None
    record.made = _made(record, tellers, timexes)
    if event.status in NOT_YET or (event.status in ("postponed", "cancelled") and event.rule in WAS_TO_BE):
        record.due = when or _when_clause(record, voices)
        record.kind = _kind(record, told)
        record.by = _maker(record, voices, told)
        record.beside = event.rule == "verb" and any(
            other.timex is not None and other.status in ("planned", "postponed") and other.start < event.start
            for other in beside
        )
        record.until = _until(record, voices)
    else:
        record.day = when.start if when is not None and when.days <= 7 else ""
        if record.day > record.reported_on:
            return False  # told of a day to come as if done: misread, or a report of unknown day
    return True


def _tellers(event: Event, beside: Sequence[Event]) -> list[Event]:
    """The statements and acts of its sentence by which an event may be told, nearest first."""
    if event.head is None:
        return []
    at = event.head.start
    before = [e for e in beside if e.head and e.head.start < at and e.status in ("said", "happened")]
    after = [e for e in beside if e.head and e.head.start > at and e.status == "said"]
    return before[::-1] + after


def _made(record: Record, tellers: Sequence[Event], timexes: Sequence[Timex]) -> str:
    """The day on which it was said or decided: that of the nearest telling clause with a day, or the report's."""
    for told in tellers:
        when = timexes[told.timex].when if told.timex is not None else None
        if when is not None and when.days == 1 and (not record.reported_on or when.start <= record.reported_on):
            return when.start
    return record.reported_on


def _maker(record: Record, voices: Voices, told: Event | None) -> str | None:
    """Who asks, promises, decides or foresees; a place does none of that."""
    event = record.event
    if record.kind in ("request", "prediction", "promise"):
        if told is not None and told.head is not None and told.head.start < (event.head or told.head).start:
            inside = voices.actors(told.start, told.head.start) or voices.actors(record.sentence.start, told.head.start)
            if inside and told.lemma in REQUESTS | PROMISES | PREDICTIONS:
                spoken = voices.teller(told)
                return spoken or next((one for one in reversed(inside) if voices.is_person(one)), inside[-1])
        speaker = voices.teller(event)
        if speaker:
            return speaker
        if told is not None and told.head is not None:
            spoken = voices.teller(told)
            inside = voices.actors(told.start, told.head.start)
            return spoken or (inside[-1] if inside else None)
        return None
    if event.head is None:
        return None
    inside = voices.actors(event.start, event.head.start) or voices.actors(record.sentence.start, event.head.start)
    return inside[0] if inside else voices.teller(event)


def _kind(record: Record, told: Event | None) -> CommitmentKind:
    cue = record.cue.split()
    from_cue = {told_by(word) for word in cue}
    if record.status == "requested":
        return "request"
    if from_cue & PROMISES:
        return "promise"
    if from_cue & DECISIONS:
        return "decision"
    if from_cue & PREDICTIONS or record.status == "expected":
        return "prediction"
    if told is not None and told.lemma in ("confirm", "decide", "approve", "agree", "announce"):
        return "decision"
    return "plan"


_ENDINGS = ("ed", "es", "s", "d", "ing")


@lru_cache(maxsize=4096)
def told_by(word: str) -> str:
    """The verb or noun of asking, promising, deciding or foreseeing that a cue's word is a form of."""
    for table in (PROMISES, DECISIONS, PREDICTIONS, REQUESTS):
        for stem in (
            word,
            *(word.removesuffix(end) for end in _ENDINGS),
            *(word.removesuffix(end) + "e" for end in _ENDINGS),
        ):
            if stem in table:
                return stem
    return word


_MORE = re.compile(r"\b(another|one more|two more|three more|six more)\s(day|week|month|year)s?\b", re.IGNORECASE)
_COUNTS = {"two more": 2, "three more": 3, "six more": 6}
_DAYS_OF = {"day": 1, "week": 7, "month": 30, "year": 365}
_SPAN = re.compile(r"P(\d+)([DWMY])$")


def _when(event: Event, timexes: Sequence[Timex]) -> DateSpan | None:
    """The time that dates an event; of what is moved "until May" May itself, not the time up to it."""
    if event.timex is None:
        return None
    timex = timexes[event.timex]
    if event.rule == "moved to" and timex.when is not None and "/" in timex.when.value:
        return date_span(timex.value.rpartition("/")[2], timex.mod) or timex.when
    return timex.when


_WHEN = re.compile(r"\s*,?\s+when\b")


def _when_clause(record: Record, voices: Voices) -> DateSpan | None:
    """The day that a "when" clause takes over: "due on Friday, when astronauts will catch it"."""
    head = record.event.head
    if head is None:
        return None
    for timex in voices.timexes(record.sentence.start, head.start):
        found = _WHEN.match(record.report.text, timex.end, head.start)
        if found and head.start - found.end() < 60:
            return timex.when
    return None


def _until(record: Record, voices: Voices) -> str:
    """The last day that it reaches to: its due day, or its making and a duration in its clause ("another month")."""
    if record.due is not None:
        return record.due.end
    head = record.event.head
    if head is None or not record.made:
        return ""
    for timex in voices.timexes(head.end, record.sentence.end):
        found = _SPAN.match(timex.value) if timex.type == "DURATION" else None
        if found:
            days = int(found[1]) * {"D": 1, "W": 7, "M": 30, "Y": 365}[found[2]]
            return (dt.date.fromisoformat(record.made) + dt.timedelta(min(days, 36500))).isoformat()
    more = _MORE.search(record.report.text, head.end, min(record.sentence.end, head.end + OWN_REACH))
    if more:
        count = _COUNTS.get(more[1].lower(), 1)
        days = count * _DAYS_OF[more[2].lower().rstrip("s")]
        return (dt.date.fromisoformat(record.made) + dt.timedelta(days)).isoformat()
    return ""


def day_of(iso: str) -> DateSpan | None:
    """The span of one day given as ISO text; None for ""."""
    return day_span(dt.date.fromisoformat(iso)) if iso else None
