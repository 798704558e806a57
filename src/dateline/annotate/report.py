"""What one report says: a pure function from a report to its annotations.

    sentences ─▶ times ─▶ names ─▶ quotations ─▶ quantities ─▶ events

Each annotator takes the text and what the ones before it found, changes nothing, and finds the same in the same
text. Only the story is read: headline, paragraphs and captions, never credits, sign-offs or page furniture.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

from dateline.annotate.names import find_names
from dateline.annotate.quantities import find_quantities
from dateline.annotate.quotations import find_quotations
from dateline.annotate.sentences import sentences
from dateline.annotate.status import find_events_and_asides
from dateline.annotate.times import RawTimexes, find_times, recognise, resolve
from dateline.model.annotations import Annotated, Annotations
from dateline.model.report import Report

if TYPE_CHECKING:
    from dateline.annotate.backends import BackEnd

STORY_BLOCKS = frozenset(("headline", "body", "caption"))
"""The kinds of block that tell the story."""

__all__ = ["STORY_BLOCKS", "Retimer", "annotate", "retime"]


def annotate(report: Report, backend: BackEnd | None = None) -> Annotations:
    """All that is found in one report. ``backend``: whose names are votes beside those of our rules."""
    text = report.text
    sents = tuple(s for s in sentences(text, report.blocks) if s.kind in STORY_BLOCKS)
    timexes = find_times(text, sents, report.day)
    mentions = find_names(text, sents)
    if backend is not None:
        from dateline.annotate.backends.votes import with_votes

        mentions = with_votes(text, mentions, timexes, backend.read(text, sents))
    quotes = find_quotations(text, sents, mentions)
    quantities = find_quantities(text, sents, timexes)
    events, asides = find_events_and_asides(text, sents, timexes, mentions, quotes)
    return Annotations(sents, timexes, mentions, quotes, quantities, events, asides)


class Retimer:
    """Resolves a report's time expressions as if it had been published on another day.

    Where the expressions stand does not depend on the day, so the events keep their links to them, and each report is
    searched once however many days are tried.
    """

    def __init__(self) -> None:
        self._recognised: dict[str, RawTimexes] = {}

    def __call__(self, annotated: Annotated, day: dt.date | None) -> Annotated:
        report, notes = annotated.report, annotated.notes
        raw = self._recognised.get(report.id)
        if raw is None:
            raw = self._recognised[report.id] = recognise(report.text, notes.sentences)
        return Annotated(report, msgspec.structs.replace(notes, timexes=resolve(raw, day)))


def retime(annotated: Annotated, day: dt.date | None) -> Annotated:
    """The same report with its time expressions resolved as if it were published on ``day``."""
    return Retimer()(annotated, day)
