"""Put off, brought forward or called off: what a sentence of change is about, from which day, and to which."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model.dates import DateSpan, shift
from dateline.model.story import StepKind
from dateline.weave.commitments.changes import Change
from dateline.weave.commitments.classes import RELATED
from dateline.weave.commitments.deeds import AFTER, Deeds, Finding, common_words
from dateline.weave.commitments.due import day_of
from dateline.weave.commitments.roles import same_doer, theme
from dateline.weave.commitments.threads import Thread, same_due

ENOUGH = 1.2
"""What change and plan must have in common: named day, action, matter, people. Chosen on ``benchmarks/outcomes``."""

CROWD = 0.8
"""Matter that change and plan must share in a big pile, beside a name."""

NAMES_DAY = 0.7
"""What it adds that the change names the day from which the thing is moved."""

ON_DAY = 0.3
"""What it adds that the change was made on the due day."""

NAMES_ACT = 0.7
"""What it adds that the thing moved is the planned act ("the vote")."""

NAMES_MAKER = 0.6
"""What the rarest person or body in both adds."""

WEEK = 7


def moved(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """The day was moved, or the thing called off."""
    plan = thread.head
    if plan.status in ("postponed", "cancelled"):
        what: StepKind = "postponed" if plan.status == "postponed" else "changed"
        yield Finding(what, "changed", plan, f"told as {plan.status}, to have been on this day", 3.0)
        return
    if plan.kind == "request" and thread.due is None:
        return
    for change in deeds.changes(thread, _acts(thread)):
        told = change.record
        if told.order < plan.order or (told.order == plan.order and told.position < plan.position):
            continue
        if told.order == plan.order and told.position == plan.position and told.number <= plan.number + 1:
            continue
        strength = _of_this(deeds, thread, change)
        if strength:
            reason = ("called off" if change.off else "put off") + common_words(thread, told)
            yield Finding("changed" if change.off else "postponed", "changed", told, reason, strength)


def _acts(thread: Thread) -> set[str]:
    """The actions whose putting off puts the plan off."""
    return {thread.head.action, *thread.things, *RELATED.get(thread.head.action, ())}


def _of_this(deeds: Deeds, thread: Thread, change: Change) -> float:
    """How sure a change is of this plan; 0 where it is of another one."""
    plan, due, told = thread.head, thread.due, change.record
    named = due is not None and any(_from(day, due) for day in change.froms)
    if change.froms and not named:
        return 0.0  # another day's thing
    if due is not None:
        if change.to is not None and not named and change.to.start <= due.end and change.to.end >= due.start:
            return 0.0  # moved to this very day
        if not named and told.reported_on > shift(due.end, AFTER):
            return 0.0
    rarity = deeds.reading.rarity
    act = bool(change.act & _acts(thread))
    matter = (thread.own | plan.words) & change.words
    common = sum(rarity(word) for word in matter & thread.own) + 0.5 * sum(rarity(word) for word in matter - thread.own)
    if not act and (not common or not deeds.reading.small):
        return 0.0
    if change.act and not act and not (theme(plan) & change.words or change.things & thread.own):
        return 0.0  # "put off a tour" is no putting off of the concert
    maker = deeds.reading.rarest_name(thread.entities & told.entities)
    if not maker and not common and not (named and act):
        return 0.0
    if not deeds.reading.small and (common < CROWD or not thread.entities & told.entities):
        return 0.0
    if not same_doer(plan, told) and not act:
        return 0.0
    score = common + NAMES_DAY * named + NAMES_ACT * act + NAMES_MAKER * maker
    if due is None:
        score -= NAMES_DAY
    elif told.day and due.start <= told.day <= due.end:
        score += ON_DAY
    return score + 0.5 if score >= ENOUGH else 0.0


def _from(day: DateSpan, due: DateSpan) -> bool:
    """Whether a change from one day is one from the due day; a bare weekday was read as the one before the report."""
    if same_due(day, due):
        return True
    return day.days == 1 and same_due(day_of(shift(day.start, WEEK)), due)
