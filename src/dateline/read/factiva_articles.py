"""Factiva exports in its article format, without codes: headline, word count, day, paper, text, "Document ...".

Road to reopen

By Ann Lee
702 words
6 May 2014
09:05
Northern Wire
NWIRE
English
(c) 2014 Northern Wire

...

Document NWIRE00020140506ea56000b1
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model.report import Report
from dateline.read.readers import Input, Reader
from dateline.read.reports import make_report, publication_from
from dateline.read.whole import whole_text

_COUNT = re.compile(r"^[ \t]*\d{1,3}(?:,?\d{3})*[ \t]words[ \t]*$", re.M)
_END = re.compile(r"^[ \t]*Document[ \t]+([A-Z][A-Za-z0-9]{11,40})[ \t]*$", re.M)
_CLOCK = re.compile(r"\d\d?:\d\d(?: [AP]M)?$")
_PLACE = re.compile(r"(?:[A-Z]?\d{1,4}|[A-Z]{2,8}|Page \d+|Volume \d+.*)$")
_RIGHTS = re.compile(r"(?:\(c\)|©|Copyright)", re.I)
_BYLINE = re.compile(r"(?i:by)\s+(?=[A-Z])")
_LANGUAGES = {"English": "en", "French": "fr", "German": "de", "Spanish": "es", "Italian": "it", "Russian": "ru"}
MOST_HEAD = 14
"""Lines between the word count and the text: day, time, paper, its code, edition, page, language, rights."""


def read(given: Input) -> Iterator[Report]:
    """Yields the reports of an export."""
    text = whole_text(given, "a Factiva export as text; export fewer reports at once")
    if text is None:
        return
    at = found = 0
    line = 1
    for end in (*_END.finditer(text), None):
        part = text[at : end.start() if end else len(text)]
        count = _COUNT.search(part)
        if count:
            found += 1
            opened = len(part) - len(part.lstrip())
            yield from _article(given, part, count, end[1] if end else None, line + part.count("\n", 0, opened))
        line += part.count("\n")
        at = end.end() if end else len(text)
    if not found:
        given.problem("rejected", 'no article with its "... words", expected a Factiva export')


def _article(given: Input, part: str, count: re.Match[str], number: str | None, line: int) -> Iterator[Report]:
    above = [bare for one in part[: count.start()].split("\n") if (bare := one.strip())]
    byline = above.pop() if len(above) > 1 and _BYLINE.match(above[-1]) else ""
    head, body = _head(part[count.end() :])
    if not body.strip():
        given.problem("rejected", "an article without text", line)
        return
    named = re.sub(_BYLINE, "", byline)
    yield make_report(
        body,
        file=f"{given.name}:{line}",
        title=above[-1] if above else None,
        source=head.get("source"),
        authors=[name for one in re.split(r"\s*[;,]\s*|\s+and\s+", named) if (name := one.strip())],
        language=_LANGUAGES.get(head.get("language", "")),
        published=head.get("published"),
        captured=given.captured,
        key=f"{given.name}\0{number or line}",
    )


def _head(rest: str) -> tuple[dict[str, str], str]:
    """What stands between the word count and the text, and the text: it begins after the rights or the language."""
    found: dict[str, str] = {}
    at = seen = 0
    start = None
    for match in re.finditer(r"[^\n]*\n?", rest):
        bare = match[0].strip()
        if not bare:
            if match.end() >= len(rest):
                break
            continue
        seen += 1
        if _RIGHTS.match(bare):
            start = match.end()
            break
        if bare in _LANGUAGES:
            found["language"] = bare
            start = match.end()
        elif start is not None or seen > MOST_HEAD:
            break
        elif "published" not in found and publication_from(bare):
            found["published"] = bare
            at = match.end()
        elif "published" in found and "source" not in found and not _CLOCK.match(bare) and not _PLACE.match(bare):
            found["source"] = bare
            at = match.end()
    return found, rest[start if start is not None else at :].strip("\n ")


def _is_article(head: bytes) -> bool:
    text = head.decode("utf-8", "replace").replace("\r", "")
    count = _COUNT.search(text)
    if not count:
        return False
    lines = [bare for one in text[count.end() :].split("\n") if (bare := one.strip())][:MOST_HEAD]
    return bool(lines) and publication_from(lines[0]) is not None and any(one in _LANGUAGES for one in lines)


READER = Reader("factiva-articles", "Factiva exports in its article format, without codes", (), _is_article, read)
