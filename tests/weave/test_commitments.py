from __future__ import annotations

import pytest

import dateline
from dateline.model.story import Commitment
from dateline.pipeline import Options
from dateline.weave.commitments import commitments
from tests.weave.stories import material, orders

PLAN = (
    "2020-03-02",
    "The city council of Arden will vote on Friday on the sale of the harbour, Mayor Ann Kirk said on Monday.",
)


def found(*reports: tuple[str, str], as_of: str | None = None) -> tuple[Commitment, ...]:
    import datetime as dt

    options = Options(as_of=dt.date.fromisoformat(as_of)) if as_of else None
    return commitments(material(*reports, options=options))


def one(made: tuple[Commitment, ...], due: str) -> Commitment:
    fitting = [c for c in made if c.due is not None and c.due.end == due]
    assert len(fitting) == 1, made
    return fitting[0]


def test_commitment_says_who_made_it_when_and_for_when() -> None:
    plan = one(found(PLAN), "2020-03-06")
    assert plan.kind == "plan"
    assert plan.made is not None
    assert plan.made.start == "2020-03-02"
    assert plan.steps[0].what == "announced"
    assert plan.evidence[0].quote in PLAN[1]


@pytest.mark.parametrize(
    ("later", "state", "step"),
    [
        ("The council of Arden voted on Friday for the sale of the harbour after a long debate.", "kept", "kept"),
        (
            "The council of Arden put off on Thursday the vote on the sale of the harbour until March 20.",
            "changed",
            "postponed",
        ),
        ("The vote on the harbour, set for Friday, was called off on Thursday, Kirk said.", "changed", "changed"),
        ("Rain fell on Arden on Friday and the harbour froze.", "unknown", "announced"),
    ],
)
def test_commitment_outcome_by_a_later_report(later: str, state: str, step: str) -> None:
    plan = one(found(PLAN, ("2020-03-08" if state != "changed" else "2020-03-05", later)), "2020-03-06")
    assert plan.state == state
    assert plan.steps[-1].what == step
    assert bool(plan.outcome) == (state != "unknown")
    for part in plan.outcome:
        assert part.quote in later


@pytest.mark.parametrize(
    ("as_of", "state"), [("2020-03-05", "open"), ("2020-03-06", "open"), ("2020-03-07", "unknown")]
)
def test_commitment_is_open_until_its_day_has_passed_and_unknown_after(as_of: str, state: str) -> None:
    assert one(found(PLAN, as_of=as_of), "2020-03-06").state == state


def test_request_is_declined_by_a_decision_for_the_opposite() -> None:
    made = found(
        ("2020-03-02", "Farmers in Arden asked the water board on Monday to keep the old dam open until May 30."),
        ("2020-03-04", "The water board of Arden decided on Wednesday to close the old dam on March 15."),
    )
    asked = next(c for c in made if c.kind == "request")
    assert asked.state == "declined"
    assert "close" in asked.outcome[0].quote


def test_request_is_declined_where_it_was_done_despite_it() -> None:
    made = found(
        ("2020-03-02", "Judge Tom Reed asked the board on Monday to wait before selling the archive."),
        ("2020-03-05", "The archive was sold on Thursday despite a request from Reed for the board to wait."),
    )
    assert next(c for c in made if c.kind == "request").state == "declined"


def test_put_off_day_and_new_day_are_two_linked_commitments() -> None:
    made = found(
        (
            "2020-03-04",
            "The trial of Ann Kirk, which had been set for March 6, was postponed until March 20, a court said.",
        ),
        ("2020-03-20", "The trial of Ann Kirk opened on Friday in Arden before a full court."),
    )
    assert one(made, "2020-03-06").state == "changed"
    assert one(made, "2020-03-20").state == "kept"


def test_plan_without_a_report_of_it_is_never_broken() -> None:
    assert {c.state for c in found(PLAN, ("2020-05-01", "A new bakery opened in Arden on Friday."))} <= {
        "unknown",
        "open",
    }


def test_commitments_do_not_depend_on_the_order_of_the_files() -> None:
    reports = [
        PLAN,
        ("2020-03-05", "The council of Arden put off on Thursday the vote on the sale of the harbour until March 20."),
        ("2020-03-20", "The council of Arden voted on Friday for the sale of the harbour."),
    ]
    answers = [found(*order) for order in orders(reports)]
    assert all(answer == answers[0] for answer in answers)


@pytest.mark.parametrize(
    ("told", "kind", "due"),
    [
        ("Kirk promised new buses by the end of the year.", "promise", "2020-12-31"),
        ("Kirk promised new buses for the north.", "promise", None),
        ("The ministry pledged to mend the dam by 2022.", "promise", "2022-12-31"),
        ("Ann Kirk has vowed to return.", "promise", None),
        ("Her lawyer said she would plead guilty.", "plan", None),
        ("The mayor said the mill would stay open.", "plan", None),
        ("Nurses at the clinic said they planned to sue.", "plan", None),
        ("The council has asked the mill to burn its stock.", "request", None),
        ("Farmers have asked that the old dam be mended.", "request", None),
        ("Kirk expects the flood to be over by April.", "prediction", "2020-04-30"),
        ("Police said they would question the guard on Thursday.", "plan", "2020-03-05"),
        ("Ann Kirk will take over on April 1.", "plan", "2020-04-01"),
        ("The court said it would decide within two weeks.", "plan", "2020-03-16"),
    ],
)
def test_commitments_of_a_single_report_need_no_day_and_no_name(told: str, kind: str, due: str | None) -> None:
    made = found(("2020-03-02", f"Rain fell on Arden. {told}"))
    assert [(c.kind, c.due.end if c.due else None, c.state) for c in made] == [(kind, due, "open")]


@pytest.mark.parametrize(
    "told",
    [
        "Kirk pleaded guilty to charges that she threatened and hurt a guard.",
        "Kirk won a case that threatened to ruin her.",
    ],
)
def test_a_threat_to_somebody_or_by_a_thing_is_no_commitment(told: str) -> None:
    assert not found(("2020-03-02", f"Rain fell on Arden. {told}"))


@pytest.mark.parametrize(
    ("plan", "later", "state"),
    [
        ("The court in Arden will hear the case on March 6.",
         "The hearing, first set for March 6, was held on March 13.", "changed"),
        ("The port planned to bring in a crane ship on Friday.",
         "The crane ship expected on Friday has been held up by fog and will not arrive before Monday.", "changed"),
        ("A truce will begin at midnight on Friday, envoy Ann Kirk said.",
         "A truce took effect at midnight on Friday.", "kept"),
        ("Ann Kirk is due to appear before a committee on March 13.",
         "Ann Kirk told a committee on Friday that she was sorry.", "kept"),
        ("Ann Kirk said she would not resign.", "Ann Kirk resigned on Friday.", "broken"),
        ("Ann Kirk said she would appeal.", "Ann Kirk said she would not appeal after all.", "changed"),
        ("Mayor Ann Kirk said the mill would stay open.", "The mill closed on Friday.", "broken"),
        ("The team said it would withdraw from the Arden Cup in March.",
         "The team started the Arden Cup on March 13 after all.", "broken"),
        ("Ann Kirk offered to resign on Monday. The board declined the offer.", "Rain fell on Arden.", "declined"),
        ("The council asked Ann Kirk to appear on March 20. A clerk said she had declined.",
         "Rain fell on Arden.", "declined"),
        ("The council has asked the mill to burn its stock.",
         "The mill agreed on Friday to burn its stock by March 30.", "kept"),
        ("Kirk hoped to name one by the end of June.", "Kirk named Bo Lind as chief clerk on Friday.", "kept"),
    ],
)  # fmt: skip
def test_commitment_outcomes_told_in_other_words(plan: str, later: str, state: str) -> None:
    day = "2020-03-05" if "ship" in later else "2020-03-07" if "midnight" in later else "2020-03-14"
    made = found(("2020-03-02", plan), (day, later))
    assert made[0].state == state
    assert made[0].outcome
    assert sum(c.state == state for c in made) == 1


def test_commitment_is_not_made_on_the_day_of_an_aside() -> None:
    (made,) = found(
        ("2020-03-20", "Ann Kirk, who has run the mill since Bo Lind quit on March 3, said she would sell.")
    )
    assert made.made is not None
    assert made.made.start == "2020-03-20"


def test_promise_told_again_without_its_day_is_one() -> None:
    made = found(
        ("2020-03-02", "The government has promised to hold elections by the end of the year."),
        ("2020-03-09", "The government repeated a pledge to hold elections before the year is out."),
    )
    assert [c.kind for c in made] == ["promise"]


def test_commitments_of_reports_without_any_day_are_told_without_an_outcome_by_time() -> None:
    reports = [
        dateline.make_report(
            "The minister said the ship would not leave the harbour. It left on Tuesday.", file="a.txt"
        ),
        dateline.make_report("She said she would resign by Friday. The board asked her to stay.", file="b.txt"),
    ]
    document = dateline.build(reports)
    assert {plan.state for plan in document.commitments} <= {"open", "unknown"}


BIG = tuple(
    (f"2020-02-{day:02}", f"Rain fell on Arden and its harbour, the {day}th day of it.") for day in range(1, 14)
)


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        ("Mayor Ann Kirk said on Monday she would resign on Friday.", 1),
        ("Mayor Ann Kirk is wanted in Harbury on charges of theft.", 0),
        ("Mayor Ann Kirk could be sent home if she chose to appeal against the ruling.", 0),
        ("Mayor Ann Kirk went to Harbury on the eve of Friday's meeting.", 0),
        ("The dispute over the harbour is likely to rage on until June 2020.", 0),
        ("Mayor Ann Kirk may resign sooner than previously planned for June.", 0),
    ],
)
def test_big_pile_keeps_only_what_somebody_plans_or_asks(text: str, plans: int) -> None:
    assert len(found(*BIG, ("2020-03-02", text))) == plans
