"""A difference before it has its number."""

from __future__ import annotations

import msgspec

from dateline.model.story import Difference, DifferenceKind, Version


class Draft(msgspec.Struct, frozen=True):
    """What two or more reports tell differently. ``weight``: how sure and how grave, for the order."""

    kind: DifferenceKind
    about: str
    versions: tuple[Version, ...]
    note: str | None
    weight: float

    def numbered(self, number: int) -> Difference:
        return Difference(f"d{number}", self.about, self.kind, self.versions, self.note)
