"""Kept in other words: the thing is spoken of as past, those who were to act did, who was to appear has spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.text.patterns import late
from dateline.text.words import content_words
from dateline.weave.commitments.actions import things_of
from dateline.weave.commitments.classes import CONTRARY, LIGHT, NOUNS, UNDOES
from dateline.weave.commitments.deeds import TOLD, Deeds, Finding, common_words, days, in_time
from dateline.weave.commitments.kept import ENOUGH, NEAR, SHORT
from dateline.weave.commitments.records import Record
from dateline.weave.commitments.roles import kind_of_answer, of_one_kind, same_doer, same_way, subject_words, theme
from dateline.weave.commitments.threads import Thread

HELD = 1.1
"""Summed rarity of what a sentence must share with the plan where it names the thing ("the hearing"), not the act."""

SINGLE = 0.6
"""What it adds in a small pile that the thing is named on its very day and nothing else is of its kind."""

AGAIN = 0.7
"""Share of the words of two sentences from which on the later only repeats the earlier."""

PLAIN = 1.9
"""Words of the clauses alone by which a body that was to meet or decide has done so, whatever the verb."""

_AHEAD = late(
    r"\b(?:ahead of|will|due|planned|scheduled|expected|next|upcoming|cancel\w+|postpon\w+|delay\w+"
    r"|call(?:s|ed|ing)? for|propos\w+|request\w*|(?:hours|days|weeks|months) (?:away|before|from now)|run-up)\b",
    re.I,
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
        if len(plan.words & deed.words) >= AGAIN * len(plan.words | deed.words):
            continue  # the same sentence once more
        shared = deeds.shared(thread, deed)
        if not deeds.reading.small and _by_its_teller(deeds, thread, deed):
            continue
        exact = deed.day == thread.due.start == thread.due.end
        single = exact and deeds.reading.small and deeds.alone(plan.action) and bool(named & things_of(deed.own_text))
        near = single or _near_or_said(deeds, thread, deed)
        if not same_way(plan, deed):
            continue
        if shared + SINGLE * single >= HELD and near and not _AHEAD.search(deed.text):
            reason = f"told as under way or past{common_words(thread, deed)}"
            yield Finding("kept", "kept", deed, reason, shared - 0.3)


def _by_its_teller(deeds: Deeds, thread: Thread, deed: Record) -> bool:
    """Whether two sentences have next to nothing in common but who is quoted in them."""
    by = deed.event.by or thread.head.event.by
    if by is None:
        return False
    report = deed.report if deed.event.by else thread.head.report
    teller = frozenset(content_words(report.text[by.start : by.end + OF_WHOM]))
    return sum(map(deeds.reading.rarity, (thread.own & deed.words) - teller)) < NEAR


OF_WHOM = 60
"""Characters after a name in which a teller's office stands: "said Ann Kirk, chairman of the Arden commission"."""


def _told_then(
    deeds: Deeds, thread: Thread, named: frozenset[str] | set[str], stems: frozenset[str]
) -> Iterator[Record]:
    """The deeds of the due day, or, where that is no single day, those that name the thing."""
    if thread.due is None or not (named or stems):
        return
    if thread.due.days <= SHORT and deeds.reading.small:
        for day in days(thread.due.start, thread.due.end, 1):
            yield from deeds.on_day.near(day, thread)
    else:
        for action in sorted(named):
            yield from deeds.things.near(action, thread)


LONGEST = 95
"""Days of the longest due stretch (a quarter) in which a thing spoken of counts as the thing announced."""


def _near_or_said(deeds: Deeds, thread: Thread, deed: Record) -> bool:
    """Whether the deed's sentence holds enough of the plan's own words, wherever; a bare plan asks for none."""
    words = sum(deeds.reading.rarity(word) for word in thread.own & deed.words)
    makers = thread.head.subjects | ({thread.head.by} if thread.head.by and deeds.reading.small else set())
    return thread.head.bare or words >= 2 * NEAR or deeds.reading.rarest_name(makers & deed.entities) >= NEAR


def done_otherwise(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """Those who were to meet, decide or come have acted on the matter that day, in other words."""
    plan = thread.head
    if plan.action not in _OTHERWISE or thread.due is None or plan.status in ("postponed", "cancelled"):
        return
    crowd = not deeds.reading.small
    if crowd and plan.action not in _MEETINGS:
        return
    for day in days(thread.due.start, thread.due.end, 1) if thread.due.days <= SHORT else ():
        for deed in deeds.on_day.near(day, thread):
            if crowd and deed.action not in _ACTS and not (plan.subjects and deed.day):
                continue
            if not _fits(thread, deed) or not same_doer(plan, deed):
                continue
            if plan.action == "visit" and not _visited(plan, deed):
                continue
            words = _matter_words(deeds, thread, deed)
            exact = deed.day == thread.due.start == thread.due.end
            acts = deed.action in _ACTS and plan.action in _MEETINGS
            acts = acts and (words >= PLAIN or (exact and words >= ENOUGH / 2 and plan.action == "meet"))
            acts = acts or (deeds.reading.small and plan.action in ("rule", "decide") and _judges(deed))
            acts = acts or (exact and deeds.reading.small and _acted(deeds, plan, deed))
            acts = acts or (exact and deeds.reading.small and _there(deeds, plan, deed))
            same = exact and deeds.reading.rarest_name(thread.head.subjects & deed.subjects) >= NEAR
            same = same and plan.action in _MEETINGS
            if acts or same:
                reason = f"those who were to {plan.action} did: {deed.lemma}{common_words(thread, deed)}"
                yield Finding("kept", "kept", deed, reason, max(words - 0.3, 0.5))


def _matter_words(deeds: Deeds, thread: Thread, deed: Record) -> float:
    """How rare the words are that both clauses share beside the doer's name and title."""
    same = subject_words(thread.head) & subject_words(deed)
    doer = same if thread.head.action == "visit" else frozenset()
    return sum(deeds.reading.rarity(word) for word in (thread.own & deed.own) - doer)


def _visited(plan: Record, deed: Record) -> bool:
    """Whether the deed is one done in the place of a visit, and no word of speech or decision."""
    return bool(plan.places & deed.places) and deed.lemma not in _SPEECH and deed.action not in ("decide", "announce")


_SPEECH = frozenset(
    """say tell add confirm announce deny warn condemn claim insist declare admit accuse promise pledge vow urge call
    demand welcome criticise criticize reject predict expect report believe comment write tweet praise""".split()
)
_MEETINGS = frozenset(("meet", "decide", "visit"))
_SETTLING = frozenset(("rule", "decide", "examine", "answer"))
_COMINGS = frozenset(("reach", "land", "return", "come"))
_OTHERWISE = _MEETINGS | _SETTLING | _COMINGS | {"send"}


def _there(deeds: Deeds, plan: Record, deed: Record) -> bool:
    """Whether what was to be sent, or those who were to come, did something there on the very day."""
    rarity = deeds.reading.rarity
    if plan.action == "send":
        return sum(map(rarity, theme(plan) & subject_words(deed))) >= ENOUGH / 2
    if plan.action not in _COMINGS or deed.status == "said":
        return False
    there = plan.places & deed.places or theme(plan) & deed.own
    return bool(there) and sum(map(rarity, subject_words(plan) & subject_words(deed))) >= ENOUGH / 2


def _acted(deeds: Deeds, plan: Record, deed: Record) -> bool:
    """Whether those who were to judge a matter did something of their own on the very day."""
    if plan.action not in _SETTLING or deed.status == "said":
        return False
    return sum(map(deeds.reading.rarity, subject_words(plan) & subject_words(deed))) >= ENOUGH / 2


_COURT = frozenset(content_words("judge judges court courts tribunal jury magistrate magistrates"))
_JUDGED = frozenset("acquit convict clear uphold order sentence find order ban jail free side".split())


def _judges(deed: Record) -> bool:
    """Whether a court turns down, grants or decides something."""
    ruled = bool(kind_of_answer(deed)) or deed.lemma in _JUDGED or deed.action in ("decide", "rule")
    return ruled and bool(subject_words(deed) & _COURT)


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


_FINDINGS = late(r"\b(?:findings?|reports?|conclu\w+)\b", re.IGNORECASE)
_BODY = late(r"\b(?:committee|court|panel|judges?|inquiry|MPs|lawmakers|senators|tribunal|commission|hearing)\b")


def _doer_words(record: Record) -> frozenset[str]:
    """The stems of what stands before a head in its clause: who or what does it."""
    head = record.event.head.start if record.event.head else record.event.start
    return frozenset(content_words(record.report.text[record.own_start : max(head, record.own_start)]))


_QUIET = late(
    r"\bguns (?:fell|fall|have fallen|had fallen|went|were) silent\b|\b(?:truce|ceasefire|cease-fire|armistice) "
    r"(?:came into (?:force|effect)|took (?:effect|hold)|began|held)\b",
    re.IGNORECASE,
)
_FIGHTING = late(r"\b(?:fighting|firing|shooting|shelling|hostilities|truce|ceasefire|cease-fire)\b", re.IGNORECASE)


def fell_quiet(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """The fighting that was to stop on a day has stopped: the guns fell silent, the truce came into force."""
    plan, due = thread.head, thread.due
    if due is None or due.days > SHORT or not deeds.reading.small or plan.status in ("postponed", "cancelled"):
        return
    if plan.event.negated or plan.kind == "request" or not _FIGHTING.search(plan.own_text):
        return
    for day in days(due.start[:10], due.end[:10], 1):
        for deed in deeds.on_day.near(day, thread):
            told = deed.order > plan.order and not deed.negated and in_time(thread, deed)
            if told and _QUIET.search(deed.text) and not _AHEAD.search(deed.text):
                yield Finding("kept", "kept", deed, f"the fighting stopped{common_words(thread, deed)}", 1.2)


WHOLE = 2
"""Words of a thing by which it is known, whatever was done with it on the day: "its first folding phone"."""


def done_with_it(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """On the very day somebody of the plan, or in its place, did something with the whole of its thing: "will unveil
    its first folding phone in Turin", "held up the first folding phone in Turin"."""
    plan, due = thread.head, thread.due
    if due is None or due.days > 1 or not deeds.reading.small or plan.status in ("postponed", "cancelled"):
        return
    things = theme(plan) - plan.entity_words
    if plan.event.negated or plan.kind == "request" or len(things) < WHOLE:
        return
    undoing = UNDOES.get(plan.action, frozenset()) | frozenset(CONTRARY.get(plan.action, ())) | _COMES_TO_NOTHING
    for deed in deeds.on_day.near(due.start, thread):
        if not _fits(thread, deed) or deed.day != due.start or deed.status == "said" or deed.action in undoing:
            continue
        near = plan.places & deed.places or subject_words(plan) & subject_words(deed) or plan.subjects & deed.subjects
        if near and things <= of_one_kind(deed.own) and not kind_of_answer(deed) and not _AHEAD.search(deed.text):
            reason = f"told of the same thing on the day: {deed.lemma}{common_words(thread, deed)}"
            yield Finding("kept", "kept", deed, reason, 0.8)


_COMES_TO_NOTHING = frozenset("postpone cancel collapse withdraw miss fail abandon drop lose burn stop end".split())

_ACTS = frozenset(("announce", "decide", "vote", "end", "start", "meet"))
"""What a body does that meets or decides."""


def _fits(thread: Thread, deed: Record) -> bool:
    return (
        deed.order > thread.head.order
        and deed.status in TOLD
        and in_time(thread, deed)
        and not (deed.status == "said" and deed.lemma in ("say", "tell", "add"))
        and not deed.negated
    )
