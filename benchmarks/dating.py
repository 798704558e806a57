"""Date every report of a pile in turn, its own date taken away, while the others keep theirs.

usage: python -m benchmarks.dating --docs IN.jsonl --out PRED.jsonl [--only WORD] [--cut-heads] [--least P]

IN rows: {"id", "text", "published"}; OUT rows: {"id", "date", "edtf", "basis", "confidence", "rule"}, ``date`` null
where no day is claimed. ``--only`` dates just the reports with WORD in their first 400 characters; all still serve as
siblings. ``--cut-heads`` removes date lines, stamps and datelines from the heads of the reports that are dated; who
published them stays known. ``--least`` is the confidence from which a day is claimed; the default claims the likeliest
day however unlikely, where ``dateline`` itself gives a window.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from dateline.annotate.report import Retimer, annotate
from dateline.model.annotations import Annotated
from dateline.model.report import Publication
from dateline.read import make_report
from dateline.weave.dating.heads import HEAD, head_dates
from dateline.weave.dating.pile import Pile

SHORTEST = 200
"""Characters. Shorter texts are no reports and are left out, by the scorer too."""


def without_head_dates(text: str) -> str:
    """``text`` without the date lines, stamps and datelines of its head."""
    report = make_report(text)
    places = {(block.start, block.end) for block in report.blocks if block.kind in ("date", "dateline")}
    places = {place for place in places if place[0] < HEAD}
    places |= {(evidence.start, evidence.end) for evidence in report.published.because}
    places |= {(one.start, one.end) for one in head_dates(text)[0] if one.kind != "comment"}
    kept, at = [], 0
    for start, end in sorted(places):
        kept.append(text[at:start])
        at = max(at, end)
    return "".join([*kept, text[at:]])


def undated(text: str, name: str, source: str | None) -> Annotated:
    """The report as if the reader had found nothing of its day. ``source``: the outlet or agency, which is no date."""
    report = msgspec.structs.replace(make_report(text, file=name, source=source), published=Publication())
    return Annotated(report, annotate(report))


def predictions(rows: list[dict[str, str]], only: str, cut: bool, least: float) -> Iterator[dict[str, object]]:
    """The prediction for each report that is to be dated."""
    reports: list[Annotated] = []
    for row in rows:
        report = make_report(row["text"], file=row["id"], published=row["published"][:10])
        reports.append(Annotated(report, annotate(report)))
    wanted = [number for number, row in enumerate(rows) if only in row["text"][:400]]
    pile = Pile(reports, wanted, Retimer())
    for number in wanted:
        row = rows[number]
        stated = make_report(row["text"], file=row["id"]).published
        found = stated
        if cut or stated.date is None:
            text = without_head_dates(row["text"]) if cut else row["text"]
            source = reports[number].report.source
            found = pile.publication(number, undated(text, row["id"], source), least=least)
        yield {
            "id": row["id"],
            "date": found.date.isoformat() if found.date else None,
            "edtf": found.edtf,
            "basis": found.basis,
            "confidence": found.confidence,
            "rule": found.rule,
        }


def main() -> None:
    """Read the arguments, date the reports, write the rows."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--docs", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--cut-heads", action="store_true")
    parser.add_argument("--least", type=float, default=0.0, help="confidence from which a day is claimed")
    args = parser.parse_args()
    lines = args.docs.read_text(encoding="utf-8").splitlines()
    rows = [row for line in lines if line.strip() and len((row := json.loads(line))["text"]) > SHORTEST]
    began = time.process_time()
    with args.out.open("w", encoding="utf-8") as out:
        count = 0
        for row in predictions(rows, args.only, args.cut_heads, args.least):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    print(f"{count} of {len(rows)} reports dated in {time.process_time() - began:.1f} s CPU")


if __name__ == "__main__":
    main()
