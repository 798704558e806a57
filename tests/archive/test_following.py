"""Add and update: idempotent, and only what changed is told."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from benchmarks.kill import dump
from benchmarks.made_reports import made_reports
from benchmarks.made_reports import write as write_made
from dateline.archive import reports, sources
from dateline.archive.following import Archive
from dateline.archive.ingest import Intake, take_in
from dateline.archive.stories import listed
from dateline.archive.telling import as_text
from dateline.archive.weaving import document
from dateline.errors import ArchiveError
from dateline.read import make_report
from tests.archive.piles import FERRY, FERRY_LATER, VOTE, filled, write


def told(archive: Archive) -> list[tuple[str, str | None]]:
    archive.update()
    with archive.telling() as changes:
        return [(change.kind, change.story) for change in changes]


def test_update_tells_nothing_where_nothing_changed(tmp_path: Path) -> None:
    with filled(tmp_path, FERRY) as archive:
        assert told(archive) == []


def test_update_tells_new_entries_once(tmp_path: Path) -> None:
    with filled(tmp_path, FERRY) as archive:
        (story,) = [row.id for row in listed(archive.db)]
        write(tmp_path / "in", FERRY_LATER)
        first = told(archive)
        assert {("new entry", story), ("new source", story), ("plan settled", story)} <= set(first)
        assert told(archive) == []
        assert [row.id for row in listed(archive.db)] == [story]


def test_update_tells_again_what_was_never_told(tmp_path: Path) -> None:
    with filled(tmp_path, FERRY) as archive:
        write(tmp_path / "in", FERRY_LATER)
        first = archive.update().changes
        assert first
        assert archive.update().changes == first


def test_entries_that_go_on_keep_their_ids(tmp_path: Path) -> None:
    with filled(tmp_path, FERRY) as archive:
        (story,) = [row.id for row in listed(archive.db)]
        before = document(archive.db, story)
        write(tmp_path / "in", FERRY_LATER)
        archive.update()
        after = document(archive.db, story)
        assert before and after
        aground = {
            entry.id for made in (before, after) for entry in made.entries if "ran aground" in entry.evidence[0].quote
        }
        assert len(aground) == 1


def test_a_report_outside_any_story_is_told(tmp_path: Path) -> None:
    with filled(tmp_path, FERRY) as archive:
        write(tmp_path / "in", VOTE)
        assert ("new report", None) in told(archive)


def test_the_same_report_under_another_name_is_one(tmp_path: Path) -> None:
    with filled(tmp_path, FERRY) as archive:
        count = reports.count(archive.db)
        shutil.copytree(tmp_path / "in", tmp_path / "again")
        taken = archive.add([str(tmp_path / "again")])
        assert (taken.new, reports.count(archive.db)) == (0, count)
        assert archive.db.execute("SELECT count(*) FROM found").fetchone() == (2 * count,)


def test_the_query_leaves_other_stories_out(tmp_path: Path) -> None:
    with Archive.create(str(tmp_path / "pile"), "tram Gorsk") as archive:
        write(tmp_path / "in", FERRY)
        archive.add([str(tmp_path / "in")])
        write(tmp_path / "in", FERRY_LATER)
        assert [kind for kind, story in told(archive) if story] == []


def test_a_missing_source_is_a_warning(tmp_path: Path) -> None:
    with filled(tmp_path, FERRY) as archive:
        shutil.rmtree(tmp_path / "in")
        problems: list[str] = []
        assert archive.update(on_problem=lambda problem: problems.append(problem.level)).changes == []
        assert problems == ["warning"]


def test_what_cannot_be_read_is_kept_with_its_reason(tmp_path: Path) -> None:
    with filled(tmp_path, FERRY) as archive:
        (tmp_path / "in" / "bad.jsonl").write_text('{"title": "no text"}\n', encoding="utf-8")
        archive.update()
        ((place, reason),) = archive.db.execute("SELECT place, reason FROM rejected").fetchall()
        assert "bad.jsonl" in place
        assert reason


def test_a_second_archive_of_the_name_is_refused(tmp_path: Path) -> None:
    Archive.create(str(tmp_path / "pile")).db.close()
    with pytest.raises(ArchiveError, match="exists already; choose another name"):
        Archive.create(str(tmp_path / "pile"))
    assert [path.name for path in tmp_path.iterdir()] == ["pile.db"]


def test_grouping_does_not_depend_on_the_order_of_reports(tmp_path: Path) -> None:
    rows = list(made_reports(60))
    seen = []
    for number in range(2):
        random.Random(number).shuffle(rows)
        with Archive.create(str(tmp_path / str(number))) as archive:
            Intake(archive.db).keep(make_report(**row) for row in rows)  # type: ignore[arg-type]
            take_in(archive.db)
            query = "SELECT key, grouped.story, event FROM grouped JOIN reports ON reports.id = report ORDER BY key"
            seen.append(archive.db.execute(query).fetchall())
    assert seen[0] == seen[1]


def test_the_number_of_workers_does_not_matter(tmp_path: Path) -> None:
    dumps = []
    write_made(tmp_path / "in.jsonl", 60)
    for workers in (1, 2):
        with Archive.create(str(tmp_path / str(workers))) as archive:
            archive.add([str(tmp_path / "in.jsonl")], workers=workers)
        dumps.append(dump(tmp_path / f"{workers}.db"))
    assert dumps[0] == dumps[1]


def test_a_path_that_is_not_there_is_no_source(tmp_path: Path) -> None:
    with filled(tmp_path, FERRY) as archive:
        assert archive.add([str(tmp_path / "nowhere")]).rejected == 1
        assert len(sources.sources(archive.db)) == 1


def test_annotations_of_another_version_are_redone(tmp_path: Path) -> None:
    with filled(tmp_path, FERRY) as archive:
        wanted = archive.db.execute("SELECT report, version, data FROM annotations ORDER BY report").fetchall()
        archive.db.execute("UPDATE annotations SET version = 'old', data = x'80'")
        assert told(archive) == []
        assert archive.db.execute("SELECT report, version, data FROM annotations ORDER BY report").fetchall() == wanted


def test_a_plan_settled_names_the_sentence_that_says_so(tmp_path: Path) -> None:
    with filled(tmp_path, FERRY) as archive:
        write(tmp_path / "in", FERRY_LATER)
        (settled,) = [change for change in archive.update().changes if change.kind == "plan settled"]
        assert settled.outcome is not None
        assert "was towed to Kestrel harbour" in settled.outcome
        assert f"← “{settled.outcome}”" in as_text([settled])


@pytest.mark.parametrize(("source", "lines"), [("Harbour Post", 0), ("Meridian News", 1)])
def test_a_source_that_said_it_before_is_not_gained(tmp_path: Path, source: str, lines: int) -> None:
    with filled(tmp_path, FERRY) as archive:
        write(tmp_path / "in", tuple((source, *row[1:]) for row in FERRY_LATER))
        gained = [change for change in archive.update().changes if change.kind == "new source"]
        assert len([change for change in gained if "ran aground" in change.text]) == lines


def test_an_old_storys_plans_are_judged_for_its_own_last_day(tmp_path: Path) -> None:
    with filled(tmp_path, FERRY) as archive:
        later = (
            ("Daily Ledger", "2026-01-09", "Gorsk buys trams", "GORSK, Jan 9 - Gorsk bought nine trams on Friday."),
        )
        write(tmp_path / "in", later)
        assert [change for change in archive.update().changes if change.kind == "plan due"] == []
        assert [change.day for change in archive.update(as_of="2026-01-09").changes if change.kind == "plan due"]
