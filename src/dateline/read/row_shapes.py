"""Which field of a row is what: our own names, a user's mapping, and the names that known tools write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

FIELDS = ("id", "url", "title", "text", "date", "source", "author", "language", "updated", "captured")
"""The fields that a row may have, and that a mapping may name."""

_ALSO = {
    "id": ("uri", "article_id", "dId"),
    "url": ("source_url", "link", "canonical"),
    "title": ("headline", "title_page"),
    "text": ("maintext", "body", "raw_text", "content", "raw-text", "articleBody"),
    "date": ("published", "date_publish", "dateTimePub", "dateTime", "publish_date", "publishDate", "published_at",
             "datePublished", "date_published", "publication_date", "dct"),
    "source": ("source_domain", "sitename", "source-hostname", "publisher", "hostname", "outlet"),
    "author": ("authors", "byline", "creator"),
    "language": ("lang",),
    "updated": ("date_modify", "dateModified", "date_modified", "modified"),
    "captured": ("date_download", "filedate", "crawl_date", "fetched"),
}  # fmt: skip
"""Other names for each field, the first that is filled wins. From news-please (maintext, date_publish, source_domain),
trafilatura (raw_text, source-hostname, sitename, filedate), newsapi.ai (body, dateTimePub, uri) and Giveme5W1H
(title, text, date_publish, dId); "published" and "dct" stand in benchmark sets."""


def names_of(field: str) -> tuple[str, ...]:
    """The names under which a field is looked for."""
    return (field, *_ALSO[field])


class Row(NamedTuple):
    """What a row says, as text; None where it says nothing."""

    text: str | None
    id: str | None
    url: str | None
    title: str | None
    date: str | None
    source: str | None
    authors: tuple[str, ...]
    language: str | None
    updated: str | None
    captured: str | None


def row_of(row: Mapping[str, Any], mapping: Mapping[str, str]) -> Row:
    """Reads one row. A field that the mapping names is looked for under that name alone."""

    def get(field: str) -> Any:
        names = (mapping[field],) if field in mapping else names_of(field)
        return next((row[name] for name in names if row.get(name)), None)

    return Row(
        text=text if isinstance(text := get("text"), str) else None,
        id=_words(get("id")),
        url=_words(get("url")),
        title=_words(get("title")),
        date=_words(get("date")),
        source=_words(get("source")),
        authors=_people(get("author")),
        language=_words(get("language")),
        updated=_words(get("updated")),
        captured=_words(get("captured")),
    )


def _words(value: Any) -> str | None:
    """A value as text on one line: of an object its title or name, of a list its first item."""
    if isinstance(value, dict):
        value = value.get("title") or value.get("name") or value.get("uri")
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, bool) or value is None or isinstance(value, (dict, list)):
        return None
    return " ".join(str(value).split()) or None


def _people(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        value = value.split(";")
    if isinstance(value, dict):
        value = [value]
    if not isinstance(value, list):
        return ()
    return tuple(name for item in value if (name := _words(item)))
