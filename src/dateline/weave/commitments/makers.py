"""By whom and when: who asks, promises, decides or foresees, in which kind of act, and on which day it was told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.model.annotations import Event, Timex
from dateline.model.story import CommitmentKind
from dateline.weave.commitments.records import Record
from dateline.weave.commitments.roles import passive
from dateline.weave.commitments.words import DECISIONS, INTENTS, PREDICTIONS, PROMISES, REQUESTS, told_by
from dateline.weave.voices import Voices


def tellers_of(event: Event, beside: Sequence[Event]) -> list[Event]:
    """The statements and acts of its sentence by which an event may be told, nearest first."""
    if event.head is None:
        return []
    at = event.head.start
    before = [e for e in beside if e.head and e.head.start < at and e.status in ("said", "happened")]
    after = [e for e in beside if e.head and e.head.start > at and e.status == "said"]
    return before[::-1] + after


def made_on(record: Record, tellers: Sequence[Event], timexes: Sequence[Timex]) -> str:
    """The day on which it was said or decided: that of the nearest telling clause with a day, or the report's."""
    for told in tellers:
        if told.status == "happened" and told.head and told.head.start < record.head_end and _aside(record, told):
            continue
        when = timexes[told.timex].when if told.timex is not None else None
        if when is not None and when.days == 1 and (not record.reported_on or when.start <= record.reported_on):
            return when.start
    return record.reported_on


_ASIDE = re.compile(r"\b(?:since|after|when|while|because|where|before|until|as)\b", re.IGNORECASE)


def _aside(record: Record, told: Event) -> bool:
    """Whether a clause before the plan only tells when or why: "since he quit on July 3, said she would"."""
    head = told.head.start if told.head else told.start
    return bool(_ASIDE.search(record.report.text, max(record.sentence.start, told.start - 7), head))


_NOBODY = frozenset("it there that this which you they who people".split())


def voiced(record: Record, tellers: Sequence[Event]) -> bool:
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


def maker(record: Record, voices: Voices, told: Event | None) -> str | None:
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
    start, at = record.sentence.start, event.head.start
    if event.cue is not None and _REFUSES.search(
        record.report.text[max(start, event.cue.start - 40) : event.cue.start]
    ):
        return None  # whose plan it is that is turned down is not told
    if passive(record):
        return voices.teller(event)  # its subject does not do it
    inside = _doers(record, voices, event.start, at) or _doers(record, voices, start, at)
    return inside[0] if inside else voices.teller(event)


_REFUSES = re.compile(
    r"\b(?:refus|reject|block|stop|halt|oppos|prevent|dismiss|den(?=i)|suspend|overturn|veto)\w{0,5}\s"
    r"(?:[\w'’-]+\s){0,3}$",
    re.IGNORECASE,
)
_OBJECT = re.compile(r"\b(?:of|against|for|with|over|to|in|from|between|on|into|at)\s(?:the\s|an?\s)?$", re.IGNORECASE)
_ROLE = re.compile(
    r"(?:['’]s)?\s(?:chief|chair\w*|president|minister|secretary|director|head|leader|boss|official|lawyer|envoy|coach"
    r"|spokes\w+|executive|manager|general|commander|employee|officer|worker|player|captain|adviser)s?\b"
)


def _doers(record: Record, voices: Voices, start: int, end: int) -> tuple[str, ...]:
    """The actors of a stretch, but for those named in a role ("former bank chief") or as what a noun is of."""
    text = record.report.text
    found: dict[str, None] = {}
    for name, stop in voices.names(start, end):
        if not _OBJECT.search(text, max(record.sentence.start, name - 14), name) and not _ROLE.match(text, stop):
            found.update(dict.fromkeys(voices.actors(name, stop)))
    return tuple(found)


def kind_of(record: Record, told: Event | None) -> CommitmentKind:
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
