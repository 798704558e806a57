"""ninjs 1 to 3, the agencies' JSON: alone, one a line, or a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dateline.model.report import Report
from dateline.read.html_text import fragment_text
from dateline.read.json_rows import record_key, rows, values
from dateline.read.readers import Input, Reader
from dateline.read.reports import make_report
from dateline.read.usage import refusal

_NINJS = re.compile(
    rb"\"(?:body_text|body_xhtml|body_html|bodies|pubstatus|versioncreated|firstcreated|usagestatus|versionCreated)\"\s*:"
)
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]")
_URI = re.compile(rb"\"uri\"\s*:")
_HTML = ("xhtml", "html")


def read(given: Input) -> Iterator[Report]:
    """Yields the text items; of an item with several versions in one file all that may be used come."""
    found = 0
    for number, value in values(given):
        for row in rows(value):
            found += 1
            if isinstance(row, dict):
                yield from _item(given, number, row)
            else:
                given.problem("rejected", f"{type(row).__name__} where an item was expected", number)
    if not found:
        given.problem("rejected", "no items in it, expected ninjs")


def _item(given: Input, number: int, row: dict[str, Any]) -> Iterator[Report]:
    status, embargo = row.get("pubstatus") or row.get("pubStatus"), row.get("embargoed") or row.get("embargoeduntil")
    if reason := refusal(given, status=_str(status), embargo=_str(embargo)):
        given.problem("rejected", reason, number)
        return
    text = _text(row)
    if not text.strip():
        kind = _str(row.get("type")) or "no type"
        level = "note" if kind in ("picture", "video", "audio", "graphic") else "rejected"
        given.problem("note" if level == "note" else "rejected", f"an item without text ({kind})", number)
        return
    version = _str(row.get("versioncreated") or row.get("versionCreated"))
    first = _str(row.get("firstcreated") or row.get("firstCreated") or row.get("contentcreated")) or version
    uri = _str(row.get("uri"))
    yield make_report(
        text,
        file=f"{given.name}:{number}",
        url=uri if uri and uri.startswith(("http://", "https://")) else None,
        title=_str(row.get("headline")) or _chosen(row.get("headlines"), "value") or _str(row.get("title")),
        source=_str(row.get("infosource"))
        or _chosen(row.get("infosources"), "name")
        or _str(row.get("copyrightholder")),
        authors=_people(row),
        language=(_str(row.get("language")) or "").split("-")[0].lower() or None,
        published=first,
        updated=version if version != first else None,
        captured=given.captured,
        key=record_key(given.name, row),
    )


def _text(row: dict[str, Any]) -> str:
    """The body: marked up before plain; version 1 has a field a form, 2 and 3 a list of bodies."""
    for name in ("body_xhtml", "body_html", "body_text"):
        if value := _str(row.get(name)):
            return value if name == "body_text" else fragment_text(value)
    bodies = (
        [one for one in row.get("bodies") or [] if isinstance(one, dict)] if isinstance(row.get("bodies"), list) else []
    )
    for one in sorted(bodies, key=lambda body: body.get("role") not in (None, "main")):
        if value := _str(one.get("value")):
            kind = f"{one.get('contenttype') or one.get('contentType') or ''}"
            return fragment_text(value) if any(name in kind for name in _HTML) or "<p" in value else value
    return ""


def _chosen(value: Any, field: str) -> str | None:
    """Of a list of objects the one whose role is main, else the first."""
    found = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
    found.sort(key=lambda one: one.get("role") not in (None, "main"))
    return next((text for one in found if (text := _str(one.get(field)))), None)


def _people(row: dict[str, Any]) -> tuple[str, ...]:
    people = row.get("people") if isinstance(row.get("people"), list) else []
    byline = _str(row.get("byline")) or _str(row.get("by"))
    wrote = [one for one in people or [] if isinstance(one, dict) and one.get("rel") in ("author", "creator")]
    names = tuple(name for one in wrote if (name := _str(one.get("name"))))
    return names or ((re.sub(r"^(?i:by)\s+", "", byline),) if byline else ())


def _str(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _is_ninjs(head: bytes) -> bool:
    return bool(_JSON.match(head) and _NINJS.search(head) and _URI.search(head))


READER = Reader("ninjs", "ninjs 1 to 3; embargoes and withdrawals are honoured", (".ninjs",), _is_ninjs, read)
