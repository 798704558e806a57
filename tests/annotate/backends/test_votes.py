"""What a back end's names change: gaps are filled, open kinds settled, and nothing that the rules are sure of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.backends.rules import Rules
from dateline.annotate.backends.votes import UNSURE, with_votes
from dateline.annotate.names import find_names
from dateline.annotate.report import annotate
from dateline.annotate.sentences import sentences
from dateline.model.annotations import EntityKind, Mention, Sentence
from dateline.model.layers import Layers, NameSpan, Provider
from dateline.read import make_report

PROVIDER = Provider("test", "1", "CC0-1.0", ("names",))


class Knows:
    """A back end that knows some words, wherever they stand."""

    provider = PROVIDER

    def __init__(self, **names: EntityKind) -> None:
        self.names = {name.replace("_", " "): kind for name, kind in names.items()}

    def read(self, text: str, sentences: Sequence[Sentence]) -> Layers:
        found = []
        for sent in sentences:
            for name, kind in self.names.items():
                at = text.find(name, sent.start, sent.end)
                while at >= 0:
                    found.append(NameSpan(at, at + len(name), kind, "test"))
                    at = text.find(name, at + len(name), sent.end)
        return Layers(PROVIDER, tuple(sentences), (), tuple(sorted(found, key=lambda name: name.start)))


def mentions(text: str, backend: Knows | None) -> dict[str, Mention]:
    """The words of each mention, with the mention; of equal words the last."""
    report = make_report(text)
    return {report.text[m.start : m.end]: m for m in annotate(report, backend).mentions}


def test_a_name_is_taken_where_the_rules_found_none() -> None:
    text = "The strike ended when the pilots' guild met the owners in town."
    assert mentions(text, None) == {}
    found = mentions(text, Knows(**{"the pilots' guild": "organisation"}))
    assert list(found) == ["pilots' guild"]
    assert found["pilots' guild"].kind == "organisation"
    assert found["pilots' guild"].rule == "backend:test"


def test_a_name_that_the_rules_found_is_left_as_it_is() -> None:
    text = "Captain Rui Dias said on Friday that the ferry would sail."
    before = mentions(text, None)
    assert mentions(text, Knows(Captain_Rui_Dias="organisation", Dias="place", Rui="person")) == before


def test_title_article_and_genitive_are_no_part_of_a_name() -> None:
    text = "it was late when captain rui dias's crew left the harbour board, a spokesman of it, alone."
    found = mentions(text, Knows(**{"captain rui dias's": "person", "the harbour board": "organisation"}))
    assert list(found) == ["rui dias", "harbour board"]
    title = found["rui dias"].title
    assert title is not None and text[title.start : title.end] == "captain"


def test_a_new_person_gets_the_role_beside_the_name() -> None:
    text = "The crew met rui dias, chairman of the harbour board, on Friday."
    role = mentions(text, Knows(rui_dias="person"))["rui dias"].role
    assert role is not None and text[role.start : role.end] == "chairman of the harbour board"


def test_a_time_is_no_name() -> None:
    assert mentions("the ferry sails on Friday.", Knows(Friday="person")) == {}


def test_a_title_alone_and_a_name_of_another_kind_have_no_vote() -> None:
    text = "the boat met captain nobody of halcyon."
    assert mentions(text, Knows(**{"captain ": "person", "halcyon": "other"})) == {}


OPEN = "The crew praised the Halcyon on Friday. Repairs to the Halcyon took a week."


def test_the_rules_leave_this_kind_open() -> None:
    assert mentions(OPEN, None)["Halcyon"].kind == "other"


def test_an_open_kind_is_settled_by_vote_for_every_mention() -> None:
    report = make_report(OPEN)
    first = report.text.index("Halcyon")

    class Once(Knows):
        def read(self, text: str, sentences: Sequence[Sentence]) -> Layers:
            return Layers(PROVIDER, tuple(sentences), (), (NameSpan(first, first + 7, "organisation", "test"),))

    found = annotate(report, Once()).mentions
    assert [m.kind for m in found] == ["organisation", "organisation"]
    assert all(m.rule.endswith("kind by backend:test") for m in found)


def test_a_kind_by_shape_alone_is_settled_by_vote() -> None:
    text = "The yard built boats for Halcyon Deepwater in spring."
    before = mentions(text, None)["Halcyon Deepwater"]
    assert before.rule in UNSURE
    assert mentions(text, Knows(Halcyon_Deepwater="organisation"))["Halcyon Deepwater"].kind == "organisation"


def test_a_back_end_without_names_changes_nothing() -> None:
    report = make_report(OPEN)
    sents = sentences(report.text, report.blocks)
    ours = find_names(report.text, sents)
    layers = Layers(Provider("test", "1", "CC0-1.0", ("tags",)), sents)
    assert with_votes(report.text, ours, (), layers) == ours


@pytest.mark.parametrize("text", [OPEN, "Captain Rui Dias of Porto Vale spoke. Dias left. The U.N. Council met."])
def test_the_rules_as_a_back_end_change_nothing(text: str) -> None:
    report = make_report(text)
    assert annotate(report, Rules()) == annotate(report)


@given(
    st.lists(
        st.sampled_from(["Captain", "Rui Dias", "Halcyon", "the", "Porto Vale", "met", "Friday", "said", ".", "'s"]),
        max_size=20,
    ),
    st.lists(st.tuples(st.integers(0, 100), st.integers(1, 12), st.sampled_from(["person", "place", "other"]))),
)
def test_whatever_the_votes_mentions_stay_in_order_and_apart(
    words: list[str], wild: list[tuple[int, int, EntityKind]]
) -> None:
    report = make_report(" ".join(words))
    sents = sentences(report.text, report.blocks)
    names: list[NameSpan] = []
    for start, length, kind in sorted(wild):
        inside = any(sent.start <= start and start + length <= sent.end for sent in sents)
        if inside and (not names or names[-1].end <= start):
            names.append(NameSpan(start, start + length, kind, "test"))
    ours = find_names(report.text, sents)
    found = with_votes(report.text, ours, (), Layers(PROVIDER, sents, (), tuple(names)))
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert {(m.start, m.end) for m in ours} <= {(m.start, m.end) for m in found}
    assert all(report.text[m.start : m.end].strip() for m in found)
