"""The little cases keep their floor; the yardstick itself sees a miss and a false alarm."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.differences.__main__ import CASES, QUIET, main, meets, read, score
from dateline.model.evidence import Evidence
from dateline.model.story import Difference, Version

FEWEST = 0.95
"""Share of the noted differences that must be seen; it only rises."""

ALL = [case for path in sorted(CASES.glob("*.txt")) for case in read(path)]


def test_cases_are_many_and_half_of_them_quiet() -> None:
    quiet = [case for case in ALL if case.kind in ("none", "apparent")]
    assert len(ALL) >= 2 * 60 and len(quiet) * 2 >= len(ALL)
    assert {case.kind for case in ALL} >= {"figure", "date", "person", "place", "attribution", "wording"}


def test_differences_are_seen_and_quiet_cases_stay_quiet() -> None:
    result = score(ALL)
    assert result.seen >= FEWEST * result.disagreeing
    assert result.false * QUIET <= result.quiet


@pytest.mark.parametrize(("values", "holds"), [(("214", "231"), True), (("231", "214"), True), (("214", "240"), False)])
def test_case_is_met_by_both_versions_in_any_order(values: tuple[str, str], holds: bool) -> None:
    case = next(case for case in ALL if case.versions == ("214", "231"))
    sides = tuple(Version(value, (Evidence("r1", 0, len(value), value),)) for value in values)
    assert meets(case, Difference("d1", "how many", "figure", sides)) is holds


def test_runner_exits_1_where_too_many_quiet_cases_have_an_alarm(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = (CASES / "figures.txt").read_text("utf-8").split("\n# ")[0]
    (tmp_path / "cases.txt").write_text(told.rpartition("\n= ")[0] + "\n= none\n", "utf-8")
    assert main([str(tmp_path / "cases.txt")]) == 1
    assert "false" in capsys.readouterr().out
