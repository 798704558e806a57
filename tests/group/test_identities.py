from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from dateline.annotate.names import find_names
from dateline.annotate.sentences import sentences
from dateline.group.identities import identify
from dateline.model.annotations import Annotated, Annotations
from dateline.model.material import Identities
from dateline.model.report import Block, Report


def annotated(number: int, text: str) -> Annotated:
    sents = sentences(text, [Block("body", 0, len(text))])
    return Annotated(Report(f"r{number}", text, ""), Annotations(sentences=sents, mentions=find_names(text, sents)))


def people(*texts: str) -> Identities:
    return identify([annotated(number, text) for number, text in enumerate(texts, 1)])


def named(found: Identities, kind: str = "person") -> dict[str, tuple[str, ...]]:
    return {entity.name: entity.aliases for entity in found.entities if entity.kind == kind}


def test_short_forms_are_aliases_of_the_full_name() -> None:
    found = people("We met Mustafa Abdel Karim. Karim spoke. Then Abdel Karim left, and Karim's son came.")
    assert named(found) == {"Mustafa Abdel Karim": ("Karim", "Abdel Karim")}


def test_surname_in_another_report_is_the_only_bearer_of_the_pile() -> None:
    found = people("We met Ana Velasquez.", "Then Mrs. Velasquez wept.")
    assert named(found) == {"Ana Velasquez": ("Velasquez",)}
    assert [evidence.report for evidence in found.entities[0].evidence] == ["r1", "r2"]


def test_family_with_one_surname_stays_apart() -> None:
    found = people(
        "We met Karim Haddad. Haddad spoke and Haddad left. His son, Saif al-Islam Haddad, wept.", "Karim Haddad slept."
    )
    assert named(found) == {"Karim Haddad": ("Haddad",), "Saif al-Islam Haddad": ()}


def test_surname_goes_to_the_one_whom_the_paragraph_has_just_named() -> None:
    text = "We met Karim Haddad."
    more = "Later Saif Haddad came, and Haddad wept."
    both = f"{text}\n{more}"
    sents = sentences(both, [Block("body", 0, len(text)), Block("body", len(text) + 1, len(both))])
    found = identify(
        [Annotated(Report("r1", both, ""), Annotations(sentences=sents, mentions=find_names(both, sents)))]
    )
    assert named(found)["Saif Haddad"] == ("Haddad",)


@pytest.mark.parametrize("other", ["Moammar Gadhafi", "Muammar Qaddafi", "Muammar Kadhafi"])
def test_ways_of_writing_one_name_are_one_person(other: str) -> None:
    found = people("We met Muammar Gaddafi. Muammar Gaddafi left.", f"We met {other}.")
    assert named(found) == {"Muammar Gaddafi": (other,)}


def test_like_names_in_latin_letters_are_two_people() -> None:
    assert len(named(people("We met John Gates.", "We met Jon Kates."))) == 2


def test_middle_initial_does_not_part_one_person() -> None:
    assert named(people("We met John F. Mbeki.", "We met John Mbeki. John Mbeki left.")) == {
        "John Mbeki": ("John F. Mbeki",)
    }


def test_two_who_fit_a_shorter_name_leave_it_alone() -> None:
    found = people("We met John F. Mbeki.", "We met John G. Mbeki.", "We met John Mbeki.")
    assert len(named(found)) == 3


def test_acronym_in_brackets_is_the_long_form() -> None:
    found = people("The Harbour Workers Council (HWC) met.", "The HWC met again.")
    assert named(found, "organisation") == {"Harbour Workers Council": ("HWC",)}


def test_countrys_other_names_are_one_place() -> None:
    found = people("It rained in Britain.", "It rained in the U.K. and in the United Kingdom.")
    assert set(named(found, "place")) == {"United Kingdom"}


def test_roles_carry_their_places() -> None:
    found = people("Interim leader Ana Costa spoke to us.", "Ana Costa, chairwoman of the Port Board, left.")
    costa = next(entity for entity in found.entities if entity.name == "Ana Costa")
    roles = {role.role: [evidence.report for evidence in role.evidence] for role in costa.roles}
    assert roles == {"Interim leader": ["r1"], "chairwoman of the Port Board": ["r2"]}
    assert all("Ana Costa" in evidence.quote for role in costa.roles for evidence in role.evidence)


def test_honorific_is_no_role() -> None:
    assert people("Then Mr. Costa left.").entities[0].roles == ()


PILE = (
    "We met Karim Haddad. Haddad left.",
    "Saif Haddad came to Lisbon. Later Haddad wept.",
    "The Port Board (PB) met Kareem Haddad. The PB wept.",
    "Haddad told the Board so.",
)


def _groups(reports: Sequence[Annotated]) -> set[frozenset[tuple[str, int]]]:
    found = identify(reports)
    groups: dict[str, set[tuple[str, int]]] = {}
    for place, ident in found.of_mention.items():
        groups.setdefault(ident, set()).add(place)
    return {frozenset(group) for group in groups.values()}


def test_grouping_does_not_depend_on_the_order_of_reports() -> None:
    reports = [annotated(number, text) for number, text in enumerate(PILE, 1)]
    wanted = _groups(reports)
    for seed in range(6):
        random.Random(seed).shuffle(reports)
        assert _groups(reports) == wanted


def test_every_mention_of_an_entity_is_counted_and_every_place_is_literal() -> None:
    reports = [annotated(number, text) for number, text in enumerate(PILE, 1)]
    found = identify(reports)
    assert sum(entity.mentions for entity in found.entities) == len(found.of_mention)
    texts = {one.report.id: one.report.text for one in reports}
    for entity in found.entities:
        for evidence in entity.evidence:
            assert texts[evidence.report][evidence.start : evidence.end] == evidence.quote


def test_no_reports_no_entities() -> None:
    assert identify([]).entities == ()


def test_short_given_names_are_the_long_ones() -> None:
    assert named(people("We met Susan Okafor.", "Then Sue Okafor left.")) == {"Susan Okafor": ("Sue Okafor",)}


def test_misspelled_name_with_the_same_office_is_one_person() -> None:
    one, other = "Then Jonas Lundqvist, the manager, left.", "Then Jonas Lundquist, the manager, spoke."
    assert len(named(people(one, other))) == 1
    assert len(named(people(one, other.replace("manager", "surgeon")))) == 2
    assert len(named(people(f"{one} {other}"))) == 2


def test_title_before_a_shared_surname_tells_who_is_meant() -> None:
    found = people("We met Minister Dario Prado and President Augusto Prado.", "Then President Prado wept.")
    assert named(found) == {"Augusto Prado": ("Prado",), "Dario Prado": ()}


def test_given_name_after_a_kinsman_is_the_one_bearer_of_it() -> None:
    found = people("We met Joel Prado.", "We met Pedro Prado, whose son Joel survived.")
    assert named(found) == {"Joel Prado": ("Joel",), "Pedro Prado": ()}


def test_body_is_called_by_its_long_name() -> None:
    found = people("The Lorne Liberation Front left. The Front spoke and the Front wept.", "Then the Front spoke.")
    assert named(found, "organisation") == {"Lorne Liberation Front": ("Front",)}


def test_body_with_and_without_its_last_word_is_one() -> None:
    found = people("Then Zorvel Brunt Bank paid.", "Then Zorvel Brunt said its shares rose.")
    assert len(named(found, "organisation")) == 1


def test_ships_are_entities_of_their_own_kind() -> None:
    assert named(people("In May the ferry Santa Brunt sank."), "other") == {"Santa Brunt": ()}


def test_owner_of_a_kinsman_is_another_one_of_that_name() -> None:
    found = people("We met Mayor Lucy Prado.", "Then Prado's husband, Ivan Prado, left.")
    assert named(found) == {"Lucy Prado": ("Prado",), "Ivan Prado": ()}


def test_word_before_a_full_name_is_no_part_of_it_where_it_stands_there_once() -> None:
    found = people("Quiz Ana Velasquez won.", *["Then Ana Velasquez wept."] * 6)
    assert next(iter(named(found))) == "Ana Velasquez"


def test_surname_of_two_people_is_perhaps_either_of_them() -> None:
    found = people("We met Karim Haddad.", "We met Ana Haddad.", "Then Haddad spoke. Haddad left.")
    (doubtful,) = [one for one in found.entities if one.name == "Haddad"]
    by_id = {one.id: one.name for one in found.entities}
    assert {by_id[key] for key in doubtful.perhaps} == {"Karim Haddad", "Ana Haddad"}


def test_name_with_a_suffix_is_perhaps_the_one_without() -> None:
    found = people("We met Karim Haddad. Karim Haddad spoke.", "We met Karim Haddad Jr.")
    by_name = {one.name: one for one in found.entities if one.kind == "person"}
    assert by_name["Karim Haddad Jr"].perhaps == (by_name["Karim Haddad"].id,)


def test_reports_that_give_the_surname_only_are_counted() -> None:
    found = people("We met Ana Velasquez.", "Then Mrs. Velasquez wept.")
    assert found.entities[0].by_surname == 1


def test_well_known_acronym_is_not_a_body_that_happens_to_have_its_letters() -> None:
    found = people(*["A crew of the CNN filmed it."] * 20, "A man of the Coastal News Network filmed it too.")
    assert {"CNN", "Coastal News Network"} <= {one.name for one in found.entities if one.kind == "organisation"}


def test_body_is_called_by_the_form_that_is_far_commoner() -> None:
    found = people("She works for Microsoft Group now.", *["She works for Microsoft now."] * 12)
    assert [one.name for one in found.entities if one.kind == "organisation"] == ["Microsoft"]


def test_apostrophe_read_in_another_encoding_is_none_of_a_name() -> None:
    found = people("We met Ana Velasquez. Ana Velasquezâ€™s son wept.")
    assert all("â" not in alias for one in found.entities for alias in (one.name, *one.aliases))


def test_short_full_name_is_the_longer_one_that_is_named_far_more_often() -> None:
    often = ["We met Walter B. Haddad. Walter B. Haddad spoke."] * 10
    found = people(*often, "We met Walter C. Haddad.", "We met Walter Haddad.")
    assert "Walter Haddad" in named(found)["Walter B. Haddad"]
