"""Values in which annotators and readers differ."""

from __future__ import annotations

import pytest

from dateline import times
from dateline.annotate.times.guideline import DIFFERENCES, GUIDELINE
from dateline.annotate.times.operations import OPERATIONS

DAY = "2011-10-28"


@pytest.mark.parametrize(
    ("text", "reader", "guideline"),
    [
        ("It takes two to three weeks.", "P3W", "P2W"),
        ("It may take weeks or months.", "PXM", "PXW"),
        ("Prices fell over the past year.", "P1Y", "2010"),
        ("It will close over the next year or so.", "P1Y", "2012"),
        ("Prices fell over the past two years.", "P2Y", "P2Y"),
        ("Prices fell over the past month.", "P1M", "P1M"),
        ("It takes two weeks.", "P2W", "P2W"),
    ],
)
def test_guideline_differs_where_its_annotators_do(text: str, reader: str, guideline: str) -> None:
    assert [timex.value for timex in times.find(text, published=DAY)] == [reader]
    assert [timex.value for timex in times.find(text, published=DAY, guideline=True)] == [guideline]


def test_guideline_leaves_a_text_without_a_day_open() -> None:
    assert times.find("Prices fell over the past year.", guideline=True)[0].value == "P1Y"


def test_timeml_has_the_values_of_the_guideline() -> None:
    assert 'value="P2W"' in times.timeml("It takes two to three weeks.", published=DAY)


def test_every_difference_names_an_operation_and_a_reason() -> None:
    assert set(DIFFERENCES) <= set(OPERATIONS) == set(GUIDELINE)
    assert all(one.reason for one in DIFFERENCES.values())
