from __future__ import annotations

import pytest

from dateline.weave.timeline.openings import opening

FUSED = (
    ("Dancers leave the stage in tears The national ballet cancelled all its shows on Monday.", "The national"),
    ("Floods cut off three valleys Hundreds of families spent the night on their roofs in Oden.", "Hundreds"),
    ("24 June 2010 Last updated at 14:59 GMT Help A court in Oden has begun to hear the first case.", "A court"),
    (
        "ODEN | Mon Mar 2, 2009 4:23 pm EST ODEN (Reuters) - Virtually all trains stood still until Monday noon.",
        "Virtually",
    ),
    ("The rider denies all charges On 8 February 2010 he appeared in a court in Oden and was freed.", "On 8 February"),
    (
        "Footage of the raid on the mill 21 November 2009 Papers show that the miller bought five tons of lead.",
        "21 Nov",
    ),
    (
        "Mill fire cases up by 95 The guard fell ill on Wednesday Ninety-five more people have been taken to a ward.",
        "Ninety",
    ),
    (
        "Arden bridge engineer jailed for fraud Judge Ann Kirk told the Arden engineer that his fraud was grave.",
        "Judge Ann Kirk",
    ),
    (
        "Council elects mill clerk Kirk as mayor North Oden's council elected the mill clerk, Ann Kirk, as mayor.",
        "North Oden's council",
    ),
    ("(Update 1:15 p.m. ET) Dozens of flights for Wednesday have been called off in Oden.", "Dozens"),
    ("Update: The Oden mill will stay shut, its owner told the men on Friday night.", "The Oden"),
    ("Here's the top: The Oden mill will stay shut, its owner told the men on Friday.", "The Oden"),
    ("11.45am BST: The Oden mill will stay shut, its owner told the men this morning.", "The Oden"),
    ("THE COURIER Oden mill owner Ann Kirk has overtaken her rival in a list of the rich.", "Oden"),
    ("Mayor 'not involved' Medical staff say they saw nobody that night; medical reports agree.", "Medical staff"),
)
PLAIN = (
    "The council of Oden elected the mill's clerk, Ann Kirk, as mayor of Oden after she won the vote in Oden.",
    "Two witnesses in the trial of Ann Kirk have said the sailor Ruth Aker took money from the miller Ann Kirk.",
    "Update: the mill will stay shut, but Oden has found work for all of its men.",
    "The Prime Minister told Parliament that the talks had failed and that he would resign soon.",
    "President Maria Lopez said the Supreme Court would rule on the case by the end of the week.",
    "In his book the Arden Diary, published on Monday, The Times critic told of the years the mill stood still.",
    "Oden's finance minister said: 'The money that the mill owes was paid on Tuesday to the Oden bank.'",
    "The Arden mill, which Oden Power bought on Friday, was closed after the men had walked out.",
    "In Oden, Police Chief Adam Hale said nobody had been hurt when the roof of the hall fell in.",
)


@pytest.mark.parametrize(("text", "begins"), FUSED)
def test_opening_leaves_off_what_runs_into_the_first_sentence(text: str, begins: str) -> None:
    assert text[opening(text, 0, len(text)) :].startswith(begins)


@pytest.mark.parametrize("text", PLAIN)
def test_opening_leaves_a_plain_sentence_whole(text: str) -> None:
    assert opening(text, 0, len(text)) == 0


def test_opening_inside_a_report_trusts_only_words_that_open_sentences() -> None:
    text = "The mill owners praised Arden minister Singer Lee on Tuesday for what he had done in the past year."
    assert opening(text, 0, len(text), at_head=False, small=lambda word: True) == 0
