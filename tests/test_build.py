"""Laws of a whole build: literal evidence, the schema, the same bytes whatever the order, the hash seed or the day."""

from __future__ import annotations

import datetime as dt
import itertools
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dateline
from dateline.model.codec import dumps, schema
from dateline.model.evidence import LONGEST_EVIDENCE

EXAMPLE = Path(__file__).parent.parent / "examples" / "nato-libya-2011"
REPORTS = sorted(EXAMPLE.glob("*.txt"))


def built(paths: list[Path]) -> dict[str, Any]:
    """The story document of some files, as its readers see it."""
    reports = dateline.read_reports([str(path) for path in paths], on_problem=lambda problem: None)
    document: dict[str, Any] = msgspec.json.decode(dumps(dateline.build(reports)))
    return document


def evidence_in(node: Any) -> Iterator[dict[str, Any]]:
    """Yields every piece of evidence anywhere in a document."""
    if isinstance(node, dict):
        if {"report", "start", "end", "quote"} <= node.keys():
            yield node
        for value in node.values():
            yield from evidence_in(value)
    elif isinstance(node, list):
        for value in node:
            yield from evidence_in(value)


def check_laws(document: dict[str, Any]) -> None:
    """What holds for every story document."""
    jsonschema.validate(document, schema())
    texts = {report["id"]: report["text"] for report in document["reports"]}
    for piece in evidence_in(document):
        assert texts[piece["report"]][piece["start"] : piece["end"]] == piece["quote"]
        assert len(piece["quote"]) <= LONGEST_EVIDENCE
    for part in ("reports", "entries", "entities", "quotations", "commitments", "figures", "differences"):
        ids = [item["id"] for item in document[part]]
        assert len(ids) == len(set(ids)), part
    known = {entity["id"] for entity in document["entities"]}
    for entry in document["entries"]:
        assert set(entry["entities"]) <= known
        assert entry["place"] is None or entry["place"] in known
        assert 0 <= entry["weight"] <= 1
    for quotation in document["quotations"]:
        assert {quotation["speaker"], quotation["for"], quotation["to"]} - {None} <= known | {quotation["to"]}
    commitments = {commitment["id"] for commitment in document["commitments"]}
    assert {entry["commitment"] for entry in document["entries"]} <= commitments | {None}
    days = [entry["date"]["start"] for entry in document["entries"]]
    assert days == sorted(days)


def test_example_holds_to_every_law() -> None:
    check_laws(built(REPORTS))


def test_same_bytes_in_any_order() -> None:
    wanted = dumps(dateline.build(dateline.read_reports([str(p) for p in REPORTS], on_problem=lambda problem: None)))
    orders = list(itertools.permutations(REPORTS))[:: max(1, len(REPORTS) * 7)]
    for order in [list(reversed(REPORTS)), *map(list, orders)]:
        reports = dateline.read_reports([str(p) for p in order], on_problem=lambda problem: None)
        assert dumps(dateline.build(reports)) == wanted


def test_same_bytes_under_any_hash_seed() -> None:
    outputs = set()
    for seed in ("0", "1", "4711"):
        run = subprocess.run(
            [sys.executable, "-m", "dateline", "build", str(EXAMPLE), "--format", "json"],
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
        )
        outputs.add(run.stdout)
    assert len(outputs) == 1


SENTENCES = st.sampled_from(
    [
        "The harbour council voted on Friday to close the old bridge.",
        '"We will reopen by the end of the year," Mayor Ana Petrova told reporters on Monday.',
        "Engineers said the repairs would cost more than $4 million.",
        "The council is to meet again on 3 May 2024.",
        "Petrova said that she had asked for a delay, the Tribune reported.",
        "A meeting set for Wednesday was postponed until next Tuesday.",
        "At least 12 people were hurt when the span fell in late March.",
        "Traffic fell 30 percent, according to the port authority.",
        "“It was a mistake,",
        "he said.",
        "(Reporting by Kim Doe; Editing by Al Roe)",
        "OSLO, May 2 (Newswire) - Talks resumed on Thursday.",
        "By Kim Doe",
        "Last updated at 9:04 a.m.",
        "BRIDGE CLOSES",
        "ÅSE ÜBERMUT said: 你好 \U0001f600 yesterday.",
        "1 2 3 4 5 6 7 2024-13-45 99/99/9999 \x0b\x1c",
        "",
    ]
)
TEXTS = st.lists(st.lists(SENTENCES, max_size=6).map(" ".join), min_size=1, max_size=5).map("\n\n".join)
DAYS = st.none() | st.dates(min_value=dt.date(2024, 4, 1), max_value=dt.date(2024, 5, 30))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXTS, DAYS), min_size=1, max_size=4))
def test_generated_reports_hold_to_every_law(given_reports: list[tuple[str, Any]]) -> None:
    reports = [
        dateline.make_report(text, file=f"{number}.txt", published=day)
        for number, (text, day) in enumerate(given_reports)
    ]
    document = dateline.build(reports)
    check_laws(msgspec.json.decode(dumps(document)))
    assert dumps(dateline.build(reversed(reports))) == dumps(document)


def test_build_without_a_report_says_so() -> None:
    with pytest.raises(ValueError, match="at least one report"):
        dateline.build([])
