"""The sentences before one that does not stand by itself: whom "he" is, where the quotation began."""

from __future__ import annotations

from bisect import bisect_right

from dateline.model.annotations import Annotated, Sentence
from dateline.weave.timeline.tellings import Telling
from dateline.weave.timeline.wording import leans, shares_quotation

FURTHEST = 2
"""Sentences that are shown before the one that tells, at most."""

LONGEST_TOGETHER = 420
"""Characters of all together. A line of a timeline is no paragraph."""


def before(annotated: Annotated, told: Telling) -> list[Sentence]:
    """The sentences to show before the telling's own, in order; none where it stands by itself or nothing helps."""
    text, sentences = annotated.report.text, annotated.notes.sentences
    first = text[told.sentence.start : told.sentence.end]
    index = bisect_right([one.start for one in sentences], told.sentence.start) - 1
    found: list[Sentence] = []
    length = len(first)
    while leans(first) and len(found) < FURTHEST and index > 0 and sentences[index - 1].kind == "body":
        index -= 1
        one = sentences[index]
        first = text[one.start : one.end] + (" " + first if shares_quotation(first) else "")
        length += one.end - one.start
        if length > LONGEST_TOGETHER:
            return []
        found.insert(0, one)
    return [] if leans(first) else found
