"""Evidence is literal, and what asserts something needs it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.evidence import LONGEST_EVIDENCE, Evidence, Span, cite
from dateline.model.report import Report
from dateline.model.story import Commitment, Difference, Entity, Entry, Figure, Quotation, Reuse, Role, Step, Version


@given(st.text(min_size=1), st.data())
def test_cite_quotes_the_text_at_its_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    report = Report("r1", text, "")
    if not text[start:end].strip():
        with pytest.raises(ValueError, match=r"span|evidence"):
            cite(report, start, end)
        return
    found = cite(report, start, end)
    assert text[found.start : found.end] == found.quote
    assert found.quote == found.quote.strip()
    assert start <= found.start < found.end <= end


def test_cite_cuts_over_long_places_at_a_blank() -> None:
    report = Report("r1", "word " * 400, "")
    found = cite(report, 0, 2000)
    assert len(found.quote) <= LONGEST_EVIDENCE
    assert found.quote.endswith("word")


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 2)])
def test_span_refuses_an_empty_or_backward_place(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="span"):
        Span(start, end)


def test_evidence_refuses_a_quote_of_another_length() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Evidence("r1", 0, 4, "three")


WITHOUT = [
    lambda: Entry("e1", None, "x", "said", 0.5, (), None, ()),
    lambda: Entity("n1", "X", "person", (), (), 1, ()),
    lambda: Role("chair", ()),
    lambda: Quotation("q1", None, None, "direct", "x", None, "affirmed", ()),
    lambda: Commitment("c1", "plan", None, "x", None, None, (), "open", ()),
    lambda: Step("kept", None, (), "why"),
    lambda: Figure("f1", "dead", None, ()),
    lambda: Version("1", ()),
    lambda: Difference("d1", "x", "date", ()),
    lambda: Reuse(("r1", "r2"), "same", 1.0, ()),
]


@pytest.mark.parametrize("make", WITHOUT)
def test_assertion_cannot_be_built_without_evidence(make) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match=r"evidence|value|versions"):
        make()
