"""Atom feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dateline.model.report import Report
from dateline.read.entries import Entry, reports_of
from dateline.read.readers import Input, Reader
from dateline.read.xml_tree import child, children, every, markup, tree_of, words

_ATOM = re.compile(rb"<(?:\w+:)?(?:feed|entry)\s[^>]{0,2000}(?:www\.w3\.org/2005/Atom|purl\.org/atom/)")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read(given: Input) -> Iterator[Report]:
    """Yields the entries of a feed."""
    root = tree_of(given, "an Atom feed")
    if root is not None:
        yield from reports_of(given, _entries(root))


def _entries(root: Any) -> Iterator[Entry]:
    source = words(child(root, "title"))
    shared = _people(root)
    for entry in every(root, "entry"):
        name = words(child(entry, "id"))
        # "updated" is the time of the last change and says nothing about the first
        updated = words(child(entry, "updated")) or words(child(entry, "modified"))
        yield Entry(
            line=entry.sourceline or 0,
            key="\0".join(filter(None, (name, updated, words(child(entry, "title"))))),
            title=_inner(child(entry, "title")),
            url=_link(entry),
            content=_inner(child(entry, "content")),
            summary=_inner(child(entry, "summary")),
            published=words(child(entry, "published")) or words(child(entry, "issued")),
            updated=updated,
            authors=_people(entry) or shared,
            source=words(child(entry, "source", "title")) or source,
            language=entry.get(_LANG) or root.get(_LANG),
        )


def _link(entry: Any) -> str | None:
    links = [one for one in children(entry, "link") if (one.get("rel") or "alternate") == "alternate"]
    return next((href for one in links if (href := one.get("href"))), None)


def _people(element: Any) -> tuple[str, ...]:
    return tuple(name for one in children(element, "author") if (name := words(child(one, "name"))))


def _inner(element: Any | None) -> str | None:
    """What an element holds: XHTML inside, HTML escaped, or plain text."""
    if element is None:
        return None
    return markup(element) if len(element) else element.text or None


READER = Reader(
    "atom",
    "Atom feeds, one report an entry",
    (".atom",),
    lambda head: bool(_ATOM.search(head)),
    read,
)
