"""What one report says: a pure function from a report to its annotations.

    sentences ─▶ times ─▶ names ─▶ quotations ─▶ quantities ─▶ events

Each annotator takes the text and what the ones before it found, changes nothing, and finds the same in the same
text. Only the story is read: headline, paragraphs and captions, never credits, sign-offs or page furniture.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from dateline.annotate.names import find_names
from dateline.annotate.quantities import find_quantities
from dateline.annotate.quotations import find_quotations
from dateline.annotate.sentences import sentences
from dateline.annotate.status import find_events
from dateline.annotate.times import find_times
from dateline.model.annotations import Annotated, Annotations
from dateline.model.report import Report

STORY_BLOCKS = frozenset(("headline", "body", "caption"))
"""The kinds of block that tell the story."""

__all__ = ["STORY_BLOCKS", "annotate", "retime"]


def annotate(report: Report) -> Annotations:
    """All that is found in one report."""
    text = report.text
    sents = tuple(s for s in sentences(text, report.blocks) if s.kind in STORY_BLOCKS)
    timexes = find_times(text, sents, report.day)
    mentions = find_names(text, sents)
    quotes = find_quotations(text, sents, mentions)
    quantities = find_quantities(text, sents, timexes)
    events = find_events(text, sents, timexes, mentions, quotes)
    return Annotations(sents, timexes, mentions, quotes, quantities, events)


def retime(annotated: Annotated, day: dt.date | None) -> Annotated:
    """The same report with its time expressions resolved as if it were published on ``day``.

    Where the expressions stand does not depend on the day, so the events keep their links to them.
    """
    timexes = find_times(annotated.report.text, annotated.notes.sentences, day)
    return Annotated(annotated.report, msgspec.structs.replace(annotated.notes, timexes=timexes))
