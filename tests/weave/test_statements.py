from __future__ import annotations

import datetime as dt
import re

import pytest

from dateline.annotate.names import find_names
from dateline.annotate.quotations import find_quotations
from dateline.annotate.sentences import sentences
from dateline.group.identities import identify
from dateline.model.annotations import Annotated, Annotations, Timex
from dateline.model.dates import day_span
from dateline.model.evidence import LONGEST_EVIDENCE
from dateline.model.material import Material
from dateline.model.report import Block, Publication, Report
from dateline.model.story import Quotation
from dateline.weave.statements import quotations

MONDAY = dt.date(2011, 10, 24)


def annotated(number: int, text: str, day: dt.date | None = None) -> Annotated:
    sents = sentences(text, [Block("body", m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)])
    mentions = find_names(text, sents)
    timexes = tuple(
        Timex(m.start(), m.end(), "DATE", MONDAY.isoformat(), when=day_span(MONDAY))
        for m in re.finditer("Monday", text)
    )
    notes = Annotations(
        sentences=sents, timexes=timexes, mentions=mentions, quotes=find_quotations(text, sents, mentions)
    )
    return Annotated(Report(f"r{number}", text, "", published=Publication(date=day)), notes)


def said(*texts: str, day: dt.date | None = dt.date(2011, 10, 26)) -> tuple[Quotation, ...]:
    reports = tuple(annotated(number, text, day) for number, text in enumerate(texts, 1))
    return quotations(Material(reports, identify(reports), (), {one.report.id: one.report.id for one in reports}, day))


def test_quotation_has_speaker_words_and_evidence_with_its_tag() -> None:
    (quote,) = said('Ana Costa spoke. "The dam is safe," Costa said. "We will stay."')
    assert (quote.id, quote.kind, quote.speaker, quote.speaker_text) == ("q1", "direct", "p1", "Costa")
    assert quote.text == "The dam is safe. We will stay."
    assert quote.evidence[0].quote == '"The dam is safe," Costa said. "We will stay."'


def test_same_words_in_two_reports_are_one_quotation() -> None:
    (quote,) = said(
        'Ana Costa told reporters: "We seek help from neighbouring towns."',
        "Ana Costa spoke. She added: We seek help from neighboring towns.",
    )
    assert [evidence.report for evidence in quote.evidence] == ["r1", "r2"]


def test_cut_quotation_joins_the_whole_one() -> None:
    (quote,) = said(
        'Ana Costa said: "We seek help from all towns and from the port, and soon."',
        '"We seek help from all towns," Ana Costa said.',
    )
    assert quote.text == "We seek help from all towns and from the port, and soon."
    assert len(quote.evidence) == 2


def test_same_words_of_two_people_stay_two() -> None:
    assert len(said('"We will not go home," Ana Costa said.', '"We will not go home," Paul Reyes said.')) == 2


def test_attitudes_and_unnamed_pronouns_are_not_shown() -> None:
    assert said("The mayor wanted the union to wait for the vote. It said that the old dam was safe.") == ()


def test_unnamed_source_keeps_its_words_and_no_identity() -> None:
    (quote,) = said("A port official said the ferry had sunk at dawn.")
    assert (quote.speaker, quote.speaker_text) == (None, "A port official")


def test_relative_pronoun_is_told_by_what_it_stands_for() -> None:
    (quote,) = said("They pointed to the town's chief engineer, who said that the dam was not safe.")
    assert quote.speaker_text == "the town's chief engineer"


def test_day_in_the_tag_beats_the_reports_day() -> None:
    on_monday, today = said(
        "The mayor said on Monday that the dam was safe.", "The union said the dam was not safe at all."
    )
    assert on_monday.date == day_span(MONDAY)
    assert today.date == day_span(dt.date(2011, 10, 26))


def test_undated_report_gives_no_date() -> None:
    (quote,) = said("The mayor said the dam was safe.", day=None)
    assert quote.date is None


def test_quotations_are_ordered_by_day() -> None:
    found = said("The union said the dam was not safe.", "The mayor said on Monday that the dam was safe.")
    assert [quote.speaker_text for quote in found] == ["The mayor", "The union"]
    assert [quote.id for quote in found] == ["q1", "q2"]


def test_listener_medium_and_principal_are_kept() -> None:
    (quote,) = said("A spokesman for the Port Board told reporters in a statement that no ship had left.")
    assert (quote.to, quote.via, quote.on_behalf) == ("reporters", "in a statement", "the Port Board")


def test_evidence_holds_all_words_of_a_long_quotation() -> None:
    sentence = "We will stay here until the last of the boats is home. "
    (quote,) = said(f'"{sentence * 30}" Ana Costa said.')
    held = quote.evidence[0].quote
    assert len(held) <= LONGEST_EVIDENCE
    assert all(word in held for word in re.findall(r"\w+", quote.text))


def test_mixed_quotation_closes_its_marks() -> None:
    (quote,) = said('The dam was "as safe as houses," the mayor said.')
    assert quote.text == 'The dam was "as safe as houses"'


def test_own_words_after_a_dated_statement_are_of_that_day() -> None:
    text = 'Ana Costa said on Monday she expected rain all week.\n"I would not wait for it," she said. "Go."'
    assert [quote.date.start for quote in said(text) if quote.date] == ["2011-10-24", "2011-10-24"]


def test_day_of_another_clause_is_not_the_day_of_the_saying() -> None:
    (quote,) = said("Ana Costa, who has led the mill since Monday, said she would leave it.")
    assert quote.date is not None and quote.date.start == "2011-10-26"


def test_hoped_for_words_inside_what_was_said_are_not_shown_again() -> None:
    (quote,) = said('Ana Costa said she expected "full and frank answers".')
    assert quote.kind == "mixed"


def test_kinsman_named_in_another_report_is_the_speaker() -> None:
    text = "Ivan Costa fell.\nCosta's father said that he would ride again."
    quotes = said("Ivan Costa rode. His father, Piet Costa, wept.", text)
    assert [quote.speaker_text for quote in quotes] == ["Costa's father"]
    assert quotes[0].speaker is not None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Mayor Ana Costa urged both sides to keep to the truce.", "urged both sides to keep to the truce"),
        ("Mayor Ana Costa announced the end of the flood alert.", "announced the end of the flood alert"),
        ('Mayor Ana Costa condemned the raid "in the strongest terms".', 'condemned the raid "in the strongest terms"'),
        ("Mayor Ana Costa said that the dam was safe at last.", "the dam was safe at last"),
        (
            "Mayor Ana Costa said that the dam that helped the town was safe at last.",
            "the dam that helped the town was safe at last",
        ),
        ("Mayor Ana Costa said she would propose a ban on heavy barges.", "she would propose a ban on heavy barges"),
    ],
)
def test_phrase_is_shown_with_its_verb_and_a_clause_without(text: str, shown: str) -> None:
    (quote,) = said(text)
    assert quote.text == shown
