from __future__ import annotations

from dateline.annotate.times.lexicon import Lexicon


def lexicon(*lines: str) -> Lexicon:
    made = Lexicon()
    made.read(lines)
    return made


def test_small_word_matches_in_any_spelling() -> None:
    words = lexicon("part: night=TNI").words
    assert words["night"] == words["Night"] == words["NIGHT"] == {"part": "TNI"}


def test_capitalised_word_matches_only_capitalised() -> None:
    assert set(lexicon("month: May=5").words) == {"May", "MAY"}


def test_word_keeps_all_its_classes() -> None:
    words = lexicon("unit: second=TS", "ordinal: second=2").words
    assert words["second"] == {"unit": "TS", "ordinal": 2}


def test_class_enters_the_words_of_another() -> None:
    words = lexicon("last: last=-1", "next: next=1", "dir: @last @next").words
    assert (words["last"]["dir"], words["next"]["dir"]) == (-1, 1)


def test_continuation_and_comment_lines() -> None:
    words = lexicon("a: one  # a comment", "    two", "", "b: three").words
    assert ("a" in words["one"], "a" in words["two"], "b" in words["three"]) == (True, True, True)


def test_abbreviation_takes_its_stop() -> None:
    made = lexicon("month: Nov.=11")
    assert made.abbreviations == {"nov."}
