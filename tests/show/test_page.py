from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import lxml.html
import msgspec
import pytest
from lxml.html import HtmlElement

from dateline.model.story import StoryDocument
from dateline.show.dates import date_words
from dateline.show.page import PageContext, context, render
from dateline.show.room import PAGE
from tests.regenerate import HOW
from tests.show.stories import at, bridge, empty, hostile, span

GOLDEN = Path(__file__).parent / "golden" / "bridge.html"


def large() -> StoryDocument:
    """The small story among many reports of which nothing is cited; one of them repeats another."""
    document = bridge()
    last = document.reports[3]
    others = [msgspec.structs.replace(last, id=f"r{number}", text="Nothing of use.") for number in range(5, 70)]
    reuse = msgspec.structs.replace(document.reuse[0], reports=("r7", "r9"), kind="update")
    return msgspec.structs.replace(document, reports=(*document.reports, *others), reuse=(*document.reuse, reuse))


def thousands(count: int = 2000) -> StoryDocument:
    """The small story among thousands of reports, every third of which has a quotation of its own."""
    document = bridge()
    last, said = document.reports[3], document.quotations[0]
    others = [
        msgspec.structs.replace(last, id=f"r{number}", sha256=f"{number:064}", title=f"Report {number}")
        for number in range(5, count)
    ]
    quotations = tuple(
        msgspec.structs.replace(said, id=f"x{number}", evidence=(at(one, "Solheim denied"),))
        for number, one in enumerate(others[::3])
    )
    return msgspec.structs.replace(
        document, reports=(*document.reports, *others), quotations=(*document.quotations, *quotations)
    )


DOCUMENTS = {"bridge": bridge, "hostile": hostile, "empty": empty, "large": large}


@cache
def page(name: str = "bridge") -> HtmlElement:
    return lxml.html.document_fromstring(render(DOCUMENTS[name]()))


def text_of(found: HtmlElement) -> str:
    return " ".join(found.text_content().split())


def test_page_is_the_golden_one() -> None:
    # Style and script are no part of it: a change there is seen in a browser, not in a diff of the story.
    from tests.regenerate import page_text

    assert page_text(bridge()) == GOLDEN.read_text(encoding="utf-8"), HOW


def test_timeline_is_an_ordered_list_with_dates() -> None:
    rows = page().cssselect("section#timeline ol.timeline > li")
    assert [row.get("id") for row in rows] == ["e3", "e4", "e5", "e6", "e7", "e8"]
    assert [time.get("datetime") for row in rows for time in row.cssselect(".when time")] == [
        "2024-05-03", "2024-05-03", "2024-05-07", "2024-05-14", "2024-05-14",
    ]  # fmt: skip
    assert text_of(rows[-1].cssselect(".when")[0]) == "autumn 2024"


def test_late_august_stays_late_august() -> None:
    row = page().cssselect("#e2 .when")[0]
    assert text_of(row) == "late August 2019"
    assert row.cssselect("time")[0].get("datetime") == "2019-08"


def test_status_is_a_word_on_every_line() -> None:
    for row in page().cssselect("li.entry"):
        assert text_of(row.cssselect(".badge")[0]) == row.get("data-status")


def test_every_line_has_its_sources_and_sentences() -> None:
    document = bridge()
    for entry in document.entries:
        row = page().cssselect(f"#{entry.id}")[0]
        quotes = [text_of(quote).strip("“”") for quote in row.cssselect("details blockquote")]
        assert quotes == [" ".join(e.quote.split()) for e in entry.evidence]
        assert row.cssselect("summary .names")[0].text and row.cssselect("summary .count")[0].text


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_inside_the_page_has_its_place_once(name: str) -> None:
    ids = [one.get("id") for one in page(name).cssselect("[id]")]
    assert len(ids) == len(set(ids))
    links = [one.get("href") for one in page(name).cssselect("a[href], use[href]") if one.get("href").startswith("#")]
    assert links
    assert {link[1:] for link in links} <= set(ids)


def test_link_leads_to_the_exact_words() -> None:
    for figure in page().cssselect("li.entry figure.cite"):
        words = text_of(figure.cssselect("blockquote")[0]).strip("“”")
        target = figure.cssselect(".ways a")[0].get("href")[1:]
        mark = page().get_element_by_id(target)
        assert text_of(mark).replace("↑", "") == words


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_is_asked_of_the_network(name: str) -> None:
    found = page(name)
    for tag, attribute in (("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("object", "data")):
        assert not [one for one in found.iter(tag) if one.get(attribute)]
    assert [link.get("href") for link in found.iter("link")] == ["data:,"]
    style = "".join(one.text_content() for one in found.iter("style"))
    assert "@import" not in style and "url(" not in style
    assert "default-src 'none'" in found.cssselect("meta[http-equiv]")[0].get("content")


def test_hostile_words_stay_words() -> None:
    found = page("hostile")
    assert [one.get("type") for one in found.iter("script")] == ["application/ld+json", None]
    assert not list(found.iter("img"))
    assert not [one for one in found.cssselect("a[href]") if one.get("href").startswith("javascript:")]
    assert not [
        name for one in found.iter() if isinstance(one.tag, str) for name in one.attrib if name.startswith("on")
    ]
    assert "{{ 7*7 }}" in text_of(found) and "49" not in text_of(found.cssselect("h1")[0])
    assert "<script>alert(1)</script>" in text_of(found.cssselect("h1")[0])


def test_hostile_ids_stay_inside_their_attributes() -> None:
    document = bridge()
    evil = 'r1"><script>alert(1)</script>'
    reports = tuple(msgspec.structs.replace(one, id=evil) if one.id == "r1" else one for one in document.reports)
    entry = document.entries[3]
    place = msgspec.structs.replace(entry.evidence[0], report=evil)
    changed = msgspec.structs.replace(
        document, reports=reports, entities=(), quotations=(), commitments=(), figures=(), differences=(), reuse=(),
        entries=(msgspec.structs.replace(entry, id=evil, evidence=(place,)),),
    )  # fmt: skip
    assert len(list(lxml.html.document_fromstring(render(changed)).iter("script"))) == 2


def test_quotation_marks_stand_only_round_literal_words() -> None:
    document = bridge()
    texts = [" ".join(one.text.split()) for one in document.reports]
    titles = [one.title for one in document.reports]
    for mark in re.findall(r"“([^“”]+)”", text_of(page().cssselect("main")[0])):
        assert mark in titles or any(mark in text for text in texts)


def test_copies_are_folded_and_counted() -> None:
    listed = page().cssselect(".reports-list > li")
    assert len(listed) == 3
    assert "2 reports, 1 text: also Fjord Daily, 4 May 2024" in text_of(listed[0])


def test_inferred_date_gives_its_reasons() -> None:
    why = page().cssselect(".reports-list .why")[0]
    assert "80% sure" in text_of(why)
    assert len(why.cssselect("blockquote")) == 2


def test_page_of_thousands_of_reports_stays_small() -> None:
    made = render(thousands())
    assert len(made) < 1_500_000
    found = lxml.html.document_fromstring(made)
    assert found.cssselect("body.large .shelf details.report")
    assert len(found.cssselect(".by-person .said")) <= PAGE.quotations
    assert len(found.cssselect(".reports-list.short > li")) > 1900


def test_paths_of_folders_are_not_on_the_page() -> None:
    document = bridge()
    reports = tuple(msgspec.structs.replace(one, file=f"/home/desk/{one.file}") for one in document.reports)
    assert "/home/desk" not in render(msgspec.structs.replace(document, reports=reports))


def test_value_is_marked_in_the_words_of_its_version() -> None:
    lit = [text_of(one) for one in page().cssselect(".difference .lit")]
    assert lit == ["a pier", "two piers"]


def test_headings_and_language() -> None:
    assert page().get("lang") == "en"
    assert len(page().cssselect("h1")) == 1
    levels = [int(one.tag[1]) for one in page().iter("h1", "h2", "h3", "h4")]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_story_without_lines_is_a_page() -> None:
    assert "No line could be dated" in text_of(page("empty"))


def test_context_is_what_is_declared() -> None:
    made = msgspec.structs.asdict(context(bridge()))
    assert set(made) == set(PageContext.__struct_fields__)


def test_same_document_same_page() -> None:
    assert render(bridge()) == render(bridge())


def test_crossing_places_light_up_together() -> None:
    document: StoryDocument = bridge()
    entry = document.entries[2]
    text = document.reports[0].text
    one = at(document.reports[0], text[49:120])
    other = at(document.reports[0], text[100:160])
    changed = msgspec.structs.replace(document, entries=(msgspec.structs.replace(entry, evidence=(one, other)),))
    made = render(changed)
    assert "of-r1-100-160 { background" in made


@pytest.mark.parametrize(
    "value", ["2011-10-28T14:06", "2011-10", "2011-W43", "2011-Q3", "2011-SU", "2011", "201", "19"]
)
def test_every_precision_reaches_the_page(value: str) -> None:
    document = bridge()
    entry = msgspec.structs.replace(document.entries[2], date=span(value))
    made = lxml.html.document_fromstring(render(msgspec.structs.replace(document, entries=(entry,))))
    assert text_of(made.cssselect("#e3 .when")[0]).startswith(date_words(span(value)).text)


def test_large_story_lists_what_was_read_after_its_parts_and_names_the_way() -> None:
    document = large()
    page = render(document)
    assert page.index('href="#what-was-read"') < page.index('id="timeline"') < page.index('id="what-was-read"')
    assert page.index('id="reports"') < page.index('id="what-was-read"')


def test_names_spelt_in_two_ways_stand_together() -> None:
    document = bridge()
    spelt = msgspec.structs.replace(document.differences[0], id="d9", kind="person", about="the name of Ana Lind")
    page = lxml.html.document_fromstring(
        render(msgspec.structs.replace(document, differences=(*document.differences, spelt)))
    )
    assert [one.get("id") for one in page.cssselect(".spellings li")] == ["d9"]
    assert "d9" not in [one.get("id") for one in page.cssselect(".difference")]
