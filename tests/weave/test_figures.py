from __future__ import annotations

from dateline.model.story import Figure
from dateline.weave.figures import figures
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
