"""Answers: what was asked or offered is turned down or given, told in words that name the asking.

"Rejected the union's call for a halt", "an appeal to hold on was ignored", "accepted the invitation". An answer
belongs to the asking with which it shares matter, asker or asked; it may name none of these only right beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model.story import CommitmentState, StepKind
from dateline.text.patterns import late
from dateline.text.words import content_words
from dateline.weave.commitments.actions import things_of
from dateline.weave.commitments.classes import ASKINGS, BLOCKS
from dateline.weave.commitments.deeds import TOLD, Deeds, Finding, common_words
from dateline.weave.commitments.records import Record
from dateline.weave.commitments.roles import asked_words, cue_end, of_one_kind, passive, subject_words, theme
from dateline.weave.commitments.threads import Thread
from dateline.weave.commitments.words import told_by

ENOUGH = 0.9
"""Summed rarity of matter, asker and asked that answer and asking must have in common. Chosen on the cases in
``benchmarks/outcomes``; between 0.7 and 1.0 they score alike."""

CROWD = 1.7
"""The same in a big pile, where many ask for much."""

SHARP = 0.8
"""Words of the asked act itself that an answer must name in a big pile."""

ASKER = 0.7
"""What it adds that the asker is named beside the answer."""

ASKED = 0.5
"""What it adds that those who answer are those who were asked."""

NAMED = 0.3
"""What it adds that the answer speaks of a call, an offer, an appeal."""

EARLY = 7
"""Days before a report in which a request that it tells without a day may have been answered."""

NEXT = 2
"""Sentences after a request in which "his demand" still means it."""

LONG = 120
"""Days in which an answer may come."""

ANSWERED = "told as answered"
"""Opens the reason for an asking that is only told as what was answered."""

OFFERS = frozenset(("offer", "propose", "invite"))
_SEEKING = frozenset("ask request appeal apply seek petition sue submit demand challenge contest complain".split())
_ASKING_STEMS = frozenset(stem for word in ASKINGS for stem in content_words(word))
_BARE = late(r"\s*(?:[.,;]|because|on\b|it\b|and\b|$)")
_BY_PRONOUN = late(r"(?:but |that )?(?:he|she|they|it|the (?:board|government|company|council))\b", re.IGNORECASE)
_DEFINITE = late(
    r"\b(?:his|her|its|their|that|this|the|such|both|all)\s(?:\w+\s)?(?:"
    + "|".join(sorted(ASKINGS))
    + r")s?\b(?!\s+(?:for|to|of|by|from|that)\b)",
    re.IGNORECASE,
)


def answered(deeds: Deeds, thread: Thread) -> Iterator[Finding]:
    """What was asked or offered is turned down or given; that it is answered shows that it was asked as planned."""
    plan = thread.head
    asks = plan.kind == "request" or told_by(plan.cue) in OFFERS
    if not asks and not (plan.action in _SEEKING or plan.lemma in _SEEKING):
        return
    what: StepKind
    state: CommitmentState
    for answer in ("refused", "granted"):
        for deed in deeds.answering(answer, thread, LONG, EARLY):
            if deed.event.negated or deed.status not in TOLD or not _is_answer(deed):
                continue
            if deed.lemma in BLOCKS and plan.action not in things_of(_object(deed)):
                continue
            if _told_as_answered(plan, deed):
                what, state = ("kept", "kept") if answer == "granted" else ("declined", "declined")
                yield Finding(what, state, deed, f"{ANSWERED}: {deed.lemma}", 3.0)
            if not _after(plan, deed):
                continue
            strength = _of_one_matter(deeds, thread, deed)
            if strength < (ENOUGH if deeds.reading.small else CROWD):
                continue
            what = "kept" if answer == "granted" or not asks else "declined"
            state = "kept" if what == "kept" else "declined"
            said = "turned down" if answer == "refused" else "agreed to"
            reason = f"{deed.lemma}: what was asked was {said}{common_words(thread, deed)}"
            yield Finding(what, state, deed, reason, strength + 0.5)


_SILENT = late(
    r"\s+to\s+(?:comment|speak|say|answer|elaborate|discuss|talk|confirm|identify|name|be (?:named|identified|quoted)"
    r"|give (?:his|her|their|a|any))\b",
    re.IGNORECASE,
)


_NOT_FOR_LONG = ("initially ", "at first ", "first ", "had earlier ")
"""What stands before an answer that was not the last: "initially resisted calls"."""


def _is_answer(deed: Record) -> bool:
    """Whether the verb answers an asking: not "declined to comment", nor "honoured to be here"."""
    text, head = deed.report.text, deed.event.head
    if head is not None and text[max(0, head.start - 14) : head.start].endswith(_NOT_FOR_LONG):
        return False
    after = text[deed.head_end : deed.head_end + 40]
    if deed.lemma in ("decline", "refuse"):
        return _SILENT.match(after) is None
    if deed.lemma in ("honour", "honor", "deny"):
        return bool(_ASKING_STEMS & frozenset(content_words(_object(deed))))
    return True


def _told_as_answered(plan: Record, deed: Record) -> bool:
    """Whether the asking is only told as what was answered: "dismissed calls to raise the tax"."""
    cue = plan.event.cue
    if cue is None or deed.order != plan.order or deed.position != plan.position:
        return False
    start, end = _object_span(deed)
    word = plan.cue.removesuffix("s")
    return start <= cue.start < end and not plan.cue_verb and (word in ASKINGS or plan.cue in ASKINGS)


def _after(plan: Record, deed: Record) -> bool:
    return deed.order > plan.order or deed.number > plan.number


def _of_one_matter(deeds: Deeds, thread: Thread, deed: Record) -> float:
    """How sure it is that an answer is to this asking; 0 where it is to another."""
    plan, rarity = thread.head, deeds.reading.rarity
    answered = _object(deed)
    stems = frozenset(content_words(answered))
    matter = frozenset(word for word in stems - _ASKING_STEMS if not word.isdigit())
    about = (thread.own if deeds.crowded(plan) else thread.own | plan.words) - _ASKING_STEMS
    if _strangers(plan, deed):
        return 0.0
    asker = bool(plan.by and plan.by in deed.telling.voices.entities(*_object_span(deed)))
    asker = asker or bool(_askers(plan) & stems)
    to_whom = asked_words(plan) if plan.kind == "request" else theme(plan)
    asked = ASKED if to_whom & subject_words(deed) else 0.0
    named = NAMED if _ASKING_STEMS & stems else 0.0
    common = sum(rarity(word) for word in matter & about)
    if not common and not asker:
        if matter:
            return 0.0
        close = deed.order == plan.order and 0 <= deed.position - plan.position <= NEXT
        bare = _BARE.match(answered) is not None and (_BY_PRONOUN.match(deed.own_text) is not None or asked > 0)
        meant = bool(_DEFINITE.search(answered)) or bare
        of_them = named and deeds.reading.small and thread.own & subject_words(deed)  # "dismissed calls for her to go"
        return ENOUGH if of_them or (meant and (close or (asked and deeds.reading.small))) else 0.0
    whole = NAMED if matter and matter <= about else 0.0
    if not deeds.reading.small:
        sharp = sum(rarity(word) for word in matter & of_one_kind(frozenset(thread.own)))
        if sharp < SHARP or not (asker or asked > 0 or named > 0):
            return 0.0
    return common + ASKER * asker + asked + named + whole


def _strangers(plan: Record, deed: Record) -> bool:
    """Whether one body was asked by name and another one answers, or the asker answers itself."""
    asked = frozenset(plan.telling.voices.actors(cue_end(plan), max(plan.event.start, cue_end(plan))))
    answers = deed.subjects
    if asked and answers and not asked & answers:
        return True
    return plan.by is not None and answers == {plan.by}


def _object_span(deed: Record) -> tuple[int, int]:
    if passive(deed) and deed.event.head is not None:
        return deed.own_start, deed.event.head.start
    return deed.head_end, deed.own_end


def _object(deed: Record) -> str:
    start, end = _object_span(deed)
    return deed.report.text[start:end]


def _askers(plan: Record) -> frozenset[str]:
    """The stems of those who ask: before the asking word."""
    cue = plan.event.cue
    end = cue.start if cue is not None else plan.event.start
    before = plan.report.text[max(plan.sentence.start, end - 60) : end]
    return frozenset(content_words(before.rpartition(",")[2] or before))
