"""Names in a report: persons, organisations, places, events; with title and role.

No single mention decides what a name is: every place where it stands votes, and a full name seen once in the report
settles the surnames after it.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.names.candidates import Candidate, candidates
from dateline.annotate.names.pool import settle
from dateline.annotate.names.roles import appositions
from dateline.model.annotations import Mention, Sentence

__all__ = ["find_names"]


def find_names(text: str, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """The names in the sentences of ``text``, in order, without overlaps.

    ``sentences`` are those of the story itself (body, headline, caption): who wrote it is no name of the story.
    """
    found: list[Candidate] = []
    for sent in sentences:
        found.extend(candidates(text, sent))
    found = settle(text, found)
    out = []
    for cand in found:
        role = cand.role or (appositions(text, cand) if cand.kind == "person" else None)
        out.append(Mention(cand.start, cand.end, cand.kind or "other", cand.title, role, cand.rule))
    return tuple(out)
