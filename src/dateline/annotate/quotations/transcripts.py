"""Transcripts: turns that open with the speaker's name and a colon ("ROMERO: We are ready.").

A report is read as one only where several paragraphs open so; then a turn runs over the paragraphs up to the next name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from dateline.annotate.quotations.draft import Draft
from dateline.annotate.quotations.tags import Tag
from dateline.annotate.speech import Verb
from dateline.model.annotations import Sentence
from dateline.model.evidence import Span

FEWEST_TURNS = 4
"""Paragraphs with a name before them from which a report is a transcript; a list or a form has one or two."""
_TURN = re.compile(
    r"(?P<name>[A-Z](?:[A-Z.'’-]|Mc(?=[A-Z]))+(?: [A-Z][A-Z.'’-]*){0,3})"
    r"(?P<office>, [^:\n]{2,60}| \([^:\n)]{2,40}\))?(?P<cue>:)\s+(?=\S)"
)
_COLON = Verb("say", "say", "clause", "past")
_LABELS = frozenset(
    "UPDATE NOTE BREAKING WATCH READ PHOTO PHOTOS VIDEO EDITOR CORRECTION SOURCE SOURCES IMAGE HTML URL".split()
)


def turns(text: str, sentences: Sequence[Sentence]) -> list[Draft]:
    """The turns of a transcript as drafts; an empty list where the report is none."""
    if text.count(":") < FEWEST_TURNS:
        return []
    paragraphs = [list(group) for _, group in groupby(sentences, key=lambda sent: sent.paragraph)]
    heads = [_TURN.match(text, sents[0].start, sents[-1].end) for sents in paragraphs]
    heads = [head if head is not None and head["name"] not in _LABELS else None for head in heads]
    if sum(head is not None for head in heads) < FEWEST_TURNS:
        return []
    out: list[Draft] = []
    for sents, head in zip(paragraphs, heads, strict=True):
        if head is not None:
            tag = Tag(Span(*head.span("name")), Span(*head.span("cue")), _COLON, 0, 0, 0)
            out.append(Draft([Span(head.end(), sents[-1].end)], tag, "lost marks: transcript"))
        elif out:
            out[-1].content.append(Span(sents[0].start, sents[-1].end))
    return out
