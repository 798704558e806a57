"""The story as schema.org JSON-LD, for machines that read the page.

Reports are ``NewsArticle``, events of the timeline ``Event``, words spoken ``Quotation``. A statement, a request or a
denial is no event and is left out; nothing here rates a claim.
"""

from __future__ import annotations

import json
from typing import Any

from dateline.model.dates import DateSpan
from dateline.model.story import Entry, Quotation, StoryDocument, StoryReport
from dateline.show.room import PAGE, foremost, quotation_rank
from dateline.show.wording import report_name

EVENT_STATUS = {
    "happened": None,
    "planned": "https://schema.org/EventScheduled",
    "expected": "https://schema.org/EventScheduled",
    "postponed": "https://schema.org/EventPostponed",
    "cancelled": "https://schema.org/EventCancelled",
}
MOST_REPORTS = 200
"""Reports listed; of a larger pile only those that something listed points to."""


def linked_data(document: StoryDocument) -> str:
    """The JSON-LD text, safe inside a script element."""
    names = {one.id: one.name for one in document.entities}
    events = [_event(one, names) for one in document.entries if one.status in EVENT_STATUS]
    literal = [one for one in document.quotations if one.kind == "direct"]
    quotations = foremost(literal, PAGE.quotations, quotation_rank)
    said = [_quotation(one, names) for one in quotations]
    evidence = [one.evidence for one in document.entries] + [one.evidence for one in quotations]
    used = {place.report for places in evidence for place in places}
    reports = [one for one in document.reports if len(document.reports) <= MOST_REPORTS or one.id in used]
    graph = [*(_article(one) for one in reports), *events, *said]
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    # An HTML parser ends a script at "</script"; JSON lets us write the sign otherwise.
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e").replace(
        "\u2028", "\\u2028").replace("\u2029", "\\u2029")  # fmt: skip


def _without_nothing(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, [], "")}


def _report_ids(reports: list[str]) -> list[dict[str, str]]:
    return [{"@id": f"#{one}"} for one in dict.fromkeys(reports)]


def _article(report: StoryReport) -> dict[str, Any]:
    stated = report.published.basis == "stated"
    return _without_nothing({
        "@type": "NewsArticle",
        "@id": f"#{report.id}",
        "headline": report.title,
        "datePublished": report.published.date.isoformat() if report.published.date and stated else None,
        "author": [{"@type": "Person", "name": name} for name in report.authors],
        "publisher": {"@type": "Organization", "name": report_name(report)} if report.source else None,
        "dateline": report.dateline,
        "inLanguage": report.language,
        "url": report.url,
        "identifier": f"urn:sha256:{report.sha256}",
    })  # fmt: skip


def _event(entry: Entry, names: dict[str, str]) -> dict[str, Any]:
    start, end = _days(entry.date)
    place = names.get(entry.place or "")
    return _without_nothing({
        "@type": "Event",
        "@id": f"#{entry.id}",
        "name": entry.text,
        "startDate": start,
        "endDate": end,
        "eventStatus": EVENT_STATUS[entry.status],
        "location": {"@type": "Place", "name": place} if place else None,
        "subjectOf": _report_ids([e.report for e in entry.evidence]),
    })  # fmt: skip


def _days(date: DateSpan) -> tuple[str, str | None]:
    """ISO 8601 start and end; a month or a year stays one, without an end."""
    if date.precision in ("day", "month", "year", "time") and "~" not in date.edtf:
        return date.edtf, None
    return date.start, date.end


def _quotation(said: Quotation, names: dict[str, str]) -> dict[str, Any]:
    speaker = names.get(said.speaker or "")
    return _without_nothing({
        "@type": "Quotation",
        "@id": f"#{said.id}",
        "text": said.text,
        "creator": {"@type": "Person", "name": speaker} if speaker else said.speaker_text,
        "isPartOf": _report_ids([e.report for e in said.evidence]),
    })  # fmt: skip
