from __future__ import annotations

import pytest

from dateline.model.story import Difference
from dateline.weave.differences import differences
from dateline.weave.differences.people import two_spellings
from dateline.weave.figures import figures
from tests.weave.stories import material, orders


def found(*reports: tuple[str, str]) -> tuple[Difference, ...]:
    made = material(*reports)
    return differences(made, (), (), figures(made))


DISAGREE = [
    pytest.param(
        "date",
        "The harbour chief said on Monday that divers had found the wreck of the ferry near the northern pier.",
        "The harbour chief, Ole Berg, said on Tuesday that divers had found the ferry's wreck near the northern pier.",
        id="day of a statement",
    ),
    pytest.param(
        "date",
        "Ann Kirk was arrested on 2 March at her house in Arden, police said.",
        "The case began with the arrest of Ann Kirk on 3 March in Arden.",
        id="day of an arrest",
    ),
    pytest.param(
        "figure",
        "Police in Arden ended a strike of dockers that had lasted for eight months, the union of dockers said.",
        "The dockers went back to work in Arden, seven months after their strike began, the union of dockers said.",
        id="length",
    ),
    pytest.param(
        "figure",
        "The quake struck Arden at a depth of 5 km on Monday.",
        "The quake that struck Arden on Monday was at a depth of 9 km.",
        id="depth",
    ),
    pytest.param(
        "wording",
        '"We will open the harbour of Arden as soon as the ice is gone," Mayor Ann Kirk said.',
        '"We will close the harbour of Arden as soon as the ice is gone," Mayor Ann Kirk said.',
        id="wording",
    ),
    pytest.param(
        "attribution",
        '"The ice will be gone before the end of the month," Mayor Ann Kirk said.',
        '"The ice will be gone before the end of the month," harbour chief Ole Berg said.',
        id="attribution",
    ),
]


@pytest.mark.parametrize(("kind", "one", "two"), DISAGREE)
def test_differences_between_two_reports(kind: str, one: str, two: str) -> None:
    made = found(("2020-03-06", f"{one}\n\n{ASIDE[0]}"), ("2020-03-06", f"{two}\n\n{ASIDE[1]}"))
    assert [difference.kind for difference in made] == [kind]
    assert [version.evidence[0].report for version in made[0].versions] in (["r1", "r2"], ["r2", "r1"])


ASIDE = (
    "Gulls had settled on the roofs of the old cannery, and children fed them with bread from a nearby shop window.",
    "Nobody in the market square wanted to talk about it; most people bought their fish, paid and went home quickly.",
)
"""Sentences that keep two reports from being taken for copies of one text."""

ALIKE = [
    pytest.param(
        "The board reached its decision to close the dam last Friday, said the board of the Arden water works.",
        "The board reached its decision to close the dam a week ago, said the board of the Arden water works.",
        id="one day in two ways",
    ),
    pytest.param(
        "The landslide in Arden killed at least 12 people who lived below the quarry of the town.",
        "The landslide in Arden killed 15 people who lived below the quarry of the town.",
        id="a bound that allows the other value",
    ),
    pytest.param(
        "The mayor said the harbour must close at once.",
        "The union said the harbour must stay open for ever.",
        id="two positions",
    ),
    pytest.param(
        '"We look forward to the colour of the harbour in spring," Mayor Ann Kirk said.',
        '"We look forward to the color of the harbour in spring," Mayor Ann Kirk said.',
        id="spelling",
    ),
    pytest.param(
        "A storm closed the school in Arden on Monday.", "A fire closed the mill in Boden on Tuesday.", id="two events"
    ),
]


@pytest.mark.parametrize(("one", "two"), ALIKE)
def test_differences_give_no_false_alarm(one: str, two: str) -> None:
    assert found(("2020-03-06", f"{one}\n\n{ASIDE[0]}"), ("2020-03-06", f"{two}\n\n{ASIDE[1]}")) == ()


def test_toll_told_later_is_a_series_and_no_difference() -> None:
    first = ("2020-03-02", "The landslide in Arden killed 12 people who lived below the quarry of the town.")
    later = ("2020-03-04", "The landslide in Arden killed 31 people who lived below the quarry of the town.")
    assert found(first, later) == ()


def test_differences_do_not_depend_on_the_order_of_the_files() -> None:
    reports = [("2020-03-06", text) for text in DISAGREE[0].values[1:]] + [
        ("2020-03-07", "Snow fell in Arden on Saturday.")
    ]
    answers = [found(*order) for order in orders(reports)]
    assert answers[0]
    assert all(answer == answers[0] for answer in answers)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The jail freed 84 men, the ministry said. The rebels said that only 79 had crossed the river.", ("84", "79")),
        (
            "The board said that 14 clerks had been involved; a guard who knows the mill put the number at about 20.",
            ("14", "about 20"),
        ),
        ("So far 17 people have fallen ill, the agency said. The clinic in Arden counts 16 cases.", ("17", "16")),
    ],
)
def test_two_sources_of_one_report_with_two_counts_differ(text: str, values: tuple[str, str]) -> None:
    (made,) = found(("2020-03-06", text))
    assert tuple(version.value for version in made.versions) == values


@pytest.mark.parametrize(
    "text",
    [
        "The army said 84 fighters were killed. The rebels said 79 soldiers were killed.",
        "The ministry said 84 people were freed, of whom 79 were farmers, a guard said.",
        "Police said 84 people were arrested. They said another 79 were arrested on Monday.",
        "The mill has 84 clerks, the owner said. It said 79 boats were lost.",
    ],
)
def test_two_counts_of_two_things_do_not_differ(text: str) -> None:
    assert found(("2020-03-06", text)) == ()


@pytest.mark.parametrize(
    ("one", "two", "differ"),
    [
        ("Kirk said 311 of the 420 people on board had been saved.", "The owner says 436 people were on board.", True),
        (
            "The war has killed about 12,000 people, the envoy said.",
            "The war has killed more than 13,000 people.",
            True,
        ),
        ("Ann Kirk was tested 31 times last year.", "Ann Kirk was tested 34 times in 2019.", True),
        ("Ann Kirk was tested 31 times in 2018.", "Ann Kirk was tested 34 times in 2019.", False),
        ("Kirk won the Arden Cup by 14 seconds.", "Lind came second in the Arden Cup, 19 seconds behind.", True),
        ("Ann Kirk will forgo a bonus of up to £20 million.", "Ann Kirk gave up a bonus of £17.5 million.", True),
        ("The mill lost 420 boats in the flood.", "The mill lost 436 clerks in the flood.", False),
    ],
)
def test_counts_of_a_small_pile_are_compared_with_scope(one: str, two: str, differ: bool) -> None:
    made = found(("2020-03-04", f"{one}\n\n{ASIDE[0]}"), ("2020-03-06", f"{two}\n\n{ASIDE[1]}"))
    assert bool(made) == differ


@pytest.mark.parametrize(
    ("number", "about"),
    [
        (0, "divers had found"),
        (1, "the day of the arrest of Ann Kirk"),
        (2, "how long: "),
        (3, "the depth (Arden)"),
        (4, "what Ann Kirk said"),
        (5, "who said "),
    ],
)
def test_difference_says_in_plain_words_what_it_is_about(number: int, about: str) -> None:
    _, one, two = DISAGREE[number].values
    made = found(("2020-03-06", f"{one}\n\n{ASIDE[0]}"), ("2020-03-06", f"{two}\n\n{ASIDE[1]}"))
    assert about in made[0].about


def test_day_told_from_the_day_of_printing_is_no_difference_of_one_day() -> None:
    one = "The harbour chief Ole Berg showed the wreck of the old ferry near the northern pier to divers today."
    two = "Yesterday the harbour chief Ole Berg showed divers the wreck of the old ferry near the northern pier."
    assert found(("2020-03-06", f"{one}\n\n{ASIDE[0]}"), ("2020-03-06", f"{two}\n\n{ASIDE[1]}")) == ()


def test_contraction_is_no_other_wording() -> None:
    one = '"We cannot open the harbour of Arden as long as there is ice on it," Mayor Ann Kirk said.'
    two = one.replace("cannot", "can't")
    assert found(("2020-03-06", f"{one}\n\n{ASIDE[0]}"), ("2020-03-06", f"{two}\n\n{ASIDE[1]}")) == ()


@pytest.mark.parametrize(
    ("mine", "theirs", "two"),
    [
        ("Tracey Schmitt", "Tracey Schmidt", True),
        ("Jon Kirk", "John Kirk", True),
        ("Wolfgang Müller", "Wolfgang Mueller", False),
        ("Mohammed Kirk", "Mohamed Kirk", False),
    ],
)
def test_two_spellings_are_no_two_ways_of_writing_a_letter(mine: str, theirs: str, two: bool) -> None:
    assert two_spellings(mine, theirs) is two


def test_speaker_whom_a_pronoun_names_is_no_other_attribution() -> None:
    one = '"The ice will be gone before the end of the month," Mayor Ann Kirk said.'
    two = 'Harbour chief Ole Berg met the press. "The ice will be gone before the end of the month," he said.'
    made = found(("2020-03-06", f"{one}\n\n{ASIDE[0]}"), ("2020-03-06", f"{two}\n\n{ASIDE[1]}"))
    assert [difference.kind for difference in made] == []


@pytest.mark.parametrize(
    ("one", "two", "about"),
    [
        (
            "The trawler Arden Star sank off Harbury on Monday with 22 crew, the coast guard said.",
            "The trawler Arden Star, which had 24 people on board, sank off Harbury on Monday, police said.",
            ["how many people were on board"],
        ),
        (
            "The ferry Arden Star sank off Harbury on Monday with 120 passengers and 22 crew on board.",
            "The ferry Arden Star sank off Harbury on Monday with 24 passengers on board.",
            [],
        ),
    ],
)
def test_crew_is_compared_with_all_on_board_only_where_nobody_else_is(one: str, two: str, about: list[str]) -> None:
    made = found(("2020-03-06", f"{one}\n\n{ASIDE[0]}"), ("2020-03-06", f"{two}\n\n{ASIDE[1]}"))
    assert [difference.about for difference in made if CREW_NOTE in (difference.note or "")] == about


CREW_NOTE = "crew only"
