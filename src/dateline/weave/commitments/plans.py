"""What the reports plan and what they tell as done, each as one comparable record."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from dateline.model.annotations import Annotated, EntityKind, Event, Sentence, Timex
from dateline.model.dates import DateSpan, day_span
from dateline.model.evidence import Evidence, cite
from dateline.model.material import Material
from dateline.model.story import CommitmentKind
from dateline.text.words import content_words
from dateline.weave.commitments.actions import FRAMES, action_of, framed, saying, things_of
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

_STOP = re.compile(r"[,;:\"“”()]|\s--?\s|\s–\s")
_OWN_REACH = 160
"""Characters after a head whose words count as its own: object and complement, not the rest of the sentence."""

FEW = 6
"""Reports added to the count when a word's rarity is judged: in a pile of three, "all have it" proves little."""

LONG_DUE = 800
"""Days. A plan due within a stretch longer than this (a decade, "the coming years") cannot be checked."""


class Record:
    """An event of a report, ready to be compared. Days are ISO strings; "" where unknown."""

    __slots__ = (
        "action", "beside", "by", "cue", "day", "due", "entities", "event", "group", "kind", "lemma", "made", "number",
        "order", "own", "position", "report", "reported_on", "sentence", "status", "things", "timed", "until", "words",
    )  # fmt: skip

    def __init__(self, order: int, number: int, annotated: Annotated, event: Event, sentence: Sentence) -> None:
        self.order, self.number = order, number
        self.report = annotated.report
        self.event, self.sentence = event, sentence
        self.status = event.status
        self.lemma = event.lemma
        self.group = self.report.id
        self.position = event.sentence
        self.reported_on = self.report.day.isoformat() if self.report.day else ""
        self.action = ""
        self.own: frozenset[str] = frozenset()
        self.words: frozenset[str] = frozenset()
        self.things: frozenset[str] = frozenset()
        self.entities: frozenset[str] = frozenset()
        self.by: str | None = None
        self.cue = ""
        self.kind: CommitmentKind = "plan"
        self.due: DateSpan | None = None
        self.until = ""
        self.made = ""
        self.day = ""
        self.timed = False
        self.beside = False

    def cite(self) -> Evidence:
        """The sentence; or, where the sentence holds other plans before it, from the noun that governs this one."""
        cue = self.event.cue
        if self.beside and cue is not None and self.sentence.start < cue.start < self.event.start + 1:
            return cite(self.report, cue.start, self.event.end)
        return cite(self.report, self.sentence.start, self.sentence.end)

    @property
    def text(self) -> str:
        return self.report.text[self.sentence.start : self.sentence.end]

    @property
    def own_text(self) -> str:
        """The words of the clause itself, with what precedes its head."""
        return self.report.text[self.event.start : self.event.end]


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
        total = len(material.reports) + FEW
        self.given_up = [deed for deed in self.deeds if deed.lemma in GIVING_UP]
        self._common = {word: count / total for word, count in seen.items()}

    def rarity(self, word: str) -> float:
        """1 for a word of few reports, down to 0.3 for one that all have: it tells nothing apart."""
        return 1 - 0.7 * math.sqrt(min(1.0, self._common.get(word, 0.0)))

    def _read(self, order: int, annotated: Annotated, material: Material, kinds: Mapping[str, EntityKind]) -> set[str]:
        voices = Voices(annotated, material.identities, kinds)
        notes, report = annotated.notes, annotated.report
        group = material.text_group.get(report.id, report.id)
        words: set[str] = set()
        cached: dict[int, tuple[frozenset[str], frozenset[str]]] = {}
        by_sentence: dict[int, list[Event]] = {}
        for event in notes.events:
            by_sentence.setdefault(event.sentence, []).append(event)
        for number, event in enumerate(notes.events):
            sentence = notes.sentences[event.sentence]
            if sentence.kind != "body":
                continue
            if event.sentence not in cached:
                told = report.text[sentence.start : sentence.end]
                cached[event.sentence] = frozenset(content_words(told)), things_of(told)
                words |= cached[event.sentence][0]
            record = Record(order, number, annotated, event, sentence)
            record.group = group
            record.words, record.things = cached[event.sentence]
            if event.timex is not None and _coarser(event, by_sentence[event.sentence], notes.timexes):
                continue
            if _STILL.search(report.text, sentence.start, sentence.end):
                self._still(record)
            if _fill(record, voices, by_sentence[event.sentence], notes.timexes):
                ahead = event.status in NOT_YET or record.due is not None
                (self.plans if ahead else self.deeds).append(record)
        return words

    def _still(self, record: Record) -> None:
        if not self.wanting or self.wanting[-1].sentence is not record.sentence:
            self.wanting.append(record)


_STILL = re.compile(r"\b(?:still|yet|failed|missed|no sign)\b", re.IGNORECASE)


def _coarser(event: Event, beside: Sequence[Event], timexes: Sequence[Timex]) -> bool:
    """Whether a sharper time dates the same head: "on June 14, a week later than planned"."""
    mine = timexes[event.timex or 0].when
    for other in beside:
        if other is event or other.timex is None or other.head != event.head or mine is None:
            continue
        when = timexes[other.timex].when
        if when is not None and when.days < mine.days and not (when.start > mine.end or when.end < mine.start):
            return True
        if (
            when is not None
            and when.days < mine.days
            and other.start <= event.start
            and other.timex < (event.timex or 0)
        ):
            return True
    return False


def _fill(record: Record, voices: Voices, beside: Sequence[Event], timexes: Sequence[Timex]) -> bool:
    """Completes a record; False where it tells no action."""
    event, text = record.event, record.report.text
    head_end = event.head.end if event.head else event.start
    stop = _STOP.search(text, head_end, min(head_end + _OWN_REACH, record.sentence.end))
    own_end = max(stop.start() if stop else min(head_end + _OWN_REACH, record.sentence.end), head_end)
    record.action = action_of(event.lemma, text, min(event.start, head_end), head_end, own_end)
    ahead = event.status in NOT_YET or event.status in ("postponed", "cancelled")
    if ahead and event.lemma in FRAMES and event.head:
        thing = framed(text, record.sentence.start, event.head.start, head_end, own_end)
        record.action = thing or record.action
    if not record.action:
        return False
    own_start = min(event.start, head_end)
    record.own = frozenset(content_words(text[own_start:own_end])) - saying(record.action, event.lemma)
    record.entities = frozenset(voices.entities(record.sentence.start, record.sentence.end)) | _meant(record, voices)
    record.cue = text[event.cue.start : event.cue.end].lower() if event.cue else ""
    when = timexes[event.timex].when if event.timex is not None else None
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
        record.by = voices.teller(event)
        record.day = when.start if when is not None and when.days <= 7 else ""
        if record.day > record.reported_on:
            return False  # told of a day to come as if done: misread, or a report of unknown day
    return True


_PRONOUN = re.compile(r"(?:he|she|they|it)\b", re.IGNORECASE)


def _meant(record: Record, voices: Voices) -> frozenset[str]:
    """Whom a sentence that opens with a pronoun speaks of: the first person or body named in the one before."""
    if not _PRONOUN.match(record.report.text, record.sentence.start) or record.event.sentence == 0:
        return frozenset()
    before = voices.notes.sentences[record.event.sentence - 1]
    return frozenset(voices.actors(before.start, before.end)[:1])


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
            inside = voices.actors(min(told.start, record.sentence.start), told.head.start)
            if inside and told.lemma in REQUESTS | PROMISES | PREDICTIONS:
                spoken = voices.teller(told)
                return spoken or inside[0]
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
    more = _MORE.search(record.report.text, head.end, min(record.sentence.end, head.end + _OWN_REACH))
    if more:
        count = _COUNTS.get(more[1].lower(), 1)
        days = count * _DAYS_OF[more[2].lower().rstrip("s")]
        return (dt.date.fromisoformat(record.made) + dt.timedelta(days)).isoformat()
    return ""


def day_of(iso: str) -> DateSpan | None:
    """The span of one day given as ISO text; None for ""."""
    return day_span(dt.date.fromisoformat(iso)) if iso else None
