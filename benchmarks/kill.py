"""Kill benchmark: an ingest is killed at random moments and goes on; nothing may be lost or doubled.

    python -m benchmarks.kill [--kills 200] [--reports 120] [--seed 1] [--workers 1]

Each round fills a fresh archive: it is killed (SIGKILL) a few times at moments drawn over the time that an undisturbed
run takes, then run to its end. Its logical dump, every row of every table, must equal that of the undisturbed archive,
and SQLite's own checks must pass. Steps are made small, so that there are many moments between them.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.made_reports import write

ROUND = 5
"""Kills in one round."""
STEP = 8
"""Reports in a transaction of the ingest under test."""
YOUNG = 32
"""Reports that wait for each other before the first of them are grouped; so few that most are grouped as they come."""
ROOT = Path(__file__).parent.parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--reports", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--child", nargs=2, metavar=("ARCHIVE", "REPORTS"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        ingest(options.child[0], options.child[1], options.workers)
        return
    with tempfile.TemporaryDirectory() as folder:
        done, differing = trial(Path(folder), options.kills, options.reports, options.seed, options.workers)
    print(f"{done} kills, {differing} rounds that ended in another state")
    sys.exit(bool(differing))


def ingest(archive: str, reports: str, workers: int) -> None:
    """What is killed: a real ingest with small steps. Says when it starts and when it is done."""
    from dateline.archive import ingest as steps
    from dateline.archive.following import Archive, path_of
    from dateline.group.stories import grouper

    for module, name, value in (
        (steps, "KEPT", STEP), (steps, "TAKEN", STEP), (steps, "RELEARNED", YOUNG), (grouper, "RELEARNED", YOUNG),
    ):  # fmt: skip
        setattr(module, name, value)
    print("started", flush=True)
    with Archive.open(archive) if path_of(archive).exists() else Archive.create(archive) as opened:
        opened.add([reports], workers=workers)
    print("done", flush=True)


def trial(folder: Path, kills: int, reports: int, seed: int, workers: int = 1) -> tuple[int, int]:
    """How often an ingest was killed, and how many rounds ended in another state than the undisturbed one."""
    source = folder / "reports.jsonl"
    write(source, reports, seed)
    # The code as it is now: an edit during a long run would be seen as another version and change the state.
    shutil.copytree(ROOT / "src" / "dateline", folder / "dateline", ignore=shutil.ignore_patterns("__pycache__"))
    chance = random.Random(seed)
    took = finish(folder / "whole.db", source, workers)
    wanted = digest(folder / "whole.db")
    done = differing = rounds = 0
    while done < kills:
        rounds += 1
        archive = folder / f"killed-{rounds}.db"
        for _ in range(min(ROUND, kills - done)):
            kill(archive, source, chance.uniform(0, took), workers)
            done += 1
        finish(archive, source, workers)
        if digest(archive) != wanted:
            differing += 1
        else:
            archive.unlink()
    return done, differing


def _start(archive: Path, source: Path, workers: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "benchmarks.kill", "--workers", str(workers), "--child", str(archive), str(source)]
    code = {**os.environ, "PYTHONPATH": str(source.parent)}
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT, env=code)
    assert child.stdout is not None
    if child.stdout.readline() != "started\n":
        raise RuntimeError("the ingest did not start")
    return child


def kill(archive: Path, source: Path, after: float, workers: int) -> None:
    """Starts an ingest and kills it ``after`` seconds."""
    child = _start(archive, source, workers)
    time.sleep(after)
    child.kill()
    child.communicate()


def finish(archive: Path, source: Path, workers: int) -> float:
    """Runs an ingest to its end; the seconds that it took."""
    child = _start(archive, source, workers)
    started = time.perf_counter()
    assert child.stdout is not None
    said = child.stdout.read()
    child.communicate()
    if said != "done\n":
        raise RuntimeError("the ingest did not end well")
    return time.perf_counter() - started


def dump(archive: Path) -> list[str]:
    """Every row of every table in the order of its key; the full-text index by its content, checked by SQLite."""
    with sqlite3.connect(archive) as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert not db.execute("PRAGMA foreign_key_check").fetchall()
        db.execute("INSERT INTO reports_fts (reports_fts, rank) VALUES ('integrity-check', 1)")
        tables = db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'reports_fts%' ORDER BY name"
        ).fetchall()
        rows = [(table, row) for (table,) in tables for row in sorted(map(repr, db.execute(f"SELECT * FROM {table}")))]
    db.close()
    return [f"{table} {row}" for table, row in rows]


def digest(archive: Path) -> str:
    """A digest of :func:`dump`."""
    return hashlib.sha256("\n".join(dump(archive)).encode("utf-8", "replace")).hexdigest()


if __name__ == "__main__":
    main()
