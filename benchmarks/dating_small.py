"""Date the reports of small piles, some of them with their days taken away, and score the days.

    python -m benchmarks.dating_small [PILE...] [--out PRED.jsonl] [--json FIGURES.json] [--wrong]

A pile is a folder of reports with a ``key.json`` (as for :mod:`benchmarks.acceptance`), or a file of
``benchmarks/dating_piles``: reports one after another, each behind a line ``=== 2015-05-12``, with the word
``undated`` where the report itself does not say its day. Without any named, all of ours are taken. Of each pile these
cases are made:

- as it is, the reports that state no day undated;
- each report that states its day in turn without it, beside those that state none;
- each two neighbours, and the first three, without theirs, while at least one report states its day with the year.

A day taken away is cut from the head of the report: the date line or stamp, and the date in the dateline.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import msgspec

from benchmarks.dating import without_head_dates
from benchmarks.dating_score import SURE, share
from dateline.annotate.report import annotate, retime
from dateline.model.annotations import Annotated
from dateline.model.report import Publication
from dateline.read import make_report
from dateline.weave.dating import date_reports

HERE = Path(__file__).resolve().parent
OWN = (*sorted((HERE / "dating_piles").glob("*.txt")), *sorted(path.parent for path in HERE.glob("stories/*/key.json")))
_HEAD = re.compile(r"^=== (\d{4}-\d\d-\d\d)( undated)?\n", re.MULTILINE)


class Told(NamedTuple):
    """A report and the days that are right. ``stated``: whether the report says its day itself."""

    name: str
    text: str
    days: tuple[dt.date, ...]
    stated: bool


class Row(NamedTuple):
    """What was said of one report that was to be dated in one case."""

    pile: str
    taken: str
    report: str
    days: tuple[dt.date, ...]
    found: Publication

    @property
    def off(self) -> int | None:
        """Days between the day named and the nearest right one; None where no day is named."""
        day = self.found.date
        return None if day is None else min(abs((day - one).days) for one in self.days)

    @property
    def held(self) -> bool:
        """Whether what was said, a day or a window, holds a right day."""
        first, last = self.found.earliest, self.found.latest
        return first is not None and last is not None and any(first <= one <= last for one in self.days)


def load(path: Path) -> list[Told]:
    """The reports of a pile. Raises OSError, KeyError for a key without reports."""
    if path.is_dir():
        key = json.loads((path / "key.json").read_text(encoding="utf-8"))
        found = []
        for one in key["reports"]:
            given = one["published"] if isinstance(one["published"], list) else [one["published"]]
            text = (path / one["file"]).read_text(encoding="utf-8")
            days = tuple(dt.date.fromisoformat(day) for day in given)
            found.append(Told(one["file"], text, days, one["basis"] == "stated"))
        return found
    parts = _HEAD.split(path.read_text(encoding="utf-8"))[1:]
    return [
        Told(f"{number}.txt", text.strip() + "\n", (dt.date.fromisoformat(day),), not undated)
        for number, (day, undated, text) in enumerate(zip(parts[::3], parts[1::3], parts[2::3], strict=True), 1)
    ]


def cases(pile: Sequence[Told]) -> Iterator[frozenset[int]]:
    """Yields the numbers of the reports whose stated days are taken away, case by case."""
    stating = [number for number, one in enumerate(pile) if one.stated]
    wanted = [frozenset(), *(frozenset((one,)) for one in stating), *map(frozenset, pairwise(stating))]
    if len(stating) > 3:
        wanted.append(frozenset(stating[:3]))
    full = [number for number in stating if make_report(pile[number].text).published.date is not None]
    for taken in wanted:
        if any(number not in taken for number in full) and (taken or len(stating) < len(pile)):
            yield taken


def run(path: Path) -> Iterator[Row]:
    """Yields a row for every report without a day in every case of a pile."""
    pile = load(path)
    for taken in cases(pile):
        lost = [number for number, one in enumerate(pile) if number in taken or not one.stated]
        reports = [_read(one, number in taken) for number, one in enumerate(pile)]
        dated = date_reports(reports, retime)
        for number in lost:
            one = pile[number]
            names = "+".join(pile[number].name for number in sorted(taken)) or "as it is"
            yield Row(path.stem, names, one.name, one.days, dated[number].report.published)


def _read(one: Told, taken: bool) -> Annotated:
    if not taken:
        report = make_report(one.text, file=one.name)
        return Annotated(report, annotate(report))
    source = make_report(one.text, file=one.name).source
    report = make_report(without_head_dates(one.text), file=one.name, source=source)
    report = msgspec.structs.replace(report, published=Publication())
    return Annotated(report, annotate(report))


def summary(rows: Iterable[Row]) -> dict[str, float]:
    """Percent of the reports: whose day is named, exactly, within a day; whose day or window holds; surely, rightly."""
    rows = list(rows)
    named = [one for one in rows if one.off is not None]
    sure = [one for one in named if one.found.confidence >= SURE]
    return {
        "cases": len(rows),
        "claimed": share(len(named), len(rows)),
        "exact": share(sum(one.off == 0 for one in named), len(rows)),
        "within a day": share(sum(one.off is not None and one.off <= 1 for one in named), len(rows)),
        "right where named": share(sum(one.off == 0 for one in named), len(named)),
        "held": share(sum(one.held for one in rows), len(rows)),
        "sure": share(len(sure), len(rows)),
        "right where sure": share(sum(one.off == 0 for one in sure), len(sure)),
    }


def main() -> None:
    """Read the arguments, date the piles, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("piles", nargs="*", type=Path)
    parser.add_argument("--out", type=Path, help="a row for each report dated, as JSON lines")
    parser.add_argument("--json", type=Path, help="the figures, in percent")
    parser.add_argument("--wrong", action="store_true", help="show the reports without the right day")
    args = parser.parse_args()
    rows = [row for path in args.piles or OWN for row in run(path)]
    if args.wrong:
        for row in rows:
            if row.off != 0:
                right = "/".join(map(str, row.days))
                said = f"{row.found.edtf or 'unknown'} {row.found.confidence:.2f} {row.found.rule}"
                print(f"{row.pile} [{row.taken}] {row.report}: {right}, found {said}")
    figures = summary(rows)
    for name, figure in figures.items():
        print(f"  {name:20} {figure:g}")
    if args.json:
        args.json.write_text(json.dumps(figures), encoding="utf-8")
    if args.out:
        with args.out.open("w", encoding="utf-8") as out:
            for row in rows:
                told = {"pile": row.pile, "taken": row.taken, "id": row.report, "published": str(row.days[0])}
                guess = {"date": row.found.date, "edtf": row.found.edtf, "confidence": row.found.confidence}
                out.write(json.dumps({**told, **guess, "rule": row.found.rule}, default=str) + "\n")


if __name__ == "__main__":
    main()
