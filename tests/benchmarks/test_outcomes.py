"""The outcome cases keep their floor, and their form is read as it is documented."""

from __future__ import annotations

import pytest

from benchmarks.outcomes.cases import Wanted, cases, pile, read_key
from benchmarks.outcomes.score import FLOORS, judge, totals


def test_outcome_cases_meet_their_floors() -> None:
    verdicts, beside = [], 0
    for case in cases():
        found, extra = judge(case)
        verdicts += found
        beside += len(extra)
    sums = totals(verdicts, beside)
    shares = [right / of for right, of in sums]
    assert all(share >= floor for share, floor in zip(shares, FLOORS, strict=True)), sums


def test_outcome_key_line_is_read() -> None:
    line = "changed/broken 1>3/4 due 2014-03-01 | launch of a stronger version"
    assert read_key(line) == Wanted(("changed", "broken"), 1, (3, 4), "2014-03-01", "launch of a stronger version")
    assert read_key("open | old bridge") == Wanted(("open", "unknown"), 1, (), None, "old bridge")


def test_outcome_key_line_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="no key line: 'kept old bridge'"):
        read_key("kept old bridge")


def test_outcome_pile_is_read_with_reports_and_key() -> None:
    made = pile("a", "## report 2020-01-01\nOne.\n\nTwo.\n\n## key\nkept 1>2 | one\n")
    assert made.reports == (("2020-01-01", "One.\n\nTwo."),)
    assert [one.words for one in made.wanted] == ["one"]
