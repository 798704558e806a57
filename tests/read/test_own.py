"""What dateline made is no report, wherever it is left lying."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.archive.atom import feed
from dateline.archive.changes import Change
from dateline.model.codec import dumps
from dateline.model.problem import Problem
from dateline.pipeline import Options, build
from dateline.read import make_report, read_reports
from dateline.show import page


def made() -> dict[str, bytes]:
    document = build([make_report("OSLO, May 6, 2014 - Ministers reopened the northern road.", file="a")], Options())
    change = Change("new story", "s1", "Road to reopen (2 reports)", "Road to reopen", day="2014-05-06", number=1)
    return {"s.json": dumps(document), "s.html": page.render(document).encode(), "c.xml": feed([change], "road")}


@pytest.mark.parametrize("name", ["s.json", "s.html", "c.xml"])
def test_what_dateline_made_is_left_out(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(made()[name])
    problems: list[Problem] = []
    assert list(read_reports([str(tmp_path)], on_problem=problems.append)) == []
    assert [problem.level for problem in problems] == ["note"]


def test_archives_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    for name in ("pile.db", "pile.db-wal", "pile.db-shm", "road.txt"):
        (tmp_path / name).write_text("The road was closed.", encoding="utf-8")
    problems: list[Problem] = []
    (report,) = read_reports([str(tmp_path)], on_problem=problems.append)
    assert (report.file, problems) == (str(tmp_path / "road.txt"), [])
