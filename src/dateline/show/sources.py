"""What was read: the reports as rows, copies folded under the text that they repeat."""

from __future__ import annotations

from collections import Counter

import msgspec

from dateline.model.story import Reuse, StoryDocument, StoryReport
from dateline.show.citations import Cite, Citer
from dateline.show.dates import published_text
from dateline.show.wording import file_name

DOUBTFUL = 0.5
"""Confidence. A worked-out date below it is more likely wrong than right, and every screen says so."""


class Sharing(msgspec.Struct, frozen=True):
    """How one report stands to an earlier one: "repeats 61 % of", with that report's id and name."""

    words: str
    report: str
    name: str
    day: str


class ReportRow(msgspec.Struct, frozen=True):
    """One report that was read.

    ``file``: its name without folders, which are nobody else's business. ``copy_of``: the id of the report whose text
    it repeats whole. ``basis``: ``stated``, ``inferred`` or ``unknown``; ``doubtful``: inferred, and more likely wrong
    than right.
    """

    id: str
    name: str
    title: str | None
    authors: str
    place: str | None
    day: str
    day_short: str
    machine_day: str | None
    basis: str
    rule: str
    confidence: str
    doubtful: bool
    because: tuple[Cite, ...]
    file: str | None
    url: str | None
    language: str | None
    copy_of: str | None
    copies: int
    sharing: tuple[Sharing, ...]


_WORDS = {
    "same": "the same text as",
    "update": "an update that repeats {share} of",
    "rewrite": "shares {share} with",
    "shared quotes": "shares quotations with",
}


def report_rows(document: StoryDocument, citer: Citer) -> tuple[ReportRow, ...]:
    """The reports in the document's order, each with what it shares with earlier ones."""
    order = {report.id: place for place, report in enumerate(document.reports)}
    copy_of = _copies(document, order)
    shared: dict[str, list[Sharing]] = {}
    for reuse in document.reuse:
        first, second = sorted(reuse.reports, key=lambda name: order[name])
        shared.setdefault(second, []).append(_sharing(reuse, citer.reports[first], citer.names[first]))
    copies = Counter(copy_of.values())
    return tuple(
        _row(report, citer, copy_of.get(report.id), copies[report.id], shared.get(report.id, []))
        for report in document.reports
    )


def _row(report: StoryReport, citer: Citer, copy_of: str | None, copies: int, sharing: list[Sharing]) -> ReportRow:
    published = report.published
    return ReportRow(
        id=report.id,
        name=citer.names[report.id],
        title=report.title,
        authors=", ".join(report.authors),
        place=report.dateline,
        day=published_text(published),
        day_short=published_text(published, "short"),
        machine_day=published.date.isoformat() if published.date else None,
        basis=published.basis,
        rule=published.rule,
        confidence=f"{published.confidence:.0%}" if published.basis == "inferred" else "",
        doubtful=published.basis == "inferred" and published.confidence < DOUBTFUL,
        because=citer.cites(published.because),
        file=file_name(report.file),
        url=report.url if report.url and report.url.startswith(("http://", "https://")) else None,
        language=report.language,
        copy_of=copy_of,
        copies=copies,
        sharing=tuple(sharing),
    )


def _copies(document: StoryDocument, order: dict[str, int]) -> dict[str, str]:
    """Report -> the first report of the family that has the same text."""
    first: dict[str, str] = {}
    same = [sorted(one.reports, key=lambda name: order[name]) for one in document.reuse if one.kind == "same"]
    for early, late in sorted(same, key=lambda pair: (order[pair[1]], order[pair[0]])):
        first.setdefault(late, first.get(early, early))
    return first


def _sharing(reuse: Reuse, earlier: StoryReport, name: str) -> Sharing:
    words = _WORDS[reuse.kind].format(share=f"{reuse.shared:.0%}")
    return Sharing(words, earlier.id, name, published_text(earlier.published, "short"))
