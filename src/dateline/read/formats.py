"""The formats that we read: where their readers are, and when it is worth loading one to ask it.

Loading all readers costs some 30 ms, a tenth of a short run; a few first bytes rule most of them out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Format(NamedTuple):
    """``may_be``: whether the first bytes, blanks before them gone, could be of this format; cheap and generous."""

    module: str
    suffixes: tuple[str, ...]
    may_be: Callable[[bytes], bool]


def _markup(head: bytes) -> bool:
    return head.startswith(b"<")


def _json(head: bytes) -> bool:
    return head.startswith((b"{", b"["))


def _header(head: bytes) -> bool:
    """A first line such as "Subject: ..."."""
    name = head[:80].split(b":", 1)[0]
    return len(name) < 80 and name.replace(b"-", b"").isalnum()


def _cells(head: bytes) -> bool:
    line = head.split(b"\n", 1)[0]
    return any(mark in line for mark in (b",", b";", b"\t", b"|"))


_G2 = (b"newsItem", b"newsMessage", b"packageItem")
PLAIN = Format("plain_text", (".txt", ".text", ".md"), lambda head: False)

FORMATS = (
    Format("own", (), lambda head: b"dateline" in head),
    Format("warc", (".warc", ".wet"), lambda head: head.startswith(b"WARC/")),
    Format("pdf", (".pdf",), lambda head: head.startswith(b"%PDF-")),
    Format("docx", (".docx", ".docm"), lambda head: head.startswith(b"PK\x03\x04")),
    Format("zipped", (".zip",), lambda head: head.startswith(b"PK\x03\x04")),
    Format("rtf", (".rtf",), lambda head: head.startswith(b"{\\rtf")),
    Format("mbox", (".mbox", ".mbx"), lambda head: head.startswith(b"From ")),
    Format("mail", (".eml",), _header),
    Format("opml", (".opml",), lambda head: _markup(head) and b"opml" in head[:400].lower()),
    Format("rss", (".rss", ".rdf"), _markup),
    Format("atom", (".atom",), _markup),
    Format("newsml", (), lambda head: _markup(head) and any(name in head for name in _G2)),
    Format("nitf", (".nitf",), lambda head: _markup(head) and b"nitf" in head),
    Format("json_feed", (), lambda head: _json(head) and b"jsonfeed.org" in head),
    Format("ninjs", (".ninjs",), lambda head: _json(head) and b'"uri"' in head),
    Format("json_rows", (".jsonl", ".ndjson", ".json"), _json),
    Format("html_page", (".html", ".htm", ".xhtml"), _markup),
    Format("nexis", (), lambda head: b"DOCUMENTS" in head or b"Length:" in head or b"Job Number:" in head),
    Format("factiva", (), lambda head: b"HD" in head and b"PD" in head),
    Format("factiva_articles", (), lambda head: b" words" in head),
    Format("csv_rows", (".csv", ".tsv"), _cells),
    PLAIN,
)
"""In the order in which they are asked: what says most about itself first."""
