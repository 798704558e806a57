"""What a page says about itself: JSON-LD first, then meta elements, then what stands on it."""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import Any

from dateline.read.head_dates import HEAD_DATE, day_of
from dateline.read.html_walk import label
from dateline.read.reports import as_kept, publication_from

_ARTICLE = frozenset(
    """NewsArticle Article ReportageNewsArticle BackgroundNewsArticle AnalysisNewsArticle OpinionNewsArticle
    BlogPosting LiveBlogPosting AdvertiserContentArticle ReviewNewsArticle ScholarlyArticle Report""".split()
)
_PUBLISHED = (
    *("article:published_time", "datepublished", "og:published_time", "article:published", "parsely-pub-date"),
    *("sailthru.date", "cxenseparse:recs:publishtime", "publish-date", "publishdate", "publication_date", "pubdate"),
    *("originalpublicationdate", "dc.date.issued", "dcterms.issued", "citation_publication_date", "dc.date"),
    *("dc.date.created", "dcterms.created", "dcterms.date", "date", "displaydate", "article_date_original", "ptime"),
)
_UPDATED = ("article:modified_time", "og:updated_time", "lastmod", "last-modified", "dcterms.modified", "datemodified")
_TITLE_END = re.compile(r"\s+(?:[|–—»·]|-|::)\s+[^|–—»·]{2,50}$")
_NAMED_TITLE = re.compile(r"title|headline", re.I)
_DATED = re.compile(r"date|time|publi|posted|stamp|meta|info|byline|dateline", re.I)
_CHANGED = re.compile(r"updat|modif", re.I)
_PREFIX = re.compile(r"(?i:(?:first\s+)?(?:published|posted|issued|released|updated)\s*(?:on|at)?\s*:?\s*)")
_BY = re.compile(r"(?i:by|from|words by|text)\s*:?\s+(?=[A-ZÀ-Þ])")
_EDGE = " \t\r\n;"
_WRAPPED = (("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("// <![CDATA[", "// ]]>"), ("<![CDATA[", "]]>"))
"""What stands round JSON-LD on pages made for old browsers."""
_STAMPED = (
    *("span", "div", "p", "li", "td", "font", "small", "em", "i", "dd"),
    *("h2", "h3", "h4", "h5", "abbr"),
)
"""Elements that pages put a date into."""
_PARTED = re.compile(r"\s[|·•–—]\s|\s-\s")
LONGEST_STAMP = 120
"""Characters. A longer element is no date line."""
LONGEST_NAME = 40
"""Characters before a date that a byline may have."""
LATEST_STAMP = 600
"""Elements with a date's name looked at; the date of a report stands near its top."""


class Meta:
    """A page's own statements."""

    def __init__(self, tree: Any) -> None:
        self.tree = tree
        self.ld: dict[str, Any] = {}
        self.broken: list[str] = []
        for script in tree.iter("script"):
            if (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json":
                self._script(script.text or "")
        self.named: dict[str, str] = {}
        for element in tree.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("itemprop")
            if name and (element.get("content") or "").strip():
                self.named.setdefault(name.lower(), element.get("content").strip())

    def _script(self, text: str) -> None:
        bare = text.strip(_EDGE)
        for opening, closing in _WRAPPED:
            bare = bare.removeprefix(opening).removesuffix(closing).strip(_EDGE)
        try:
            self._take(json.loads(bare, strict=False))
        except (ValueError, RecursionError):
            self.broken.append(text)

    def _take(self, value: Any, depth: int = 0) -> None:
        if depth > 8:
            return
        if isinstance(value, list):
            for item in value:
                self._take(item, depth + 1)
        elif isinstance(value, dict):
            kinds = value.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and kind.rpartition("/")[2] in _ARTICLE for kind in kinds):
                self.ld = self.ld or value
            for inner in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
                self._take(value.get(inner), depth + 1)

    def _stated(self, field: str) -> str | None:
        """A field of the JSON-LD article; of JSON-LD that does not parse, what stands behind the field's name."""
        value = self.ld.get(field)
        if isinstance(value, str) and value.strip():
            return value.strip()
        for text in self.broken:
            if not self.ld and (found := re.search(rf'"{field}"\s*:\s*"((?:[^"\\\n]|\\.){{1,500}})"', text)):
                return re.sub(r'\\(["/\\])', r"\1", found[1])
        return None

    def named_first(self, *names: str) -> str | None:
        return next((self.named[name] for name in names if name in self.named), None)

    def body(self) -> str:
        """The article's text where JSON-LD carries it."""
        body = self.ld.get("articleBody")
        return as_kept(body) if isinstance(body, str) else ""

    def title(self) -> str | None:
        """The headline: of JSON-LD, of the page's one h1, of meta elements, of the title element."""
        from html import unescape

        if stated := self._stated("headline"):
            return " ".join(unescape(stated).split())
        heads = [" ".join(one.text_content().split()) for one in self.tree.iter("h1")]
        named = self.named_first("og:title", "twitter:title", "dc.title", "headline", "parsely-title")
        stated = self._head(heads, named)
        if stated is None:
            element = self.tree.find(".//title")
            whole = " ".join(element.text_content().split()) if element is not None else ""
            stated = self._shown(whole) or _TITLE_END.sub("", whole)
        return " ".join(stated.split()) or None if stated else None

    def _head(self, heads: list[str], named: str | None) -> str | None:
        """The h1 that the meta title begins with; else the meta title without the site's name; else the only h1."""
        heads = [head for head in heads if head]
        if named is None:
            stated = [one for one in self.tree.iter("h1", "h2") if "headline" in (one.get("itemprop") or "")]
            return " ".join(stated[0].text_content().split()) if stated else self._own(heads)
        named = " ".join(named.split())
        for head in heads:
            if len(head) > 8 and named.lower().startswith(head.lower()):
                return head
        site = self.source()
        end = _TITLE_END.search(named)
        if end and site and end[0].strip(" |–—»·-:").lower() in (site.lower(), site.lower().removeprefix("the ")):
            return named[: end.start()]
        return named

    def _shown(self, whole: str) -> str | None:
        """The words of an element named for a title with which the title element begins."""
        for element in islice(self.tree.iter("div", "span", "td", "h2", "h3", "p", "b"), LATEST_STAMP):
            if _NAMED_TITLE.search(label(element)) and len(element) < LONGEST_STAMP:
                words = " ".join(element.text_content().split())
                if len(words) > 8 and whole.startswith(words):
                    return words
        return None

    def _own(self, heads: list[str]) -> str | None:
        """Of several h1 the one in the title element: the others are the site's name."""
        element = self.tree.find(".//title")
        title = " ".join(element.text_content().split()).lower() if element is not None else ""
        site = (self.source() or "").lower()
        own = [head for head in heads if head.lower() != site]
        return next((head for head in own if title.startswith(head.lower()[:40])), own[0] if own else None)

    def published(self) -> str | None:
        """The day of publication as stated, the surest place first; what cannot be understood is passed over."""
        for value in (self._stated("datePublished"), *(self.named.get(name) for name in _PUBLISHED)):
            if value and publication_from(value):
                return value
        for path in ('.//*[@itemprop="datePublished"]', ".//time[@pubdate]", ".//article//time", ".//time"):
            for element in self.tree.iterfind(path):
                if _CHANGED.search(f"{label(element)} {element.get('itemprop') or ''} {_before(element)}"):
                    continue
                value = (
                    element.get("datetime") or element.get("content") or element.get("title") or element.text_content()
                )
                if value and publication_from(_bare(value)):
                    return _bare(value)
        return self._visible() or self._stated("dateCreated")

    def _visible(self) -> str | None:
        """A date near the top: in an element named for it, else one that stands alone between others."""
        alone = None
        for element in islice(self.tree.iter(*_STAMPED), LATEST_STAMP):
            named = label(element)
            words = " ".join(element.text_content().split()) if len(element) < LONGEST_STAMP else ""
            if not words or len(words) > LONGEST_STAMP or _CHANGED.search(named) or _CHANGED.match(words):
                continue
            for part in (words, *_PARTED.split(words)):
                bare = _bare(part)
                if _DATED.search(named) and publication_from(bare):
                    return bare
                alone = alone or _at_end(bare)
        return alone

    def updated(self) -> str | None:
        return self._stated("dateModified") or self.named_first(*_UPDATED)

    def url(self) -> str | None:
        link = next((one for one in self.tree.iter("link") if (one.get("rel") or "").lower() == "canonical"), None)
        stated = self.ld.get("url")
        found = (link.get("href") if link is not None else None) or self.named.get("og:url")
        found = found or (stated if isinstance(stated, str) else None)
        return found.strip() if found and found.strip().lower().startswith(("http://", "https://")) else None

    def source(self) -> str | None:
        stated = name_of(self.ld.get("publisher"))
        return stated or self.named_first("og:site_name", "application-name", "dc.publisher", "publisher")

    def authors(self) -> tuple[str, ...]:
        given = self.ld.get("author") or self.ld.get("creator")
        names = [name_of(item) for item in (given if isinstance(given, list) else [given])]
        found = tuple(dict.fromkeys(name for name in names if name))
        if found:
            return found
        named = self.named_first("author", "parsely-author", "dc.creator", "sailthru.author", "article:author", "byl")
        if named and not named.startswith(("http://", "https://")):
            return tuple(_BY.sub("", named, count=1).split(", ")) if _BY.match(named) else (named,)
        stated = self.tree.xpath('//*[@rel="author" or @itemprop="author"]')
        names = [_BY.sub("", " ".join(one.text_content().split()), count=1) for one in stated[:4]]
        return tuple(dict.fromkeys(name for name in names if name and len(name) < 60))

    def language(self) -> str | None:
        tag = self.tree.get("lang") or self.named.get("og:locale") or ""
        return re.split("[-_]", tag)[0].strip().lower() or None


def _at_end(words: str) -> str | None:
    """A date that is all of the words, or stands at their end behind a name ("Ann Lee, 6 May 2014")."""
    found = HEAD_DATE.search(words)
    if found is None or found.end() < len(words) or found.start() > LONGEST_NAME or not day_of(found):
        return None
    before = words[: found.start()].rstrip()
    return found["date"] if not before or before[-1] in ",|:-–—·" else None


def _bare(words: str) -> str:
    return _PREFIX.sub("", " ".join(words.split()), count=1)


def _before(element: Any) -> str:
    """The words right before an element: "Updated " before a time."""
    previous = element.getprevious()
    above = element.getparent()
    words = (previous.tail or previous.text) if previous is not None else above.text if above is not None else ""
    return (words or "")[-20:]


def name_of(value: Any) -> str | None:
    """A name in JSON-LD: a string, an object with a name, or the first of a list of such."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(value.split()) or None if isinstance(value, str) else None
