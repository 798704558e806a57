"""Broken: told as not done or still wanting, the opposite was the case, the plan was dropped or fell through."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.text.words import content_words
from dateline.weave.commitments.actions import things_of
from dateline.weave.commitments.classes import UNDOES
from dateline.weave.commitments.deeds import AFTER, GIVEN_UP_LATE, TOLD, Deeds, Finding, common_words, days, in_time
from dateline.weave.commitments.kept import ENOUGH, SHORT
from dateline.weave.commitments.reading import STILL
from dateline.weave.commitments.records import Record
from dateline.weave.commitments.roles import of_one_kind, same_doer, subject_words, theme
from dateline.weave.commitments.threads import Thread

CROWD = 1.2
"""The same in a big pile, beside a name."""

OPPOSED = 0.4
"""Shared words of the clauses alone by which the opposite on the very day is of the same thing."""

_DEAL = frozenset(content_words("deal bid takeover merger purchase offer transaction acquisition"))
"""Words for one thing: who drops the bid gives up the deal."""


def broken(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """Told as not done, or as still wanting, when the day has come."""
    plan = thread.head
    if plan.kind == "request" or thread.due is None or plan.status in ("postponed", "cancelled"):
        return
    for deed in deeds.done.near(plan.action, thread):
        fits = deed.order > plan.order and deed.status in (*TOLD, "denied") and in_time(thread, deed)
        if fits and deed.negated:
            shared = deeds.shared(thread, deed)
            if shared >= ENOUGH + 0.5:
                reason = f"told as not done: {deed.lemma}{common_words(thread, deed)}"
                yield Finding("broken", "broken", deed, reason, shared)
    yield from _nobody_came(deeds, thread)
    for deed in deeds.wanting.near("", thread):
        if deed.order <= plan.order or not in_time(thread, deed):
            continue
        still = STILL.search(deed.text)
        if still is None:
            continue
        lacking = frozenset(content_words(deed.text[still.end() : still.end() + LACKING]))
        words = sum(deeds.reading.rarity(word) for word in thread.own & deed.words)
        if lacking & thread.own and words >= WANTING:
            yield Finding("broken", "broken", deed, f"still wanting{common_words(thread, deed)}", words)


_TURNED = re.compile(r"\b(?:turned|forced|driven|sent) (?:back|away|around)\b")
_COMINGS = frozenset("expect come reach land visit return send give".split())
_COMING = frozenset("come arrive appear happen follow materialise materialize reach turn".split())


def _nobody_came(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """What was to be there is told as not come: "no extra boats came on Saturday"."""
    due = thread.due
    if due is None or due.days > SHORT or not deeds.reading.small:
        return
    for day in days(due.start, due.end, 1):
        for deed in deeds.on_day.near(day, thread):
            turned = not deed.negated and thread.head.action in _COMINGS and _TURNED.search(deed.text)
            if deed.order <= thread.head.order or not (turned or (deed.lemma in _COMING and deed.negated)):
                continue
            common = subject_words(deed) & thread.own
            enough = sum(deeds.reading.rarity(word) for word in common) >= OPPOSED
            if enough and turned:
                yield Finding("broken", "broken", deed, f"turned back{common_words(thread, deed)}", 1.6)
            elif enough:
                reason = f"told as not there: no {deed.lemma}{common_words(thread, deed)}"
                yield Finding("broken", "broken", deed, reason, 1.6)


LACKING = 24
"""Characters after "still no" in which what is wanting must be named."""

WANTING = 1.2
"""Words of the plan that a sentence about what is still wanting must hold."""


def undone(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """The opposite was the case on the day: what was to open stayed shut."""
    plan = thread.head
    if plan.kind == "request" or plan.event.negated or plan.status in ("postponed", "cancelled"):
        return
    if thread.due is None and not deeds.reading.small:
        return
    for deed in deeds.done.of(sorted(UNDOES.get(plan.action, ())), thread):
        later = deed.order > plan.order and not deed.event.negated and in_time(thread, deed) and deed.status in TOLD
        if plan.action == "continue" and thread.due is not None and (deed.day or deed.reported_on) >= thread.due.end:
            continue  # it was to last no longer
        words = deeds.near_words(thread, deed)
        if not deeds.reading.small and (words < CROWD or not thread.entities & deed.entities):
            continue
        if later and deed.action in _SHUNS and deeds.reading.small:
            words = max(words, sum(deeds.reading.rarity(word) for word in plan.doer_words & deed.words))
        if later and (words >= OPPOSED or thread.head.subjects & deed.subjects):
            yield Finding("broken", "broken", deed, f"the opposite: {deed.lemma}{common_words(thread, deed)}", 2.0)


_SHUNS = frozenset(("stay away", "boycott", "snub"))
"""What those do who were to come and did not."""


def given_up(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """The plan itself was dropped: "dropped its bid"."""
    plan = thread.head
    if plan.kind in ("request", "deadline") or plan.status in ("postponed", "cancelled"):
        return
    for deed in deeds.given_up.near("", thread, GIVEN_UP_LATE):
        if deed.order <= plan.order or deed.event.negated:
            continue
        if thread.due is not None and (deed.day or deed.reported_on) > thread.due.end:
            continue
        rarity = deeds.reading.rarity
        words = sum(rarity(word) for word in thread.own & deed.words)
        deal = plan.action in _BINDS or bool(of_one_kind(_DEAL) & theme(plan))
        words += 0.6 * (deal and bool(_DEAL & thread.own and _DEAL & deed.words))
        words += GIVEN_UP_ACT * (deeds.reading.small and plan.action in things_of(deed.own_text))
        if not deeds.reading.small and words < CROWD:
            continue
        if words + 0.4 * bool(thread.entities & deed.entities) >= ENOUGH and _same_maker(plan, deed):
            back = deed.lemma == "reverse"
            said = f"{'taken back' if back else 'given up'}{common_words(thread, deed)}"
            yield Finding("changed" if back else "broken", "changed" if back else "broken", deed, said, words + 0.5)


GIVEN_UP_ACT = 0.9
"""What it adds in a small pile that the plan given up is one for the very act: "dropped plans for another march"."""


def _same_maker(plan: Record, deed: Record) -> bool:
    return plan.by is None or plan.by in deed.entities


THROUGH = 1.0
"""Summed rarity of what a collapse must share with the plan: its matter, its makers."""

_BINDS = frozenset("sign buy sell merge agree reach decide meet".split())
"""Actions of which somebody who walks away keeps no part."""


def fell_through(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """The deal or the talks collapsed, or somebody walked away; a deadline was missed."""
    plan, rarity = thread.head, deeds.reading.rarity
    if plan.kind == "request" or plan.status in ("postponed", "cancelled") or plan.event.negated:
        return
    for action in ("collapse", "withdraw", "miss"):
        if action == "withdraw" and plan.action not in _BINDS:
            continue
        for deed in deeds.done.near(action, thread, GIVEN_UP_LATE if thread.due is None else AFTER):
            if deed.order <= plan.order or deed.status not in TOLD or deed.action == plan.action or deed.negated:
                continue
            if action == "withdraw" and theme(deed) and not theme(deed) & of_one_kind(_BINDING):
                continue  # "withdrew its request"
            if action == "miss" and "deadline" not in deed.own_text:
                continue
            if action == "collapse" and not (subject_words(deed) | theme(deed)) & _BINDING and deed.lemma != "walk":
                continue  # a bridge may collapse too
            near = (thread.own | plan.doer_words) & deed.own
            far = ((thread.own | plan.doer_words) & deed.words) - near
            shared = sum(rarity(word) for word in near) + 0.5 * sum(rarity(word) for word in far)
            shared += 0.4 * deeds.reading.rarest_name(thread.entities & deed.entities)
            named = plan.action in deed.things or bool(_DEAL & thread.own and _DEAL & deed.words)
            if shared + 0.4 * named >= THROUGH and same_doer(plan, deed):
                reason = f"{_SAID[action]}: {deed.lemma}{common_words(thread, deed)}"
                yield Finding("broken", "broken", deed, reason, shared + 0.3)


_BINDING = _DEAL | frozenset(
    content_words(
        "talks negotiations plan sale truce ceasefire agreement accord pact treaty contract alliance coalition"
    )
)
"""Things that fall through."""

_SAID = {"collapse": "fell through", "withdraw": "somebody left it", "miss": "not done in time"}
