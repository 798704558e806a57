"""Factiva exports as plain text: two-letter codes before each field, many reports a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model.report import Report
from dateline.read.readers import Input, Reader
from dateline.read.reports import make_report
from dateline.read.whole import whole_text

_CODES = "SE HD BY CR WC PD ET SN SC NGC GC PG ED VOL LA CY LP TD CT RF CO IN NS RE IPC IPD PUB AN ART CLM CX".split()
_FIELD = re.compile(rf"^[ \t]*({'|'.join(_CODES)})(?:[ \t]{{1,}}(?=\S)|[ \t]*$)", re.M)
_HEAD = re.compile(r"^[ \t]*HD(?:[ \t]+\S|[ \t]*$)", re.M)
_NUMBER = re.compile(r"(?:Document\s+)?(\S+)")


def read(given: Input) -> Iterator[Report]:
    """Yields the reports of an export."""
    text = whole_text(given, "a Factiva export as text; export fewer reports at once")
    if text is None:
        return
    found = 0
    for line, fields in _documents(text):
        found += 1
        yield from _document(given, fields, line)
    if not found:
        given.problem("rejected", "no field HD with a headline in it, expected a Factiva export as text")


def _documents(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The fields of each document with its line; a document ends where a field comes that its head begins with."""
    fields: dict[str, str] = {}
    line = counted = at = 0
    places = list(_FIELD.finditer(text))
    for number, found in enumerate(places):
        end = places[number + 1].start() if number + 1 < len(places) else len(text)
        code = found[1]
        if code in ("SE", "HD") and ("HD" in fields or "AN" in fields):
            yield line, fields
            fields = {}
        if not fields:
            counted += text.count("\n", at, found.start())
            at, line = found.start(), counted + 1
        value = text[found.end() : end].strip("\n")
        fields[code] = f"{fields[code]}\n\n{value}" if code in fields else value
    if "HD" in fields:
        yield line, fields


def _document(given: Input, fields: dict[str, str], line: int) -> Iterator[Report]:
    body = "\n\n".join(value for code in ("LP", "TD") if (value := fields.get(code, "").strip()))
    if not body:
        given.problem("rejected", "a document without text in LP or TD", line)
        return
    one = {code: " ".join(value.split()) for code, value in fields.items() if code not in ("LP", "TD")}
    number = _NUMBER.match(one.get("AN", ""))
    byline = re.sub(r"^(?i:by)\s+", "", one.get("BY", ""))
    yield make_report(
        body,
        file=f"{given.name}:{line}",
        title=one.get("HD"),
        source=one.get("SN") or one.get("PUB"),
        authors=[name for part in re.split(r"\s*[;,]\s*|\s+and\s+", byline) if (name := part.strip())],
        language={"english": "en", "french": "fr", "german": "de", "spanish": "es"}.get(one.get("LA", "").lower()[:7]),
        published=one.get("PD"),
        captured=given.captured,
        key=f"{given.name}\0{number[1] if number else one.get('HD')}",
    )


def _is_factiva(head: bytes) -> bool:
    text = head.decode("utf-8", "replace")
    codes = {found[1] for found in _FIELD.finditer(text)}
    return bool(_HEAD.search(text)) and {"HD", "PD"} <= codes and bool(codes & {"SN", "LP", "WC", "SC"})


READER = Reader("factiva", "Factiva exports as plain text, many reports a file", (), _is_factiva, read)
