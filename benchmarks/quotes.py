"""Quotations found in texts, for the scorer in ``benchmarks/quotes_score.py``.

Usage: python -m benchmarks.quotes --docs IN.jsonl --out PRED.jsonl

Rows in: ``{"id", "text"}``; rows out: ``{"id", "quotes": [{"content", "cue", "source", "kind", "act"}]}`` with spans as
lists of ``[start, end]``.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from benchmarks.names import paragraphs
from dateline.annotate.names import find_names
from dateline.annotate.quotations import find_quotations
from dateline.annotate.sentences import sentences
from dateline.model.annotations import Quote
from dateline.model.evidence import Span


def found(text: str) -> tuple[Quote, ...]:
    """The quotations of a text without a layout."""
    sents = sentences(text, paragraphs(text))
    return find_quotations(text, sents, find_names(text, sents))


def row(quote: Quote) -> dict[str, Any]:
    """A quotation as the scorer reads it."""

    def places(*spans: Span | None) -> list[list[int]]:
        return [[span.start, span.end] for span in spans if span is not None]

    return {
        "content": places(*quote.content),
        "cue": places(quote.cue),
        "source": places(quote.source),
        "kind": quote.kind,
        "act": quote.act,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--docs", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    args = parser.parse_args()
    with args.docs.open(encoding="utf-8") as rows, args.out.open("w", encoding="utf-8") as out:
        for line in rows:
            doc = json.loads(line)
            quotes = [row(quote) for quote in found(doc["text"])]
            out.write(json.dumps({"id": doc["id"], "quotes": quotes}) + "\n")


if __name__ == "__main__":
    main()
