"""Building a report from a text and what is known about it."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import re
from collections.abc import Iterable
from typing import Literal

import msgspec

from dateline.model.dates import date_span
from dateline.model.evidence import cite
from dateline.model.report import Publication, Report
from dateline.read.head_dates import HEAD_DATE, day_of
from dateline.read.language import guess
from dateline.read.moments import mail_time
from dateline.read.news_layout import Layout, lay_out

ID_LENGTH = 16
"""Hex digits; 64 bits, so that a million reports share an id with a chance of one in thirty million."""

LONGEST_DATE = 400
"""Characters. No date is longer; what is, is damaged."""

YEARS = range(1600, 2101)
"""From the first newspapers to beyond what anybody announces as the day of a report."""

_ISO = re.compile(r"(?P<date>\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ].*)?$")
_COMPACT = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:T?\d{4,6}Z?)?$")
_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:/|-|$)")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|\(C\)|[Cc]opyright)\D{0,12}((?:19|20)\d\d)")


def make_report(
    text: str,
    *,
    file: str | None = None,
    url: str | None = None,
    title: str | None = None,
    source: str | None = None,
    authors: Iterable[str] = (),
    language: str | None = None,
    published: str | dt.date | None = None,
    updated: str | None = None,
    captured: str | None = None,
    key: str | None = None,
    partial: bool = False,
) -> Report:
    """The report of ``text``, its news layout recognised. What is given beats what the text says.

    A leading byte-order mark is dropped and CRLF and CR become LF; all offsets refer to that text. The id is a digest
    of text and origin (``url``, else ``file``), so that it does not depend on what else is read; where one file holds
    many, ``key`` tells them apart: the record's own name, or a digest of the record. ``published`` may be any date that
    :func:`publication_from` understands; one that it does not leaves the text's own date. ``captured`` only bounds the
    day of publication; a stated day after it is not believed. ``partial``: a teaser or a summary, not the whole report.
    """
    text = as_kept(text)
    raw = text.encode("utf-8", "surrogatepass")
    digest = hashlib.sha256(raw)
    layout = lay_out(text)
    place = (url or "", key) if key is not None else (url or file or "",)
    origin = hashlib.sha256(raw + b"\0" + "\0".join(place).encode("utf-8", "surrogatepass"))
    report = Report(
        id=origin.hexdigest()[:ID_LENGTH],
        text=text,
        sha256=digest.hexdigest(),
        file=file,
        url=url,
        source=source or layout.source,
        title=title or layout.title,
        authors=tuple(authors) or layout.authors,
        dateline=layout.dateline,
        language=language or guess(text),
        updated=_moment(updated),
        captured=_moment(captured),
        blocks=layout.blocks,
        partial=partial,
    )
    return _published(report, layout, published, captured)


def as_kept(text: str) -> str:
    """The text that offsets refer to: no leading byte-order mark, line ends LF; nothing else is touched."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.removeprefix("\ufeff")


def publication_from(value: str | dt.date) -> Publication | None:
    """What metadata states; None where no date can be made of it.

    Understood: a date; ISO 8601 with or without time, ``2011-10`` and ``2011`` too; RFC 2822 (feeds, mail);
    ``20111026``; and what stands in a report's head ("October 26, 2011"). A year without newspapers is damage.
    """
    found = _stated(value)
    days = (found.earliest, found.latest) if found else ()
    return found if all(day is None or day.year in YEARS for day in days) else None


def _stated(value: str | dt.date) -> Publication | None:
    if isinstance(value, dt.date):
        return _day(value.date() if isinstance(value, dt.datetime) else value)
    value = " ".join(value[:LONGEST_DATE].split())
    if iso := _ISO.match(value):
        span = date_span(iso["date"])
        if span is None:
            return None
        if span.is_day:
            return _day(dt.date.fromisoformat(span.start))
        first, last = dt.date.fromisoformat(span.start), dt.date.fromisoformat(span.end)
        precision: Literal["month", "year"] = "month" if span.precision == "month" else "year"
        return Publication(None, first, last, precision, span.edtf, "stated", (), "metadata", 0.99)
    try:
        if compact := _COMPACT.match(value):
            return _day(dt.date(int(compact["y"]), int(compact["m"]), int(compact["d"])))
    except ValueError:
        return None
    if sent := mail_time(value):
        return _day(sent.date())
    found = HEAD_DATE.match(value)
    day = day_of(found) if found else None
    return _day(day) if day else None


def _day(day: dt.date, rule: str = "metadata", confidence: float = 0.99) -> Publication:
    return Publication(day, day, day, "day", day.isoformat(), "stated", (), rule, confidence)


def _published(report: Report, layout: Layout, published: str | dt.date | None, captured: str | None) -> Report:
    """``report`` with its publication: from metadata, else from the text's head, else from the address."""
    known = publication_from(published) if published else None
    updated = report.updated
    stated = layout.date
    if known is None and stated is not None:
        day = stated.day
        rule = stated.rule
        if day is None and (year := _year_known(report)):
            day, rule = _on(year, stated.month_day), f"{rule} with the year from the copyright line"
        because = (cite(report, stated.start, stated.end),)
        if day:
            known = msgspec.structs.replace(_day(day, rule, stated.confidence), because=because)
            if stated.updated and updated is None:
                updated = day.isoformat()
        else:
            known = Publication(because=because, rule=f"{rule} without a year")
    if (known is None or known.basis == "unknown") and report.url and (found := _ADDRESS.search(report.url)):
        with contextlib.suppress(ValueError):
            known = _day(dt.date(int(found[1]), int(found[2]), int(found[3])), "date in the address", 0.9)
    bounded = _bounded(known or Publication(), captured, updated)
    return msgspec.structs.replace(report, published=bounded, updated=updated)


def _bounded(known: Publication, captured: str | None, updated: str | None) -> Publication:
    """What is known, held against other times: nothing is published after it was fetched, or after it was changed."""
    fetched = _known_day(captured)
    # a day's grace for time zones
    if fetched and known.date and (known.date - fetched).days > 1:
        return Publication(latest=fetched, rule="the stated date lies after the capture")
    bounds = [day for day in (fetched, _known_day(updated)) if day]
    if known.basis == "stated" or not bounds:
        return known
    return msgspec.structs.replace(known, latest=min(bounds))


def _known_day(value: str | None) -> dt.date | None:
    known = publication_from(value) if value else None
    return known.date if known else None


def _moment(value: str | None) -> str | None:
    """A time as ISO 8601 where it was given in another form that can be understood; else as given."""
    if not value or value[:4].isdecimal():
        return value
    if sent := mail_time(value):
        return sent.isoformat()
    day = _known_day(value)
    return day.isoformat() if day else value


def _year_known(report: Report) -> int | None:
    found = None
    for block in report.blocks:
        if block.kind in ("credit", "furniture"):
            found = found or _COPYRIGHT.search(report.text, block.start, block.end)
    return int(found[1]) if found else None


def _on(year: int, month_day: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(f"{year:04}-{month_day}")
    except ValueError:
        return None
