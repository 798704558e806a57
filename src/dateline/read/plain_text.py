"""Plain text: one report a file, or several parted by a form feed or by a line of ---, === or ***."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model.report import Report
from dateline.read.decode import binary_kind, decode
from dateline.read.readers import Input, Reader
from dateline.read.reports import as_kept, make_report
from dateline.read.whole import LARGEST, say_encoding

_RULE = re.compile(r"\f|^[ \t]*(?:-{3,}|={3,}|\*{3,})[ \t]*$", re.MULTILINE)


def read(given: Input) -> Iterator[Report]:
    """Yields the reports of a text file."""
    if kind := binary_kind(given.head):
        given.problem("rejected", f"{kind}, expected text; save the report as plain text, HTML or JSONL")
        return
    data = given.stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        given.problem(
            "rejected",
            f"over {LARGEST // 1_000_000} MB of text in one report; expected one news report a file: split it, or give "
            "JSONL with one report a line",
        )
        return
    if kind := binary_kind(data[:HEAD]):
        given.problem("rejected", f"{kind}, expected text; save the report as plain text, HTML or JSONL")
        return
    decoded = decode(data)
    say_encoding(given, decoded)
    text = as_kept(decoded.text)
    parts = list(_parts(text))
    if not parts:
        given.problem("rejected", "empty, expected the text of a report")
    elif len(parts) == 1:
        # a rule at the top or the end parts nothing: the text stays as given
        yield make_report(text, file=given.name, url=given.url, captured=given.captured)
    else:
        for line, part in parts:
            yield make_report(part, file=f"{given.name}:{line}", key=given.name, captured=given.captured)


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """The reports of one text, each with the line (from 1) on which it begins."""
    at = 0
    for rule in (*_RULE.finditer(text), None):
        end = rule.start() if rule else len(text)
        part = text[at:end]
        if part.strip():
            opened = at + len(part) - len(part.lstrip())
            yield text.count("\n", 0, opened) + 1, part.strip("\n")
        at = rule.end() if rule else end


HEAD = 65536

READER = Reader(
    "text",
    "plain text, one report a file or several parted by a rule",
    (".txt", ".text", ".md"),
    lambda head: False,
    read,
)
