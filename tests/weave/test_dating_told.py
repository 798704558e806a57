"""Dating in small piles, clause by clause: facts and sayings, plans, spans, possible days, how sure a day is."""

from __future__ import annotations

import datetime as dt
from itertools import permutations

import pytest

from dateline.annotate.report import retime
from dateline.weave.dating import date_reports
from dateline.weave.dating.bounds import bounds, far_days_clue
from dateline.weave.dating.clues import Clue
from dateline.weave.dating.facts import facts, sayings
from dateline.weave.dating.leads import lead_lag, leads
from dateline.weave.dating.order import digest
from dateline.weave.dating.pointers import pointers
from dateline.weave.dating.solve import LEAST_FOR_A_DAY, publication, weigh
from dateline.weave.dating.tables import nearness, weekday_gains
from dateline.weave.dating.told import Rarity, clearness
from tests.weave.dating_pile import annotated, dated

FIRE = """Tuesday, March 5, 2013

KELVAR - A fire destroyed the fish market of Kelvar on Tuesday and killed three people, the mayor said.

Divers will search the harbour basin on Thursday, mayor Ida Oduya said.
"""
SEARCH = """Divers searched the harbour basin of Kelvar on Thursday, two days after a fire destroyed the fish market.

Mayor Ida Oduya said nobody was found.
"""


def test_what_a_sibling_had_planned_is_the_news_of_that_day() -> None:
    found = dated(SEARCH, FIRE)
    assert found.date == dt.date(2013, 3, 7)
    assert "planned day" in found.rule
    assert {place.quote.partition(" ")[0] for place in found.because} >= {"Divers"}


def test_facts_of_a_dated_report_are_days_plans_and_spans() -> None:
    text = """Friday, March 8, 2013

KELVAR - The market of Kelvar will reopen on Monday, a week after a fire destroyed it, the mayor said.
"""
    told = {(dt.date.fromordinal(one.day), one.planned) for one in facts(annotated(text))}
    assert (dt.date(2013, 3, 11), True) in told
    assert (dt.date(2013, 3, 4), False) in told


def test_headline_and_lead_without_a_day_are_thought_to_be_of_the_report_s_own() -> None:
    one = annotated(
        "March 5, 2013\n\nFish market burns down\n\nThe fish market of Kelvar has burnt down, a mayor said.\n"
    )
    assert {(fact.day, fact.sure < 1) for fact in facts(one)} == {(dt.date(2013, 3, 5).toordinal(), True)}


@pytest.mark.parametrize(
    ("span", "reach"), [("two days after", (-3, -2)), ("hours after", (-1, 0)), ("a week before", (6, 7))]
)
def test_span_points_to_the_day_of_the_other_event(span: str, reach: tuple[int, int]) -> None:
    one = annotated(f"The fish market of Kelvar reopened {span} the fire in the harbour, the mayor said.")
    pointing, _ = pointers(one, dt.date(2013, 3, 5), retime)
    assert [saying.reach[0] for saying in sayings(one, pointing) if saying.since] == [reach]


def test_rare_words_make_clauses_alike() -> None:
    rarity = Rarity([annotated(FIRE), annotated(SEARCH)])
    same = rarity.likeness({"diver": 1.0, "basin": 1.0}, {"diver": 1.0, "basin": 1.0})
    assert same == pytest.approx(1)
    assert rarity.likeness({"diver": 1.0, "mayor": 1.0}, {"diver": 1.0}) > rarity.likeness(
        {"diver": 1.0, "mayor": 1.0}, {"mayor": 1.0}
    )
    assert rarity.likeness({"diver": 1.0}, {"mayor": 1.0}) == 0


def test_matches_of_long_reports_count_less() -> None:
    short, long = annotated(FIRE), annotated("The mayor of Kelvar spoke at length about the harbour. " * 200)
    assert clearness(short, short) == 1
    assert clearness(short, long) < 1


def test_habit_of_the_pile_moves_the_weekday_of_the_lead() -> None:
    one = annotated("A fire destroyed the fish market of Kelvar on Tuesday and killed three people.")
    anchor = leads(one, ()).anchor
    assert anchor is not None
    alone, same_day, next_day = (weekday_gains(anchor, "plain", habit) for habit in ({}, {0: 3}, {1: 3}))
    assert same_day[0] - same_day[1] > alone[0] - alone[1] > next_day[0] - next_day[1]


def test_lag_of_a_dated_report_is_from_the_weekday_of_its_lead() -> None:
    assert lead_lag(annotated(FIRE)) == 0
    assert lead_lag(annotated(FIRE.replace("Tuesday, March 5", "Wednesday, March 6"))) == 1


@pytest.mark.parametrize(
    "text", ["Rescuers on Wednesday put off the search.", "The search is off, police said Wednesday."]
)
def test_weekday_of_a_deed_or_of_saying_is_no_day_to_come(text: str) -> None:
    (named,) = leads(annotated(text), ()).weekdays
    assert named.direction == "past"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("The boat has been missing since March 3.", [True]),
        ("The owner got time until March 20 to pay the fine.", []),
        ("Her resignation takes effect on June 30.", []),
        ("The mayor said that she meets the fishermen on June 30.", [False]),
    ],
)
def test_limits_and_present_tense_are_no_deeds(text: str, after: list[bool]) -> None:
    assert [one.after for one in bounds(annotated(text))] == after


def test_day_named_by_date_lies_out_of_the_report_s_own_week() -> None:
    one = annotated(
        "The Kelvar bank was saved on Thursday. The state pays for it. The bank had asked for help on June 15, it said."
    )
    near, far = dt.date(2013, 6, 16).toordinal(), dt.date(2013, 6, 27).toordinal()
    clue = far_days_clue(one, [near, far])
    assert clue is not None
    assert clue.gain(near) < clue.gain(far) == 0


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("The bodies of three other men were found, raising the number of dead to eight.", "dead", 8),
        ("The outbreak is over, six weeks after the last child fell ill.", "ill", None),
    ],
)
def test_parts_and_spans_are_no_toll(text: str, kind: str, count: int | None) -> None:
    found = digest(annotated(text)).tolls.get(kind)
    assert (found[0] if found else None) == count


def test_nearness_fades_but_never_ends() -> None:
    assert nearness(0) == 1
    assert nearness(0) > nearness(7) > nearness(30) > nearness(60) > 0


@pytest.mark.parametrize(("clear", "named"), [(1.0, True), (None, True), (0.3, False)])
def test_long_reports_of_small_piles_get_a_window_sooner(clear: float | None, named: bool) -> None:
    one = annotated(SEARCH)
    place = publication(weigh([], [], clear))
    assert place.basis == "unknown"
    days = range(734900, 734904)
    evidence = date_reports([one, annotated(FIRE)], retime)[0].report.published.because
    clue = Clue("order", {734901: 6.3}, 0.0, lambda _: evidence)
    found = publication(weigh([clue], days, clear), LEAST_FOR_A_DAY)
    assert (found.date is not None) == named


def test_order_of_the_reports_does_not_matter() -> None:
    late = "The fish market of Kelvar reopened on Monday, mayor Ida Oduya said. It burnt down on March 5.\n"
    pile = [annotated(FIRE, "a.txt"), annotated(SEARCH, "b.txt"), annotated(late, "c.txt")]
    found = [
        {one.report.file: one.report.published.edtf for one in date_reports(list(order), retime)}
        for order in permutations(pile)
    ]
    assert all(one == found[0] for one in found)
