"""The deeds of a story, indexed so that a thread looks at few of them, and how well one fits a thread."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from operator import itemgetter

import msgspec

from dateline.model.dates import shift
from dateline.model.story import CommitmentState, StepKind
from dateline.text.words import as_written
from dateline.weave.commitments.changes import Change, changes_of
from dateline.weave.commitments.classes import NOUNS
from dateline.weave.commitments.reading import Reading
from dateline.weave.commitments.records import Record
from dateline.weave.commitments.roles import kind_of_answer
from dateline.weave.commitments.threads import Thread

SAME_VERB = 0.4
"""What the very verb of the plan adds to the shared words: "expected to confirm", "confirmed"."""

EXACT = 0.5
"""What a deed told with a day of its own adds that is the very due day."""

SAME_NAME = 0.7
"""What a person or body in both sentences adds."""

BESIDE = 0.5
"""What a shared word counts that stands in the deed's sentence but not in its clause."""

SLACK = 1
"""Days by which a deed may miss the due day and still be it: time zones, a report of the day after."""

STALE = 45
"""Days after its making in which an undated plan is held to be settled by a deed of the same kind."""

AFTER = 4
"""Days after the due day in which a report's undated news may tell the outcome."""

ALONE = 2
"""Deeds of an action up to which it stands for one thing in a small pile."""

GIVEN_UP_LATE = 400
"""Days in which a plan without a due day may be given up; a takeover takes a year."""

SHOWN = 4
"""Shared words that a reason names."""


_GAVE_UP = re.compile(
    r"\b(?:drop\w*|abandon\w*|scrap\w*|shelv\w*|ditch\w*|withdr\w*|revers\w*|walk\w* away from|pull\w* out of"
    r"|back\w* out of|gave up|giv\w+ up)\s+(?:on\s)?(?:(?:its|their|his|her|the|an?|all)\s)?(?:[^\s.;,]+\s){0,4}?"
    r"(?:bid|plans?|deal|offer|takeover|merger|purchase|attempt|effort|project|launch|strike|talks|idea|proposal"
    r"|decision|threat|appeal|lawsuit|claim|candidacy|campaign|demand)\b",
    re.IGNORECASE,
)
"""What is given up is a plan and no habit."""


TOLD = frozenset(("happened", "reported", "said"))
"""Statuses of what is told as done."""


class Finding(msgspec.Struct, frozen=True):
    """What a record does to a thread, and why that is held. ``strength``: to choose among findings."""

    what: StepKind
    state: CommitmentState
    record: Record
    reason: str
    strength: float


_place = itemgetter(0, 1, 2)


class Pool:
    """Records of one kind by action, each list by day."""

    def __init__(self, rows: Iterable[tuple[str, Record]]) -> None:
        found: dict[str, list[tuple[str, int, int, Record]]] = defaultdict(list)
        for action, record in rows:
            found[action].append((record.day or record.reported_on, record.order, record.number, record))
        self._rows = {action: sorted(rows, key=_place) for action, rows in found.items()}
        self._days = {action: [row[0] for row in rows] for action, rows in self._rows.items()}

    def count(self, action: str) -> int:
        """How many records an action has."""
        return len(self._days.get(action, ()))

    def near(self, action: str, thread: Thread, stale: int = STALE, early: int = 0) -> Iterator[Record]:
        """The records of an action that may follow the thread's first telling: not older, not far beyond its day.

        ``stale``: days after the due day, or the making where none is due, up to which a record counts. ``early``:
        days before the making from which the same report's own records count ("have asked", "rejected on Friday").
        """
        days = self._days.get(action)
        if not days:
            return
        made = thread.head.made
        last = max(thread.head.until, made)
        if not last:  # neither made nor due on a known day: nothing can be said to follow it
            return
        until = shift(last, stale)
        first = shift(made, -early) if early and made else made
        for row in self._rows[action][bisect_left(days, first) : bisect_right(days, until)]:
            if row[1] >= thread.head.order and (row[0] >= made or row[1] == thread.head.order):
                yield row[3]

    def of(self, actions: Iterable[str], thread: Thread) -> Iterator[Record]:
        """The same for several actions."""
        for action in actions:
            yield from self.near(action, thread)


class Deeds:
    """All that may settle a thread."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        told = [deed for deed in reading.deeds if deed.status in TOLD and deed.action]
        self.done = Pool((deed.action, deed) for deed in reading.deeds)
        self._told = told
        answers = [(kind, deed) for deed in reading.deeds if (kind := kind_of_answer(deed))]
        self._answers = Pool(answers if reading.small else ((f"{k} {w}", d) for k, d in answers for w in sorted(d.own)))
        self.on_day = Pool((deed.day or deed.reported_on, deed) for deed in told)
        self.wanting = Pool(("", record) for record in reading.wanting)
        self.given_up = Pool(("", deed) for deed in reading.given_up if _GAVE_UP.search(deed.text))
        self._changes = {id(change.record): change for change in changes_of(reading)}
        self._moving = Pool(
            (act, change.record) for change in self._changes.values() for act in sorted({*change.act, ""})
        )
        self.renounced = Pool((plan.action, plan) for plan in reading.plans if plan.event.negated)
        self.negated = Pool(("", plan) for plan in reading.plans if plan.event.negated and plan.due is not None)
        self._asked_in = Counter((plan.order, plan.position) for plan in reading.plans if plan.status == "requested")
        self.asked = Pool((plan.action, plan) for plan in reading.plans if plan.status == "requested")
        self.decided = Pool(
            (plan.action, plan)
            for plan in reading.plans
            if plan.kind in ("decision", "plan") and plan.status == "planned"
        )

    @cached_property
    def things(self) -> Pool:
        """Deeds by the things that their sentences name."""
        return Pool((thing, deed) for deed in self._told for thing in sorted(deed.things & NOUNS))

    @cached_property
    def _planned(self) -> Counter[str]:
        """How many plans an action has."""
        return Counter(plan.action for plan in self.reading.plans if plan.due is not None or plan.voiced)

    def answering(self, kind: str, thread: Thread, stale: int, early: int) -> Iterator[Record]:
        """The answers of a kind that may be to an asking: in a small pile all that follow it, else those that share a
        word of its clause."""
        if self.reading.small:
            yield from self._answers.near(kind, thread, stale, early)
            return
        found = {
            id(deed): deed for word in thread.own for deed in self._answers.near(f"{kind} {word}", thread, stale, early)
        }
        yield from sorted(found.values(), key=lambda deed: (deed.order, deed.number))

    def changes(self, thread: Thread, acts: Iterable[str]) -> Iterator[Change]:
        """The changes that may be of a plan: in a small pile all that follow it, else those of its action."""
        seen: set[int] = set()
        for act in ("",) if self.reading.small else sorted(set(acts)):
            for record in self._moving.near(act, thread):
                if id(record) not in seen:
                    seen.add(id(record))
                    yield self._changes[id(record)]

    def crowded(self, plan: Record) -> bool:
        """Whether the sentence of a request holds another one, so that its words tell nothing."""
        return self._asked_in[plan.order, plan.position] > 1

    def alone(self, action: str) -> bool:
        """Whether an action names one plan and next to no other deed of the story."""
        return self._planned[action] <= 1 and self.done.count(action) <= ALONE

    def shared(self, thread: Thread, record: Record) -> float:
        """How much a record has in common with a thread: rare words, the verb, the people and bodies."""
        near = thread.own & record.own
        beside = (thread.own & record.words) - near
        rarity = self.reading.rarity
        score = sum(rarity(word) for word in near) + BESIDE * sum(rarity(word) for word in beside)
        due = thread.due
        score += EXACT * (due is not None and due.start == due.end == record.day)
        score += SAME_VERB * (thread.head.lemma == record.lemma)
        return score + SAME_NAME * self.reading.rarest_name(thread.entities & record.entities)

    def same_doer(self, thread: Thread, record: Record) -> bool:
        """Whether both may have one subject: no two different people or bodies do the one thing."""
        mine, theirs = thread.head.subjects, record.subjects
        return not (mine and theirs) or bool(mine & theirs)

    def near_words(self, thread: Thread, record: Record) -> float:
        """The same for the words of the clauses alone."""
        return sum(self.reading.rarity(word) for word in thread.own & record.own)


_GOING = frozenset(("visit", "reach", "return", "land"))


def same_place(thread: Thread, record: Record) -> bool:
    """Whether a coming or going is to one place: no two different places are named."""
    if thread.head.action not in _GOING:
        return True
    mine, theirs = thread.head.places, record.places
    return not (mine and theirs) or bool(mine & theirs)


NEXT = 3
"""Days ahead up to which "next Thursday" may be the one of the week after."""


def a_week_on(thread: Thread, record: Record) -> bool:
    """Whether a deed was done on the day that "next Thursday", told a day or three before one, meant after all."""
    due, head = thread.due, thread.head
    if due is None or due.days > 1 or head.event.timex is None or record.day != shift(due.end, 7):
        return False
    rule = head.telling.voices.notes.timexes[head.event.timex].rule
    return rule.startswith("next-weekday") and bool(head.made) and due.end <= shift(head.made, NEXT)


def in_time(thread: Thread, record: Record, after: int = AFTER) -> bool:
    """Whether a deed falls on the due day; without a due day, whether it comes later.

    ``after``: days after the due day in which a report's undated news counts.
    """
    due, made = thread.due, thread.head.made
    start = "" if due is None else made if made and thread.head.by_then else due.start
    if due is None:
        day = record.day or record.reported_on
        return bool(day) and day >= made and (record.order, record.number) != (thread.head.order, thread.head.number)
    if record.day:
        on_it = shift(start, -SLACK) <= record.day <= shift(due.end, SLACK) and record.day >= made
        return on_it or a_week_on(thread, record)
    return bool(record.reported_on) and start <= record.reported_on <= shift(due.end, after)


def common_words(thread: Thread, record: Record) -> str:
    """What the two have in common, in the words of the plan."""
    shared = thread.own & (record.own | record.words)
    named = as_written(shared, thread.head.text, SHOWN)
    return f" (both speak of {', '.join(named)})" if named else ""


@lru_cache(maxsize=16384)
def days(start: str, end: str, after: int) -> list[str]:
    """The days of a stretch and so many after it, ISO."""
    first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    return [(first + dt.timedelta(n)).isoformat() for n in range((last - first).days + after + 1)]
