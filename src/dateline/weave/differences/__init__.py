"""Where the reports of a story do not agree, each version with its evidence.

facts ──── one event told with two days
moments ── the same in a small pile, by what it happened to
lengths ── how long something lasted
tallies ── one thing counted by two reports with values that cannot both hold
retorts ── one thing counted by two sources of one report
people ─── one person with two ages, spellings, relations, trades or ranks
holders ── one part with two people
scenes ─── one event at two towns
sayings ── one saying in two mouths, or in two wordings
alike ──── which tellings speak of the same event

A wrong alarm costs more trust than a missed one wins: every rule asks for much the same words from texts that do not
copy each other. Contradictory positions of two people are no difference of fact.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.material import Material
from dateline.model.story import Difference, Entry, Figure, Quotation
from dateline.weave.differences.alike import Tellings
from dateline.weave.differences.draft import Draft
from dateline.weave.differences.facts import day_differences, once_differences
from dateline.weave.differences.holders import holder_differences
from dateline.weave.differences.lengths import length_differences
from dateline.weave.differences.moments import moment_differences
from dateline.weave.differences.people import person_differences
from dateline.weave.differences.sayings import saying_differences
from dateline.weave.differences.scenes import place_differences
from dateline.weave.differences.tallies import tally_differences
from dateline.weave.voices import readers

MOST = 40
"""Differences shown at most, the surest and gravest first."""

__all__ = ["differences"]


def differences(
    material: Material, entries: Sequence[Entry], quotations: Sequence[Quotation], figures: Sequence[Figure]
) -> tuple[Difference, ...]:
    """The differences of a story, those that matter most first, numbered d1, d2, ..."""
    drafts: list[Draft] = []
    voices = readers(material)
    tellings = Tellings(material, voices)
    drafts.extend(day_differences(material, tellings))
    drafts.extend(once_differences(material, tellings))
    drafts.extend(moment_differences(material, tellings))
    drafts.extend(length_differences(material, voices))
    drafts.extend(tally_differences(material))
    drafts.extend(person_differences(material, voices))
    drafts.extend(holder_differences(material, voices))
    drafts.extend(place_differences(material, voices))
    drafts.extend(saying_differences(material, voices))
    drafts.sort(key=lambda draft: (-draft.weight, draft.kind, _place(draft)))
    kept: list[Draft] = []
    seen: set[tuple[str, tuple[str, int]]] = set()
    told: set[tuple[str, str, frozenset[str]]] = set()
    for draft in drafts:
        places = {(draft.kind, (v.evidence[0].report, v.evidence[0].start)) for v in draft.versions}
        sides = (draft.kind, draft.about, frozenset(version.value for version in draft.versions))
        if not places & seen and sides not in told:
            seen |= places
            told.add(sides)
            kept.append(draft)
    return tuple(draft.numbered(number) for number, draft in enumerate(kept[:MOST], 1))


def _place(draft: Draft) -> tuple[tuple[str, int], ...]:
    return tuple((version.evidence[0].report, version.evidence[0].start) for version in draft.versions)
