"""Shared copy beside rensa, the fastest MinHash library measured: the same texts in, CPU seconds and F1 of either.

    python -m benchmarks.reuse_rensa --docs IN.jsonl [MORE.jsonl ...] --truth PAIRS.jsonl [--rounds 3]

Rows and truth as in benchmarks.reuse. Every round runs either side in a process of its own, in turn, since the speed of
a shared machine changes from minute to minute; the least of the rounds counts. Both begin with the texts in memory and
take each whole, as it stands. rensa has the settings that did best on the made set of news texts: runs of three words,
128 hashes in 64 bands, pairs with an estimated likeness of 0.1 or more. It gives pairs alone; ours are also told apart
by kind and have their evidence. rensa (MIT) is no dependency: pip install rensa
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

from benchmarks.reuse import extras, score
from dateline.group.reuse import find_reuse
from dateline.model.annotations import Annotated, Annotations
from dateline.model.report import Report

BANDS, HASHES, SEED, LIKENESS = 64, 128, 42, 0.1
Rows = Sequence[tuple[str, str]]
Pairs = list[tuple[str, str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--docs", nargs="+", required=True, type=Path)
    parser.add_argument("--truth", required=True, type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--side", choices=sorted(SIDES), help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.side:
        run_side(SIDES[options.side], options.docs, options.out)
        return
    if find_spec("rensa") is None:
        raise SystemExit("rensa is not installed; to compare with it: pip install rensa")
    print(extras())
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "pairs.jsonl"
        cost: dict[str, list[float]] = {side: [] for side in SIDES}
        for _, side in ((round_, side) for round_ in range(options.rounds) for side in SIDES):
            given = ["--docs", *options.docs, "--truth", options.truth, "--side", side, "--out", out]
            command = [sys.executable, "-m", "benchmarks.reuse_rensa", *map(str, given)]
            cost[side].append(float(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout))
            if len(cost[side]) == options.rounds:
                print(f"{side:9}{min(cost[side]):6.2f} s CPU {score(options.truth, out)}")
    print(f"{'ratio':9}{min(cost['dateline']) / min(cost['rensa']):6.2f}")


def run_side(side: Callable[[Rows], Pairs], docs: Sequence[Path], out: Path) -> None:
    rows = [json.loads(line) for path in docs for line in path.open(encoding="utf-8") if line.strip()]
    texts = [(row["id"], row["text"]) for row in rows]
    started = time.process_time()
    pairs = side(texts)
    print(time.process_time() - started)
    with out.open("w", encoding="utf-8") as file:
        for a, b in pairs:
            file.write(json.dumps({"a": a, "b": b}) + "\n")


def by_dateline(rows: Rows) -> Pairs:
    found = find_reuse([Annotated(Report(name, text, ""), Annotations()) for name, text in rows])
    return [pair.reports for pair in found if pair.kind != "shared quotes"]


def by_rensa(rows: Rows) -> Pairs:
    from rensa import RMinHash, RMinHashLSH  # type: ignore[import-not-found, import-untyped, unused-ignore]

    index = RMinHashLSH(LIKENESS, HASHES, BANDS)
    hashes = []
    for _, text in rows:
        words = re.findall(r"\w+", text.lower())
        hashed = RMinHash(HASHES, SEED)
        hashed.update([" ".join(run) for run in zip(words, words[1:], words[2:], strict=False)])
        hashes.append(hashed)
    pairs: Pairs = []
    for number, hashed in enumerate(hashes):
        alike = [other for other in set(index.query(hashed)) if hashed.jaccard(hashes[other]) >= LIKENESS]
        pairs += [(rows[number][0], rows[other][0]) for other in alike]
        index.insert(number, hashed)
    return pairs


SIDES: dict[str, Callable[[Rows], Pairs]] = {"dateline": by_dateline, "rensa": by_rensa}

if __name__ == "__main__":
    main()
