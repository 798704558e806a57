"""One entry of a feed, whatever the feed's format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple

from dateline.model.report import Report
from dateline.read.html_text import fragment_text
from dateline.read.readers import Input
from dateline.read.reports import make_report, publication_from

WHOLE = 1500
"""Characters. A summary this long is seldom a teaser: leads have some 200, teasers up to 600."""
_CUT = re.compile(r"(?:\[?(?:…|\.\.\.)\]?|(?i:read more|continue reading|full story))[\s»→>.]*$")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")


class Entry(NamedTuple):
    """``content``: the whole text, ``summary``: a teaser; both as HTML or plain."""

    line: int
    key: str
    title: str | None = None
    url: str | None = None
    content: str | None = None
    summary: str | None = None
    published: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    language: str | None = None


def plain(value: str | None) -> str | None:
    """Words that may carry tags and doubly escaped letters, as one line."""
    return " ".join(unescape(_TAG.sub("", value)).split()) or None if value else None


def text_of(value: str | None) -> str:
    """The text of HTML, or of plain words as they stand."""
    if not value:
        return ""
    if _TAG.search(value):
        return fragment_text(value)
    return unescape(value).strip()


def reports_of(given: Input, entries: Iterable[Entry]) -> Iterator[Report]:
    """Yields a report for each entry; teasers are marked as partial and counted aloud."""
    found = partial = 0
    for entry in entries:
        found += 1
        whole, teaser = text_of(entry.content), text_of(entry.summary)
        text = whole or teaser
        if not text.strip():
            named = f" ({entry.title[:60]})" if entry.title else ""
            given.problem("rejected", f"an entry without text{named}; expected content or a summary", entry.line)
            continue
        if entry.published and publication_from(entry.published) is None:
            given.problem("warning", f"date {entry.published[:40]!r} not understood", entry.line)
        cut = bool(_CUT.search(text[-30:])) or (not whole and len(text) < WHOLE)
        partial += cut
        yield make_report(
            text,
            file=f"{given.name}:{entry.line}",
            url=entry.url,
            title=plain(entry.title),
            source=plain(entry.source),
            authors=[name for one in entry.authors if (name := plain(one))],
            language=(entry.language or "").split("-")[0].lower() or None,
            published=entry.published,
            updated=entry.updated,
            captured=given.captured,
            key=f"{given.name}\0{entry.key}",
            partial=cut,
        )
    if partial:
        given.problem("note", f"teasers among its {found} entries: {partial}; read as partial reports")
    if not found:
        given.problem("note" if given.url else "rejected", "a feed without entries; nothing to read in it")
