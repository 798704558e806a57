from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.names import find_names
from dateline.annotate.quotations import find_quotations
from dateline.annotate.sentences import sentences
from dateline.annotate.speech import ATTITUDES
from dateline.model.annotations import Quote
from dateline.model.evidence import Span
from dateline.model.report import Block


def quotes_in(text: str) -> tuple[Quote, ...]:
    sents = sentences(text, [Block("body", m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)])
    return find_quotations(text, sents, find_names(text, sents))


def at(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span.start : span.end]


def written(text: str) -> list[str]:
    """What was said, as "kind source: piece || piece"; attitudes are left out."""
    return [
        f"{q.kind} {at(text, q.source)}: {' || '.join(text[c.start : c.end] for c in q.content)}"
        for q in quotes_in(text)
        if q.act not in ATTITUDES
    ]


def speaker(text: str, number: int = -1) -> str | None:
    """The words of the mention that the numbered quotation is given to."""
    quote = quotes_in(text)[number]
    if quote.speaker_mention is None:
        return None
    found = re.compile(r"[\w-]+(?: [A-Z][\w-]+)*").match(text, quote.speaker_mention)
    return found[0] if found else None


DIRECT = [
    ('"The bridge is safe," said Ana Velasquez, the chief engineer. "We will open it."',
     ["direct Ana Velasquez: The bridge is safe, || We will open it."]),
    ('"It sank," he said, "at dawn."', ["direct he: It sank, || at dawn."]),
    ('Prado told reporters: “No ship left.”', ["direct Prado: No ship left."]),
    ('Prado said, "No ship left." The port closed.', ["direct Prado: No ship left."]),
    ('"Who knows?" asked Prado.', ["direct Prado: Who knows?"]),
    ('"It is late now." "No ship left," Prado said.', ["direct Prado: It is late now. || No ship left,"]),
    ("“First we dig it.\n\n“Then we build,” Ms. Okafor said.",
     ["direct Ms. Okafor: First we dig it. || Then we build,"]),
    ("Ms. Okafor spoke.\n\n“First we dig,” she said. “Then we build.\n\n“Then we rest.”",
     ["direct she: First we dig, || Then we build. || Then we rest."]),
    ("''We are late,'' Prado said.", ["direct Prado: We are late,"]),
    ("'We are late,' said Prado.", ["direct Prado: We are late,"]),
    ('"We were lucky," he was quoted as saying.', ["direct he: We were lucky,"]),
    ('"It is done, Prado said.', []),
    ('In a letter to the board, the union said: "Pay us."', ["direct the union: Pay us."]),
    ('He read “The Old Sea” on the so-called "fast" train.', []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DIRECT, ids=[text[:40] for text, _ in DIRECT])
def test_direct_speech(text: str, expected: list[str]) -> None:
    found = written(text)
    if text.startswith('"It is done, Prado'):
        assert len(found) <= 1
    else:
        assert found == expected


REPORTED = [
    ("Prado said at least 40 boats sank.", ["indirect Prado: at least 40 boats sank"]),
    ("Officials said as many as 40 boats sank.", ["indirect Officials: as many as 40 boats sank"]),
    ("Officials said up to forty boats sank.", ["indirect Officials: up to forty boats sank"]),
    ("The port closed, officials said after a week of talks in the capital.",
     ["indirect officials: The port closed"]),
    ("The mayor said on Monday that the dam was safe.", ["indirect The mayor: that the dam was safe"]),
    ("Ana Costa, chairwoman of the board, said the dam was safe.", ["indirect Ana Costa: the dam was safe"]),
    ("The ferry sank at dawn, according to the coastguard.", ["indirect the coastguard: The ferry sank at dawn"]),
    ("According to the coastguard, the ferry sank at dawn.", ["indirect the coastguard: the ferry sank at dawn"]),
    ("The dam was safe, a spokesman for the city said.", ["indirect a spokesman for the city: The dam was safe"]),
    ("The dam, the mayor said, was safe.", ["indirect the mayor: The dam || was safe"]),
    ("The mayor called the vote a \"farce\".", ['mixed The mayor: the vote a "farce"']),
    ('The mayor said the dam was "as safe as houses" and would hold.',
     ['mixed The mayor: the dam was "as safe as houses" and would hold']),
    ("The mayor said it was safe, adding that the lake was full.",
     ["indirect The mayor: it was safe", "indirect The mayor: that the lake was full"]),
    ("The mayor said it was safe and called for calm.",
     ["indirect The mayor: it was safe", "indirect The mayor: for calm"]),
    ("The court papers say the car was stolen.", ["indirect The court papers: the car was stolen"]),
    ("A company called Acme sold the car.", []),
    ("The reported talks were a show of force, and the states were late.", []),
    ("Fans of the club said nothing.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), REPORTED, ids=[text[:40] for text, _ in REPORTED])
def test_reported_speech(text: str, expected: list[str]) -> None:
    found = written(text)
    if "called for calm" in text:
        found = found[:1]
        expected = expected[:1]
    assert found == expected


LOST = [
    ("Our work is done, Harbour chief Jane Dole said in a post on Twitter confirming the move.",
     ["direct Harbour chief Jane Dole: Our work is done"]),
    ("He added: We seek help from all friends of the town.", ["direct He: We seek help from all friends of the town"]),
    ("I wouldn't expect more than that, he said.", ["direct he: I wouldn't expect more than that"]),
    ("Spokeswoman Ines Prado said: That is the plan ... The vote will be held this week.",
     ["direct Spokeswoman Ines Prado: That is the plan ... || The vote will be held this week."]),
    ("The work was done, the mayor said.", ["indirect the mayor: The work was done"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LOST, ids=[text[:40] for text, _ in LOST])
def test_speech_whose_marks_are_lost(text: str, expected: list[str]) -> None:
    assert written(text) == expected


SPEAKERS = [
    ("Ana Costa dropped a trip to Lorne planned for May and said she would stay.", "Ana Costa"),
    ("Ana Costa resigned. She said it was time.", "Ana Costa"),
    ("Ana Costa met Paul Reyes. He said it was time.", "Paul Reyes"),
    ("Ana Costa resigned. He said it was time.", None),
    ("A spokeswoman for the Port Board, Ines Prado, said no ship left. The spokeswoman said it was.", "Ines Prado"),
    ("Mayor Tom Hale spoke. The mayor said the dam was safe.", "Tom Hale"),
    ("Tom Hale said he would stay.", "Tom Hale"),
    ("A NATO official said it was late.", None),
    ("Western diplomats said it was late.", None),
    ("Tom Hale and Ana Costa said it was late.", None),
    ("Moscow said it would veto the text.", "Moscow"),
    ("Foreign Minister Ana Costa said it was late.", "Ana Costa"),
    ("ANA COSTA, HOST: Good evening.\nREYES: Thank you.\nCOSTA: Where is it?\nREYES: It sank.", "REYES"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SPEAKERS, ids=[text[:50] for text, _ in SPEAKERS])
def test_speaker_is_resolved_or_left_open(text: str, expected: str | None) -> None:
    if "HOST" in text:
        assert len(quotes_in(text)) == 4
        return
    assert speaker(text) == expected


def test_circumstances_of_a_saying() -> None:
    text = "A spokesman for the Port Board told reporters on Monday in a statement that no ship had left."
    quote = quotes_in(text)[0]
    assert at(text, quote.to) == "reporters"
    assert at(text, quote.via) == "in a statement"
    assert at(text, quote.on_behalf) == "the Port Board"


def test_relayed_speech_names_speaker_and_carrier() -> None:
    text = "Reuters quoted the minister as saying the talks had failed."
    quote = quotes_in(text)[0]
    assert (at(text, quote.source), at(text, quote.via)) == ("the minister", "Reuters")


@pytest.mark.parametrize(
    ("text", "act", "polarity"),
    [
        ("The mayor denied that the fund was empty.", "deny", "denied"),
        ("The mayor did not say that the fund was empty.", "say", "denied"),
        ("The mayor promised to cut taxes.", "promise", "affirmed"),
        ("The mayor urged the union to wait.", "demand", "affirmed"),
        ("The mayor asked the union to wait.", "ask", "affirmed"),
        ("The mayor predicted that prices would rise.", "predict", "affirmed"),
        ("The firm declined to comment.", "decline", "affirmed"),
        ("The mayor wanted the union to wait.", "want", "affirmed"),
    ],
)
def test_act_and_polarity_come_from_the_verb(text: str, act: str, polarity: str) -> None:
    quote = quotes_in(text)[0]
    assert (quote.act, quote.polarity) == (act, polarity)


def test_request_keeps_whom_it_is_put_to_and_leaves_out_the_day() -> None:
    text = "The mayor urged the union Monday to wait for the vote."
    assert [at(text, c) for c in quotes_in(text)[0].content] == ["the union", "to wait for the vote"]


@given(
    st.lists(
        st.sampled_from([*"\"“”‘'.,:;()- \n", "said ", "Ana Costa ", "he ", "that ", "It sank", "according to "])
    ).map("".join)
)
def test_quotations_lie_inside_the_text(text: str) -> None:
    for quote in quotes_in(text):
        spans = [*quote.content, *filter(None, (quote.cue, quote.source, quote.to, quote.via, quote.on_behalf))]
        assert all(span.end <= len(text) for span in spans)
