"""Story grouping: what belongs together, what only sounds alike, and what may not matter."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.made_reports import made_reports
from benchmarks.stories.__main__ import group
from benchmarks.stories_score import score
from dateline.group.stories import Grouper, NewReport
from dateline.group.stories.features import Rarity, features, stem, terms_of, unpacked, weigh
from dateline.group.stories.likeness import same_day, through_time
from dateline.group.stories.shelf import Shelf

QUAKE_NORTH = (
    "A quake of magnitude 6.1 struck Arvenholm at dawn and killed 14 people, the mayor Anna Berg said.",
    "Rescuers in Arvenholm dug for survivors of the quake of magnitude 6.1, mayor Anna Berg told reporters; 14 died.",
    "Anna Berg, mayor of Arvenholm, put the toll of the dawn quake at 14 and asked for tents.",
)
QUAKE_SOUTH = (
    "A quake of magnitude 5.4 struck Belcastro at night and killed 3 people, governor Bruno Castell said.",
    "Governor Bruno Castell visited Belcastro, where a quake of magnitude 5.4 at night killed 3 people.",
    "Belcastro counts 3 dead after the night quake of magnitude 5.4; governor Bruno Castell promised repairs.",
)


def reports(texts: Sequence[str], first: int = 0, day: dt.date | None = None) -> list[NewReport]:
    return [NewReport(first + n, text, terms_of(text), day) for n, text in enumerate(texts)]


def grouped(batch: Sequence[NewReport]) -> dict[int, int]:
    grouper = Grouper()
    grouper.add(batch)
    return {one.number: grouper.event_of(one.number) for one in batch}


def parts(of: dict[int, int]) -> set[frozenset[int]]:
    return {frozenset(n for n, event in of.items() if event == wanted) for wanted in of.values()}


def test_two_events_of_one_kind_are_told_apart_by_place_names_and_figures() -> None:
    of = grouped(reports(QUAKE_NORTH) + reports(QUAKE_SOUTH, 3))
    assert parts(of) == {frozenset({0, 1, 2}), frozenset({3, 4, 5})}


def test_the_same_words_weeks_apart_are_two_events() -> None:
    text = QUAKE_NORTH[0]
    batch = [*reports([text], 0, dt.date(2024, 1, 1)), *reports([text], 1, dt.date(2024, 3, 1))]
    assert parts(grouped(batch)) == {frozenset({0}), frozenset({1})}


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_within_a_batch_does_not_matter(chance: random.Random) -> None:
    batch = [
        NewReport(number, row["text"], terms_of(row["text"]), day and dt.date.fromisoformat(day))
        for number, row in enumerate(made_reports(40))
        for day in (row.get("published"),)
    ]
    wanted = grouped(batch)
    chance.shuffle(batch)
    assert grouped(batch) == wanted


def test_a_running_story_holds_together_events_that_follow_each_other() -> None:
    start = dt.date(2024, 1, 1)
    steps = (
        "Dockers of Corvessa led by Clara Dorn walked out over pay at the container terminal",
        "Dockers of Corvessa rejected the offer of the container terminal, Clara Dorn said after the walkout over pay",
        "Clara Dorn called the new offer of the Corvessa terminal fair, dockers vote on pay on Friday",
        "Dockers of Corvessa voted for the offer, Clara Dorn said, the terminal opens after the walkout",
    )
    rows = [
        {"id": str(n), "text": f"{step}. Report {n}.", "published": (start + dt.timedelta(days=4 * n)).isoformat()}
        for n, step in enumerate(steps)
    ]
    others = [{"id": f"o{n}", "text": text, "published": "2024-01-05"} for n, text in enumerate(QUAKE_NORTH)]
    found = {row["id"]: row["cluster"] for row in group(rows + others, "running")}
    assert len({found[str(n)] for n in range(4)}) == 1
    assert len({found[f"o{n}"] for n in range(3)}) == 1
    assert found["0"] != found["o0"]


@pytest.mark.parametrize("at_once", [1, 5])
def test_a_few_reports_on_something_new_open_a_story_in_an_archive_full_of_others(at_once: int) -> None:
    known = [{**row, "id": str(n)} for n, row in enumerate(made_reports(150))]
    names = ("Norrvik", "Orsa", "Pellinge", "Quist", "Ravnsborg")
    fresh = [
        f"The volcano Skarn above {name} threw ash over the valley; Ingrid Voss, the vulcanologist on watch, told "
        f"reporters that the crater of Skarn was filling with lava and that {name} would be cleared by helicopter."
        for name in names
    ]
    seen = [NewReport(n, row["id"], terms_of(row["text"]), _day(row.get("published"))) for n, row in enumerate(known)]
    seen += reports(fresh, len(seen), dt.date(2024, 3, 9))
    grouper = Grouper(recall=lambda numbers: [seen[number] for number in numbers])
    grouper.add(seen[:150])
    for start in range(150, len(seen), at_once):
        grouper.add(seen[start : start + at_once])
    stories = [grouper.story_of(number) for number in range(len(seen))]
    assert len(set(stories[150:])) == 1
    assert stories[150] not in stories[:150]


def _day(published: str | None) -> dt.date | None:
    return dt.date.fromisoformat(published) if published else None


def test_streaming_follows_made_up_stories() -> None:
    rows = [{**row, "id": str(n)} for n, row in enumerate(made_reports(120))]
    gold = [{"id": row["id"], "story": row["title"].split()[0]} for row in rows]
    precision, recall, _ = score(gold, group(rows, "event"))["bcubed"]
    assert precision > 90
    assert recall > 90


def test_every_report_is_in_one_event_and_that_in_one_story() -> None:
    shelf = Shelf()
    grouper = Grouper(shelf)
    rows = list(made_reports(80))
    for start in range(0, 80, 7):
        batch = reports([row["text"] for row in rows[start : start + 7]], start, dt.date(2024, 3, 1))
        grouper.add(batch)
    members = sorted(number for event in shelf.events for number in shelf.members(event))
    assert members == list(range(80))
    assert all(shelf.items[n].event == event for event in shelf.events for n in shelf.members(event))
    events = sorted(number for story in shelf.stories.values() for number in story.events)
    assert events == sorted(shelf.events)
    for story in shelf.stories.values():
        assert story.size == sum(len(shelf.members(number)) for number in story.events)
        assert story.volume == pytest.approx(sum(story.links.values()), abs=1e-6)
        for number, likeness in story.links.items():
            assert shelf.stories[number].links[story.number] == pytest.approx(likeness)


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("floods", "flood"),
        ("flooded", "flood"),
        ("cities", "city"),
        ("pass", "pass"),
        ("gas", "gas"),
        ("iran's", "iran"),
    ],
)
def test_stem(word: str, wanted: str) -> None:
    assert stem(word) == wanted


def test_a_word_with_a_capital_inside_a_sentence_is_a_name() -> None:
    found = features("Reading is fun. He lives in Reading and likes reading books about Kestrel.")
    assert "kestrel" in found.names
    assert "fun" not in found.names


def test_weights_are_a_unit_vector_weightiest_first() -> None:
    found = terms_of(QUAKE_NORTH[0])
    vector = weigh(found, [1] * len(found.numbers), Rarity(10))
    assert sum(weight * weight for weight in vector.weights) == pytest.approx(1, abs=1e-6)
    assert list(vector.weights) == sorted(vector.weights, reverse=True)


@given(st.dates(), st.dates())
def test_time_takes_from_a_likeness_and_never_adds(a: dt.date, b: dt.date) -> None:
    for share in (same_day(a.toordinal(), b.toordinal()), through_time(a.toordinal(), b.toordinal())):
        assert 0 <= share <= 1


@given(st.text(max_size=200))
def test_any_text_has_features(text: str) -> None:
    found = features(text)
    assert found.names <= found.counts.keys()
    assert unpacked(terms_of(text).packed()) == terms_of(text)
