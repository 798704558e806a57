from __future__ import annotations

import pytest

from dateline.weave.timeline.openings import opening

FUSED = (
    ("Dancers leave the stage in tears The national ballet cancelled all its shows on Monday.", "The national"),
    ("Floods cut off three valleys Hundreds of families spent the night on their roofs in Oden.", "Hundreds"),
    ("24 June 2010 Last updated at 14:59 GMT Help A court in Oden has begun to hear the first case.", "A court"),
    (
        "ODEN | Mon Mar 2, 2009 4:23 pm EST ODEN (Reuters) - Virtually all trains stood still until Monday noon.",
        "Virtually",
    ),
    ("Mayor 'not involved' Medical staff say they saw nobody that night; medical reports agree.", "Medical staff"),
)
PLAIN = (
    "The Prime Minister told Parliament that the talks had failed and that he would resign soon.",
    "President Maria Lopez said the Supreme Court would rule on the case by the end of the week.",
    "In Oden, Police Chief Adam Hale said nobody had been hurt when the roof of the hall fell in.",
)


@pytest.mark.parametrize(("text", "begins"), FUSED)
def test_opening_leaves_off_what_runs_into_the_first_sentence(text: str, begins: str) -> None:
    assert text[opening(text, 0, len(text)) :].startswith(begins)


@pytest.mark.parametrize("text", PLAIN)
def test_opening_leaves_a_plain_sentence_whole(text: str) -> None:
    assert opening(text, 0, len(text)) == 0
