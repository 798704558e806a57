from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from dateline.model.annotations import Mention
from dateline.model.story import Entry
from dateline.weave.timeline import entries
from dateline.weave.timeline.build import Pile, lines
from dateline.weave.timeline.topic import weight_of
from tests.weave.timeline_pile import pile

HEAD = "Ruth Aker, the mayor of Arden, spoke to the council of Arden about the ferry"


def _big(
    sentence: str,
    day: str = "2019-05-20",
    count: int = 14,
    before: str = f"{HEAD}.\n\nThe crew of the ferry of Arden waited.\n\n",
) -> Sequence[Entry]:
    """The timeline of a big pile about Ruth Aker of Arden, one report of which has the sentence."""
    rows = []
    for number in range(count):
        on = dt.date(2019, 5, 1) + dt.timedelta(number)
        rows.append((on.isoformat(), f"{HEAD} on {on:%A}, and visited quay {number + 20}."))
    rows.append((day, f"{HEAD}.\n\nThe crew of the ferry of Arden waited.\n\n{sentence}"))
    return entries(pile(rows), detail="full")


def _shown(words: str, found: Sequence[Entry]) -> list[str]:
    return [entry.date.value for entry in found if words in entry.text]


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Ruth Aker of Arden opened the new northern ferry line of the town on 18 May.", ["2019-05-18"]),
        ("Ruth Aker, who opened the northern ferry line of Arden on 2 April, met sailors.", []),
        ("Ruth Aker of Arden was due to open the northern ferry line of the town on 18 May.", []),
        ("Ruth Aker of Arden did not open the northern ferry line of the town on 18 May.", []),
        ("The Arden Arms, where Ruth Aker dined, sold the northern ferry line of the town on 18 May.", []),
        ("Ruth Aker of Arden had been due to open the northern ferry line of the town on 18 May.", []),
        ("I saw Ruth Aker of Arden open the northern ferry line of the town on 18 May.", []),
    ],
)
def test_a_big_pile_shows_of_one_text_what_was_done_on_its_day(sentence: str, days: list[str]) -> None:
    assert _shown("northern ferry line", _big(sentence)) == days


@pytest.mark.parametrize(
    ("deed", "shown"),
    [("won the vote on", True), ("was charged over", True), ("painted", False), ("has won friends for", False)],
)
def test_what_settles_a_thing_may_stand_far_down_in_its_report(deed: str, shown: bool) -> None:
    rows = []
    for number in range(14):
        on = dt.date(2019, 5, 1) + dt.timedelta(number)
        rows.append((on.isoformat(), f"{HEAD} on {on:%A}, and visited quay {number + 20}."))
    others = "The sea was rough.\n\nThe crew waited.\n\nThe cook left.\n\nThe quay was wet."
    rows.append(("2019-05-20", f"{HEAD}.\n\n{others}\n\nRuth Aker {deed} the northern ferry line of Arden on 18 May."))
    found = [line for line in lines(Pile(pile(rows))) if line.tellings[0].report == 14 and not line.spare]
    assert any(line.tellings[0].when.start == "2019-05-18" for line in found) is shown


@pytest.mark.parametrize(("day", "days"), [("20 May", ["2019-05-20"]), ("18 May", [])])
def test_what_comes_after_something_of_the_reports_own_day_is_of_that_day(day: str, days: list[str]) -> None:
    found = _big(
        f"Ruth Aker of Arden was arrested at the northern ferry line following a long chase on {day} at the quay."
    )
    assert _shown("northern ferry line", found) == days


@pytest.mark.parametrize(("deed", "shown"), [("won the vote on", True), ("opened", False)])
def test_of_a_comment_only_what_settles_a_thing_is_shown(deed: str, shown: bool) -> None:
    rows = []
    for number in range(14):
        on = dt.date(2019, 5, 1) + dt.timedelta(number)
        rows.append((on.isoformat(), f"{HEAD} on {on:%A}, and visited quay {number + 20}."))
    views = "I think we should thank Aker. Why don't we? I would."
    rows.append(("2019-05-20", f"{HEAD}. Ruth Aker {deed} the northern ferry line of Arden on 18 May. {views}"))
    found = [line for line in lines(Pile(pile(rows))) if line.tellings[0].report == 14 and not line.spare]
    assert any(line.tellings[0].when.start == "2019-05-18" for line in found) is shown


def test_names_in_common_do_not_make_two_lines_the_same() -> None:
    rows = []
    for number in range(14):
        on = dt.date(2019, 5, 1) + dt.timedelta(number)
        rows.append((on.isoformat(), f"{HEAD} on {on:%A}, and visited quay {number + 20}."))
    who = "Ruth Aker of the Port Party of Arden in the county of Lunde"
    rows += [("2019-05-20", f"{who} resigned on 18 May."), ("2019-05-27", f"{who} married on 25 May.")]
    days = {line.event.when.start for line in lines(Pile(pile(rows))) if not line.spare}
    assert {"2019-05-18", "2019-05-25"} <= days


def test_a_day_without_year_that_has_happened_lies_before_its_report() -> None:
    found = _big("Ruth Aker of Arden discussed the night of 8 November, when the old ferry sank off the coast.")
    assert "2019-11-08" not in {entry.date.value for entry in found}


def test_a_feast_in_a_name_is_no_day() -> None:
    found = _big("Ruth Aker of Arden played Songs For Christmas to the sailors of the northern ferry.")
    assert "2019-12-25" not in {entry.date.value for entry in found}


def test_the_shorter_timeline_of_a_big_pile_is_a_part_of_the_longer() -> None:
    rows = [
        ((dt.date(2019, 5, 1) + dt.timedelta(number)).isoformat(), f"{HEAD} on {number + 1} May and saw quay {number}.")
        for number in range(20)
    ]
    material = pile(rows)
    told = [{entry.text for entry in entries(material, detail=detail)} for detail in ("brief", "normal", "full")]
    assert told[0] <= told[1] <= told[2]
    assert len(lines(Pile(material))) >= len(told[1])


@pytest.mark.parametrize(
    "sentence",
    [
        "Ruth Aker of Arden sold the northern ferry line in the months leading up to the vote of 18 May.",
        "Ruth Aker of Arden stopped the northern ferry line following a quiet inspection at the wharf on 18 May.",
        "Ruth Aker of Arden asked the northern ferry line for a delay of the 18 May debate.",
    ],
)
def test_a_time_that_only_bounds_what_is_told_dates_nothing(sentence: str) -> None:
    assert _shown("northern ferry line", _big(sentence)) == []


def test_a_day_ahead_that_names_a_thing_stays_in_its_year() -> None:
    found = _big("Ruth Aker of Arden toured the northern ferry line in advance of the June 30 vote.")
    assert "2018-06-30" not in {entry.date.value for entry in found}


def test_a_big_pile_shows_no_line_of_one_text_on_somebody_whom_it_has_not_named() -> None:
    sentence = "Ms Vane opened the new northern ferry line of the islands on 18 May with a short speech."
    assert _shown("northern ferry line", _big(sentence)) == []


@pytest.mark.parametrize(("name", "weight"), [("Ruth Aker", 1.0), ("Aker", 1.0), ("Ruth Istine", 0.0), ("Ruth", 0.9)])
def test_a_first_name_makes_nobody_the_topic_who_has_another_surname(name: str, weight: float) -> None:
    assert weight_of(name, Mention(0, len(name), "person"), {"ruth": 0.9, "aker": 1.0}) == weight


@pytest.mark.parametrize(
    "sentence",
    [
        "Ruth Aker of Arden left, closing the northern ferry line of the town on 18 May.",
        "Ruth Aker of Arden passes the northern ferry line of the town on 18 May.",
        "A new poll of Arden showed on 18 May that the northern ferry line of Ruth Aker is liked.",
        "The northern ferry line of Ruth Aker of Arden came after a storm on 18 May.",
    ],
)
def test_a_big_pile_shows_no_line_of_one_text_that_does_not_tell_first_what_is_dated(sentence: str) -> None:
    assert _shown("northern ferry line", _big(sentence)) == []


def test_a_big_pile_leaves_out_what_joins_a_line_to_the_one_before() -> None:
    found = _big("However, Ruth Aker of Arden opened the new northern ferry line of the town on 18 May.")
    (text,) = [entry.text for entry in found if "northern" in entry.text]
    assert text.startswith("[…] Ruth Aker")


def test_a_report_in_its_writers_own_voice_makes_no_line() -> None:
    views = "I think we should all go. You don't? Perhaps you should. Let's see what it's like!"
    sentence = f"Ruth Aker of Arden opened the new northern ferry line of the town on 18 May. {views}"
    assert _shown("northern ferry line", _big(sentence)) == []


def test_bail_that_two_reports_tell_by_two_verbs_is_one_line() -> None:
    rows = [
        ((dt.date(2019, 5, 1) + dt.timedelta(n)).isoformat(), f"{HEAD} on {n + 1} May and saw quay {n}.")
        for n in range(12)
    ]
    rows += [
        ("2019-05-20", "Ruth Aker of Arden was granted bail on Monday after a night in the cells of the fort."),
        ("2019-05-20", "Ruth Aker, the mayor, was released on bail on Monday at the close of a long hearing."),
    ]
    found = entries(pile(rows), detail="full")
    assert sum("bail" in entry.text for entry in found) == 1


def test_the_sentence_with_the_verb_that_most_reports_have_is_shown() -> None:
    rows = [
        ((dt.date(2019, 5, 1) + dt.timedelta(n)).isoformat(), f"{HEAD} on {n + 1} May and saw quay {n}.")
        for n in range(12)
    ]
    rows += [
        ("2019-05-20", "Ruth Aker of Arden was jailed on Monday for nine years over the loss of the old ferry."),
        ("2019-05-21", "A judge jailed Ruth Aker of Arden for nine years over the loss of the old ferry on Monday."),
        ("2019-05-21", "Traders cheered when Ruth Aker of Arden was jailed for the loss of the old ferry on Monday."),
    ]
    (line,) = [entry for entry in entries(pile(rows), detail="full") if entry.date.value == "2019-05-20"]
    assert "cheered" not in line.text


@pytest.mark.parametrize(
    ("lead", "next_one", "shown"),
    [
        ("Ruth Aker has been sworn in as the warden of Arden's forts.", "She took the oath on Monday.", True),
        ("Ruth Aker has been sworn in as the warden of Arden's forts.", "She likes the sea.", True),
        ("Ruth Aker has joined the wardens of Arden's old forts.", "She took the oath on Monday.", True),
        ("Ruth Aker has joined the wardens of Arden's old forts.", "She likes the sea.", False),
        ("Ruth Aker has been a warden of Arden's forts and a pilot.", "She took the oath on Monday.", False),
        ("Ruth Aker has demonstrated much love of Arden's forts.", "She took the oath on Monday.", False),
        ("Ruth Aker sounded sad when she saw Arden's forts.", "She took the oath on Monday.", False),
    ],
)
def test_one_lead_in_the_perfect_is_shown_where_it_settles_a_thing_or_the_next_sentence_names_its_day(
    lead: str, next_one: str, shown: bool
) -> None:
    rows = []
    for number in range(14):
        on = dt.date(2019, 5, 1) + dt.timedelta(number)
        rows.append((on.isoformat(), f"{HEAD} on {on:%A}, and visited quay {number + 20}."))
    rows.append(("2019-05-20", f"{lead}\n\n{next_one} Aker of Arden met sailors. Aker of Arden left."))
    found = [line for line in lines(Pile(pile(rows))) if line.tellings[0].report == 14]
    assert any(line.tellings[0].basis == "lead" and not line.spare for line in found) is shown


def test_of_what_reports_tell_of_a_death_the_plea_is_not_shown() -> None:
    rows = [
        ((dt.date(2019, 5, 1) + dt.timedelta(n)).isoformat(), f"{HEAD} on {n + 1} May and saw quay {n}.")
        for n in range(12)
    ]
    rows += [
        ("2019-06-20", "Ruth Aker denied the murder of the pilot Paul Holt at the harbour of Arden on 2 February."),
        ("2019-06-21", "Ruth Aker is accused of shooting the pilot Paul Holt at the harbour of Arden on 2 February."),
    ]
    (line,) = [entry for entry in entries(pile(rows), detail="full") if entry.date.value == "2019-02-02"]
    assert "accused of shooting" in line.text


def test_a_lead_that_a_headline_runs_into_is_judged_by_its_own_verb() -> None:
    rows = []
    for number in range(14):
        on = dt.date(2019, 5, 1) + dt.timedelta(number)
        rows.append((on.isoformat(), f"{HEAD} on {on:%A}, and visited quay {number + 20}."))
    lead = "Aker gets nine years Ruth Aker, the mayor of Arden, has been jailed for nine years over the old ferry."
    rows.append(("2019-05-20", f"{lead}\n\nShe was led away at noon. Aker of Arden met sailors before."))
    told = next(one for one in Pile(pile(rows)).tellings if one.report == 14 and one.basis == "lead")
    assert told.lemma == "jail"


@pytest.mark.parametrize(("by", "shown"), [("", False), (" by the harbour master", True)])
def test_a_lead_that_accuses_names_who_accuses(by: str, shown: bool) -> None:
    rows = []
    for number in range(14):
        on = dt.date(2019, 5, 1) + dt.timedelta(number)
        rows.append((on.isoformat(), f"{HEAD} on {on:%A}, and visited quay {number + 20}."))
    lead = f"Ruth Aker has been accused of selling Arden's forts{by} to a brewer from the hills."
    rows.append(("2019-05-20", f"{lead}\n\nShe was accused on Monday. Aker of Arden met sailors. Aker of Arden left."))
    found = [line for line in lines(Pile(pile(rows))) if line.tellings[0].report == 14]
    assert any(line.tellings[0].basis == "lead" and not line.spare for line in found) is shown
