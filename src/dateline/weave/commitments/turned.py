"""Declined, dropped or moved: somebody turns down what was asked, gives up a plan, or sets another day."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.weave.commitments.classes import CONTRARY, OPPOSITES
from dateline.weave.commitments.deeds import GIVEN_UP_LATE, Deeds, Finding, common_words
from dateline.weave.commitments.roles import asked_words, one_act, subject_words, theme
from dateline.weave.commitments.threads import Thread, despite, same_due
from dateline.weave.commitments.words import told_by

ENOUGH = 1.0
"""Summed rarity of the words that a telling must share with a plan's own words."""

CROSSED = 0.9
"""The same for a decision for the opposite: one word of the matter and a body or person in common."""

CROWD = 1.6
"""The same in a big pile."""

REFUSED = 0.6
"""The same for a plain refusal, which names the action that was asked for."""

SAME_DAY = 0.5
"""The same for a putting off that names the day itself."""

LATER = 0.7
"""The same for the same action moved to a named later day, by or about the same people."""

SHARP = 3
"""Days of the longest due time of which "not then" is said."""

_OFFERED = frozenset("offer propose invite".split())


def refused(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """Somebody says no to what was asked: "despite a request to wait", "did not want to wait", "rejected the call"."""
    plan = thread.head
    if plan.kind != "request" and told_by(plan.cue) not in _OFFERED:
        return
    for deed in deeds.done.near(plan.action, thread):
        if deed.status != "denied" or deed.event.negated or deed.cue == "without":
            continue
        crowd = not deeds.reading.small
        if deeds.shared(thread, deed) >= (CROWD if crowd else REFUSED) and one_act(plan, deed, crowd):
            yield Finding("declined", "declined", deed, f"those asked would not {deed.lemma}", 2.0)
    for deed in deeds.done.of(CONTRARY.get(plan.action, ()), thread):
        if deed.order <= plan.order or deed.negated or deed.status not in _TOLD:
            continue
        if subject_words(deed) & asked_words(plan) and deeds.shared(thread, deed) >= CROSSED:
            reason = f"decided otherwise: {deed.lemma}{common_words(thread, deed)}"
            yield Finding("declined", "declined", deed, reason, 1.6)
    for other in deeds.renounced.near(plan.action, thread) if plan.kind == "request" and deeds.reading.small else ():
        asked = asked_words(plan) & other.words
        if other.order > plan.order and asked and deeds.shared(thread, other) >= REFUSED and one_act(plan, other):
            yield Finding("declined", "declined", other, f"those asked will not {other.lemma}", 2.0)
    for again in deeds.asked.near(plan.action, thread):
        if despite(again) and deeds.shared(thread, again) >= REFUSED:
            yield Finding("declined", "declined", again, f"done despite the request to {again.lemma}", 2.5)


def granted(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """Those asked agree to it: "asked the firm to close the pit", "agreed to close the pit"."""
    plan = thread.head
    if plan.kind != "request":
        return
    for other in deeds.decided.near(plan.action, thread):
        if other.order <= plan.order or other.event.negated or told_by(other.cue) not in _AGREED:
            continue
        if deeds.near_words(thread, other) >= SAME_DAY and (deeds.reading.small or thread.entities & other.entities):
            yield Finding("kept", "kept", other, f"agreed to{common_words(thread, other)}", 1.4)


_AGREED = frozenset("agree promise pledge undertake vow commit".split())


def renounced(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """Somebody no longer means to do it: "would appeal", "would not appeal after all"; or did what they would not."""
    plan = thread.head
    if plan.kind == "request" or plan.status in ("postponed", "cancelled"):
        return
    if plan.event.negated:
        for deed in deeds.done.near(plan.action, thread):
            done = deed.order > plan.order and not deed.event.negated and deed.status in _TOLD
            one_thing = bool(plan.entities & deed.entities) or bool(theme(plan) & theme(deed))
            if done and one_thing and one_act(plan, deed):
                reason = f"done, though it was told as not to be: {deed.lemma}{common_words(thread, deed)}"
                yield Finding("broken", "broken", deed, reason, 1.5)
        return
    for other in deeds.renounced.near(plan.action, thread, GIVEN_UP_LATE):
        if other.order <= plan.order or plan.due != other.due or other.lemma != plan.lemma:
            continue
        if plan.entities & other.entities and (deeds.reading.small or deeds.shared(thread, other) >= ENOUGH):
            yield Finding("changed", "changed", other, f"given up: will not {other.lemma}", 1.6)


_TOLD = frozenset(("happened", "reported", "said"))


def crossed(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """A decision for the opposite, by an earlier day than was asked for."""
    plan = thread.head
    if plan.kind != "request":
        return
    for action in sorted(OPPOSITES.get(plan.action, ())):
        for other in deeds.decided.near(action, thread):
            if other.made < plan.made or other.order == plan.order or (plan.by and other.by == plan.by):
                continue
            if other.due is None or (plan.until and other.due.start >= plan.until):
                continue
            if not plan.until and plan.action != "wait":
                continue
            shared = deeds.shared(thread, other)
            if shared >= CROSSED:
                reason = f"decided otherwise: {other.lemma}{common_words(thread, other)} by {other.due.value}"
                yield Finding("declined", "declined", other, reason, shared)


def not_then(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """A later report says that it will not be on the day: "will not happen on April 30 after all"."""
    plan = thread.head
    if thread.due is None or plan.kind == "request" or thread.due.days > SHARP:
        return
    for other in deeds.negated.near("", thread):
        if other.order > plan.order and other.due is not None and same_due(other.due, thread.due):
            named = plan.action == other.action or plan.action in other.things
            if named and deeds.shared(thread, other) >= SAME_DAY:
                reason = f"told as not to be on this day{common_words(thread, other)}"
                yield Finding("changed", "changed", other, reason, 1.5)
