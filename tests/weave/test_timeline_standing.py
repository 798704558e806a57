from __future__ import annotations

import datetime as dt

import pytest

from dateline.annotate.report import annotate
from dateline.model.annotations import Annotated
from dateline.read.reports import make_report
from dateline.weave.timeline.build import Pile
from dateline.weave.timeline.clauses import is_main
from dateline.weave.timeline.gist import only_ones
from dateline.weave.timeline.standing import (
    goes_on,
    initials_explained_before,
    is_torn,
    leaves_somebody,
    points_back,
    pronoun_ahead,
    runs_on,
)
from tests.weave.timeline_pile import pile


@pytest.mark.parametrize(
    ("sentence", "before", "back"),
    [
        ("Aker opened the stadium on Monday.", "The town has built a new stadium.", True),
        ("Aker opened the stadium of Arden on Monday.", "The town has built a new stadium.", False),
        ("Aker opened a hall and left the hall on Monday.", "The town has built a hall.", False),
        ("Sailors welcomed the move on Monday.", "Aker closed the port.", True),
        ("Sailors welcomed the move to a new port on Monday.", "", False),
        ("A plan was put to the council, and sailors welcomed the proposal.", "", False),
        ("Aker called the singer on Monday.", "There was a singer in Arden.", False),
        ("Aker will answer this call on Monday.", "", True),
        ("Aker will answer this year.", "", False),
        ("Aker said that proposals were late.", "", False),
        ("Yesterday, Brightline agreed to buy the bank for $5m.", "Harbour Savings was in trouble.", True),
        ("Harbour Savings said that the bank was sound.", "", False),
        ("The head of Harbour Savings has confirmed the company is to open a ferry line.", "", False),
        ("The magnitude 6 tremor woke the town.", "", False),
        ("Nine traders were held in the raids.", "", True),
        ("Nine traders were held in the raids on the port.", "", False),
    ],
)
def test_a_noun_points_back_to_what_only_the_text_before_tells(sentence: str, before: str, back: bool) -> None:
    assert points_back(sentence, before, {"singer"}) is back


@pytest.mark.parametrize(
    ("sentence", "goes"),
    [
        ("Earlier in the day, Aker had met sailors.", True),
        ("Convening the council that Sunday, Aker was blunt.", True),
        ("On 4 May Aker met sailors and left that night.", False),
        ("On the Wednesday, Aker met sailors.", True),
        ("Aker signed yesterday's agreement in the harbour.", True),
        ("Aker signed yesterday's agreement between the two ports.", False),
        ("In that regard, the vote was a success.", True),
        ("Earlier on Monday, Aker met sailors.", True),
        ("In an interview with the same paper, Aker spoke of sailors.", True),
        ("Aker met sailors on the same terms as before.", False),
        ("Just 48 hours earlier Aker had met sailors.", True),
        ("The letter from Aker was read out on Monday.", True),
        ("A letter from Aker was read out on Monday.", False),
        ("Aker ended months of speculation on Monday at the council.", True),
        ("Aker ended months of speculation on Monday by selling the pier.", False),
        ("In today's 10-minute session, Aker met sailors.", True),
        ("In today's session of the council, Aker met sailors.", False),
        ("Aker met sailors here on Monday.", True),
        ("Another sailor met Aker on Monday.", True),
        ("Aker lost another of her friends on Monday.", True),
        ("Aker met sailors in the harbour.", False),
        ("Aker met sailors there on Monday.", True),
        ("Aker went over there to meet sailors.", False),
    ],
)
def test_a_sentence_goes_on_from_the_one_before(sentence: str, goes: bool) -> None:
    assert goes_on(sentence) is goes


@pytest.mark.parametrize(
    ("sentence", "ahead"),
    [
        ("Many members of the council treated him as a stranger.", True),
        ("Only two sailors were outside her flat on Monday.", True),
        ("Ruth Aker opened her hall on Monday.", False),
        ("In his speech on Monday, Ruth Aker named the ferry.", False),
        ("The singer opened her hall on Monday.", False),
    ],
)
def test_a_pronoun_stands_before_anybody_whom_it_could_mean(sentence: str, ahead: bool) -> None:
    report = make_report(sentence, published="2019-05-20")
    annotated = Annotated(report, annotate(report))
    assert pronoun_ahead(annotated, 0, len(report.text)) is ahead


@pytest.mark.parametrize(
    ("sentence", "verb", "main"),
    [
        ("Aker opened the hall on Monday.", "opened", True),
        ("Fears grew, Aker said on Monday.", "said", True),
        ("As fears grew, Aker opened the hall on Monday.", "opened", True),
        ("As Aker conceded on Monday, the hall is full.", "conceded", False),
        ("Aker closed the port, leaving ships outside on Monday.", "leaving", False),
        ("Aker, seeking an end to the strike, offered talks on Monday.", "offered", True),
        ("Sailors opened a letter posted on Monday.", "posted", False),
        ("Aker closed the port but opened the hall on Monday.", "opened", True),
        ("Aker has closed the port, it emerged on Monday.", "emerged", True),
    ],
)
def test_a_clause_is_what_its_sentence_tells(sentence: str, verb: str, main: bool) -> None:
    report = make_report(sentence, published="2019-05-20")
    notes = annotate(report)
    event = next(e for e in notes.events if e.head and report.text[e.head.start : e.head.end] == verb)
    assert event.head is not None
    assert is_main(report.text, notes.sentences[0], event.start, event.head.start, event.status) is main


def test_the_gist_is_what_many_texts_open_with() -> None:
    rows = [
        (
            (dt.date(2019, 5, 1) + dt.timedelta(number)).isoformat(),
            f"The ferry of Arden met storm {number} on {number + 1} May.\n\nQuay {number} was full.",
        )
        for number in range(20)
    ]
    gist = Pile(pile(rows)).vectors.gist
    assert {"ferry", "arden", "storm"} <= gist.known
    assert gist.about(["ferry", "storm"]) > gist.about(["piano"]) == 0.0


@pytest.mark.parametrize(
    ("sentence", "fused"),
    [
        ("The judge told her to sell no medicine Ruth Aker's doctor has denied a charge of fraud.", True),
        ("Sailors left angry by star's death Ruth Aker has closed the old harbour.", True),
        ("The judge told her to sell no medicine, and Ruth Aker has denied a charge.", False),
        ("Sailors who met the painter Ruth Aker have closed the old harbour.", False),
        ("Sailors praised Ruth Aker, who has closed the old harbour.", False),
    ],
)
def test_a_name_that_opens_a_second_sentence_shows_that_a_caption_ran_in(sentence: str, fused: bool) -> None:
    report = make_report(sentence, published="2019-05-20")
    assert runs_on(Annotated(report, annotate(report)), 0, len(sentence)) is fused


def test_readers_know_a_thing_of_which_the_story_has_one() -> None:
    text = "The trial of Aker began. Banks fell, and a bank closed, as banks do. The trial went on. The bank failed."
    report = make_report(text, published="2019-05-20")
    assert only_ones({"trial", "bank"}, [Annotated(report, annotate(report))]) == {"trial"}


@pytest.mark.parametrize(
    ("before", "sentence", "torn"),
    [
        ("The father of Arden governor\n", "Ruth Aker's son sold the wharf.", True),
        ("Two witnesses have told the court, said the sailor\n", "Ruth Aker sold the wharf.", True),
        ("Two boats were given to the harbour\n", "The council sold the wharf.", False),
        ("The death of\n", "Ruth Aker was an accident.", True),
        ("A ferry for Arden\n", "Ruth Aker sold the wharf.", False),
        ("The father of the governor.\n", "Ruth Aker's son sold the wharf.", False),
        ("", "Gunmen shot a sailor in his office April 6 Aker sold the wharf.", True),
        ("", "Aker called it ‘a grave error’ The departure of the mayor came later.", True),
        ("", "Aker called it ‘a grave error’ on Monday.", False),
    ],
)
def test_a_sentence_is_torn_where_the_line_before_it_runs_on(before: str, sentence: str, torn: bool) -> None:
    report = make_report(before + sentence, published="2019-05-20")
    assert is_torn(Annotated(report, annotate(report)), len(before), len(before + sentence)) is torn


@pytest.mark.parametrize(
    ("before", "sentence", "back"),
    [
        ("The Harbour Safety Office (HSO) met. ", "The HSO shut the pier.", True),
        ("The Harbour Safety Office met. ", "The HSO shut the pier.", True),
        ("The harbour office met. ", "The HSO shut the pier.", False),
        ("The Federal Bureau of Investigation met. ", "The FBI shut the pier.", False),
        ("The Harbour Safety Office (HSO) met. ", "The Harbour Safety Office (HSO) shut the pier.", False),
        ("The Arden Ferry Line (AFL) met. ", "The AFL shut the pier.", False),
    ],
)
def test_initials_need_their_meaning_unless_all_readers_know_them(before: str, sentence: str, back: bool) -> None:
    text = before + sentence
    assert initials_explained_before(text, len(before), len(text), {"afl"}) is back


def test_a_participle_before_the_subject_is_no_clause() -> None:
    text = "Arden's ousted mayor Ruth Aker was last night beginning a life sentence after a judge found her guilty."
    sentence = pile([("2019-05-20", text)]).reports[0].notes.sentences[0]
    assert is_main(text, sentence, text.index("mayor"), text.index("was"), "happened")


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        ("Ruth Aker sues the physician.", True),
        ("Ruth Aker sues the singer.", False),
        ("Ruth Aker sues the physician of Arden.", False),
        ("Ruth Aker sues a physician.", False),
    ],
)
def test_a_person_told_only_by_what_he_is_has_to_be_known(text: str, leaves: bool) -> None:
    assert leaves_somebody(text, {"singer"}) is leaves
