"""The gate itself: a lower figure fails, a floor never falls, other data is noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.gate import cut, fingerprint, judge, load, raised, save

FLOORS = {"times": {"data": "abc", "floors": {"value": 0.8, "strict": 0.7}}}


@pytest.mark.parametrize(("reached", "holds"), [(0.8, True), (0.9, True), (0.7999, False), (0.0, False)])
def test_judge_compares_with_the_floor(reached: float, holds: bool) -> None:
    (first, _) = judge("times", {"value": reached, "strict": 0.7}, FLOORS)
    assert first.holds is holds


def test_judge_counts_a_missing_figure_as_nothing() -> None:
    assert [verdict.holds for verdict in judge("times", {"value": 0.9}, FLOORS)] == [True, False]


def test_judge_lets_a_new_figure_pass() -> None:
    assert all(verdict.holds for verdict in judge("names", {"exact": 0.1}, FLOORS))


def test_raised_never_lowers_a_floor() -> None:
    after = raised(FLOORS, "times", "abc", {"value": 0.75, "strict": 0.72, "new": 0.5})
    assert after["times"]["floors"] == {"value": 0.8, "strict": 0.72, "new": 0.5}


def test_cut_never_rounds_up() -> None:
    assert cut(0.79999) == 0.799
    assert cut(0.1 + 0.2) == 0.3


def test_floors_survive_the_file(tmp_path: Path) -> None:
    save(tmp_path / "floors.json", FLOORS)
    assert load(tmp_path / "floors.json") == FLOORS
    assert load(tmp_path / "none.json") == {}


def test_fingerprint_sees_content_and_not_order(tmp_path: Path) -> None:
    a, b = tmp_path / "a", tmp_path / "b"
    a.write_text("1")
    b.write_text("2")
    assert fingerprint([a, b]) == fingerprint([b, a]) == fingerprint([tmp_path])
    before = fingerprint([a, b])
    b.write_text("3")
    assert fingerprint([a, b]) != before
