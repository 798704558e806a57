"""What a small pile's timeline tells once, and what it keeps apart."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.story import Entry
from dateline.weave.timeline import entries
from dateline.weave.timeline.wording import clause, leans
from tests.weave.timeline_pile import pile


def told(*rows: tuple[str | None, str]) -> tuple[Entry, ...]:
    return entries(pile(rows))


def having(found: Sequence[Entry], words: str) -> list[Entry]:
    return [entry for entry in found if words in entry.text]


def test_stretch_with_two_ends_is_one_entry() -> None:
    found = told(("2017-06-12", "Ash fell on the town of Merrow from May 2 to May 6, the institute said on Monday."))
    assert "2017-05-02/2017-05-06" in {entry.date.value for entry in found}
    assert not {"2017-05-02", "2017-05-06"} & {entry.date.value for entry in found}


def test_denial_is_no_evidence_of_its_opposite() -> None:
    found = told(
        ("2017-06-12", "Dana Holt said on Monday that she would not sell the Merrow mill to the council."),
        (
            "2017-06-12",
            "Her brother Paul Holt said on Monday that the family would sell the Merrow mill to the council.",
        ),
    )
    assert all(len(entry.evidence) == 1 for entry in having(found, "mill"))


def test_names_alone_make_no_evidence() -> None:
    found = told(
        ("2017-06-12", "A second swimmer drowned on Sunday, said Ruth Vane of the Merrow Coast Guard."),
        ("2017-06-12", "The Merrow Coast Guard counted 16 boats on Sunday."),
    )
    assert all(len(entry.evidence) == 1 for entry in found)


def test_pronoun_brings_the_sentence_before_it() -> None:
    found = told(
        (
            "2017-06-12",
            (
                "Mayor Alice Grant opened the Orwell fair on Monday.\n\nThe Harbury brewery makes a dark beer.\n\n"
                "It closed its cellar on June 3 after a flood."
            ),
        )
    )
    (entry,) = [entry for entry in found if entry.date.value == "2017-06-03"]
    assert entry.text == "The Harbury brewery makes a dark beer. It closed its cellar on June 3 after a flood."
    assert [one.quote for one in entry.evidence] == [
        "It closed its cellar on June 3 after a flood.",
        "The Harbury brewery makes a dark beer.",
    ]


def test_plan_carried_out_on_its_day_is_evidence_of_what_happened() -> None:
    found = told(
        ("2017-06-12", "The ferry company will end its winter service to Orwell island on Friday, a manager said."),
        ("2017-06-17", "The last boat of the service to Orwell left at noon as the company stopped it on Friday."),
    )
    on_friday = [entry for entry in found if entry.date.value == "2017-06-16"]
    assert [entry.status for entry in on_friday] == ["happened"]


def test_report_in_a_window_still_dates_what_it_tells() -> None:
    found = told(
        ("2017-06-12", "Divers closed the Orwell Bridge on Monday."),
        ("2017-06-20", "The council reopened the Orwell Bridge on Tuesday."),
        (None, "The Orwell inquiry heard its last witness on July 3. It had begun on June 1, 2016."),
    )
    assert {"2017-07-03", "2016-06-01"} <= {entry.date.value for entry in found}


def test_lines_of_the_page_are_no_entries() -> None:
    found = told(
        ("2017-06-12", "The Orwell Tribune\n\nDivers closed the Orwell Bridge on Monday.\n\nMERROW, June 9, 2017")
    )
    assert [entry.text for entry in found] == ["Divers closed the Orwell Bridge on Monday."]


def test_place_is_the_one_that_the_clause_names() -> None:
    found = told(
        ("2017-06-12", "Ministers signed the accord in Geneva on Monday.\n\nThe accord was drafted on June 3.")
    )
    assert [bool(entry.place) for entry in found] == [False, True]


def test_clause_keeps_what_a_remark_is_about() -> None:
    text = "The handover of the keys, which had been due on Thursday, was put off until Saturday because of a flood."
    assert clause(text, 0, text.index(", was"), "happened") == text


def test_leans_on_the_quotation_that_began_before() -> None:
    assert leans('It was a habit of the house," said Ruth Vane, its cook.')
    assert not leans('"It was a habit of the house," said Ruth Vane, its cook.')
    assert leans('"I will come," he said.')


def hearings() -> list[tuple[str, str]]:
    """Reports enough for a big pile."""
    return [
        (
            f"2019-{month:02}-{day:02}",
            f"Ann Kirk went to court in Oden over the fire at the mill, hearing {day} of month {month}.",
        )
        for month in (3, 4, 5)
        for day in range(2, 26)
    ]


def test_what_is_not_done_one_day_does_not_stand_for_what_is_done_the_next() -> None:
    found = told(
        *hearings(),
        (
            "2019-06-14",
            "Ann Kirk has been convicted of manslaughter for setting the Oden mill on fire and killing nine.",
        ),
        (
            "2019-06-14",
            (
                "Oden's people waited long for an end of this. They had slept badly.\n\nThe judge was calm.\n\nJudge "
                "Ruth Vane said on Thursday, explaining why she was not convicting Ann Kirk of the murder of nine men."
            ),
        ),
    )
    assert [entry.date.value for entry in having(found, "convicted of manslaughter")] == ["2019-06-14"]


def test_lead_is_told_on_its_own_day_where_others_put_it_there() -> None:
    found = told(
        *hearings(),
        (
            "2019-06-14",
            "Ann Kirk has been convicted of negligence over the fire at the Oden mill, which killed nine men.",
        ),
        (
            "2019-06-14",
            (
                "Oden waits.\n\nJudge Ruth Vane said on Thursday why she would not convict Ann Kirk of arson over the "
                "fire at the Oden mill."
            ),
        ),
        (
            "2019-06-16",
            "On Friday Ann Kirk was convicted of negligence over the fire at the Oden mill, a court clerk said.",
        ),
    )
    assert {entry.date.value for entry in having(found, "convicted of negligence")} == {"2019-06-14"}


def test_death_announced_the_next_day_is_told_once() -> None:
    found = told(
        *hearings(),
        ("2019-06-14", "Ann Kirk died on 13 June 2019 of a long illness, her son said at the court in Oden."),
        (
            "2019-06-14",
            "Ann Kirk, of whom the mill's court case made a star, has died, the Oden council announced today.",
        ),
    )
    assert [entry.date.value for entry in found if "die" in entry.text] == ["2019-06-13"]
