from __future__ import annotations

import lxml.html
import msgspec

from dateline.model.story import Phase, StoryDocument
from dateline.show.overview import overview
from dateline.show.page import render
from dateline.show.phases import LEAST_LINES
from dateline.show.view import story_view
from tests.show.stories import bridge, span


def long_story(lines: int = LEAST_LINES + 10) -> StoryDocument:
    """The bridge with a line a day, in two phases and one line in none."""
    document = bridge()
    one = document.entries[2]
    entries = tuple(
        msgspec.structs.replace(one, id=f"e{n}", date=span(f"2024-0{4 + n // 28}-{n % 28 + 1:02}"))
        for n in range(lines)
    )
    cut = lines // 2
    ids = [entry.id for entry in entries]
    phases = (
        Phase("ph1", "2024-04-01", "2024-04-20", "The cracks", tuple(ids[:cut]), one.evidence),
        Phase("ph2", "2024-04-21", "2024-05-12", "The repair", tuple(ids[cut:-1]), one.evidence),
    )
    return msgspec.structs.replace(document, entries=entries, phases=phases)


def test_long_timeline_stands_under_its_phases() -> None:
    view = story_view(long_story())
    assert [(one.heading, len(one.entries)) for one in view.phases] == [("The cracks", 20), ("The repair", 19), ("", 1)]
    assert not any(one.entries[0].repeats_date for one in view.phases)


def test_short_timeline_stays_in_one_piece() -> None:
    assert [one.heading for one in story_view(long_story(LEAST_LINES - 1)).phases] == [""]


def test_page_leads_to_each_phase_from_drawing_list_and_rail() -> None:
    found = lxml.html.document_fromstring(render(long_story()))
    for where in (".band", ".phase-list a", ".rail-phases a"):
        assert {"#ph1", "#ph2"} == {one.get("href") for one in found.cssselect(where)}
    assert [one.text for one in found.cssselect(".phase h3 .p-heading")] == ["The cracks", "The repair"]


def test_bands_meet_but_do_not_overlap() -> None:
    for width in (860, 340):
        drawn = overview(story_view(long_story()), width)
        assert drawn
        first, second = drawn.bands
        assert first.x + first.width <= second.x + 0.01
        assert second.x + second.width <= width
