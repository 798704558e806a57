"""Threads between the parts of a story: entries to the commitments they make or settle, and the entities in use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

import msgspec

from dateline.model.evidence import Evidence
from dateline.model.material import Identities
from dateline.model.story import Commitment, Entity, Entry, Figure, Quotation
from dateline.weave.timeline.wording import LEFT_OUT

MOST_ENTITIES = 300
"""Entities shown at most, beside those that a part of the document refers to. A reader of a pile of thousands of
reports looks for the people of the story, not for every name in it; the count of mentions decides."""


def link_commitments(entries: Sequence[Entry], commitments: Sequence[Commitment]) -> tuple[Entry, ...]:
    """The entries, each with the id of the first commitment that rests on one of the same places.

    An entry that shows a part of its sentence may leave the commitment out: it must be of the day on which that was
    made or falls due.
    """
    by_id = {commitment.id: commitment for commitment in commitments}
    users: dict[str, list[tuple[int, int, str]]] = {}
    for commitment in commitments:
        places: list[Evidence] = [*commitment.evidence, *commitment.outcome]
        for step in commitment.steps:
            places.extend(step.evidence)
        for place in places:
            users.setdefault(place.report, []).append((place.start, place.end, commitment.id))
    linked = []
    for entry in entries:
        found = _user(entry.evidence, users)
        if found and LEFT_OUT in entry.text and not _is_of_its_days(entry, by_id[found]):
            found = None
        linked.append(msgspec.structs.replace(entry, commitment=found) if found and not entry.commitment else entry)
    return tuple(linked)


def _is_of_its_days(entry: Entry, commitment: Commitment) -> bool:
    return any(when is not None and when.overlaps(entry.date) for when in (commitment.made, commitment.due))


def _user(evidence: Iterable[Evidence], users: dict[str, list[tuple[int, int, str]]]) -> str | None:
    for place in evidence:
        for start, end, commitment in users.get(place.report, ()):
            if start < place.end and place.start < end:
                return commitment
    return None


def named_entities(
    identities: Identities,
    entries: Sequence[Entry],
    quotations: Sequence[Quotation],
    commitments: Sequence[Commitment],
    figures: Sequence[Figure],
) -> tuple[Entity, ...]:
    """The entities of the story: all that the document refers to, and the most mentioned others."""
    used: set[str | None] = set()
    for entry in entries:
        used.update(entry.entities)
        used.add(entry.place)
    for quotation in quotations:
        used.update((quotation.speaker, quotation.on_behalf, quotation.to))
    used.update(commitment.by for commitment in commitments)
    used.update(value.by for figure in figures for value in figure.values)
    ranked = sorted(identities.entities, key=lambda entity: (-entity.mentions, entity.id))
    used.update(entity.id for entity in ranked[:MOST_ENTITIES])
    kept = {entity.id for entity in identities.entities if entity.id in used}
    return tuple(_pointing(entity, kept) for entity in identities.entities if entity.id in used)


def _pointing(entity: Entity, kept: Set[str]) -> Entity:
    """The entity, without doubts that name entities left out."""
    perhaps = tuple(one for one in entity.perhaps if one in kept)
    return entity if perhaps == entity.perhaps else msgspec.structs.replace(entity, perhaps=perhaps)
