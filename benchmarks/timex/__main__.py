"""Tags documents: ``python -m benchmarks.timex --docs IN.jsonl --out PRED.jsonl``.

IN holds one JSON object a line, ``{"id", "dct", "text", ...}``; OUT gets ``{"id", "timexes": [{"start", "end", "text",
"type", "value", "mod"}]}``, with the guideline's values. Prints documents a CPU second, sentences included, start and
loading of rules not.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import time
from pathlib import Path

from dateline import times
from dateline.annotate.times.language import grammar


def main() -> None:
    """Reads, tags, writes, and says how long it took."""
    parser = argparse.ArgumentParser(description="tag time expressions")
    parser.add_argument("--docs", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    with options.docs.open(encoding="utf-8") as lines:
        docs = [json.loads(line) for line in lines if line.strip()]
    began = time.process_time()
    grammar("en")
    loaded = time.process_time()
    rows = [times.find(doc["text"], published=_day(doc.get("dct")), guideline=True) for doc in docs]
    took = time.process_time() - loaded
    with options.out.open("w", encoding="utf-8") as out:
        for doc, found in zip(docs, rows, strict=True):
            row = [
                {"start": t.start, "end": t.end, "text": doc["text"][t.start : t.end], "type": t.type, "value": t.value,
                 "mod": t.mod, "rule": t.rule}
                for t in found
            ]  # fmt: skip
            out.write(json.dumps({"id": doc["id"], "timexes": row}, ensure_ascii=False) + "\n")
    print(
        f"{len(docs)} documents, {len(docs) / took:.0f} a CPU second; rules loaded in {1000 * (loaded - began):.0f} ms"
    )


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value[:10]) if value else None


if __name__ == "__main__":
    main()
