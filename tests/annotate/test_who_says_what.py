"""What is no quotation, what is denied, and whom a role, a kinsman or a pronoun means."""

from __future__ import annotations

import pytest

from tests.annotate.test_quotations import at, quotes_in, speaker, written

NO_QUOTATION = [
    "The maker recalled 900 heaters on Monday.",
    "Prosecutors charged Prado with theft on Monday.",
    "Police questioned the driver for two hours on Monday.",
    "The tests found rust on a pipe in the mill.",
    "Prado ordered guards to burn the files.",
    "Prado offered to step down on Monday.",
    "A clerk, who asked not to be named, wept.",
]


@pytest.mark.parametrize("text", NO_QUOTATION)
def test_acts_are_no_quotations(text: str) -> None:
    assert written(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prado recalled that the dam had leaked.", ["indirect Prado: that the dam had leaked"]),
        ("Prado questioned whether the dam was safe.", ["indirect Prado: whether the dam was safe"]),
        ("The survey found that half of them would stay.", ["indirect The survey: that half of them would stay"]),
        ("The survey found 40% would stay in the town.", ["indirect The survey: 40% would stay in the town"]),
        ("Prado said the dam was safe; a clerk put the leaks at ten.", ["indirect Prado: the dam was safe"]),
        ("Two wardens died in a mine near Lorne, the army said.",
         ["indirect the army: Two wardens died in a mine near Lorne"]),
        ("The dam is safe, according to the chief engineer, Ana Prado.",
         ["indirect the chief engineer, Ana Prado: The dam is safe"]),
        ("Ivan was brave, Olga Prado said. My own life was easy.",
         ["direct Olga Prado: Ivan was brave || My own life was easy."]),
        ('"Go," she said.\n\nWe lost him and we wept, Olga Prado said. My own life was easy.',
         ["direct she: Go,", "direct Olga Prado: We lost him and we wept || My own life was easy."]),
        ('"Go," she said.\n\nIt is time to pay, Owen Prado said. My client wants peace.',
         ["direct she: Go,", "direct Owen Prado: It is time to pay || My client wants peace."]),
    ],
)  # fmt: skip
def test_clauses_stay_quotations(text: str, expected: list[str]) -> None:
    assert written(text) == expected


def test_what_is_told_inside_a_denial_is_no_quotation_of_its_own() -> None:
    text = "Prado denied that he had told guards to burn the files."
    assert [(q.act, q.polarity) for q in quotes_in(text)] == [("deny", "denied")]


@pytest.mark.parametrize("verb", ["rejected claims", "dismissed the allegation", "denied any suggestion"])
def test_rejected_claims_are_denied_by_their_subject(verb: str) -> None:
    text = f"Ana Prado, the mill's director, {verb} that she had known of the leak."
    (quote,) = quotes_in(text)
    assert (speaker(text), quote.polarity) == ("Ana Prado", "denied")
    assert at(text, quote.content[0]) == "she had known of the leak"


def test_request_for_something_has_no_listener() -> None:
    (quote,) = quotes_in("Prado asked for his licence to be renewed.")
    assert quote.to is None


def test_listener_is_a_whole_phrase() -> None:
    text = "Prado asked both sides to wait for a week."
    (quote,) = quotes_in(text)
    assert at(text, quote.to) == "both sides"


SPEAKERS = [
    ('"It held," said a spokeswoman for the firm, Nadia Prado.', "Nadia Prado"),
    ('"It was dark," said her son, Ivan Prado.', "Ivan Prado"),
    ("The owner, Prado Lines, said that the ship was sound.", "Prado Lines"),
    ("Lawyers for the family of the widow, Olga Prado, said they would sue.", None),
    ('Ivan Prado came second. "I am tired," the 27-year-old said.', "Ivan Prado"),
    ("His father, Oleg Prado, rode too. Ivan Prado fell. Prado's father said he would ride.", "Oleg Prado"),
    ('George Prado spoke.\n\nOscar Lund laughed.\n\nMr Prado rose. "I am tired," he said.\n\nHelen Prado came.',
     "Prado"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_speaker(text: str, expected: str | None) -> None:
    assert speaker(text) == expected
