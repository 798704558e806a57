"""What settles a plan: the worked examples of the tables, and what only looks like an outcome."""

from __future__ import annotations

import pytest

from benchmarks.outcomes.cases import Case, cases
from benchmarks.outcomes.score import judge
from dateline.weave.commitments.classes import ACTION, EXAMPLES, KINDS, LIGHT, OPPOSITES, SHOWS, UNDOES
from tests.weave.test_commitments import found

NOT_SETTLED = [case for case in cases() if case.name.startswith("case ")]
MISSED = {"case a report due elsewhere": "a body without a name is not told from another one by its words"}


@pytest.mark.parametrize(("plan", "later", "state"), EXAMPLES)
def test_outcome_of_each_worked_example(plan: str, later: str, state: str) -> None:
    made = [one for one in found(("2020-03-02", plan), ("2020-03-07", later)) if plan in one.evidence[0].quote]
    assert state in [one.state for one in made]
    settled = next(one for one in made if one.state == state)
    assert settled.outcome[0].quote in later
    assert settled.steps[-1].reason


@pytest.mark.parametrize("case", NOT_SETTLED, ids=[case.name for case in NOT_SETTLED])
def test_outcome_is_not_taken_from_what_only_looks_like_it(case: Case, request: pytest.FixtureRequest) -> None:
    if case.name in MISSED:
        request.applymarker(pytest.mark.xfail(reason=MISSED[case.name], strict=True))
    verdicts, _ = judge(case)
    assert not any(one.wrong for one in verdicts)


def test_outcome_tables_name_actions_that_words_can_have() -> None:
    named = {*ACTION.values(), *SHOWS, *OPPOSITES, *UNDOES, *LIGHT}
    assert not [word for word, action in ACTION.items() if action not in named]
    assert all(kind in KINDS for kind in KINDS.values())


def test_request_is_declined_by_a_refusal_that_names_the_asker_only() -> None:
    made = found(
        ("2020-03-02", "Tom Reed asked the board of Arden Foods on Monday to publish its books."),
        ("2020-03-05", "The board dismissed the request of Reed on Thursday."),
    )
    assert [one.state for one in made if one.kind == "request"] == ["declined"]


def test_request_with_its_answer_in_one_sentence_is_declined_there() -> None:
    made = found(("2020-03-02", "The board on Monday rejected a call by Tom Reed to publish its books."))
    assert [one.state for one in made] == ["declined"]


def test_several_requests_of_one_sentence_are_shown_each_by_its_part() -> None:
    made = found(
        ("2020-03-02", "The gunman demanded the release of a friend by Friday and asked for fuel to fly to Lunde."),
        ("2020-03-03", "Police turned down his request for fuel."),
    )
    assert {one.text: one.state for one in made} == {
        "The gunman demanded the release of a friend by Friday": "open",
        "asked for fuel to fly to Lunde.": "declined",
    }


def test_change_from_a_bare_weekday_is_one_of_the_coming_day() -> None:
    made = found(
        ("2020-03-02", "The treaty is to be signed on Sunday in Arden."),
        ("2020-03-06", "The signing, set for Sunday, has been pushed back to March 15, a spokesman said."),
        ("2020-03-16", "The treaty was signed on Sunday in Arden."),
    )
    assert [(one.due.end if one.due else None, one.state) for one in made] == [
        ("2020-03-08", "changed"),
        ("2020-03-15", "kept"),
    ]


def test_change_of_another_day_is_of_another_thing() -> None:
    made = found(
        ("2020-03-02", "The festival in Arden will open on Friday with a concert by Ann Kirk."),
        ("2020-03-08", "Rain flooded the festival in Arden and Sunday's concerts were cancelled."),
    )
    assert [one.state for one in made if one.due and one.due.end == "2020-03-06"] == ["unknown"]


def test_plan_told_again_in_the_same_words_is_not_kept_by_them() -> None:
    made = found(
        ("2020-03-02", "The party said it would have no official presence at Tuesday's protests in Arden."),
        ("2020-03-04", "The party had said it would have no official presence at Tuesday's protests in Arden."),
    )
    assert not [one for one in made if one.outcome]


@pytest.mark.parametrize(
    ("told", "end"),
    [
        ("within 12 months", "2021-03-02"),
        ("within two years", "2022-03-02"),
        ("within one month", "2020-04-02"),
        ("within three weeks", "2020-03-23"),
    ],
)
def test_due_within_counts_calendar_months_and_years(told: str, end: str) -> None:
    made = found(("2020-03-02", f"Arden Foods promised to close the pit at Lunde {told}."))
    assert [one.due.end for one in made if one.due] == [end]


def test_change_told_first_goes_before_an_undated_deed() -> None:
    made = found(
        ("2020-03-02", "The parliament in Arden will vote on the harbour law on Friday."),
        ("2020-03-05", "The vote on the harbour law in Arden was put off until March 20."),
        ("2020-03-07", "The parliament in Arden voted for the harbour law by 40 to 12."),
    )
    assert [one.state for one in made if one.due and one.due.end == "2020-03-06"] == ["changed"]


def test_step_is_no_confirmation_where_the_plan_is_named_as_stopped() -> None:
    made = found(
        ("2020-03-02", "The harbour festival in Arden will open on March 14."),
        ("2020-03-05", "The harbour festival in Arden, which was to open on March 14, was cancelled."),
    )
    assert not [step for one in made for step in one.steps if step.what == "confirmed"]


@pytest.mark.parametrize(
    ("later", "state"),
    [
        ("Foreign minister Ann Kirk confirmed the death of a miner in Lunde on Sunday.", "unknown"),
        ("Foreign minister Ann Kirk met miners in Lunde on Sunday.", "kept"),
    ],
)
def test_visit_is_kept_by_a_deed_there_and_not_by_a_saying(later: str, state: str) -> None:
    made = found(
        ("2020-03-04", "Foreign minister Ann Kirk is due to visit Lunde on Sunday."),
        ("2020-03-09", later),
    )
    assert [one.state for one in made if one.due] == [state]


@pytest.mark.parametrize(
    ("plan", "named"),
    [
        ("Ann Kirk rejected a plan to close the pit on Sunday.", False),
        ("Ann Kirk will be sentenced on Sunday.", False),
        ("The trial of Ann Kirk will start on Sunday.", False),
        ("Ann Kirk will open the museum on Sunday.", True),
        ("Former Arden Bank chief Ann Kirk will open the museum on Sunday.", True),
    ],
)
def test_maker_is_who_does_the_plan(plan: str, named: bool) -> None:
    made = [one for one in found(("2020-03-04", plan)) if one.due]
    assert [one.by is not None for one in made] == [named]


def test_request_is_declined_by_those_asked_who_say_that_they_will_not() -> None:
    made = found(
        ("2020-03-02", "Dockers asked the mayor to open an inquiry into the harbour fire."),
        ("2020-03-05", "An aide to the mayor said he would not open an inquiry into the fire."),
    )
    assert [one.state for one in made if one.kind == "request"] == ["declined"]


def test_coming_is_broken_by_being_turned_back() -> None:
    made = found(
        ("2020-03-02", "A supply ship is expected in Lunde on Tuesday."),
        ("2020-03-04", "The supply ship was fired at on Tuesday off Lunde and turned back, sailors said."),
    )
    assert [one.state for one in made if one.due] == ["broken"]


def test_fighting_that_was_to_stop_is_told_as_stopped() -> None:
    made = found(
        ("2020-03-06", "The two clans agreed to stop fighting at midnight on Sunday."),
        ("2020-03-09", "The guns fell silent along the Lunde river on Monday, hours after the truce took effect."),
    )
    assert [one.state for one in made if one.due] == ["kept"]


def test_undated_deed_takes_the_day_that_its_report_gives_the_same_act() -> None:
    made = found(
        ("2020-03-02", "The council of Arden will vote on the harbour law on March 14."),
        ("2020-03-18", "Councillors voted on Tuesday in Arden. The council voted for the harbour law by 30 to 12."),
    )
    assert [one.state for one in made if one.due] == ["unknown"]


def test_promise_for_all_is_broken_by_a_part() -> None:
    made = found(
        ("2020-03-02", "The minister, Ines Roth, vowed to have every dam in the valley checked by Friday."),
        ("2020-03-10", "Only half of the dams in the valley have been checked, the minister, Ines Roth, admitted."),
    )
    assert [one.state for one in made if one.due] == ["broken"]


def test_sale_is_broken_by_who_walks_away_before_the_deadline() -> None:
    made = found(
        ("2020-03-02", "The Lunde mill is set to be sold to the investor Grant Holm by the end of the month."),
        ("2020-03-31", "The sale of the Lunde mill to Grant Holm collapsed on Tuesday hours before a deadline."),
    )
    assert [one.state for one in made if one.due] == ["broken"]


@pytest.mark.parametrize(
    ("plan", "later", "state"),
    [
        ("Ann Kirk has agreed to attend a meeting on Friday.", "Ann Kirk stayed away from the meeting.", "broken"),
        ("Kirk and Reed are to sign a treaty on Friday.", "Kirk and Reed put their names to a treaty.", "kept"),
        ("Analysts expect the bank of Tolva to cut its key rate on Friday.", "The bank of Tolva left it unchanged.",
         "broken"),
        ("Kirk asked Tolva to hand over the banker Bo Lind.", "Tolva barred the extradition of Bo Lind.", "declined"),
        ("The council is to announce its plan on Friday.", "The council said that it would announce its plan soon.",
         "unknown"),
        ("Bo Lind is due to play for Tolva on Friday.", "Bo Lind, who plays for Tolva, spoke for peace.", "unknown"),
    ],
)  # fmt: skip
def test_outcome_told_in_words_of_its_own(plan: str, later: str, state: str) -> None:
    made = [one for one in found(("2020-03-02", plan), ("2020-03-07", later)) if plan in one.evidence[0].quote]
    assert [one.state for one in made] == [state]
