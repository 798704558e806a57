"""What was announced, requested, promised or predicted, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.material import Material
from dateline.model.story import Commitment, Entry


def commitments(material: Material, entries: Sequence[Entry]) -> tuple[Commitment, ...]:
    """The commitments of a story, by the day that they were made."""
    return ()
