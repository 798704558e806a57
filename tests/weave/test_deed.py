from __future__ import annotations

import pytest

from dateline.weave.deed import tells_a_deed


@pytest.mark.parametrize(
    ("short", "deed"),
    [
        ("Engineers closed the bridge", True),
        ("The bridge has been closed", True),
        ("The bridge is closed", True),
        ("The bridge is in need of repair", False),
        ("The mayor remains in office", False),
    ],
)
def test_tells_a_deed_is_false_for_how_things_are(short: str, deed: bool) -> None:
    assert tells_a_deed(short) is deed
