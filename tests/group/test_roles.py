from __future__ import annotations

import pytest

from dateline.group.roles import role_words
from tests.group.test_identities import people


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("her husband", "husband"),
        ("and the mayor of Harbury", "mayor of Harbury"),
        ("Field Marshal", "Field Marshal"),
        ("Mr.", ""),
        ("Sens", ""),
        ("It emerged that the mayor", ""),
        ("who was the mayor", ""),
    ],
)
def test_role_words_hold_no_clause_and_no_pronoun(written: str, role: str) -> None:
    assert role_words(written) == role


def test_roles_that_more_reports_give_come_first() -> None:
    early = "We met the traveller Ana Velasquez, a former pilot."
    late = "President Ana Velasquez spoke."
    found = people(early, late, late + " She left.")
    person = next(one for one in found.entities if one.kind == "person")
    assert person.roles[0].role == "President"
    assert len(person.roles[0].evidence) == 2
