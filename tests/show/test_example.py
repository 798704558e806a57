"""The example, from its files to the page: what holds for the hand-made story holds for a real one."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import lxml.html
from lxml.html import HtmlElement

import dateline
from dateline.show.markdown import render as as_markdown
from dateline.show.page import render

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "nato-libya-2011"


@cache
def story() -> dateline.StoryDocument:
    return dateline.build(dateline.read_reports([str(EXAMPLE)], on_problem=lambda problem: None))


@cache
def page() -> HtmlElement:
    return lxml.html.document_fromstring(render(story()))


def test_every_report_is_read_and_nothing_else() -> None:
    assert len(story().reports) == len(list(EXAMPLE.iterdir())) == 6


def test_every_link_has_its_place() -> None:
    ids = [one.get("id") for one in page().cssselect("[id]")]
    assert len(ids) == len(set(ids))
    assert {one.get("href")[1:] for one in page().cssselect("a[href^='#']")} <= set(ids)


def test_every_line_has_a_sentence_and_every_mark_its_words() -> None:
    rows = page().cssselect("li.entry")
    assert len(rows) == len(story().entries) > 10
    for row in rows:
        for figure in row.cssselect("figure.cite"):
            words = " ".join(figure.cssselect("blockquote")[0].text_content().split()).strip("“”")
            mark = page().get_element_by_id(figure.cssselect(".ways a")[0].get("href")[1:])
            assert words.strip('"') in " ".join(mark.text_content().split())


def test_quotation_marks_stand_only_round_words_of_a_report() -> None:
    texts = [" ".join(one.text.split()) for one in story().reports]
    for text in (page().cssselect("main")[0].text_content(), as_markdown(story()).replace("\\", "")):
        found = re.findall(r"“([^“”]+)”", " ".join(text.split()))
        assert found
        assert not [words for words in found if not any(words in one for one in texts)]


def test_full_texts_are_on_the_page_as_given() -> None:
    for report in story().reports:
        article = page().get_element_by_id(report.id)
        for extra in article.cssselect("h3, .r-from, .num, .gap"):
            extra.drop_tree()
        shown = article.text_content().replace("↑", "")
        assert "".join(shown.split()) == "".join(report.text.split())
