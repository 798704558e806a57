"""Open plans as a calendar (iCalendar, RFC 5545), one all-day event each.

A plan without a day of its own makes no event, since a month must not turn into its first day; it is named in the
calendar's description. The stamp is the document's own day, so that the same document gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
from textwrap import shorten
from typing import TYPE_CHECKING

from dateline.errors import MissingExtraError
from dateline.model.dates import DateSpan
from dateline.model.story import Commitment, StoryDocument
from dateline.show.citations import in_marks
from dateline.show.dates import published_text
from dateline.show.rows import due_plans
from dateline.show.wording import report_name

if TYPE_CHECKING:
    from icalendar import Event

LONGEST_SUMMARY = 90
"""Characters. A calendar shows little more of a title; the whole plan is in the description."""
LONGEST_SPAN = 7
"""Days. A plan for a longer span ("by the end of the year") is entered on the span's last day, as its deadline."""


def calendar(document: StoryDocument) -> tuple[bytes, int]:
    """The open plans as .ics bytes, and how many were left out for want of a day.

    Raises MissingExtraError where the library ``icalendar`` is not installed.
    """
    try:
        from icalendar import Calendar
    except ImportError as err:
        raise MissingExtraError("icalendar", "ics", "writing a calendar") from err
    found = Calendar()
    found.add("prodid", f"-//dateline//{document.generated.by}//EN")
    found.add("version", "2.0")
    found.add("x-wr-calname", document.title)
    undated = [plan for plan in document.commitments if plan.state in ("open", "unknown") and not plan.due]
    if undated:
        found.add("x-wr-caldesc", "Without a day: " + "; ".join(plan.text for plan in undated))
    stamp = dt.datetime.fromisoformat(document.generated.as_of or "1970-01-01").replace(tzinfo=dt.UTC)
    for plan in due_plans(document):
        assert plan.due is not None
        found.add_component(_event(document, plan, plan.due, stamp))
    data: bytes = found.to_ical()
    return data, len(undated)


def _event(document: StoryDocument, plan: Commitment, due: DateSpan, stamp: dt.datetime) -> Event:
    from icalendar import Event

    reports = {report.id: report for report in document.reports}
    source = reports[plan.evidence[0].report]
    event = Event()
    event.add("uid", f"{plan.id}-{source.sha256[:12]}-{plan.evidence[0].start}@dateline")
    event.add("dtstamp", stamp)
    start, end = dt.date.fromisoformat(due.start), dt.date.fromisoformat(due.end)
    if due.days > LONGEST_SPAN:
        start = end
    event.add("dtstart", start)
    event.add("dtend", end + dt.timedelta(1))  # RFC 5545: the day after the last
    event.add("summary", shorten(plan.text, LONGEST_SUMMARY, placeholder=" …"))
    day = published_text(source.published, "short")
    quote = in_marks(plan.evidence[0].quote)
    words = quote if plan.text in quote else f"{plan.text}\n{quote}"
    event.add("description", f"{words} — {report_name(source)}, {day}")
    event.add("status", "CONFIRMED" if plan.kind == "decision" else "TENTATIVE")
    if source.url:
        event.add("url", source.url)
    return event
