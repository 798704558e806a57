from __future__ import annotations

import msgspec
import pytest

from dateline.model.story import Commitment, CommitmentState, Step, StepKind
from dateline.show.lanes import MARGIN, Lanes, columns, lanes
from dateline.show.shapes import ThreadRow
from dateline.show.view import story_view
from tests.show.stories import at, bridge, span


def row(
    number: int,
    made: str,
    due: str | None,
    state: CommitmentState = "open",
    steps: tuple[tuple[StepKind, str], ...] = (),
) -> ThreadRow:
    document = bridge()
    place = (at(document.reports[3], "reopen it in autumn"),)
    plan = Commitment(
        f"c{number}", "plan", None, "to reopen it", span(made), span(due) if due else None,
        tuple(Step(what, span(day), place, "said so") for what, day in steps), state, place,
    )  # fmt: skip
    return story_view(msgspec.structs.replace(document, commitments=(plan,), entries=())).threads[0]


def drawn(*rows: ThreadRow, as_of: str | None = "2024-05-14") -> Lanes:
    made = lanes(rows, as_of)
    assert made
    return made


def test_open_plan_runs_on_to_its_due_day() -> None:
    lane = drawn(row(1, "2024-05-01", "2024-05-20", steps=(("announced", "2024-05-01"),))).lanes["c1"]
    assert lane.begin == lane.end == MARGIN and lane.until == 100 - MARGIN
    assert [sign.what for sign in lane.signs] == ["due", "announced"]
    assert not lane.beyond


def test_settled_plan_ends_with_its_outcome() -> None:
    steps: tuple[tuple[StepKind, str], ...] = (("announced", "2024-05-01"), ("kept", "2024-05-10"))
    lane = drawn(row(1, "2024-05-01", "2024-05-12", "kept", steps)).lanes["c1"]
    assert lane.begin < lane.end == lane.until
    assert {sign.what for sign in lane.signs} == {"announced", "due", "kept"}


def test_day_far_off_is_an_arrow() -> None:
    lane = drawn(row(1, "2024-05-01", "2031")).lanes["c1"]
    assert lane.beyond and lane.until == 100


def test_reading_ends_on_the_axis_and_days_are_named() -> None:
    made = drawn(row(1, "2024-05-01", "2024-05-20"))
    assert made.today and MARGIN < made.today < 100
    assert made.ticks and all(0 <= tick.at <= 100 for tick in made.ticks)


def test_short_plans_of_a_long_story_have_axes_of_their_own() -> None:
    many = [
        row(
            n,
            f"20{n:02}-03-01",
            f"20{n:02}-03-09",
            "kept",
            (("announced", f"20{n:02}-03-01"), ("kept", f"20{n:02}-03-05")),
        )
        for n in range(10, 20)
    ]
    made = drawn(*many, as_of="2020-01-01")
    assert made.ticks == () and made.today is None
    assert (made.lanes["c10"].first, made.lanes["c10"].last) == ("1 Mar 2010", "9 Mar 2010")


def test_nothing_to_draw_is_none() -> None:
    assert lanes((), "2024-05-14") is None
    assert lanes((row(1, "2024-05-14", None),), "2024-05-14") is None


@pytest.mark.parametrize(("days", "found"), [
    ((), None),
    (("2024-05-01",), None),
    (("2024-05-01", "2024-05-02", "2024-05-11"), "minmax(8.5rem,1fr) minmax(8.5rem,9fr) minmax(11rem,3fr)"),
])  # fmt: skip
def test_stations_are_as_far_apart_as_their_days(days: tuple[str, ...], found: str | None) -> None:
    assert columns(row(1, "2024-05-01", None, "kept", tuple(("confirmed", day) for day in days))) == found
