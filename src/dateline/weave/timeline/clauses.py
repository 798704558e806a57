"""What a clause or a line is in its report: a remark beside the news, news without a day, a line of the page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache

from dateline.model.annotations import Event, Sentence, Status
from dateline.model.dates import DateSpan
from dateline.model.report import Report
from dateline.text.patterns import late
from dateline.weave.timeline.kinds import AHEAD, UNMET

FEWEST_VIEWS, CHARACTERS_A_VIEW = 3, 400
"""Signs of a writer's own voice from which a text is a comment, a blog or a letter, and the characters for each of them
at most. News reports of five outlets have fewer than one in 1,000 characters, mostly none."""

_VIEWS = (
    *(f" {word} " for word in """i my we our us you your should must ought perhaps maybe surely actually really i'm i've
    i’m i’ve it's it’s that's that’s there's there’s here's here’s what's what’s""".split()),
    " of course", "let's ", "let’s ", "n't ", "n’t ", "'re ", "’re ", "'ll ", "’ll ", "?", "!",
)  # fmt: skip
_IN_QUOTES = late(r"[\"“][^\"“”]{0,800}[\"”]|(?<!\w)['‘][^'‘’]{2,400}['’](?!\w)|â€œ[^â]{0,800}â€")

FEWEST_WORDS = 5
"""Words of a sentence that tells something without an event found in it. Less is a page's furniture."""

LONGEST_LINE = 16
"""Words of a line without a sentence's end that are taken for a headline or another line of the page."""

_ENDS = tuple(".!?…:;")
_CLOSING = "\"'”’)]"
_CLOCK = late(r"\d[:.]\d\d")
"""What the head of every message has; seen at a tenth of its cost."""

_MESSAGE = late(
    r".{0,90}\b\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?\s)?(?:ET|E[SD]T|P[SD]T|GMT|BST)\s[A-Z][a-z]+\.? \d{1,2}, \d{4}\s+"
    r"(?:RETWEET|REPLY|FOLLOW|SHARE)"
    r"|At \d{1,2}[:.]\d\d\s?[ap]\.?m\b.{0,100}\bwrote:",
    re.IGNORECASE,
)
"""The head of somebody's message, with the clock's time."""

_STATES = frozenset(
    """be have know seem appear remain stay want need hope expect believe think feel live lie stand contain include
    carry cost belong own mean depend like love hate fear face run intend consider exist cover hold find make take
    regard mind matter resemble concern involve lead""".split()
) | {""}
"""Verbs that tell how things are, or too little by themselves to be a day's news without a day."""

_ACTOR = late(r"(?:The\s+)?[A-Z](?!\S*\s*[“\"])")
_BACKGROUND = late(
    r"\b(?:had|has been|have been|once|used to|usually|often|since|years?|decades?|is|are|would|could|may|might)\b|\?"
    r"|^(?:He|She|It|They|This|That|These|Those|There|In|But|And|I|We|You|If|When|While|As|For|With)\b|^The \w+s? of\b"
)
_BESIDE = late(
    r"(?:who|which|whose|whom|where|when|after|since|because|although|though|while|as|before|until|following|whereas)\b"
    r"|[a-z]+(?:ed|en|own|ung|ought|ade|eld|uilt) (?:by|in|on|at|from|last|after|to)\b"
)
_REMARK = late(r",\s+(?:who|which|whose|whom|where)\b[^,]*$")
_DONE_TO = late(r"[a-z]+(?:ed|en|own|ung|ought|ade|eld|uilt) (?:by|in|on|at|from|last|after|to)\b")
_FIRST_WORDS = 10
"""Characters of a sentence in which its main clause has begun."""

PAST = 3
"""Days before a report up to which a clause of time tells its news ("after the court ruled on Monday");"""

_OF_SOMEBODY = late(r"(?:who|which|whose|whom|where)\b")
"""a remark on somebody or something tells none, whenever it was."""


@lru_cache(maxsize=4096)  # asked for each of a report's sentences
def is_comment(text: str, characters: int = CHARACTERS_A_VIEW) -> bool:
    """Whether a report gives its writer's views: it says I, we, should, don't and perhaps where nobody is quoted, once
    in so many ``characters``."""
    words = _IN_QUOTES.sub("", text).lower().replace("\n", " ")
    found = sum(map(words.count, _VIEWS))
    return found >= FEWEST_VIEWS and found * characters >= len(text)


def is_aside(report: Report, sentence: Sentence, start: int, head: int, when: DateSpan) -> bool:
    """Whether the clause at ``start``, its verb at ``head``, is a remark in its sentence, or one of time that looks
    back beyond the news."""
    if _REMARK.search(report.text, sentence.start, head):
        return True
    if report.text[head - 2 : head] == ", " and _DONE_TO.match(report.text, head) and is_past(when, report.day):
        return True
    if start <= sentence.start + _FIRST_WORDS:
        return False
    beside = _BESIDE.match(report.text, start)
    if beside is None:
        last = report.text.rfind(" ", sentence.start, start - 1) + 1
        beside = _BESIDE.match(report.text, last)
    return beside is not None and (is_past(when, report.day) or bool(_OF_SOMEBODY.match(beside[0])))


_OPENS_BESIDE = late(
    r"(?:As|When|While|After|Before|Given|Because|Since|Although|Though|If|Once|Until|Whereas|With|Despite|Amid|Having"
    r"|By|In|On|At|For|Following|During|Under|[A-Z][a-z]+(?:ing|ed))\b"
)
_SUBORDINATE = late(
    r"(?:As|When|While|Given|Because|Since|Although|Though|If|Once|Until|Whereas|After|Before|With)\b|[^,]*, when\b"
)
_SAYS = late(r"(?:said|says|told|added)\b")
_REDUCED = late(
    r"\w+(?:ed|en|own|ade) (?:by|in|on|at|from|last|after|to|yesterday|today)\b"
    r"(?:(?!\b(?:and|but|that|as|after|before|which|who|when|while|because)\b)[^,;]){0,90}?"
    r"\b(?:came|was|were|has|had|is|are|said|will|would|could|have|did|announced|confirmed|admitted|revealed)\b"
)
_PARTICIPLE = late(r"\w+ing\b")
_DONE_AGO = late(r"[a-z]+(?:ed|en|own|ung|ought|ade|eld|uilt) (?:[\w-]+ ){1,3}ago\b")
"""What was done to somebody long before the news: "Lee, the mayor, | elected three months ago, arrives"."""

_APPOSITION = late(r",\s+(?:who|which|whose|whom|where|an?|the|[a-z]+|\d+)\b")


_WHOSE_STATE = late(r"(?:[’']s|s[’']|\b(?:his|her|its|their|the|an?)) $")
"""Before a participle beside a noun: "Lee's | battered face"."""

_WHAT_IS_DONE = late(r"\b(?:his|her|its|their|the|an?) [a-z-]+ $")
"""Before a noun in -ing: "In an extended | opening to her speech"."""

_BESIDE_WORD = late(r"(?:when|where|who|whose|which|while|because|although|since|until|before|after)\b")
_RELATIVE = late(r"(?:that|who|which|whose|whom|where)\b")
_ATTRIBUTE = late(r"(?:[Tt]he |[Aa]n? |[A-Z][\w-]+[’'](?:s )?)(?:[a-z]+ )?[a-z]+ed\s*")
"""At a sentence's head: what a participle says of its subject is no clause ("Arden's ousted | mayor left")."""


def is_main(text: str, sentence: Sentence, start: int, head: int, status: Status) -> bool:
    """Whether the clause from ``start``, its verb at ``head``, is what its sentence tells: no clause inside another."""
    if _ATTRIBUTE.fullmatch(text, sentence.start, start):
        start = sentence.start
    before, own = text[sentence.start : start].rstrip(), text[start:head]
    if not before:
        if _WHOSE_STATE.search(own) or (_WHAT_IS_DONE.search(own) and _PARTICIPLE.match(text, head)):
            return False
        if _BESIDE_WORD.match(own[own.rfind(",") + 1 :].lstrip()) and "," in own:
            return False
        if own.endswith(", ") and _DONE_AGO.match(text, head):
            return False
        if _REDUCED.match(text, head, sentence.end):  # "The reports released by the bank on Monday came as a shock"
            return False
        main = own[own.rfind(",") + 1 :].strip()  # "As fears grew, new details emerged"
        return not _SUBORDINATE.match(own) or ("," in own and bool(main) and not main.startswith("when "))
    if before.endswith((" and", " but", ";", ":")):
        return True
    if before.endswith(("”", '"', "’", "'")):
        return status == "said"
    if not before.endswith(",") or _RELATIVE.match(own):
        return False
    if not own.strip():  # "Lee, seeking peace, offered talks", but not "Lee left, leaving talks"
        beside = _PARTICIPLE.match(text, head) or _DONE_AGO.match(text, head)
        return bool(_SAYS.match(text, head)) or (before.count(",") > 1 and not beside)
    if status == "said" or own.startswith("it "):  # "The bank has failed, it emerged last night"
        return True
    return bool(_OPENS_BESIDE.match(before) or _APPOSITION.search(before))


_WILL = late(r"\b(?:will|shall|(?:is|are) (?:(?:due|expected|set|scheduled|likely|about) )?to|['’]ll)\b[^.;,]{0,40}$")
_PASSIVE = late(r"\b(?:is|are|be|being|been|get|gets)(?: \w+ly| not| also)? $")


def done_ahead(text: str, event: Event, when: DateSpan, day: dt.date) -> bool:
    """Whether a past verb is dated after its report, which the writer cannot have meant: the day is another's."""
    if event.head is None or event.rule != "verb" or event.status not in UNMET or when.start <= day.isoformat():
        return False
    past = in_the_past(text, event) and event.lemma not in HERALDS
    return past and not _PASSIVE.search(text[max(0, event.head.start - 20) : event.head.start])


HERALDS = frozenset("announce unveil advertise confirm promote".split())
"""Verbs whose object may be yet to come: "announced a concert on 8 October"."""


def in_the_past(text: str, event: Event) -> bool:
    """Whether an event's verb has a form of the past or is a participle."""
    if event.head is None:
        return False
    form = text[event.head.start : event.head.end].lower()
    return form.endswith("ed") or (not form.startswith(event.lemma) and not form.endswith(("s", "ing")))


def planned_behind(text: str, event: Event, when: DateSpan, day: dt.date) -> bool:
    """Whether what a report tells as to come is dated before it, so that the time is another's: "An inquiry into the
    crash of April 11 is to report by June", "declared ready to go last month"."""
    if event.head is None or event.status not in AHEAD:
        return False
    if when.days > 1 and event.rule == "verb" and when.end < day.isoformat():
        return event.cue is None or text[event.cue.start : event.cue.end].lower() in _NO_PLAN
    return is_past(when, day) and bool(_WILL.search(text[event.start : event.head.start]))


_NO_PLAN = frozenset("ready decision able enough".split())
"""Words before an infinitive or an -ing that tells what was so then: no plan for a month that is past."""


def is_past(when: DateSpan, day: dt.date | None) -> bool:
    """Whether it lies more than PAST days before the report."""
    return day is not None and (day - dt.date.fromisoformat(when.end)).days > PAST


def is_state(lemma: str) -> bool:
    """Whether a verb tells how things are, or too little by itself to be news."""
    return lemma in _STATES


def is_news(words: str, status: Status, lemma: str) -> bool:
    """Whether a sentence after the first tells by itself what somebody has done, not how things are or had been."""
    done = status in ("happened", "reported") and lemma not in _STATES
    return done and bool(_ACTOR.match(words)) and not _BACKGROUND.search(words)


def is_furniture(text: str, sentence: Sentence, events: Sequence[Event]) -> bool:
    """Whether a line of the page runs among the sentences: a headline, a paper's name, a place and a date."""
    words = text[sentence.start : sentence.end].strip()
    if _CLOCK.search(words) and _MESSAGE.match(words):
        return True
    if words.rstrip(_CLOSING).endswith(_ENDS):
        return not events and len(words.split()) < FEWEST_WORDS
    return len(words.split()) < LONGEST_LINE
