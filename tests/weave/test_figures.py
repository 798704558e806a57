from __future__ import annotations

import pytest

from dateline.model.story import Figure
from dateline.weave.figures import MANY, figures
from dateline.weave.figures.naming import usable
from tests.weave.stories import material


def found(*reports: tuple[str, str]) -> tuple[Figure, ...]:
    return figures(material(*reports))


def named(made: tuple[Figure, ...], word: str) -> Figure:
    fitting = [figure for figure in made if word in figure.what]
    assert len(fitting) == 1, made
    return fitting[0]


def test_toll_that_rises_is_one_figure() -> None:
    made = found(
        ("2020-03-02", "A landslide killed at least 12 people in Arden on Monday."),
        ("2020-03-03", "The death toll of the landslide in Arden rose to 30 on Tuesday."),
        ("2020-03-05", "The landslide in Arden has killed 41 people, police said."),
    )
    toll = named(made, "killed")
    assert [value.value for value in toll.values] == [12, 30, 41]
    assert toll.values[0].bound == "at least"
    assert [value.as_of.start for value in toll.values if value.as_of] == ["2020-03-02", "2020-03-03", "2020-03-05"]


def test_same_figure_in_two_reports_has_evidence_from_both() -> None:
    made = found(
        ("2020-03-02", "The airlift flew more than 4,000 relief flights to Arden."),
        ("2020-03-03", "More than 4,000 relief flights have gone to Arden, the army said."),
    )
    flights = named(made, "flights")
    assert len(flights.values) == 1
    assert {e.report for e in flights.values[0].evidence} == {"r1", "r2"}


def test_money_of_one_sum_is_one_figure_whatever_it_is_called() -> None:
    made = found(
        ("2020-03-02", "Kern Foods agreed on Monday to buy Balt Mills for $3 billion."),
        ("2020-03-03", "The $3 billion takeover of Balt Mills by Kern Foods needs approval."),
    )
    assert [(f.unit, [v.value for v in f.values]) for f in made] == [("USD", [3e9])]


def test_passing_detail_is_no_figure() -> None:
    assert found(("2020-03-02", "Two men left the hall and three people stayed.")) == ()


def test_figure_names_who_gave_it() -> None:
    made = found(("2020-03-02", '"We have lost 400 houses to the fire," Mayor Ann Kirk told reporters. Kirk wept.'))
    assert named(made, "houses").values[0].by is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Some 62 people were working on the night shift when it burned.", "people working on the night shift"),
        ("The mayor named a five-member commission.", "members of the commission"),
        ("The rebels released 25 women and children.", "women and children"),
        ("A poll put support for Arden Now at 19 percent.", "support in a poll: Arden Now"),
        ("The state will take 75 percent of the bank.", "of the bank"),
        ("The bank raised its interest rate to 3.5 percent.", "interest rate"),
        ("Savers took out 450 million euros last Monday.", "withdrawals"),
        ("About 1.5 million people are entitled to vote.", "people entitled to vote"),
    ],
)
def test_figure_is_named_by_what_is_told_of_those_counted(text: str, name: str) -> None:
    assert [figure.what for figure in found(("2020-03-02", text))] == [name]


def test_toll_goes_on_whoever_is_counted_and_passes_over_an_older_one() -> None:
    made = found(
        ("2020-03-02", "At least four miners were killed in Arden on Monday. Three men died there in November 2015."),
        ("2020-03-04", "The death toll in Arden rose to five on Wednesday."),
        ("2020-03-06", "The bodies of three other men were found in Arden, raising the number of dead to eight."),
    )
    assert [value.value for value in made[0].values] == [4, 5, 8]


@pytest.mark.parametrize(
    ("name", "unit", "tells"),
    [
        ("air sorties", None, True),
        ("turnout", "%", True),
        ("support in a poll: Obama", "%", True),
        ("Iranians", None, True),
        ("said", "%", False),
        ("now", "%", False),
        ("", "%", False),
        ("â", "USD", False),
        ("Rock", None, False),
        ("m iPads", None, False),
        ("man", None, False),
    ],
)
def test_usable_name_tells_what_is_counted(name: str, unit: str | None, tells: bool) -> None:
    assert usable(name, unit) is tells


DAY = "2019-05-08"
QUIET = [(DAY, f"Crews from village {number} of the coast cleared the harbour again.") for number in range(MANY)]


def told(*texts: str) -> list[tuple[str, str]]:
    return [(DAY, text) for text in texts]


def test_figures_of_a_large_pile_are_of_several_texts() -> None:
    made = found(*QUIET, *told("A ferry brought 400 chairs.", "The ferry had brought 400 chairs.", "He ate 700 eggs."))
    assert [figure.what for figure in made] == ["chairs"]


def test_figures_of_one_name_are_told_apart_by_place() -> None:
    north = told("In London, 31 people were killed in the storm.", "The storm killed 31 people in London.")
    south = told("In Paris, 94 people were killed by a landslide.", "The landslide killed 94 people in Paris.")
    names = {figure.what for figure in found(*QUIET, *north, *south)}
    assert {"people killed (London)", "people killed (Paris)"} <= names


def test_things_are_not_killed() -> None:
    made = found(*told("The singer had planned 50 concerts before he died.", "He planned 50 concerts, and died."))
    assert all("killed" not in figure.what for figure in made)


def test_value_of_a_figure_is_the_number_that_was_told() -> None:
    made = found(*told("The firm sold 8.3 million albums.", "The firm says it sold 8.3 million albums."))
    assert made[0].values[0].value == 8300000


def test_small_value_of_one_noun_is_one_figure_of_a_large_pile() -> None:
    made = found(*QUIET, *told("The court heard two divers on the wreck.", "Two divers had searched the old pier."))
    assert [len(figure.values) for figure in made if "divers" in figure.what] == [1]
