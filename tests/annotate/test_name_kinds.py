"""What the words round an unknown name say of its kind, and the roles that stand beside names."""

from __future__ import annotations

import pytest

from tests.annotate.test_names import written

KINDS = [
    ("On Monday Zorvel Brunt said its shares rose.", ["organisation Zorvel Brunt"]),
    ("On Monday Zorvel Brunt's chairman left.", ["organisation Zorvel Brunt"]),
    ("On Monday Zorvel Brunt said she wept.", ["person Zorvel Brunt"]),
    ("On Monday the retailer Zorvel shut.", ["organisation Zorvel"]),
    ("Then Zorvel Brunt, a small bakery in town, shut.", ["organisation Zorvel Brunt"]),
    ("Then Zorvel Brunt Bank paid. Later Zorvel Brunt shut.",
     ["organisation Zorvel Brunt Bank", "organisation Zorvel Brunt"]),
    ("In May the miner's bank Boston Brunt shut.", ["organisation Boston Brunt"]),
    ("The union, Pickers Zorvel, left.", ["organisation Pickers Zorvel"]),
    ("Then Team Zorvel rode off.", ["organisation Team Zorvel"]),
    ("In May the ferry Zorvel Brunt sank.", ["other Zorvel Brunt"]),
    ("Later the Pride of Zorvel sank.", ["other Pride of Zorvel"]),
    ("He won the Tour of Zorvel.", ["event Tour of Zorvel"]),
    ("The runner took the drug ZBT.", ["other ZBT"]),
    ("They flew to Zorvel, a small town in the hills.", ["place Zorvel"]),
    ("A storm hit the island of Zorvel. Boats left Zorvel.", ["place Zorvel", "place Zorvel"]),
    ("Then the consumer group Zorvel asked for more.", ["organisation Zorvel"]),
    ("Then the Zorvel Brunt party left. Later Zorvel Brunt split.",
     ["organisation Zorvel Brunt", "organisation Zorvel Brunt"]),
    ("Nobody had seen Jan Brunt there.", ["person Jan Brunt"]),
    ("They met in June Brunt was gone.", ["other Brunt"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_kind_comes_from_the_words_beside_the_name(text: str, expected: list[str]) -> None:
    assert written(text) == expected


ROLES = [
    ("The mill's finance director, Helen Prado, left.", "finance director"),
    ('"It was dark," said her son, Ivan Prado.', "son"),
    ("Then Mira Prado, 52, a baker, spoke.", "baker"),
    ("Then Mira Prado, 52, a welder who was there, spoke.", "welder"),
    ("The inquiry is led by a retired judge, Henry Prado.", "retired judge"),
    ("A court sentenced former treasurer Nolan Prado on Monday.", "former treasurer"),
    ("Then the jailed leader Nolan Prado wept.", "jailed leader"),
    ("The cup went to Italian rider Marco Prado.", "Italian rider"),
    ("The mill named Daniel Prado as its chief executive on Monday.", "chief executive"),
    ("Oscar Prado stepped down as chairman of Lorne Lines on Monday.", "chairman of Lorne Lines"),
    ("Then Bank of Lorne governor Helen Prado left.", "Bank of Lorne governor"),
    ("Then Mira Prado, the boy's grandmother, spoke.", "grandmother"),
    ("Then Mira Prado, with the help of a teacher, spoke.", None),
    ("Then Pedro Prado, whose son survived, spoke.", None),
    ("Victor Prado, takes over as chairman, they wrote.", None),
    ("Then Peter Prado, 56, became chief executive in 2008, when he moved.", None),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_role_beside_the_name(text: str, role: str | None) -> None:
    person = next(line for line in written(text) if line.startswith("person"))
    found = person.partition(" | ")[2]
    assert found.split("'s ")[-1] == (role or "")
