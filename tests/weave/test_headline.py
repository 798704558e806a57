from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

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


DEEDS = (
    """
    closed the northern wharf, sold the old lighthouse, dismissed the harbour master, opened a school for pilots,
    sued three brewers, bought a steam ferry, signed a treaty with the hill towns, banned lanterns on the quay,
    raised the bridge toll, won the regatta
""".replace("\n    ", " ")
    .strip()
    .split(", ")
)


def _years(event: str, times: int) -> Sequence[tuple[str, str]]:
    """Thirty reports of three years on Ruth Aker, and some that tell of one event."""
    rows = []
    for n in range(30):
        day = dt.date(2018 + n % 3, 1 + n % 12, 10 + n // 3)
        rows.append((day.isoformat(), f"Ruth Aker {DEEDS[n // 3]} on {day:%A}, as {ORDER[n % 3]} of Arden. Aker left."))
    return [*rows, *((f"2020-07-{n + 10:02}", f"{event} Report {n} of Aker's year.") for n in range(times))]


ORDER = ("mayor", "warden", "keeper")


def test_reports_of_years_on_somebody_are_titled_by_who_it_is() -> None:
    material = pile(_years("Ruth Aker was jailed for nine years on 8 July 2020.", 1))
    assert title(material, entries(material)) == "Ruth Aker, 2018–2020"


def test_reports_of_years_on_one_event_are_titled_by_it() -> None:
    material = pile(_years("Ruth Aker was jailed for nine years on 8 July 2020.", 9))
    assert title(material, entries(material)).startswith("Ruth Aker was jailed for nine years")
