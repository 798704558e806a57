from __future__ import annotations

import time

import pytest

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
    return commitments(material(*reports, options=options), ())


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


def test_commitments_cost_grows_linearly_with_the_reports() -> None:
    def cost(times: int) -> float:
        made = material(
            *(
                (
                    f"2020-{1 + n % 12:02}-{1 + n % 27:02}",
                    f"The council {n} will vote on Friday. Town {n} voted on Monday.",
                )
                for n in range(times)
            )
        )
        started = time.process_time()
        commitments(made, ())
        return time.process_time() - started

    assert cost(240) < 16 * cost(30) + 0.1  # eight times the reports; twice that as room for noise
