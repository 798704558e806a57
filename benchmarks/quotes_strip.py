"""Take the double quotation marks out of a quotes file, keeping the truth (offsets moved, kinds as they were).

Usage: python -m benchmarks.quotes_strip IN.jsonl OUT.jsonl     then benchmarks.quotes_score with --by-kind-given
Stands for text whose marks an extractor or a wire feed lost.
"""

import json
import sys
from pathlib import Path

MARKS = set('“”«»„"')

rows = Path(sys.argv[1]).read_text(encoding="utf-8").split("\n")
with Path(sys.argv[2]).open("w", encoding="utf-8") as out:
    for line in filter(None, rows):
        d = json.loads(line)
        new, at = [], []
        text = d["text"]
        for i, ch in enumerate(text):
            at.append(len(new))
            double = text.startswith("''", i) or (i and text.startswith("''", i - 1))  # '' or `` typed as two
            if (
                ch not in MARKS
                and not double
                and not (text.startswith("``", i) or (i and text.startswith("``", i - 1)))
            ):
                new.append(ch)
        at.append(len(new))
        d["text"] = "".join(new)
        for q in d["quotes"]:
            for k in ("content", "cue", "source"):
                q[k] = [[at[a], at[b]] for a, b in q[k] if at[b] > at[a]]
        d["quotes"] = [q for q in d["quotes"] if q["content"]]
        out.write(json.dumps(d, ensure_ascii=False) + "\n")
