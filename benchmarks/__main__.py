"""All figures beside their floors.

    python -m benchmarks --data ../shared/data [--slow] [--only WORD] [--raise]

Exits 1 where a figure fell below its floor, or the data is not that of the floors. ``--raise`` raises the floors to
what was reached (it never lowers one) and pins the data. Data that is not there is named and not judged.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import gate
from benchmarks.tasks import SLOW_TASKS, TASKS, Task

FLOORS = Path(__file__).with_name("floors.json")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=FLOORS.parents[2] / "shared" / "data")
    parser.add_argument("--slow", action="store_true", help="the tasks that take minutes too")
    parser.add_argument("--only", default="", help="tasks whose name holds this word")
    parser.add_argument("--raise", action="store_true", dest="higher", help="raise the floors to what is reached")
    args = parser.parse_args()
    floors = gate.load(FLOORS)
    failed = False
    for task in (*TASKS, *(SLOW_TASKS if args.slow else ())):
        if args.only.casefold() not in task.name.casefold():
            continue
        paths = [args.data / name for name in task.data]
        missing = [str(path) for path in paths if not path.exists()]
        if missing:
            print(f"{task.name}: not judged, there is no {', '.join(missing)}")
            continue
        pinned = gate.fingerprint(paths)
        reached = measured(task, args.data)
        if args.higher:
            floors = gate.raised(floors, task.name, pinned, reached)
        elif floors.get(task.name, {}).get("data", pinned) != pinned:
            print(f"  the data of {task.name} is not what its floors were reached on; pin it anew with --raise")
            failed = True
        for verdict in gate.judge(task.name, reached, floors):
            floor = "no floor yet" if verdict.floor is None else f"floor {verdict.floor:.3f}"
            print(
                f"  {verdict.figure:34} {gate.cut(verdict.reached):.3f}   {floor}{'' if verdict.holds else '   BELOW'}"
            )
            failed |= not verdict.holds
        sys.stdout.flush()
    if args.higher:
        gate.save(FLOORS, floors)
    sys.exit(failed)


def measured(task: Task, data: Path) -> gate.Mapping[str, float]:
    """The figures of one task, with its time."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        reached = task.measure(data, Path(folder))
    print(f"{task.name}  ({time.monotonic() - began:.0f} s)")
    return reached


if __name__ == "__main__":
    main()
