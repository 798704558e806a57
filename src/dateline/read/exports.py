"""The text of an office document to its reports: a Nexis or Factiva export in that dress, or one report."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

from dateline.model.report import Report
from dateline.read import factiva, factiva_articles, nexis, plain_text
from dateline.read.readers import HEAD, Input

COVERED = 200_000
"""Bytes in which an export shows what it is: a cover page with a list of hundreds of titles may stand before that."""
_EXPORTS = (nexis.READER, factiva.READER, factiva_articles.READER)


def reports_of_text(given: Input, text: str) -> Iterator[Report]:
    """Yields the reports that the text of a document holds."""
    if not text.strip():
        given.problem("rejected", "a document without words; expected the text of a report")
        return
    data = text.encode("utf-8", "replace")
    inner = replace(given, stream=io.BytesIO(data), head=data[:HEAD], charset=None)
    reader = next((one for one in _EXPORTS if one.recognises(data[:COVERED])), plain_text.READER)
    yield from reader.read(inner)
