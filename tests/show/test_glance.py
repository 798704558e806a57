from __future__ import annotations

import msgspec

from dateline.show.glance import glance
from dateline.show.view import story_view
from tests.show.stories import bridge, empty, span


def test_glance_names_the_newest_event_what_is_due_and_what_is_disputed() -> None:
    found = {one.label: one for one in glance(story_view(bridge()))}
    assert found["Newest event"].href == "#e6" and found["Newest event"].day == "14 May 2024"
    assert found["Due next"].day == "3–31 May 2024"
    assert found["In dispute"].href.startswith("#d")
    assert "Figure that moved" not in found


def test_rising_toll_is_named_and_a_jumping_sum_is_not() -> None:
    document = bridge()
    figure = document.figures[0]

    def with_values(*values: float) -> list[str]:
        made = tuple(
            msgspec.structs.replace(figure.values[0], value=value, as_of=span(f"2024-05-0{day}"))
            for day, value in enumerate(values, start=3)
        )
        changed = msgspec.structs.replace(document, figures=(msgspec.structs.replace(figure, values=made),))
        return [one.text for one in glance(story_view(changed)) if one.label == "Figure that moved"]

    assert with_values(3, 9, 12) == ["cars a day: about 3, then about 12"]
    assert with_values(3, 90, 12) == []


def test_story_without_anything_gives_nothing() -> None:
    assert glance(story_view(empty())) == ()


def test_spelling_of_a_name_and_spoken_words_are_nothing_to_glance_at() -> None:
    document = bridge()
    spelt = msgspec.structs.replace(document.differences[0], kind="person", about="the name of Ana Lind")
    spoken = [msgspec.structs.replace(one, text=f'"{one.text}"') for one in document.commitments]
    changed = msgspec.structs.replace(document, differences=(spelt,), commitments=tuple(spoken))
    assert not {"In dispute", "Due next"} & {one.label for one in glance(story_view(changed))}


def test_plan_that_falls_due_names_its_maker_where_its_words_do_not() -> None:
    document = bridge()
    maker = next(one for one in document.entities if one.kind == "person")
    plans = tuple(msgspec.structs.replace(one, by=maker.id, text="He will reopen it.") for one in document.commitments)
    found = {one.label: one for one in glance(story_view(msgspec.structs.replace(document, commitments=plans)))}
    assert found["Due next"].text == f"{maker.name}: He will reopen it."
