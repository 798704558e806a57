"""Timelines from report collections, scored against editors' own.

    python -m benchmarks.timeline --articles ARTICLES --gold GOLD --out runs/t17.jsonl

Protocol of the timeline literature: one task a gold timeline; only the articles published between its first and last
day (``--extend`` days more at each end); as many days as gold has, and the rounded mean of its sentences a day. With
``--auto`` the program chooses both. ``--leaks DIR`` leaves out the articles that hold the gold timeline itself. Gold
without sentences is scored by dates only. ``--without`` adds a mean that leaves out topics on which every choice of
days is right.

Articles: ``DIR/<topic>.jsonl`` with ``id``, ``published``, ``text`` a line. Gold: ``DIR/<topic>.jsonl``, a timeline a
line: ``topic``, ``timeline``, ``entries`` of ``date`` and ``sentences``. The program's own stages do the work: read,
annotate, fold copies, weave.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import resource
import time
from collections.abc import Sequence, Set
from pathlib import Path
from typing import Any

from benchmarks import timeline_score, timeline_unseen
from dateline.annotate.report import annotate
from dateline.group.identities import identify
from dateline.group.reuse import find_reuse, text_groups
from dateline.model.annotations import Annotated
from dateline.model.material import Identities, Material
from dateline.read.reports import make_report
from dateline.weave.timeline import entries
from dateline.weave.timeline.by_day import by_day

Row = dict[str, Any]


def read_topic(path: Path, left_out: set[str]) -> list[Annotated]:
    """The annotated reports of one topic, oldest first."""
    made = []
    for row in timeline_score.load(path):
        if row["id"] not in left_out:
            report = make_report(row["text"], file=row["id"], published=row["published"])
            made.append(Annotated(report, annotate(report)))
    return sorted(made, key=lambda one: (one.report.day or dt.date.max, one.report.file or ""))


def material_of(reports: Sequence[Annotated], *, named: bool = False) -> Material:
    """What the weaving steps get. ``named``: with the identities, which days and sentences of a given number do not ask
    for."""
    reuse = find_reuse(reports)
    days = [one.report.day for one in reports if one.report.day]
    who = identify(reports) if named else Identities()
    return Material(tuple(reports), who, reuse, text_groups(reports, reuse), max(days, default=None))


def task(reports: Sequence[Annotated], gold: Row, *, extend: int, auto: bool) -> Row:
    """The system timeline for one gold timeline."""
    days = sorted({dt.date.fromisoformat(entry["date"][:10]) for entry in gold["entries"]})
    sizes = list({entry["date"]: len(entry.get("sentences", "x")) for entry in gold["entries"]}.values())
    first, last = days[0] - dt.timedelta(extend), days[-1] + dt.timedelta(extend)
    within = [one for one in reports if one.report.day and first <= one.report.day <= last]
    if not within:
        rows: list[Row] = []
    elif auto:
        rows = automatic(material_of(within, named=True), first, last)
    else:
        count = max(1, round(sum(sizes) / len(sizes)))
        chosen = by_day(material_of(within), days=len(days), sentences=count, first=first, last=last)
        rows = [{"date": day, "sentences": texts} for day, texts in chosen.items()]
    return {"topic": gold["topic"], "timeline": gold["timeline"], "entries": rows}


def automatic(material: Material, first: dt.date, last: dt.date) -> list[Row]:
    """The product's own timeline as days, each entry's status beside its sentence; background left out."""
    chosen: dict[str, Row] = {}
    for entry in entries(material):
        inside = first.isoformat() <= entry.date.start <= last.isoformat()
        if entry.date.is_day and inside and not entry.background:
            day = chosen.setdefault(entry.date.start, {"date": entry.date.start, "sentences": [], "statuses": []})
            day["sentences"].append(entry.text)
            day["statuses"].append(entry.status)
    return list(chosen.values())


def parse(argv: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", required=True, type=Path)
    parser.add_argument("--gold", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--auto", action="store_true", help="let the program choose how many days and sentences")
    parser.add_argument("--leaks", type=Path, help="folder of lists of articles to leave out")
    parser.add_argument("--extend", type=int, default=0, help="days of articles beyond the gold span")
    parser.add_argument("--topics", help="only these, comma-separated")
    parser.add_argument("--without", help="a second mean that leaves these topics out, comma-separated")
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
    show(gold_rows, rows, args.rouge or args.gold.parent / "rouge", set((args.without or "").split(",")))


def show(gold_rows: list[Row], rows: list[Row], rouge: Path, without: Set[str] = frozenset()) -> None:
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
    rest = [one for one in tasks if one["topic"] not in without]
    if 0 < len(rest) < len(tasks):
        less = timeline_score.average(rest)
        label = f"without {', '.join(sorted(without))}"
        print(label.ljust(50) + "".join(f"{less[name]['f']:10.4f}" for name in columns))
    print(timeline_unseen.summary(rows))


if __name__ == "__main__":
    main()
