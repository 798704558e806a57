from __future__ import annotations

import pytest

from dateline.text.gazetteer import tables
from dateline.text.name_forms import fold, initials, same_given, skeleton


@pytest.mark.parametrize(("a", "b"), [("U.N. Council", "UN council"), ("Bogotá", "Bogota"), ("O’Neil", "O'Neil")])
def test_fold_makes_spellings_equal(a: str, b: str) -> None:
    assert fold(a) == fold(b)


@pytest.mark.parametrize("surname", ["Gadhafi", "Qaddafi", "Kadhafi", "Gadafi", "Khadafy", "al-Gaddafi"])
def test_skeleton_is_that_of_the_other_ways_of_writing(surname: str) -> None:
    assert skeleton(surname) == skeleton("Gaddafi")


@pytest.mark.parametrize(("a", "b", "same"), [
    ("Moammar", "Muammar", True), ("Abdel", "Abdul", True), ("Sergey", "Sergei", True), ("John", "Jon", False),
])  # fmt: skip
def test_given_names_are_one_only_where_the_table_says_so(a: str, b: str, same: bool) -> None:
    assert same_given(a, b) is same


def test_initials_are_those_of_the_capitals() -> None:
    assert initials("Bank of Greater Lisbon") == "BGL"


def test_tables_know_countries_by_their_other_names_and_peoples() -> None:
    known = tables()
    assert known.countries["Burma"] == "Myanmar"
    assert known.demonyms["South Korean"] == "South Korea"
    assert known.capitals["Tripoli"] == "Libya"
    assert not known.common & known.given
