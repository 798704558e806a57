"""``dateline times``: a line a time expression."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from dateline.cli.group import cli

TEXT = "The envoys met on Friday in Geneva.\n\nThey will meet again in two weeks, officials said.\n"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*words: str) -> str:
    done = CliRunner().invoke(cli, ["times", *words], standalone_mode=False)
    assert done.exception is None
    return done.stdout


def test_json_slices_equal_texts(report: Path) -> None:
    rows = json.loads(run(str(report), "--date", "2011-10-28", "--format", "json"))
    assert (rows[0]["text"], rows[0]["value"]) == ("Friday", "2011-10-28")
    for row in rows:
        assert report.read_text(encoding="utf-8")[row["start"] : row["end"]] == row["text"]


def test_csv_without_a_day_keeps_open_values(report: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(str(report), "-f", "csv"), newline="")))
    assert rows[0]["value"] == "XXXX-WXX-5" and rows[0]["first"] == ""


def test_table_shows_value_days_and_words(report: Path) -> None:
    lines = run(str(report), "--date", "2011-10-28").splitlines()
    assert lines[0].endswith("report.txt") and lines[1].split() == ["2011-10-28", "DATE", "2011-10-28", "Friday"]


def test_timeml_is_one_document(report: Path) -> None:
    root = etree.fromstring(run(str(report), "--date", "2011-10-28", "--format", "timeml").encode())
    assert [one.get("value") for one in root.iter("TIMEX3")][:2] == ["2011-10-28", "2011-10-28"]


def test_timeml_of_two_reports_is_refused(report: Path) -> None:
    other = report.with_name("other.txt")
    other.write_text(TEXT.replace("Geneva", "Oslo"), encoding="utf-8")
    done = CliRunner().invoke(cli, ["times", str(report), str(other), "-f", "timeml"])
    assert done.exit_code == 2 and "one report" in done.output
