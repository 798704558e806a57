"""What all mentions of a name say together: kinds by vote, surnames by the full names they are short for."""

from __future__ import annotations

from collections import Counter, defaultdict

from dateline.annotate.names import lexicon as lex
from dateline.annotate.names.candidates import Candidate
from dateline.text.gazetteer import tables


def settle(text: str, found: list[Candidate]) -> list[Candidate]:
    """The candidates that are names, each with the kind that its mentions agree on."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    inside: set[str] = set()
    for cand in found:
        if cand.kind:
            votes[cand.name][cand.kind] += cand.sure * cand.sure
        if not cand.opens:
            inside.add(cand.name)
    persons = {}
    for cand in found:
        if cand.kind == "person" and cand.words > 1 and cand.sure > 1:
            parts = cand.name.split()
            persons[parts[-1]] = cand.name
            persons.setdefault(parts[0], cand.name)
            for at in range(1, len(parts) - 1):
                persons.setdefault(" ".join(parts[at:]), cand.name)
    out = []
    for cand in found:
        if cand.name in persons and (cand.sure < 3 or cand.kind == "person"):
            cand.kind, cand.rule = "person", cand.rule if cand.sure > 1 else "short for a full name"
        elif votes[cand.name]:
            cand.kind = max(sorted(votes[cand.name]), key=lambda kind: votes[cand.name][kind])  # type: ignore[assignment]
        elif cand.opens and cand.words == 1 and cand.name not in inside:
            continue
        elif cand.words == 1 and cand.name.lower() in lex.NO_NAMES | lex.FUNCTION | lex.ROLES | lex.TITLES:
            continue
        if cand.opens and cand.words == 1 and cand.sure < 2 and cand.name not in persons and cand.name not in inside:
            continue
        if cand.kind is None:
            cand.kind = "person" if cand.name.lower() in tables().given else "other"
        out.append(cand)
    return out
