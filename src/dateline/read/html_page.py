"""A saved web page: title, dates and names from its metadata, the text from its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any
from urllib.parse import urljoin

from dateline.model.report import Report
from dateline.read import wayback
from dateline.read.html_meta import Meta
from dateline.read.html_text import story_text
from dateline.read.readers import Input, Reader
from dateline.read.reports import make_report
from dateline.read.whole import markup_text, whole_bytes

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--(?>.{0,400}?-->)\s*)*<(?:!doctype\s+html|html\b|head\b|body\b)",
    re.I | re.S,
)
_WALL = re.compile(
    r"(?i)\b(?:cookies?|consent|enable javascript|are you a robot|unusual traffic|access denied|verify you are human"
    r"|subscribe to (?:continue|read))\b"
)
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json")
LONGEST_WALL = 700
"""Characters. A page with no more text than this, that speaks of cookies or robots, is the wall before an article."""


def read(given: Input) -> Iterator[Report]:
    """Yields the report of a page."""
    data = whole_bytes(given, "one saved news page")
    if data is None:
        return
    markup, captured = wayback.cleaned(markup_text(given, data))
    tree = _tree(markup)
    if tree is None:
        given.problem("rejected", "a page that cannot be parsed, expected HTML")
        return
    meta = Meta(tree)
    text = _text(tree, markup, meta)
    if not text.strip():
        given.problem(
            "rejected", f"a page without an article: no paragraphs of text were found in it{_feed(tree, given)}"
        )
        return
    if len(text) <= LONGEST_WALL and _WALL.search(text) and meta.published() is None:
        given.problem("rejected", "no article: a page that asks for consent or a subscription; save the page behind it")
        return
    url = wayback.unwrapped(meta.url() or given.url or "")
    yield make_report(
        text,
        file=given.name,
        url=url[0] or None,
        title=meta.title(),
        source=meta.source(),
        authors=meta.authors(),
        language=meta.language(),
        published=meta.published(),
        updated=meta.updated(),
        captured=given.captured or captured or url[1],
    )


def _tree(markup: str) -> Any | None:
    from lxml import etree, html

    try:
        return html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", markup.replace("\0", "")))
    except (etree.LxmlError, ValueError):
        return None


def _feed(tree: Any, given: Input) -> str:
    """The feed that a page names as its own, as a hint for somebody who gave a front page."""
    for link in tree.iter("link"):
        kind = (link.get("type") or "").lower()
        if "alternate" in (link.get("rel") or "").lower() and kind in _FEEDS and link.get("href"):
            return f"; it names a feed, add that: {urljoin(given.url or '', link.get('href').strip())[:300]}"
    return ""


def _text(tree: Any, markup: str, meta: Meta) -> str:
    """The story: of a well-marked page by our own rules; else trafilatura's where it is installed, else ours."""
    text, marked = story_text(tree)
    body = meta.body()
    if len(body) > 1.5 * len(text):
        return body
    return text if marked else _extracted(markup) or text


def _extracted(markup: str) -> str | None:
    try:
        extract: Any = import_module("trafilatura").extract
    except ImportError:
        return None
    try:
        found: str | None = extract(markup, include_comments=False, include_tables=False, output_format="txt")
    except Exception:  # a library's fault in one page must not cost the other pages
        return None
    return "\n\n".join(line for line in found.split("\n") if line.strip()) if found else None


READER = Reader(
    "html",
    "a saved web page: JSON-LD and meta elements, then its paragraphs",
    (".html", ".htm", ".xhtml"),
    lambda head: bool(_HTML.match(head)),
    read,
    extra="html",
    library="trafilatura",
)
