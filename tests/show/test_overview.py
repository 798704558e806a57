from __future__ import annotations

import datetime as dt
from itertools import pairwise

import msgspec
import pytest

from dateline.model.dates import day_span
from dateline.show.axis import LABEL_ROOM
from dateline.show.overview import HIGHEST_STACK, Overview, overview
from dateline.show.view import story_view
from tests.show.stories import bridge, empty


def drawn(width: int = 860, **changes: object) -> Overview:
    made = overview(story_view(msgspec.structs.replace(bridge(), **changes)), width)
    assert made
    return made


def test_overview_has_a_dot_for_each_line_near_the_reports() -> None:
    made = drawn()
    assert made.unit == "day"
    assert [dot.href for dot in made.dots] == ["#e3", "#e4", "#e5", "#e6", "#e7"]
    assert made.after == 1  # the autumn lies beyond
    assert len(made.bars) == 4


def test_overview_of_nothing_dated_is_none() -> None:
    assert overview(story_view(empty()), 860) is None


@pytest.mark.parametrize(
    ("days", "unit"), [(20, "day"), (200, "week"), (900, "month"), (4000, "quarter"), (20000, "year")]
)
def test_unit_grows_with_the_span(days: int, unit: str) -> None:
    entry = bridge().entries[2]
    first = dt.date(1960, 1, 1)
    reports = tuple(
        msgspec.structs.replace(one, published=msgspec.structs.replace(one.published, date=first + dt.timedelta(place)))
        for one, place in zip(bridge().reports, (0, 0, days, days), strict=True)
    )
    made = drawn(reports=reports, entries=(msgspec.structs.replace(entry, date=day_span(first)),))
    assert made.unit == unit
    assert all(0 <= dot.x <= made.width for dot in made.dots)
    assert all(0 <= tick.x <= made.width for tick in made.ticks)


def test_high_stack_is_counted_not_drawn() -> None:
    entry = bridge().entries[2]
    many = tuple(msgspec.structs.replace(entry, id=f"e{number}") for number in range(HIGHEST_STACK + 4))
    made = drawn(entries=many)
    assert len(made.dots) == HIGHEST_STACK
    assert [one.count for one in made.more] == [4]


def test_everything_is_inside_the_drawing() -> None:
    for width in (860, 340):
        made = drawn(width)
        assert all(0 < dot.y < made.axis for dot in made.dots)
        assert all(bar.x >= 0 and bar.x + bar.width <= width for bar in made.bars)


@pytest.mark.parametrize("days", [30, 200, 295, 500, 900, 4000])
def test_names_on_the_axis_do_not_touch(days: int) -> None:
    first = dt.date(2008, 2, 25)
    reports = tuple(
        msgspec.structs.replace(one, published=msgspec.structs.replace(one.published, date=first + dt.timedelta(place)))
        for one, place in zip(bridge().reports, (0, 0, days, days), strict=True)
    )
    named = [tick for tick in drawn(reports=reports, entries=()).ticks if tick.second]
    begins = [tick.x - LABEL_ROOM if tick.at_end else tick.x for tick in named]
    assert all(after - before >= LABEL_ROOM for before, after in pairwise(begins))
