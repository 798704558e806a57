from __future__ import annotations

import msgspec
import pytest

from dateline.show.explain import explain
from dateline.show.making import MOST_CITES
from tests.show.stories import at, bridge


def test_explanation_has_every_place() -> None:
    document = bridge()
    entry = document.entries[2]
    many = msgspec.structs.replace(entry, evidence=entry.evidence * MOST_CITES)
    assert len(explain(msgspec.structs.replace(document, entries=(many,)), "e3").entry.cites) == 2 * MOST_CITES


def test_rivals_rest_on_the_same_words() -> None:
    assert [one.id for one in explain(bridge(), "e6").rivals] == ["e8"]
    assert explain(bridge(), "e7").rivals == ()


def test_differences_that_touch_the_words_are_named() -> None:
    assert [one.id for one in explain(bridge(), "e3").differences] == ["d1"]
    assert explain(bridge(), "e6").differences == ()


def test_inferred_date_of_a_report_behind_is_named() -> None:
    assert [one.id for one in explain(bridge(), "e5").inferred] == ["r3"]
    assert explain(bridge(), "e3").inferred == ()


def test_places_that_only_meet_are_no_rivals() -> None:
    document = bridge()
    report = document.reports[0]
    before = msgspec.structs.replace(document.entries[2], evidence=(at(report, "Nobody will drive"),))
    after = msgspec.structs.replace(document.entries[3], evidence=(at(report, " over it before"),))
    assert explain(msgspec.structs.replace(document, entries=(before, after)), "e3").rivals == ()


def test_unknown_line_raises() -> None:
    with pytest.raises(KeyError):
        explain(bridge(), "e99")
