"""What dateline costs, against the budgets of the architecture.

    python -m benchmarks.speed [--articles DIR] [--quick]

CPU seconds and ratios, not wall time, so that a busy machine counts little. Each figure is the least of a few runs:
noise only ever adds. Processes are started as those of an installed dateline are, with the bytecode of its modules on
disk, whatever the shell says about writing it. ``MARGIN`` is left for slower machines and Python versions; a figure
over budget times margin makes the exit status 1. Articles (``DIR/<topic>.jsonl`` with ``published`` and ``text``) are
needed for the last four figures; without them those are left out and said to be.
"""

from __future__ import annotations

import argparse
import atexit
import functools
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = ROOT.parent / "shared" / "data" / "tls" / "articles"
EXAMPLE = ROOT / "examples" / "nato-libya-2011"

MARGIN = 1.15
"""Times the budget. The least of five runs varies by 5 to 10 % on a shared two-core machine."""

RUNS = 5
"""Runs of which the least counts; 1 for what takes seconds."""

WORDS = 500
"""Words of the report on which annotation is measured."""

GROWTH = 8
"""Times the reports, for the growth of the cost."""


class Figure(NamedTuple):
    """One line of the table: what, the measured value, the budget, the unit."""

    what: str
    value: float
    budget: float
    unit: str

    @property
    def over(self) -> bool:
        return self.value > self.budget * MARGIN


@functools.cache
def environment() -> dict[str, str]:
    """That of the processes measured: bytecode is kept, in a folder of its own that goes when this process ends."""
    folder = tempfile.mkdtemp(prefix="dateline-speed-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    env = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    return env


def cpu_of(command: Sequence[str]) -> float:
    """Least CPU seconds (user and system, start included) of a command over RUNS runs; the first fills the bytecode."""
    least = float("inf")
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, env=environment()
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        least = min(least, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return least


def least(work: Callable[[], object], runs: int = RUNS) -> float:
    """Least CPU seconds of a call over ``runs`` runs."""
    best = float("inf")
    for _ in range(runs):
        clock = time.process_time()
        work()
        best = min(best, time.process_time() - clock)
    return best


def starts() -> Iterator[Figure]:
    """Process start: help, import, three reports."""
    python = sys.executable
    bare = cpu_of([python, "-c", "pass"])
    yield Figure("dateline --help", cpu_of([python, "-m", "dateline", "--help"]), 0.2, "s CPU")
    yield Figure("import dateline, above bare Python", cpu_of([python, "-c", "import dateline"]) - bare, 0.1, "s CPU")
    three = [str(path) for path in sorted(EXAMPLE.glob("*.txt"))[:3]]
    with tempfile.TemporaryDirectory() as folder:
        command = [python, "-m", "dateline", "build", *three, "--format", "json", "-o", f"{folder}/story.json"]
        yield Figure("three short reports to a story document", cpu_of(command), 0.6, "s CPU")


def annotation(rows: Sequence[dict[str, str]]) -> Iterator[Figure]:
    """Annotating reports of all topics, brought to WORDS words a report; the share of time expressions."""
    from dateline.annotate.report import annotate
    from dateline.annotate.times import find_times
    from dateline.read.reports import make_report

    sample = rows[:: max(1, len(rows) // 120)]
    reports = [make_report(row["text"], published=row["published"]) for row in sample]
    notes = [annotate(report) for report in reports]
    words = sum(len(report.text.split()) for report in reports)
    spent = least(lambda: [annotate(report) for report in reports], 3)
    pairs = list(zip(reports, notes, strict=True))
    times = least(lambda: [find_times(report.text, note.sentences, report.day) for report, note in pairs], 3)
    yield Figure(f"annotate, a report of {WORDS} words", 1000 * spent / words * WORDS, 6.0, "ms CPU")
    yield Figure("of which time expressions", 100 * times / spent, 50.0, "%")


_BUILD = """
import gc, json, resource, sys, time
from dateline.cli import COLLECT_AFTER
from dateline.pipeline import build
gc.set_threshold(*COLLECT_AFTER)
from dateline.read.reports import make_report
from dateline.model.codec import dumps
for path in sys.argv[1:]:
    rows = (json.loads(line) for line in open(path, encoding="utf-8"))
    dumps(build(make_report(row["text"], file=row.get("id"), published=row["published"]) for row in rows))
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""


def build_cost(paths: Sequence[Path]) -> tuple[float, float]:
    """(CPU seconds, peak MB) of one story document a file, in a process of its own, set up as the command line is."""
    command = [sys.executable, "-c", _BUILD, *map(str, paths)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment())
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes


def stories(paths: Sequence[Path], reports: int) -> Iterator[Figure]:
    """All topics to story documents on one core."""
    seconds, megabytes = build_cost(paths)
    yield Figure(f"{reports} reports to {len(paths)} story documents", seconds, 18.0, "s CPU")
    yield Figure("peak memory of that", megabytes, 400.0, "MB")


def growth(rows: Sequence[dict[str, str]]) -> Iterator[Figure]:
    """The cost of GROWTH times the reports, one story, against that of one time, process start taken off."""
    some = len(rows) // GROWTH
    with tempfile.TemporaryDirectory() as folder:
        small, big, none = (Path(folder) / name for name in ("small.jsonl", "big.jsonl", "none.jsonl"))
        small.write_text("".join(json.dumps(row) + "\n" for row in rows[::GROWTH][:some]), "utf-8")
        big.write_text("".join(json.dumps(row) + "\n" for row in rows[: some * GROWTH]), "utf-8")
        none.write_text(json.dumps({"text": "A line.", "published": "2011-10-26"}) + "\n", "utf-8")
        start = min(build_cost([none])[0] for _ in range(RUNS))
        low = min(build_cost([small])[0] for _ in range(3)) - start
        high = build_cost([big])[0] - start
    yield Figure(f"{GROWTH} times the reports ({some} to {some * GROWTH})", high / low, 9.0, "times the cost")


def load(paths: Sequence[Path]) -> list[dict[str, str]]:
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]


def measure(articles: Path, *, quick: bool) -> Iterator[Figure]:
    """Every figure, as it comes."""
    yield from starts()
    paths = sorted(articles.glob("*.jsonl"))
    if not paths:
        print(f"no articles in {articles}: annotation, stories and growth are left out", file=sys.stderr)
        return
    rows = load(paths)
    yield from annotation(rows)
    if not quick:
        yield from stories(paths, len(rows))
        biggest = max(paths, key=lambda path: (len(load([path])), path.name))
        yield from growth(load([biggest]))


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, default=ARTICLES)
    parser.add_argument("--quick", action="store_true", help="leave out what takes more than a few seconds")
    args = parser.parse_args(argv)
    print(f"{'what':48}{'measured':>10}{'budget':>9}")
    figures = []
    for figure in measure(args.articles, quick=args.quick):
        figures.append(figure)
        verdict = "  OVER" if figure.over else ""
        print(f"{figure.what:48}{figure.value:10.3g}{figure.budget:9g}  {figure.unit}{verdict}", flush=True)
    print(f"over means more than {MARGIN} times the budget; each figure is the least of a few runs")
    return int(any(figure.over for figure in figures))


if __name__ == "__main__":
    sys.exit(main())
