"""What all mentions of a name say together: kinds by vote, surnames by the full names they are short for."""

from __future__ import annotations

import re

from dateline.annotate.names import lexicon as lex
from dateline.annotate.names.candidate import Candidate
from dateline.model.annotations import EntityKind
from dateline.text.gazetteer import tables


def settle(text: str, found: list[Candidate]) -> list[Candidate]:
    """The candidates that are names, each with the kind that its mentions agree on."""
    votes: dict[str, dict[EntityKind, int]] = {}
    inside: set[str] = set()
    for cand in found:
        if cand.kind:
            count = votes.setdefault(cand.name, {})
            count[cand.kind] = count.get(cand.kind, 0) + cand.sure * cand.sure
        if not cand.opens:
            inside.add(cand.name)
    persons, bodies = _short_forms(found)
    out = []
    for cand in found:
        if cand.words == 1 and cand.sure < 3 and cand.name.lower() in _NEVER:
            continue
        if cand.name in persons and (cand.sure < 3 or cand.kind == "person"):
            cand.kind, cand.rule = "person", cand.rule if cand.sure > 1 else "short for a full name"
        elif cand.name in bodies and cand.sure < 2:
            cand.kind, cand.rule = "organisation", "short for a full name"
        elif cand.name in votes:
            cand.kind = _winner(votes[cand.name])
        alone = cand.opens and cand.words == 1 and cand.sure < 2
        if alone and cand.name not in persons and cand.name not in inside and not _speaks(cand, text):
            continue
        if cand.kind is None:
            cand.kind = "person" if cand.name.lower() in tables().given else "other"
        out.append(cand)
    return out


def _speaks(cand: Candidate, text: str) -> bool:
    """Whether a word that opens a sentence is somebody's name for what follows it: "Costa said".

    A word that the report has in small letters too is none.
    """
    low = cand.name.lower()
    return cand.rule == "speaks" and not low.endswith(_NOUN_ENDS) and not _stands_in(text, low)


def _stands_in(text: str, low: str) -> bool:
    """Whether a word of small Latin letters stands in the text by itself."""
    if not (low.isascii() and low.isalpha()):
        return False
    at = text.find(low)
    while at >= 0:
        beside = text[at - 1 : at] + text[at + len(low) : at + len(low) + 1]
        if not any(char.isalnum() or char == "_" for char in beside):
            return True
        at = text.find(low, at + 1)
    return False


_NOUN_ENDS = ("s", "ing", "ment", "tion", "ly", "ed", "ity", "one", "body", "hip")
"""Ends of words that are common nouns or adverbs rather than surnames."""


def _winner(count: dict[EntityKind, int]) -> EntityKind:
    """The kind with the most votes; of equals the first by name."""
    if len(count) == 1:
        return next(iter(count))
    return min(sorted(count), key=lambda kind: -count[kind])


def _short_forms(found: list[Candidate]) -> tuple[dict[str, str], dict[str, str]]:
    """Short forms -> full name, of persons and of bodies that the report names in full."""
    persons: dict[str, str] = {}
    bodies: dict[str, str] = {}
    for cand in found:
        if cand.words < 2 or cand.sure < 1:
            continue
        parts = cand.name.split()
        if cand.kind == "person" and cand.sure == 1 and parts[-1].isupper():
            continue
        if cand.kind == "person" and cand.sure == 1:
            persons.setdefault(parts[-1], cand.name)
        elif cand.kind == "person":
            persons[parts[-1]] = cand.name
            bare = _PARTICLE.sub("", parts[-1])
            if bare[0].isupper():
                persons.setdefault(bare, cand.name)
            persons.setdefault(parts[0], cand.name)
            for at in range(1, len(parts) - 1):
                persons.setdefault(" ".join(parts[at:]), cand.name)
        elif cand.kind == "organisation" and cand.sure > 1:
            bodies[parts[-1]] = cand.name
            if len(parts) > _WITH_HEAD and parts[-1].lower() in lex.BODY_HEADS:
                bodies.setdefault(" ".join(parts[:-1]), cand.name)
    return persons, bodies


_WITH_HEAD = 2
"""Words of a body's name from which it is known without its last one too: "Costa Lund Bank", "Costa Lund"."""
_PARTICLE = re.compile(r"^(?:a[a-z]|el|ash)-")
_NEVER = lex.NO_NAMES | lex.FUNCTION | lex.ROLES | lex.TITLES
"""Words, in lower case, that alone are nobody's name."""
