from __future__ import annotations

import datetime as dt
import itertools

import pytest

from dateline.model.story import Entry
from dateline.weave.timeline import entries
from dateline.weave.timeline.by_day import by_day
from dateline.weave.timeline.leads import Leads
from dateline.weave.timeline.tellings import tellings
from dateline.weave.timeline.vectors import Vectors
from tests.weave.timeline_pile import BRIDGE, pile


def on(found: tuple[Entry, ...], day: str) -> list[Entry]:
    return [entry for entry in found if entry.date.value == day]


@pytest.fixture(scope="module")
def bridge() -> tuple[Entry, ...]:
    return entries(pile(BRIDGE))


def test_entries_bring_the_reports_of_one_event_together(bridge: tuple[Entry, ...]) -> None:
    (closure,) = [entry for entry in on(bridge, "2019-05-07") if entry.status in ("happened", "reported")]
    assert {evidence.report for evidence in closure.evidence} == {"r1", "r2", "r3"}
    assert closure.copies == closure.texts == 3
    assert closure.weight == max(entry.weight for entry in bridge)


def test_entries_close_a_plan_by_the_report_that_tells_it_done(bridge: tuple[Entry, ...]) -> None:
    (decision,) = on(bridge, "2019-05-10")
    assert decision.status == "happened"
    assert decision.text.startswith("Harbury council decided on Friday")
    assert {evidence.report for evidence in decision.evidence} >= {"r1", "r3"}


def test_entries_keep_an_open_plan_planned_on_its_day(bridge: tuple[Entry, ...]) -> None:
    (report,) = on(bridge, "2019-06-20")
    assert report.status in ("planned", "expected")


def test_entries_never_show_a_plan_as_happened_when_its_day_has_passed() -> None:
    rows = [
        ("2020-02-03", "Ministers are to meet on Thursday to sign the treaty.\n\nThe treaty covers fishing rights."),
        ("2020-02-10", "Fishermen blocked the port of Vell on Monday.\n\nThe blockade lasted two hours."),
    ]
    found = on(entries(pile(rows)), "2020-02-06")
    assert found
    assert {entry.status for entry in found} <= {"planned", "expected"}


def test_entries_mark_what_lies_far_before_the_reports_as_background(bridge: tuple[Entry, ...]) -> None:
    assert [entry.date.value for entry in bridge if entry.background] == ["1931-06-03"]


def test_entries_hold_a_statement_on_its_day(bridge: tuple[Entry, ...]) -> None:
    said = [entry for entry in on(bridge, "2019-05-08") if "Grant" in entry.text]
    assert [entry.status for entry in said] == ["said"]


def test_entries_tell_in_words_that_stand_in_their_evidence(bridge: tuple[Entry, ...]) -> None:
    for entry in bridge:
        words = set(" ".join(evidence.quote for evidence in entry.evidence).split())
        assert {word for word in entry.text.split() if word != "[…]"} <= words | {entry.text.split()[-2]}


def test_entries_are_numbered_by_date(bridge: tuple[Entry, ...]) -> None:
    assert [entry.id for entry in bridge] == [f"e{number}" for number in range(1, len(bridge) + 1)]
    assert list(bridge) == sorted(bridge, key=lambda entry: (entry.date.start, entry.date.end, -entry.weight))


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_entries_do_not_depend_on_the_order_of_the_reports(order: tuple[int, ...]) -> None:
    shuffled = entries(pile([BRIDGE[i] for i in order]))
    assert shuffled == entries(pile(BRIDGE))


@pytest.mark.parametrize(("less", "more"), [(1, 2), (2, 4), ("brief", "normal"), ("normal", "full")])
def test_entries_of_a_shorter_timeline_are_among_those_of_a_longer(less: str | int, more: str | int) -> None:
    material = pile(BRIDGE)
    short = {(entry.date, entry.text) for entry in entries(material, detail=less)}
    long = {(entry.date, entry.text) for entry in entries(material, detail=more)}
    assert short <= long


def test_entries_refuse_an_unknown_detail() -> None:
    with pytest.raises(ValueError, match="expected brief, normal, full or a number"):
        entries(pile(BRIDGE), detail="some")


def test_entries_of_a_copied_report_count_one_text() -> None:
    day, text = BRIDGE[0]
    found = entries(pile([(day, text), (day, text + "\n\nMore soon."), BRIDGE[1]]))
    (closure,) = [entry for entry in on(found, "2019-05-07") if entry.copies == 3]
    assert closure.texts == 2


def test_entries_of_reports_without_dates_are_none() -> None:
    assert entries(pile([(None, "Crowds gathered. Nobody knew why.")])) == ()


def test_by_day_gives_the_asked_number_of_days_and_sentences() -> None:
    found = by_day(pile(BRIDGE), days=2, sentences=1, first=dt.date(2019, 5, 1), last=dt.date(2019, 5, 31))
    assert list(found) == sorted(found)
    assert len(found) == 2
    assert all(len(texts) == 1 for texts in found.values())
    assert "2019-05-07" in found


def test_by_day_stays_between_first_and_last() -> None:
    found = by_day(pile(BRIDGE), days=9, sentences=1, first=dt.date(2019, 5, 9), last=dt.date(2019, 5, 31))
    assert min(found) >= "2019-05-09"


EVENING = [
    ("2019-05-07", "The council of Harbury closed the northern pier on Tuesday after a crack was found."),
    ("2019-05-07", "A ferry of the Lunde line ran onto the sandbank off Harbury on Tuesday in thick fog."),
]


@pytest.mark.parametrize(
    ("morning", "word"),
    [
        ("Harbury wakes to a closed pier and a crack that nobody can explain.", "pier"),
        ("Harbury wakes to a ferry on its sandbank and to more fog.", "ferry"),
    ],
)
def test_by_day_tells_first_what_the_morning_after_opens_with(morning: str, word: str) -> None:
    material = pile([*EVENING, ("2019-05-08", morning)])
    ((text,),) = by_day(material, days=1, sentences=1, first=dt.date(2019, 5, 7), last=dt.date(2019, 5, 7)).values()
    assert word in text


def test_leads_of_a_day_are_one_an_independent_text() -> None:
    material = pile([EVENING[0], (EVENING[0][0], EVENING[0][1] + "\n\nMore soon."), EVENING[1]])
    leads = Leads(material, Vectors(material, tellings(material)))
    assert len(leads.of("2019-05-07")) == 2
    assert not leads.of("2019-05-08")


def test_entries_show_the_status_of_the_words_that_they_show() -> None:
    """A statement of yesterday stays one though later reports, which say "last year", tell the deed as done."""
    told = [
        ("2019-05-08", "Ann Kirk, the exiled leader, will return to Arden tomorrow, her brother said last night."),
        ("2020-06-01", "The winner may be Ann Kirk, the leader who returned to Arden from exile last year."),
        ("2020-06-02", "The winner may yet be Kirk, a leader who returned to Arden from exile last year."),
    ]
    found = [one for one in entries(pile(told)) if "her brother said" in one.text]
    assert found
    assert not [one for one in found if one.status == "happened"]


def test_entries_close_the_plan_of_a_week_by_what_was_done_on_one_of_its_days() -> None:
    told = [
        ("2019-05-10", "The Arden council met on Friday. It will take a formal decision next week, the mayor said."),
        ("2019-05-16", "The Arden council formally decided on Thursday to shut the mill."),
    ]
    found = entries(pile(told))
    assert not [one for one in found if one.status == "planned" and "formal decision" in one.text]
    assert [one.status for one in found if "formally decided" in one.text] == ["happened"]
