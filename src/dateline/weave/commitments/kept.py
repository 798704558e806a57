"""Kept: a later telling has the thing done on its day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.text.patterns import late
from dateline.text.words import content_words
from dateline.weave.commitments.actions import things_of
from dateline.weave.commitments.classes import SHOWS
from dateline.weave.commitments.deeds import AFTER, TOLD, Deeds, Finding, common_words, in_time, same_place
from dateline.weave.commitments.records import Record
from dateline.weave.commitments.roles import doers, of_one_kind, one_act, other_doers, passive, subject_words, theme
from dateline.weave.commitments.threads import Thread
from dateline.weave.commitments.words import GIVEN

ENOUGH = 0.9
"""Summed rarity of what a deed must share with a plan beside the action (a word or two, a name)."""

LATE = 14
"""Days after the due day in which undated news counts, in a small pile and for an action that stands alone."""

SINGLE = 0.2
"""How much more where the plan has no due day, in a small pile and for an action that stands alone."""

UNDATED = 0.5
"""How much more where the plan has no due day."""

BARE = 0.4
"""What a plan of bare words ("the next attempt will be made on Tuesday") has for free on its very day."""

THING = 0.4
"""What the same thing begun or ended adds ("the trial")."""

DOER = 0.4
"""What one doer in both adds where the clauses share no more ("crews voted to walk out", "as crews walked off")."""

ALONE = 0.4
"""What it adds in a small pile that no other plan and hardly another deed is of this action."""

OTHERS = 0.4
"""What it takes away that both name who does it, in words that have nothing in common."""

SAME_PARTS = 0.5
"""What it adds in a big pile, whose own words are not rare in it, that doer, verb and thing are all the same."""

PROMISED = 0.5
"""What "as promised", "as the union had demanded" beside the deed adds."""

_AS_SAID = late(
    r"\bas\s(?:[\w'’ ]{0,40}\s)?(?:had\s)?(?:asked|demanded|urged|requested|advised|recommended|promised|pledged"
    r"|planned|announced|vowed|threatened|expected|scheduled|called for)\b"
)


def kept(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """The same act, told as done; or what shows that it was done."""
    plan = thread.head
    if plan.status in ("postponed", "cancelled") or plan.event.negated:
        return
    after = LATE if deeds.reading.small and deeds.alone(plan.action) else AFTER
    others = {*SHOWS.get(plan.action, ()), *(thread.things if deeds.reading.small else ())} - {plan.action, *plan.also}
    for deed in deeds.done.of((plan.action, *plan.also, *sorted(others)), thread):
        if deed.lemma == plan.lemma and plan.lemma in GIVEN:
            continue  # promised again
        if deed.status not in TOLD or not _later(plan, deed) or not in_time(thread, deed, after):
            continue
        if not (deeds.reading.small or thread.own & deed.words) or deed.negated:
            continue
        if _NO_DEED.match(deed.report.text, deed.head_end) or _is_habit(deed):
            continue
        if _in_part(deed):
            if thread.due is not None and deed.reported_on > thread.due.end and deeds.shared(thread, deed) >= ENOUGH:
                reason = f"told as done in part only: {deed.lemma}{common_words(thread, deed)}"
                yield Finding("broken", "broken", deed, reason, 1.0)
            continue
        if _as_asked(plan, deed):
            yield Finding("kept", "kept", deed, f"told as done as was asked: {deed.lemma}", 2.0)
        if (
            not one_act(plan, deed, not deeds.reading.small)
            or not same_place(thread, deed)
            or not _near(deeds, thread, deed)
        ):
            continue
        if deed.action in others and deed.action not in thread.things and not _of_one_thing(plan, deed):
            continue
        things = thread.things - {plan.action}
        same = bool(things & things_of(deed.own_text))
        if things and not same and not deeds.reading.small:
            continue  # another thing begins or ends
        meant = _meant(deeds, thread, deed)
        shared = deeds.shared(thread, deed) + THING * same + _beside(deeds, thread, deed)
        shared += BARE if (plan.bare and deed.day) or meant else 0.0
        shared += 0.0 if deeds.reading.small else SAME_PARTS * _same_parts(thread, deed)
        known = bool(theme(plan) & of_one_kind(theme(deed) | subject_words(deed)))
        if shared >= (MEANT if meant else _enough(deeds, thread, known)):
            when = "on the day" if thread.due is not None and deed.day else "later"
            said = f"told as done {when}: {deed.lemma}{common_words(thread, deed)}"
            yield Finding("kept", "kept", deed, said, shared)


_PART = late(
    r"\b(?:only|just|barely|fewer than|less than|no more than)\s(?:about\s|around\s|some\s|a\s|an\s)?"
    r"(?:half|third|quarter|fraction|handful|few|some|\w+)(?:\s\w+)?\sof\s",
    re.IGNORECASE,
)


_NO_DEED = re.compile(r"\s(?:\w+\s){0,4}?that\s(?:(?:it|he|she|they|the\s\w+)\s)?(?:would|will)\b")
"""What is only announced once more: "revealed that it would announce its decision"."""

_WHO = re.compile(r"\b(?:who|which)\s(?:\w+ly\s|also\s|still\s)?$")


def _is_habit(deed: Record) -> bool:
    """Whether a relative clause in the present tells what somebody does for a living: "Weah, who plays for Liberia"."""
    head = deed.event.head
    if head is None or deed.report.text[head.start : head.end] not in (f"{deed.lemma}s", f"{deed.lemma}es"):
        return False
    return _WHO.search(deed.report.text, max(deed.sentence.start, head.start - 16), head.start) is not None


def _in_part(deed: Record) -> bool:
    """Whether a deed is told of a part only: "only half of the country's bridges have been checked"."""
    head = deed.event.head
    return bool(head is not None and _PART.search(deed.report.text, deed.event.start, deed.own_end))


def _as_asked(plan: Record, deed: Record) -> bool:
    """Whether the deed is told with the words "as the union had demanded", and they had."""
    found = _AS_SAID.search(deed.text)
    if found is None or deed.action != plan.action:
        return False
    said = frozenset(content_words(found[0])[:-1])
    return bool(said & (plan.doer_words | plan.own))


def _of_one_thing(plan: Record, deed: Record) -> bool:
    """Whether a deed that only shows the act is of what the act is done to: "send a team", "the team arrived"."""
    if plan.action == "answer":
        return bool(plan.words & subject_words(deed))  # "the council must agree; he expects an answer by May"
    if not theme(plan) and doers(plan) & doers(deed):
        return True  # "Adler will come on Friday", "Adler toured the plant"
    if passive(plan) and (plan.own - theme(plan)) & subject_words(deed):
        return True  # "will be replaced by Ann Kirk", "Ann Kirk took over"
    return bool(theme(plan) & of_one_kind(theme(deed) | subject_words(deed)))


def _same_parts(thread: Thread, deed: Record) -> bool:
    """Whether verb, doer and thing of a sharply dated plan are those of the deed, however common their words are."""
    plan, due = thread.head, thread.due
    if due is None or due.days > SHORT or deed.action != plan.action or plan.action in _VAGUE:
        return False
    doer = subject_words(plan) & subject_words(deed) or plan.subjects & deed.subjects
    return bool(doer) and bool(theme(plan) & of_one_kind(deed.own) or theme(deed) & of_one_kind(plan.own))


def _single(deeds: Deeds, thread: Thread, deed: Record) -> bool:
    """Whether, in a small pile, the act, or the thing that was to begin or end, is the only one of its kind."""
    action = deed.action if deed.action in thread.things else thread.head.action
    return deeds.reading.small and deeds.alone(action)


def _beside(deeds: Deeds, thread: Thread, deed: Record) -> float:
    """What doer, singleness of the action and an "as promised" add."""
    plan, reading = thread.head, deeds.reading
    doers = (plan.doer_words & (subject_words(deed) | deed.own)) - thread.own
    score = DOER * min(1.0, sum(reading.rarity(word) for word in doers))
    known = bool(theme(plan) & of_one_kind(theme(deed) | subject_words(deed)))
    if _single(deeds, thread, deed) and (known or plan.action not in _VAGUE):
        score += ALONE
    if not thread.entities & deed.entities and other_doers(plan, deed):
        score -= OTHERS
    return score + PROMISED * (_AS_SAID.search(deed.text) is not None)


MEANT = 0.75
"""The same where the plan's object is a pronoun, so that its words cannot be shared."""


def _meant(deeds: Deeds, thread: Thread, deed: Record) -> bool:
    """Whether the plan says "him" or "one" where the deed, of the same verb, has a name; in a small pile."""
    return deeds.reading.small and thread.head.anaphor and thread.due is not None and deed.lemma == thread.head.lemma


def _enough(deeds: Deeds, thread: Thread, known: bool) -> float:
    """How much a deed must share: more where no day, or a long stretch, narrows the choice.

    ``known``: whether both are of one thing, so that a vague verb will do.
    """
    vague = VAGUE if thread.head.action in _VAGUE and not (known and deeds.reading.small) else 0.0
    if thread.due is None:
        single = deeds.reading.small and deeds.alone(thread.head.action)
        return ENOUGH + vague + (SINGLE if single else UNDATED)
    return ENOUGH + vague + (WIDE if thread.due.days > SHORT else 0.0)


def _near(deeds: Deeds, thread: Thread, deed: Record) -> bool:
    """Whether the clauses themselves share matter, or their sentences a person, body or place that few have."""
    if _meant(deeds, thread, deed) or (not deeds.reading.small and _same_parts(thread, deed)):
        return True
    plan = thread.head
    if theme(plan) & of_one_kind(theme(deed) | subject_words(deed)):
        return True
    exact = thread.due is not None and deed.day == thread.due.start == thread.due.end
    if exact and _single(deeds, thread, deed) and plan.action not in _VAGUE:
        return True
    if thread.head.bare:
        dated = bool(deed.day) and thread.due is not None
        return deeds.reading.small and (dated or deeds.near_words(thread, deed) >= NEAR)
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
    move back face run carry team get do become take give make have hold concern involve include mean""".split()
)


SHORT = 3
"""Days of a due stretch of which every deed is looked at."""


def _later(plan: Record, deed: Record) -> bool:
    """Whether a deed is told after the plan: in a later report, or in the same one with a day of its own."""
    return deed.order > plan.order or (deed.timed and bool(deed.day) and deed.day > plan.made)
