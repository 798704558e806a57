"""Story documents against keys: what a careful reader gets from a small pile of reports.

    python -m benchmarks.acceptance [PILE...] [--brief] [--floor SHARE]

A pile is a folder of reports (``report-*.txt``) with a ``key.json`` that was written from the reports alone; without
any named, those of ``benchmarks/stories`` are taken. Each expectation holds or not; what falls short is printed. The
exit status is 1 where the share over all piles is below the floor, or where a document says what a key forbids.

What a key holds, every list optional: ``reports`` (file, published, basis), ``entries`` (dates or within, all, status,
reports), ``quotations`` (speaker, text, reports), ``commitments`` (all, due, state, outcome_in), ``figures`` (value,
all, reports), ``differences`` (versions, reports), ``never`` (dates, happened, people, differences). ``all`` and
``versions`` are lists of groups: of each group one word or phrase must stand there.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any, NamedTuple

from dateline.model.dates import date_span
from dateline.model.evidence import Evidence
from dateline.model.story import StoryDocument
from dateline.pipeline import build
from dateline.read import read_reports

STORIES = Path(__file__).resolve().parent / "stories"

FLOOR = 0.95
"""Share of the expectations that must hold over the piles of ``benchmarks/stories``; it only rises."""

Group = Sequence[str]


class Check(NamedTuple):
    """One expectation: its part of the key, whether it holds, and what was wanted."""

    part: str
    holds: bool
    what: str


def check(document: StoryDocument, key: dict[str, Any]) -> Iterator[Check]:
    """Yields every expectation of a key with whether a document meets it."""
    pile = _Pile(document)
    for name in ("reports", "entries", "quotations", "commitments", "figures", "differences"):
        for wanted in key.get(name, ()):
            yield from getattr(pile, name)(wanted)
    yield from pile.never(key.get("never", {}))


class _Pile:
    """One document, with its parts as a key speaks of them."""

    def __init__(self, document: StoryDocument) -> None:
        self.document = document
        self.file = {report.id: Path(report.file or "").name for report in document.reports}
        self.names = {e.id: " | ".join((e.name, *e.aliases)).lower() for e in document.entities}
        self.taken: set[str] = set()

    def reports(self, wanted: dict[str, Any]) -> Iterator[Check]:
        found = next((r for r in self.document.reports if self.file[r.id] == wanted["file"]), None)
        day = found.published.date.isoformat() if found and found.published.date else None
        holds = found is not None and day == wanted["published"] and found.published.basis == wanted["basis"]
        yield Check("dating", holds, f"{wanted['file']}: {wanted['published']}, got {day}")

    def entries(self, wanted: dict[str, Any]) -> Iterator[Check]:
        fitting = [
            entry
            for entry in self.document.entries
            if entry.id not in self.taken
            and _on(entry.date.start, entry.date.end, wanted)
            and _holds(wanted["all"], _text(entry.text, entry.evidence))
        ]
        right = next((entry for entry in fitting if entry.status in wanted["status"]), None)
        self.taken.update(entry.id for entry in [right or (fitting[0] if fitting else None)] if entry)
        yield Check("entries", bool(fitting), wanted["id"])
        if fitting:
            yield Check("status", right is not None, f"{wanted['id']}: {[entry.status for entry in fitting]}")
            seen = self._files(e for entry in fitting for e in entry.evidence)
            yield Check("sources", set(wanted["reports"]) <= seen, f"{wanted['id']}: {sorted(seen)}")

    def quotations(self, wanted: dict[str, Any]) -> Iterator[Check]:
        said = [q for q in self.document.quotations if wanted["text"].lower() in q.text.lower()]
        yield Check("quotations", bool(said), wanted["text"])
        whose = [self.names.get(q.speaker or "", (q.speaker_text or "").lower()) for q in said]
        named = any(one.lower() in name for one in wanted["speaker"] for name in whose)
        yield Check("speakers", named, f"{wanted['text']}: {whose}")

    def commitments(self, wanted: dict[str, Any]) -> Iterator[Check]:
        fitting = [
            plan
            for plan in self.document.commitments
            if _holds(wanted["all"], _text(plan.text, (*plan.evidence, *plan.outcome)))
            and ("due" not in wanted or (plan.due is not None and plan.due.end in _ends(wanted["due"])))
        ]
        yield Check("commitments", bool(fitting), str(wanted["all"]))
        if fitting:
            right = [plan for plan in fitting if plan.state in wanted["state"]]
            seen = self._files(e for plan in right for e in plan.outcome)
            holds = len(right) == len(fitting) and set(wanted.get("outcome_in", ())) <= seen
            yield Check("outcomes", holds, f"{wanted['all']}: {[plan.state for plan in fitting]} {sorted(seen)}")

    def figures(self, wanted: dict[str, Any]) -> Iterator[Check]:
        fitting = [
            value
            for figure in self.document.figures
            for value in figure.values
            if value.value == wanted["value"] and _holds(wanted["all"], _text(figure.what, value.evidence))
        ]
        seen = self._files(e for value in fitting for e in value.evidence)
        yield Check("figures", bool(fitting) and set(wanted["reports"]) <= seen, f"{wanted['value']} {wanted['all']}")

    def differences(self, wanted: dict[str, Any]) -> Iterator[Check]:
        met = False
        for found in self.document.differences:
            sides = [_text(version.value, version.evidence) for version in found.versions]
            seen = self._files(e for version in found.versions for e in version.evidence)
            seated = any(
                all(_holds([group], side) for group, side in zip(wanted["versions"], order, strict=False))
                for order in permutations(sides, min(len(wanted["versions"]), len(sides)))
            )
            met = met or (seated and len(sides) >= len(wanted["versions"]) and set(wanted["reports"]) <= seen)
        yield Check("differences", met, wanted["about"])

    def never(self, banned: dict[str, Any]) -> Iterator[Check]:
        for entry in self.document.entries:
            on_day = {entry.date.value, entry.date.start} if entry.date.is_day else set()
            if on_day & set(banned.get("dates", ())):
                yield Check("never", False, f"an entry on {entry.date.value}")
            if entry.status == "happened" and on_day & set(banned.get("happened", ())):
                yield Check("never", False, f"told as happened on {entry.date.value}")
        for person in banned.get("people", ()):
            known = any(entity.name.lower() == person.lower() for entity in self.document.entities)
            yield Check("never", not known, f"{person} is no person of the story")
        for groups in banned.get("differences", ()):
            false = any(
                all(any(_holds([g], _text(v.value, v.evidence)) for v in found.versions) for g in groups)
                for found in self.document.differences
            )
            yield Check("never", not false, f"no difference: {groups}")

    def _files(self, evidence: Iterable[Evidence]) -> set[str]:
        return {self.file[place.report] for place in evidence}


def _text(told: str, evidence: Iterable[Evidence]) -> str:
    """What a part says and rests on, in lower case with single blanks."""
    joined = " ".join((told, *(place.quote for place in evidence)))
    return re.sub(r"\s+", " ", joined.replace("’", "'")).lower()


def _holds(groups: Iterable[Group], text: str) -> bool:
    return all(any(re.search(rf"(?<!\w){re.escape(word.lower())}", text) for word in group) for group in groups)


def _ends(values: Iterable[str]) -> set[str]:
    return {span.end for span in map(date_span, values) if span is not None}


def _on(start: str, end: str, wanted: dict[str, Any]) -> bool:
    if "within" in wanted:
        first, last = wanted["within"]
        return bool(first <= start and end <= last and not (wanted.get("not_a_day") and start == end))
    spans = [span for span in map(date_span, wanted["dates"]) if span is not None]
    return any((span.start, span.end) == (start, end) for span in spans)


def run(pile: Path) -> list[Check]:
    """The checks of one pile."""
    reports = read_reports([str(path) for path in sorted(pile.glob("report-*.txt"))], on_problem=print)
    key = json.loads((pile / "key.json").read_text("utf-8"))
    return list(check(build(reports), key))


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("piles", nargs="*", type=Path)
    parser.add_argument("--brief", action="store_true", help="one line a pile")
    parser.add_argument("--floor", type=float, default=FLOOR)
    asked = parser.parse_args(argv)
    piles = asked.piles or sorted(path.parent for path in STORIES.glob("*/key.json"))
    right = total = 0
    forbidden = False
    for pile in piles:
        checks = run(pile)
        held = sum(one.holds for one in checks)
        print(f"{pile.name:20} {held:3}/{len(checks)}")
        for one in checks:
            forbidden = forbidden or (one.part == "never" and not one.holds)
            if not one.holds and not asked.brief:
                print(f"    {one.part}: {one.what}")
        right, total = right + held, total + len(checks)
    share = right / max(total, 1)
    print(f"{'all':20} {right:3}/{total}  {share:.3f}, floor {asked.floor}")
    return int(share < asked.floor or forbidden)


if __name__ == "__main__":
    sys.exit(main())
