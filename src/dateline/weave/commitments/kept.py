"""Kept or broken: a later telling has the thing done, or not done, on its day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.text.words import content_words
from dateline.weave.commitments.actions import things_of
from dateline.weave.commitments.classes import LIGHT, NOUNS
from dateline.weave.commitments.deeds import Deeds, Finding, common_words, days, in_time, same_place
from dateline.weave.commitments.reading import STILL
from dateline.weave.commitments.records import Record
from dateline.weave.commitments.roles import one_act
from dateline.weave.commitments.threads import Thread

ENOUGH = 0.9
"""Summed rarity of what a deed must share with a plan beside the action (a word or two, a name)."""

UNDATED = 0.5
"""How much more where the plan has no due day."""

BARE = 0.4
"""What a plan of bare words ("the next attempt will be made on Tuesday") has for free on its very day."""

THING = 0.3
"""What the same thing begun or ended adds ("the trial")."""

HELD = 1.1
"""The same where only the thing is named ("the hearing"), not the act."""

PLAIN = 1.9
"""Words of the clauses alone by which a body that was to meet or decide has done so, whatever the verb."""

_TOLD = frozenset(("happened", "reported", "said"))
_AHEAD = re.compile(
    r"\b(?:ahead of|will|due|planned|scheduled|expected|next|upcoming|cancel\w+|postpon\w+|delay\w+)\b", re.I
)


def kept(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """The same act, told as done."""
    plan = thread.head
    if plan.status in ("postponed", "cancelled") or plan.event.negated:
        return
    for deed in deeds.done.of((plan.action, *plan.also), thread):
        if deed.event.negated or deed.status not in _TOLD or not _later(plan, deed) or not in_time(thread, deed):
            continue
        if not one_act(plan, deed) or not same_place(thread, deed) or not _near(deeds, thread, deed):
            continue
        things = thread.things - {plan.action}
        same = bool(things & things_of(deed.own_text))
        if things and not same and not deeds.reading.small:
            continue  # another thing begins or ends
        shared = (
            deeds.shared(thread, deed)
            + THING * same
            + (BARE if (plan.bare and deed.day) or _meant(deeds, thread, deed) else 0.0)
        )
        if shared >= (MEANT if _meant(deeds, thread, deed) else _enough(thread)):
            when = "on the day" if thread.due is not None and deed.day else "later"
            yield Finding(
                "kept", "kept", deed, f"told as done {when}: {deed.lemma}{common_words(thread, deed)}", shared
            )


MEANT = 0.75
"""The same where the plan's object is a pronoun, so that its words cannot be shared."""


def _meant(deeds: Deeds, thread: Thread, deed: Record) -> bool:
    """Whether the plan says "him" or "one" where the deed, of the same verb, has a name; in a small pile."""
    return deeds.reading.small and thread.head.anaphor and thread.due is not None and deed.lemma == thread.head.lemma


def _enough(thread: Thread) -> float:
    """How much a deed must share: more where no day, or a long stretch, narrows the choice."""
    if thread.due is None:
        return ENOUGH + UNDATED + (VAGUE if thread.head.action in _VAGUE else 0.0)
    return ENOUGH + (WIDE if thread.due.days > SHORT else 0.0) + (VAGUE if thread.head.action in _VAGUE else 0.0)


def _near(deeds: Deeds, thread: Thread, deed: Record) -> bool:
    """Whether the clauses themselves share matter, or their sentences a person, body or place that few have."""
    if _meant(deeds, thread, deed):
        return True
    if thread.head.bare:
        return deeds.reading.small and bool(deed.day) and thread.due is not None
    words = deeds.near_words(thread, deed)
    if words >= NEAR:
        return True
    named = deeds.reading.rarest_name(thread.entities & deed.entities)
    return named >= NEAR and (words > 0 or deeds.reading.small)


SAID = 1.0
"""The same for the words of the plan anywhere in the deed's sentence."""

NEAR = 0.4
"""Rarity of the words of the two clauses, or of their subject, below which only the topic is shared."""

WIDE = 0.3
"""How much more where the due time is a longer stretch."""

VAGUE = 0.5
"""How much more for verbs that everybody does all the time."""

_VAGUE = frozenset(
    """find see work help provide show use come go send reach die live increase put want think happen know talk join
    move back face""".split()
)


def held(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """The thing that was to be is spoken of as under way or past: "ambassadors meeting in Brussels agreed"."""
    plan = thread.head
    if thread.due is None or plan.status in ("postponed", "cancelled") or plan.kind == "request":
        return
    if plan.event.negated:
        return
    if thread.due.days > LONGEST:
        return
    named = ({plan.action} | thread.things) & NOUNS
    stems = frozenset(content_words(plan.action)) if plan.lemma in LIGHT else frozenset()
    for deed in _told_then(deeds, thread, named, stems):
        if not _fits(thread, deed) or not (named & deed.things or stems & deed.words):
            continue
        shared = deeds.shared(thread, deed)
        if shared >= HELD and _near_or_said(deeds, thread, deed) and not _AHEAD.search(deed.text):
            reason = f"told as under way or past{common_words(thread, deed)}"
            yield Finding("kept", "kept", deed, reason, shared - 0.3)


def _told_then(
    deeds: Deeds, thread: Thread, named: frozenset[str] | set[str], stems: frozenset[str]
) -> Iterator[Record]:
    """The deeds of the due day, or, where that is no single day, those that name the thing."""
    if thread.due is None or not (named or stems):
        return
    if thread.due.days <= SHORT:
        for day in days(thread.due.start, thread.due.end, 1):
            yield from deeds.on_day.near(day, thread)
    else:
        for action in sorted(named):
            yield from deeds.things.near(action, thread)


SHORT = 3
"""Days of a due stretch of which every deed is looked at."""

LONGEST = 95
"""Days of the longest due stretch (a quarter) in which a thing spoken of counts as the thing announced."""


def _near_or_said(deeds: Deeds, thread: Thread, deed: Record) -> bool:
    """Whether the deed's sentence holds enough of the plan's own words, wherever; a bare plan asks for none."""
    words = sum(deeds.reading.rarity(word) for word in thread.own & deed.words)
    makers = thread.head.subjects | ({thread.head.by} if thread.head.by and deeds.reading.small else set())
    return thread.head.bare or words >= 2 * NEAR or deeds.reading.rarest_name(makers & deed.entities) >= NEAR


def done_otherwise(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """Those who were to meet or decide have acted on the matter that day, in other words."""
    plan = thread.head
    if (
        plan.action not in ("meet", "decide", "visit")
        or thread.due is None
        or plan.status in ("postponed", "cancelled")
    ):
        return
    for day in days(thread.due.start, thread.due.end, 1) if thread.due.days <= SHORT else ():
        for deed in deeds.on_day.near(day, thread):
            if not _fits(thread, deed):
                continue
            words = deeds.near_words(thread, deed)
            exact = deed.day == thread.due.start == thread.due.end
            acts = deed.action in _ACTS and (
                words >= PLAIN or (exact and words >= ENOUGH / 2 and plan.action == "meet")
            )
            same = exact and deeds.reading.rarest_name(thread.head.subjects & deed.subjects) >= NEAR
            if acts or (same and (plan.action != "visit" or thread.head.places & deed.places)):
                reason = f"those who were to {plan.action} did: {deed.lemma}{common_words(thread, deed)}"
                yield Finding("kept", "kept", deed, reason, max(words - 0.3, 0.5))


_SPOKEN = frozenset("tell testify answer speak say face".split())
_FOUND = frozenset("say find conclude report publish blame".split())


def appeared(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """Who was to appear has spoken there; an inquiry that was to report has told its findings."""
    plan = thread.head
    if thread.due is None or plan.event.negated or plan.status in ("postponed", "cancelled"):
        return
    if plan.action not in ("hear", "testify", "report") or plan.lemma == "hear" or thread.due.days > SHORT * SHORT * 10:
        return
    verbs = _FOUND if plan.action == "report" else _SPOKEN
    doer = _doer_words(plan)
    for day in days(thread.due.start, thread.due.end, 1):
        for deed in deeds.on_day.near(day, thread):
            if deed.order <= plan.order or deed.lemma not in verbs or deed.event.negated or not in_time(thread, deed):
                continue
            if plan.action == "report":
                fits = bool(doer & _doer_words(deed)) and bool(_FINDINGS.search(deed.text) or deed.lemma != "say")
            else:
                same = plan.subjects & deed.subjects
                fits = bool(same) and deeds.reading.rarest_name(same) > 0 and bool(_BODY.search(deed.text))
            if fits:
                reason = f"who was to {plan.lemma} did: {deed.lemma}{common_words(thread, deed)}"
                yield Finding("kept", "kept", deed, reason, 1.2)


_FINDINGS = re.compile(r"\b(?:findings?|reports?|conclu\w+)\b", re.IGNORECASE)
_BODY = re.compile(r"\b(?:committee|court|panel|judges?|inquiry|MPs|lawmakers|senators|tribunal|commission|hearing)\b")


def _doer_words(record: Record) -> frozenset[str]:
    """The stems of what stands before a head in its clause: who or what does it."""
    head = record.event.head.start if record.event.head else record.event.start
    return frozenset(content_words(record.report.text[record.own_start : max(head, record.own_start)]))


_ACTS = frozenset(("announce", "decide", "vote", "end", "start", "meet"))
"""What a body does that meets or decides."""


def broken(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """Told as not done, or as still wanting, when the day has come."""
    plan = thread.head
    if plan.kind == "request" or thread.due is None or plan.status in ("postponed", "cancelled"):
        return
    for deed in deeds.done.near(plan.action, thread):
        if deed.event.negated and deed.status in (*_TOLD, "denied") and deed.order > plan.order:
            shared = deeds.shared(thread, deed)
            if shared >= ENOUGH + 0.5 and in_time(thread, deed):
                reason = f"told as not done: {deed.lemma}{common_words(thread, deed)}"
                yield Finding("broken", "broken", deed, reason, shared)
    for deed in deeds.wanting.near("", thread):
        still = STILL.search(deed.text)
        if deed.order <= plan.order or not in_time(thread, deed) or not still:
            continue
        lacking = frozenset(content_words(deed.text[still.end() : still.end() + LACKING]))
        words = sum(deeds.reading.rarity(word) for word in thread.own & deed.words)
        if lacking & thread.own and words >= WANTING:
            yield Finding("broken", "broken", deed, f"still wanting{common_words(thread, deed)}", words)


LACKING = 24
"""Characters after "still no" in which what is wanting must be named."""

WANTING = 1.2
"""Words of the plan that a sentence about what is still wanting must hold."""


def _fits(thread: Thread, deed: Record) -> bool:
    return (
        deed.order > thread.head.order
        and deed.status in _TOLD
        and not deed.event.negated
        and in_time(thread, deed)
        and not (deed.status == "said" and deed.lemma in ("say", "tell", "add"))
    )


def _later(plan: Record, deed: Record) -> bool:
    """Whether a deed is told after the plan: in a later report, or in the same one with a day of its own."""
    return deed.order > plan.order or (deed.timed and bool(deed.day) and deed.day > plan.made)
