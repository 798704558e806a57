from __future__ import annotations

import pytest

from dateline.model.material import Material
from dateline.weave.timeline import entries
from dateline.weave.timeline.build import Pile
from dateline.weave.timeline.chronicle import PAGE as CHRONICLE
from dateline.weave.timeline.chronicle import lines, without_head
from dateline.weave.timeline.tellings import Telling
from tests.weave.timeline_pile import pile

PAGE = """The Arden dam: how it came to this

The company that owns the dam has agreed to pay the farmers below it.

3 March 2009 Engineers find a crack in the Arden dam.
9 March 2009 The Arden council closes the road below the dam.
2 April 2009 Divers inspect the crack, which opened on 20 February.
14 May 2009: Farmers sue the Arden water company.
30 June 2009 Judge Ruth Hale hears the farmers.
8 July The company agrees to pay.
"""
NEWS = (
    "On 3 March 2009 engineers found a crack. The road was closed on 9 March 2009. On 2 April 2009 divers went down. "
    "The farmers sued on 14 May 2009. Judge Ruth Hale heard them on 30 June 2009, and on 8 July 2009 it was settled."
)


def test_page_of_dated_lines_gives_each_line_the_day_at_its_head() -> None:
    annotated = pile([("2009-07-10", PAGE)]).reports[0]
    days = ["2009-03-03", "2009-03-09", "2009-04-02", "2009-05-14", "2009-06-30", "2009-07-08"]
    assert [line.when.start for line in lines(annotated)] == days


def test_page_lines_are_told_without_their_heads_and_on_no_other_day() -> None:
    told = {entry.date.start: entry.text for entry in entries(pile([("2009-07-10", PAGE)]))}
    assert told["2009-04-02"] == "Divers inspect the crack, which opened on 20 February."
    assert "2009-02-20" not in told


def test_page_is_one_text_on_each_day() -> None:
    found = entries(pile([("2009-07-10", PAGE), ("2009-07-11", PAGE)]))
    assert {entry.texts for entry in found} == {1}


def test_news_with_many_days_is_no_page() -> None:
    assert lines(pile([("2009-07-10", NEWS)]).reports[0]) == ()


@pytest.mark.parametrize("head", ["8 July 2009 ", "July 8, 2009: ", "July 8 - ", "May 2009 ", "1989\n"])
def test_head_is_left_off(head: str) -> None:
    assert without_head(f"{head}The company agrees to pay.") == "The company agrees to pay."


def test_lines_run_on_into_the_next_year() -> None:
    heads = "15 March 2015|15 April 2015|19 June 2015|3 August 2015|22 February|3 March|17 March".split("|")
    text = "\n".join(f"{head} Kirk gives the dam of Arden a new wall of stone." for head in heads)
    (one,) = pile([("2016-03-20", text)]).reports
    assert [line.when.start for line in lines(one)][-3:] == ["2016-02-22", "2016-03-03", "2016-03-17"]


@pytest.mark.parametrize(("slip", "day"), [("2008", "2009-04-02"), ("2010", "2009-04-02")])
def test_a_slip_of_the_pen_in_a_year_is_mended_by_the_days_around_it(slip: str, day: str) -> None:
    text = PAGE.replace("2 April 2009", f"2 April {slip}").replace("14 May 2009", f"14 May {slip}")
    assert [line.when.start for line in lines(pile([("2011-07-10", text)]).reports[0])][2:4] == [day, "2009-05-14"]


def test_a_date_in_a_sentence_heads_no_line() -> None:
    text = PAGE.replace("Farmers sue", "Farmers recall the flood of 4 May 2003: Eve Hill lost two cows. Farmers sue")
    assert [line.when.start[:4] for line in lines(pile([("2009-07-10", text)]).reports[0])] == ["2009"] * 6


def test_a_page_with_many_days_may_tell_much_of_each() -> None:
    more = " ".join(f"Farmer {'ABCDEFGH'[n]} of Arden spoke." for n in range(8))
    days = [f"Day {n + 1}: {n + 1} May 2009\nJudge Ruth Hale hears farmer {n} of the dam. {more}" for n in range(24)]
    for count, found in ((24, 24), (12, 0)):
        assert len(lines(pile([("2009-07-10", "\n".join(days[:count]))]).reports[0])) == found


def test_line_that_tells_of_a_refusal_has_happened() -> None:
    text = PAGE.replace("30 June 2009 Judge Ruth Hale hears", "30 June 2009 Judge Ruth Hale refuses a request to bar")
    (found,) = [one for one in entries(pile([("2009-07-10", text)])) if "refuses" in one.text]
    assert found.status == "happened"


def test_year_on_a_line_of_its_own_heads_the_days_below_it() -> None:
    days = "2012|30 May|14 June|19 June|26 July|2013|23 January|13 October|2014|21 February".split("|")
    text = "\n".join(day if len(day) == 4 else f"{day} Kirk gives the dam of Arden a new wall." for day in days)
    (one,) = pile([("2015-10-12", text)]).reports
    assert [line.when.start for line in lines(one)][-3:] == ["2013-01-23", "2013-10-13", "2014-02-21"]


def test_line_of_a_page_about_somebody_names_a_person_or_a_body() -> None:
    page = "\n".join(
        f"{day} May 2009 {told}"
        for day, told in enumerate(
            ("Ruth Aker buys the Arden dam.", "The trial of the dam begins late.", "Ruth Aker sells the dam again.")
            * 3,
            2,
        )
    )
    rows = [
        (f"2009-06-{number:02}", f"Ruth Aker of Arden visited quay {number + 20} of the town with her brother.")
        for number in range(1, 15)
    ]
    found = entries(pile([*rows, ("2009-06-20", page)]), detail="full")
    assert any("buys the Arden dam" in entry.text for entry in found)
    assert not any("The trial of the dam" in entry.text for entry in found)


@pytest.mark.parametrize(
    ("report", "day"),
    [
        ("Divers inspected the crack in the Arden dam on Wednesday, engineers said.", "2009-04-01"),
        ("Divers inspected the crack in the Arden dam on Thursday, engineers said.", "2009-04-02"),
        ("Divers of a salvage company went on strike on Wednesday over their pay.", "2009-04-02"),
        ("Divers inspected the crack in the Arden dam yesterday, engineers said.", "2009-04-02"),
    ],
)
def test_line_lies_a_day_earlier_where_a_report_of_the_time_has_it_there(report: str, day: str) -> None:
    page = PAGE.replace(
        "Divers inspect the crack, which opened on 20 February.", "Divers inspect the Arden dam's crack."
    )
    material = pile([("2009-04-02", report), ("2009-07-10", page)])
    assert {
        t.when.start for t in Pile(material).tellings if t.rule == CHRONICLE and "Divers" in _text(t, material)
    } == {day}


def test_a_line_that_lies_a_day_earlier_cites_the_report_that_has_it_there() -> None:
    report = "Divers inspected the crack in the Arden dam on Wednesday, engineers said."
    page = PAGE.replace(
        "Divers inspect the crack, which opened on 20 February.", "Divers inspect the Arden dam's crack."
    )
    found = entries(pile([("2009-04-02", report), ("2009-07-10", page)]))
    (entry,) = [one for one in found if "Divers" in one.text]
    assert report in {one.quote for one in entry.evidence}


def _text(told: Telling, material: Material) -> str:
    return material.reports[told.report].report.text[told.sentence.start : told.sentence.end]
