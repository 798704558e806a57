"""Ingest benchmark: reports read to an archive with annotations and grouping.

    python -m benchmarks.ingest --docs IN.jsonl [MORE.jsonl ...] [--workers 2] [--limit N] [--archive NAME.db]

Prints reports a second from raw file to grouped archive, with the time of both steps and the memory of the main process
and of its largest worker on the way, so that growth is seen.
"""

from __future__ import annotations

import argparse
import gc
import resource
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from dateline.archive.following import Archive
from dateline.archive.ingest import Intake, take_in
from dateline.cli import COLLECT_AFTER
from dateline.model.report import Report
from dateline.read import read_reports

STEP = 2000
"""Reports between two lines of progress."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--docs", nargs="+", required=True)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--archive", type=Path)
    options = parser.parse_args()
    gc.set_threshold(*COLLECT_AFTER)  # as the command does
    with tempfile.TemporaryDirectory() as folder:
        path = options.archive or Path(folder) / "ingest.db"
        with Archive.create(str(path)) as archive:
            run(archive, options.docs, options.workers, options.limit)
            stories = archive.db.execute("SELECT count(*) FROM stories WHERE state = 'open'").fetchone()[0]
        size = sum(one.stat().st_size for one in path.parent.glob(path.name + "*"))
        print(f"{stories} stories, archive {size / 2**20:.0f} MiB")


def run(archive: Archive, docs: list[str], workers: int, limit: int | None) -> None:
    """Reads, annotates, stores and groups, saying how long each step took."""
    started = time.perf_counter()
    seen = 0

    def grouped(count: int) -> None:
        nonlocal seen
        if seen // STEP != (seen + count) // STEP:
            print(f"grouped {seen + count} in {time.perf_counter() - started:.1f} s, {memory()}", flush=True)
        seen += count

    intake = Intake(archive.db)

    def watched() -> Iterator[Report]:
        for number, report in enumerate(islice(read_reports(docs, on_problem=intake.problem), limit), 1):
            yield report
            if number % STEP == 0:
                print(f"read {number} in {time.perf_counter() - started:.1f} s, {memory()}", flush=True)

    taken = intake.keep(watched())
    kept = time.perf_counter()
    take_in(archive.db, workers=workers, on_grouped=grouped)
    done = time.perf_counter()
    cpu = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    each = 1000 * cpu / taken.read
    print(
        f"{taken.read} reports, {taken.new} new: read in {kept - started:.1f} s, annotated, stored and grouped in "
        f"{done - kept:.1f} s, {taken.read / (done - started):.0f} reports/s; CPU {cpu:.1f} s, {each:.2f} ms a report; "
        f"{memory()}"
    )


def memory() -> str:
    """Peak resident memory so far."""
    own, child = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return f"peak {own:.0f} MiB, largest worker {child:.0f} MiB"


if __name__ == "__main__":
    main()
