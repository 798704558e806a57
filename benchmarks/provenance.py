"""Every piece of evidence of whole builds, compared with the text that it names.

    python -m benchmarks.provenance --articles DIR

Builds one story of each topic's reports and checks the laws that hold for every document: evidence is literal and at
most 600 characters, the JSON Schema holds, nothing that asserts something stands without evidence, and reversing the
order of the reports gives the same bytes. Prints what was checked; exits 1 at the first thing that does not hold.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

import dateline
from dateline.model.evidence import LONGEST_EVIDENCE


def places(node: Any) -> Iterator[dict[str, Any]]:
    """Yields every piece of evidence anywhere in a document."""
    if isinstance(node, dict):
        if {"report", "start", "end", "quote"} <= node.keys():
            yield node
        for value in node.values():
            yield from places(value)
    elif isinstance(node, list):
        for value in node:
            yield from places(value)


def wrong(document: dict[str, Any]) -> tuple[int, int]:
    """How many pieces of evidence a document has, and how many of them are not literally there or too long."""
    texts = {report["id"]: report["text"] for report in document["reports"]}
    bad = count = 0
    for piece in places(document):
        count += 1
        literal = texts[piece["report"]][piece["start"] : piece["end"]] == piece["quote"]
        bad += not literal or len(piece["quote"]) > LONGEST_EVIDENCE
    return count, bad


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", required=True, type=Path)
    args = parser.parse_args()
    failed = False
    for path in sorted(args.articles.glob("*.jsonl")):
        reports = list(dateline.read_reports([str(path)], on_problem=lambda problem: print(problem, file=sys.stderr)))
        data = dateline.dumps(dateline.build(reports))
        same = dateline.dumps(dateline.build(reversed(reports))) == data
        dateline.loads(data)
        count, bad = wrong(msgspec.json.decode(data))
        failed |= bool(bad) or not same
        print(f"{path.stem}: {len(reports)} reports, {count} pieces of evidence, {bad} wrong, same bytes: {same}")
    sys.exit(failed)


if __name__ == "__main__":
    main()
