from __future__ import annotations

import pytest

from dateline.model.annotations import Sentence
from dateline.weave.timeline import entries
from dateline.weave.timeline.clauses import is_comment, is_furniture, is_main
from tests.weave.timeline_pile import pile

NEWS = (
    'The council of Arden closed the bridge on Tuesday. "I think we should have closed it earlier, and my colleagues '
    'must say so," Mayor Ann Lee said. "Perhaps we waited too long." Divers had found cracks in two piers.'
)
VIEWS = (
    "I have crossed the Arden bridge every day. It should have been closed earlier, and the mayor must say why it was "
    "not. Perhaps we all looked away. My own view is that somebody ought to resign."
)


def test_comment_speaks_for_its_writer() -> None:
    assert is_comment(VIEWS)


def test_news_that_quotes_views_is_no_comment() -> None:
    assert not is_comment(NEWS)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("An inquiry into the sinking of two boats on April 11 is to report on May 2.", ["2017-05-02"]),
        ("The council will close the Orwell Bridge on April 25.", ["2017-04-25"]),
        ("The Orwell Bridge was due to open on April 11.", ["2017-04-11"]),
        ("The heads of the ferries spoke of the Orwell fair, which closed on April 29, 2017.", []),
    ],
)
def test_a_verb_is_put_on_no_day_that_its_tense_rules_out(text: str, wanted: list[str]) -> None:
    report = f"Mayor Alice Grant of Orwell met fishermen.\n\n{text}"
    found = {entry.date.value for entry in entries(pile([("2017-04-19", report)]))}
    assert sorted(found - {"2017-04-19"}) == wanted


@pytest.mark.parametrize(
    "line",
    [
        "ruthaker 10:15 ET March 2, 2017 RETWEET The ferry to the northern isles has sunk.",
        "At 5:56 pm on March 2, 2017 Ruth wrote: The ferry to the northern isles has sunk.",
    ],
)
def test_the_head_of_a_message_is_a_line_of_the_page(line: str) -> None:
    assert is_furniture(line, Sentence(0, len(line), 0, "body"), [])


@pytest.mark.parametrize(
    ("before", "own", "main"),
    [
        (
            "Lee, the mayor, said on Sunday she disliked the cuts, half of them to schools, ",
            "that came on Friday",
            False,
        ),
        ("Lee, the mayor, on her last day, ", "she left on Friday", True),
        ("", "Lee's battered face is in all papers today", False),
        ("", "Lee battered the door today", True),
        ("", "Today, the mayor, Ann Lee, elected three years ago by the old town, left for the hills", False),
        ("", "In a long opening to her speech on Friday, Lee mocked her rival", False),
        ("", "Lee's friends wear red in a nod to the vote, in 2009, when she made red known", False),
    ],
)
def test_a_relative_clause_or_a_participle_beside_a_noun_is_no_main_one(before: str, own: str, main: bool) -> None:
    text = f"{before}{own}."
    verbs = ("came", "elected", "left", "battered", "opening", "made")
    head = next(place for verb in verbs if (place := text.find(verb, len(before))) >= 0)
    assert is_main(text, Sentence(0, len(text), 0, "body"), len(before), head, "happened") is main
