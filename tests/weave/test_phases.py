from __future__ import annotations

import datetime as dt

import pytest

from dateline.model.dates import day_span
from dateline.model.evidence import cite
from dateline.model.material import Material
from dateline.model.story import Entry, Phase
from dateline.weave.phases import FEWEST_ENTRIES, FEWEST_IN_PHASE, MOST_PHASES, phases
from dateline.weave.timeline import entries
from tests.weave.timeline_pile import BRIDGE, pile

RUNS = {
    "2019-03-01": "Engineers inspected part {number} of the Arden dam and closed its gate.",
    "2019-09-10": "Farmers of village {number} sued over lost water.",
    "2020-02-03": "Judges heard witness {number} on the flood.",
}
IN_RUN = 6
Told = tuple[Material, list[Entry], tuple[Phase, ...]]


@pytest.fixture(scope="module")
def dam() -> Told:
    """Three runs of six entries, half a year from each other."""
    texts = {day: " ".join(line.format(number=n + 11) for n in range(IN_RUN)) for day, line in RUNS.items()}
    material = pile(list(texts.items()))
    told: list[Entry] = []
    for annotated, start in zip(material.reports, RUNS, strict=True):
        for number, sentence in enumerate(annotated.notes.sentences):
            when = day_span(dt.date.fromisoformat(start) + dt.timedelta(number))
            place = cite(annotated.report, sentence.start, sentence.end)
            told.append(Entry(f"e{len(told) + 1}", when, place.quote, "happened", 0.5, (), None, (place,)))
    assert len(told) == IN_RUN * len(RUNS) >= FEWEST_ENTRIES
    return material, told, phases(material, told)


def test_phases_part_where_the_story_rests(dam: Told) -> None:
    assert [phase.start for phase in dam[2]] == list(RUNS)


def test_phases_hold_every_entry_once_in_order(dam: Told) -> None:
    _, told, found = dam
    assert [one for phase in found for one in phase.entries] == [entry.id for entry in told]
    assert all(len(phase.entries) >= FEWEST_IN_PHASE for phase in found)
    assert len(found) <= MOST_PHASES


def test_phases_are_headed_by_words_of_their_evidence(dam: Told) -> None:
    found = dam[2]
    assert all(phase.heading.lower() in phase.evidence[0].quote.lower() for phase in found)
    assert [phase.heading.split()[0] for phase in found] == ["Engineers", "Farmers", "Judges"]


def test_phases_of_a_short_timeline_are_none() -> None:
    material = pile(BRIDGE)
    assert phases(material, entries(material)) == ()
