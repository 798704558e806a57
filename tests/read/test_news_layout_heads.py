"""Heads of reports in their many forms: places with dates, mastheads, agencies, captions. All texts are made up."""

from __future__ import annotations

import datetime as dt

import pytest

from dateline.read import make_report
from dateline.read.dated_places import dated_place
from dateline.read.news_layout import lay_out

STORY = "Ministers agreed on Tuesday to reopen the northern road, officials said.\n\nThe road was closed in March."
DAY = dt.date(2014, 5, 6)


@pytest.mark.parametrize(
    ("head", "place", "source"),
    [
        ("KELVAR, Ore. (May 6, 2014) -- ", "KELVAR, Ore.", None),
        ("KELVAR (6 May 2014) - ", "KELVAR", None),
        ("KELVAR, May 6, 2014\n\n", "KELVAR", None),
        ("By ANN LEE\nCoast News Agency\nKELVAR, May 6, 2014\n\n", "KELVAR", "Coast News Agency"),
        ("Road reopens\n\nBy ANN LEE\nKELVAR, May 6, 2014\n\n", "KELVAR", None),
        ("(Tuesday, May 6, 2014)\n", None, None),
        ("(6 May 2014) ", None, None),
        ("Kelvar, 6 May 2014 - ", "Kelvar", None),
        ("Kelvar, 06/05/2014 - ", "Kelvar", None),
        ("KELVAR, Tuesday, May 6, 2014 -- ", "KELVAR", None),
        ("KELVAR -- May 6, 2014 -- ", "KELVAR", None),
        ("KELVAR, May 6, 2014 /Coast Newswire/ -- ", "KELVAR", "Coast Newswire"),
        ("(Kelvar, May 6, 2014) - ", "Kelvar", None),
        ("May 6, 2014, Kelvar\n\n", "Kelvar", None),
        ("The Kelvar Times, Tuesday 6 May 2014\n\n", None, "The Kelvar Times"),
        ("Coast Wire | Tuesday, May 6, 2014\n\n", None, "Coast Wire"),
        ("May 6, 2014 - The Kelvar Times\n\n", None, "The Kelvar Times"),
        ("By Ann Lee in Kelvar, 6 May 2014\n\n", None, None),
        ("Filed: 6 May 2014\n\n", None, None),
    ],
)
def test_date_at_the_head_is_stated_whatever_stands_round_it(head: str, place: str | None, source: str | None) -> None:
    layout = lay_out(head + STORY)
    if "06/05" not in head:  # a day and a month that could be either way round state no day
        assert layout.date is not None
        assert layout.date.day == DAY
    assert (layout.dateline, layout.source) == (place, source)
    assert [block.kind for block in layout.blocks][-2:] == ["body", "body"]


def test_day_above_twelve_tells_which_number_is_the_month() -> None:
    date = lay_out("Kelvar, 26/05/2014 - " + STORY).date
    assert date is not None
    assert date.day == dt.date(2014, 5, 26)


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday, May 6, 2014, ministers met.",
        "Updated May 6, 2014 - a note",
        "Kelvar, May 6 was a day of rain.",
        "Kelvar, May 6, 2014 - a day that nobody forgets.",
        "Elections on May 6, 2014",
    ],
)
def test_sentence_with_a_date_is_no_dated_place(text: str) -> None:
    assert dated_place(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("head", "title", "source", "authors"),
    [
        ("The Kelvar Courier\nTuesday 6 May 2014\n\nRoad reopens\n\n", "Road reopens", "The Kelvar Courier", ()),
        ("KELVAR GAZETTE\nMay 6, 2014\nRoad reopens\n\n", "Road reopens", "KELVAR GAZETTE", ()),
        ("Road reopens\n\nThe Daily Lantern\n\n", "Road reopens", "The Daily Lantern", ()),
        ("Road reopens\n\nBy Ann Lee\nCoast Broadcasting, Kelvar\n\n", "Road reopens", "Coast Broadcasting",
         ("Ann Lee",)),
        ("Road reopens\n\nBy Ann Lee, The Kelvar Times\n\n", "Road reopens", "The Kelvar Times", ("Ann Lee",)),
        ("Road reopens\n\nBy Ann Lee, Political Correspondent\n\n", "Road reopens", None, ("Ann Lee",)),
        ("Government Closes State Radio\n\n", "Government Closes State Radio", None, ()),
        ("(Coast Wire) - ", None, "Coast Wire", ()),
        ("KELVAR (Coast Wire) - ", None, "Coast Wire", ()),
        ("Kelvar (Coast News) - ", None, "Coast News", ()),
        ("(Adds quotes) - ", None, None, ()),
        ("[PHOTO: Drivers wait at the barrier. Coast News/A. Lee]\n\n", None, None, ()),
    ],
)  # fmt: skip
def test_masthead_agency_and_caption_are_told_from_headline_and_author(
    head: str, title: str | None, source: str | None, authors: tuple[str, ...]
) -> None:
    layout = lay_out(head + STORY)
    assert (layout.title, layout.source, layout.authors) == (title, source, authors)


def test_photo_in_brackets_is_a_caption() -> None:
    assert lay_out("[PHOTO: Drivers wait at the barrier. A. Lee]\n\n" + STORY).blocks[0].kind == "caption"


def test_capture_on_the_last_day_of_the_calendar_bounds_nothing() -> None:
    assert make_report("May 6, 2014\n\n" + STORY, captured="9999-12-31").published.date == DAY
