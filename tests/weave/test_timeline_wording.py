from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.weave.timeline.wording import (
    LEFT_OUT,
    clause,
    leans,
    readable,
    without_time_counted_back,
    without_time_counted_inside,
)

SHARED = "The union, which struck in May, agreed on Friday to talks and the mayor said on Monday she would take part."


def test_clause_leaves_off_what_follows_an_act() -> None:
    end = SHARED.index(" and the mayor")
    assert clause(SHARED, 0, end, "happened") == f"The union, which struck in May, agreed on Friday to talks {LEFT_OUT}"


def test_clause_leaves_off_what_stands_before_a_new_subject() -> None:
    start = SHARED.index("the mayor")
    assert clause(SHARED, start, len(SHARED), "said") == f"{LEFT_OUT} the mayor said on Monday she would take part."


@pytest.mark.parametrize("words", ["She will say on Friday whether she stays", '"We go on Monday'])
def test_clause_does_not_break_off_where_more_must_follow(words: str) -> None:
    text = words.replace("she stays", "") + " in the city or leaves it for good"
    assert clause(text, 0, len(words.replace("she stays", "").rstrip()), "planned") == text


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_clause_adds_nothing_to_the_text(text: str, start: int, end: int) -> None:
    shown = clause(text, start, end, "happened")
    for part in shown.split(LEFT_OUT):
        assert part.strip() in text


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("The Arden court sent him to prison for four years.", "He was sent to prison by it for four years."),
        ("The Arden court sent him to prison for four years.", "Why did the court send him to prison for years?"),
        ("The Arden court sent him to prison for four years.", "We saw that the court sent him to prison again."),
        ("The Arden court sent him to prison for four years.", "Court rises."),
        (
            "The Arden court sent him to prison for four years.",
            "MAN SENT TO PRISON AGAIN The Arden court rose at four.",
        ),
    ],
)
def test_readable_prefers_what_stands_by_itself(better: str, worse: str) -> None:
    assert readable(better) > readable(worse)


@pytest.mark.parametrize("verb", ["agreed on Friday", "was forced on Friday", "offered two weeks ago"])
def test_a_line_does_not_break_off_before_the_infinitive_that_its_verb_asks_for(verb: str) -> None:
    sentence = f"The northern harbour board {verb} to close both of its ferry lines in the autumn."
    assert clause(sentence, 0, sentence.index(" to close"), "happened") == sentence


@pytest.mark.parametrize(
    ("sentence", "leaning"),
    [
        ("The ferry will stay in port until May, said he, and so will the crew.", True),
        ("Mayor Ruth Aker, who toured the port on Friday, said she would ask for a new ferry.", False),
    ],
)
def test_a_pronoun_leans_on_the_sentence_before_only_where_it_is_the_speaker(sentence: str, leaning: bool) -> None:
    assert leans(sentence) is leaning


@pytest.mark.parametrize(
    ("sentence", "leaning"),
    [
        ("The announcement, made late at night, surprised traders all over the town.", True),
        ("The announcement of the new ferry line surprised traders all over the town.", False),
        ("On Tuesday he went on to ask the driver about the brakes of the other train.", True),
        ("On Tuesday the judge went on to ask the driver about the brakes of the train.", False),
        ("With his first ferry, the Arden Queen, he opened the line to the northern isles.", True),
        ("On Sunday his ferries outran those of Brightline on all the northern routes.", True),
        ("After his arrest, the mayor of Arden, Ruth Aker's father, spoke to Brightline sailors.", False),
        ("After his arrest the sailors of Brightline and the mayor of Arden met in the harbour.", True),
        ("But the suit was thrown out on Tuesday by a judge in the capital.", True),
        ("The jury heard on Tuesday that the brakes of the train had failed twice.", True),
        ("The star was due to play in the Indonesian capital on Thursday night.", True),
        ("The jury found Ruth Aker guilty on Tuesday of selling the ferry's brakes.", False),
        ('The ferry was always my dream, "Aker said in the hall on Friday to the crew.', True),
        ("The former head of the bank resigned on Monday.", False),
        ("The latter resigned on Monday.", True),
    ],
)
def test_leans_sees_what_only_the_sentence_before_explains(sentence: str, leaning: bool) -> None:
    assert leans(sentence) is leaning


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("The council closed the bridge on Tuesday.", "Instead, the council closed the bridge on Tuesday."),
        ("The council closed the bridge on Tuesday.", "The council should have closed the bridge on Tuesday."),
        ("The council closed the bridge on Tuesday.", "Mayor Ann Lee, left, closes the bridge in Arden on Tuesday."),
        ("The council closed the bridge on Tuesday.", "But the council closed the bridge on Tuesday."),
        ("The council closed the bridge on Tuesday.", "Here is the video of the bridge being closed on Tuesday."),
    ],
)
def test_readable_prefers_news_to_what_is_said_about_it(better: str, worse: str) -> None:
    assert readable(better) > readable(worse)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Last month, Aker was elected mayor.", "[…] Aker was elected mayor."),
        ("Six months ago the council closed the bridge.", "[…] the council closed the bridge."),
        ("In October last year the bridge was closed.", "[…] the bridge was closed."),
        ("Earlier this year, a storm closed the bridge.", "[…] a storm closed the bridge."),
        ("On Friday the bridge was closed.", "On Friday the bridge was closed."),
        ("Last month's storm closed the bridge.", "Last month's storm closed the bridge."),
        ("Three years after the storm, the bridge was closed.", "Three years after the storm, the bridge was closed."),
    ],
)
def test_time_counted_back_from_the_report_is_left_out(text: str, shown: str) -> None:
    assert without_time_counted_back(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "The case against Aker collapsed last month after a hearing.",
            "The case against Aker collapsed […] after a hearing.",
        ),
        ("The sailors were released last Wednesday.", "The sailors were released […]."),
        ("Aker won last month's vote.", "Aker won last month's vote."),
        ("Aker said last night he would run.", "Aker said last night he would run."),
    ],
)
def test_time_counted_back_inside_a_line_is_left_out(text: str, shown: str) -> None:
    assert without_time_counted_inside(text) == shown
