from __future__ import annotations

import datetime as dt

import pytest

from dateline.model.annotations import Annotated
from dateline.model.dates import day_span
from dateline.model.evidence import cite
from dateline.model.story import Entry
from dateline.weave.heading import heading
from tests.weave.timeline_pile import pile

LONGEST = 90


def entry_of(sentence: str) -> tuple[Entry, Annotated]:
    """An entry that rests on a report's first sentence."""
    annotated = pile([("2019-05-08", sentence + " Traders in the old town waited for news of the crossing.")]).reports[
        0
    ]
    first = annotated.notes.sentences[0]
    place = cite(annotated.report, first.start, first.end)
    return Entry("e1", day_span(dt.date(2019, 5, 7)), place.quote, "happened", 0.5, (), None, (place,)), annotated


@pytest.mark.parametrize(
    ("sentence", "short"),
    [
        ("Engineers closed the Orwell Bridge on Tuesday.", "Engineers closed the Orwell Bridge"),
        ("On Tuesday, engineers closed the Orwell Bridge.", "Engineers closed the Orwell Bridge"),
        ("Engineers closed the Orwell Bridge on Tuesday, .", "Engineers closed the Orwell Bridge"),
        ("Engineers closed the bridge south of the capital, .", "Engineers closed the bridge south of the capital"),
        ("-- Engineers closed the Orwell Bridge.", "Engineers closed the Orwell Bridge"),
        (
            "Engineers closed the Orwell Bridge on Tuesday, but it remains unclear when it will be open for lorries.",
            "Engineers closed the Orwell Bridge",
        ),
        (
            "The mayor of Harbury was confronted with calls for her resignation yesterday after a pier collapsed.",
            "The mayor of Harbury was confronted with calls for her resignation",
        ),
        ("In a rare night sitting, the council voted for a new bridge.", "The council voted for a new bridge"),
        (
            "Engineers closed the Orwell Bridge while a storm brought down old trees around the town of Harbury.",
            "Engineers closed the Orwell Bridge",
        ),
        (
            "Engineers closed the Orwell Bridge three weeks after divers had warned of cracks in its old stone piers.",
            "Engineers closed the Orwell Bridge three weeks after divers had warned of cracks",
        ),
        (
            "The keeper Ole Berg has been found guilty of theft for the loss of a bell, and the court of Arden rose.",
            "The keeper Ole Berg has been found guilty of theft for the loss of a bell",
        ),
        (
            "Harbury's mayor, Alice Grant, opened the new bridge.",
            "Harbury's mayor, Alice Grant, opened the new bridge",
        ),
        ("2019: Engineers closed the Orwell Bridge.", "Engineers closed the Orwell Bridge"),
        (
            "Traders of Harbury marched to the town hall to call for an end to the closure that had cost them so much.",
            "Traders of Harbury marched to the town hall",
        ),
        ("Two piers of the bridge had cracked, divers said.", "Two piers of the bridge had cracked, divers said"),
    ],
)
def test_heading_is_the_main_clause(sentence: str, short: str) -> None:
    assert heading(*entry_of(sentence), LONGEST) == short


@pytest.mark.parametrize(
    "sentence",
    [
        "If the court agrees, the council will close the bridge.",  # the clause alone would tell it as settled
        "According to divers, two piers of the bridge had cracked.",  # and this on nobody's word
        "Outraged traders of the old town.",
        "Why did the council close the bridge?",
        "Think of all who crossed the bridge.",
        '"We closed the bridge in time," the mayor said.',
    ],
)
def test_heading_is_none_where_no_clause_stands_alone(sentence: str) -> None:
    assert heading(*entry_of(sentence), LONGEST) is None


def test_heading_keeps_on_whose_word_it_is_told() -> None:
    told = "Two piers of the Orwell Bridge had cracked down to the river bed, a spokesman for the county's divers said."
    assert heading(*entry_of(told), LONGEST) is None
    assert heading(*entry_of(told), 120) == told.rstrip(".")


@pytest.mark.parametrize(
    "sentence",
    [
        "A jury found Ole Berg, the founder of the ferry company, guilty of fraud after a trial of eleven long weeks.",
        "Text of the remarks that the mayor made at the old bridge.",
    ],
)
def test_heading_is_none_where_its_verb_wants_more(sentence: str) -> None:
    assert heading(*entry_of(sentence), LONGEST) is None
