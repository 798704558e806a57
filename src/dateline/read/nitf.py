"""NITF, the agencies' older XML for one story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dateline.model.report import Report
from dateline.read.html_text import fragment_text
from dateline.read.readers import Input, Reader
from dateline.read.reports import make_report
from dateline.read.usage import refusal
from dateline.read.xml_tree import child, every, markup, tree_of, words

_NITF = re.compile(rb"<(?:\w+:)?nitf[\s>]")


def read(given: Input) -> Iterator[Report]:
    """Yields the stories of a file, nearly always one."""
    root = tree_of(given, "NITF")
    if root is None:
        return
    stories = every(root, "nitf")
    for nitf in stories:
        yield from _story(given, nitf)
    if not stories:
        given.problem("rejected", "no nitf element in it, expected NITF")


def _story(given: Input, nitf: Any) -> Iterator[Report]:
    data, head = child(nitf, "head", "docdata"), child(nitf, "body", "body.head")
    issued, released = _norm(data, "date.issue"), _norm(data, "date.release")
    status = data.get("management-status") if data is not None else None
    reason = refusal(given, status=None if status == "embargoed" else status, embargo=released)
    if not reason and status == "embargoed" and not released:
        reason = refusal(given, status=status)
    if reason:
        given.problem("rejected", reason, nitf.sourceline)
        return
    text = text_of_nitf(nitf)
    if not text.strip():
        given.problem("rejected", "a story without text in body.content", nitf.sourceline)
        return
    named = _first(data, "doc-id")
    holder = _first(data, "doc.copyright")
    byline = words(child(head, "byline", "person")) or words(child(head, "byline"))
    yield make_report(
        text,
        file=given.name if given.depth == 0 and nitf.getparent() is None else f"{given.name}:{nitf.sourceline}",
        title=words(child(head, "hedline", "hl1")) or words(child(nitf, "head", "title")),
        source=words(child(head, "distributor")) or (holder.get("holder") if holder is not None else None),
        authors=[re.sub(r"^(?i:by)\s+", "", byline)] if byline else (),
        published=issued or _norm(head, "story.date"),
        captured=given.captured,
        key=f"{given.name}\0{named.get('id-string') if named is not None else nitf.sourceline}",
    )


def _first(element: Any | None, name: str) -> Any | None:
    return next(iter(every(element, name)), None) if element is not None else None


def _norm(element: Any | None, name: str) -> str | None:
    found = _first(element, name)
    return (found.get("norm") or words(found)) if found is not None else None


def text_of_nitf(nitf: Any) -> str:
    """The story's text, its dateline first where that stands apart."""
    content = _first(nitf, "body.content")
    text = fragment_text(markup(content)) if content is not None else ""
    place = words(_first(nitf, "dateline"))
    return f"{place}\n\n{text}" if place and text and not text.startswith(place[:20]) else text


READER = Reader("nitf", "NITF, an agency's XML for one story", (".nitf",), lambda head: bool(_NITF.search(head)), read)
