"""The story piles keep their floor; the yardstick itself sees what is missing and what is forbidden."""

from __future__ import annotations

import pytest

from benchmarks.acceptance import FLOOR, STORIES, check, main, run
from dateline.pipeline import build
from dateline.read import make_report

PILES = sorted(path.parent for path in STORIES.glob("*/key.json"))


def test_story_piles_meet_their_keys() -> None:
    checks = [one for pile in PILES for one in run(pile)]
    assert sum(one.holds for one in checks) / len(checks) >= FLOOR
    assert all(one.holds for one in checks if one.part == "never")


def test_acceptance_exit_status_tells_of_a_share_below_the_floor(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(PILES[0]), "--brief", "--floor", "1.1"]) == 1
    assert PILES[0].name in capsys.readouterr().out


@pytest.mark.parametrize(
    ("key", "holds"),
    [
        ({"figures": [{"value": 40, "all": [["people"]], "reports": ["a.txt"]}]}, True),
        ({"figures": [{"value": 41, "all": [["people"]], "reports": ["a.txt"]}]}, False),
        ({"commitments": [{"all": [["vote"]], "due": ["2020-03-06"], "state": ["open"]}]}, True),
        ({"commitments": [{"all": [["vote"]], "due": ["2020-03-07"], "state": ["open"]}]}, False),
        ({"never": {"happened": ["2020-03-06"]}}, True),
        ({"never": {"people": ["Ann Kirk"]}}, False),
    ],
)
def test_acceptance_check_tells_what_holds(key: dict[str, object], holds: bool) -> None:
    text = "A landslide killed 40 people in Arden on Monday. The council will vote on Friday, Mayor Ann Kirk said."
    document = build([make_report(text, published="2020-03-03", file="a.txt")])
    assert all(one.holds for one in check(document, key)) is holds
