from __future__ import annotations

import io

import pytest
from rich.console import Console

from dateline.show.parts import print_part
from tests.show.stories import bridge


def printed(part: str, width: int = 100) -> str:
    out = io.StringIO()
    print_part(bridge(), part, Console(file=out, width=width, color_system=None))
    return " ".join(out.getvalue().split())


@pytest.mark.parametrize(("part", "words"), [
    ("e3", "Ostervik closed its harbour bridge"),
    ("c2", "postponed: moved to 14 May"),
    ("q1", "Ingrid Solheim"),
    ("f1", "about 12,000, as of 14 May 2024"),
    ("d1", "Maybe only apparent: the second report is four days later"),
    ("p1", "Mayor:"),
])  # fmt: skip
def test_part_is_shown_with_its_words_and_places(part: str, words: str) -> None:
    text = printed(part)
    assert text.startswith(part) and words in text
    assert "characters" in text and "May 2024" in text


def test_every_part_has_a_page_of_its_own() -> None:
    document = bridge()
    kinds = (document.entries, document.commitments, document.quotations, document.figures, document.differences)
    assert all(printed(one.id) for some in (*kinds, document.entities) for one in some)


def test_unknown_part_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        printed("z9")
