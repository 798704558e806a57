"""Status of events and the day that each belongs to, by worked examples.

In an example ``[...]`` marks a time expression; beside it stand the verb or noun that it dates and the status.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.sentences import sentences
from dateline.annotate.status import find_events, find_events_and_asides
from dateline.model.annotations import Event, Sentence, Timex
from dateline.model.report import Block


def marked(example: str) -> tuple[str, tuple[Sentence, ...], tuple[Timex, ...]]:
    """The text without the brackets, its sentences, and a time expression for each bracket."""
    text, timexes = "", []
    for piece in re.split(r"(\[[^\]]*\])", example):
        if piece.startswith("["):
            timexes.append(Timex(len(text), len(text) + len(piece) - 2, "DATE", "XXXX"))
            piece = piece[1:-1]
        text += piece
    return text, sentences(text, [Block("body", 0, len(text))]), tuple(timexes)


def events(example: str) -> tuple[str, tuple[Timex, ...], tuple[Event, ...]]:
    text, sents, timexes = marked(example)
    return text, timexes, find_events(text, sents, timexes, (), ())


DATED = [
    ("The council met [on Monday].", "meet happened"),
    ("[On Monday], the council approved the budget.", "approve happened"),
    ("The minister said [on Monday] that the bridge would reopen [in May].", "say said; reopen planned"),
    ("The minister said the bridge had collapsed [on Monday].", "collapse reported"),
    ("The bridge collapsed [on Monday], the ministry said.", "collapse reported"),
    ("The court will rule [on Friday].", "rule planned"),
    ("The court is to rule [on Friday] whether the sale may go ahead.", "rule planned"),
    ("The court is due to rule [on Friday].", "rule planned"),
    ("The verdict is expected [on Friday].", "expect expected"),
    ("The rocket is scheduled to lift off [on Friday].", "lift planned"),
    ("The rocket could lift off [on Friday] at the earliest.", "lift expected"),
    ("The mayor asked the drivers [on Monday] to wait until [Friday].", "ask said; wait requested"),
    ("The union urged members [Monday] to keep striking until [the end of the year].", "urge said; keep requested"),
    ("The agency took a decision [last week] to close the plant [on 3 June].", "take happened; close planned"),
    ("The firm postponed until [Friday] a vote which had been set for [Wednesday].", "postpone planned; set postponed"),
    (
        (
            "In Oslo [on Tuesday], an official said the firm had postponed until [Friday] a vote which had been set for"
            " [Wednesday]."
        ),
        "say said; postpone planned; set postponed",
    ),
    ("The vote, postponed from [Wednesday] to [Friday], drew crowds.", "postpone postponed; postpone planned"),
    ("The concert planned for [Saturday] was cancelled.", "plan cancelled"),
    ("They called a law ending [next month] a subsidy for farmers unfair.", "end planned"),
    ("The board backed a plan reached [a week ago] to shut the mine [in July].", "reach happened; shut planned"),
    ("They backed the deal to end the strike that began [in May] [on Sunday].", "begin happened; end planned"),
    ("The minister denied that he had met the envoy [on Monday].", "meet denied"),
    ("The clerk denied [on Monday] that he had lied.", "deny said"),
    ("The hearing set for [May 2] had been due to open [on Monday].", "set planned; open postponed"),
    ("Statements, due to begin [on 24 March], will now begin [on 9 May].", "begin postponed; begin planned"),
    ("The [August 1] hearing had been moved to [Tuesday].", "hearing postponed; move planned"),
    ("[Wednesday]'s hearing was cancelled.", "hearing cancelled"),
    ("The judge set a hearing for [Wednesday].", "set planned"),
    ("The board put off [on Monday] the vote to [Friday].", "postpone postponed; postpone planned"),
    ("The heir is to be sworn in [on August 2].", "swear planned"),
    ("She told of a case that began with his arrest [on May 15].", "arrest happened"),
    ("He called on the board to stop the count [on Friday].", "stop requested"),
    ("The men will fly home [on Monday].", "fly planned"),
    ("Band to play in Arden [on Monday]", "play planned"),
    ("If the pumps failed [on Monday], the mine would flood.", "fail expected"),
    ("Police have arrested two men since [Monday].", "arrest happened"),
    ("Police did not arrest anybody [on Monday].", "arrest denied"),
    ("The firm confirmed [on Friday] it would close the plant [next week].", "confirm happened; close planned"),
    ("After the mayor's resignation [last week], the council chose a successor.", "resignation happened"),
    ("[Friday]'s vote will be close.", "vote planned"),
    ("Twelve dead in mine blast [Monday].", "- happened"),
    ("The talks, which began [on Monday], will end [on Friday], officials said.", "begin reported; end planned"),
    ("The pilots promised to return to work [on Monday].", "return planned"),
    ("The pilots refused to return to work [on Monday].", "return denied"),
    ("The company hopes to resume flights [by Monday].", "resume expected"),
    ("Has the company resumed flights [on Monday]?", "resume expected"),
    ("The prince allegedly left the palace [on Monday].", "leave reported"),
    ("The bank said [on Monday] it was cutting jobs.", "say said"),
    ("Kirk denied that she had told guards to burn letters [in 2004].", "burn denied"),
    ("Kirk dismissed allegations that she had met the owner [in May].", "meet denied"),
    ("Rumours that the mill had burned [on Monday] were wrong.", "burn reported"),
    ("The toy maker recalled the dolls [in 2011] after a fire.", "recall happened"),
    ("The mayor, a former teacher, told clerks [on Monday] that she was ill.", "tell said"),
    ("Ann Kirk, the mayor, offered to step down [on Monday].", "offer happened"),
    ("The firm promised new boats [by June].", "promise planned"),
    ("Nurses asked that the ward be closed [on Friday].", "close requested"),
    ("Kirk had declined because of a dinner meeting [that day].", "meeting happened"),
    ("Police said they would question the driver [on Friday].", "question planned"),
    ("Ann Kirk cancelled a trip planned [for Friday].", "plan cancelled"),
    ("A judge set [March 20] for the hearing.", "set planned"),
    ("The hearing, set for [Sunday], has been pushed back to [May 3].", "set postponed; postpone planned"),
    ("They put off a vote, which had been due on [Friday], until [June 2].", "due postponed; postpone planned"),
    ("The envoy denied that the vote had been put off [on Monday].", "postpone denied"),
    ("The board agreed on condition that the firm close a mill [by June].", "close planned"),
    ("The union demanded that the firm close the mill [by June].", "close requested"),
    ("He said he expected an answer [by June].", "expect expected"),
    ("[Tomorrow] marks the end of the war.", "mark planned"),
    ("Kirk was the first envoy to arrive in Arden [on Saturday].", "arrive happened"),
    ("A man was confirmed to have caught the fever [on Friday].", "catch reported"),
    ("Rescuers [on Wednesday] put off an attempt to dig.", "postpone postponed"),
    ("The firm will pay each bereaved family [by May 1].", "pay planned"),
    ("Arden Foods will unveil its first folding bicycle [on May 2].", "unveil planned"),
    ("Arden Space settled on a [May 11] launch date.", "launch expected"),
    ("The envoys met in advance of a [29 November] hearing.", "hearing expected"),
    ("The firm set a [June 3] deadline for bids.", "deadline expected"),
    ("The club missed a [May 3] deadline.", "deadline happened"),
    ("He was heard at a [May 3] hearing.", "hearing happened"),
    ("On [Monday] talks resumed in Arden.", "resume happened"),
    ("Kirk suggested [today] that the mill would close.", "suggest said"),
    ("Kirk wrote [on May 3] that the mill was safe.", "write said"),
    ("Kirk wrote a play [on May 3].", "write happened"),
    ("In an interview aired [this morning], the mayor acknowledged that the dam leaked.", "acknowledge said"),
    ("The mayor acknowledged in an interview aired [this morning] that the dam leaked.", "acknowledge said"),
    ("The tales that the two sides are telling clash with what the court found [on Monday].", "find happened"),
    ("A tremor struck Arden [on Monday], said Lisa Pohl.", "strike reported"),
    ("A tremor struck Arden [on Monday], the survey said, adding that nobody was hurt.", "strike reported"),
    ("The mayor left [on Monday], and the council said in a note that it was sad.", "leave happened"),
    ("A judge halted a sale that had been set for [Friday].", "set cancelled"),
    ("A judge halted a sale set for [Friday].", "set cancelled"),
    ("Trading halted ahead of a vote set for [Friday].", "set planned"),
    ("Lee was accused of killing a guard at the mill [on 3 May].", "kill reported"),
    ("[In September], a mistrial was declared when the jurors could not agree.", "declare happened"),
    ("Thousands gathered to join hands [today] against the law.", "gather happened"),
    ("The rivals agreed to join forces [today].", "join planned"),
    ("The town gave up hope of finding survivors of [last week]'s earthquake.", "earthquake happened"),
    ("Trading stopped before a vote that had been set for [Friday].", "set postponed"),
    ("The envoy, in remarks published [on Monday], said the talks had failed.", "say said"),
    ("A letter published [on Monday] said the talks had failed.", "say said"),
    ("The firm published a report [on Monday] that said sales fell.", "publish happened"),
    ("A ruling stopping an unlicensed show which had been scheduled for [Friday] drew anger.", "schedule cancelled"),
    ("The council asked Arden and Essing for help late [on Tuesday].", "ask said"),
    ("The council plans to declare the whole country freed [on Sunday].", "declare planned"),
    ("The leader plans to have the road cleared [by Friday].", "clear planned"),
    ("The mayor vowed to have the bridge finished [by Friday].", "finish planned"),
    ("The firm hopes to see the strike ended [on Monday].", "end expected"),
    ("They want the prisoners released [on Saturday].", "release requested"),
    ("The board expects the deal signed [on Monday].", "sign expected"),
    ("He declared the region freed [on Sunday].", "declare said"),
    ("He had his car stolen [on Sunday].", "steal happened"),
    ("Its bid to get a refund failed [on Monday].", "fail happened"),
    ("Those who want peace marched [on Monday].", "march happened"),
    ("Thousands were feared dead [on Tuesday].", "fear reported"),
    ("Kirk is accused of robbing a bank [on Saturday].", "rob reported"),
    ("Kirk was accused [on Saturday] of robbing a bank.", "accuse said"),
    ("The fund runs out of money at [midnight].", "run planned"),
    ("They agreed at once, preventing a tax rise [on January 1].", "prevent expected"),
    ("The envoy vowed [on Monday] to go on.", "vow said"),
    ("The test confirmed the fever [on Monday].", "confirm happened"),
    ("The sheet accuses the man of having robbed a bank [on Saturday].", "rob reported"),
    ("On [Monday], after he lost the vote, the mayor resigned.", "resign happened"),
    ("[Yesterday] Kirk - who was elected in May - described it as vain.", "describe said"),
    ("When on [Monday] he resigned, shares fell.", "resign happened"),
    ("It was a deal that Kirk said [yesterday] was dead.", "say said"),
    ("[Yesterday] the council relented, saying that Arden was free to act.", "relent happened"),
    ("The bill was passed [on Monday], the minister claimed.", "pass reported"),
    ("Any sentence handed down [on Monday] is likely to be long.", "hand expected"),
    ("Kirk is poised to end the row by telephoning Essing [today].", "telephone planned"),
    ("Kirk ended the row by telephoning Essing [today].", "telephone happened"),
    ("Kirk went on to claim [on Monday] that the map was wrong.", "claim said"),
    ("The star had been due to give ten concerts, beginning [on 13 July].", "begin postponed"),
    ("The firm confirmed [on Friday] that the plant had closed.", "confirm said"),
    ("Ministers pressed the house [yesterday] to act.", "press said"),
    ("At [Monday]'s hearing, the judge said that he would step down.", "hearing said"),
    ("[Monday]'s vote was a farce, the party said.", "vote reported"),
    ("[Monday]'s vote was a farce.", "vote happened"),
    ("The report named the clinic he entered [on Monday].", "enter happened"),
    ("At the opening of the trial [yesterday], the judge said that he would go.", "trial said"),
    ("Kirk said on [Tuesday] Arden was a test for all.", "say said"),
    ("Towns holding a vote [on Monday] will be the first to do so.", "hold planned"),
    ("Kirk said in a statement [this morning] she had decided to go.", "say said"),
    ("Kirk, who won when she announced a truce, on [Sunday] launched an attack.", "launch happened"),
    ("Divers tell the court [on Monday] that the ship was rotten.", "tell said"),
    ("Kirk pleaded guilty to murder [on Monday].", "plead happened"),
    ("They met [two days later] than planned.", "meet happened"),
    ("Kirk recommended [last week] that the mill be shut.", "recommend said"),
    ("The lawyer said during opening remarks [on Monday] that the man had lied.", "say said"),
    ("On [Monday] the mayor, Ann Kirk, said Lisa Pohl was well.", "say said"),
    ("Kirk is wearing a brace [tonight].", "wear happened"),
    ("Police are searching the woods [today].", "search happened"),
    ("Kirk is expected to resign [next week] after being nominated.", "resign expected"),
    ("The shop opened by Ann Kirk, its owner, [a week ago] said [today] that it was full.", "open happened; say said"),
    ("[Monday, March 9]; Page A01 The world is falling apart.", "fall happened"),
    ("The agency may ask boards to tell more [by Friday].", "tell expected"),
    ("They went on foot to ensure that all troops are withdrawn [by May].", "withdraw expected"),
    ("The minister is meeting lawmakers [today].", "meet planned"),
    ("The minister is leaving [on Sunday] for Rome.", "leave planned"),
    ("The trial was due to start [on Monday], but the jurors have taken longer.", "start postponed"),
    ("Arden's ruling Port Party [on Monday] elected Ann Kirk.", "elect happened"),
    ("Kirk was freed on bail [yesterday] after being arrested over a fire.", "free happened"),
    ("Kirk fell ill [a week] after being arrested.", "arrest happened"),
    ("The miller's trial [today] ended in a settlement.", "end happened"),
    ("The firm launched a slew of services [on Monday].", "launch happened"),
    ("Kirk was moved to house arrest [on Monday].", "move happened"),
    ("Kirk was due to be moved to house arrest [last Monday].", "move planned"),
    ("Kirk was due to retire [in 2017], but his firm was sound.", "retire planned"),
    ("Kirk was set to speak [on Monday], but no news had come.", "speak planned"),
    ("Kirk had nothing to do with what the paper [this week] claimed.", "claim said"),
    ("Kirk offered a debate to rival Bo Lind [on Monday].", "offer happened"),
    ("Kirk committed fraud to win the vote [on Monday].", "win planned"),
    ("Jurors were asked odd questions to find a fair panel [on Monday].", "find happened"),
    ("Kirk is to return in a film, starring Ann Lee, released [this month].", "release planned"),
    ("Kirk is to return in a film, starring Ann Lee, released [last month].", "release happened"),
    ("The bank [today] confirmed reports [yesterday] that it had lost money.", "confirm said; reports happened"),
    ("Aides threatened to resign after the party [on Saturday] told him to go.", "tell said"),
    ("They [yesterday] picked through the deal, part of a story that the parties are telling.", "pick happened"),
    ("They did it so that [today] I wake up free.", "wake happened"),
    ("[Today], I fully support the efforts of Kirk to find a solution.", "support happened"),
    ("Kirk pulled out of [Friday]'s run-off ballot.", "run-off expected"),
    ("Kirk pulled out of [Friday]'s race with a cramp.", "race happened"),
    ("On the eve of [Friday]'s hearing he went to ground.", "hearing expected"),
]


@pytest.mark.parametrize(("example", "wanted"), DATED)
def test_events_status_of_dated_clauses(example: str, wanted: str) -> None:
    _, timexes, found = events(example)
    dated = sorted((e for e in found if e.timex is not None), key=lambda e: timexes[e.timex or 0].start)
    assert "; ".join(f"{e.lemma or '-'} {e.status}" for e in dated) == wanted


@pytest.mark.parametrize(
    ("example", "who"),
    [
        ("The ministry said the bridge had collapsed.", "The ministry"),
        ("The bridge collapsed, a spokesman for the ministry said.", "a spokesman for the ministry"),
        ("An aide, who was not named, had said that the bridge collapsed.", "An aide"),
        ("Ten people died, according to the Red Cross.", "the Red Cross"),
    ],
)
def test_events_name_who_tells(example: str, who: str) -> None:
    text, _, found = events(example)
    assert {text[e.by.start : e.by.end] for e in found if e.by} == {who}


def test_events_give_every_telling_sentence_one() -> None:
    text, sents, timexes = marked("The sun rose. The mayor left the hall. Nobody knows why she went.")
    found = find_events(text, sents, timexes, (), ())
    assert {e.sentence for e in found} == {0, 1, 2}


WORDS = st.sampled_from(
    "the mayor said on to of and which that will would had been postponed decided was not a plan if , ; . ? closing"
    " closed vote Monday's [Monday] [on Friday] [next week] keen due set for until from after before".split()
)


@given(st.lists(WORDS, max_size=40))
def test_events_lie_in_their_sentence_and_take_each_time_once(pieces: list[str]) -> None:
    text, sents, timexes = marked(" ".join(pieces))
    found = find_events(text, sents, timexes, (), ())
    used = [e.timex for e in found if e.timex is not None]
    assert len(used) == len(set(used))
    inside = {n for n, t in enumerate(timexes) if any(s.start <= t.start and t.end <= s.end for s in sents)}
    assert set(used) == inside
    for event in found:
        sentence = sents[event.sentence]
        assert sentence.start <= event.start < event.end <= sentence.end
        if event.head:
            assert sentence.start <= event.head.start < event.head.end <= sentence.end


ASIDES = [
    ("The council voted to sell the harbour, rejecting an appeal by Kirk.", ["reject happened"]),
    ("Ships lay idle on Monday as crews walked off the port.", ["walk happened"]),
    ("It closed the mill without paying its workers.", ["pay denied"]),
    ("The court on Monday declined to open an inquiry.", ["open denied"]),
    ("Closing mines would help the valley, Kirk said.", []),
]


@pytest.mark.parametrize(("example", "wanted"), ASIDES)
def test_events_asides_are_deeds_of_undated_clauses(example: str, wanted: list[str]) -> None:
    text, sents, timexes = marked(example)
    asides = find_events_and_asides(text, sents, timexes, (), ())[1]
    assert [f"{e.lemma} {e.status}" for e in asides] == wanted
    assert all(e.rule == "aside" and e.timex is None for e in asides)
