"""OPML: a list of feeds, as feed readers export it. It holds no reports; an archive takes the feeds that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.model.report import Report
from dateline.read.decode import decode
from dateline.read.readers import Input, Reader
from dateline.read.whole import whole_bytes
from dateline.read.xml_tree import every, parsed

_OPML = re.compile(rb"<opml[\s>]", re.I)
MOST = 5000
"""Feeds taken of one list. Large personal lists hold some hundred."""


class Listed(NamedTuple):
    """One feed of a list, by its address and the name that it has there."""

    address: str
    name: str | None


def is_opml(head: bytes) -> bool:
    """Whether the first bytes are those of a list of feeds."""
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") and bool(_OPML.search(head))


def feeds_in(data: bytes) -> list[Listed]:
    """The feeds that an OPML file names, in its order, each once; none where it cannot be parsed."""
    root = parsed(decode(data).text)
    found: dict[str, Listed] = {}
    for outline in every(root, "outline") if root is not None else ():
        given = {str(name).lower(): str(value).strip() for name, value in outline.items()}
        address = given.get("xmlurl", "")
        if address.startswith("feed:"):
            rest = address.removeprefix("feed:")
            address = rest if "://" in rest else "https:" + rest
        if address.startswith(("http://", "https://")) and len(found) < MOST:
            found.setdefault(address, Listed(address, given.get("title") or given.get("text") or None))
    return list(found.values())


def read(given: Input) -> Iterator[Report]:
    """Yields nothing: says what the list is good for."""
    data = whole_bytes(given, "an OPML list of feeds")
    if data is not None:
        count = len(feeds_in(data))
        given.problem(
            "rejected",
            f"a list of {count} feeds and no report; follow them in an archive: dateline add ARCHIVE feeds.opml",
        )
    yield from ()


READER = Reader("opml", "OPML, a list of feeds for an archive to follow (add, update)", (".opml",), is_opml, read)
