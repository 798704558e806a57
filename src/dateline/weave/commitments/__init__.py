"""What was announced, requested, promised or predicted, and what became of it.

plans ───── what the reports tell as yet to come, and what they tell as done, as comparable records
threads ─── tellings of one plan for one day brought together
deeds ───── what may settle a thread, found by action and day
outcomes ── the later telling that settles it, with the reason (kept, turned: the rules)
actions ─── which words name one action ("decide", "decision"), and which undo each other
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from dateline.model.dates import DateSpan
from dateline.model.evidence import Evidence
from dateline.model.material import Material
from dateline.model.story import Commitment, CommitmentState, Step
from dateline.weave.commitments.answers import ANSWERED
from dateline.weave.commitments.deeds import Deeds, Finding, a_week_on
from dateline.weave.commitments.due import day_of
from dateline.weave.commitments.outcomes import finding, replaced
from dateline.weave.commitments.reading import Reading
from dateline.weave.commitments.records import Record
from dateline.weave.commitments.threads import Thread, threads

MOST = 60
"""Commitments shown at most; settled ones and those of many texts first."""

JUDGED = 250
"""Threads whose outcome is looked for: those of most texts and nearest to a report's head. A bound on the cost; four
times as many as are shown."""

__all__ = ["commitments"]


def commitments(material: Material) -> tuple[Commitment, ...]:
    """The commitments of a story, by the day that they were made, numbered c1, c2, ..."""
    reading = Reading(material)
    deeds = Deeds(reading)
    found = sorted(threads(reading), key=lambda t: (-_score(t, None), t.head.made, t.head.order, t.head.number))[
        :JUDGED
    ]
    by_action: dict[str, list[Thread]] = defaultdict(list)
    for thread in found:
        for action in sorted({thread.head.action, *thread.things}):
            by_action[action].append(thread)
    made = [(t, finding(deeds, t) or replaced(deeds, t, by_action[t.head.action])) for t in found]
    made = _without_echoes(made)
    ranked = sorted(made, key=lambda pair: (-_score(*pair), pair[0].head.order, pair[0].head.number))[:MOST]
    ranked.sort(key=lambda pair: (pair[0].head.made, pair[0].head.order, pair[0].head.number))
    as_of = material.as_of.isoformat() if material.as_of else ""
    return tuple(_commitment(f"c{n}", thread, found, as_of) for n, (thread, found) in enumerate(ranked, 1))


def _without_echoes(made: Sequence[tuple[Thread, Finding | None]]) -> list[tuple[Thread, Finding | None]]:
    """Without the threads that only tell again what became of another: "the vote set for Friday was put off"."""
    settling: dict[tuple[int, int], set[int]] = defaultdict(set)
    for number, (_, found) in enumerate(made):
        if found is not None:
            settling[found.record.order, found.record.position].add(number)
    kept = []
    for number, (thread, found) in enumerate(made):
        head = thread.head
        others = settling.get((head.order, head.position), set()) - {number}
        echo = head.status in ("postponed", "cancelled") or head.event.negated
        echo = echo or (found is not None and found.reason.startswith(ANSWERED))
        if not (echo and others):
            kept.append((thread, found))
    return kept


def _score(thread: Thread, found: Finding | None) -> float:
    """How much a thread is worth showing."""
    texts = len({record.group for record in thread.members})
    first = min(record.position for record in thread.members)
    score = texts + 1.0 / (1 + first) + 0.5 * (thread.due is not None) + 0.5 * (thread.head.by is not None)
    return score + (3.0 if found else 0.0)


def _commitment(name: str, thread: Thread, found: Finding | None, as_of: str) -> Commitment:
    head = thread.head
    named = next((one for one in thread.members if not one.bare), head)
    evidence: dict[str, Evidence] = {}
    for record in thread.members:
        evidence.setdefault(record.report.id, record.cite())
    steps = _steps(thread, found)
    outcome: tuple[Evidence, ...] = ()
    state: CommitmentState = "open"
    if found is not None:
        state, outcome = found.state, (found.record.cite(),)
        steps.append(Step(found.what, _when(found.record), outcome, found.reason))
    elif thread.due is not None and as_of and thread.due.end < as_of:
        state = "unknown"
    return Commitment(
        id=name,
        kind=head.kind,
        by=next((record.by for record in thread.members if record.by), None),
        text=" ".join((named.cite().quote if named.part else named.text).split()),
        made=day_of(head.made),
        due=day_of(found.record.day) if found and a_week_on(thread, found.record) else thread.due,
        steps=tuple(steps),
        state=state,
        evidence=tuple(evidence.values()),
        outcome=outcome,
    )


def _steps(thread: Thread, found: Finding | None) -> list[Step]:
    """The announcing, and each later day on which another report told it again before its outcome."""
    steps = [Step("announced", day_of(thread.head.made), (thread.head.cite(),), _announced(thread.head))]
    told = {thread.head.made}
    groups = {thread.head.group}
    for record in thread.members[1:]:
        if _past(record, found) or _CANCELS.search(record.text):
            continue
        if record.made and record.made not in told and record.group not in groups:
            steps.append(Step("confirmed", day_of(record.made), (record.cite(),), "told again by a later report"))
            told.add(record.made)
            groups.add(record.group)
    return steps


_CANCELS = re.compile(r"\b(?:cancel|postpon|scrapp|abandon|suspend|shelv)(?:s|e|es|ed|ing|led|ling)?\b|\bcalled off\b")
"""Verbs beside which a plan is named again only to be told as stopped."""


def _past(record: Record, found: Finding | None) -> bool:
    """Whether a telling stands in the sentence of the outcome, or was made after it."""
    if found is None:
        return False
    end = found.record
    return (record.order, record.position) == (end.order, end.position) or record.made > (end.day or end.reported_on)


def _announced(record: Record) -> str:
    return f'told as {record.status}: "{record.cue}"' if record.cue else f"told as {record.status}"


def _when(record: Record) -> DateSpan | None:
    return day_of(record.day or record.reported_on)
