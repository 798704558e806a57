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
from dateline.weave.commitments.actions import FRAMES, NOUNS, WITH_OBJECT, action_of, framed
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
INTENTS = frozenset("plan intend aim propose offer prepare hope".split())
DECISIONS = frozenset("decide decision agree agreement resolution ruling verdict order approve vote resolve".split())
PREDICTIONS = frozenset("expect anticipate forecast predict foresee hope".split())
_IF = frozenset("if unless whether".split())
_MAYBE = frozenset("could may might can would should".split())

FEW = 10
"""Reports added to the count when a word's rarity is judged: in a pile of three, "all have it" proves little."""

SMALL = 12
"""Reports of a pile so small that a bare plan ("the vote will be held on Friday") can mean but one thing in it."""

LONG_DUE = 2000
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
                if "still" in telling.text and STILL.search(telling.text):
                    self._still(Record(order, number, group, telling, event))
            record = Record(order, number, group, telling, event)
            if _fill(record, voices, beside[event.sentence], notes.timexes):
                if event.rule == "noun" and event.status in NOT_YET and record.action not in NOUNS:
                    continue
                ahead = record.status in NOT_YET or record.due is not None
                (self.plans if ahead else self.deeds).append(record)
        return set(content_words(report.text))

    def _still(self, record: Record) -> None:
        if not self.wanting or self.wanting[-1].telling is not record.telling:
            self.wanting.append(record)


def _rarity(reports: int, total: int) -> float:
    return math.log(total / max(reports, 1)) / math.log(total)


STILL = re.compile(r"\bstill\s+(?:(?:had|have|has|were|was|is|are)\s+)?(?:no|without|lack\w*|waiting for|short of)\b")
"""What is still wanting."""


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
    head_end = record.head_end
    own_end = record.own_end if event.lemma in WITH_OBJECT else record.sentence.end
    record.action = action_of(event.lemma, text, min(event.start, head_end), head_end, own_end)
    if event.lemma in _GIVEN and event.status in ("happened", "reported") and _gives(record, beside):
        record.status = "planned"
    ahead = record.status in NOT_YET or event.status in ("postponed", "cancelled")
    if ahead and event.head and (event.lemma in FRAMES or record.action == "proceed"):
        thing = framed(text, record.sentence.start, event.head.start, head_end, record.own_end)
        record.action = thing or record.action
    if not record.action:
        return False
    record.cue = text[event.cue.start : event.cue.end].lower() if event.cue else ""
    if record.status != event.status and event.head:
        record.cue = text[event.head.start : head_end].lower()
    when = _when(event, timexes)
    record.timed = when is not None
    if not ahead and event.rule != "moved to":
        record.made = record.reported_on
        record.day = _day(record, when)
        return record.day <= record.reported_on
    tellers = _tellers(event, beside)
    told = tellers[0] if tellers else None
    record.made = _made(record, tellers, timexes)
    if record.status in NOT_YET or (event.status in ("postponed", "cancelled") and event.rule in WAS_TO_BE):
        if record.status == event.status:
            record.due = _ahead(record, when, timexes)
        record.due = record.due or _when_clause(record, voices) or _within(record)
        record.by_then = _by_then(record, timexes)
        record.voiced = _voiced(record, tellers) or record.status != event.status
        record.anaphor = bool(_ANAPHOR.match(text, head_end))
        record.also = _also(record, beside)
        record.kind = _kind(record, told)
        record.by = _maker(record, voices, told)
        record.beside = event.rule == "verb" and any(
            other.timex is not None and other.status in ("planned", "postponed") and other.start < event.start
            for other in beside
        )
        record.until = _until(record, voices)
    else:
        record.day = _day(record, when)
        if record.day > record.reported_on:
            return False  # told of a day to come as if done: misread, or a report of unknown day
    return True


def _day(record: Record, when: DateSpan | None) -> str:
    """The day of a deed, "" where it names none; what is turned down today for a day to come names none."""
    day = when.start if when is not None and when.days <= 7 else ""
    return "" if day > record.reported_on and record.status == "denied" else day


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
        if told.status == "happened" and told.head and told.head.start < record.head_end and _aside(record, told):
            continue
        when = timexes[told.timex].when if told.timex is not None else None
        if when is not None and when.days == 1 and (not record.reported_on or when.start <= record.reported_on):
            return when.start
    return record.reported_on


_GIVEN = frozenset("promise pledge vow threaten".split())
"""Verbs whose plain object is what is promised: "promised new rules"."""

_OBJECT = re.compile(r"\s+(?!to\b|that\b|him\b|her\b|them\b|it\b|he\b|she\b|they\b|on\b|in\b|not\b)[^\W\d_]")


def _gives(record: Record, beside: Sequence[Event]) -> bool:
    """Whether a verb of promising has a plain object and no clause of its own."""
    event = record.event
    if event.head is None or event.negated or record.telling.voices.quoted(event.head.start):
        return False
    if not _OBJECT.match(record.report.text, event.head.end):
        return False
    return not any(other.cue == event.head or other.start == event.end for other in beside if other is not event)


_WEEK = 7
_TO_HAVE = re.compile(r"\bto have\s\w")
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)


def _ahead(record: Record, when: DateSpan | None, timexes: Sequence[Timex]) -> DateSpan | None:
    """The due day; a bare weekday that was read as past is the next one: "would have results by Thursday"."""
    event = record.event
    if when is None or event.timex is None or not record.made or when.days > 1:
        return when
    timex = timexes[event.timex]
    if event.rule == "was set for" and when.start > record.made and _TO_HAVE.search(record.own_text):
        earlier = (dt.date.fromisoformat(when.start) - dt.timedelta(_WEEK)).isoformat()
        return day_of(earlier) if _WEEKDAY.match(record.report.text, timex.start) else when
    if when.end >= record.made:
        return when
    later = (dt.date.fromisoformat(when.start) + dt.timedelta(_WEEK)).isoformat()
    if event.status in NOT_YET and later >= record.made and _WEEKDAY.match(record.report.text, timex.start):
        return day_of(later)
    return when


_ASIDE = re.compile(r"\b(?:since|after|when|while|because|where|before|until|as)\b", re.IGNORECASE)


def _aside(record: Record, told: Event) -> bool:
    """Whether a clause before the plan only tells when or why: "since he quit on July 3, said she would"."""
    head = told.head.start if told.head else told.start
    return bool(_ASIDE.search(record.report.text, max(record.sentence.start, told.start - 7), head))


_ANAPHOR = re.compile(r"\s+(?:one|him|her|them|it|this|that)\b")
_NOBODY = frozenset("it there that this which you they who people".split())


def _voiced(record: Record, tellers: Sequence[Event]) -> bool:
    """Whether somebody, by name or not, is told as the one who asks, promises, plans or foretells."""
    event, text = record.event, record.report.text
    if event.by is not None:
        return text[event.by.start : event.by.end].lower() not in _NOBODY
    spoken = REQUESTS | PROMISES | PREDICTIONS | INTENTS | DECISIONS
    for told in tellers:
        if told.head is not None and told.lemma in spoken and text[told.start : told.head.start].strip():
            return True
    cue = event.cue
    return cue is not None and cue.start > record.sentence.start + 2 and told_by(record.cue) in spoken


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


_WITHIN = re.compile(
    r"\b(?:within|in) (?:the next )?(?P<count>a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d+) "
    r"(?P<unit>day|week|month|year)s?\b(?!['’]| ago| earlier| later| after)",
    re.IGNORECASE,
)
_NUMBERS = {word: n for n, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}


def _within(record: Record) -> DateSpan | None:
    """The time from its making that a plan gives itself: "within two weeks"."""
    if not record.made or record.lemma == "follow":
        return None  # "a decision would follow within two weeks": of what it follows
    stop = min(record.head_end + OWN_REACH, record.event.end + 40, record.sentence.end)
    found = _WITHIN.search(record.report.text, record.head_end, stop)
    if found is None:
        return None
    count = _NUMBERS.get(found["count"].lower(), 1) if not found["count"].isdigit() else int(found["count"])
    last = dt.date.fromisoformat(record.made) + dt.timedelta(min(count, 99) * _DAYS_OF[found["unit"].lower()])
    return date_span(f"{record.made}/{last.isoformat()}")


_BY = re.compile(r"\b(?:by|before|within|no later than)\s(?:the\s)?$", re.IGNORECASE)


def _by_then(record: Record, timexes: Sequence[Timex]) -> bool:
    """Whether the due day is the last of many that will do."""
    if record.event.timex is None:
        return record.due is not None
    timex = timexes[record.event.timex]
    text = record.report.text
    low = text[timex.start : timex.start + 7].lower()
    return bool(_BY.search(text, max(record.sentence.start, timex.start - 16), timex.start)) or low.startswith(
        ("by ", "before ", "within ")
    )


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
    for table in (PROMISES, DECISIONS, PREDICTIONS, REQUESTS, INTENTS):
        for stem in (
            word,
            *(word.removesuffix(end) for end in _ENDINGS),
            *(word.removesuffix(end) + "e" for end in _ENDINGS),
            word.removesuffix("ed")[:-1],  # "planned"
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
