"""JSON Feed 1.0 and 1.1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from dateline.model.report import Report
from dateline.read.decode import decode
from dateline.read.entries import Entry, reports_of
from dateline.read.readers import Input, Reader
from dateline.read.whole import say_encoding, whole_bytes

_FEED = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{.{0,2000}?\"version\"\s*:\s*\"https?:\\?/\\?/jsonfeed\.org", re.S)


def read(given: Input) -> Iterator[Report]:
    """Yields the items of a feed."""
    data = whole_bytes(given, "a JSON Feed")
    if data is None:
        return
    decoded = decode(data)
    say_encoding(given, decoded)
    try:
        feed = msgspec.json.decode(decoded.text.removeprefix("\ufeff").encode("utf-8", "replace"))
    except (msgspec.DecodeError, RecursionError):
        given.problem("rejected", "not JSON, expected a JSON Feed; fetch or save it again")
        return
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        given.problem("rejected", 'no list "items" in it, expected a JSON Feed')
        return
    yield from reports_of(given, _entries(given, feed, items))


def _entries(given: Input, feed: dict[str, Any], items: list[Any]) -> Iterator[Entry]:
    for number, item in enumerate(items, 1):
        if not isinstance(item, dict):
            given.problem("rejected", f"{type(item).__name__} where an item was expected", number)
            continue
        dates = _str(item.get("date_published")), _str(item.get("date_modified"))
        yield Entry(
            line=number,
            key="\0".join(filter(None, (_str(item.get("id")), *dates, _str(item.get("title"))))),
            title=_str(item.get("title")),
            url=_str(item.get("url")) or _str(item.get("external_url")),
            content=_str(item.get("content_html")) or _str(item.get("content_text")),
            summary=_str(item.get("summary")),
            published=dates[0],
            updated=dates[1],
            authors=_people(item) or _people(feed),
            source=_str(feed.get("title")),
            language=_str(item.get("language")) or _str(feed.get("language")),
        )


def _people(value: dict[str, Any]) -> tuple[str, ...]:
    """The authors; version 1.0 has one, called "author"."""
    given = value.get("authors") or value.get("author") or []
    given = given if isinstance(given, list) else [given]
    return tuple(name for one in given if isinstance(one, dict) and (name := _str(one.get("name"))))


def _str(value: Any) -> str | None:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return value.strip() or None if isinstance(value, str) else None


READER = Reader(
    "jsonfeed",
    "JSON Feed, one report an item",
    (),
    lambda head: bool(_FEED.match(head)),
    read,
)
