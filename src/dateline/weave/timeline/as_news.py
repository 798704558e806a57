"""Whether a sentence tells what it dates as news does: done on its day, in its main clause, in the past.

Each function takes the report, annotated, and the telling that is one of its sentences.
"""

from __future__ import annotations

import datetime as dt
import re

from dateline.model.annotations import Annotated
from dateline.text.patterns import late
from dateline.weave.timeline import clauses
from dateline.weave.timeline.features import is_feature
from dateline.weave.timeline.kinds import SPEECH
from dateline.weave.timeline.remarks import QUOTED, is_colour
from dateline.weave.timeline.slight import does
from dateline.weave.timeline.tellings import Telling

FAR_BACK = 365
"""Days before its report after which what one text tells is background."""

FIRST_WORDS = 14
"""Words of a lead in which its verb stands."""

_IN_COURSE = late(r"\b(?:is|are) \w+ing\b")
_PERFECT = late(r"\b(?:has|have)\s+(?:\w+\s+){0,2}$")

_OPEN_END = late(r":\s*$|^[^\"]*\"[^\"]*$|“[^”]*$|â€œ(?:(?!â€).)*$|(?:\.\.\.|…)\W*$")
"""A sentence that leads to what comes after it, or breaks off, in a quotation or as press reviews do."""

_SIGNED = late(
    r", (?:writes|reports) (?:[a-z][\w-]+ ){0,3}[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3}(?: (?:in|from) [A-Z]\w+)?\.?$"
)
"""The writer at a standfirst's end: "..., writes Ann Lee"."""

_STILL_TO_COME = late(
    r"(?:[A-Z][\w’'-]+,? |[a-z]+ ){1,12}?will (?:today|tonight|later today|this (?:morning|afternoon|evening))\b"
)
"""A paper of the morning on its day: "The minister will today open ..."."""

_ADDRESS = late(r"\bhttps?:|\bwww\.")
"""A page's address among the words."""

_COUNTED = late(
    r"(?:In )?(?:An?|One|Another|The latest|[A-Z]\w+) (?:[\w-]+ )?(?:poll|survey)\b|One of the [^,.;]{3,60} is\b|If "
)
"""Figures of the day, and what would be if; neither happened."""

_DROP_CAPITALS = late(r"[A-Z]{4,} [A-Z]{2,} [a-z]+ ")
"""How leading articles open."""

_WHOSE_VERSION = late(r"(?:Police|Prosecution|Defen[cs]e|Prosecutors) [A-Z][a-z]+ (?!said|says)[a-z]+(?:ed|d)\b")
"""A label of one side's account: "Police Lee fired at the door"."""

_NOWADAYS = late(r"Today,? |Now,? ")
_UP_TO_NOW = late(r"\b(?:has|have|is|are)\b")
"""Together: "Today, with credit scarce, China has become a lender" is of no day."""

_IS_SO = late(r"\b(?:is|are) (?:an?|the|now|in|at)\b(?![^.]*\b(?:after|as|when|because(?! of)|since|following)\b)")
"""How things are by now, without what made them so."""

_INSIDE = late(
    r"\b(?:since|after|before|until|because|although|whose|who|which)"
    r"(?: (?!\w+ed\b|(?:has|have|had|is|are|was|were|will|would|said|told|took|held|won|left|made|led|met)\b)"
    r"[^\s,]+){0,6}"
    r"(?: (?:has|have|had|was|were|is|are))? $"
)
"""Up to a verb: a conjunction whose verb it is."""

_ACCUSED = late(r"\b(?:accused|suspected|convicted|guilty) of (?:\w+ly )?$|\bcharged with (?:\w+ly )?$")
"""Up to a verb: what somebody is accused of is what the sentence tells of its day."""

_ALSO = late(
    r"(?:An?|The) (?:second|third|fourth|fifth|sixth|further) (?:charge|count|allegation|claim|man|woman|suspect)\b"
    r"(?! who)"
    r"|(?:[^,]{0,60}, )?(?:(?!that\b|who\b|which\b|to\b)[^\s,]+ ){1,5}?(?:also|again|once again) [a-z]+"
)
"""Soon after the head of a sentence: what it tells comes on top of something told before."""

_ALSO_DONE = late(r"\b(?:also|again) $")
_TODAY = late(r"(?: [a-z]+)? (?:today|tonight)\b")
"""After a verb in the present: told in the morning of what the day brings, not by a caption."""

LONGEST_TO_BE = 4
"""Characters of "have", where that is the verb."""

_SPEAKS_HERSELF = late(r"\b(?:I|I’m|I'm|we|you|my|our|us)\b")


def reads_as_news(text: str, verb: int) -> bool:
    """Whether a sentence is nobody's own voice, ends, and opens as news does. ``verb``: where its dated verb stands."""
    return not (
        speaks_herself(text)
        or _OPEN_END.search(text)
        or _ADDRESS.search(text)
        or text.startswith("(")
        or _SIGNED.search(text)
        or _STILL_TO_COME.match(text)
        or opens_on_other(text)
        or _DROP_CAPITALS.match(text)
        or _WHOSE_VERSION.match(text)
        or (_NOWADAYS.match(text) and _UP_TO_NOW.search(text[: verb + LONGEST_TO_BE]))
        or _ALSO_DONE.search(text[:verb])
    )


def opens_on_other(text: str) -> bool:
    """Whether it opens on a poll, a condition, a feature's scene, or on what was told before ("also")."""
    return bool(_COUNTED.match(text) or is_feature(text) or _ALSO.match(text))


def speaks_herself(text: str) -> bool:
    """Whether somebody says I, we or you outside quotation marks."""
    return _SPEAKS_HERSELF.search(QUOTED.sub("", text)) is not None


def is_news(annotated: Annotated, told: Telling) -> bool:
    """Whether a lead tells what somebody has done, and what is told of another day is told in the past."""
    text = annotated.report.text
    if told.basis == "lead":
        head = " ".join(text[told.sentence.start : told.sentence.end].split()[:FIRST_WORDS])
        present = re.compile(rf"\b{re.escape(told.lemma)}e?s\b") if told.lemma else _IN_COURSE
        if _IN_COURSE.search(head) or present.search(head) or present.match(text, told.head):
            return False
        if told.lemma == "be" and _IS_SO.search(text, told.sentence.start, told.sentence.end):
            return False
        return told.stands and bool(_UP_TO_NOW.search(head) or not clauses.is_state(told.lemma))
    return told.kind != "act" or gap(annotated, told) <= 1 or not _PERFECT.search(text, told.start, max(0, told.head))


def is_caption(annotated: Annotated, told: Telling) -> bool:
    """Whether it tells in the present tense what was done, as captions do: "A worker passes the bank"."""
    if told.rule != "verb" or told.kind != "act" or told.head < 0 or told.status in SPEECH:
        return False
    verb = annotated.report.text[told.head : told.head + len(told.lemma) + 3]
    present = re.match(rf"{told.lemma}e?s\b", verb)
    return present is not None and not _TODAY.match(annotated.report.text, told.head + present.end())


def is_main(annotated: Annotated, told: Telling) -> bool:
    """Whether the dated clause is what the sentence tells."""
    if told.basis != "own" or told.head < 0:
        return True
    if _INSIDE.search(annotated.report.text, told.sentence.start, told.head):
        return False
    if _ACCUSED.search(annotated.report.text, told.sentence.start, told.head):
        return True
    return clauses.is_main(annotated.report.text, told.sentence, told.start, told.head, told.status)


def long_past(annotated: Annotated, told: Telling) -> bool:
    """Whether one text looks back on it from over a year later: background, if it matters others tell it too."""
    return gap(annotated, told) > FAR_BACK


def overdue(annotated: Annotated, told: Telling) -> bool:
    """Whether it is told as still ahead on a day that is past."""
    day = annotated.report.day
    return told.kind == "ahead" and day is not None and told.when.end < day.isoformat()


def tells_a_deed(annotated: Annotated, told: Telling) -> bool:
    """Whether the event found is a verb of doing: "was today appointed" is, "was in St Paul" is not."""
    if told.rule in ("noun", "no verb"):
        return False
    if told.rule != "verb" or not (clauses.is_state(told.lemma) or is_colour(told.lemma)):
        return True
    return does(annotated.report.text, told.head, told.sentence.end)


def gap(annotated: Annotated, told: Telling) -> int:
    """Days from what is told to its report; 0 where the report has no day."""
    day = annotated.report.day
    return (day - dt.date.fromisoformat(told.when.end)).days if day is not None else 0
