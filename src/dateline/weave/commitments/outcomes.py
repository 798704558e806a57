"""What became of a thread: kept, changed, declined, broken, or nothing that a report tells.

Each rule is a small function that answers with a finding or None. All of them ask that the telling is not older than
the plan, that it is told as a fact, and that action and matter agree; a false outcome is worse than none.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from dateline.model.dates import DateSpan
from dateline.model.story import CommitmentState, StepKind
from dateline.text.words import WORD, content_words
from dateline.weave.commitments.actions import OPPOSITES, REJECTING
from dateline.weave.commitments.plans import Reading, Record
from dateline.weave.commitments.threads import Thread, despite, same_due

ENOUGH = 1.0
"""Summed rarity of the words that a deed must share with a plan's own words (two or three words of the story)."""

CROSSED = 0.9
"""The same for a decision for the opposite: one word of the matter and a body or person in common."""

SAME_VERB = 0.4
"""What the very verb of the plan adds: "expected to confirm", "confirmed"."""

REFUSED = 0.6
"""The same for a plain refusal, which names the action that was asked for."""

SLACK = 1
"""Days by which a deed may miss the due day and still be it: time zones, a report of the day after."""

STALE = 45
"""Days after its making in which an undated plan is held to be settled by a deed of the same kind."""

AFTER = 4
"""Days after the due day in which a report's undated news may tell the outcome."""


_MEETS = frozenset(content_words("meeting meet met summit talks conference"))


class Finding(msgspec.Struct, frozen=True):
    """What a record does to a thread, and why that is held."""

    what: StepKind
    state: CommitmentState
    record: Record
    reason: str
    strength: float


class Deeds:
    """The deeds of a story by action, and each word's deeds, so that a thread looks at few."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.by_action: dict[str, list[Record]] = defaultdict(list)
        self.meeting: dict[str, list[Record]] = defaultdict(list)
        for deed in reading.deeds:
            self.by_action[deed.action].append(deed)
            if deed.words & _MEETS:
                self.meeting["meet"].append(deed)
        self.changes: dict[str, list[Record]] = defaultdict(list)
        for record in (*reading.deeds, *reading.plans):
            if record.status in ("postponed", "cancelled") or record.event.rule == "moved to":
                self.changes[record.action].append(record)
        self.asked: dict[str, list[Record]] = defaultdict(list)
        for plan in reading.plans:
            if plan.status == "requested":
                self.asked[plan.action].append(plan)
        self.decided: dict[str, list[Record]] = defaultdict(list)
        for plan in reading.plans:
            if plan.kind in ("decision", "plan") and plan.status == "planned":
                self.decided[plan.action].append(plan)

    def near(self, pool: dict[str, list[Record]], action: str, thread: Thread) -> Iterator[Record]:
        """The records of one action that may follow the thread's first telling."""
        made = thread.head.made
        last = _shift(thread.head.until or made, STALE)
        for record in pool.get(action, ()):
            day = record.day or record.reported_on
            if made <= day <= last and record.order >= thread.head.order:
                yield record


def finding(deeds: Deeds, thread: Thread) -> Finding | None:
    """What settles a thread: the strongest finding, the earliest of equals."""
    found = [f for rule in (_kept, _held, _broken, _refused, _crossed, _moved) for f in rule(deeds, thread)]
    if not found:
        return None
    return min(
        found, key=lambda f: (-f.strength, f.record.day or f.record.reported_on, f.record.order, f.record.number)
    )


def _shared(deeds: Deeds, thread: Thread, record: Record) -> float:
    words = thread.own & (record.own | record.words)
    near = thread.own & record.own
    rarity = deeds.reading.rarity
    score = sum(rarity(w) for w in near) + 0.5 * sum(rarity(w) for w in words - near)
    score += SAME_VERB * (thread.head.lemma == record.lemma)
    return score + 0.4 * bool(thread.entities & record.entities)


def _in_time(thread: Thread, record: Record) -> bool:
    """Whether a deed falls on the due day; without a due day, whether it comes soon after."""
    due, made = thread.due, thread.head.made
    if due is None:
        day = record.day or record.reported_on
        return bool(day) and day >= made and (record.order, record.number) != (thread.head.order, thread.head.number)
    if record.day:
        return _shift(due.start, -SLACK) <= record.day <= _shift(due.end, SLACK) and record.day >= made
    return bool(record.reported_on) and due.start <= record.reported_on <= _shift(due.end, AFTER)


def _kept(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    plan = thread.head
    if plan.status == "postponed":
        return
    for deed in deeds.near(deeds.by_action, plan.action, thread):
        if deed.event.negated or deed.status not in ("happened", "reported", "said") or not _in_time(thread, deed):
            continue
        if deed.order == plan.order and not (deed.timed and deed.day):
            continue
        shared = _shared(deeds, thread, deed)
        if shared >= ENOUGH + (0.5 if thread.due is None else 0.0):
            when = "on the day" if thread.due is not None and deed.day else "later"
            yield Finding("kept", "kept", deed, f"told as done {when}: {deed.lemma}{_words(thread, deed)}", shared)


def _held(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """A meeting that was to be is spoken of as under way: "ambassadors meeting in Brussels agreed"."""
    plan = thread.head
    if plan.action != "meet" or plan.status == "postponed" or thread.due is None:
        return
    for deed in deeds.near(deeds.meeting, "meet", thread):
        if deed.order > plan.order and deed.status in ("happened", "said", "reported") and _in_time(thread, deed):
            shared = _shared(deeds, thread, deed)
            if shared >= ENOUGH:
                yield Finding("kept", "kept", deed, f"those who were to meet met{_words(thread, deed)}", shared)


def _broken(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    plan = thread.head
    if plan.kind == "request" or thread.due is None:
        return
    for deed in deeds.near(deeds.by_action, plan.action, thread):
        if deed.event.negated and deed.status in ("happened", "reported") and deed.order > plan.order:
            shared = _shared(deeds, thread, deed)
            if shared >= ENOUGH + 0.5 and _in_time(thread, deed):
                yield Finding("broken", "broken", deed, f"told as not done: {deed.lemma}{_words(thread, deed)}", shared)


def _refused(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """Somebody says no to what was asked: "despite a request to wait", "did not want to wait", "rejected the call"."""
    plan = thread.head
    if plan.kind != "request":
        return
    for deed in deeds.near(deeds.by_action, plan.action, thread):
        if deed.status == "denied" and _shared(deeds, thread, deed) >= REFUSED:
            yield Finding("declined", "declined", deed, f"those asked would not {deed.lemma}", 2.0)
    for again in deeds.near(deeds.asked, plan.action, thread):
        if again.status == "requested" and despite(again) and _shared(deeds, thread, again) >= REFUSED:
            yield Finding("declined", "declined", again, f"done despite the request to {again.lemma}", 2.5)
    for action in sorted(REJECTING):
        for deed in deeds.near(deeds.by_action, action, thread):
            if deed.order == plan.order and deed.number <= plan.number:
                continue
            if {"request", "appeal", "call", "demand", "plea"} & deed.own and _shared(deeds, thread, deed) >= ENOUGH:
                yield Finding("declined", "declined", deed, f"{deed.lemma}: what was asked was turned down", 2.0)


def _crossed(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """A decision for the opposite, by an earlier day than was asked for."""
    plan = thread.head
    against = OPPOSITES.get(plan.action)
    if plan.kind != "request" or not against:
        return
    for action in sorted(against):
        for other in deeds.near(deeds.decided, action, thread):
            if other.made < plan.made or (other.order == plan.order) or other.by == plan.by:
                continue
            if other.due is None or (plan.until and other.due.start >= plan.until):
                continue
            if not plan.until and plan.action != "wait":
                continue
            shared = _shared(deeds, thread, other)
            if shared >= CROSSED:
                reason = f"decided otherwise: {other.lemma}{_words(thread, other)} by {other.due.value}"
                yield Finding("declined", "declined", other, reason, shared)


def _moved(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """The day was moved, or the thing called off."""
    plan = thread.head
    if plan.status == "postponed":
        yield Finding("postponed", "changed", plan, "told as put off from this day", 3.0)
        return
    for action in sorted({"postpone", "cancel", plan.action}):
        for change in deeds.near(deeds.changes, action, thread):
            if change.event.negated or thread.due is None or change.made < plan.made:
                continue
            if (change.day or change.reported_on) > thread.due.end or same_due(change.due, thread.due):
                continue
            if change.order == plan.order and change.number <= plan.number + 1:
                continue
            if change.due is not None and not _moves(change, thread.due):
                continue
            shared = _shared(deeds, thread, change)
            if shared >= ENOUGH + 0.3:
                off = change.status == "cancelled"
                what: StepKind = "changed" if off else "postponed"
                reason = ("called off" if off else "put off") + _words(thread, change)
                yield Finding(what, "changed", change, reason, shared + 0.5)


def _moves(change: Record, due: DateSpan) -> bool:
    """Whether a change that names a day speaks of this due day: put off from it, or to a later one."""
    if change.due is None:
        return True
    if change.status == "postponed":
        return same_due(change.due, due)
    return change.due.start > due.end


def _words(thread: Thread, record: Record) -> str:
    """What the two have in common, in the words of the plan."""
    shared = thread.own & (record.own | record.words)
    named: dict[str, str] = {}
    for word in WORD.findall(thread.head.text):
        for key in content_words(word):
            if key in shared and len(named) < SHOWN:
                named.setdefault(key, word)
    return f" (both speak of {', '.join(named.values())})" if named else ""


SHOWN = 4
"""Shared words that a reason names."""


def _shift(iso: str, days: int) -> str:
    return (dt.date.fromisoformat(iso) + dt.timedelta(days)).isoformat()
