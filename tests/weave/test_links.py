"""Entries and the commitments that they make or settle."""

from __future__ import annotations

from dateline.pipeline import Options, weave
from tests.weave.timeline_pile import pile


def test_part_of_a_sentence_from_another_time_has_no_part_in_its_plan() -> None:
    made = weave(
        pile(
            [
                (
                    "2011-10-21",
                    (
                        "ODEN, Oct 21 (Reuters) - The Oden Council, which drove rebels from Oden in late August, "
                        "plans to hold an election in the whole country on Sunday."
                    ),
                )
            ]
        ),
        Options(),
    )
    of = {entry.date.value: entry for entry in made.entries}
    assert of["2011-10-23"].commitment == made.commitments[0].id
    assert "[…]" in of["2011-08"].text
    assert of["2011-08"].commitment is None
