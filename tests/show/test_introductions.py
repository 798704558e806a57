"""Who somebody is, beside the line that first names him."""

import datetime as dt

import msgspec
import pytest

from dateline.pipeline import build
from dateline.read import make_report
from dateline.show.introductions import introductions

HEARING = """Harbour master Anna Lindqvist closed the port of Ostrava Bay on Monday after a crane collapsed.

The port authority's chief engineer, Pavel Novak, said the crane had been inspected in May.
"""
LATER = """The port reopened on Thursday, port officials said.

Lindqvist ordered the second crane to be taken down on Wednesday.

Prosecutors charged Mr Novak with negligence on Thursday.
"""


@pytest.fixture(scope="module")
def document():
    """The story without the line that itself introduces Novak, as a short timeline leaves it out."""
    whole = build(
        [
            make_report(HEARING, file="first.txt", title="Crane collapses in port", published=dt.date(2014, 3, 10)),
            make_report(LATER, file="later.txt", title="Port opens again", published=dt.date(2014, 3, 13)),
        ]
    )
    return msgspec.structs.replace(whole, entries=tuple(one for one in whole.entries if "Pavel" not in one.text))


def told(document, words):
    beside = introductions(document)
    entry = next(one for one in document.entries if words in one.text)
    return [one.text for one in beside.get(entry.id, ())]


def test_surname_alone_gets_the_whole_name_and_the_role(document):
    assert told(document, "charged Mr Novak") == ["Pavel Novak, port authority's chief engineer"]


def test_nobody_is_introduced_twice_nor_by_whom_the_line_introduces(document):
    assert told(document, "closed the port") == []
    assert told(document, "second crane") == []
    whom = [one.entity for line in introductions(document).values() for one in line]
    assert len(whom) == len(set(whom))


def test_every_name_and_role_stands_in_the_story_s_list_of_people(document):
    people = {one.id: one for one in document.entities}
    for line in introductions(document).values():
        for one in line:
            assert people[one.entity].name == one.name
            assert one.role is None or one.role in {role.role for role in people[one.entity].roles}


PALACE = """Prince Otto opened the new lighthouse of Ostrava Bay on Monday.

Otto Brandt, a trader, and Brandt's wife, Ilse Brandt, were among the guests.
"""
GUESTS = """Otto met sailors in Ostrava Bay on Tuesday, the palace said.

Ilse Brandt sold the lighthouse keeper's boat on Wednesday.
"""


def test_nobody_is_introduced_by_a_given_name_nor_by_a_role_that_leaves_whose_open():
    whole = build(
        [
            make_report(PALACE, file="palace.txt", published=dt.date(2014, 3, 10)),
            make_report(GUESTS, file="guests.txt", published=dt.date(2014, 3, 13)),
        ]
    )
    told = [one.text for line in introductions(whole).values() for one in line]
    assert not any(text.startswith("Otto Brandt") or text.endswith((", wife", ", Prince")) for text in told)
