"""Pages of thirty kinds of outlet: the share of dates and titles that are right, and the F1 of the text.

    python -m benchmarks.html_pages [--verbose]

The pages lie in ``tests/read/pages``: own texts in the layouts that agencies, papers, broadcasters, blogs, ministries
and portals use. F1 is that of words counted as often as they stand. It does not see the order of words, and thirty
pages say little about sites that keep their story in a script.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from dateline.model.report import Report
from dateline.read import read_reports

PAGES = Path(__file__).parent.parent / "tests" / "read" / "pages"
_WORD = re.compile(r"\w+")


class Score(NamedTuple):
    """One page: whether date and title are right, and the F1 of the text's words."""

    name: str
    date: bool
    title: bool
    f1: float
    report: Report | None


def f1(found: str, expected: str) -> float:
    """F1 of two texts' words, each counted as often as it stands."""
    ours, theirs = Counter(_WORD.findall(found)), Counter(_WORD.findall(expected))
    both = sum((ours & theirs).values())
    return 2 * both / (sum(ours.values()) + sum(theirs.values())) if both else 0.0


def scores() -> list[Score]:
    """The score of each page, by name."""
    expected = json.loads((PAGES / "expected.json").read_text(encoding="utf-8"))
    made = []
    for name, wanted in sorted(expected.items()):
        report = next(read_reports([str(PAGES / f"{name}.html")], on_problem=lambda problem: None), None)
        day = report.day.isoformat() if report and report.day else None
        text = f1(report.text if report else "", "\n".join(wanted["text"]))
        made.append(Score(name, day == wanted["date"], bool(report and report.title == wanted["title"]), text, report))
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--verbose", action="store_true", help="every page, and the text of those below 0.95")
    verbose = parser.parse_args().verbose
    made = scores()
    for one in made:
        if verbose or not (one.date and one.title and one.f1 >= 0.95):
            day = one.report.day if one.report else None
            title = one.report.title if one.report else None
            print(f"{one.name}: date {one.date} ({day}), title {one.title} ({title}), text F1 {one.f1:.3f}")
            if one.f1 < 0.95 and one.report:
                print("    " + one.report.text.replace("\n", "\n    "))
    count, dates, titles = len(made), sum(one.date for one in made), sum(one.title for one in made)
    print(f"{count} pages: dates {dates}/{count}, titles {titles}/{count},")
    print(f"text F1 {sum(one.f1 for one in made) / count:.3f} on average, {min(one.f1 for one in made):.3f} at least")


if __name__ == "__main__":
    main()
