"""Building reports: identity, metadata against the text's own statements, dates of every kind."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read import make_report
from dateline.read.reports import publication_from

STORY = "OSLO, May 6 (Reuters) - Ministers agreed on Tuesday to reopen the road.\n\nIt was closed in March."


def test_metadata_beats_what_the_text_says() -> None:
    report = make_report(
        "May 6, 2014\n\n" + STORY, title="T", source="E", authors=["Ann Lee"], language="no", published="2015-01-02"
    )
    assert (report.title, report.source, report.authors, report.language) == ("T", "E", ("Ann Lee",), "no")
    assert (report.day, report.published.rule) == (dt.date(2015, 1, 2), "metadata")
    assert report.published.because == ()


def test_stated_date_cites_its_place() -> None:
    report = make_report("May 6, 2014\n\n" + STORY)
    (evidence,) = report.published.because
    assert evidence.report == report.id
    assert report.text[evidence.start : evidence.end] == evidence.quote == "May 6, 2014"
    assert report.published.basis == "stated"
    assert report.published.edtf == "2014-05-06"


def test_dateline_without_year_is_left_open_but_cited() -> None:
    published = make_report(STORY).published
    assert (published.date, published.basis) == (None, "unknown")
    assert [evidence.quote for evidence in published.because] == ["May 6"]


def test_year_of_the_copyright_line_completes_the_dateline() -> None:
    report = make_report(STORY + "\n\n© 2014 The Agency")
    assert report.day == dt.date(2014, 5, 6)


def test_date_in_the_address_is_taken_where_nothing_else_states_one() -> None:
    assert make_report("A story.", url="https://e.org/2014/05/06/road").day == dt.date(2014, 5, 6)
    assert make_report("A story.", url="https://e.org/2014/15/36/road").day is None
    assert make_report("A story.", url="https://e.org/2014/05/06/x", published="2014-05-07").day == dt.date(2014, 5, 7)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2014-05-06", dt.date(2014, 5, 6)),
        ("2014-05-06T23:30:00+02:00", dt.date(2014, 5, 6)),
        ("2014-05-06 08:00:00", dt.date(2014, 5, 6)),
        ("Tue, 06 May 2014 08:00:00 GMT", dt.date(2014, 5, 6)),
        ("20140506", dt.date(2014, 5, 6)),
        ("20140506T080000Z", dt.date(2014, 5, 6)),
        ("May 6, 2014", dt.date(2014, 5, 6)),
        (dt.date(2014, 5, 6), dt.date(2014, 5, 6)),
        (dt.datetime(2014, 5, 6, 8), dt.date(2014, 5, 6)),
    ],
)
def test_publication_from_understands_common_dates(value: str | dt.date, day: dt.date) -> None:
    published = publication_from(value)
    assert published is not None
    assert (published.date, published.basis, published.precision) == (day, "stated", "day")


@pytest.mark.parametrize(
    ("value", "precision", "first", "last"),
    [("2014-05", "month", "2014-05-01", "2014-05-31"), ("2014", "year", "2014-01-01", "2014-12-31")],
)
def test_publication_keeps_its_precision(value: str, precision: str, first: str, last: str) -> None:
    published = publication_from(value)
    assert published is not None
    assert (published.date, published.precision, published.edtf) == (None, precision, value)
    assert (str(published.earliest), str(published.latest)) == (first, last)


@pytest.mark.parametrize("value", ["", "yesterday", "2014-13-40", "20141340", "99999", "06/05/2014"])
def test_publication_from_leaves_what_it_does_not_know(value: str) -> None:
    assert publication_from(value) is None


def test_id_is_a_digest_of_text_and_origin() -> None:
    one, same = make_report(STORY, file="a.txt"), make_report(STORY, file="a.txt")
    assert one == same
    others = {
        make_report(STORY, file="b.txt").id,
        make_report(STORY + ".", file="a.txt").id,
        make_report(STORY, file="a.txt", url="https://e.org/a").id,
    }
    assert one.id not in others and len(others) == 3
    assert one.sha256 == hashlib.sha256(STORY.encode()).hexdigest()


def test_captured_never_dates_a_report() -> None:
    report = make_report("A story.", captured="20140506080000")
    assert (report.day, report.captured) == (None, "20140506080000")


def test_language_is_guessed_from_small_words() -> None:
    assert make_report("The minister of the town said that it was to be and is in the road.").language == "en"
    assert make_report("El ministro de la ciudad dijo que los caminos y las calles en el norte.").language == "es"
    assert (
        make_report("Le ministre de la ville est dans les rues et les routes qui sont pour le nord.").language == "fr"
    )
    assert make_report("Der Minister und die Stadt ist nicht das, was sich die Leute mit der Straße.").language == "de"
    assert make_report("Xyzzy plugh.").language is None


@given(st.text())
def test_any_text_makes_a_report_with_places_in_it(text: str) -> None:
    report = make_report(text)
    for evidence in report.published.because:
        assert report.text[evidence.start : evidence.end] == evidence.quote
    assert "\r" not in report.text


def test_capture_only_bounds_the_day_of_publication() -> None:
    report = make_report("The road was closed.", captured="2014-05-06T10:00:00Z")
    assert (report.day, report.published.latest, report.published.basis) == (None, dt.date(2014, 5, 6), "unknown")


def test_stated_day_after_the_capture_is_not_believed() -> None:
    report = make_report("The road was closed.", published="2015-01-01", captured="2014-05-06T10:00:00Z")
    assert (report.day, report.published.latest) == (None, dt.date(2014, 5, 6))
    near = make_report("The road was closed.", published="2014-05-07", captured="2014-05-06T23:00:00Z")
    assert near.day == dt.date(2014, 5, 7)
