from __future__ import annotations

import pytest

from dateline.group.bare_names import bare_names

PILE = {"Karim Haddad": 40, "Haddad": 90, "Ana Velasquez": 12, "Peter Stone": 3}


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Defying Haddad", "Haddad"),  # a headline before the surname
        ("Newsbeat Ana Velasquez", "Ana Velasquez"),  # a desk before the full name
        ("Haddad Did Speak About Peace In His Speech", "Haddad"),
        ("Should Haddad", "Haddad"),
        ("Karim Haddad Haddad", "Karim Haddad"),
        ("Karim Haddad London", "Karim Haddad"),
        ("Fears of Haddad", ""),
        ("OF STATE", ""),
        ("D", ""),
    ],
)
def test_bare_names_leave_off_what_has_run_into_a_name(name: str, bare: str) -> None:
    assert bare_names({**PILE, name: 1}) == {name: bare}


@pytest.mark.parametrize("name", ["Saif Haddad", "Fake Karim Haddad", "Khaled Said", "Peet van Zyl", "Keating"])
def test_bare_names_keep_what_is_a_name(name: str) -> None:
    assert bare_names({**PILE, name: 1}) == {}
