"""What of a big pile about somebody is news, and what a remark, colour, a plan gone by or another's doing."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline.model.story import Entry
from dateline.weave.timeline import entries
from dateline.weave.timeline.as_news import reads_as_news
from dateline.weave.timeline.features import is_feature
from dateline.weave.timeline.painting import paints
from dateline.weave.timeline.remarks import gives_opinion, in_court, is_confirmed, only_comments
from dateline.weave.timeline.slight import does, only_meets, says_nothing
from dateline.weave.timeline.undone import is_undone, was_to_be
from tests.weave.timeline_pile import pile

HEAD = "Ruth Aker, the mayor of Arden, met the council of Arden about the ferry"


def _big(*sentences: str, day: str = "2019-05-20") -> tuple[Entry, ...]:
    """The timeline of a big pile about Ruth Aker of Arden, each of whose last reports opens with a sentence."""
    rows = []
    for number in range(14):
        on = dt.date(2019, 5, 1) + dt.timedelta(number)
        rows.append((on.isoformat(), f"{HEAD} on {on:%A}, and Aker saw quay {number + 20}.\n\nAker left Arden."))
    rows += [(day, f"{sentence}\n\nAker was seen in Arden.\n\nAker likes the sea.") for sentence in sentences]
    rows.append(("2019-07-01", "Ruth Aker left the council of Arden on 30 June after nine years."))
    return entries(pile(rows), detail="full")


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("Ruth Aker closed the northern wharf of Arden on 18 May.", True),
        ("Ruth Aker said on 18 May that she would close the northern wharf of Arden.", True),
        ("Ruth Aker said on 18 May that the northern wharf of Arden has a fine view.", False),
        ("Ruth Aker praised the northern wharf of Arden on 18 May as a model for the coast.", False),
        ("Sailors gathered at the northern wharf of Arden on 18 May to see Ruth Aker go by.", False),
        ("There were doubts on 18 May that Ruth Aker had closed the northern wharf of Arden.", False),
        ("Ruth Aker also closed the northern wharf of Arden on 18 May.", False),
        ("Ruth Aker closed the northern wharf of Arden on 18 May, says www.arden.example.", False),
        ("The first dredging of the northern wharf by Ruth Aker begins today at Arden.", True),
        ("Hope for the northern wharf of Arden grew on 18 May when Ruth Aker closed it...", False),
        ("Ruth Aker paid tribute at the northern wharf of Arden on 18 May to the old pilots.", False),
        ("Ruth Aker’s remarks followed a letter of 18 May on the northern wharf of Arden.", False),
        ("Ruth Aker laughed off a note of 18 May on the northern wharf of Arden.", False),
        ("Ruth Aker may have closed the northern wharf of Arden on 18 May, but few sailors saw it.", False),
        ("Pictures have emerged of Ruth Aker closing the northern wharf of Arden on 18 May.", False),
        ("Ruth Aker is to close the northern wharf of Arden on 28 May.", False),
        (
            (
                "A trader of the hills closed the northern wharf on 18 May after three long years of quarrels with the"
                " port, its guards, its pilots and a bank on the far side of the bay, which Ruth Aker knows."
            ),
            False,
        ),
    ],
)
def test_of_a_story_about_somebody_one_text_makes_a_line_of_their_deeds(sentence: str, shown: bool) -> None:
    assert any("northern wharf" in entry.text for entry in _big(sentence)) is shown


@pytest.mark.parametrize(
    ("lemma", "text", "only"),
    [
        ("try", "tried to deflect questions on the wharf", True),
        ("try", "tried to close the wharf", False),
        ("seek", "sought on Monday to play down the fire", True),
        ("seek", "sought to leave the council", False),
        ("seek", "sought to undermine a witness in court", False),
    ],
)
def test_trying_to_sway_what_others_think_is_no_deed(lemma: str, text: str, only: bool) -> None:
    assert only_comments(lemma, text, 0, by_them=True) is only


@pytest.mark.parametrize(
    ("text", "opinion"),
    [
        ("Traders expressed deep concern yesterday over the bank.", True),
        ("The minister warned on Monday against a new levy.", True),
        ("The minister warned that the bank would fail.", False),
        ("Aker said in an interview that the bank is sound.", True),
        ("Aker told the council that it must close the bank.", True),
        ("Aker suggested today that the bank may be bought.", True),
        ("The town needs to close the bank, its mayor said on Monday.", True),
        ("Aker said: “You must close the bank” and closed it.", False),
        ("Aker closed the bank on Monday.", False),
        ("Aker and Lee confirmed on Monday that they will not lead the envoys at a conference.", True),
    ],
)
def test_opinion_is_told_from_deeds_in_any_story(text: str, opinion: bool) -> None:
    assert gives_opinion(text) is opinion


def test_a_sitting_that_is_broken_off_till_the_next_day_is_no_news() -> None:
    assert says_nothing("adjourn", "The court adjourned early on Monday.", 10, said=False)
    assert not says_nothing("adjourn", "The court adjourned the trial until March.", 10, said=False)


def test_a_month_has_no_line_beside_its_days() -> None:
    told = "Ruth Aker sold the old lighthouse of Arden in May."
    assert not any("lighthouse" in entry.text for entry in _big(told, told + " She was glad.", day="2019-06-20"))


def test_two_reports_of_one_event_make_one_line() -> None:
    found = _big(
        "Ruth Aker closed the northern wharf of Arden on 18 May after a fire in its sheds.",
        "On 18 May a fire in the sheds made Ruth Aker shut the northern wharf.",
    )
    assert sum("northern wharf" in entry.text for entry in found) == 1


@pytest.mark.parametrize(
    ("lemma", "text", "by_them", "only"),
    [
        ("say", "said that the plan is bad", True, True),
        ("say", "said that the council was studying a plan", True, True),
        ("say", "said that the council was selling the pier", True, False),
        ("say", "said that she would keep her promise", True, True),
        ("repeat", "repeated her call for a plan", True, True),
        ("say", "said that the plan will be dropped", True, False),
        ("say", "said in court that the plan was bad", False, False),
        ("say", "said in an interview that the plan will be dropped", True, True),
        ("say", "said that she would release the papers and bow to the will of the town", True, True),
        ("tell", "told Reuters that the pier will be sold", True, True),
        ("tell", "told the council that the pier will be sold", True, False),
        ("tell", 'told a rally: "We are many"', True, True),
        ("urge", "urged the council to act", False, True),
        ("urge", "urged the council to act", True, False),
        ("ask", "asked the council to act", False, True),
        ("ask", "asked a judge to act", False, False),
        ("deny", "denied the charge", True, False),
        ("mock", "mocked the charge", True, True),
        ("demand", "demanded an urgent inquiry into the fire", False, False),
        ("demand", "demanded better wharves", False, True),
        ("reject", "rejected claims that the pier was sold", True, True),
        ("reject", "rejected the offer of the brewers", True, False),
        ("warn", "warned the council against a levy", True, True),
        ("warn", "warned the council not to sell the pier", True, True),
        ("warn", "warned that the bank would fail", True, False),
        ("allege", "alleged that the pier was sold", True, True),
        ("allege", "alleged in court that the pier was sold", True, False),
        ("escalate", "escalated the dispute by claiming that the pier was sold", True, True),
        ("open", "opened the campaign by saying that the pier was sold", True, False),
        ("escalate", "escalated the dispute by closing the pier", True, False),
        ("tell", "told the council that the town would not retreat", True, True),
        ("tell", "told the council that the town would not pay", True, False),
        ("call", "called yesterday for the press to leave her alone", False, True),
        ("call", "called a meeting", False, False),
        ("say", "said that the results would soon be known", True, True),
        ("say", "said that the council would announce its verdict", True, True),
        ("say", "said that the council should sell the pier", True, True),
        ("signal", "signalled a new start when she predicted a boom", True, True),
        ("open", "opened the race by attacking Holm as a liar", True, False),
        ("kick", "kicked off the race by attacking Holm as a liar", True, True),
    ],
)
def test_a_comment_is_told_from_a_deed(lemma: str, text: str, by_them: bool, only: bool) -> None:
    assert only_comments(lemma, text, 0, by_them=by_them) is only


@pytest.mark.parametrize(
    ("lemma", "text", "nothing"),
    [
        ("hold", "held talks yesterday with the harbour master", True),
        ("hold", "held talks yesterday about the harbour", False),
        ("meet", "met the harbour master on Monday", True),
        ("meet", "met the harbour master to end the strike", False),
        ("come", "came after the storm", True),
        ("fly", "flew into Arden last night for a summit on fishing", True),
        ("fly", "flew into Arden last night for talks on fishing and signed a pact", False),
        ("head", "heads to Arden today to cement its ties", True),
        ("break", "broke down in tears on Monday as sailors spoke", True),
        ("break", "broke down in tears on Monday after being charged", False),
        ("meet", "meets sailors today to end the strike", True),
        ("leave", "left Arden for talks at home", False),
        ("fly", "flew into Arden last night to stand trial", False),
        ("tell", "told a crowd on the quay", True),
        ("arrive", "arrived in Arden yesterday to bolster the council", True),
        ("arrive", "arrived in Arden yesterday to lead the council", False),
        ("fly", "flew into Arden, the old port, this morning ahead of the funeral of a pilot", True),
        ("fly", "flew into Arden for talks on fishing and admitted that the fleet was small", True),
        ("face", "face off today over the harbour", True),
    ],
)
def test_talks_without_a_subject_tell_nothing(lemma: str, text: str, nothing: bool) -> None:
    assert says_nothing(lemma, text, 0, said=True) is nothing


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("Now that the wharf is closed, it is worth a look back.", True),
        ("There was talk of a new wharf on Monday.", True),
        ("7.45am: The mayor arrives at the wharf.", True),
        ("The fall cannot have been pleasant for the mayor.", True),
        ("A short hearing today, as Judge Hale set the terms of the trial.", True),
        ("A hearing on the wharf was held on Monday.", False),
        ("Reporters from all towns massed outside as Aker left.", True),
        ("Yesterday, as on Sunday, no boat was a match for that of Aker.", True),
        ("Yesterday, as the wharf burnt, Aker left the council.", False),
        ("Mayor Aker heads to Arden today to cement its ties.", True),
        ("A sailor has written a fine comment on Aker for the Arden Post today.", True),
        ("Aker was sure that she would win, according to a new book, published on Monday.", True),
        ("The mayor closed the wharf on Monday.", False),
    ],
)
def test_a_feature_is_known_by_its_opening(text: str, feature: bool) -> None:
    assert is_feature(text) is feature


def test_what_is_said_in_court_is_news() -> None:
    assert in_court("The jury heard from the harbour master.")
    assert not in_court("The council heard from the harbour master.")


def test_what_another_does_on_one_day_is_not_told_for_what_the_protagonist_does_on_the_next() -> None:
    found = _big("Ann Holm sold the southern wharf of Lunde on 16 May and Ruth Aker bought the northern one on 18 May.")
    assert "2019-05-16" not in {entry.date.value for entry in found}


@pytest.mark.parametrize(
    ("sentence", "comments"),
    [
        ("The mayor of Arden has been found safe at sea, police said today.", False),
        ("The mayor of Arden has been found safe at sea, her brother said.", False),
        ("The harbour has damaged the town, police said today.", True),
        ("The mayor is a friend of the town, police said today.", True),
        ("The mayor of Arden has been called a hero, Ann Lee said today.", True),
    ],
)
def test_what_those_say_who_have_to_know_is_no_comment(sentence: str, comments: bool) -> None:
    assert only_comments("say", sentence, sentence.index("said"), by_them=False) is comments


def test_what_somebody_feels_is_a_comment_in_court_as_well() -> None:
    sentence = "The prosecutor told the court that he was optimistic about the trial."
    assert only_comments("tell", sentence, sentence.index("told"), by_them=True)


@pytest.mark.parametrize(
    ("words", "deed"),
    [
        ("was today appointed as leader", True),
        ("was in the town", False),
        ("was yesterday described as a sailor", False),
        ("carried out a search", True),
        ("carried a bag", False),
        ("took office", True),
        ("walked free from court", True),
        ("faced a series of walkouts", True),
        ("faced the sea", False),
        ("took a walk", False),
        ("took the yellow jersey", True),
        ("appeared before a special court to face charges", True),
        ("appeared to be calm in court", False),
    ],
)
def test_a_verb_of_state_tells_a_deed_with_the_words_after_it(words: str, deed: bool) -> None:
    assert does(f"Aker {words}.", 5, 5 + len(words)) is deed


@pytest.mark.parametrize(
    ("sentence", "news"),
    [
        ("Aker joined the sailors in blaming Holm, writes harbour editor Ann Lee.", False),
        ("Aker joined the sailors in blaming Holm, who writes for Ann Lee.", True),
        ("Aker left Arden yesterday, saying “Our wharf has lost its best son.", False),
        ("Aker left Arden yesterday, saying â€œOur wharf has lost its best son.", False),
        ("Aker left Arden yesterday, saying “Our wharf has lost its best son.”", True),
        ("Ruth Aker will today open the wharf of Arden.", False),
        ("Ruth Aker will open the wharf of Arden in May.", True),
        ("Police Aker fired through the door of the wharf.", False),
        ("Police said Aker fired through the door of the wharf.", True),
        ("(Aker's speeches on Monday had the same theme.)", False),
        ("One of the main questions of the case is how Aker sold the wharf.", False),
    ],
)
def test_news_is_nobodys_signed_line_nor_broken_off_nor_still_to_come(sentence: str, news: bool) -> None:
    assert reads_as_news(sentence, 5) is news


def test_of_what_a_few_texts_tell_the_sentence_with_the_full_names_is_shown() -> None:
    bare = "On 18 May, Aker was taken to court by Mr Holm, who wants the northern wharf."
    full = "Ruth Aker of Arden was taken to court on 18 May by Peter Holm, a trader, over the northern wharf."
    later = "Ruth Aker of Arden was taken to court on 18 May over the northern wharf, and the traders also cheered."
    shown = {entry.date.value: entry.text for entry in _big(bare, full, later)}
    assert shown["2019-05-18"] == full


@pytest.mark.parametrize(
    ("sentence", "painted"),
    [
        ("Aker came face-to-face with the sailors of Arden.", True),
        ("A shambolic and confused Aker closed the wharf.", True),
        ("A hawkish Aker closed the wharf.", False),
        ('Aker closed the wharf, which she called "bizarre and absurd".', False),
        ("Aker came under pressure after the wharf sank.", False),
        ("Tensions rose in Arden yesterday as Aker spoke.", True),
        ("Legal action against Aker increased yesterday as sailors lost hope.", True),
        ("The crisis deepened yesterday when Aker left the council.", False),
        ("The crisis deepened yesterday when Aker warned the council.", True),
        ("Aker made comments which were not like her.", True),
        ("Aker broke her silence on the wharf yesterday.", True),
        ("Aker weeps in court as sailors praise her.", True),
        ("Aker gave an interview to the Arden Post.", True),
        ("Aker gave an interview to the Arden Post, insisting that the wharf is safe.", False),
        ("Aker launched an outspoken attack on the council.", True),
        ("Rebels launched an attack on Arden.", False),
        ("Holm launched a new attack on Aker, calling her a liar.", True),
        ("Pressure on Aker grew yesterday after the bank closed her account.", False),
        ("Aker was arrested as tensions rose in Arden.", False),
        ("A row broke out yesterday over Aker and her wharf.", True),
        ("The contest for the council intensified today as Aker spoke.", True),
        ("The prospects of a new wharf were dealt a blow yesterday as Aker spoke.", True),
        ("Aker issued a testy response to the sailors.", True),
        ("Aker visited the sailors to offer their families her condolences.", False),
        ("Aker visited the sailors to offer her condolences.", True),
        ("Hundreds turned out to cheer Aker.", True),
        ("Hundreds turned out the lights.", False),
        ("Aker met Holm for a simple breakfast of bread.", True),
        ("Aker kept a low profile on Monday.", True),
        ("Aker turned up in the harbour on Monday.", True),
        ("Friends of Aker rallied council members around her.", False),
        ("Friends of Aker have rallied council supporters around her.", True),
        ("Aker was met on the podium by the oldest sailor.", True),
        ("Aker spoke all night, in a show of her skill.", True),
        ("Aker called on the council as her frustration boiled over.", True),
        ("A boring speech, devoid of jokes, opened the wharf.", True),
        ("Aker fuelled speculation over the wharf.", True),
        ("Aker met a hostile reception when she saw the council.", True),
        ("Sailors agreed with the conventional wisdom that Aker had won.", True),
    ],
)
def test_comments_tell_in_figures_of_speech_or_judge_more_than_once(sentence: str, painted: bool) -> None:
    assert paints(sentence) is painted


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("Traders of the hills on 18 May bought the northern wharf after Ruth Aker's speech.", False),
        ("Peter Holm, a trader and once a friend of Ruth Aker, closed the northern wharf of Arden on 18 May.", False),
        ("Police searched the northern wharf and Ruth Aker's home in Arden on 18 May.", True),
        ("Writing in the Arden Post on 18 May, Ruth Aker closed the northern wharf.", False),
        ("Ruth Aker's supporters closed the northern wharf of Arden on 18 May.", False),
        ("The king on 18 May confirmed Ruth Aker's second term and opened the northern wharf of Arden.", True),
        ("Ruth Aker claimed on 18 May that the northern wharf of Arden has a fine view.", False),
        ("After the storm, fans began to gather at the wharf of Arden on 18 May for Ruth Aker.", False),
        ("Sailors sold the northern wharf on 18 May, hours after Peter Holm had blamed Ruth Aker.", False),
        ("Ruth Aker spent Christmas of that year in Arden and closed the wharf there on 18 May.", False),
        ("A second man has closed the northern wharf of Arden on 18 May for Ruth Aker.", False),
        ("On Monday came the news on 18 May that Ruth Aker had closed the northern wharf.", False),
    ],
)
def test_what_others_do_beside_somebody_and_press_reviews_make_no_line(sentence: str, shown: bool) -> None:
    assert ("2019-05-18" in {entry.date.value for entry in _big(sentence)}) is shown


def test_what_two_days_tell_alike_is_told_once() -> None:
    first = "Ruth Aker sold the northern wharf of Arden to a brewer from the hills on 18 May."
    again = "Ruth Aker on 19 May sold the northern wharf of Arden to a brewer from the hills, sailors said."
    assert len([entry for entry in _big(first, again) if "brewer" in entry.text]) == 1


def test_a_deed_seldom_done_twice_is_told_once_in_two_days() -> None:
    first = "Ruth Aker was granted a licence for the northern wharf of Arden on 18 May by a judge in the hills."
    again = "A court granted Ruth Aker of Arden her licence on 19 May, which ended three long years of quarrels."
    assert len([entry for entry in _big(first, again) if "licence" in entry.text]) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Ruth Aker, who had lost three votes in the council, was also fined on 18 May over the northern wharf.",
        "Today, sailors of the northern wharf of Arden are in the news, and Ruth Aker with them.",
        "Traders from the Ruth Aker-led party were fined over the northern wharf on 18 May.",
    ],
)
def test_what_came_on_top_and_what_followers_bear_make_no_line(sentence: str) -> None:
    assert not [entry for entry in _big(sentence, day="2019-05-18") if "northern wharf" in entry.text]


def test_what_others_only_foretold_does_not_make_a_scene_of_the_day_news() -> None:
    plans = [f"Ruth Aker will open the northern wharf of Arden on 28 May, she told crew {n}." for n in range(4)]
    scene = "Besides all of the attention given to Ruth Aker, traders go to the northern wharf of Arden on 28 May."
    assert not [entry for entry in _big(*plans, scene) if "Besides" in entry.text]


def test_what_somebody_is_accused_of_is_told_on_its_day() -> None:
    sentence = "Ruth Aker, 48, was accused of burning the northern wharf of Arden on 18 May."
    assert [entry.date.value for entry in _big(sentence, day="2019-06-20") if "accused" in entry.text] == ["2019-05-18"]


@pytest.mark.parametrize(
    ("line", "only"),
    [
        ("Minister Ruth Aker meets sailors of Arden.", True),
        ("Aker met sailors", True),
        ("Aker meets sailors to end the strike.", False),
        ("Aker meets sailors, and the strike ends.", False),
        ("Aker first meets Lee.", True),
        ("Aker closes the wharf.", False),
    ],
)
def test_a_line_that_tells_no_more_than_a_meeting_is_known(line: str, only: bool) -> None:
    assert only_meets(line) is only


@pytest.mark.parametrize(
    ("sentence", "planned", "undone"),
    [
        ("Lee was due to open the line on Monday.", True, False),
        ("The talks had been scheduled for Friday.", True, False),
        ("Lee was expected by many.", False, False),
        ("The court has not yet ruled on Lee's appeal.", False, True),
        ("There was no vote on Tuesday.", False, True),
        ('Lee said: "There was no vote."', False, False),
        ("Lee opened the line on Monday, though it was not finished.", False, False),
    ],
)
def test_what_was_planned_or_did_not_come_is_known_by_its_words(sentence: str, planned: bool, undone: bool) -> None:
    assert was_to_be(sentence) == planned
    assert is_undone(sentence) == undone


@pytest.mark.parametrize(
    ("sentence", "confirmed"),
    [
        ("Lee will return home, his brother said last night.", True),
        ("Lee is to open the line, it was announced on Monday.", True),
        ("Lee will return home, Kirk said last night.", False),
        ("The police said last night that Lee will return home.", False),
    ],
)
def test_a_sentence_that_ends_on_those_who_have_to_know_is_confirmed(sentence: str, confirmed: bool) -> None:
    assert is_confirmed(sentence) is confirmed
