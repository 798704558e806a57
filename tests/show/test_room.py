from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from dateline.show.room import Room, foremost, quotation_rank
from dateline.show.view import story_view
from tests.show.stories import bridge


@given(st.lists(st.integers(0, 5)), st.integers(0, 12))
def test_foremost_keeps_the_greatest_in_their_order(numbers: list[int], most: int) -> None:
    kept = foremost(numbers, most, lambda number: (number,))
    assert sorted(kept, reverse=True) == sorted(numbers, reverse=True)[:most]
    rest = iter(numbers)
    assert all(any(number == other for other in rest) for number in kept)


def test_known_speakers_and_shared_words_come_first() -> None:
    ranked = sorted(bridge().quotations, key=quotation_rank, reverse=True)
    assert [one.id for one in ranked[:2]] == ["q1", "q2"]
    assert ranked[-1].id == "q4"


def test_what_is_left_out_is_counted() -> None:
    view = story_view(bridge(), Room(quotations=2, threads=1, figures=1, names=1))
    assert (view.left.quotations, view.left.threads, view.left.figures, view.left.names) == (3, 2, 1, 1)
    assert [one.id for one in view.threads] == ["c2"]
    everything = story_view(bridge())
    assert not any(msgspec.structs.astuple(everything.left))
