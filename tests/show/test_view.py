from __future__ import annotations

import msgspec
import pytest

from dateline.show.making import MOST_CITES, SMALL, literal_pieces
from dateline.show.view import story_view
from tests.show.stories import bridge, empty


def test_copies_count_once() -> None:
    view = story_view(bridge())
    assert view.summary.read == "4 reports, 3 texts"
    first = view.entries[0]
    assert (first.count, first.sources) == ("2 reports, 1 text", "Harbour Post, Fjord Daily")
    assert [row.copy_of for row in view.reports] == [None, "r1", None, None]
    assert view.reports[0].copies == 1


def test_summary_says_what_is_known_of_the_dates() -> None:
    summary = story_view(bridge()).summary
    assert summary.span == "3–14 May 2024"
    assert summary.dated == "dates 3 stated and 1 inferred"
    assert story_view(empty()).summary.dated == "date unknown"


def test_doubtful_dates_are_named_and_counted() -> None:
    document = bridge()
    weak = msgspec.structs.replace(document.reports[2].published, confidence=0.3)
    reports = tuple(msgspec.structs.replace(one, published=weak) if one.id == "r3" else one for one in document.reports)
    view = story_view(msgspec.structs.replace(document, reports=reports))
    assert [row.doubtful for row in view.reports] == [False, False, True, False]
    assert view.summary.dated == "dates 3 stated and 1 inferred (1 of these doubtful)"


def test_background_stands_apart() -> None:
    view = story_view(bridge())
    assert [row.id for row in view.background] == ["e1", "e2"]
    assert [row.id for row in view.entries] == ["e3", "e4", "e5", "e6", "e7", "e8"]


def test_quotation_marks_only_for_words_that_stand_in_a_report() -> None:
    said = {row.id: row for speaker in story_view(bridge()).speakers for row in speaker.quotations}
    assert {name for name, row in said.items() if row.pieces} == {"q1", "q2"}
    assert said["q2"].marks_lost and not said["q1"].marks_lost
    assert said["q5"].denied


@pytest.mark.parametrize(
    ("text", "quote", "pieces"),
    [
        ("We will go", 'She said: "We will go."', ("We will go",)),
        ("We will go, but not now", '"We will go," she said, "but not now."', ("We will go,", "but not now")),
        ("We will stay", '"We will go," she said.', ()),
        ("We agreed. We will go", '"We agreed," she said. "We will go."', ("We agreed", "We will go")),
        ("Never", '"Never," she said.', ("Never",)),
        ('the plan "a good one', 'She called the plan "a good one".', ()),
        ("", "Nothing.", ()),
    ],
)
def test_literal_pieces_stand_so_in_the_quote(text: str, quote: str, pieces: tuple[str, ...]) -> None:
    assert literal_pieces(text, [quote]) == pieces
    assert all(piece in quote for piece in pieces)


def test_speakers_who_are_known_come_first() -> None:
    assert [one.name for one in story_view(bridge()).speakers] == ["Ingrid Solheim", "Tor Lund", "a spokesman"]


def test_said_by_day_is_in_order_and_undated_last() -> None:
    days = [day.text if day else None for day, _ in story_view(bridge()).said_by_day]
    assert days == ["3 May 2024", "7 May 2024", "14 May 2024", None]


def test_entry_points_to_its_plan() -> None:
    rows = {row.id: row for row in story_view(bridge()).entries}
    thread = rows["e5"].thread
    assert thread and (thread.id, thread.state) == ("c2", "kept")
    assert rows["e3"].thread is None


def test_only_quantities_that_move_are_series() -> None:
    assert [row.series for row in story_view(bridge()).figures] == [False, False]
    assert story_view(bridge()).figures[1].values[0].text == "40 million to 55 million crowns"


def test_line_with_many_places_counts_what_it_does_not_show() -> None:
    document = bridge()
    entry = document.entries[2]
    many = msgspec.structs.replace(entry, evidence=entry.evidence * MOST_CITES)
    row = story_view(msgspec.structs.replace(document, entries=(many,))).entries[0]
    assert (len(row.cites), row.more) == (MOST_CITES, MOST_CITES)


def test_name_that_nothing_tells_to_be_a_persons_is_among_the_other_names() -> None:
    document = bridge()
    person = next(one for one in document.entities if one.kind == "person")
    thing = msgspec.structs.replace(person, id="p99", name="Paralympics", roles=(), aliases=())
    view = story_view(msgspec.structs.replace(document, entities=(*document.entities, thing)))
    assert "Paralympics" not in [row.name for row in view.people]
    assert "Paralympics" in [row.name for label, rows in view.other_entities if label == "Other names" for row in rows]


def test_doubtful_person_points_to_whom_it_probably_is() -> None:
    document = bridge()
    person = next(one for one in document.entities if one.kind == "person")
    other = msgspec.structs.replace(person, id="p99", name=person.name.split()[-1], perhaps=(person.id,))
    view = story_view(msgspec.structs.replace(document, entities=(*document.entities, other)))
    (row,) = [row for row in view.people if row.id == "p99"]
    assert row.perhaps == ((person.id, person.name),)
    assert row.doubt == "only the surname tells"


def test_surname_only_is_told_where_most_reports_give_no_more() -> None:
    document = bridge()
    people = [one for one in document.entities if one.kind == "person"]
    changed = msgspec.structs.replace(people[0], by_surname=len(people[0].evidence))
    view = story_view(msgspec.structs.replace(document, entities=(changed,)))
    assert "by surname only" in view.people[0].doubt
    assert all(not row.doubt for row in story_view(document).people)


def test_figure_of_one_value_is_alike_however_it_is_bounded() -> None:
    document = bridge()
    figure = document.figures[0]
    about = msgspec.structs.replace(figure.values[0], bound="more than")
    changed = msgspec.structs.replace(figure, values=(figure.values[0], about))
    (row,) = story_view(msgspec.structs.replace(document, figures=(changed,))).figures
    assert row.alike and len(row.cites) == len(figure.values[0].evidence) * 2
    assert not story_view(document).figures[0].alike


def test_aliases_that_differ_in_capitals_are_told_once() -> None:
    document = bridge()
    person = next(one for one in document.entities if one.kind == "person")
    changed = msgspec.structs.replace(person, aliases=(person.name.upper(), "Lind", "LIND", "Annie"))
    view = story_view(msgspec.structs.replace(document, entities=(changed,)))
    assert view.people[0].aliases == "Lind, Annie"


@pytest.mark.parametrize(
    ("name", "aliases", "shown"), [("Zyx Store", (), False), ("Zyx Lindqvist", ("Lindqvist",), True)]
)
def test_unknown_name_of_a_large_story_is_a_persons_where_its_last_word_is_used_alone(
    name: str, aliases: tuple[str, ...], shown: bool
) -> None:
    document = bridge()
    person = next(one for one in document.entities if one.kind == "person")
    thing = msgspec.structs.replace(person, id="p99", name=name, aliases=aliases, roles=())
    small = msgspec.structs.replace(document, entities=(*document.entities, thing))
    more = tuple(msgspec.structs.replace(document.reports[3], id=f"x{number}") for number in range(SMALL))
    large = msgspec.structs.replace(small, reports=(*document.reports, *more))
    assert (name in [row.name for row in story_view(large).people]) is shown
    assert name in [row.name for row in story_view(small).people]
