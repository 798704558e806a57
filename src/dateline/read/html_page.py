"""A saved web page: title, dates and names from its metadata, the text from its paragraphs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from dateline.model.report import Report
from dateline.read.decode import decode
from dateline.read.plain_text import LARGEST, say_encoding
from dateline.read.readers import Input, Reader
from dateline.read.reports import as_kept, make_report

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.{0,400}?-->\s*)*<(?:!doctype\s+html|html\b|head\b|body\b)",
    re.I | re.S,
)
_CHARSET = re.compile(rb"<meta[^>]{0,100}charset=[\"']?([\w-]+)", re.I)
_ARTICLE = frozenset(
    """NewsArticle Article ReportageNewsArticle BackgroundNewsArticle AnalysisNewsArticle BlogPosting
    LiveBlogPosting""".split()
)
SHORTEST = 20
"""Characters. A shorter paragraph outside the article's own element is a label or a button."""


def read(given: Input) -> Iterator[Report]:
    """Yields the report of a page."""
    from lxml import etree, html

    data = given.stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        given.problem("rejected", f"over {LARGEST // 1_000_000} MB in one page; expected one saved news page")
        return
    decoded = decode(data)
    charset = _CHARSET.search(data[:4096])
    markup = decoded.text
    if decoded.encoding and charset:
        try:
            markup = data.decode(charset[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            say_encoding(given, decoded)
    elif decoded.encoding or decoded.lost:
        say_encoding(given, decoded)
    try:
        tree = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", markup.replace("\0", "")))
    except (etree.LxmlError, ValueError):
        given.problem("rejected", "a page that cannot be parsed, expected HTML")
        return
    meta = _Meta(tree)
    text = _paragraphs(tree) or meta.body()
    if not text.strip():
        given.problem("rejected", "a page without an article: no paragraphs of text were found in it")
        return
    yield make_report(
        text,
        file=given.name,
        url=meta.url(),
        title=meta.title(),
        source=meta.source(),
        authors=meta.authors(),
        language=meta.language(),
        published=meta.published(),
        updated=meta.first("dateModified", "article:modified_time", "og:updated_time"),
    )


class _Meta:
    """What a page says about itself: JSON-LD first, then meta elements."""

    def __init__(self, tree: Any) -> None:
        self.tree = tree
        self.ld: dict[str, Any] = {}
        for script in tree.iterfind('.//script[@type="application/ld+json"]'):
            try:
                self._take(json.loads(script.text or "", strict=False))
            except (ValueError, RecursionError):
                continue
        self.named: dict[str, str] = {}
        for element in tree.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("itemprop")
            if name and element.get("content"):
                self.named.setdefault(name.lower(), element.get("content").strip())

    def _take(self, value: Any) -> None:
        if isinstance(value, list):
            for item in value:
                self._take(item)
        elif isinstance(value, dict):
            self._take(value.get("@graph"))
            kinds = value.get("@type")
            if _ARTICLE & set(kinds if isinstance(kinds, list) else [kinds] if isinstance(kinds, str) else []):
                self.ld = self.ld or value

    def first(self, ld: str, *names: str) -> str | None:
        value = self.ld.get(ld)
        if isinstance(value, str) and value.strip():
            return value.strip()
        return next((self.named[name] for name in names if name in self.named), None)

    def body(self) -> str:
        """The article's text where JSON-LD carries it."""
        body = self.ld.get("articleBody")
        return as_kept(body) if isinstance(body, str) else ""

    def title(self) -> str | None:
        found = self.first("headline", "og:title", "twitter:title")
        if found is None:
            element = self.tree.find(".//h1")
            element = self.tree.find(".//title") if element is None else element
            found = element.text_content() if element is not None else None
        return " ".join(found.split()) if found else None

    def published(self) -> str | None:
        found = self.first(
            "datePublished", "article:published_time", "datepublished", "date", "dc.date", "pubdate", "dcterms.created"
        )
        if found is None:
            element = self.tree.find(".//article//time[@datetime]")
            element = self.tree.find(".//time[@datetime]") if element is None else element
            found = element.get("datetime") if element is not None else None
        return found

    def url(self) -> str | None:
        link = self.tree.find('.//link[@rel="canonical"]')
        return (link.get("href") if link is not None else None) or self.named.get("og:url")

    def source(self) -> str | None:
        return _name(self.ld.get("publisher")) or self.named.get("og:site_name")

    def authors(self) -> tuple[str, ...]:
        given = self.ld.get("author")
        names = [_name(item) for item in (given if isinstance(given, list) else [given])]
        found = tuple(name for name in names if name)
        return found or ((self.named["author"],) if "author" in self.named else ())

    def language(self) -> str | None:
        tag = self.tree.get("lang") or ""
        return tag.split("-")[0].lower() or None


def _name(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _paragraphs(tree: Any) -> str:
    """The page's story, paragraphs parted by blank lines: those of the article element, else all of some length."""
    for element in list(
        tree.iter("script", "style", "nav", "footer", "aside", "form", "noscript", "figure", "template")
    ):
        element.drop_tree()
    for lines in list(tree.iter("br")):
        lines.tail = "\n" + (lines.tail or "")
    stated = tree.findall('.//*[@itemprop="articleBody"]')
    places = stated or tree.findall(".//article") or tree.findall(".//main")
    if not places:
        return "\n\n".join(words for words in _texts(tree) if len(words) >= SHORTEST)
    # a page of teasers has many article elements: the report is the longest
    return max(("\n\n".join(_texts(place)) for place in places), key=len)


def _texts(place: Any) -> list[str]:
    """The words of the paragraphs, headings and list items below an element, each once."""
    found = []
    for element in place.iter("p", "blockquote", "li", "h2", "h3"):
        if element.tag in ("blockquote", "li") and element.find(".//p") is not None:
            continue
        if words := _text(element):
            found.append(words)
    return found


def _text(element: Any) -> str:
    return "\n".join(" ".join(line.split()) for line in element.text_content().split("\n") if line.strip())


READER = Reader(
    "html",
    "a saved web page: JSON-LD and meta elements, then its paragraphs",
    (".html", ".htm", ".xhtml"),
    lambda head: bool(_HTML.match(head)),
    read,
)
