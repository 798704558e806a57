"""Score dates given to reports: how many days are right, and whether the confidence tells.

usage: python -m benchmarks.dating_score DOCS.jsonl PRED.jsonl [--only WORD]

DOCS rows: {"id", "text", "published"}; PRED rows: {"id", "date", "confidence"}, ``date`` null where no day is claimed,
which counts as a miss. ``--only`` judges reports with WORD in their first 400 characters.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

SHORTEST = 200
"""Characters. Shorter texts are not judged."""
SURE = 0.8
"""Confidence from which a claim counts as sure."""
STEPS = 5
"""Bands of confidence in the table."""

Row = Mapping[str, str]


def gaps(docs: Iterable[Row], predicted: Mapping[str, Mapping[str, object]]) -> list[tuple[int | None, float]]:
    """For each report the days between the date given and the true one (None: no day claimed), and the confidence."""
    found = []
    for doc in docs:
        guess = predicted.get(doc["id"], {})
        date, sure = guess.get("date"), guess.get("confidence")
        gap = None
        if date:
            gap = abs((dt.date.fromisoformat(str(date)) - dt.date.fromisoformat(doc["published"][:10])).days)
        found.append((gap, float(str(sure or 0))))
    return found


def share(part: int, whole: int) -> float:
    """Percent, one decimal; 0 of nothing."""
    return round(100 * part / whole, 1) if whole else 0.0


def summary(found: list[tuple[int | None, float]]) -> dict[str, float]:
    """The figures: claimed, exact, within a day, sure, and right where sure; in percent."""
    claimed = [(gap, sure) for gap, sure in found if gap is not None]
    certain = [gap for gap, sure in claimed if sure >= SURE]
    return {
        "claimed": share(len(claimed), len(found)),
        "exact": share(sum(gap == 0 for gap, _ in claimed), len(found)),
        "within a day": share(sum(gap <= 1 for gap, _ in claimed), len(found)),
        "sure": share(len(certain), len(found)),
        "right where sure": share(certain.count(0), len(certain)),
    }


def bands(found: list[tuple[int | None, float]]) -> list[tuple[float, int, float]]:
    """(lower bound of confidence, claims in the band, percent of them right), the lowest first."""
    rows = []
    for step in range(STEPS):
        low, high = step / STEPS, (step + 1) / STEPS if step + 1 < STEPS else 2.0
        held = [gap for gap, sure in found if gap is not None and low <= sure < high]
        rows.append((low, len(held), share(held.count(0), len(held))))
    return rows


def main() -> None:
    """Read both files, print the figures."""
    parser = argparse.ArgumentParser(description="Score dates given to reports.")
    parser.add_argument("docs", type=Path)
    parser.add_argument("predicted", type=Path)
    parser.add_argument("--only", default="")
    args = parser.parse_args()
    docs = [json.loads(line) for line in args.docs.read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = [json.loads(line) for line in args.predicted.read_text(encoding="utf-8").splitlines() if line.strip()]
    judged = [doc for doc in docs if len(doc["text"]) > SHORTEST and args.only in doc["text"][:400]]
    found = gaps(judged, {row["id"]: row for row in rows})
    print(f"reports {len(found)}: " + ", ".join(f"{name} {value} %" for name, value in summary(found).items()))
    for low, count, right in bands(found):
        print(f"  confidence from {low:.1f}: {count} claims, {right} % right")


if __name__ == "__main__":
    main()
