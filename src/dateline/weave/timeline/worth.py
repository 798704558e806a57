"""Whether a line that only one text of a big pile tells is worth a reader's while.

In a big pile every day has lines by the dozen. What several independent texts tell is kept; a line of a single text has
to be a sentence by itself on something done on its day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.model.material import Material
from dateline.weave.timeline.chronicle import PAGE, without_head
from dateline.weave.timeline.clauses import is_comment
from dateline.weave.timeline.events import StoryEvent
from dateline.weave.timeline.kinds import SPEECH
from dateline.weave.timeline.tellings import Telling
from dateline.weave.timeline.wording import leans, readable

FEWEST_WORDS = 9
"""Words of a line of one text."""

LEAST_READABLE = 0.75
"""As :func:`dateline.weave.timeline.wording.readable` has it: one fault is one too many."""

TEXTS_UNDATED = 3
"""Independent texts from which news is told that none of them puts on a day."""

_STANDING = re.compile(r"\b(?:is|are|was|were)\s+(?:accused|about|due|expected|set|likely|facing|charged|to)\b")
_NEVER_TOLD = re.compile(
    r"\b(?:was|were|had been)\s+(?:due|set|supposed|scheduled|expected|meant)\s+(?:to|for)\b", re.IGNORECASE
)
"""What was planned for a day, with nothing on whether it came."""

_NOTHING = re.compile(
    r"^[^,\"“]{0,90}\b(?:(?:was|were|did|has|have|had|is|are)(?: not\b|n['’]t\b)|[Tt]here (?:was|were) no\b)"
)
"""That something did not happen, or when it did is not said, told by one text."""

FAIRLY_READABLE = 0.65
"""The same for what several texts tell: one small fault is let pass."""

_FINITE = (
    r"(?:has|have|had|is|are|was|were|will|would|could|may|might|did|said|told|took|held|won|met|led|gave|went|came"
    r"|made|found|left|began|fell|rose|struck|broke|\w{2,}ed)"
)
_ONLY_A_BORDER = re.compile(
    r"\b(?:after|aftermath|since|before|following|until|despite|from|ahead)\b[^,.;]{0,40}$"
    r"|\b(?:after|aftermath of|since|before|following|despite|(?:leading |run-|running |build-)?up to|prior to"
    rf"|in advance of|on the eve of|ahead of)\b(?:(?!\b{_FINITE}\b)[^,.;]){{0,90}}$"
    r"|\b(?:delay|delays|postponement|cancellation|boycott|preparations|prospects?|hopes) (?:of|to|for|in)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
"""Up to the time: words that make it a border, or what kind of thing it belongs to ("a delay of Friday's debate")."""

_QUOTED = "\"“'‘"
_IN_QUOTES = re.compile(r"[\"“][^\"“”]*[\"”]")
_SPEAKS_HERSELF = re.compile(r"\b(?:I|I’m|I'm|we|you|my|our|us)\b")
_POINTS_BACK = re.compile(
    r"\b(?:of|in|to|on|for|from|by|after|with|about|at|as) (?:that|those|these|such)\s+"
    r"(?!year|week|month|morning|afternoon|evening|time|day|night|summer|winter|spring|autumn|who|which|in\b|of\b|with\b)"
    r"[a-z]{3,}"
)
"""A thing that an earlier sentence named: "a dismissal of that action"."""

ON_TOPIC = 0.1
"""Topicality from which one text's plan is the story's."""

KNOWN = 0.3
"""Topicality from which a name without first name is known to the story's readers."""

ALL_ON_TOPIC = 0.15
"""Mean topicality of a report from which what it tells without a name of the topic is still of the story."""


def showable(event: StoryEvent, told: Sequence[Telling], material: Material) -> list[Telling]:
    """Those of an event's tellings that a big pile's timeline may show, in the order given; often none.

    ``told``: the event's tellings, the one to show first in front.
    """
    if all(one.basis == "lead" for one in event.tellings):
        if event.families < TEXTS_UNDATED or told[0].position > 0:
            return []
        return [one for one in told if _fair(one, material) and not _STANDING.search(_text(one, material))]
    own = [one for one in told if one.kind == event.kind and (one.when.is_day or (one.alone and not event.when.is_day))]
    if event.families > 1:
        return [one for one in own if _fair(one, material)]
    return [one for one in own if _stands(one, event, material)]


def _fair(told: Telling, material: Material) -> bool:
    """Whether a sentence may stand for what several texts tell."""
    text = _text(told, material)
    return (
        readable(text) >= FAIRLY_READABLE
        and not told.aside
        and not _borders(told, material)
        and not _overdue(told, material)
        and not (told.kind == "act" and _NEVER_TOLD.search(text))
    )


def _overdue(told: Telling, material: Material) -> bool:
    """Whether it is told as still ahead on a day that is past."""
    day = material.reports[told.report].report.day
    return told.kind == "ahead" and day is not None and told.when.end < day.isoformat()


def _stands(told: Telling, event: StoryEvent, material: Material) -> bool:
    text = _text(told, material)
    if told.rule == PAGE:  # an editor found it worth a line
        return readable(text) >= FAIRLY_READABLE and not leans(without_head(text))
    if len(text.split()) < FEWEST_WORDS or readable(text) < LEAST_READABLE or leans(text):
        return False
    if told.basis == "lead" or told.aside or (told.kind == "ahead" and told.topical < ON_TOPIC):
        return False
    if told.kind == "act" and (
        _NEVER_TOLD.search(text) or ((told.status not in SPEECH or told.status == "denied") and _NOTHING.search(text))
    ):
        return False
    if _overdue(told, material) or is_comment(material.reports[told.report].report.text):
        return False
    if told.status in SPEECH and text[:1] in _QUOTED:
        return False
    if told.subject < KNOWN or (told.kind == "act" and told.sure == 0 and told.about < ALL_ON_TOPIC):
        return False
    if _SPEAKS_HERSELF.search(_IN_QUOTES.sub("", text)) or _POINTS_BACK.search(text):
        return False
    return told.rule not in ("noun", "no verb") and not _borders(told, material)


def _borders(told: Telling, material: Material) -> bool:
    """Whether the time only bounds what is told: "since the attacks of Sept. 11"."""
    annotated = material.reports[told.report]
    if told.basis == "lead":
        return False
    timex = next((t for t in annotated.notes.timexes if told.start <= t.start < told.end), None)
    end = timex.start if timex is not None else told.end - 1
    return bool(_ONLY_A_BORDER.search(annotated.report.text[told.sentence.start : max(told.sentence.start, end)]))


def _text(told: Telling, material: Material) -> str:
    return material.reports[told.report].report.text[told.sentence.start : told.sentence.end]
