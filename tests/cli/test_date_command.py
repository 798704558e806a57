"""``dateline date``: a line a report, with reasons as sentences."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli.date import REASONS, reasons
from dateline.cli.group import cli
from dateline.model.report import Publication
from dateline.weave.dating.tables import WEIGHTS

EXAMPLE = Path(__file__).parents[2] / "examples" / "nato-libya-2011"


def test_every_rule_has_a_sentence() -> None:
    assert set(REASONS) == set(WEIGHTS)


def test_json_gives_reasons_and_their_places() -> None:
    done = CliRunner().invoke(cli, ["date", str(EXAMPLE), "--format", "json"], standalone_mode=False)
    rows = json.loads(done.stdout)
    assert len(rows) == len(list(EXAMPLE.glob("*.txt")))
    for row in rows:
        assert row["basis"] == "unknown" or row["reasons"]
        for place in row["because"]:
            text = Path(place["file"]).read_text(encoding="utf-8")
            assert text[place["start"] : place["end"]] == place["quote"]


def test_csv_has_a_row_a_report() -> None:
    done = CliRunner().invoke(cli, ["date", str(EXAMPLE), "--format", "csv"], standalone_mode=False)
    rows = list(csv.DictReader(io.StringIO(done.stdout, newline="")))
    assert {row["basis"] for row in rows} <= {"stated", "inferred", "unknown"}
    assert len(rows) == len(list(EXAMPLE.glob("*.txt")))


def test_table_names_day_and_file() -> None:
    done = CliRunner().invoke(cli, ["date", str(EXAMPLE)], standalone_mode=False)
    assert "2011-10-26" in done.stdout and "gulf-ledger-doha.txt" in done.stdout


@pytest.mark.parametrize(
    ("publication", "given"),
    [
        (Publication(), []),
        (Publication(basis="stated", rule="date line"), ["the report states it (date line)"]),
        (Publication(basis="inferred", rule="weekday + dateline"), [REASONS["weekday"], REASONS["dateline"]]),
    ],
)
def test_reasons_follow_the_rules(publication: Publication, given: list[str]) -> None:
    assert reasons(publication) == given
