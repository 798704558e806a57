"""A saved page: metadata, paragraphs, and pages that are none."""

from __future__ import annotations

import datetime as dt
import io

import pytest

from dateline.model.problem import Problem
from dateline.model.report import Report
from dateline.read import read_reports
from dateline.read.fetch import Fetched
from dateline.read.reports import publication_from

HEAD = '<!DOCTYPE html><html lang="en-GB"><head><title>Road | E</title>{meta}</head>'
BODY = """<body><nav><p>Home and much more of the menu</p></nav><article><h1>Road to reopen</h1>
<p>Ministers agreed on Tuesday to reopen the northern road.</p><p>The road was closed<br>in March.</p>
<script>var x = "<p>no</p>";</script><aside><p>Read this instead of that</p></aside></article></body></html>"""
LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"},
{"@type": ["NewsArticle"], "headline": "Road to reopen", "datePublished": "2014-05-06T08:00:00+02:00",
"dateModified": "2014-05-07", "author": [{"name": "Ann Lee"}], "publisher": {"name": "E"}}]}</script>"""


def read(page: str | bytes) -> tuple[list[Report], list[Problem]]:
    problems: list[Problem] = []
    raw = page.encode() if isinstance(page, str) else page
    return list(read_reports(["-"], stdin=io.BytesIO(raw), on_problem=problems.append)), problems


def test_json_ld_states_title_dates_and_names() -> None:
    (report,), problems = read(HEAD.format(meta=LD) + BODY)
    assert problems == []
    assert (report.title, report.source, report.authors) == ("Road to reopen", "E", ("Ann Lee",))
    assert (report.day, report.updated, report.language) == (dt.date(2014, 5, 6), "2014-05-07", "en")
    assert report.text == "Ministers agreed on Tuesday to reopen the northern road.\n\nThe road was closed\nin March."


@pytest.mark.parametrize(
    "meta",
    [
        '<meta property="article:published_time" content="2014-05-06T08:00:00Z">',
        '<meta name="date" content="2014-05-06">',
        '<script type="application/ld+json">{broken</script><meta name="DC.date" content="2014-05-06">',
    ],
)
def test_meta_elements_state_the_date_where_json_ld_does_not(meta: str) -> None:
    (report,), _ = read(HEAD.format(meta=meta) + BODY)
    assert report.day == dt.date(2014, 5, 6)
    assert report.title == "Road to reopen"


def test_time_element_and_canonical_link() -> None:
    page = HEAD.format(meta='<link rel="canonical" href="https://e.org/road">') + BODY.replace(
        "<h1>", '<time datetime="2014-05-06">6 May</time><h1>'
    )
    (report,), _ = read(page)
    assert (report.day, report.url) == (dt.date(2014, 5, 6), "https://e.org/road")


def test_declared_charset_is_followed() -> None:
    page = HEAD.format(meta='<meta charset="iso-8859-1">') + BODY.replace("northern", "médiéval")
    (report,), problems = read(page.encode("iso-8859-1"))
    assert "médiéval" in report.text
    assert problems == []


def test_quotation_block_is_taken_once_and_the_longest_article_is_the_report() -> None:
    page = """<html><body><article><p>Another story, in short.</p></article><article>
    <p>The mayor spoke at length on Tuesday.</p><blockquote><p>We shall stay.</p></blockquote>
    <ul><li>The road is closed.</li></ul></article></body></html>"""
    (report,), _ = read(page)
    assert report.text == "The mayor spoke at length on Tuesday.\n\nWe shall stay.\n\nThe road is closed."


def test_text_that_only_json_ld_carries_is_taken() -> None:
    script = '<script type="application/ld+json">{"@type": "Article", "articleBody": "The road opened."}</script>'
    (report,), _ = read(f"<html><head>{script}</head><body><div>Menu</div></body></html>")
    assert report.text == "The road opened."


@pytest.mark.parametrize("page", ["<html></html>", "<!doctype html><p></p>", "<html><body><script>1</script></html>"])
def test_page_without_article_is_said(page: str) -> None:
    found, problems = read(page)
    assert found == []
    assert problems[0].level == "rejected"


def test_a_front_page_names_its_feed() -> None:
    page = b"<html><head><link rel='alternate' type='application/rss+xml' href='/feed.xml'></head><body></body></html>"
    problems: list[Problem] = []
    answer = Fetched("https://post.example/", page, "text/html")
    found = read_reports(["https://post.example/"], fetch=lambda _: answer, on_problem=problems.append)
    assert (list(found), len(problems)) == ([], 1)
    assert "it names a feed, add that: https://post.example/feed.xml" in problems[0].message


@pytest.mark.parametrize("stated", ["2417-09-03", "0001-01-01", "Tue, 06 May 9999 09:00:00 GMT"])
def test_a_year_without_newspapers_is_no_publication(stated: str) -> None:
    assert publication_from(stated) is None
