"""Where sentences end."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.sentences import sentences, split
from dateline.model.report import Block

ONE = [
    "Gen. Maria Lopez met Sen. J. R. Hale on Oct. 3 in Washington.",
    "The talks, which began at 9 a.m. on Friday, lasted two hours.",
    "George W. Hill of Acme Inc. said no.",
    "The index rose 3.5 percent to 1,204.75 points.",
    "“We are done.”",
    '"Will it hold?" he asked.',
    "The U.S. Senate and the U.N. Security Council disagree.",
    "Yahoo! said it would appeal.",
    "He lived (c. 1818 to 1880) in the port.",
    "A heading without a full stop",
    "He waited ... and then he left.",
]
SEVERAL = [
    ("He left. She stayed.", ["He left.", "She stayed."]),
    ('"We will go." He left.', ['"We will go."', "He left."]),
    ("It moved to the U.S. The rest stayed.", ["It moved to the U.S.", "The rest stayed."]),
    ("They met at 9 a.m. Officials said little.", ["They met at 9 a.m.", "Officials said little."]),
    ("Is it over? No one knows! All wait.", ["Is it over?", "No one knows!", "All wait."]),
    ("He wrote to Acme Inc. The firm did not answer.", ["He wrote to Acme Inc.", "The firm did not answer."]),
    ("It ended in 2011. 28 states took part.", ["It ended in 2011.", "28 states took part."]),
    ("It was over.[3] Nobody cheered.", ["It was over.[3]", "Nobody cheered."]),
    ("That is the plan ... The vote comes later.", ["That is the plan ...", "The vote comes later."]),
    ("“No.” “Yes.”", ["“No.”", "“Yes.”"]),
]


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text, 0, len(text))]


@pytest.mark.parametrize("text", ONE)
def test_split_keeps_one_sentence_whole(text: str) -> None:
    assert pieces(text) == [text]


@pytest.mark.parametrize(("text", "wanted"), SEVERAL)
def test_split_ends_sentences(text: str, wanted: list[str]) -> None:
    assert pieces(text) == wanted


def test_sentences_never_cross_a_block() -> None:
    text = "Talks end without deal\nMinisters left at dawn. Nobody spoke."
    found = sentences(text, (Block("headline", 0, 22), Block("body", 23, len(text))))
    assert [(text[s.start : s.end], s.paragraph, s.kind) for s in found] == [
        ("Talks end without deal", 0, "headline"),
        ("Ministers left at dawn.", 1, "body"),
        ("Nobody spoke.", 1, "body"),
    ]


@given(st.text(alphabet="aA1. \n\"”“'?!()[]…", max_size=200))
def test_split_loses_nothing_but_blanks(text: str) -> None:
    places = list(split(text, 0, len(text)))
    assert "".join("".join(text[a:b] for a, b in places).split()) == "".join(text.split())
    assert all(a < b for a, b in places)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(places))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("An earlier version of this article said the mayor resigned on Monday.", "furniture"),
        ("Correction: An earlier version of this story gave a wrong day.", "furniture"),
        ("This article was amended on 3 May because the mayor is 61.", "furniture"),
        ("This story misstated the day of the vote.", "furniture"),
        ("The original version of this report misstated his age.", "furniture"),
        ("An earlier version of the bill said that the mayor must go.", "body"),
        ("This story was told by his mother on Monday.", "body"),
        ("This report was published on Monday by the council.", "body"),
    ],
)
def test_sentences_take_a_papers_corrections_for_furniture(text: str, kind: str) -> None:
    assert [one.kind for one in sentences(text, [Block("body", 0, len(text))])] == [kind]
