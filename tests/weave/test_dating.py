"""Dating undated reports: whole piles, laws, and the parts one by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import permutations

import pytest

from dateline.annotate.report import annotate, retime
from dateline.model.annotations import Annotated
from dateline.read import make_report
from dateline.weave.dating import date_reports
from dateline.weave.dating.heads import head_dates
from dateline.weave.dating.leads import leads
from dateline.weave.dating.likeness import Likeness, terms
from dateline.weave.dating.pointers import pointers
from dateline.weave.dating.shared import shared_words

STATED = """Wednesday 14 May 2014

Kelvar port workers stay out

KELVAR - Dockers in Kelvar voted on Wednesday to continue their strike over night shifts until the end of the month,
their union said.

"We will not unload a single container before the company sits down with us," union leader Marta Oduya told reporters.

The Harbour Authority took a preliminary decision last Friday to close the northern terminal on May 31.

The authority said on Tuesday that its board would meet on Friday to confirm the closure of the northern terminal.
"""
SHARES_QUOTE = """Dockers in Kelvar on Wednesday voted to continue a strike that has paralysed the port for a month.

Union leader Marta Oduya told reporters: "We will not unload a single container before the company sits down with us."

The Harbour Authority, which wants to close the northern terminal on May 31, said Tuesday it had no comment.

Its board is to meet on Friday to confirm the closure of the northern terminal.

(Reporting by Ida Brandt; Editing by Tom Weiss)
"""
FRIDAY_AFTER = """The Kelvar Harbour Authority confirmed on Friday that it would close its northern terminal on May 31.

The board of the Harbour Authority formalised the preliminary decision to close the northern terminal that it took a
week ago.

On Thursday, union leader Marta Oduya said the strike of the dockers would go on.

The dockers voted on Wednesday to continue their strike over night shifts until the end of the month.

(Reporting by Ida Brandt; Editing by Tom Weiss)
"""
NOTHING = "Bread is best baked slowly. A stone helps, and so does patience."


def annotated(text: str, name: str = "report.txt", **known: str) -> Annotated:
    report = make_report(text, file=name, **known)
    return Annotated(report, annotate(report))


def pile() -> list[Annotated]:
    return [annotated(STATED, "a.txt"), annotated(SHARES_QUOTE, "b.txt"), annotated(FRIDAY_AFTER, "c.txt")]


def days(reports: Sequence[Annotated]) -> dict[str | None, dt.date | None]:
    return {one.report.file: one.report.day for one in reports}


def test_reports_without_a_date_are_dated_by_a_sibling_that_has_one() -> None:
    assert days(date_reports(pile(), retime)) == {
        "a.txt": dt.date(2014, 5, 14),
        "b.txt": dt.date(2014, 5, 14),
        "c.txt": dt.date(2014, 5, 16),
    }


def test_dating_does_not_depend_on_the_order_of_the_reports() -> None:
    reports = pile()
    wanted = {one.report.file: one for one in date_reports(reports, retime)}
    for order in permutations(reports):
        assert {one.report.file: one for one in date_reports(order, retime)} == wanted


def test_inferred_day_says_why_and_where() -> None:
    texts = {one.report.id: one.report.text for one in pile()}
    for one in date_reports(pile(), retime)[1:]:
        published = one.report.published
        assert published.basis == "inferred" and published.rule and published.because
        assert published.edtf == str(published.date) and 0 < published.confidence <= 1
        for place in published.because:
            assert texts[place.report][place.start : place.end] == place.quote


def test_dated_report_has_its_expressions_resolved_by_the_new_day() -> None:
    found = date_reports(pile(), retime)[2]
    assert found.notes == retime(annotated(FRIDAY_AFTER, "c.txt"), dt.date(2014, 5, 16)).notes


def test_reports_that_state_their_day_are_left_alone_and_cost_nothing() -> None:
    def never(one: Annotated, day: dt.date | None) -> Annotated:
        raise AssertionError("nothing is to be tried where all is known")

    reports = [annotated(STATED, "a.txt"), annotated(STATED, "b.txt")]
    assert all(one is two for one, two in zip(date_reports(reports, never), reports, strict=True))


def test_report_that_says_nothing_of_its_day_stays_unknown() -> None:
    assert date_reports([annotated(NOTHING)], retime)[0].report.published.basis == "unknown"


def test_report_among_strangers_gets_no_day() -> None:
    found = date_reports([annotated(STATED, "a.txt"), annotated(NOTHING, "b.txt")], retime)[1]
    assert found.report.day is None


def test_no_day_after_the_capture_is_given() -> None:
    late = annotated(FRIDAY_AFTER, "c.txt", captured="2014-05-15T08:00:00Z")
    found = date_reports([annotated(STATED, "a.txt"), late], retime)[1].report.published
    assert found.date is None or found.date <= dt.date(2014, 5, 15)
    assert found.latest is None or found.latest <= dt.date(2014, 5, 15)


def test_month_that_a_report_states_is_kept_or_narrowed_never_left() -> None:
    month = annotated(FRIDAY_AFTER, "c.txt", published="2014-06")
    found = date_reports([annotated(STATED, "a.txt"), month], retime)[1].report.published
    if found.date is None:
        assert found == month.report.published
    else:
        assert (found.date.year, found.date.month) == (2014, 6)


def test_dateline_without_a_year_takes_it_from_a_sibling() -> None:
    text = "KELVAR, May 12 (Reuters) - Dockers in Kelvar went on strike over night shifts on Monday, their union said."
    found = date_reports([annotated(STATED, "a.txt"), annotated(text, "b.txt")], retime)[1].report.published
    assert (found.date, found.basis) == (dt.date(2014, 5, 12), "stated")
    assert found.rule.startswith("dateline without a year: the year from the other reports (agency dateline")
    assert found.confidence >= 0.8


def test_inferred_day_dates_a_report_that_only_its_own_sibling_knows() -> None:
    chained = """Tarbek ferries stopped sailing on Wednesday as crews walked out in support of the dockers of Kelvar.

The ferry crews of Tarbek said they would stay on shore until the company sits down with the dockers.

(Reporting by Ida Brandt)
"""
    between = SHARES_QUOTE.replace(
        "The Harbour Authority,",
        "Ferry crews of Tarbek walked out in support of the dockers of Kelvar and said they would stay on shore.\n\n"
        "The Harbour Authority,",
    )
    reports = [annotated(STATED, "a.txt"), annotated(between, "b.txt"), annotated(chained, "c.txt")]
    assert days(date_reports(reports, retime))["c.txt"] == dt.date(2014, 5, 14)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Two men on a quay. KELVAR | Wed May 14, 2014 7:50 pm EDT KELVAR (Reuters) - Dockers", "stamp", (2014, 5, 14)),
        ("2014 05 14 08:50 JST By Ida Brandt KELVAR (Reuters) - Dockers", "stamp", (2014, 5, 14)),
        ("14 May 2014 Last updated at 04:46 GMT Dockers in Kelvar", "stamp", (2014, 5, 14)),
        ("Page last updated at 13:13 GMT, Wednesday, 14 May 2014 14:13 UK Dockers", "stamp", (2014, 5, 14)),
        ("* Dockers stay out KELVAR, May 14 (Reuters) - Dockers voted", "agency dateline", (None, 5, 14)),
        ("Strike Goes On in Kelvar By Ida Brandt KELVAR, May 13 -- Dockers voted", "dateline", (None, 5, 13)),
    ],
)
def test_dates_at_the_head_are_found_in_glued_copy(text: str, kind: str, day: tuple[int | None, int, int]) -> None:
    found = head_dates(text)[0][0]
    assert (found.kind, (found.year, found.month, found.day)) == (kind, day)


def test_earliest_comment_is_kept_apart_from_the_stamp() -> None:
    body = "Dockers in Kelvar stay out. " * 20
    text = f"{body}\nMay 16, 2014 at 10:10 pm | Report abuse\nMay 15, 2014 at 1:10 am | Report abuse"
    found, places = head_dates(text)
    assert [(one.kind, one.day) for one in found] == [("comment", 15)]
    assert len(places) == 2


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Arden Morning News - 1/26/11 Kirk resigns", (2011, 1, 26)),
        ("Arden Morning News - 26/1/2011 Kirk resigns", (2011, 1, 26)),
        ("Arden Morning News - 2/2/11 Kirk resigns", (2011, 2, 2)),
        ("Arden Morning News - 2/1/11 Kirk resigns", None),
        ("Kirk won 3/4 of the votes. Arden - 1/26/11", None),
    ],
)
def test_head_date_of_an_edition_named_by_its_day(title: str, wanted: tuple[int, int, int] | None) -> None:
    found = [(one.year, one.month, one.day) for one in head_dates(title)[0]]
    assert found == ([wanted] if wanted else [])


@pytest.mark.parametrize("text", ["", "31 June 2014 10:00", "May 45, 2014 10:00 am", "2014 13 41 08:50", "9" * 2000])
def test_head_dates_survive_what_is_no_date(text: str) -> None:
    assert head_dates(text) == ([], [])


def said(text: str) -> list[tuple[int, str, str]]:
    one = annotated(text)
    pointing, _ = pointers(one, dt.date(2014, 5, 14), retime)
    return [(found.weekday, found.direction, found.bound) for found in leads(one, pointing).weekdays]


@pytest.mark.parametrize(
    ("text", "weekdays"),
    [
        ("Dockers voted on Wednesday to stay out.", [(2, "past", "bare")]),
        ("The board will meet on Friday.", [(4, "ahead", "bare")]),
        ("The meeting was postponed until Friday.", [(4, "ahead", "bare")]),
        ("The board took its decision last Friday.", [(4, "past", "last")]),
    ],
)
def test_weekdays_are_told_by_direction(text: str, weekdays: list[tuple[int, str, str]]) -> None:
    assert said(text) == weekdays


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("KELVAR (Reuters) - Dockers voted on Wednesday.", "agency"),
        ("Dockers voted yesterday to stay out.", "by day"),
        ('Dockers voted on Wednesday. "We will stay out today," their leader said.', "plain"),
    ],
)
def test_manner_of_a_report_is_seen_outside_its_quotations(text: str, manner: str) -> None:
    assert leads(annotated(text), ()).manner == manner


def test_likeness_prefers_the_report_of_the_same_event() -> None:
    reports = [annotated(STATED, "a.txt"), annotated(NOTHING, "b.txt"), annotated(FRIDAY_AFTER, "c.txt")]
    found, count = terms(annotated(SHARES_QUOTE, "d.txt"))
    alike = Likeness(reports).alike(found, count)
    assert alike[0] > alike.get(1, 0.0) and alike[2] > alike.get(1, 0.0)


def test_likeness_leaves_out_the_report_itself() -> None:
    reports = [annotated(STATED, "a.txt"), annotated(FRIDAY_AFTER, "c.txt")]
    assert 0 not in Likeness(reports).alike(*terms(reports[0]), leave_out=0)


def test_shared_words_cite_both_sentences() -> None:
    (found,) = shared_words(annotated(SHARES_QUOTE, "b.txt"), [annotated(STATED, "a.txt"), annotated(NOTHING)])
    assert found.number == 0
    assert "not unload a single container" in found.here.quote and "not unload a single container" in found.there.quote
