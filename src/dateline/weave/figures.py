"""Quantities compared over the reports of a story."""

from __future__ import annotations

from dateline.model.material import Material
from dateline.model.story import Figure


def figures(material: Material) -> tuple[Figure, ...]:
    """The figures of a story, those worth showing first."""
    return ()
