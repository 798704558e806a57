"""Story grouping in archives of a few reports, where what all share is all that is known of them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from benchmarks.outcomes.cases import cases
from dateline.group.stories import Grouper, NewReport
from dateline.group.stories.features import FEW, Rarity, terms_of
from dateline.read import read_reports

EXAMPLE = Path(__file__).parents[2] / "examples" / "nato-libya-2011"
Told = list[tuple[str, dt.date | None]]
PILES: dict[str, Told] = {
    case.name: [(text, dt.date.fromisoformat(day)) for day, text in case.reports] for case in cases()
}
LARGE_ENOUGH = sorted(name for name, told in PILES.items() if len(told) >= 4)


def stories(told: Told) -> list[int]:
    """The story of each report, all of them added at once."""
    reports = [NewReport(n, text, terms_of(text), day) for n, (text, day) in enumerate(told)]
    grouper = Grouper(recall=lambda numbers: [reports[number] for number in numbers])
    grouper.add(reports)
    return [grouper.story_of(report.number) for report in reports]


@pytest.mark.parametrize("name", LARGE_ENOUGH)
def test_a_pile_on_one_story_stays_whole(name: str) -> None:
    assert len(set(stories(PILES[name]))) == 1


def test_the_example_is_one_story_with_its_undated_reports() -> None:
    read = read_reports([str(EXAMPLE)], on_problem=lambda problem: pytest.fail(str(problem)))
    assert len(set(stories([(report.text, report.published.date) for report in read]))) == 1


@pytest.mark.parametrize("first", range(0, len(LARGE_ENOUGH) - 1, 2))
def test_two_piles_stay_two_stories(first: int) -> None:
    one, other = (PILES[name] for name in LARGE_ENOUGH[first : first + 2])
    found = stories([*one, *other])
    assert set(found[: len(one)]).isdisjoint(found[len(one) :])


def test_what_all_reports_have_tells_something_in_a_small_archive_and_nothing_in_a_large_one() -> None:
    assert Rarity(6)[6] > 1
    assert Rarity(FEW)[FEW] == Rarity(8 * FEW)[8 * FEW]
