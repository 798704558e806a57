"""Score names.  Standard library only.

Usage: python -m benchmarks.names_score GOLD.jsonl PRED.jsonl [--json]

Rows as convert.py writes them (PRED needs no text).  exact: same span and kind.  overlap: spans that share a character
and are of the same kind, one to one, leftmost first.  kind "other" or "event" in PRED is left out.
"""

import json
import sys
from pathlib import Path

KINDS = ("person", "organisation", "place")


def load(path):
    return {
        d["id"]: [m for m in d["mentions"] if m["kind"] in KINDS]
        for d in map(json.loads, Path(path).open(encoding="utf-8"))
    }


def prf(hit, pred, gold):
    p, r = hit / max(1, pred), hit / max(1, gold)
    return [round(p, 4), round(r, 4), round(2 * p * r / (p + r), 4) if p + r else 0.0]


def main(gold_path, pred_path, as_json):
    gold, pred = load(gold_path), load(pred_path)
    count = {k: [0, 0, 0, 0] for k in ("all", *KINDS)}
    for i, g in gold.items():
        p = sorted(pred.get(i, []), key=lambda m: m["start"])
        used = set()
        for m in g:
            for k in ("all", m["kind"]):
                count[k][0] += 1
        for m in p:
            for k in ("all", m["kind"]):
                count[k][1] += 1
                count[k][2] += any((m["start"], m["end"], m["kind"]) == (x["start"], x["end"], x["kind"]) for x in g)
        for m in sorted(g, key=lambda m: m["start"]):
            for j, x in enumerate(p):
                if j not in used and x["kind"] == m["kind"] and x["start"] < m["end"] and m["start"] < x["end"]:
                    used.add(j)
                    for k in ("all", m["kind"]):
                        count[k][3] += 1
                    break
    out = {
        k: {"gold": c[0], "pred": c[1], "exact": prf(c[2], c[1], c[0]), "overlap": prf(c[3], c[1], c[0])}
        for k, c in count.items()
    }
    if as_json:
        print(json.dumps(out))
    else:
        for k, v in out.items():
            print(
                f"{k:13} gold {v['gold']:5} pred {v['pred']:5}  exact P/R/F {v['exact']}  overlap P/R/F {v['overlap']}"
            )


args = [a for a in sys.argv[1:] if a != "--json"]
main(args[0], args[1], "--json" in sys.argv)
