"""Dating in piles of a few reports: bounds, plans and deeds, tolls, weekdays that name known events."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline.annotate.report import retime
from dateline.weave.dating.agreement import clause_words, dated_sentences
from dateline.weave.dating.bounds import bounds, bounds_clue
from dateline.weave.dating.leads import leads
from dateline.weave.dating.order import digest
from dateline.weave.dating.pointers import fixed_only, pointers
from tests.weave.dating_pile import annotated, dated

QUAKE = """Monday, March 4, 2013

KELVAR - An earthquake shook the port of Kelvar on Monday and killed at least 12 people, the coast guard said.

Engineers will inspect the harbour bridge on Thursday, mayor Ida Oduya said.
"""
LATER = """Friday, March 15, 2013

KELVAR - The number of people killed in the Kelvar earthquake reached 61 on Friday, the coast guard said.

Engineers inspected the harbour bridge on March 7 and closed it, mayor Ida Oduya said.
"""


def test_days_told_as_done_are_not_after_the_report() -> None:
    text = """The Kelvar shipyard named a new director on Thursday, two months after the old one left.

Prosecutors opened an inquiry into the shipyard on April 22. The old director had resigned on March 12.
"""
    one = annotated(text)
    assert [(told.named.month, told.named.day, told.after) for told in bounds(one)] == [
        (4, 22, True),
        (3, 12, True),
    ]
    early, middle, late = (dt.date(2014, month, 10).toordinal() for month in (3, 4, 5))
    clue = bounds_clue(one, [early, middle, late])
    assert clue is not None
    assert clue.gain(early) < clue.gain(middle) < clue.gain(late) == 0


def test_day_named_with_its_year_bounds_however_far_off() -> None:
    one = annotated("The owner of the Kelvar yard was fined on March 3, 2016, after a trial of eight months.")
    (told,) = bounds(one)
    assert told.broken(dt.date(2014, 5, 19))
    assert not told.broken(dt.date(2016, 3, 3))


def test_planned_day_is_not_before_the_report() -> None:
    one = annotated("The court will hear the case of the Kelvar shipyard on February 6, its clerk said.")
    clue = bounds_clue(one, [dt.date(2013, 2, 1).toordinal(), dt.date(2013, 2, 8).toordinal()])
    assert clue is not None
    assert clue.gain(dt.date(2013, 2, 8).toordinal()) < clue.gain(dt.date(2013, 2, 1).toordinal()) == 0


def test_full_date_of_the_news_in_the_lead_is_the_day() -> None:
    text = "The Kelvar shipyard named Ann Lee as its director on Thursday, August 16, 2012, a statement said.\n"
    found = dated(text, "July 2, 2012\n\nThe director of the Kelvar shipyard resigned on Monday, the yard said.\n")
    assert found.date in (dt.date(2012, 8, 16), dt.date(2012, 8, 17))


def test_lower_toll_and_a_plan_that_a_sibling_tells_as_done_put_a_report_between() -> None:
    text = """The number of people killed in the Kelvar earthquake rose to 33 on Wednesday, the coast guard said.

Engineers will inspect the harbour bridge on Thursday, mayor Ida Oduya said.
"""
    assert dated(text, QUAKE, LATER).date == dt.date(2013, 3, 6)


@pytest.mark.parametrize(
    ("text", "kind", "count"),
    [
        ("The death toll rose to 27 on Monday, officials said.", "dead", 27),
        ("A storm killed at least nine people in Kelvar.", "dead", 9),
        ("So far 17 people have fallen ill and three have died, a doctor said.", "ill", 17),
        ("So far 17 people have fallen ill and three have died, a doctor said.", "dead", 3),
        ("A second man has died in Kelvar, a doctor said.", "dead", 2),
        ("Divers found 14 more bodies in Kelvar, the navy said.", "dead", None),
        ("It was the worst fire since 2002, when 73 people died.", "dead", None),
        ("A woman of 71 was told of the deaths on June 2.", "dead", None),
    ],
)
def test_toll_is_a_whole_count_beside_its_word(text: str, kind: str, count: int | None) -> None:
    found = digest(annotated(text)).tolls.get(kind)
    assert (found[0] if found else None) == count


def test_weekday_of_a_known_event_is_not_taken_for_the_day_of_the_news() -> None:
    one = annotated("The toll of Sunday's warehouse fire rose to 27 on Monday as firemen searched the ruin, they said.")
    anchor = leads(one, ()).anchor
    assert anchor is not None
    assert anchor.weekday == 0


def test_clause_of_a_weekday_holds_its_own_words_only() -> None:
    text = "The toll of Sunday's warehouse fire rose to 27 on Monday as firemen searched the ruin, they said."
    one = annotated(text)
    beside = clause_words(one)[text.index("Sunday")]
    assert "warehous" in beside or "warehouse" in beside
    assert not {"ruin", "firemen"} & beside


def test_expressions_that_stay_keep_their_events() -> None:
    one = annotated("The yard opened on Monday. A fire closed it on May 3, 2012. It reopened on Friday.")
    fixed = fixed_only(one)
    kept = [fixed.notes.timexes[event.timex] for event in fixed.notes.events if event.timex is not None]
    assert {one.report.text[timex.start : timex.end] for timex in kept} == {"May 3, 2012"}


def test_next_weekday_is_known_as_such() -> None:
    one = annotated("The director will appear before the court next Wednesday, its clerk said.")
    found, _ = pointers(one, dt.date(2012, 7, 3), retime)
    assert [pointer.following for pointer in found] == [True]


def test_lead_with_one_weekday_names_the_day_where_only_its_morrow_could_be_it_too() -> None:
    text = """The two sides met in Kelvar on Wednesday for the first time, the mediator Ida Oduya said.

The talks on the fishing rights in the Kelvar harbour began on Monday. A truce is to begin on Friday.
"""
    early = (
        "Monday, March 4, 2013\n\nTalks on the fishing rights in the Kelvar harbour began on Monday, Ida Oduya said.\n"
    )
    later = "Saturday, March 9, 2013\n\nA truce over the harbour of Kelvar began on Friday, said mediator Ida Oduya.\n"
    assert dated(text, early, later).date == dt.date(2013, 3, 6)


def test_what_was_called_off_is_not_the_same_event() -> None:
    off = (
        "March 18, 2014\n\nThe talks, which were to have opened in Kelvar on Monday, were postponed, a mediator said.\n"
    )
    told = dated_sentences(0, annotated(off))
    assert [sorted(one.off) for one in told] == [[dt.date(2014, 3, 17).toordinal()]]


def test_next_weekday_named_on_the_day_before_is_that_of_the_week_after() -> None:
    text = (
        "July 3, 2012\n\nThe director of the Kelvar yard will appear before the court next Wednesday, a clerk said.\n"
    )
    assert [one.days for one in dated_sentences(0, annotated(text))] == [(dt.date(2012, 7, 11).toordinal(),)]
