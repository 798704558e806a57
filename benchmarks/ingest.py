"""Ingest benchmark: reports read to an archive with annotations and grouping.

    python -m benchmarks.ingest --docs IN.jsonl [MORE.jsonl ...] [--workers 2] [--limit N] [--archive NAME.db]

Prints reports a second from raw file to grouped archive, with the time of both steps and the memory of the main process
and of its largest worker on the way, so that growth is seen.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from dateline.archive.following import Archive
from dateline.archive.ingest import Intake, group_waiting
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

    intake = Intake(archive.db, workers=workers)

    def watched() -> Iterator[Report]:
        for number, report in enumerate(islice(read_reports(docs, on_problem=intake.problem), limit), 1):
            yield report
            if number % STEP == 0:
                print(f"read {number} in {time.perf_counter() - started:.1f} s, {memory()}", flush=True)

    taken = intake.store(watched(), on_grouped=grouped)
    stored = time.perf_counter()
    group_waiting(archive.db, grouped)
    done = time.perf_counter()
    cpu = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(
        f"{taken.read} reports, {taken.new} new: stored in {stored - started:.1f} s, the last of them grouped "
        f"{done - stored:.1f} s later, {taken.read / (done - started):.0f} reports/s; CPU {cpu:.1f} s; {memory()}"
    )


def memory() -> str:
    """Peak resident memory so far."""
    own, child = (resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return f"peak {own:.0f} MiB, largest worker {child:.0f} MiB"


if __name__ == "__main__":
    main()
