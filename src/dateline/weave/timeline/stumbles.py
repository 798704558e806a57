"""What a reader stumbles over in a sentence that may be shown: of those that tell an event, the smoothest is."""

from __future__ import annotations

import re

from dateline.model.annotations import Annotated
from dateline.text.patterns import late
from dateline.weave.timeline import as_news
from dateline.weave.timeline.cast import Cast
from dateline.weave.timeline.painting import opens_on_mood, paints
from dateline.weave.timeline.tellings import EARLY, Telling
from dateline.weave.timeline.wording import without_connective

LONG = 45
"""Words of a sentence from which a shorter one that tells the same is better."""

_FORETOLD = late(r"\b(?:predicted|expected|likely|poised|tipped|forecast) to\b")
"""Told before it was known how it went."""

_CONNECTED = late(r"\b(?:also|too|again|meanwhile|however|goes on|went on|instead|latter|both (?:men|sides))\b")
"""Words by which a sentence is tied to others of its report."""

_COUNTS = late(
    r"\b(?:ago|(?:last|this|next) (?:week|month|year)|now|currently|recently|in recent \w+|so far"
    r"|who (?:will|is (?:due|set|expected) to))\b",
    re.IGNORECASE,
)
"""Words whose time counts from the day of their report."""

_PLEADS = frozenset("deny admit confess acknowledge regret apologise apologize plead".split())
"""Verbs whose object may be what is dated: "denies the murder of his wife on 14 May"."""

LATER_THAN = 7
"""Days after what it tells from which a report's "last year" beside its day misleads."""


def blemishes(annotated: Annotated, told: Telling, cast: Cast, *, by_itself: bool) -> int:
    """How much a reader misses or stumbles over in the telling's sentence. ``by_itself``: it needs none before it."""
    text = annotated.report.text[told.sentence.start : told.sentence.end]
    long_after = as_news.gap(annotated, told) > LATER_THAN
    return sum(
        (
            not cast.knows_all(told),
            not cast.introduces(told),
            not cast.opens_with_it(told),
            bool(_FORETOLD.search(text)),
            not by_itself,
            told.position >= EARLY,
            told.early,
            len(text.split()) > LONG,
            bool(_CONNECTED.search(text)) or without_connective(text) != text,
            as_news.speaks_herself(text),
            long_after and _COUNTS.search(text) is not None,
            2 * (long_after and told.lemma in _PLEADS),
            2 * (paints(text) or opens_on_mood(text)),
            2 * ("•" in text),
        )
    )
