"""Making the rows of one document: names for ids, citations for evidence, words for dates and numbers."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from dateline.model.story import Commitment, Difference, Entity, Entry, Figure, Quotation, Step, StoryDocument
from dateline.show.citations import Cite, Citer, place_of
from dateline.show.dates import date_words
from dateline.show.introductions import introductions
from dateline.show.shapes import (
    MOST_LINKS,
    DifferenceRow,
    EntityRow,
    EntryRow,
    FigureRow,
    FigureValueRow,
    QuotationRow,
    RoleRow,
    Speaker,
    StepRow,
    Thread,
    ThreadRow,
    VersionRow,
)
from dateline.show.wording import (
    STATE_MEANING,
    STATUS_MEANING,
    figure_text,
    in_plain_words,
    plural,
)

MOST_NAMES = 4
"""Sources named on a line."""
LEAST_PIECE = 2
"""Words. A quotation is shown in pieces only if each piece has so many: one word stands somewhere by chance."""
MOST_PIECES = 4
"""Pieces of one quotation; more would be a mosaic, not a quotation."""
LEAST_SERIES = 3
"""Days with a value from which a drawing says more than the values themselves."""
LEAD_SHARE = 5
"""One line in so many may be set in bold."""
MOST_LEADS = 12
"""Lines set in bold in a long story: as many as an eye takes in when it runs down the page."""
_PREPOSITIONS = frozenset(("at", "by", "during", "for", "from", "in", "on", "through", "to", "via"))
SMALL = 50
"""Reports. In a larger pile a name leads to one place only: three hundred names with four each would fill the page."""
MOST_WITNESSES = 12
"""Citations shown for one version of a disagreement."""
MOST_ALIASES = 6
"""Other forms of a name that are shown."""
HALF = 0.5
"""Share of a person's reports that give only the surname, from which on a reader is told so."""
MOST_CITES = 60
"""Citations shown under one line. More are counted; a reader who needs all of them has the story document."""


class RowMaker:
    """Makes rows of one document; holds the names that ids stand for."""

    def __init__(self, document: StoryDocument) -> None:
        self.citer = Citer(document)
        self.entities = {one.id: one for one in document.entities}
        self.commitments = {one.id: one for one in document.commitments}
        self.name_links = MOST_LINKS if len(document.reports) <= SMALL else 1
        self.introduced = introductions(document)
        self.lead_weight = _lead_weight([one.weight for one in document.entries if not one.background])

    def name(self, entity_id: str | None) -> str | None:
        return self.entities[entity_id].name if entity_id in self.entities else None

    def sources(self, cites: Iterable[Cite], *, counted: bool = False) -> str:
        """The names of the sources, each once, in order; of many the first few and a count. ``counted``: how many
        reports they are is said beside, so that nothing need stand for those without a name."""
        given = dict.fromkeys(one.source for one in cites)
        names = _rows_joined(given)
        left = len(names) - MOST_NAMES
        if counted and all(map(_ROW.fullmatch, given)) and not any(":" in name for name in given):
            return ""
        told = ", ".join(names) if left < 2 else f"{', '.join(names[:MOST_NAMES])} and {left} more"
        return told if told or counted else plural(len(given), "report")

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
            lead=one.weight >= self.lead_weight,
            sources=self.sources(cites, counted=True),
            count=plural(reports, "report") + (f", {plural(texts, 'text')}" if texts != reports else ""),
            reports=reports,
            texts=texts,
            cites=cites,
            more=max(0, len(one.evidence) - most),
            place=self.name(one.place),
            thread=Thread(plan.id, plan.kind, plan.text, plan.state) if plan else None,
            rule=one.rule,
            who=self.introduced.get(one.id, ()),
        )

    def quotation(self, one: Quotation) -> QuotationRow:
        cites = self.citer.cites(one.evidence)
        pieces = literal_pieces(one.text, [e.quote for e in one.evidence]) if one.kind == "direct" else ()
        context = [
            _said_with(word, text) for word, text in (("for", one.on_behalf), ("to", one.to), ("via", one.via)) if text
        ]
        return QuotationRow(
            id=one.id,
            speaker=self.name(one.speaker) or one.speaker_text or "Speaker not named",
            speaker_id=one.speaker if one.speaker in self.entities else None,
            kind=one.kind,
            text=one.text,
            pieces=pieces,
            marks_lost=bool(pieces) and not self._has_marks(one),
            denied=one.polarity == "denied",
            date=date_words(one.date) if one.date else None,
            day=one.date.start if one.date else "",
            context=", ".join(context),
            sources=self.sources(cites),
            cites=cites,
        )

    def _has_marks(self, one: Quotation) -> bool:
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
        aliases = _aliases(one)
        places = self.citer.cites(one.evidence[: self.name_links])
        more = len(one.evidence) - len(places)
        perhaps = tuple((key, self.entities[key].name) for key in one.perhaps if key in self.entities)
        doubt = "only the surname tells" if perhaps and " " not in one.name else "the names differ a little"
        if not perhaps:
            share = one.by_surname / max(1, len(one.evidence))
            doubt = (
                f"{one.by_surname} of {plural(len(one.evidence), 'report')} by surname only" if share >= HALF else ""
            )
        return EntityRow(one.id, one.name, one.kind, aliases, roles, one.mentions, places, more, perhaps, doubt)

    def thread(self, one: Commitment) -> ThreadRow:
        steps = tuple(
            StepRow(
                what=step.what,
                date=date_words(step.date) if step.date else None,
                day=step.date.start if step.date else "",
                later=_later(before, step),
                reason=self.plain(step.reason),
                cites=self.citer.cites(step.evidence),
            )
            for before, step in zip((None, *one.steps), one.steps, strict=False)
        )
        return ThreadRow(
            id=one.id,
            kind=one.kind,
            by=self._named_beside(one),
            text=one.text,
            made=date_words(one.made) if one.made else None,
            made_day=one.made.start if one.made else "",
            due=date_words(one.due) if one.due else None,
            due_day=one.due.end if one.due else "",
            state=one.state,
            meaning=STATE_MEANING[one.state],
            steps=steps,
            cites=self.citer.cites(one.evidence),
            outcome=self.citer.cites(one.outcome),
        )

    def _named_beside(self, plan: Commitment) -> str | None:
        """The name of whoever made a plan, unless the plan's own words have it."""
        name = self.name(plan.by)
        return None if name and name.split()[-1] in plan.text else name

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
        series = len({v.day for v in values if v.day}) >= LEAST_SERIES and len({v.value for v in values if v.day}) > 1
        return FigureRow(one.id, one.what, values, series, len({(v.value, v.high) for v in values}) == 1)

    def difference(self, one: Difference) -> DifferenceRow:
        versions = []
        for version in one.versions:
            cites = self.citer.cites(version.evidence[:MOST_WITNESSES])
            lit = tuple(place_of(version.value, cite.words) for cite in cites)
            versions.append(VersionRow(self.plain(version.value), self.sources(cites), cites, lit))
        note = self.plain(one.note) if one.note else None
        spelling = one.kind == "person" and one.about.startswith("the name of ")
        return DifferenceRow(one.id, self.plain(one.about), one.kind, tuple(versions), note, spelling)

    def plain(self, words: str) -> str:
        """Words of a rule for people: "r1" becomes the report's name, "2011-W44" the week of 31 Oct 2011."""
        return in_plain_words(words, self.citer.names)


def _said_with(word: str, text: str) -> str:
    """ "to reporters", "via Twitter"; "in a statement" has its preposition."""
    return text if text.split()[0].lower() in _PREPOSITIONS else f"{word} {text}"


def _rows_joined(names: Iterable[str]) -> list[str]:
    """The names; rows of one file are told together: "feed.jsonl:7" and "feed.jsonl:9" as "feed.jsonl:7, 9", "report 7"
    and "report 9" as "reports 7, 9", and of many such none, since how many they are is said beside."""
    rows: dict[str, list[str]] = {}
    for name in names:
        found = _ROW.fullmatch(name)
        if found:
            rows.setdefault(found["file"], []).append(found["row"])
        else:
            rows[name] = []
    made = []
    for file, some in rows.items():
        if not some:
            made.append(file)
        elif file == "report ":
            made += (
                [f"{'report' if len(some) == 1 else 'reports'} {', '.join(some)}"] if len(some) <= MOST_NAMES else []
            )
        else:
            made.append(f"{file}{', '.join(some)}" if len(some) <= MOST_NAMES else f"{file[:-1]}, {len(some)} rows")
    return made


_ROW = re.compile(r"(?P<file>report |.+:)(?P<row>\d+)")


def _aliases(one: Entity) -> str:
    """The other forms of a name, commonest first, without those that differ in capitals only; of many the first few."""
    forms = {alias.casefold(): alias for alias in reversed(one.aliases) if alias.casefold() != one.name.casefold()}
    kept = [alias for alias in one.aliases if forms.get(alias.casefold()) == alias]
    left = len(kept) - MOST_ALIASES
    return ", ".join(kept) if left < 2 else f"{', '.join(kept[:MOST_ALIASES])} and {left} more"


def _later(before: Step | None, step: Step) -> str:
    """How many days after the station before, in words; "" where that is not known or on the same day."""
    if before is None or not (before.date and step.date and before.date.is_day and step.date.is_day):
        return ""
    days = (dt.date.fromisoformat(step.date.start) - dt.date.fromisoformat(before.date.start)).days
    return f"{plural(days, 'day')} later" if days > 0 else ""


def literal_pieces(text: str, quotes: Sequence[str]) -> tuple[str, ...]:
    """The words of a quotation cut into pieces that stand so in one of the quotes; () where they do not.

    The tag of a quotation ("...," he said. "...") is not among its words, so these stand in the report in pieces, and
    a full stop may stand for the comma before the tag. Each piece is the longest that is found.
    """
    words = text.split()
    for quote in quotes:
        whole, start = " ".join(quote.split()), 0
        pieces: list[str] = []
        while start < len(words) and len(pieces) < MOST_PIECES:
            low, high = start, len(words)
            while low < high:  # the longest run that is found: a part of what is found is found too
                middle = (low + high + 1) // 2
                low, high = (middle, high) if _standing(words[start:middle], whole) else (low, middle - 1)
            if low - start < min(LEAST_PIECE, len(words)):
                break
            pieces.append(_standing(words[start:low], whole))
            start = low
        if words and start == len(words) and not any(mark in piece for piece in pieces for mark in '"“”'):
            return tuple(pieces)
    return ()


def _standing(words: Sequence[str], whole: str) -> str:
    """The words as they stand in the whole, without the point or comma at their end if need be; "" if they do not."""
    joined = " ".join(words)
    if joined in whole:
        return joined
    bare = joined.rstrip(".,")
    return bare if bare in whole else ""


def _lead_weight(weights: list[float]) -> float:
    """The weight from which a line leads: that of the fifth part of the lines, and at least half of the greatest."""
    ranked = sorted(weights, reverse=True)
    place = min(len(ranked) // LEAD_SHARE, MOST_LEADS) - 1
    return max(ranked[place], ranked[0] / 2) if place >= 0 else 2.0
