"""Scores time expressions as TempEval-3 does: ``python -m benchmarks.timex.score GOLD.jsonl PRED.jsonl``.

Counts are summed over all documents. strict: the same span; relaxed: at least one shared character, every expression
used once, gold from left to right taking the first free prediction; value: relaxed F1 times the share of relaxed
pairs whose values agree. The official scorer (TimeML-Normalizer, evaluate_entities.py) gives the same figures on
expressions that do not overlap. Weekdays: bare day names in the gold, found with the right value, of all of them.
"""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = dict[str, Any]
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)


@dataclass
class Score:
    """Sums over documents."""

    gold: int = 0
    predicted: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    weekdays: int = 0
    weekdays_right: int = 0

    def f1(self, hits: float) -> float:
        """F1 in per cent."""
        return 200 * hits / (self.gold + self.predicted) if self.gold + self.predicted else 0.0

    def line(self) -> str:
        """The figures on one line."""
        days = 100 * self.weekdays_right / self.weekdays if self.weekdays else 0.0
        return (
            f"gold {self.gold} predicted {self.predicted} | strict {self.f1(self.strict):.1f} "
            f"relaxed {self.f1(self.relaxed):.1f} value {self.f1(self.value):.1f} | "
            f"bare weekdays {self.weekdays_right}/{self.weekdays} = {days:.1f} %"
        )


def pairs(gold: list[Row], predicted: list[Row]) -> list[tuple[Row, Row]]:
    """Gold and predicted expressions that share text, each used once."""
    free = sorted(predicted, key=lambda row: (row["start"], row["end"]))
    found = []
    for row in sorted(gold, key=lambda row: (row["start"], row["end"])):
        for other in free:
            if min(row["end"], other["end"]) > max(row["start"], other["start"]):
                found.append((row, other))
                free.remove(other)
                break
    return found


def _is_bare_weekday(row: Row) -> bool:
    return row.get("type") != "SET" and _WEEKDAY.fullmatch(row["text"]) is not None


def add(score: Score, gold: list[Row], predicted: list[Row]) -> None:
    """Adds one document."""
    found = pairs(gold, predicted)
    score.gold += len(gold)
    score.predicted += len(predicted)
    score.relaxed += len(found)
    score.strict += sum((a["start"], a["end"]) == (b["start"], b["end"]) for a, b in found)
    score.value += sum(a["value"] == b["value"] for a, b in found)
    score.weekdays += sum(_is_bare_weekday(row) for row in gold)
    score.weekdays_right += sum(_is_bare_weekday(a) and a["value"] == b["value"] for a, b in found)


def load(path: Path) -> dict[str, list[Row]]:
    """Document id -> its expressions."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    return {row["id"]: row["timexes"] for row in rows}


def main() -> None:
    """Prints one line of figures."""
    parser = argparse.ArgumentParser(description="score time expressions")
    parser.add_argument("gold", type=Path)
    parser.add_argument("predicted", type=Path)
    options = parser.parse_args()
    predicted = load(options.predicted)
    score = Score()
    for name, gold in load(options.gold).items():
        add(score, gold, predicted.get(name, []))
    print(score.line())


if __name__ == "__main__":
    main()
