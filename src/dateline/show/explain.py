"""Why a line of the timeline says what it says: its sentences, its rule, its rivals, and whose dates are worked out."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dateline.model.evidence import Evidence
from dateline.model.story import StoryDocument
from dateline.show.making import RowMaker
from dateline.show.shapes import DifferenceRow, EntryRow
from dateline.show.sources import ReportRow, report_rows


class Explanation(msgspec.Struct, frozen=True):
    """One line with all that speaks for it and against it.

    ``rivals``: other lines that rest on the same words. ``differences``: disagreements that touch its words.
    ``inferred``: the reports behind it whose date is worked out, and with it perhaps the line's.
    """

    entry: EntryRow
    rivals: tuple[EntryRow, ...]
    differences: tuple[DifferenceRow, ...]
    inferred: tuple[ReportRow, ...]


def explain(document: StoryDocument, entry_id: str) -> Explanation:
    """The explanation of a line. Raises KeyError where there is none of that id."""
    maker = RowMaker(document)
    one = next((entry for entry in document.entries if entry.id == entry_id), None)
    if one is None:
        raise KeyError(entry_id)
    behind = {place.report for place in one.evidence}
    return Explanation(
        entry=maker.entry(one, None, most=len(one.evidence)),
        rivals=tuple(
            maker.entry(other, None)
            for other in document.entries
            if other.id != entry_id and _touch(one.evidence, other.evidence)
        ),
        differences=tuple(
            maker.difference(other)
            for other in document.differences
            if any(_touch(one.evidence, version.evidence) for version in other.versions)
        ),
        inferred=tuple(
            row for row in report_rows(document, maker.citer) if row.id in behind and row.basis == "inferred"
        ),
    )


def _touch(some: Iterable[Evidence], others: Iterable[Evidence]) -> bool:
    """Whether any two places share a character."""
    others = list(others)
    return any(a.report == b.report and a.start < b.end and b.start < a.end for a in some for b in others)
