"""Parts of a story as plain rows: who said what, who is who, what became of it, which figures, where reports differ.

A row holds text only; the same rows go to the terminal, to CSV and to JSON. Every row ends with its source: the
report and the literal words.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from dateline.model.dates import DateSpan
from dateline.model.evidence import Evidence
from dateline.model.story import Commitment, StoryDocument
from dateline.show.wording import figure_text

NO_REPORT = "no report says"
"""How the outcome of a plan begins of which nothing more is known."""


class Rows(msgspec.Struct, frozen=True):
    """A named table: one column name for each cell of a row. ``by``: what it is sorted by, where that is a choice."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    by: str = ""


def quotation_rows(document: StoryDocument, by: Literal["person", "day"] = "person") -> Rows:
    """Who said what, grouped by speaker, those with a name first, or by the day on which it was said."""
    names = _names(document)
    rows = []
    for said in document.quotations:
        speaker = names.get(said.speaker or "") or said.speaker_text or "unnamed"
        text = f"“{said.text}”" if said.kind == "direct" else said.text
        files = ", ".join(_files(document, said.evidence))
        row = (_day(said.date), speaker, said.kind, said.polarity, text, files, said.id)
        order = (said.speaker not in names, speaker.casefold())
        rows.append(((*order, row[0]) if by == "person" else (row[0], *order), row))
    columns = ("date", "speaker", "kind", "polarity", "text", "reports", "id")
    ordered = tuple(row for _, row in sorted(rows, key=lambda one: (*map(str, one[0]), one[1])))
    return Rows("quotations", columns, ordered, "day" if by == "day" else "")


def people_rows(document: StoryDocument) -> Rows:
    """The people of the story, the most mentioned first, with every form of their names and every role."""
    people = [entity for entity in document.entities if entity.kind == "person"]
    rows = []
    for person in sorted(people, key=lambda one: (-one.mentions, one.name)):
        roles = "; ".join(dict.fromkeys(role.role for role in person.roles))
        others = "; ".join(alias for alias in person.aliases if alias != person.name)
        files = ", ".join(_files(document, person.evidence))
        rows.append((person.name, others, roles, str(person.mentions), files, person.id))
    return Rows("people", ("name", "also", "roles", "mentions", "reports", "id"), tuple(rows))


def commitment_rows(document: StoryDocument, due: dt.date | None = None) -> Rows:
    """What was announced, requested or promised, when it falls due, and what settled it.

    ``due``: only what falls due on or before that day.
    """
    names = _names(document)
    last = max((report.published.date for report in document.reports if report.published.date), default=None)
    rows = []
    for plan in document.commitments:
        if due and (plan.due is None or plan.due.end > due.isoformat()):
            continue
        outcome = plan.outcome[0].quote if plan.outcome else f"{NO_REPORT} (last read: {last or 'undated'})"
        files = ", ".join(_files(document, (*plan.evidence, *plan.outcome)))
        rows.append(
            (
                _day(plan.due),
                plan.state,
                plan.kind,
                names.get(plan.by or "", ""),
                plan.text,
                _day(plan.made),
                outcome,
                files,
                plan.id,
            )
        )
    columns = ("due", "state", "kind", "by", "text", "made", "outcome", "reports", "id")
    return Rows("commitments", columns, tuple(sorted(rows, key=lambda row: (row[0] or "~", row[5], row[-1]))))


def figure_rows(document: StoryDocument) -> Rows:
    """Every statement of every quantity, so that versions stand below each other."""
    names = _names(document)
    rows = []
    for figure in document.figures:
        for value in figure.values:
            files = ", ".join(_files(document, value.evidence))
            cells = (
                figure.what,
                figure_text(value, figure.unit),
                names.get(value.by or "", ""),
                _day(value.as_of),
                files,
            )
            rows.append((*cells, value.evidence[0].quote, figure.id))
    return Rows("figures", ("what", "value", "by", "as of", "reports", "words", "id"), tuple(rows))


def difference_rows(document: StoryDocument) -> Rows:
    """Where reports do not agree: one row a version."""
    rows = []
    for difference in document.differences:
        for version in difference.versions:
            files = ", ".join(_files(document, version.evidence))
            words = version.evidence[0].quote
            rows.append(
                (difference.about, difference.kind, version.value, files, words, difference.note or "", difference.id)
            )
    return Rows("differences", ("about", "kind", "version", "reports", "words", "note", "id"), tuple(rows))


def as_csv(table: Rows) -> str:
    """RFC 4180, UTF-8, a header line; cells that a spreadsheet would run as a formula are guarded by an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([f"'{cell}" if cell[:1] in ("=", "+", "-", "@") else cell for cell in row])
    return out.getvalue()


def as_json(table: Rows) -> str:
    """One JSON array of objects, in the order of the rows."""
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def due_plans(document: StoryDocument) -> Iterable[Commitment]:
    """Yields the open commitments whose due date is known, by that date."""
    still = [plan for plan in document.commitments if plan.state in ("open", "unknown") and plan.due]
    return sorted(still, key=lambda plan: (plan.due.end if plan.due else "", plan.id))


def _names(document: StoryDocument) -> dict[str, str]:
    return {entity.id: entity.name for entity in document.entities}


def _files(document: StoryDocument, evidence: Sequence[Evidence]) -> list[str]:
    shown = {report.id: report.file or report.url or report.id for report in document.reports}
    return list(dict.fromkeys(shown[piece.report].rsplit("/", 1)[-1] for piece in evidence))


def _day(date: DateSpan | None) -> str:
    return date.edtf or date.value if date else ""
