"""What became of a thread: kept, changed, declined, broken, or nothing that a report tells.

Each rule is a small function that yields findings. All of them ask that the telling is not older than the plan, that
it is told as a fact, and that action and matter agree; a false outcome is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.weave.commitments.answers import answered
from dateline.weave.commitments.broken import broken, fell_through, given_up, undone
from dateline.weave.commitments.deeds import Deeds, Finding
from dateline.weave.commitments.held import appeared, done_otherwise, done_with_it, fell_quiet, held
from dateline.weave.commitments.kept import kept
from dateline.weave.commitments.moved import moved
from dateline.weave.commitments.records import Record
from dateline.weave.commitments.threads import Thread, alike
from dateline.weave.commitments.turned import crossed, granted, not_then, refused, renounced

RULES = (
    kept,
    held,
    done_otherwise,
    done_with_it,
    appeared,
    fell_quiet,
    broken,
    answered,
    refused,
    granted,
    renounced,
    crossed,
    undone,
    given_up,
    fell_through,
    moved,
    not_then,
)

REPLACED = 0.45
"""Likeness by which a later plan for a later day, told as a change, takes the place of an earlier one."""

KNOWN = 0.3
"""Rarity of the person, body or place that both must name in a pile that is not small."""

_WORD = re.compile(r"[a-z]+")
_CHANGE = frozenset(
    "delay delayed later instead now postponed moved pushed rescheduled originally slipped longer".split()
)


def finding(deeds: Deeds, thread: Thread) -> Finding | None:
    """What settles a thread: the strongest finding, the earliest of equals.

    A change told before an undated "kept", or one told only after the due day, goes before it: it was not done then.
    """
    found = [one for rule in RULES for one in rule(deeds, thread)]
    changes = [one.record.reported_on for one in found if one.state == "changed" and one.record.reported_on]
    first = min(changes, default="")
    found = [one for one in found if not (first and one.state == "kept" and _overtaken(one.record, thread, first))]
    found = [one for one in found if one.state != "broken" or not _in_good_time(one.record)]
    if not found:
        return None
    return min(
        found, key=lambda f: (-f.strength, f.record.day or f.record.reported_on, f.record.order, f.record.number)
    )


_EARLY = re.compile(r"\b(?:before|ahead of)\s(?:an?|the|its|their|his|her)\s(?:\w+\s)?deadline\b", re.IGNORECASE)


def _in_good_time(deed: Record) -> bool:
    """Whether a deed was done before its deadline, or is told without a day by a report of unknown day.

    Who walks away before the deadline is not in good time.
    """
    early = deed.action not in _ENDS and _EARLY.search(deed.text)
    return bool(early) or (not deed.day and deed.report.day is None)


_ENDS = frozenset(("collapse", "withdraw"))
"""Actions that leave nothing to be done in time."""


def _overtaken(deed: Record, thread: Thread, first: str) -> bool:
    """Whether a change was reported before a deed that names no day, or one after the due day."""
    late = thread.due is not None and deed.day > thread.due.end
    return first < deed.reported_on and (not deed.day or late)


def replaced(deeds: Deeds, thread: Thread, others: Sequence[Thread]) -> Finding | None:
    """A later report gives a later day for the same thing and speaks of a change."""
    plan, due = thread.head, thread.due
    if due is None or plan.kind == "request":
        return None
    for other in others:
        head = other.head
        if (
            other is thread
            or other.due is None
            or head.order <= plan.order
            or head.status in ("postponed", "cancelled")
        ):
            continue
        if other.due.start <= due.end or not plan.made < head.made <= due.start:
            continue
        likely = alike(deeds.reading, thread.own, other.own) >= REPLACED or (
            plan.bare and deeds.reading.small and plan.action in other.things
        )
        one_matter = deeds.reading.small or deeds.reading.rarest_name(thread.entities & other.entities) >= KNOWN
        if likely and one_matter and set(_WORD.findall(head.text.lower())) & _CHANGE:
            return Finding("changed", "changed", head, f"a later report gives {other.due.value} instead", 1.0)
    return None
