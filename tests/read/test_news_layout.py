"""The news layout: which stretch of a text is what. All texts are made up."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.report import Block
from dateline.read.news_layout import Layout, lay_out
from dateline.read.paragraphs import paragraphs

STORY = "Ministers agreed on Tuesday to reopen the northern road, officials said.\n\nThe road was closed in March."


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in lay_out(text).blocks]


def first(text: str, kind: str) -> str | None:
    return next((words for found, words in kinds(text) if found == kind), None)


def check_laws(text: str, layout: Layout) -> None:
    at = 0
    for block in layout.blocks:
        assert at <= block.start < block.end <= len(text)
        assert not text[at : block.start].strip(), "only blanks are left out"
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        at = block.end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    ("head", "day", "place"),
    [
        ("date 2014-05-06 OSLO ", dt.date(2014, 5, 6), "OSLO"),
        (" date 2014-05-06 NEW DELHI ", dt.date(2014, 5, 6), "NEW DELHI"),
        ("Tue May 6, 2014 2:06 pm EDT\n\n", dt.date(2014, 5, 6), None),
        ("Tuesday, 6 May 2014\n", dt.date(2014, 5, 6), None),
        ("May 6, 2014\n\n", dt.date(2014, 5, 6), None),
        ("Published: 6 May 2014 at 14:05 GMT\n\n", dt.date(2014, 5, 6), None),
        ("Published 2014/05/06\n\n", dt.date(2014, 5, 6), None),
        ("2014-05-06T09:30:00Z\n\n", dt.date(2014, 5, 6), None),
        ("17:54 GMT, Tuesday, 6 May 2014\n\n", dt.date(2014, 5, 6), None),
        ("6 May 2014 Last updated at 15:41 GMT Help ", dt.date(2014, 5, 6), None),
        ("May 6, 2014 | By Ann Lee and Bo Diaz, CNN ", dt.date(2014, 5, 6), None),
        ("MEXICO CITY | Tue May 6, 2014 12:51 am BST\nMEXICO CITY (Reuters) - ", dt.date(2014, 5, 6), "MEXICO CITY"),
        ("OSLO, May 6, 2014 (Reuters) - ", dt.date(2014, 5, 6), "OSLO"),
        ("Road to reopen after talks Tuesday 6 May 2014 16.29 BST ", dt.date(2014, 5, 6), None),
        ("* Road reopens * Talks go on By Ann Lee OSLO | Tue May 6, 2014 9:46 am EDT OSLO (Reuters) - ",
         dt.date(2014, 5, 6), "OSLO"),
        ("TUESDAY, MAY 6, 2014\n\n", dt.date(2014, 5, 6), None),
        ("Ann Lee | 11:50 UK time, Tuesday, 6 May 2014 ", dt.date(2014, 5, 6), None),
        ("Road to reopen: analysis May 6, 2014 | By Ann Lee, CNN ", dt.date(2014, 5, 6), None),
        ("Share this\nTuesday, May 6, 2014; Page A01 ", dt.date(2014, 5, 6), None),
        ("25/05/2014\n\n", dt.date(2014, 5, 25), None),
        ("2014 05 6 08:50 JST OSLO (Reuters) - ", dt.date(2014, 5, 6), "OSLO"),
    ],
)  # fmt: skip
def test_head_date_is_stated_and_leaves_the_story_whole(head: str, day: dt.date, place: str | None) -> None:
    layout = lay_out(head + STORY)
    assert layout.date is not None
    assert layout.date.day == day
    assert layout.dateline == place
    assert first(head + STORY, "body") == STORY.split("\n\n")[0]
    stated = (head + STORY)[layout.date.start : layout.date.end]
    assert str(day.year) in stated and str(day.day) in stated


@pytest.mark.parametrize(
    "text",
    [
        "On May 6, 2014 the road was closed.\n\nIt has stayed so.",
        "May 6, 2014 was the day on which the road was closed.\n\nIt has stayed so.",
        "People wait at the road block near Oslo May 6, 2014. REUTERS\n\nThe road was closed on Monday.",
        "At 2:46 pm on Tuesday, May 6, 2014, a quake struck the coast, officials said.\n\nIt was felt in Oslo.",
        "Marine 5, 2014 fans said.\n\nThe rest.",
        "03/04/2014\n\nThe road was closed.",
        "The road was closed.\n\nMay 6, 2014 at 5:25 pm | Reply\n\nGood riddance.",
        "Released May 6, 2014 the report lists the roads that were closed.\n\nIt is long.",
        "May 6, 2014, 2:06 pm: that is when the road was closed.\n\nIt has stayed so.",
        "31 February 2014\n\nThe road was closed.",
    ],
)
def test_date_of_the_story_caption_or_comment_is_not_stated(text: str) -> None:
    date = lay_out(text).date
    assert date is None or date.day is None


def test_dateline_without_year_states_month_and_day_only() -> None:
    date = lay_out("OSLO, May 6 (Reuters) - " + STORY).date
    assert date is not None
    assert (date.day, date.month_day) == (None, "05-06")


@pytest.mark.parametrize(
    ("dateline", "place", "source"),
    [
        ("OSLO (Reuters) -", "OSLO", "Reuters"),
        ("OSLO, May 6 (Reuters) -", "OSLO", "Reuters"),
        ("NEW YORK, Sept. 6 (AP) --", "NEW YORK", "AP"),
        ("NAIROBI, Kenya (AP) _", "NAIROBI, Kenya", "AP"),
        ("MOSCOW (AP)_", "MOSCOW", "AP"),
        ("ZURICH/OSLO (AFP) –", "ZURICH/OSLO", "AFP"),
        ("TRIPOLI, Libya —", "TRIPOLI, Libya", None),
        ("FLINT, Mich., Oct. 4 (UPI) —", "FLINT, Mich.", "UPI"),
        ("Cairo, Egypt (CNN) --", "Cairo, Egypt", "CNN"),
        ("(CNN) --", None, "CNN"),
        ("OSLO --", "OSLO", None),
        ("GENEVA (Own Correspondent) -", "GENEVA", "Own Correspondent"),
    ],
)
def test_dateline_gives_place_and_agency(dateline: str, place: str | None, source: str | None) -> None:
    text = f"{dateline} {STORY}"
    layout = lay_out(text)
    assert (layout.dateline, layout.source) == (place, source)
    assert first(text, "dateline") == dateline
    assert first(text, "body") == STORY.split("\n\n")[0]


@pytest.mark.parametrize(
    "text",
    [
        "NATO said on Tuesday it would stay.\n\nIt gave no date.",
        "ANALYSIS - WHO WILL pay for the road?\n\nNobody knows.",
        "EDGAR MOE - FIRST CONFIRMED CASE Edgar Moe says he feels better.\n\nHe is five.",
        "The minister told Reuters he was tired.\n\nHe told the BBC so too.",
        "SEN. ANN LEE (D-OHIO) -- No friend of the road, she voted against it.\n\nIt passed.",
        "THE ROAD OFFICE (which was closed) -- the one in Oslo -- opened.\n\nIt did.",
        "OPEC (Vienna Club) -- Ministers of the club met on Tuesday.\n\nThey left.",
        "Sen. Ann Lee (D-Ohio) -- no friend of the road -- voted against it.\n\nIt passed.",
    ],
)
def test_story_that_looks_like_a_dateline_stays_story(text: str) -> None:
    layout = lay_out(text)
    assert layout.dateline is None
    assert layout.source is None
    assert [block.kind for block in layout.blocks] == ["body", "body"]


def test_words_after_date_in_capitals_keep_the_sentence_its_subject() -> None:
    assert kinds("date 2014-05-06 OSLO OPEC should raise its output, he said.\n\nMore.")[:3] == [
        ("date", "date 2014-05-06"),
        ("dateline", "OSLO"),
        ("body", "OPEC should raise its output, he said."),
    ]
    assert lay_out("date 2014-05-06 OPEC should raise its output.\n\nMore.").dateline is None


def test_headline_byline_and_date_on_their_own_lines() -> None:
    text = "Road to reopen after talks\nBy Ann Lee and Bo Diaz\nMay 6, 2014\n\n" + STORY
    assert [kind for kind, _ in kinds(text)] == ["headline", "byline", "date", "body", "body"]
    layout = lay_out(text)
    assert layout.title == "Road to reopen after talks"
    assert layout.authors == ("Ann Lee", "Bo Diaz")


@pytest.mark.parametrize(
    ("line", "is_headline"),
    [
        ("Road to reopen after talks", True),
        ("Minister: 'The road will reopen'", True),
        ("Ministers Agree To Reopen The Northern Road.", True),
        ("It was a long night in Oslo.", False),
        ("Ann Lee met Bo Diaz in New York on Tuesday.", False),
        ("Why was the road closed?", False),
        ("Ministers agreed to reopen the road, closed in March after the storm, " * 3 + "and more", False),
        ("What we know:", False),
    ],
)  # fmt: skip
def test_first_line_is_headline_only_where_it_is_no_sentence(line: str, is_headline: bool) -> None:
    assert (lay_out(f"{line}\n\n{STORY}").title == line) is is_headline


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Regina Moe", ("Regina Moe",)),
        ("By Ann Lee and Bo Diaz", ("Ann Lee", "Bo Diaz")),
        ("By Ann Lee, Bo Diaz and J. K. Moe", ("Ann Lee", "Bo Diaz", "J. K. Moe")),
        ("By Ann Lee, Health and Science Editor", ("Ann Lee",)),
        ("By Ludwig van der Moe in Oslo", ("Ludwig van der Moe",)),
        ("By the CNN Wire Staff", ()),
    ],
)
def test_byline_names_the_authors(line: str, authors: tuple[str, ...]) -> None:
    layout = lay_out(f"{line}\n\n{STORY}")
    assert layout.blocks[0].kind == "byline"
    assert layout.authors == authors


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Ann Lee in Oslo", ("Ann Lee",)),
        ("Ann Lee and Bo Diaz in New York", ("Ann Lee", "Bo Diaz")),
        ("Ann Lee, Defence Correspondent", ("Ann Lee",)),
        ("From our own correspondent in Oslo", ()),
        ("By our staff reporters", ()),
    ],
)
def test_byline_without_by_is_taken_under_a_headline_only(line: str, authors: tuple[str, ...]) -> None:
    layout = lay_out(f"Road to reopen after talks\n\nMinisters meet at last\n\n{line}\n\n{STORY}")
    assert [block.kind for block in layout.blocks] == ["headline", "headline", "byline", "body", "body"]
    assert layout.authors == authors
    assert layout.title == "Road to reopen after talks"
    assert lay_out(f"{STORY}\n\n{line}\n\n{STORY}").authors == ()


@pytest.mark.parametrize(
    ("sign_off", "authors"),
    [
        ("(Reporting by Ann Lee; Editing by Bo Diaz)", ("Ann Lee",)),
        ("(Reporting By Ann Lee in Oslo and Bo Diaz in New York; Editing by C. Moe)", ("Ann Lee", "Bo Diaz")),
        ("(Additional reporting by Ann Lee, Bo Diaz; Writing by Cy Moe, editing by Di Poe)",
         ("Ann Lee", "Bo Diaz", "Cy Moe")),
        ("(Editing by Bo Diaz)", ()),
        ("(Writing and reporting by Ann Lee, editing by Bo Diaz)", ("Ann Lee",)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("glue", ["\n\n", " "])
def test_sign_off_names_reporters_and_writers_but_no_editors(
    sign_off: str, authors: tuple[str, ...], glue: str
) -> None:
    text = STORY + glue + sign_off
    layout = lay_out(text)
    assert layout.authors == authors
    assert kinds(text)[-1] == ("signoff", sign_off)
    assert kinds(text)[1] == ("body", "The road was closed in March.")


def test_sign_off_without_brackets_stands_on_a_line_of_its_own() -> None:
    text = STORY + "\n\nReporting by Ann Lee; editing by Bo Diaz"
    assert kinds(text)[-1] == ("signoff", "Reporting by Ann Lee; editing by Bo Diaz")
    assert lay_out(text).authors == ("Ann Lee",)


def test_page_words_behind_the_sign_off_are_furniture() -> None:
    text = STORY + " (Editing by Bo Diaz) Our trading platform Our legal research Our news app"
    assert kinds(text)[-1] == ("furniture", "Our trading platform Our legal research Our news app")


def test_sentence_that_begins_like_a_sign_off_stays_story() -> None:
    text = STORY + "\n\nWritten by Ann Lee, the book tells of a road, and of a man who would not leave it."
    assert kinds(text)[-1][0] == "body"


@pytest.mark.parametrize(
    ("caption", "source"),
    [
        ("People wait at the road block near Oslo May 6, 2014. REUTERS", "Reuters"),
        ("People wait at the road block near Oslo May 6, 2014. REUTERS/Ann Lee", "Reuters"),
        ("The minister speaks in Oslo on Tuesday (AP Photo/Bo Diaz)", "AP"),
        ("The minister speaks in Oslo. Photo: AFP/Getty", "AFP"),
        ("Photo: The minister speaks at the harbour in Oslo. AP/Pool", "AP"),
    ],
)
def test_caption_with_credit_is_no_story_and_names_the_agency(caption: str, source: str) -> None:
    text = f"{caption}\n\n{STORY}"
    assert kinds(text)[0] == ("caption", caption)
    assert lay_out(text).source == source
    assert lay_out(text).title is None


def test_picture_credit_glued_to_a_paragraph_is_taken_off() -> None:
    text = "(By Ann Lee -- Bloomberg News) Ministers agreed on Tuesday.\n\nThe road was closed in March."
    assert kinds(text)[:2] == [
        ("credit", "(By Ann Lee -- Bloomberg News)"),
        ("body", "Ministers agreed on Tuesday."),
    ]


def test_caption_before_the_dateline_is_head_matter() -> None:
    text = "A driver waits near Oslo May 2, 2014.\nOSLO | Tue May 6, 2014 9:46 am EDT\nOSLO (Reuters) - " + STORY
    assert kinds(text)[0] == ("caption", "A driver waits near Oslo May 2, 2014.")
    date = lay_out(text).date
    assert date is not None and date.day == dt.date(2014, 5, 6)


@pytest.mark.parametrize(
    "line",
    ["Last updated at 15:41 GMT", "Send us your comments", "Share this", "Read more", "Story highlights", "Click here",
     "January 31, 2014 at 5:25 pm | Reply", "Most read", "Follow us on Twitter", "12 comments"],
)  # fmt: skip
def test_page_furniture_is_recognised_anywhere(line: str) -> None:
    for text in (f"{line}\n\n{STORY}", f"{STORY}\n\n{line}", STORY.replace("\n\n", f"\n\n{line}\n\n")):
        assert ("furniture", line) in kinds(text)
        assert [words for kind, words in kinds(text) if kind == "body"] == STORY.split("\n\n")


def test_sentence_that_begins_like_furniture_stays_story() -> None:
    line = "Share this burden is what the minister asked of the towns along the northern road on Tuesday."
    assert ("body", line) in kinds(f"{STORY}\n\n{line}")


def test_date_of_the_last_change_is_marked_as_such() -> None:
    date = lay_out("Last updated: 6 May, 2014 - 17:54 GMT " + STORY).date
    assert date is not None
    assert date.updated and date.confidence < 0.9


def test_hard_wrapped_lines_make_one_paragraph() -> None:
    text = (
        "Ministers agreed on Tuesday to reopen the northern road, which was\n"
        "closed in March after a storm took away two of its bridges and a\n"
        "mill, officials said.\n"
        "\n"
        "The road is the only one to the harbour, and the towns along it have\n"
        "waited for months to see the first lorries come through again.\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["body", "body"]


def test_line_breaks_without_wrapping_part_paragraphs() -> None:
    text = "The road was closed in March.\nMinisters met on Tuesday.\nThey agreed to reopen it."
    assert [words for _, words in kinds(text)] == text.split("\n")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ministers of the northern towns met on\nMonday to talk about the road that the storm had closed.", 1),
        ("Ministers of the northern towns met on Monday to talk\nabout the road that the storm had closed.", 1),
        ('"We will reopen the road as soon as we can,"\nhe said after the meeting in the harbour.', 1),
        ("Ministers of the northern towns met on Monday.\nThey agreed to reopen the road before the winter.", 2),
        ("Ministers meet over the northern road\nThe road was closed in March after a storm.", 2),
        ("Bring to the meeting:\nbread\nbutter and cheese\na pot of tea", 4),
        ("O road that led us to the sea,\nO road of stone and rain,", 2),
    ],
)
def test_line_that_breaks_off_inside_a_sentence_is_joined_to_the_next(text: str, parts: int) -> None:
    assert len(paragraphs(text)) == parts


def test_short_text_wrapped_by_hand_is_one_paragraph() -> None:
    text = (
        "The mayor of Arden, Ann Kirk, said on Monday that the dam would be\n"
        "repaired by the end of May. Engineers found a crack in it last week.\n"
        "Kirk said it was too early to tell what the work would cost the town."
    )
    assert len(paragraphs(text)) < 3


def test_text_of_nothing_but_a_headline_keeps_it_as_story() -> None:
    assert [block.kind for block in lay_out("Road to reopen").blocks] == ["body"]
    assert lay_out("").blocks == ()
    assert lay_out(" \n ").blocks == ()


PIECES = st.sampled_from(
    ["May 6, 2014", "OSLO (Reuters) -", "OSLO |", "By Ann Lee", "Road to reopen", "The road was closed.", " ", "\n",
     "\n\n", "(Reporting by Ann Lee; Editing by Bo", ")", "REUTERS", "Photo: AP", "date 2014-05-06", "Share this",
     "Last updated at 15:41 GMT", "He said:", "\f", "\u2028", "|", "--", "“No,” she said.", "* point", "© 2014 AP",
     "Tue May 6, 2014 9:46 am EDT", "(By Ann Lee -- Reuters)", "Published:", "June", "12:05"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14).map("".join) | st.lists(PIECES, max_size=14).map(" ".join) | st.text())
def test_blocks_are_ordered_do_not_overlap_and_leave_out_only_blanks(text: str) -> None:
    check_laws(text, lay_out(text))


@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_stated_date_stands_in_the_text(text: str) -> None:
    date = lay_out(text).date
    if date is not None:
        assert 0 <= date.start < date.end <= len(text)
        assert any(character.isdigit() for character in text[date.start : date.end])


@pytest.mark.parametrize(
    "unit", ["OSLO ", "By Ann Lee and ", "(", "May 6, ", "A B C ", "Reporting by ", "word, ", "| "]
)
def test_long_strange_texts_take_linear_time(unit: str) -> None:
    text = unit * 20_000
    check_laws(text, lay_out(text))


def test_block_is_frozen() -> None:
    with pytest.raises(AttributeError):
        Block("body", 0, 1).start = 2  # type: ignore[misc]
