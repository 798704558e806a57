"""Scores a grouping of reports into stories.

    python -m benchmarks.stories_score GOLD.jsonl PRED.jsonl

Gold rows: {"id", "story"}; story null is background, not scored itself, but it counts against the precision of a group
that holds it. Predicted rows: {"id", "cluster"}; a report without one is alone.

BCubed: mean over labelled reports of the share of its group that is of its story (precision) and the share of its story
that is in its group (recall). Pairs: over all pairs of labelled reports, and labelled with background for precision.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any


def score(gold: Iterable[Mapping[str, Any]], predicted: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Counts, BCubed and pair figures (precision, recall, F1 in percent)."""
    group = {row["id"]: row["cluster"] for row in predicted}
    rows = [(row.get("story"), group.get(row["id"], ("alone", row["id"]))) for row in gold]
    size = Counter(cluster for _, cluster in rows)
    story = Counter(name for name, _ in rows if name is not None)
    both = Counter((name, cluster) for name, cluster in rows if name is not None)
    background = Counter(cluster for name, cluster in rows if name is None)
    total = sum(story.values())
    labelled: Counter[Any] = Counter()
    for (_, cluster), count in both.items():
        labelled[cluster] += count
    hits = sum(map(_pairs, both.values()))
    said = sum(_pairs(count) + count * background[cluster] for cluster, count in labelled.items())
    return {
        "reports": len(rows),
        "labelled": total,
        "stories": len(story),
        "groups": len(size),
        "bcubed": _figures(
            sum(n * n / size[cluster] for (_, cluster), n in both.items()) / total,
            sum(n * n / story[name] for (name, _), n in both.items()) / total,
        ),
        "pairs": _figures(
            hits / said if said else 0.0, hits / wanted if (wanted := sum(map(_pairs, story.values()))) else 0.0
        ),
    }


def line(found: Mapping[str, Any]) -> str:
    """The score in one line."""
    return (
        f"{found['labelled']} of {found['reports']} labelled, {found['stories']} stories, {found['groups']} groups | "
        "BCubed P {:.1f} R {:.1f} F {:.1f}".format(*found["bcubed"])
        + " | pairs P {:.1f} R {:.1f} F {:.1f}".format(*found["pairs"])
    )


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _figures(precision: float, recall: float) -> list[float]:
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return [round(100 * value, 2) for value in (precision, recall, f1)]


def main() -> None:
    gold, predicted = (
        [json.loads(row) for row in Path(name).read_text(encoding="utf-8").split("\n") if row] for name in sys.argv[1:3]
    )
    print(line(score(gold, predicted)))


if __name__ == "__main__":
    main()
