"""What date F1 and ROUGE do not see of a timeline: repetition, burst days, plans shown as what happened.

Works on any system's output; an entry may carry ``statuses`` beside its ``sentences``, and what is marked there as
planned or expected does not pass for what happened.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterable
from typing import Any

from dateline.text.words import content_words

REPEATED = 0.7
"""Share of a sentence's content words that stand in one earlier sentence from which it counts as a repetition."""

AHEAD = frozenset(("planned", "expected", "requested"))
"""Statuses that tell the reader that it had not happened."""

_AHEAD = re.compile(
    r"\b(?:will|shall|is to|are to|(?:is|are|was|were) (?:\w+ly |also |again )?"
    r"(?:due|set|expected|scheduled|supposed|planned|likely|about|planning|preparing) to)\b"
)
_TOLD_BEFORE = re.compile(
    r"\b(?:said|says|told|tells|asked|wrote|warned|vowed|swore|made|gave|took|met|won|held|was|were|had|has|have|found"
    r"|spoke|led|went|came|began|fell|rose|saw|\w{2,}ed)\b"
)
"""A verb in the past before the first word that looks ahead: then that is what the sentence tells."""

Row = dict[str, Any]


def repetition(rows: Iterable[Row]) -> float:
    """Share of shown sentences that repeat one of an earlier entry."""
    shown = repeated = 0
    for row in rows:
        before: list[set[str]] = []
        for entry in sorted(row["entries"], key=lambda entry: str(entry["date"])):
            now = [set(content_words(sentence)) for sentence in entry.get("sentences", ())]
            shown += len(now)
            repeated += sum(
                any(len(words & other) >= REPEATED * len(words) for other in before) for words in now if words
            )
            before += now
    return repeated / max(1, shown)


def neighbours(rows: Iterable[Row]) -> float:
    """Share of entries that follow the day before."""
    days = [sorted({dt.date.fromisoformat(entry["date"][:10]) for entry in row["entries"]}) for row in rows]
    pairs = [(a, b) for run in days for a, b in itertools.pairwise(run)]
    return sum((b - a).days == 1 for a, b in pairs) / max(1, len(pairs))


def planned_as_happened(rows: Iterable[Row]) -> float:
    """Share of the sentences shown without a sign of it that tell as still ahead what their day should have brought."""
    shown = ahead = 0
    for row in rows:
        for entry in row["entries"]:
            statuses = entry.get("statuses") or ()
            for sentence, status in itertools.zip_longest(entry.get("sentences", ()), statuses):
                if sentence is not None and status not in AHEAD:
                    shown += 1
                    ahead += looks_ahead(sentence)
    return ahead / max(1, shown)


def looks_ahead(sentence: str) -> bool:
    """Whether a sentence tells first of something to come."""
    found = _AHEAD.search(sentence)
    return found is not None and not _TOLD_BEFORE.search(sentence[: found.start()])


def summary(rows: list[Row]) -> str:
    """One line with all of it."""
    return (
        f"repetition {repetition(rows):.3f}  follows the day before {neighbours(rows):.3f}"
        f"  planned as happened {planned_as_happened(rows):.3f}"
    )
