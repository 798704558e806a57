"""The commands that work on an archive, as a user calls them."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from dateline.cli.group import cli
from dateline.errors import ArchiveError
from dateline.model.codec import loads
from tests.archive.piles import FERRY, FERRY_LATER, VOTE, write


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an archive of two reports, in which the commands run."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "in", FERRY)
    assert run("init", "pile").exit_code == 0
    assert run("add", "pile", "in").exit_code == 0
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, args, catch_exceptions=False)


def test_init_says_what_to_do_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("init", "libya", "--query", "NATO Libya")
    assert (done.stdout, done.exit_code) == ("", 0)
    assert "dateline add libya" in done.stderr
    assert (tmp_path / "libya.db").exists()


def test_add_to_no_archive_says_how_to_make_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ArchiveError, match="make one with: dateline init pile"):
        run("add", "pile", "in")


def test_add_again_adds_nothing(desk: Path) -> None:
    done = run("add", "pile", "in")
    assert "Added 0 of 2 reports to pile.db, 2 known already." in done.stderr


def test_update_is_silent_where_nothing_changed(desk: Path) -> None:
    done = run("update", "pile")
    assert (done.output, done.exit_code) == ("", 0)


def test_update_prints_what_changed_and_only_once(desk: Path) -> None:
    write(desk / "in", FERRY_LATER)
    done = run("update", "pile")
    assert "Also reported: " in done.stdout
    assert "Settled: kept: " in done.stdout
    assert run("update", "pile").output == ""


def test_update_from_another_folder_finds_the_sources(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(desk / "in", FERRY_LATER)
    (desk / "elsewhere").mkdir()
    monkeypatch.chdir(desk / "elsewhere")
    assert run("update", "../pile").stdout


def test_update_as_json_is_one_object_a_line(desk: Path) -> None:
    write(desk / "in", FERRY_LATER, VOTE)
    rows = [json.loads(line) for line in run("update", "pile", "--json").stdout.splitlines()]
    assert {"kind", "story", "text"} <= rows[0].keys()
    assert "new report" in {row["kind"] for row in rows}


def test_update_writes_a_feed_without_repeats(desk: Path) -> None:
    write(desk / "in", FERRY_LATER)
    run("update", "pile", "--atom", "changes.xml")
    first = (desk / "changes.xml").read_bytes()
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.fromstring(first)
    ids = [entry.findtext(f"{atom}id") for entry in feed.findall(f"{atom}entry")]
    assert ids
    assert len(ids) == len(set(ids))
    assert all(feed.findtext(f"{atom}{name}") for name in ("id", "title", "updated"))
    run("update", "pile", "--atom", "changes.xml")
    assert (desk / "changes.xml").read_bytes() == first


def test_stories_are_listed_and_shown(desk: Path) -> None:
    (row,) = json.loads(run("stories", "pile", "--format", "json").stdout)
    document = loads(run("story", "pile", row["story"][:4], "--format", "json").stdout)
    assert len(document.reports) == 2
    assert all(
        report.text[place.start : place.end] == place.quote
        for entry in document.entries
        for place in entry.evidence
        for report in document.reports
        if report.id == place.report
    )
    assert document.title in run("story", "pile", "--format", "markdown").stdout.replace("\\", "")
    assert "<!doctype html" in run("story", "pile", "--format", "html").stdout.lower()


def test_a_short_story_has_the_most_important_entries_with_their_ids(desk: Path) -> None:
    whole = loads(run("story", "pile", "--format", "json").stdout)
    short = loads(run("story", "pile", "--format", "json", "--detail", "1").stdout)
    assert len(short.entries) == 1 < len(whole.entries)
    assert (short.entries[0].id, short.entries[0].text) in {(entry.id, entry.text) for entry in whole.entries}
    assert loads(run("story", "pile", "--format", "json").stdout) == whole


def test_the_name_of_the_output_says_the_format(desk: Path) -> None:
    run("story", "pile", "-o", "story.html", "--as-of", "2030-01-31")
    page = (desk / "story.html").read_text(encoding="utf-8")
    assert page.lower().startswith("<!doctype html")
    assert "2030" in page


def test_story_that_is_not_there_says_how_to_list(desk: Path) -> None:
    done = CliRunner().invoke(cli, ["story", "pile", "s0000"])
    assert done.exit_code == 1
    assert "list them with: dateline stories pile" in done.stderr


def test_search_finds_by_words_and_person(desk: Path) -> None:
    rows = json.loads(run("search", "pile", "ferry", "--person", "Holm", "--format", "json").stdout)
    assert len(rows) == 2
    assert json.loads(run("search", "pile", "zeppelin", "--format", "json").stdout) == []


@pytest.mark.parametrize("command", [("add", "pile", "in"), ("update", "pile")])
def test_a_run_that_is_interrupted_says_that_it_goes_on(
    desk: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("dateline.archive.following.Archive._work_through", interrupted)
    done = CliRunner().invoke(cli, command)
    assert done.exit_code == 130
    assert "the same command goes on from there" in done.stderr


def test_sources_are_listed_and_removed(desk: Path) -> None:
    (row,) = json.loads(run("sources", "pile", "--format", "json").stdout)
    assert (row["kind"], row["address"]) == ("path", str(desk / "in"))
    assert "is no longer looked at" in run("sources", "pile", "--remove", "in").stderr
    assert json.loads(run("sources", "pile", "--format", "json").stdout) == []
    assert CliRunner().invoke(cli, ["sources", "pile", "--remove", "in"]).exit_code == 1


def test_metadata_is_written_for_datasette(desk: Path) -> None:
    assert "pile" in json.loads(run("metadata", "pile").stdout)["databases"]
    run("metadata", "pile", "-o", "metadata.json")
    assert json.loads((desk / "metadata.json").read_text(encoding="utf-8"))["databases"]
