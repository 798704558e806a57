from __future__ import annotations

import msgspec

from dateline.show.series import HEIGHT, WIDTH, series
from dateline.show.view import story_view
from tests.show.stories import bridge, span


def test_three_days_make_a_series() -> None:
    document = bridge()
    toll = document.figures[0]
    values = tuple(
        msgspec.structs.replace(toll.values[0], value=value, high=high, as_of=span(day))
        for value, high, day in ((12, None, "2024-05-03"), (30, 40, "2024-05-05"), (18, None, "2024-05-04"))
    )
    document = msgspec.structs.replace(document, figures=(msgspec.structs.replace(toll, values=values),))
    drawn = series(story_view(document).figures[0])
    assert drawn
    assert [point.x for point in drawn.points] == sorted(point.x for point in drawn.points)
    assert all(0 <= point.x <= WIDTH and 0 <= point.y <= HEIGHT for point in drawn.points)
    last = drawn.points[-1]
    assert last.top is not None and last.top < last.y
    assert "5 May 2024: about 30 to 40" in drawn.label


def test_rival_counts_of_one_day_are_not_joined() -> None:
    document = bridge()
    toll = document.figures[0]
    values = tuple(
        msgspec.structs.replace(toll.values[0], value=value, as_of=span(day))
        for value, day in ((12, "2024-05-03"), (30, "2024-05-04"), (18, "2024-05-04"), (19, "2024-05-05"))
    )
    document = msgspec.structs.replace(document, figures=(msgspec.structs.replace(toll, values=values),))
    drawn = series(story_view(document).figures[0])
    assert drawn and drawn.path == "" and len(drawn.points) == 4


def test_two_values_are_told_not_drawn() -> None:
    assert series(story_view(bridge()).figures[0]) is None
