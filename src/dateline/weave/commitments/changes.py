"""What sentences tell as put off, brought forward or called off."""

from __future__ import annotations

import re

from dateline.model.dates import DateSpan
from dateline.text.words import content_words
from dateline.weave.commitments.actions import named_by, saying
from dateline.weave.commitments.classes import CANCELLING, POSTPONING
from dateline.weave.commitments.reading import Reading
from dateline.weave.commitments.records import Record
from dateline.weave.commitments.roles import theme

_ATTEMPTS = frozenset(content_words("attempt"))


class Change:
    """The change that a sentence tells. ``froms``: days named as those that were to be; ``to``: the new day."""

    __slots__ = ("act", "froms", "record", "things", "to", "words")

    def __init__(self, records: list[Record]) -> None:
        verbs = [one for one in records if one.lemma in _MOVING or _puts_back(one)]
        self.record = (verbs or records)[0]
        self.froms: list[DateSpan] = []
        self.to: DateSpan | None = None
        self.words: frozenset[str] = frozenset()
        self.act: frozenset[str] = frozenset()
        for one in records:
            if one.event.rule == "moved to":
                self.to = one.due
            elif one.status in ("postponed", "cancelled") and one.due is not None:
                self.froms.append(one.due)
            text = one.report.text[one.own_start : one.own_end]
            self.words |= theme(one) | one.own | frozenset(content_words(text))
            self.act |= {one.action} | (named_by(theme(one)) if one in verbs else frozenset())
        self.act -= {"postpone", "cancel", "end", ""}
        if self.words & _ATTEMPTS:
            self.act -= {"launch"}  # it may be one at anything
        self.things = frozenset(word for act in self.act for word in saying(act, act)) & self.words

    @property
    def off(self) -> bool:
        """Whether it is called off, not put off."""
        return self.record.status == "cancelled" or self.record.lemma in CANCELLING


_CHANGED = frozenset(("postponed", "cancelled"))
_MOVING = POSTPONING | frozenset(CANCELLING)


_PUTS = frozenset("put push move bring stand hold carry".split())
_BACK = re.compile(r"\s[^.;,]{0,60}?\b(?:back|forward|over)\s+(?:to|until|by|from)\b")


def _puts_back(record: Record) -> bool:
    """Whether something is put back or brought forward, with its name between: "put the opening back to June"."""
    return record.lemma in _PUTS and _BACK.match(record.report.text, record.head_end, record.own_end) is not None


_ASKED_FOR = frozenset("motion bid request application plea appeal call effort attempt petition".split())
"""Nouns of what is only sought: "a motion to delay her appearance"."""


def changes_of(reading: Reading) -> list[Change]:
    """The changes that the story's sentences tell as made or settled, in the order of the reports."""
    moving = [
        one
        for one in (*reading.deeds, *reading.plans)
        if one.status in _CHANGED
        or one.event.rule == "moved to"
        or ((one.lemma in _MOVING or _puts_back(one)) and one.status in ("happened", "reported", "planned"))
    ]
    found: dict[tuple[int, int], list[Record]] = {}
    for one in sorted(moving, key=lambda r: (r.order, r.number)):
        if not one.negated and not (one.status == "planned" and _ASKED_FOR & set(one.cue.split())):
            found.setdefault((one.order, one.position), []).append(one)
    return [Change(records) for records in found.values()]
