"""Lists of feeds."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.read.opml import feeds_in, is_opml

SAMPLE = Path(__file__).parent / "samples" / "feeds.opml"


def test_each_feed_is_listed_once_whatever_its_folder() -> None:
    found = feeds_in(SAMPLE.read_bytes())
    assert [tuple(one) for one in found] == [
        ("https://wire.example/feed.xml", "Northern Wire"),
        ("https://post.example/rss", "Harbour Post"),
    ]


@pytest.mark.parametrize(
    "data", [b"", b"<opml", b"<opml><body><outline xmlUrl='javascript:x'/></body></opml>", b"\xff"]
)
def test_what_names_no_feed_gives_none(data: bytes) -> None:
    assert feeds_in(data) == []


def test_a_list_is_known_by_its_content() -> None:
    assert is_opml(SAMPLE.read_bytes())
    assert not is_opml(b"an <opml> in the text")
