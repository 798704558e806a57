"""Nexis exports as plain text: many reports a file, the older and the newer layout."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model.report import Report
from dateline.read.readers import Input, Reader
from dateline.read.reports import make_report, publication_from
from dateline.read.whole import whole_text

_RULE = re.compile(r"^[ \t]*(?:End of Document|(?:Document )?\d+ of \d+(?: DOCUMENTS)?)[ \t]*$", re.M)
_LABEL = re.compile(
    r"^(?P<name>BYLINE|SECTION|LENGTH|DATELINE|HEADLINE|HIGHLIGHT|LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|SUBJECT|"
    r"JOURNAL-CODE|ACC-NO|Byline|Section|Length|Dateline|Highlight|Load-Date|Language|Publication-Type|Subject|"
    r"Journal Code|Classification|Graphic|GRAPHIC|Copyright|TYPE|Type|GEOGRAPHIC|Geographic|PERSON|Person)\s*:[ \t]*"
    r"(?P<value>.*)$",
    re.M,
)
_COVER = re.compile(r"^[ \t]*Job Number:[ \t]*\d", re.M)
_BODY = re.compile(r"^Body[ \t]*$", re.M)
_COPYRIGHT = re.compile(r"\s*(?:Copyright|©)\s.*|\s*All Rights Reserved\s*", re.I)
_TAIL = frozenset(
    "load-date language publication-type subject journal-code classification graphic geographic person type".split()
)
LATEST_DATE = 12
"""Lines. Title, paper, date and edition stand above the first label."""


def read(given: Input) -> Iterator[Report]:
    """Yields the reports of an export."""
    text = whole_text(given, "a Nexis export as text; export fewer reports at once")
    if text is None:
        return
    at = found = 0
    for rule in (*_RULE.finditer(text), None):
        end = rule.start() if rule else len(text)
        part = text[at:end]
        line = text.count("\n", 0, at + len(part) - len(part.lstrip())) + 1
        if _LABEL.search(part):
            found += 1
            yield from _document(given, part.strip("\n\f "), line)
        at = rule.end() if rule else end
    if not found:
        given.problem("rejected", "no document with its labels (Length:, Load-Date:), expected a Nexis export as text")


def _document(given: Input, part: str, line: int) -> Iterator[Report]:
    labels = list(_LABEL.finditer(part))
    head = part[: labels[0].start()]
    fields = {found["name"].lower().replace(" ", "-"): found["value"].strip() for found in reversed(labels)}
    body = _body(part, labels)
    if not body.strip():
        given.problem("rejected", "a document without text", line)
        return
    title, source, published = _head(head)
    byline = re.sub(r"^(?i:by)\s+", "", fields.get("byline", ""))
    yield make_report(
        body,
        file=f"{given.name}:{line}",
        title=fields.get("headline") or title,
        source=source,
        authors=[name for one in re.split(r"\s*;\s*|\s+and\s+", byline) if (name := one.strip(" ,"))],
        published=published,
        # the day on which the service took it in: it bounds the day of publication and is not that day
        captured=fields.get("load-date"),
        key=f"{given.name}\0{fields.get('acc-no') or fields.get('load-date')}\0{published}\0{title}",
    )


def _body(part: str, labels: list[re.Match[str]]) -> str:
    """What stands between the labels above the story and those below it."""
    opened = _BODY.search(part)
    above = [
        found
        for found in labels
        if found["name"].lower() not in _TAIL and not (opened and found.start() > opened.start())
    ]
    start = opened.end() if opened else above[-1].end() if above else 0
    end = next(
        (found.start() for found in labels if found["name"].lower() in _TAIL and found.start() >= start), len(part)
    )
    lines = part[start:end].split("\n")
    while lines and (not lines[-1].strip() or _COPYRIGHT.fullmatch(lines[-1])):
        lines.pop()
    return "\n".join(lines).strip("\n")


def _head(head: str) -> tuple[str | None, str | None, str | None]:
    """Title, paper and date of the lines above the first label, told apart by where the date stands."""
    lines = [bare for line in head.split("\n") if (bare := line.strip()) and not _COPYRIGHT.fullmatch(bare)]
    if _COVER.search(head):
        # a cover page stands before the first document: its lines are the last ones, with the date below the paper
        last = next((n for n in range(len(lines) - 1, 1, -1) if publication_from(lines[n])), None)
        lines = lines[last - 2 :] if last else lines[-1:]
    dated = next((n for n, line in enumerate(lines[:LATEST_DATE]) if publication_from(line)), None)
    if dated is None:
        return (lines[0] if lines else None), (lines[1] if len(lines) > 1 else None), None
    # older exports: paper, date, edition, title; newer ones: title, paper, date
    source = lines[dated - 1] if dated else None
    title = lines[0] if dated > 1 else lines[-1] if len(lines) > dated + 1 else None
    return title, source, lines[dated]


def _is_nexis(head: bytes) -> bool:
    text = head.decode("utf-8", "replace")
    if re.search(r"^\s*1 of \d+ DOCUMENTS\s*$", text, re.M):
        return True
    if _COVER.search(text) and re.search(r"^\s*Documents? \(\d+\)\s*$", text, re.M):
        return True
    return bool(re.search(r"^Length:\s*\d+ words", text, re.M) and _BODY.search(text.replace("\r", "")))


READER = Reader("nexis", "Nexis exports as plain text, many reports a file", (), _is_nexis, read)
