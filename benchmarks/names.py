"""Names found in texts, for the scorer in ``benchmarks/names_score.py``.

Usage: python -m benchmarks.names --docs IN.jsonl --out PRED.jsonl

Rows in: ``{"id", "text"}``; rows out: ``{"id", "mentions": [{"start", "end", "kind"}]}``.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

from dateline.annotate.names import find_names
from dateline.annotate.sentences import sentences
from dateline.model.report import Block


def paragraphs(text: str) -> list[Block]:
    """Every line is a paragraph of the story: the texts come without a layout."""
    return [Block("body", found.start(), found.end()) for found in re.finditer(r"[^\n]+", text)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--docs", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    args = parser.parse_args()
    with args.docs.open(encoding="utf-8") as rows, args.out.open("w", encoding="utf-8") as out:
        for row in rows:
            doc = json.loads(row)
            text = doc["text"]
            found = find_names(text, sentences(text, paragraphs(text)))
            mentions = [{"start": m.start, "end": m.end, "kind": m.kind} for m in found]
            out.write(json.dumps({"id": doc["id"], "mentions": mentions}) + "\n")


if __name__ == "__main__":
    main()
