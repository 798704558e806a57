"""Where the reports of a story do not agree."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.material import Material
from dateline.model.story import Difference, Entry, Figure, Quotation


def differences(
    material: Material, entries: Sequence[Entry], quotations: Sequence[Quotation], figures: Sequence[Figure]
) -> tuple[Difference, ...]:
    """The differences of a story, those that matter most first."""
    return ()
