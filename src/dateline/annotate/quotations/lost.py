"""Quotations whose marks the feed has lost."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.quotations.draft import Draft
from dateline.annotate.quotations.marks import Stretch
from dateline.model.annotations import Sentence

_FIRST_PERSON = frozenset("i we our us my me i'm i've i'd i'll we're we've we'd we'll ours mine myself ourselves".split())


def lost_marks(text: str, sentences: Sequence[Sentence], drafts: list[Draft], marked: Sequence[Stretch]) -> list[Draft]:
    """Drafts with those turned direct that are the speaker's own words though no marks stand round them."""
    for draft in drafts:
        if draft.rule == "direct" or draft.tag is None or any(t.start < s.after and s.outer < t.end for t in draft.content for s in marked):
            continue
        span = draft.content[0]
        colon = text[draft.tag.cue.end : span.start].strip().endswith(":")
        words = text[span.start : span.end].replace("’", "'").split()
        first = any(w.lower().strip(".,;?!") in _FIRST_PERSON for w in words)
        if draft.rule == "tag at the end" and first or colon or text[span.start] == ":":
            draft.rule = "lost marks: " + draft.rule
    return drafts
