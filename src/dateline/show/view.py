"""What the screens show: a pure function from a story document to typed rows.

The terminal and the page both take their rows from here; neither computes anything of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

import msgspec

from dateline.model.story import Entity, StoryDocument
from dateline.show.dates import DateWords, day_text, stretch_text
from dateline.show.making import SMALL, RowMaker
from dateline.show.phases import phase_rows
from dateline.show.room import (
    EVERYTHING,
    Left,
    Room,
    commitment_rank,
    entity_rank,
    figure_rank,
    foremost,
    quotation_rank,
)
from dateline.show.shapes import (
    DifferenceRow,
    EntityRow,
    EntryRow,
    FigureRow,
    PhaseRow,
    QuotationRow,
    Speaker,
    ThreadRow,
)
from dateline.show.sources import ReportRow, report_rows
from dateline.show.wording import STATUS_MEANING, joined, plural
from dateline.text.gazetteer import tables
from dateline.text.name_forms import fold, is_transliterated

KINDS = (("organisation", "Organisations"), ("place", "Places"), ("event", "Events"), ("other", "Other names"))
"""Kinds of names beside people, as headings."""


_LONE_DATE = {
    "stated": "The report states its date.",
    "inferred": "The report's date is worked out.",
    "unknown": "The report's date is not known.",
}


class Summary(msgspec.Struct, frozen=True):
    """What was read, in figures and words."""

    reports: int
    texts: int
    stated: int
    inferred: int
    unknown: int
    oldest: str | None
    newest: str | None
    newest_words: str
    span: str
    read: str
    dated: str
    dated_words: str


class StoryView(msgspec.Struct, frozen=True):
    """Everything that a screen shows."""

    title: str
    language: str
    made_by: str
    as_of: str | None
    as_of_day: str | None
    summary: Summary
    reports: tuple[ReportRow, ...]
    entries: tuple[EntryRow, ...]
    phases: tuple[PhaseRow, ...]
    background: tuple[EntryRow, ...]
    statuses: tuple[tuple[str, str, int], ...]
    speakers: tuple[Speaker, ...]
    said_by_day: tuple[tuple[DateWords | None, tuple[QuotationRow, ...]], ...]
    people: tuple[EntityRow, ...]
    other_entities: tuple[tuple[str, tuple[EntityRow, ...]], ...]
    threads: tuple[ThreadRow, ...]
    figures: tuple[FigureRow, ...]
    differences: tuple[DifferenceRow, ...]
    left: Left


def story_view(document: StoryDocument, room: Room = EVERYTHING) -> StoryView:
    """The rows of a document, as many as there is room for."""
    maker = RowMaker(document)
    quotations = tuple(map(maker.quotation, foremost(document.quotations, room.quotations, quotation_rank)))
    reports = report_rows(document, maker.citer)
    entries = maker.entries(one for one in document.entries if not one.background)
    threads = tuple(map(maker.thread, foremost(document.commitments, room.threads, commitment_rank)))
    figures = tuple(map(maker.figure, foremost(document.figures, room.figures, figure_rank)))
    names = {
        kind: tuple(map(maker.entity, foremost(some, room.names, entity_rank)))
        for kind, some in named_kinds(document).items()
    }
    return StoryView(
        title=document.title,
        language=_language(document),
        made_by=document.generated.by,
        as_of=day_text(document.generated.as_of) if document.generated.as_of else None,
        as_of_day=document.generated.as_of,
        summary=_summary(document, reports),
        reports=reports,
        entries=entries,
        phases=phase_rows(document.phases, entries, maker.citer),
        background=maker.entries(one for one in document.entries if one.background),
        statuses=_statuses(document),
        speakers=maker.speakers(quotations),
        said_by_day=_by_day(quotations),
        people=names["person"],
        other_entities=tuple((label, names[kind]) for kind, label in KINDS if names[kind]),
        threads=threads,
        figures=tuple(sorted(figures, key=lambda one: one.alike)),
        differences=tuple(maker.difference(one) for one in document.differences),
        left=Left(
            quotations=len(document.quotations) - len(quotations),
            threads=len(document.commitments) - len(threads),
            figures=len(document.figures) - len(figures),
            names=len(document.entities) - sum(map(len, names.values())),
        ),
    )


def named_kinds(document: StoryDocument) -> dict[str, list[Entity]]:
    """The entities by kind; a name taken for a person's of which nothing tells that is among the other names.

    What tells it: a role, words of his, a known given name; in a large story, where one name in so many is that of a
    thing, more than one word does only where the last is used alone, as surnames are.
    """
    given = tables().given
    heard = {one.speaker for one in document.quotations} | {one.by for one in document.commitments}
    many = len(document.reports) > SMALL
    made: dict[str, list[Entity]] = {kind: [] for kind in ("person", *(kind for kind, _ in KINDS))}
    for one in document.entities:
        first, _, last = one.name.partition(" ")
        sure = one.roles or one.perhaps or one.id in heard or fold(first) in given or is_transliterated(first)
        by_surname = last.rpartition(" ")[2] in one.aliases
        doubtful = not sure and (not last or (many and not by_surname))
        made["other" if one.kind == "person" and doubtful else one.kind].append(one)
    return made


def _by_day(rows: tuple[QuotationRow, ...]) -> tuple[tuple[DateWords | None, tuple[QuotationRow, ...]], ...]:
    days: dict[tuple[str, str], list[QuotationRow]] = defaultdict(list)
    for row in rows:
        days[(row.day or "9", row.date.text if row.date else "")].append(row)
    return tuple((said[0].date, tuple(said)) for _, said in sorted(days.items()))


def _statuses(document: StoryDocument) -> tuple[tuple[str, str, int], ...]:
    """(status, meaning, how many lines) of those that occur."""
    count: Counter[str] = Counter(one.status for one in document.entries)
    return tuple((status, meaning, count[status]) for status, meaning in STATUS_MEANING.items() if count[status])


def _language(document: StoryDocument) -> str:
    """The commonest language of the reports; English where none is given."""
    count = Counter(one.language for one in document.reports if one.language)
    return max(sorted(count), key=lambda tag: count[tag], default="en")


def _summary(document: StoryDocument, rows: tuple[ReportRow, ...]) -> Summary:
    """ "6 reports, 5 texts, 21 October – 1 November 2011"; "3 dates stated, 3 inferred"."""
    basis = Counter(one.published.basis for one in document.reports)
    first = [day for one in document.reports if (day := one.published.date or one.published.earliest)]
    last = [day for one in document.reports if (day := one.published.date or one.published.latest)]
    oldest = min(first).isoformat() if first else None
    newest = max(last).isoformat() if last else None
    span = stretch_text(min(oldest, newest), newest) if oldest and newest else "dates unknown"
    texts = sum(not row.copy_of for row in rows)
    read = plural(len(rows), "report") + (f", {plural(texts, 'text')}" if texts != len(rows) else "")
    doubtful = sum(row.doubtful for row in rows)
    parts = [f"{basis[kind]} {kind}" for kind in ("stated", "inferred", "unknown") if basis[kind]]
    doubt = f" ({doubtful} of these doubtful)" if doubtful else ""
    return Summary(
        reports=len(rows),
        texts=texts,
        stated=basis["stated"],
        inferred=basis["inferred"],
        unknown=basis["unknown"],
        oldest=oldest,
        newest=newest,
        newest_words=day_text(newest) if newest else "unknown date",
        span=span,
        read=read,
        dated_words=_dated_words({kind: basis[kind] for kind in ("stated", "inferred", "unknown")}, doubtful),
        dated=(f"all dates {next(iter(basis))}" if len(basis) == 1 and not doubt else f"dates {joined(parts)}{doubt}")
        if len(rows) > 1
        else f"date {document.reports[0].published.basis}",
    )


def _dated_words(basis: Mapping[str, int], doubtful: int) -> str:
    """ "4 reports state their date; for 2 it is worked out." """
    if sum(basis.values()) == 1:
        return next(words for kind, words in _LONE_DATE.items() if basis[kind])
    doubt = f" (doubtful in {doubtful})" if doubtful else ""
    parts = (
        [f"{plural(basis['stated'], 'report states its date', 'reports state their dates')}"] if basis["stated"] else []
    )
    if basis["inferred"]:
        parts.append(f"for {basis['inferred']:,} the date is worked out{doubt}")
    if basis["unknown"]:
        parts.append(f"for {basis['unknown']:,} no date is known")
    words = "; ".join(parts)
    return f"{words[:1].upper()}{words[1:]}."
