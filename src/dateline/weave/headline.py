"""The story's title, from the reports' own words."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from dateline.model.material import Material
from dateline.model.story import Entity, Entry
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

ACCUSED = 0.5
"""The same for what somebody is accused of, where the weighty lines may tell what came of it."""

STATE = 0.7
"""The same for one whose clause tells how things are, not what was done."""

NO_DAY = 0.6
"""Share that an entry keeps which tells of a month or a year: what many reports say of it is mostly background."""

CHIEF_SHARE = 0.6
"""Share of the reports that name whom a pile is about."""

ONE_OF_MANY = 0.04
"""Share of the reports below which, telling the weightiest event, they are about somebody, not about what happened."""

LONG_YEARS = 2
"""Years after that of its first line in which such a story still goes on."""

MOST_TRIED = 40
"""Entries looked at for a title."""

_BREAK = re.compile(
    r",? (?=(?:which|who|whose|where|when|while|after|before|although|though|despite|following|amid|because|as)\b)"
    r"|[,;:] | -+ (?![A-Z])| – | — "
)
_ENDS_OPEN = re.compile(r"\b(?:the|a|an|of|to|in|on|and|or|for|with|by|that|from|at|said|says)$", re.IGNORECASE)

_ACCUSED = re.compile(r"\b(?:accused|suspected) of\b")
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
    of_somebody = _of_somebody(material, entries)
    if of_somebody:
        return of_somebody
    limit = material.as_of.isoformat() if material.as_of else "9999"
    newest = max((e.date.end for e in entries if e.status == "happened" and e.date.end <= limit), default="")
    reports = {one.report.id: one for one in material.reports}
    surname = _chief(material).split(" ")[-1]

    def worth(entry: Entry) -> tuple[float, str, str]:
        share = 1.0 if entry.status == "happened" and entry.date.end <= limit else OTHER_STATUS
        if surname and surname not in entry.text:
            share *= OTHER_SUBJECT
        if entry.date.precision not in ("day", "time"):
            share *= NO_DAY
        return entry.weight * share * (NEWEST if entry.date.end == newest else 1.0), entry.date.start, entry.id

    ordered = sorted((entry for entry in entries if not entry.background), key=worth, reverse=True)
    found = []
    for place, entry in enumerate(ordered[:MOST_TRIED]):
        short = heading(entry, reports[entry.evidence[0].report], LONGEST_TITLE)
        if short and (not surname or surname in short or surname not in entry.text):
            share = ACCUSED if _ACCUSED.search(short) else 1.0 if tells_a_deed(short) else STATE
            found.append((worth(entry)[0] * share, -place, short))
    if found:
        return max(found)[2]
    for entry in ordered:
        first = opening_clause(entry.text)
        if first:
            return first
    return cut(ordered[0].text) if ordered else " ".join(titles[-1].split()) if titles else ""


def _of_somebody(material: Material, entries: Sequence[Entry]) -> str:
    """ "Ann Lee, 2003-2011" for reports of years on many events of one person or body; "" for others."""
    chief = _chief(material)
    shown = [entry for entry in entries if not entry.background]
    if not chief or not shown:
        return ""
    first, last = shown[0].date.start[:4], max(entry.date.start[:4] for entry in shown)
    telling = max(len({one.report for one in entry.evidence}) for entry in shown)
    if int(last) - int(first) < LONG_YEARS or telling >= ONE_OF_MANY * len(material.reports):
        return ""
    return f"{chief}, {first}\N{EN DASH}{last}"


def _chief(material: Material) -> str:
    """The name of the person or body that most reports name, in a large pile; "" where there is none.

    A small pile tells one event, and its weightiest line is about that.
    """
    if len(material.reports) <= FEW_TITLES:
        return ""
    named = [one for one in material.identities.entities if one.kind in ("person", "organisation")]
    if not named:
        return ""
    first = max(named, key=lambda one: (len(one.evidence), one.mentions, one.id))
    return _in_full(first) if len(first.evidence) >= CHIEF_SHARE * len(material.reports) else ""


def _in_full(entity: Entity) -> str:
    """The entity's name, one of a single word with the title by which most reports call him: "Prince William"."""
    calls = Counter(one.quote for role in entity.roles for one in role.evidence)
    call, times = max(calls.items(), key=lambda call: (call[1], call[0]), default=(entity.name, 0))
    titled = " " not in entity.name and call.endswith(f" {entity.name}") and 2 * times >= len(entity.evidence)
    return call if titled else entity.name


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
