"""Reuse benchmark: documents in, pairs that share copy out.

    python -m benchmarks.reuse --docs IN.jsonl [MORE.jsonl ...] --out PAIRS.jsonl [--quotes] [--truth PAIRS.jsonl]

Rows in: {"id", "text"}. Rows out: {"a", "b", "kind", "shared"}. Pairs that share no more than a quotation are left out
unless --quotes asks for them. With --truth ({"a", "b", "grade"}: copy, reuse or trace; a trace counts neither way) the
score is printed. The first line says whether the extra "fast" is there, which changes the time and nothing else.
"""

from __future__ import annotations

import argparse
import json
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from dateline.group.reuse import find_reuse
from dateline.model.annotations import Annotated, Annotations
from dateline.read import make_report


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--docs", nargs="+", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--quotes", action="store_true", help="pairs that share only quotations too")
    parser.add_argument("--truth", type=Path)
    options = parser.parse_args()
    print(extras())
    rows = [json.loads(line) for path in options.docs for line in path.open(encoding="utf-8") if line.strip()]
    started = time.process_time()
    names: dict[str, str] = {}
    reports = []
    for row in rows:
        report = make_report(row["text"], file=row["id"])
        names[report.id] = row["id"]
        reports.append(Annotated(report, Annotations()))
    read = time.process_time()
    found = find_reuse(reports)
    done = time.process_time()
    with options.out.open("w", encoding="utf-8") as out:
        for pair in found:
            if options.quotes or pair.kind != "shared quotes":
                a, b = (names[name] for name in pair.reports)
                out.write(json.dumps({"a": a, "b": b, "kind": pair.kind, "shared": pair.shared}) + "\n")
    print(
        f"{len(rows)} documents, {len(found)} pairs; read {read - started:.2f} s CPU, reuse {done - read:.2f} s CPU, "
        f"{len(rows) / (done - started):.0f} documents/s"
    )
    if options.truth:
        print(json.dumps(score(options.truth, options.out)))


def extras() -> str:
    """The extras that have a part in it, as they are on this machine."""
    try:
        return f"extra fast: numpy {version('numpy')}"
    except PackageNotFoundError:
        return "extra fast: not installed (pip install 'dateline[fast]')"


def score(truth: Path, predicted: Path) -> dict[str, float]:
    """Precision, recall and F1 over pairs, in percent; a pair of grade trace counts neither way."""

    def pairs(path: Path) -> dict[tuple[str, str], str]:
        rows = [json.loads(line) for line in path.open(encoding="utf-8") if line.strip()]
        return {(min(r["a"], r["b"]), max(r["a"], r["b"])): r.get("grade", "") for r in rows}

    wanted, got = pairs(truth), pairs(predicted)
    real = {pair for pair, grade in wanted.items() if grade != "trace"}
    hit = len(real & got.keys())
    false = len(got.keys() - wanted.keys())
    precision, recall = hit / max(1, hit + false), hit / max(1, len(real))
    f1 = 2 * precision * recall / (precision + recall) if hit else 0.0
    return {"P": round(100 * precision, 2), "R": round(100 * recall, 2), "F1": round(100 * f1, 2), "false": false}


if __name__ == "__main__":
    main()
