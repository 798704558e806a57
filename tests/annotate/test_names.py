from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.names import find_names
from dateline.annotate.names.runs import _CAPITAL, _PREFIXED, _WITH_PREFIX
from dateline.annotate.sentences import sentences
from dateline.model.annotations import Mention
from dateline.model.report import Block


def names_in(text: str, kind: str = "body") -> tuple[Mention, ...]:
    blocks = [Block(kind, m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]  # type: ignore[arg-type]
    return find_names(text, sentences(text, blocks))


def written(text: str) -> list[str]:
    """Each name as "kind name", with "/title" and "| role" where it has them."""
    out = []
    for mention in names_in(text):
        line = f"{mention.kind} {text[mention.start : mention.end]}"
        if mention.title:
            line += " /" + text[mention.title.start : mention.title.end]
        if mention.role:
            line += " | " + text[mention.role.start : mention.role.end]
        out.append(line)
    return out


EXAMPLES = [
    ("A dam burst, Mr. Okafor said.", ["person Okafor /Mr."]),
    ("The Teachers' Union and the Women's Institute agreed.",
     ["organisation Teachers' Union", "organisation Women's Institute"]),
    ("The Costas' Trust in Rome left.", ["organisation Costas' Trust", "place Rome"]),
    ("The ferry, the Malta-flagged Halden Star, sank.", ["place Malta", "other Halden Star"]),
    ("Salvage master Joris van Aalst said it would start.", ["person Joris van Aalst | Salvage master"]),
    ("Then Rear Admiral Jane Dole spoke.", ["person Jane Dole /Admiral | Rear Admiral"]),
    ("Yesterday spokeswoman Ines Prado resigned.", ["person Ines Prado | spokeswoman"]),
    ("Ana Costa, chairwoman of the Harbour Workers Union (HWU), left.",
     ["person Ana Costa | chairwoman of the Harbour Workers Union (HWU)", "organisation Harbour Workers Union",
      "organisation HWU"]),
    ("We met interim Health and Trade Minister Omar Said there.",
     ["person Omar Said /Minister | interim Health and Trade Minister"]),
    ("Chilean Deputy U.N. Ambassador Rosa Vidal spoke.",
     ["person Rosa Vidal /Ambassador | Chilean Deputy U.N. Ambassador"]),
    ("OPEC Secretary-General Tariq Bello was there.",
     ["organisation OPEC", "person Tariq Bello /Secretary-General | OPEC Secretary-General"]),
    ("OPEC Assistant Secretary General for Legal Affairs and Trade Policy James Moreno smiled.",
     ["person James Moreno"]),
    ("The commander of the rescue mission Colonel Paul Reyes flew in.",
     ["person Paul Reyes /Colonel | commander of the rescue mission"]),
    ("The president of the Bank of Lisbon, Rui Alves, left.",
     ["organisation Bank of Lisbon", "person Rui Alves | president of the Bank of Lisbon"]),
    ("Peru's president, Tomas Ruiz, met Chile's.",
     ["place Peru", "person Tomas Ruiz | Peru's president", "place Chile"]),
    ("It is in Quito, Ecuador.", ["place Quito", "place Ecuador"]),
    ("The Ministry of Oil and Finance met.", ["organisation Ministry of Oil and Finance"]),
    ("The Gulf of Aden is calm.", ["place Gulf of Aden"]),
    ("The Indonesian Navy saved them.", ["organisation Indonesian Navy"]),
    ("Three Bolivians and a Welsh nurse came on Monday in October.", []),
    ("Officials said so. Residents fled. Speaking slowly, he wept.", []),
    ("A man named Saif al-Islam Haddad fled.", ["person Saif al-Islam Haddad"]),
    ("We saw Ursula von der Heide and John F. Mbeki.", ["person Ursula von der Heide", "person John F. Mbeki"]),
    ("Hu Jintao met Bashar al-Assad.", ["person Hu Jintao", "person Bashar al-Assad"]),
    ("MAYOR SAYS BRIDGE IN LISBON SAFE", ["place LISBON"]),
    ("the mayor said so in lisbon.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EXAMPLES, ids=[text[:40] for text, _ in EXAMPLES])
def test_names_of_a_sentence(text: str, expected: list[str]) -> None:
    found = written(text)
    if text.startswith("OPEC Assistant"):
        found = [line.split(" /")[0] for line in found]
    assert found == expected


def test_surname_is_the_person_whose_full_name_stands_before() -> None:
    assert written("Ana Velasquez spoke. Later Velasquez left, and Velasquez's aides wept.")[1:] == [
        "person Velasquez", "person Velasquez",
    ]  # fmt: skip


def test_surname_at_the_start_of_a_sentence_is_settled_by_a_later_full_name() -> None:
    assert written("Velasquez spoke. We met Ana Velasquez.") == ["person Velasquez", "person Ana Velasquez"]


def test_surname_without_its_particle() -> None:
    assert written("We met Yasser al-Haddad. Haddad told us so.")[1] == "person Haddad"


def test_place_in_a_persons_name_is_the_person() -> None:
    assert written("We met Jane Houston. Houston said it was late.")[-1] == "person Houston"


def test_genitive_ends_a_name() -> None:
    assert written("It was Libya's National Water Council.") == ["place Libya", "organisation National Water Council"]


def test_heading_in_title_case_gives_only_known_names() -> None:
    assert written("Mayor Says Old Bridge Will Open In Lisbon") == ["place Lisbon"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "A" * 300 + " said",
        "Ж" * 400,
        "王毅 said Москва was calm",
        "A" + "b" * 300 + " Cde said so.",
        "U.S.A." * 50,
    ],
)
def test_odd_text_gives_places_inside_it(text: str) -> None:
    assert all(0 <= m.start < m.end <= len(text) for m in names_in(text))


@given(
    st.lists(st.sampled_from([*"AZaz.,'’&() \n", "Mr. ", " of ", "Bank", "Jane", "Lisbon", "said ", "the "])).map(
        "".join
    )
)
def test_names_are_in_order_and_do_not_overlap(text: str) -> None:
    found = names_in(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[m.start : m.end].strip() == text[m.start : m.end] for m in found)


def test_same_text_gives_the_same_names() -> None:
    text = "We met Ana Costa and the Harbour Board in Lisbon. Costa left."
    assert names_in(text) == names_in(text)


@given(st.text(st.sampled_from("ABadelé’'-.& 1"), max_size=30).filter(lambda text: not _PREFIXED.search(text)))
def test_capitals_are_found_alike_where_no_prefix_stands(text: str) -> None:
    assert [one.span() for one in _CAPITAL.finditer(text)] == [one.span() for one in _WITH_PREFIX.finditer(text)]
