"""A stretch of text that may be a name."""

from __future__ import annotations

import msgspec

from dateline.annotate.names.runs import Word
from dateline.model.annotations import EntityKind, Sentence
from dateline.model.evidence import Span


class Candidate(msgspec.Struct, gc=False):
    """A stretch that may be a name. ``sure``: 0 (a capital at most) .. 3 (a table or title says so)."""

    start: int
    end: int
    name: str
    words: int
    kind: EntityKind | None
    sure: int
    rule: str
    sentence_end: int
    opens: bool = False
    title: Span | None = None
    role: Span | None = None


def make(
    text: str, piece: list[Word], sent: Sentence, kind: EntityKind | None, sure: int, rule: str, opens: bool
) -> Candidate:
    start, end = piece[0].start, piece[-1].end
    return Candidate(start, end, text[start:end], len(piece), kind, sure, rule, sent.end, opens)
