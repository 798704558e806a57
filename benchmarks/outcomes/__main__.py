"""Score the outcomes of the cases in this folder.

python -m benchmarks.outcomes [NAME...] [--json]
"""

from __future__ import annotations

import argparse
import json

from benchmarks.outcomes.cases import cases
from benchmarks.outcomes.score import judge, lines, totals


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.outcomes", description=__doc__)
    parser.add_argument("name", nargs="*", help="only cases whose name holds this")
    parser.add_argument("--json", action="store_true", help="print the shares")
    args = parser.parse_args()
    verdicts, extra = [], []
    for case in cases():
        if not args.name or any(name in case.name for name in args.name):
            found, beside = judge(case)
            verdicts += found
            extra += [(case.name, one) for one in beside]
    sums = totals(verdicts, len(extra))
    if args.json:
        names = ("outcomes found", "outcomes right", "left open")
        print(json.dumps({name: right / max(1, of) for name, (right, of) in zip(names, sums, strict=True)}))
        return
    for line in lines(verdicts):
        print(line)
    for name, one in extra:
        print(f"{name}: beside the key: {one.state} | {one.text[:150]} -> {one.steps[-1].reason}")
    print(f"found: {sum(v.found for v in verdicts)} of {len(verdicts)}")
    print(
        f"outcomes found {sums.settled[0]}/{sums.settled[1]}, right {sums.shown[0]}/{sums.shown[1]}, "
        f"left open {sums.unsettled[0]}/{sums.unsettled[1]}"
    )


if __name__ == "__main__":
    main()
