"""One event of a report as a comparable record, and its sentence, which several records share.

Words, things and names are worked out when first asked for: of the many deeds of a story few are ever compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from dateline.model.annotations import Event, Sentence
from dateline.model.dates import DateSpan
from dateline.model.evidence import Evidence, cite
from dateline.model.story import CommitmentKind
from dateline.text.words import content_words
from dateline.weave.commitments.actions import saying, things_of
from dateline.weave.voices import Voices

OWN_REACH = 160
"""Characters after a head whose words count as its own: object and complement, not the rest of the sentence."""

BETWEEN = 40
"""Characters that may lie between a governing word and an infinitive, as its subject."""

OPENING = 50
"""Characters at a sentence's start that name whom a later "they" stands for."""

NEAR_START = 2
"""Characters from a sentence's start within which its pronoun means somebody of the sentence before."""

FULL = 2
"""Words below which a clause says nothing but its action and day; then those of its sentence stand in."""

DOER_REACH = 60
"""Characters before a governing word in which its subject stands."""

_NONE = re.compile(r"(?:no|none|nobody|neither|not (?:one|a single))\b", re.IGNORECASE)
_STOP = re.compile(
    r"[\s,;:\"“”()](?:(?<=\s)(?:--?|–|because|after|although|though|while|unless|but|whereas|which|who)\s"
    r"|(?<=,)(?!\d)|(?<=[;:\"“”()]))"
)
_PRONOUN = re.compile(r"(?:he|she|they|it)\b", re.IGNORECASE)


class Telling:
    """A sentence: its words, the actions that they name, the people, bodies and places in it."""

    __slots__ = ("_entities", "_things", "_words", "index", "report", "reported_on", "sentence", "text", "voices")

    def __init__(self, voices: Voices, index: int, sentence: Sentence) -> None:
        self.voices, self.report, self.index, self.sentence = voices, voices.report, index, sentence
        self.text = voices.report.text[sentence.start : sentence.end]
        self.reported_on = voices.reported_on
        self._words: frozenset[str] | None = None
        self._things: frozenset[str] | None = None
        self._entities: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        """The stems of its content words."""
        if self._words is None:
            self._words = frozenset(content_words(self.text))
        return self._words

    @property
    def things(self) -> frozenset[str]:
        """The actions that its words name."""
        if self._things is None:
            self._things = things_of(self.text)
        return self._things

    @property
    def meant(self) -> list[str]:
        """The stems of the name that a pronoun at its start stands for: the first of the sentence before."""
        if not self.index:
            return []
        before = self.voices.notes.sentences[self.index - 1]
        names = self.voices.names(before.start, before.end)
        return content_words(self.report.text[names[0][0] : names[0][1]]) if names else []

    @property
    def entities(self) -> frozenset[str]:
        """Whom and what it names; where it opens with a pronoun also the first one named in the sentence before."""
        if self._entities is None:
            found = frozenset(self.voices.entities(self.sentence.start, self.sentence.end))
            if self.index and _PRONOUN.match(self.text):
                before = self.voices.notes.sentences[self.index - 1]
                found |= frozenset(self.voices.actors(before.start, before.end)[:1])
            self._entities = found
        return self._entities


class Record:
    """An event of a report, ready to be compared. Days are ISO strings; "" where unknown.

    ``made``: the day on which it was said or decided. ``day``: of a deed, the day that it names. ``due``: of a plan.
    ``until``: the last day that a plan reaches to. ``voiced``: somebody asks, promises or foretells it, named or not.
    ``late``: fills what only plans have, from ``also`` to ``voiced``, when any of it is first asked for.
    ``cue_verb``: a verb governs it ("plans to") and no noun ("the plans to"). ``by_then``: due by a day,
    so that an earlier one will do. ``anaphor``: its object is a pronoun ("question him"). ``also``: actions that do it
    in other words ("decide whether to open": to open). ``own``: the stems of its clause but for those that name the
    action. ``part``: its share of a sentence that asks for several things. ``theme``: see
    :mod:`dateline.weave.commitments.roles`.
    """

    __slots__ = (
        "_own", "_own_end", "_subjects", "action", "also", "anaphor", "bare", "beside", "by", "by_then", "cue",
        "cue_verb", "day", "due", "event", "group", "head_end", "kind", "late", "lemma", "made", "number", "order",
        "part", "position", "report", "reported_on", "sentence", "status", "telling", "theme", "timed", "until",
        "voiced",
    )  # fmt: skip

    also: tuple[str, ...]
    anaphor: bool
    beside: bool
    by: str | None
    by_then: bool
    cue_verb: bool
    until: str
    voiced: bool

    def __init__(self, order: int, number: int, group: str, telling: Telling, event: Event) -> None:
        self.order, self.number, self.group = order, number, group
        self.telling, self.report, self.event = telling, telling.report, event
        self.sentence, self.reported_on = telling.sentence, telling.reported_on
        self.status, self.lemma = event.status, event.lemma
        self.position = event.sentence
        self.head_end = event.head.end if event.head else event.start
        self.kind: CommitmentKind = "plan"
        self.due: DateSpan | None = None
        self.action = self.cue = self.made = self.day = ""
        self.timed = self.bare = False
        self.late: Callable[[Record], None] | None = None
        self._own: frozenset[str] | None = None
        self._own_end: int | None = None
        self._subjects: frozenset[str] | None = None
        self.theme: frozenset[str] | None = None
        self.part: tuple[int, int] | None = None

    def __getattr__(self, name: str) -> Any:
        if name not in _OF_PLANS:
            raise AttributeError(name)
        if self.late is None:
            return _OF_PLANS[name]
        late, self.late = self.late, None
        late(self)
        return getattr(self, name)

    @property
    def own(self) -> frozenset[str]:
        """The stems of the clause, without those of the action itself; of a bare clause those of its sentence."""
        if self._own is None:
            said = saying(self.action, self.lemma)
            text, start = self.report.text, self.own_start
            words = content_words(text[start : self.own_end])
            if _PRONOUN.match(text, start):
                words += content_words(text[self.sentence.start : min(start, self.sentence.start + OPENING)])
                if start - self.sentence.start < NEAR_START:
                    words += self.telling.meant
            if self.event.head:
                said |= frozenset(content_words(text[self.event.head.start : self.event.head.end]))
            own = frozenset(word for word in words if not (word.isdigit() and len(word) < 3)) - said
            self.bare = len(own) < FULL
            self._own = self.telling.words - said if self.bare else own
        return self._own

    @property
    def words(self) -> frozenset[str]:
        return self.telling.words

    @property
    def things(self) -> frozenset[str]:
        return self.telling.things

    @property
    def entities(self) -> frozenset[str]:
        return self.telling.entities

    @property
    def subjects(self) -> frozenset[str]:
        """The people and bodies named in its clause before the head: who does it."""
        if self._subjects is None:
            head = self.event.head.start if self.event.head else self.event.start
            self._subjects = (
                frozenset(self.telling.voices.actors(self.own_start, head)) if head > self.own_start else frozenset()
            )
        return self._subjects

    @property
    def entity_words(self) -> frozenset[str]:
        """The stems of the names that its sentence holds for the people and bodies who do it."""
        voices = self.telling.voices
        names = voices.names(self.sentence.start, self.sentence.end)
        return frozenset(word for start, end in names for word in content_words(self.report.text[start:end]))

    @property
    def negated(self) -> bool:
        """Whether it is told as not done: by its verb, or by a subject like "no boats"."""
        if self.event.negated or self.event.head is None:
            return self.event.negated
        start = self.own_start
        return _NONE.match(self.report.text, start, max(start, self.event.head.start)) is not None

    @property
    def doer_words(self) -> frozenset[str]:
        """The stems of who is to do it where the clause itself has no subject: "the crews voted to walk out"."""
        cue, head = self.event.cue, self.event.head
        if cue is None or head is None or cue.start <= self.sentence.start or cue.start >= head.start:
            return frozenset()
        before = self.report.text[max(self.sentence.start, cue.start - DOER_REACH) : cue.start]
        return frozenset(content_words(before.rpartition(",")[2]))

    @property
    def places(self) -> frozenset[str]:
        """The places that its sentence names."""
        return frozenset(one for one in self.entities if self.telling.voices.is_place(one))

    @property
    def text(self) -> str:
        """The whole sentence."""
        return self.telling.text

    @property
    def own_text(self) -> str:
        """The words of the clause, with what precedes its head."""
        return self.report.text[self.event.start : self.event.end]

    @property
    def own_start(self) -> int:
        """Where the clause's own words begin; of "expected schools to open" right after "expected"."""
        cue, start = self.event.cue, min(self.event.start, self.head_end)
        if cue is not None and 0 < start - cue.end < BETWEEN:
            return cue.end
        return start

    @property
    def own_end(self) -> int:
        """Where the clause's own words end: the next comma or quotation mark, at most OWN_REACH on."""
        if self.part is not None:
            return self._stop(self.part[1])
        if self._own_end is None:
            self._own_end = self._stop(self.sentence.end)
        return self._own_end

    def _stop(self, end: int) -> int:
        last = min(self.head_end + OWN_REACH, end)
        stop = _STOP.search(self.report.text, self.head_end, last)
        return max(stop.start() if stop else last, self.head_end)

    def cite(self) -> Evidence:
        """The sentence; or, where the sentence holds other plans before it, from the noun that governs this one."""
        if self.part is not None:
            return cite(self.report, *self.part)
        cue = self.event.cue
        if self.beside and cue is not None and self.sentence.start < cue.start < self.event.start + 1:
            return cite(self.report, cue.start, self.event.end)
        return cite(self.report, self.sentence.start, self.sentence.end)


_OF_PLANS: dict[str, Any] = {
    "also": (), "anaphor": False, "beside": False, "by": None, "by_then": False, "cue_verb": False, "until": "",
    "voiced": False,
}  # fmt: skip
"""What only plans have, as a deed has it."""
