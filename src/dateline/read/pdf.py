"""PDF with a text layer, page by page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from dateline.errors import MissingExtraError
from dateline.model.report import Report
from dateline.read.readers import Input, Reader
from dateline.read.reports import make_report
from dateline.read.whole import whole_bytes

MOST_PAGES = 2000
_HYPHEN = re.compile(r"(?<=[^\W\d_])(?:[\x02\ufffe](?:\r?\n)?|[-\u00ad\u2010]\r?\n)(?=[a-zà-ÿ])")
"""PDFium writes U+0002 where it has seen a hyphen at a line's end."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
_TITLE = re.compile(r"(?i)untitled|microsoft word|\.(?:docx?|indd|pdf|qxd)\b")


def read(given: Input) -> Iterator[Report]:
    """Yields the report of a PDF; pages are parted by a form feed, so that a place tells its page."""
    try:
        library: Any = import_module("pypdfium2")
    except ImportError:
        raise MissingExtraError("pypdfium2", "pdf", "a PDF") from None
    data = whole_bytes(given, "a PDF of one report")
    if data is None:
        return
    try:
        document = library.PdfDocument(data)
        try:
            pages = [_page(document[number]) for number in range(min(len(document), MOST_PAGES))]
            named = document.get_metadata_dict().get("Title", "")
        finally:
            document.close()
    except library.PdfiumError as err:
        given.problem("rejected", f"a PDF that cannot be opened ({str(err).split(chr(10))[0][:80]})")
        return
    text = "\n\f\n".join(pages)
    if not text.strip():
        given.problem("rejected", "a PDF without a text layer; expected text, run OCR over it first")
        return
    title = " ".join(named.split())
    yield make_report(
        text,
        file=given.name,
        url=given.url,
        title=title if title and not _TITLE.search(title) else None,
        captured=given.captured,
    )


def _page(page: Any) -> str:
    """A page's text, words that were parted at line ends joined again."""
    holder = page.get_textpage()
    try:
        words: str = holder.get_text_bounded()
    finally:
        holder.close()
        page.close()
    return _CONTROL.sub("", _HYPHEN.sub("", words)).replace("\r\n", "\n").replace("\f", "\n").strip()


READER = Reader(
    "pdf",
    "PDF with a text layer, one report a file",
    (".pdf",),
    lambda head: head.startswith(b"%PDF-"),
    read,
    extra="pdf",
    library="pypdfium2",
    needed=True,
)
