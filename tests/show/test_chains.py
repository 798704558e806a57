from __future__ import annotations

import msgspec
import pytest

from dateline.model.story import Commitment, CommitmentState, StoryDocument
from dateline.show.chains import LONGEST, chain_groups, state_groups
from dateline.show.shapes import ThreadRow
from dateline.show.view import story_view
from tests.show.stories import LATER, at, bridge, span


def plan(number: int, state: CommitmentState, words: str, outcome: str = "", due: str = "2024-05-14") -> Commitment:
    document = bridge()
    report = document.reports[3]
    settled = (at(report, outcome),) if outcome else ()
    return Commitment(
        f"c{number}", "plan", None, words, span("2024-05-03"), span(due), (), state, (at(report, words),), settled
    )


def rows(*plans: Commitment) -> tuple[ThreadRow, ...]:
    document: StoryDocument = msgspec.structs.replace(bridge(), commitments=plans, entries=())
    return story_view(document).threads


WORDS = LATER.split()


def test_plans_settled_by_one_sentence_are_one_chain() -> None:
    made = rows(
        plan(1, "kept", "reopen it in autumn", "council decided"), plan(2, "declined", "for a year", "council decided")
    )
    (group,) = chain_groups(made)
    (chain,) = group.chains
    assert [row.id for row in chain.threads] == ["c1", "c2"]
    assert chain.ending and chain.ending.quote == "council decided"
    assert group.heading == "Settled" and group.plans == 2


def test_plan_moved_in_the_sentence_that_sets_the_next_is_one_chain_with_it() -> None:
    made = rows(plan(1, "changed", "for a year", "reopen it in autumn"), plan(2, "open", "reopen it in autumn"))
    (group,) = chain_groups(made)
    assert group.key == "coming" and len(group.chains) == 1
    assert group.chains[0].ending is None


def test_chain_is_settled_where_what_is_open_has_no_day() -> None:
    made = rows(plan(1, "kept", "for a year", "reopen it in autumn"), plan(2, "open", "reopen it in autumn"))
    undated = tuple(msgspec.structs.replace(row, due=None, due_day="") if row.state == "open" else row for row in made)
    assert [group.key for group in chain_groups(made)] == ["coming"]
    assert [group.key for group in chain_groups(undated)] == ["settled"]


def test_plans_without_a_common_sentence_stay_apart() -> None:
    made = rows(
        plan(1, "open", "reopen it in autumn", due="2024-06-01"), plan(2, "open", "for a year", due="2024-05-20")
    )
    (group,) = chain_groups(made)
    assert [[row.id for row in chain.threads] for chain in group.chains] == [["c2"], ["c1"]]


def test_chain_is_not_longer_than_a_reader_follows() -> None:
    made = rows(*(plan(number, "kept", WORDS[number + 20], "council decided") for number in range(12)))
    assert max(len(chain.threads) for group in chain_groups(made) for chain in group.chains) <= LONGEST
    assert sum(group.plans for group in chain_groups(made)) == 12


@pytest.mark.parametrize("groups", [chain_groups, state_groups])
def test_no_plan_is_left_out(groups: object) -> None:
    states: tuple[CommitmentState, ...] = ("open", "kept", "changed", "declined", "broken", "unknown")
    made = rows(*(plan(number, state, WORDS[number + 20]) for number, state in enumerate(states)))
    assert len(groups(made)) == 3  # type: ignore[operator]
    assert sum(len(some) for _, some in state_groups(made)) == 6
