"""What the screens show: pure functions from a story document to typed rows.

The terminal and the page both take their rows from here; neither computes anything of its own. Every row that asserts
something carries its citations.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec

from dateline.model.story import (
    Commitment,
    Difference,
    Entity,
    Entry,
    Figure,
    Quotation,
    StoryDocument,
)
from dateline.show.citations import Cite, Citer
from dateline.show.dates import DateWords, date_words, day_text, stretch_text
from dateline.show.sources import ReportRow, report_rows
from dateline.show.wording import STATE_MEANING, STATUS_MEANING, figure_text, joined, plural

MOST_PLACES = 12
"""Places shown for a name; its mentions are counted."""
MOST_CITES = 60
"""Citations shown under one line. More are counted; a reader who needs all of them has the story document."""


class Thread(msgspec.Struct, frozen=True):
    """A pointer to a commitment."""

    id: str
    text: str
    state: str


class EntryRow(msgspec.Struct, frozen=True):
    """One line of the timeline.

    ``repeats_date``: the line before bears the same date. ``count``: "3 reports, 2 texts" or "1 report".
    ``more``: how many citations are not shown.
    """

    id: str
    date: DateWords
    start: str
    end: str
    repeats_date: bool
    status: str
    meaning: str
    text: str
    weight: float
    sources: str
    count: str
    reports: int
    texts: int
    cites: tuple[Cite, ...]
    more: int
    place: str | None
    thread: Thread | None
    rule: str


class QuotationRow(msgspec.Struct, frozen=True):
    """Something said. ``literal``: the words stand so in a report and may bear quotation marks.

    ``marks_lost``: they do, and were meant as literal speech, but the report printed no marks round them.
    """

    id: str
    speaker: str
    speaker_id: str | None
    kind: str
    text: str
    literal: bool
    marks_lost: bool
    denied: bool
    date: DateWords | None
    day: str
    context: str
    sources: str
    cites: tuple[Cite, ...]


class Speaker(msgspec.Struct, frozen=True):
    """One speaker with what he or she said, in the order of time."""

    name: str
    id: str | None
    role: str | None
    quotations: tuple[QuotationRow, ...]


class RoleRow(msgspec.Struct, frozen=True):
    """What somebody is said to be, and where."""

    role: str
    cites: tuple[Cite, ...]


class EntityRow(msgspec.Struct, frozen=True):
    """A person, organisation or place."""

    id: str
    name: str
    kind: str
    aliases: str
    roles: tuple[RoleRow, ...]
    mentions: int
    cites: tuple[Cite, ...]
    more: int


class StepRow(msgspec.Struct, frozen=True):
    """A station in the life of a plan."""

    what: str
    date: DateWords | None
    reason: str
    cites: tuple[Cite, ...]


class ThreadRow(msgspec.Struct, frozen=True):
    """A plan, request, promise or prediction, and what became of it."""

    id: str
    kind: str
    by: str | None
    text: str
    made: DateWords | None
    due: DateWords | None
    state: str
    meaning: str
    steps: tuple[StepRow, ...]
    cites: tuple[Cite, ...]
    outcome: tuple[Cite, ...]


class FigureValueRow(msgspec.Struct, frozen=True):
    """One statement of a quantity. ``value`` and ``day`` are for drawing."""

    text: str
    value: float
    high: float | None
    by: str | None
    as_of: DateWords | None
    day: str | None
    cites: tuple[Cite, ...]


class FigureRow(msgspec.Struct, frozen=True):
    """A quantity over the reports. ``series``: several values over several days, worth a drawing."""

    id: str
    what: str
    values: tuple[FigureValueRow, ...]
    series: bool


class VersionRow(msgspec.Struct, frozen=True):
    """What one side says."""

    value: str
    sources: str
    cites: tuple[Cite, ...]


class DifferenceRow(msgspec.Struct, frozen=True):
    """Where reports do not agree."""

    id: str
    about: str
    kind: str
    versions: tuple[VersionRow, ...]
    note: str | None


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


class StoryView(msgspec.Struct, frozen=True):
    """Everything that a screen shows."""

    title: str
    language: str
    made_by: str
    as_of: str | None
    summary: Summary
    reports: tuple[ReportRow, ...]
    entries: tuple[EntryRow, ...]
    background: tuple[EntryRow, ...]
    statuses: tuple[tuple[str, str, int], ...]
    speakers: tuple[Speaker, ...]
    said_by_day: tuple[tuple[DateWords | None, tuple[QuotationRow, ...]], ...]
    people: tuple[EntityRow, ...]
    other_entities: tuple[tuple[str, tuple[EntityRow, ...]], ...]
    threads: tuple[ThreadRow, ...]
    figures: tuple[FigureRow, ...]
    differences: tuple[DifferenceRow, ...]


def story_view(document: StoryDocument) -> StoryView:
    """All rows of a document."""
    maker = _Maker(document)
    quotations = tuple(maker.quotation(one) for one in document.quotations)
    reports = report_rows(document, maker.citer)
    return StoryView(
        title=document.title,
        language=_language(document),
        made_by=document.generated.by,
        as_of=day_text(document.generated.as_of) if document.generated.as_of else None,
        summary=_summary(document, reports),
        reports=reports,
        entries=maker.entries(one for one in document.entries if not one.background),
        background=maker.entries(one for one in document.entries if one.background),
        statuses=_statuses(document),
        speakers=maker.speakers(quotations),
        said_by_day=_by_day(quotations),
        people=tuple(maker.entity(one) for one in document.entities if one.kind == "person"),
        other_entities=tuple(
            (label, rows)
            for kind, label in (
                ("organisation", "Organisations"),
                ("place", "Places"),
                ("event", "Events"),
                ("other", "Other names"),
            )
            if (rows := tuple(maker.entity(one) for one in document.entities if one.kind == kind))
        ),
        threads=tuple(maker.thread(one) for one in document.commitments),
        figures=tuple(maker.figure(one) for one in document.figures),
        differences=tuple(maker.difference(one) for one in document.differences),
    )


def entry_view(document: StoryDocument, entry_id: str) -> EntryRow:
    """One line of the timeline with all its citations. Raises KeyError where there is none of that id."""
    for one in document.entries:
        if one.id == entry_id:
            return _Maker(document).entry(one, None, most=len(one.evidence))
    raise KeyError(entry_id)


class _Maker:
    """Makes rows of one document; holds the names that ids stand for."""

    def __init__(self, document: StoryDocument) -> None:
        self.citer = Citer(document)
        self.entities = {one.id: one for one in document.entities}
        self.commitments = {one.id: one for one in document.commitments}

    def name(self, entity_id: str | None) -> str | None:
        return self.entities[entity_id].name if entity_id in self.entities else None

    def sources(self, cites: Iterable[Cite]) -> str:
        """The names of the sources, each once, in order."""
        return ", ".join(dict.fromkeys(one.source for one in cites))

    def entries(self, entries: Iterable[Entry]) -> tuple[EntryRow, ...]:
        rows: list[EntryRow] = []
        for one in entries:
            rows.append(self.entry(one, rows[-1] if rows else None))
        return tuple(rows)

    def entry(self, one: Entry, before: EntryRow | None, most: int = MOST_CITES) -> EntryRow:
        cites = self.citer.cites(one.evidence[:most])
        reports = max(one.copies, len({e.report for e in one.evidence}))
        texts = min(one.texts, reports)
        words = date_words(one.date)
        plan = self.commitments.get(one.commitment or "")
        return EntryRow(
            id=one.id,
            date=words,
            start=one.date.start,
            end=one.date.end,
            repeats_date=before is not None and before.date.text == words.text,
            status=one.status,
            meaning=STATUS_MEANING[one.status],
            text=one.text,
            weight=one.weight,
            sources=self.sources(cites),
            count=plural(reports, "report") + (f", {plural(texts, 'text')}" if texts != reports else ""),
            reports=reports,
            texts=texts,
            cites=cites,
            more=max(0, len(one.evidence) - most),
            place=self.name(one.place),
            thread=Thread(plan.id, plan.text, plan.state) if plan else None,
            rule=one.rule,
        )

    def quotation(self, one: Quotation) -> QuotationRow:
        cites = self.citer.cites(one.evidence)
        words = " ".join(one.text.split())
        literal = one.kind != "indirect" and any(words in " ".join(e.quote.split()) for e in one.evidence)
        context = [
            f"{word} {text}" for word, text in (("for", one.on_behalf), ("to", one.to), ("via", one.via)) if text
        ]
        return QuotationRow(
            id=one.id,
            speaker=self.name(one.speaker) or one.speaker_text or "Speaker not named",
            speaker_id=one.speaker if one.speaker in self.entities else None,
            kind=one.kind,
            text=one.text,
            literal=literal,
            marks_lost=literal and one.kind == "direct" and not self._has_marks(one, words),
            denied=one.polarity == "denied",
            date=date_words(one.date) if one.date else None,
            day=one.date.start if one.date else "",
            context=", ".join(context),
            sources=self.sources(cites),
            cites=cites,
        )

    def _has_marks(self, one: Quotation, words: str) -> bool:
        """Whether any report has a quotation mark inside or right beside the cited place."""
        for e in one.evidence:
            text = self.citer.reports[e.report].text
            if any(mark in text[max(0, e.start - 1) : e.end + 1] for mark in "\"“”„«»‘’'"):
                return True
        return False

    def speakers(self, rows: tuple[QuotationRow, ...]) -> tuple[Speaker, ...]:
        """Speakers, those with most to say first; unnamed ones last."""
        groups: dict[tuple[str | None, str], list[QuotationRow]] = defaultdict(list)
        for row in rows:
            groups[(row.speaker_id, row.speaker)].append(row)
        made = [
            Speaker(name, key, self._role(key), tuple(sorted(said, key=lambda row: row.day or "9")))
            for (key, name), said in groups.items()
        ]
        return tuple(sorted(made, key=lambda one: (one.id is None, -len(one.quotations))))

    def _role(self, entity_id: str | None) -> str | None:
        roles = self.entities[entity_id].roles if entity_id else ()
        return roles[0].role if roles else None

    def entity(self, one: Entity) -> EntityRow:
        roles = tuple(RoleRow(role.role, self.citer.cites(role.evidence)) for role in one.roles)
        aliases = ", ".join(alias for alias in one.aliases if alias != one.name)
        places = self.citer.cites(one.evidence[:MOST_PLACES])
        more = len(one.evidence) - len(places)
        return EntityRow(one.id, one.name, one.kind, aliases, roles, one.mentions, places, more)

    def thread(self, one: Commitment) -> ThreadRow:
        steps = tuple(
            StepRow(
                step.what, date_words(step.date) if step.date else None, step.reason, self.citer.cites(step.evidence)
            )
            for step in one.steps
        )
        return ThreadRow(
            id=one.id,
            kind=one.kind,
            by=self.name(one.by),
            text=one.text,
            made=date_words(one.made) if one.made else None,
            due=date_words(one.due) if one.due else None,
            state=one.state,
            meaning=STATE_MEANING[one.state],
            steps=steps,
            cites=self.citer.cites(one.evidence),
            outcome=self.citer.cites(one.outcome),
        )

    def figure(self, one: Figure) -> FigureRow:
        values = tuple(
            FigureValueRow(
                text=figure_text(value, one.unit),
                value=value.value,
                high=value.high,
                by=self.name(value.by),
                as_of=date_words(value.as_of) if value.as_of else None,
                day=value.as_of.start if value.as_of and value.as_of.is_day else None,
                cites=self.citer.cites(value.evidence),
            )
            for value in one.values
        )
        series = len({v.day for v in values if v.day}) > 1 and len({v.value for v in values if v.day}) > 1
        return FigureRow(one.id, one.what, values, series)

    def difference(self, one: Difference) -> DifferenceRow:
        versions = []
        for version in one.versions:
            cites = self.citer.cites(version.evidence)
            versions.append(VersionRow(version.value, self.sources(cites), cites))
        return DifferenceRow(one.id, one.about, one.kind, tuple(versions), one.note)


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
    parts = [f"{basis[kind]} {kind}" for kind in ("stated", "inferred", "unknown") if basis[kind]]
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
        dated=f"dates {joined(parts)}" if len(rows) > 1 else f"date {document.reports[0].published.basis}",
    )
