"""NewsML-G2: news items alone, in messages and in packages; the highest version of each counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dateline.model.report import Report
from dateline.read.html_text import fragment_text
from dateline.read.nitf import text_of_nitf
from dateline.read.readers import Input, Reader
from dateline.read.reports import make_report
from dateline.read.usage import refusal
from dateline.read.xml_tree import child, children, every, local, markup, tree_of, words

_NEWSML = re.compile(rb"<(?:\w+:)?(?:newsMessage|newsItem|packageItem)[\s>]")


def read(given: Input) -> Iterator[Report]:
    """Yields the reports of the text items."""
    root = tree_of(given, "NewsML-G2")
    if root is None:
        return
    items = every(root, "newsItem")
    newest: dict[str, int] = {}
    for item in items:
        newest[_guid(item)] = max(newest.get(_guid(item), 0), _version(item))
    for item in items:
        if item.get("guid") and _version(item) < newest[_guid(item)]:
            where = item.sourceline
            given.problem(
                "note", f"version {_version(item)} of {_guid(item)[:80]}, replaced by a later one here", where
            )
            continue
        yield from _item(given, item)
    if not items:
        given.problem("rejected", "no newsItem in it, expected NewsML-G2 with text")


def _guid(item: Any) -> str:
    return item.get("guid") or f"line {item.sourceline}"


def _version(item: Any) -> int:
    value = item.get("version") or "0"
    return int(value) if value.isdecimal() and len(value) < 10 else 0


def _item(given: Input, item: Any) -> Iterator[Report]:
    meta, content = child(item, "itemMeta"), child(item, "contentMeta")
    status = child(meta, "pubStatus")
    reason = refusal(
        given,
        status=(status.get("qcode") or status.get("uri")) if status is not None else None,
        embargo=words(child(meta, "embargoed")),
    )
    if reason:
        given.problem("rejected", reason, item.sourceline)
        return
    text = _text(item)
    if not text.strip():
        kind = child(meta, "itemClass")
        named = (kind.get("qcode") or "").rpartition(":")[2] if kind is not None else ""
        # pictures, films and graphics travel in the same messages
        level = "note" if named and named != "text" else "rejected"
        given.problem(
            "note" if level == "note" else "rejected", f"an item without text ({named or 'no class'})", item.sourceline
        )
        return
    version = words(child(meta, "versionCreated"))
    first = words(child(meta, "firstCreated")) or words(child(content, "contentCreated")) or version
    language = child(content, "language")
    yield make_report(
        text,
        file=f"{given.name}:{item.sourceline}",
        url=_link(item),
        title=words(child(content, "headline")) or words(child(meta, "title")),
        source=_named(child(content, "infoSource")) or _named(child(meta, "provider")),
        authors=[
            name for one in children(content if content is not None else [], "by", "creator") if (name := _named(one))
        ][:6],
        language=((language.get("tag") or "") if language is not None else "").split("-")[0].lower() or None,
        published=first,
        updated=version if version != first else None,
        captured=given.captured,
        key=f"{_guid(item)}\0{_version(item)}",
    )


def _named(element: Any | None) -> str | None:
    """A name: by its child, its literal, its own words, or what stands behind its code's colon."""
    if element is None:
        return None
    named = words(child(element, "name")) or element.get("literal") or words(element)
    named = re.sub(r"^(?i:by)\s+(?=[A-Z])", "", named) if named else None
    return named or (element.get("qcode") or "").rpartition(":")[2] or None


def _link(item: Any) -> str | None:
    """The item's address on the web where it has one."""
    for one in every(item, "link", "altId"):
        found = one.get("href") if local(one) == "link" and "canonical" in (one.get("rel") or "") else None
        if found and found.startswith(("http://", "https://")):
            return str(found)
    return None


def _text(item: Any) -> str:
    for one in every(item, "inlineXML"):
        nitf = every(one, "nitf")
        text = (
            text_of_nitf(nitf[0]) if nitf else fragment_text(markup(body[0] if (body := every(one, "body")) else one))
        )
        if text.strip():
            return text
    return next((text for one in every(item, "inlineData") if (text := "".join(one.itertext()).strip())), "")


READER = Reader(
    "newsml",
    "NewsML-G2, the text items; embargoes and withdrawals are honoured",
    (),
    lambda head: bool(_NEWSML.search(head)),
    read,
)
