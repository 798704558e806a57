"""Whether something new opens a story of its own in an archive that is full of other stories.

    python -m benchmarks.stories.newcomers --docs GOLD.jsonl [--first 12]

Rows: {"id", "text", "published", "story"}. For each story, an archive of all the others is grouped first, in pieces of
so many reports; then come the first reports of this one, five and then the rest, as two mornings bring them. Printed
for each: the share of them that stand in a running story most of which is theirs, and the share that is in one story.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dateline.group.stories import Grouper, NewReport
from dateline.group.stories.features import terms_of

FIRST = 12
"""Reports of a story that come."""
MORNING = 5
"""Reports of a story that come first."""
PIECE = 100
"""Reports of other stories that are added at once."""


class Newcomers(NamedTuple):
    """``own``: the share that stands in a story mostly theirs; ``together``: the largest share in one story."""

    story: str
    own: float
    together: float


def newcomers(rows: Sequence[Mapping[str, Any]], first: int = FIRST) -> Iterator[Newcomers]:
    """Each labelled story as the new one, by name."""
    made = [
        (row["story"], NewReport(0, str(row["id"]), terms_of(row["text"]), day))
        for row in rows
        if row["story"]
        for day in (dt.date.fromisoformat(row["published"][:10]),)
    ]
    for story in sorted({name for name, _ in made}):
        others = [report for name, report in made if name != story]
        fresh = [report for name, report in made if name == story][:first]
        pieces = [others[start : start + PIECE] for start in range(0, len(others), PIECE)]
        groups = _grouped([*pieces, fresh[:MORNING], fresh[MORNING:]])
        sizes, mine = Counter(groups), groups[len(others) :]
        shares = Counter(mine)
        own = sum(1 for group in mine if 2 * shares[group] > sizes[group])
        yield Newcomers(story, own / len(mine), max(shares.values()) / len(mine))


def _grouped(batches: Sequence[Sequence[NewReport]]) -> list[int]:
    """The running story of each report, in their order, when the last batch has come."""
    seen: list[NewReport] = []
    grouper = Grouper(recall=lambda numbers: [seen[number] for number in numbers])
    for batch in batches:
        start = len(seen)
        seen += [report._replace(number=start + place) for place, report in enumerate(batch)]
        grouper.add(seen[start:])
    return [grouper.story_of(report.number) for report in seen]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--docs", required=True, type=Path)
    parser.add_argument("--first", type=int, default=FIRST)
    options = parser.parse_args()
    rows = [json.loads(row) for row in options.docs.open(encoding="utf-8") if row.strip()]
    found = list(newcomers(rows, options.first))
    for one in found:
        print(f"{one.story:24} own {100 * one.own:5.1f} %  together {100 * one.together:5.1f} %")
    print(f"{'mean':24} own {100 * sum(one.own for one in found) / len(found):5.1f} %")


if __name__ == "__main__":
    main()
