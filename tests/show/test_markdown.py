from __future__ import annotations

import re

import pytest

from dateline.show.markdown import escaped, render
from tests.regenerate import HOW
from tests.show.stories import bridge, empty, hostile
from tests.show.test_terminal import GOLDEN


def test_story_is_the_golden_one() -> None:
    assert render(bridge()) == GOLDEN.with_name("bridge.md").read_text(encoding="utf-8"), HOW


def test_every_note_that_is_called_is_there_once() -> None:
    text = render(bridge())
    called = re.findall(r"(?<!^)\[\^(\d+)\]", text, re.MULTILINE)
    given = re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE)
    assert set(called) == set(given)
    assert len(given) == len(set(given))


def test_no_html_comes_through() -> None:
    assert not re.search(r"(?<!\\)<(?!https?:)", render(hostile()))


def test_story_without_lines() -> None:
    assert render(empty()) == "# Untitled\n\n1 report, dates unknown; date unknown.\n"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("a *b* [c](d)", r"a \*b\* \[c\](d)"),
        ("# not a heading", r"\# not a heading"),
        ("- not a list", r"\- not a list"),
        ("1. not a list", r"1\. not a list"),
        ("two\nlines", "two lines"),
        ("2011 was a year", "2011 was a year"),
    ],
)
def test_words_of_a_report_are_no_signs(words: str, text: str) -> None:
    assert escaped(words) == text
