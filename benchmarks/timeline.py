"""Timelines from report collections, scored against editors' own.

    python -m benchmarks.timeline --articles ARTICLES --gold GOLD --out runs/t17.jsonl

Protocol of the timeline literature: one task a gold timeline; only the articles published between its first and last
day (``--extend`` days more at each end); as many days as gold has, and the rounded mean of its sentences a day. With
``--auto`` the program chooses both. ``--leaks DIR`` leaves out the articles that hold the gold timeline itself. Gold
without sentences is scored by dates only.

Articles: ``DIR/<topic>.jsonl`` with ``id``, ``published``, ``text`` a line. Gold: ``DIR/<topic>.jsonl``, a timeline a
line: ``topic``, ``timeline``, ``entries`` of ``date`` and ``sentences``. The program's own stages do the work: read,
annotate, fold copies, weave.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import json
import resource
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks import timeline_score
from dateline.annotate.report import annotate
from dateline.group.reuse import find_reuse, text_groups
from dateline.model.annotations import Annotated
from dateline.model.material import Identities, Material
from dateline.read.reports import make_report
from dateline.text.words import content_words
from dateline.weave.timeline import entries
from dateline.weave.timeline.by_day import by_day

REPEATED = 0.7
"""Share of a sentence's content words that stand in one earlier sentence from which it counts as a repetition."""

Row = dict[str, Any]


def read_topic(path: Path, left_out: set[str]) -> list[Annotated]:
    """The annotated reports of one topic, oldest first."""
    made = []
    for row in timeline_score.load(path):
        if row["id"] not in left_out:
            report = make_report(row["text"], file=row["id"], published=row["published"])
            made.append(Annotated(report, annotate(report)))
    return sorted(made, key=lambda one: (one.report.day or dt.date.max, one.report.file or ""))


def material_of(reports: Sequence[Annotated]) -> Material:
    """What the weaving steps get; identities are not asked for by days and sentences."""
    reuse = find_reuse(reports)
    days = [one.report.day for one in reports if one.report.day]
    return Material(tuple(reports), Identities(), reuse, text_groups(reports, reuse), max(days, default=None))


def task(reports: Sequence[Annotated], gold: Row, *, extend: int, auto: bool) -> Row:
    """The system timeline for one gold timeline."""
    days = sorted({dt.date.fromisoformat(entry["date"][:10]) for entry in gold["entries"]})
    sizes = list({entry["date"]: len(entry.get("sentences", "x")) for entry in gold["entries"]}.values())
    first, last = days[0] - dt.timedelta(extend), days[-1] + dt.timedelta(extend)
    within = [one for one in reports if one.report.day and first <= one.report.day <= last]
    if not within:
        chosen: dict[str, list[str]] = {}
    elif auto:
        chosen = automatic(material_of(within), first, last)
    else:
        count = max(1, round(sum(sizes) / len(sizes)))
        chosen = by_day(material_of(within), days=len(days), sentences=count, first=first, last=last)
    rows = [{"date": day, "sentences": texts} for day, texts in chosen.items()]
    return {"topic": gold["topic"], "timeline": gold["timeline"], "entries": rows}


def automatic(material: Material, first: dt.date, last: dt.date) -> dict[str, list[str]]:
    """The product's own timeline as days: what happened or was said on a day, background left out."""
    chosen: dict[str, list[str]] = {}
    for entry in entries(material):
        inside = first.isoformat() <= entry.date.start <= last.isoformat()
        if entry.date.is_day and inside and not entry.background:
            chosen.setdefault(entry.date.start, []).append(entry.text)
    return chosen


def repetition(rows: Iterable[Row]) -> float:
    """Share of shown sentences that repeat one of an earlier entry."""
    shown = repeated = 0
    for row in rows:
        before: list[set[str]] = []
        for entry in sorted(row["entries"], key=lambda entry: str(entry["date"])):
            now = [set(content_words(sentence)) for sentence in entry["sentences"]]
            shown += len(now)
            repeated += sum(
                any(len(words & other) >= REPEATED * len(words) for other in before) for words in now if words
            )
            before += now
    return repeated / max(1, shown)


def neighbours(rows: Iterable[Row]) -> float:
    """Share of entries that follow the day before."""
    days = [sorted(dt.date.fromisoformat(entry["date"][:10]) for entry in row["entries"]) for row in rows]
    pairs = [(a, b) for run in days for a, b in itertools.pairwise(run)]
    return sum((b - a).days == 1 for a, b in pairs) / max(1, len(pairs))


def parse(argv: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", required=True, type=Path)
    parser.add_argument("--gold", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--auto", action="store_true", help="let the program choose how many days and sentences")
    parser.add_argument("--leaks", type=Path, help="folder of lists of articles to leave out")
    parser.add_argument("--extend", type=int, default=0, help="days of articles beyond the gold span")
    parser.add_argument("--topics", help="only these, comma-separated")
    parser.add_argument("--rouge", type=Path, help="folder of ROUGE's word lists (default: beside the gold folder)")
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> None:
    args = parse(argv)
    clock = time.process_time()
    only = set(args.topics.split(",")) if args.topics else None
    gold_rows: list[Row] = []
    rows: list[Row] = []
    for path in sorted(args.gold.glob("*.jsonl")):
        if only is None or path.stem in only:
            leaks = args.leaks / path.name if args.leaks else None
            left_out = {row["article"] for row in timeline_score.load(leaks)} if leaks and leaks.is_file() else set()
            reports = read_topic(args.articles / path.name, left_out)
            for gold in timeline_score.load(path):
                gold_rows.append(gold)
                rows.append(task(reports, gold, extend=args.extend, auto=args.auto))
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    spent, peak = time.process_time() - clock, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{len(rows)} timelines, {spent:.1f} s CPU, peak {peak} MB")
    show(gold_rows, rows, args.rouge or args.gold.parent / "rouge")


def show(gold_rows: list[Row], rows: list[Row], rouge: Path) -> None:
    """Prints the scores, each task's and the means, and what the measures do not see."""
    dates_only = not any(entry.get("sentences") for row in gold_rows for entry in row["entries"])
    known = rouge if rouge.is_dir() else timeline_score.DATA
    scorer = timeline_score.Scorer.__new__(timeline_score.Scorer) if dates_only else timeline_score.Scorer(known)
    tasks, mean = timeline_score.evaluate(gold_rows, rows, scorer, dates_only)
    columns = [name for name in timeline_score.MEASURES if name in mean]
    print("task".ljust(40) + "days".rjust(10) + "".join(name.rjust(10) for name in columns))
    for one in tasks:
        size = f"{one['sys_dates']}/{one['gold_dates']}"
        figures = "".join(f"{one[name]['f']:10.4f}" for name in columns)
        print(f"{one['topic']}/{one['timeline']}"[:39].ljust(40) + size.rjust(10) + figures)
    print("F1 of mean P and R".ljust(50) + "".join(f"{mean[name]['f']:10.4f}" for name in columns))
    print(f"repetition {repetition(rows):.3f}  follows the day before {neighbours(rows):.3f}")


if __name__ == "__main__":
    main()
