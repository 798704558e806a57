"""RSS 2.0, its older kin and RDF (RSS 1.0)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dateline.model.report import Report
from dateline.read.entries import Entry, reports_of
from dateline.read.readers import Input, Reader
from dateline.read.xml_tree import child, children, every, tree_of, words

_RSS = re.compile(rb"<(?:rss[\s>]|(?:\w+:)?RDF\s[^>]{0,2000}purl\.org/rss/|channel>)")


def read(given: Input) -> Iterator[Report]:
    """Yields the entries of a feed."""
    root = tree_of(given, "an RSS feed")
    if root is not None:
        yield from reports_of(given, _entries(root))


def _entries(root: Any) -> Iterator[Entry]:
    channel = next(iter(every(root, "channel")), None)
    source = words(child(channel, "title"))
    language = words(child(channel, "language"))
    for item in every(root, "item"):
        guid = child(item, "guid")
        name = words(guid) or item.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about")
        link = words(child(item, "link"))
        if not link and name and guid is not None and guid.get("isPermaLink") != "false":
            link = name if name.startswith(("http://", "https://")) else None
        full = [one for one in children(item, "encoded") if "excerpt" not in str(one.tag)]
        dated = [value for tag in ("pubDate", "date", "published", "issued") if (value := words(child(item, tag)))]
        summary = child(item, "description")
        yield Entry(
            line=item.sourceline or 0,
            key="\0".join(filter(None, (name or link, *dated, words(child(item, "title"))))),
            title=words(child(item, "title")),
            url=link,
            content=_inner(full[0]) if full else None,
            summary=_inner(summary),
            published=dated[0] if dated else None,
            updated=words(child(item, "modified")) or words(child(item, "updated")),
            authors=tuple(_person(name) for one in children(item, "creator", "author") if (name := words(one))),
            source=words(child(item, "source")) or source,
            language=words(child(item, "language")) or language,
        )


def _inner(element: Any | None) -> str | None:
    """An element's text, or its markup where the feed has put HTML in unescaped."""
    if element is None:
        return None
    if len(element):
        from dateline.read.xml_tree import markup

        return markup(element)
    return element.text or None


def _person(name: str) -> str:
    """The name in RSS's "ann@example.org (Ann Lee)"."""
    found = re.match(r"\S+@\S+\s+\((.+)\)$", name)
    return found[1] if found else name


READER = Reader(
    "rss",
    "RSS feeds (2.0 and before, and RDF), one report an entry",
    (".rss", ".rdf"),
    lambda head: bool(_RSS.search(head)) and head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"),
    read,
)
