"""The commands that print rows: from reports and from a story document alike."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import icalendar
import pytest
from click.testing import CliRunner

from dateline.cli.exits import FAILED, USAGE
from dateline.cli.group import COMMANDS, cli

EXAMPLE = str(Path(__file__).parents[2] / "examples" / "nato-libya-2011")
TABLES = ("quotes", "people", "check", "figures", "diff")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("story") / "story.json"
    assert CliRunner().invoke(cli, ["build", EXAMPLE, "-o", str(path)]).exit_code == 0
    return str(path)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    done = CliRunner().invoke(cli, [command, "-h"])
    assert done.exit_code == 0
    assert f"dateline {command}" in done.output.split("Usage:", 1)[1].split("\n\n", 1)[1]


@pytest.mark.parametrize("command", TABLES)
def test_rows_are_the_same_from_reports_and_from_the_document(command: str, story: str) -> None:
    from_story = CliRunner().invoke(cli, [command, story, "--format", "json"])
    from_reports = CliRunner().invoke(cli, [command, EXAMPLE, "--format", "json"])
    assert from_story.exit_code == from_reports.exit_code == 0
    assert json.loads(from_story.output) == json.loads(from_reports.output)


@pytest.mark.parametrize("command", TABLES)
def test_rows_come_as_csv_and_as_table(command: str, story: str) -> None:
    rows = json.loads(CliRunner().invoke(cli, [command, story, "--format", "json"]).output)
    table = list(
        csv.reader(io.StringIO(CliRunner().invoke(cli, [command, story, "--format", "csv"]).output, newline=""))
    )
    assert len(table) == len(rows) + 1
    assert CliRunner().invoke(cli, [command, story]).exit_code == 0


def test_check_writes_a_calendar_of_what_is_open(story: str) -> None:
    done = CliRunner().invoke(cli, ["check", story, "--format", "ics"])
    assert done.exit_code == 0
    assert icalendar.Calendar.from_ical(done.stdout_bytes).walk("VCALENDAR")


def test_show_prints_one_entry_with_its_sources(story: str) -> None:
    document = json.loads(Path(story).read_text(encoding="utf-8"))
    entry = document["entries"][0]
    done = CliRunner().invoke(cli, ["show", story, entry["id"]])
    assert done.exit_code == 0
    assert str(entry["evidence"][0]["start"]) in done.output


def test_show_answers_an_unknown_entry_with_the_known_ones(story: str) -> None:
    done = CliRunner().invoke(cli, ["show", story, "e999"])
    assert done.exit_code == USAGE
    assert "expected one of e1" in done.output


@pytest.mark.parametrize("command", ["show", "page", "quotes"])
def test_a_file_that_is_no_story_is_one_line(command: str, tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    path.write_text('{"format": "other"}', encoding="utf-8")
    done = CliRunner().invoke(cli, [command, str(path)])
    assert done.exit_code == FAILED
    assert "dateline build" in done.output
