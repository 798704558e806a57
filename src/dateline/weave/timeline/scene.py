"""Where an event was: the place that its own clause names, or the one from which its report is sent."""

from __future__ import annotations

import re

from dateline.model.annotations import Mention
from dateline.model.material import Material
from dateline.weave.timeline.kinds import SPEECH
from dateline.weave.timeline.tellings import Telling

_AT = re.compile(
    r"\b(?:in|at|near|outside|off)\s+(?:the\s+)?(?:(?:town|city|village|port|island|capital)(?:\s+of)?,?\s+)?$", re.I
)
_MORE = re.compile(r"(?:,\s+[A-Z][\w ]+)*,?\s+(?:and|or)\s+(?:in\s+)?[A-Z]")
_LOOK_BACK = 40
"""Characters before a name in which its preposition stands."""


def place_of(material: Material, told: Telling) -> str | None:
    """The entity of the place, None where the clause names none or several, and where somebody only speaks of it."""
    if told.kind == "changed" or told.status in SPEECH:
        return None
    annotated = material.reports[told.report]
    text = annotated.report.text
    begins, ends = (told.start, told.end) if told.basis == "own" else (told.sentence.start, told.sentence.end)
    places = [m for m in annotated.notes.mentions if m.kind == "place" and begins <= m.start < ends]
    named = [m for m in places if _AT.search(text, max(begins, m.start - _LOOK_BACK), m.start)]
    if any(_MORE.match(text, m.end) for m in named):
        return None
    if not named and told.basis == "lead" and told.position == 0:
        named = _dateline(material, told)
    found = {material.identities.of_mention.get((annotated.report.id, m.start)) for m in named}
    entity = next(iter(found)) if len(found) == 1 else None
    kinds = {one.id: one.kind for one in material.identities.entities} if entity else {}
    return entity if entity and kinds.get(entity) == "place" else None


def _dateline(material: Material, told: Telling) -> list[Mention]:
    """A mention of the place that the report's dateline names, if the report mentions it."""
    annotated = material.reports[told.report]
    head = (annotated.report.dateline or "").split(",")[0].strip().lower()
    text = annotated.report.text
    return [m for m in annotated.notes.mentions if m.kind == "place" and text[m.start : m.end].lower() == head][:1]
