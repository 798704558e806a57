from __future__ import annotations

import pytest

from dateline.model.annotations import Bound, Quantity
from dateline.weave.counting import Count, counts
from dateline.weave.differences.ranges import differ
from dateline.weave.voices import Voices, kinds_of
from tests.weave.stories import material


def counted(text: str) -> list[Count]:
    made = material(("2020-03-03", text))
    voices = Voices(made.reports[0], made.identities, kinds_of(made.identities))
    return list(counts(voices, 0, "r1"))


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("A ferry with 214 people on board sank.", "on board"),
        ("The airline said 121 people were on the plane when it left.", "on board"),
        ("The owner said that 58 people had been underground when the gas burned.", "there"),
        ("The blast killed at least 12 dockers.", "killed"),
        ("Police arrested 40 people.", "arrested"),
        ("Some 45,000 people had taken part in the march.", "taking part"),
        ("Nineteen prisoners escaped.", "escaped"),
        ("The court fined the mill 6 million euros.", "fine"),
        ("Savers took out 450 million crowns on Monday.", "withdrawals"),
        ("The bridge will cost 340 million euros.", "cost"),
        ("The hall costs 4,000 euros a month.", "cost a month"),
        ("A survey put the party at 19 percent.", "poll"),
        ("Turnout was 58 percent.", "turnout"),
        ("The wave was 12 metres high.", "height"),
        ("The train went at 140 kilometres an hour.", "speed"),
        ("The singer sold 31 million albums before her death.", ""),
    ],
)
def test_count_tells_what_it_counts(text: str, matter: str) -> None:
    assert [one.matter for one in counted(text)] == [matter]


@pytest.mark.parametrize(
    "text",
    [
        "Another 12 people were arrested.",
        "The last four miners were found dead.",
        "The number rose by 40 people to a new record.",
        "Of these, 12 of the passengers were hurt.",
    ],
)
def test_part_or_addition_is_no_count_of_the_whole(text: str) -> None:
    assert all(one.added for one in counted(text))


def test_scope_holds_the_days_of_the_event_and_not_of_its_telling() -> None:
    (one,) = counted("Gunmen killed 23 people on Monday, the army said on Tuesday.")
    assert one.scope.days == (("2020-03-02", "2020-03-02"),)


def quantity(value: float, bound: Bound = "exact", high: float | None = None) -> Quantity:
    return Quantity(0, 1, value, bound, high)


@pytest.mark.parametrize(
    ("mine", "theirs", "apart"),
    [
        (quantity(214), quantity(231), True),
        (quantity(200, "more than"), quantity(231), False),
        (quantity(60, "as many as"), quantity(53), False),
        (quantity(40, high=60), quantity(52), False),
        (quantity(1984), quantity(2000, "about"), False),
        (quantity(5.38e9), quantity(5.4e9), False),
        (quantity(300e6, "about"), quantity(450e6, "about"), True),
        (quantity(7e6, "more than"), quantity(8e6, "more than"), True),
        (quantity(12), quantity(400), False),
    ],
)
def test_values_differ_where_no_value_is_allowed_by_both(mine: Quantity, theirs: Quantity, apart: bool) -> None:
    assert differ(mine, theirs) is apart
    assert differ(theirs, mine) is apart
