"""The story's title, from the reports' own words."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from dateline.model.material import Material
from dateline.model.story import Entry
from dateline.text.mojibake import as_meant
from dateline.text.words import content_words
from dateline.weave.deed import tells_a_deed
from dateline.weave.heading import heading

LONGEST_TITLE = 100
"""Characters. A longer one no longer reads as a headline."""

FEWEST_WORDS = 4
"""Words. A shorter one tells nothing."""

FEWEST_KNOWN, FEWEST_TITLE = 1, 3
"""Content words of a report's headline that the entries have too, and its words."""

KNOWN_SHARE = 0.4
"""Share of a headline's content words that the entries have."""

FEW_TITLES = 12
"""Headlines of which the newest tells how things stand; of more, the one nearest to the whole story is taken."""

OTHER_STATUS = 0.6
"""Share of its weight that an entry keeps as a title which is not something that happened."""

NEWEST = 1.5
"""What an entry of the story's newest day counts more: a title tells how things stand."""

OTHER_SUBJECT = 0.5
"""Share of its weight that an entry keeps as a title which does not name whom the whole pile is about."""

STATE = 0.7
"""The same for one whose clause tells how things are, not what was done."""

NO_DAY = 0.6
"""Share that an entry keeps which tells of a month or a year: what many reports say of it is mostly background."""

CHIEF_SHARE = 0.6
"""Share of the reports that name whom a pile is about."""

MOST_TRIED = 40
"""Entries looked at for a title."""

_BREAK = re.compile(
    r",? (?=(?:which|who|whose|where|when|while|after|before|although|though|despite|following|amid|because|as)\b)"
    r"|[,;:] | -+ (?![A-Z])| – | — "
)
_ENDS_OPEN = re.compile(r"\b(?:the|a|an|of|to|in|on|and|or|for|with|by|that|from|at|said|says)$", re.IGNORECASE)

_REMARK = re.compile(r",\s+(?:which|who|whose|whom|where|when)\b[^,]*$")
"""A remark on the subject, whose verb is still to come."""


def title(material: Material, entries: Sequence[Entry]) -> str:
    """A short headline: the newest report's own where reports have one, else the weightiest entry's opening clause."""
    return as_meant(_title(material, entries))


def _title(material: Material, entries: Sequence[Entry]) -> str:
    titles = [" ".join(annotated.report.title.split()) for annotated in material.reports if annotated.report.title]
    if titles and 2 * len(titles) >= len(material.reports):
        own = _best_title(titles, entries)
        if own is not None:
            return own
    limit = material.as_of.isoformat() if material.as_of else "9999"
    newest = max((e.date.end for e in entries if e.status == "happened" and e.date.end <= limit), default="")
    reports = {one.report.id: one for one in material.reports}
    chief = _chief(material)

    def worth(entry: Entry) -> tuple[float, str, str]:
        share = 1.0 if entry.status == "happened" and entry.date.end <= limit else OTHER_STATUS
        if chief and chief not in entry.text:
            share *= OTHER_SUBJECT
        if entry.date.precision not in ("day", "time"):
            share *= NO_DAY
        return entry.weight * share * (NEWEST if entry.date.end == newest else 1.0), entry.date.start, entry.id

    ordered = sorted((entry for entry in entries if not entry.background), key=worth, reverse=True)
    found = []
    for place, entry in enumerate(ordered[:MOST_TRIED]):
        short = heading(entry, reports[entry.evidence[0].report], LONGEST_TITLE)
        if short and (not chief or chief in short or chief not in entry.text):
            found.append((worth(entry)[0] * (1.0 if tells_a_deed(short) else STATE), -place, short))
    if found:
        return max(found)[2]
    for entry in ordered:
        first = opening_clause(entry.text)
        if first:
            return first
    return cut(ordered[0].text) if ordered else " ".join(titles[-1].split()) if titles else ""


def _chief(material: Material) -> str:
    """The last word of the name of the person or body that most reports name, in a large pile; "" where there is none.

    A small pile tells one event, and its weightiest line is about that.
    """
    if len(material.reports) <= FEW_TITLES:
        return ""
    named = [one for one in material.identities.entities if one.kind in ("person", "organisation")]
    if not named:
        return ""
    first = max(named, key=lambda one: (len(one.evidence), one.mentions, one.id))
    return first.name.split()[-1] if len(first.evidence) >= CHIEF_SHARE * len(material.reports) else ""


def _best_title(titles: Sequence[str], entries: Sequence[Entry]) -> str | None:
    """The newest headline of a few that speaks of what the entries tell; of many, the one that does most; None where
    none does ("In Speech to Congress", a paper's name)."""
    weights: dict[str, float] = {}
    for entry in entries:
        for word in sorted(set(content_words(entry.text))):
            weights[word] = weights.get(word, 0.0) + entry.weight
    fit = []
    for title in titles:
        words = set(content_words(title))
        known = words & weights.keys()
        if len(known) >= FEWEST_KNOWN and len(title.split()) >= FEWEST_TITLE and len(title) <= LONGEST_TITLE:
            share = len(known) / len(words)
            if share >= KNOWN_SHARE:
                fit.append((share * math.fsum(sorted(weights[word] for word in known)) / len(words), title))
    if not fit:
        return None
    return fit[-1][1] if len(titles) <= FEW_TITLES else max(fit)[1]


def opening_clause(text: str) -> str | None:
    """The first words of ``text`` up to a clause's end, as long as fits a headline; None where none fits."""
    text = text.removesuffix("[…]").strip()
    if len(text) <= LONGEST_TITLE:
        return text.rstrip(".")
    best = None
    for found in _BREAK.finditer(text, 0, LONGEST_TITLE + 2):
        head = text[: found.start()]
        if len(head) <= LONGEST_TITLE and len(head.split()) >= FEWEST_WORDS and _whole(head):
            best = head
    return best


def cut(text: str) -> str:
    """``text`` cut at the last blank before it grows longer than a headline."""
    if len(text) <= LONGEST_TITLE:
        return text.rstrip(".")
    return text[: text.rfind(" ", 0, LONGEST_TITLE)].rstrip(" ,;:-") + " …"


def _whole(head: str) -> bool:
    """Whether a title may end there: nothing hangs after its last comma, and every mark is closed."""
    if "," in head and len(head.rsplit(",", 1)[1].split()) < FEWEST_WORDS:
        return False
    if _REMARK.search(head):
        return False
    return not _ENDS_OPEN.search(head) and head.count('"') % 2 == 0 and head.count("(") == head.count(")")
