from __future__ import annotations

import pytest

from dateline.weave.headline import LONGEST_TITLE, cut, opening_clause, title
from dateline.weave.timeline import entries
from tests.weave.timeline_pile import BRIDGE, pile


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The court freed him.", "The court freed him"),
        (
            (
                "Parliament passed the budget on Monday, three weeks after the government of the small state had "
                "asked for it."
            ),
            "Parliament passed the budget on Monday",
        ),
        (
            (
                "Rescuers pulled two miners alive from the flooded shaft after a night of digging in rain that had "
                "closed all roads."
            ),
            "Rescuers pulled two miners alive from the flooded shaft",
        ),
    ],
)
def test_opening_clause_ends_where_a_clause_ends(text: str, short: str) -> None:
    assert opening_clause(text) == short


def test_opening_clause_is_none_where_no_clause_ends_in_time() -> None:
    assert opening_clause("word " * 40) is None


def test_cut_marks_what_it_leaves_off() -> None:
    assert cut("word " * 40).endswith("word …")
    assert len(cut("word " * 40)) <= LONGEST_TITLE + 2


def test_title_tells_the_newest_thing_that_happened() -> None:
    material = pile(BRIDGE)
    told = ("Harbury council decided to repair the Orwell Bridge", "Engineers closed the Orwell Bridge")
    assert title(material, entries(material)).startswith(told)


def test_title_is_the_newest_reports_own_where_reports_have_one() -> None:
    rows = [
        (day, f"{head}\n\n{text}")
        for (day, text), head in zip(BRIDGE, ("Bridge shut", "Cracks found", "Council to pay"), strict=True)
    ]
    material = pile(rows)
    if any(one.report.title for one in material.reports):
        assert title(material, entries(material)) == material.reports[-1].report.title
