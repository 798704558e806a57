from __future__ import annotations

import pytest

from dateline.weave.undated import without_days


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Council voted on Monday to close it", "Council voted to close it"),
        ("Council last night voted to close it", "Council voted to close it"),
        ("The Tuesday clashes went on", "The Tuesday clashes went on"),
        ("Closed since Monday", "Closed since Monday"),
        ("Monday's vote was close", "Monday's vote was close"),
        ("A show of Washington Saturday Night Live", "A show of Washington Saturday Night Live"),
        ("Leaders gather in Washington Saturday for talks", "Leaders gather in Washington for talks"),
    ],
)
def test_without_days_keeps_days_that_are_needed(text: str, left: str) -> None:
    assert without_days(text) == left
