"""Story benchmark: reports in, read as a stream, the grouping out.

    python -m benchmarks.stories --docs IN.jsonl --out PRED.jsonl [--level event|running] [--gold GOLD.jsonl]

Rows in: {"id", "text", "published"?}, grouped one by one in the given order; nothing is read ahead. Rows out: {"id",
"cluster"}, as the grouping stands after the last row (two groups may turn out to be one later). With --gold ({"id",
"story"}) the score is printed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.stories_score import line, score
from dateline.group.stories import Grouper, NewReport
from dateline.group.stories.features import terms_of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--docs", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--level", choices=("event", "running"), default="event")
    parser.add_argument("--gold", type=Path)
    options = parser.parse_args()
    started = time.process_time()
    rows = [json.loads(row) for row in options.docs.open(encoding="utf-8") if row.strip()]
    grouped = group(rows, options.level)
    with options.out.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in grouped)
    print(f"{len(rows)} reports, {time.process_time() - started:.1f} s CPU")
    if options.gold:
        gold = [json.loads(row) for row in options.gold.open(encoding="utf-8") if row.strip()]
        print(line(score(gold, grouped)))


def group(rows: Iterable[dict[str, str | None]], level: str) -> list[dict[str, object]]:
    """The rows in their order, each with its group at the end of the stream."""
    seen: list[NewReport] = []

    def recall(numbers: Sequence[int]) -> list[NewReport]:
        return [seen[number] for number in numbers]

    grouper = Grouper(recall=recall)
    names = []
    for number, row in enumerate(rows):
        published = row.get("published")
        day = dt.date.fromisoformat(published[:10]) if published and len(published) >= 10 else None
        seen.append(NewReport(number, str(row["id"]), terms_of(row["text"] or ""), day))
        names.append(row["id"])
        grouper.add(seen[-1:])
    of = grouper.event_of if level == "event" else grouper.story_of
    return [{"id": name, "cluster": of(number)} for number, name in enumerate(names)]


if __name__ == "__main__":
    main()
