from __future__ import annotations

import doctest

import pytest
from lxml import etree

from dateline import times


def test_examples_in_the_docstring_hold() -> None:
    assert doctest.testmod(times).failed == 0


def test_paragraph_ends_an_expression() -> None:
    assert [t.value for t in times.find("He left in May\n\n1998 was dry.", published="2011-10-28")] == [
        "2011-05",
        "1998",
    ]


def test_line_break_does_not_end_an_expression() -> None:
    assert times.find("He left on May\n3, 1998.")[0].value == "1998-05-03"


def test_find_each_yields_report_by_report() -> None:
    reports = iter([("He left Friday.", "2011-10-28"), ("He left Friday.", None)])
    assert [found[0].value for found in times.find_each(reports)] == ["2011-10-28", "XXXX-WXX-5"]


def test_day_that_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="Octember"):
        times.find("He left.", published="28 Octember")


@pytest.mark.parametrize(
    "text",
    [
        "You may march on.",
        "Call 555 1234 or 0800 1998 1998.",
        "Prices fall and spring back in seconds flat.",
        "She finished second.",
        "April Jones met June Smith.",
        "It sold 1,998 shares at $1998 apiece.",
        "The 40-year-old was one of three quarters of them.",
        "The score was 3-2.",
    ],
)
def test_what_only_looks_like_time_is_left_alone(text: str) -> None:
    assert [text[t.start : t.end] for t in times.find(text, published="2011-10-28") if t.value != "PTXS"] == []


def test_timeml_is_well_formed_and_names_anchors() -> None:
    text = "He fell on Oct. 3 & died two days later.\x00"
    root = etree.fromstring(times.timeml(text, published="2011-10-28").encode())
    dct, first, second = root.iter("TIMEX3")
    assert dct.get("value") == "2011-10-28"
    assert (first.get("value"), first.get("anchorTimeID"), first.get("temporalFunction")) == (
        "2011-10-03",
        "t0",
        "true",
    )
    assert (second.get("value"), second.get("anchorTimeID")) == ("2011-10-05", "t1")
    assert "".join(root.find("TEXT").itertext()) == text.replace("\x00", " ")


@pytest.mark.parametrize(
    ("text", "point", "what"),
    [
        ("Prices fell in the past three months.", "endPoint", "t0"),
        ("It will close in the next two weeks.", "beginPoint", "t0"),
        ("It ended seven months after March 31.", "beginPoint", "t2"),
        ("It began two days before March 31.", "endPoint", "t2"),
    ],
)
def test_timeml_says_where_a_length_begins_or_ends(text: str, point: str, what: str) -> None:
    root = etree.fromstring(times.timeml(text, published="2011-10-28").encode())
    length = list(root.iter("TIMEX3"))[1]
    assert length.get(point) == what
    assert length.get({"endPoint": "beginPoint", "beginPoint": "endPoint"}[point]) is None


def test_timeml_gives_a_plain_length_no_point() -> None:
    root = etree.fromstring(times.timeml("The war lasted eight months.", published="2011-10-28").encode())
    length = list(root.iter("TIMEX3"))[1]
    assert (length.get("beginPoint"), length.get("endPoint"), length.get("temporalFunction")) == (None, None, "false")


def test_spanish_is_read_by_its_own_rules() -> None:
    found = times.find("Se reunieron la semana pasada; votan el lunes.", published="2011-10-28", language="es")
    assert [t.value for t in found] == ["2011-W42", "2011-10-24"]
