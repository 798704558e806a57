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
    own = text[told.sentence.start : told.sentence.end]
    index = bisect_right([one.start for one in sentences], told.sentence.start) - 1
    found: list[Sentence] = []
    first, length = own, len(own)
    for step in range(1, FURTHEST + 1):
        if not leans(first):
            break
        if step > index or sentences[index - step].kind != "body":
            return []
        one = sentences[index - step]
        if not shares_quotation(first):
            found = []  # a pronoun goes on with the one before it: the sentence between may go
            length = len(own)
            first = ""
        first = f"{text[one.start : one.end]} {first}".strip()
        found.insert(0, one)
        length += one.end - one.start
    return [] if leans(first) or length > LONGEST_TOGETHER else found
