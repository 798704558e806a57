"""What stands over a story or a phase: the one clause of a sentence that tells by itself who did what.

The words are the sentence's own, in its order. What only hangs before its main clause is left off ("On Tuesday, ",
"CAIRO -- "), and so are days that are told from the day of printing ("yesterday"), since the date stands beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model.annotations import Annotated, Event
from dateline.model.story import Entry
from dateline.text.calendar import WEEKDAY
from dateline.text.patterns import late
from dateline.weave.timeline.wording import SHORTEST, leans, readable
from dateline.weave.undated import without_days

FEWEST_WORDS = 4
"""Words. A shorter one tells nothing."""

LEAST_READABLE = 0.6
"""As :func:`dateline.weave.timeline.wording.readable` has it; a clause loses what makes a sentence hard to read."""

LATEST_VERB = 64
"""Characters before the verb: more of them, and a reader has lost who it was."""

_FURNITURE = late(r"(?:[A-Z][\w.,’' ]{0,40}\s)?(?:\([A-Z][\w ]{1,20}\)\s)?(?:--|–|—)\s+|[-•*·:;,]+\s+|(?:19|20)\d\d: ")
"""A place and an agency before the story ("CAIRO, Egypt (CNN) -- "), and what is left of a list's mark."""

_OPENS_LOW = late(
    r"(?:at(?! (?:least|most)\b)|the same|as|after|before|when|while|with|by|for|from|since|until|although|though"
    r"|because|if|but|and|also|so|or|yet|there|under|during|despite|amid|following|in|on|even|not|only|to|both|what|how"
    r"|why|where|who|just|now|then|later|earlier|here|today|yesterday|last|that|this|these|those|given|having|once"
    r"|unless|whether|of|about|our|my|we|i|you|your|further|among|through|across|according|additionally|meanwhile"
    r"|however|instead|nor|such|long|asked|interviewed|many)\b",
    re.IGNORECASE,
)
"""Openings of what is no clause by itself, or has one before it."""

_NEEDED = late(
    r"(?:if|unless|once|until|given|whether|should|had|were|even|without|according|for|but)\b", re.IGNORECASE
)
"""Openings without which the main clause would say something else: a condition, or on whose word it is told."""

_TOLD_AFTER = late(
    r"(?:^|,[”\"]?) (?:according to\b"
    r"|(?:[^,;]{2,70} )?(?:said|says|reported|announced|told|added|wrote|claimed|argued)\b)"
)
"""On whose word a clause is told, after it."""

_CASED_LOW = late(r"[\W_]*[a-z]|[A-Z]{3,} [A-Z]{3,}\b|[A-Z][a-z]{2,}ing\b(?! [A-Z])|[A-Z]{3,}ING\b")
"""The same by their case: a small letter, a heading run into the story, a participle ("Having", but not a name)."""

_BREAK = late(
    r", (?=(?:which|who|whose|where)\b)"
    r"|,? (?=(?:when|while|after|before|although|though|despite|following|amid|because|saying"
    r"|as(?! (?:much|many|well|long|far|soon|few|little)\b))\b)|[,;:] | -- | – | — |$"
    r"|(?P<soft> (?=(?:to|in|at|on|with|during|over|for|under|from|by|into|against|aimed|after|outside|seeking|calling"
    r"|including|(?:and|but|or)(?! [A-Z]))\b))"
)
"""Where a clause may end; ``soft`` where only what is less needful follows."""

_SUBORDINATE = late(
    r"\b(?:which|who|whose|where|when|while|after|before|although|though|because|as|until|since|if|that)\b"
)
_ENDS_OPEN = late(
    r"\b(?:the|a|an|of|to|in|on|and|or|for|with|by|that|from|at|said|says|shortly|soon|just|even|only|almost|nearly|not"
    r"|is|are|was|were|be|been|has|have|had|will|would|more|than|into|over|under|against|between|its|his|her|their"
    r"|here|there|yesterday|today|tonight|comes|came|half|both|either|such|so|also|who|which|first|about"
    r"|how|why|what|where|when|whether|to \w+|uncertain|unclear|unknown|unsure)$",
    re.IGNORECASE,
)
"""Words before a break after which a clause goes on ("shortly | before")."""

_MEASURED = late(r"\b(?:hours?|days?|weeks?|months?|years?|minutes?)$", re.IGNORECASE)
_FROM_WHEN = late(r",? (?:after|before|since|earlier|later|ago)\b")
"""A measure of time and what it is counted from: "three weeks | after"."""

_ASKS_WHAT_FOR = late(r"\b(?:calls|demands)$")
_WHAT_FOR = late(
    r"\b(?:calls?|demands?|requests?|bids?|plans?|offers?|appeals?|threats?|attempts?|efforts?|pressure|hopes?|fears?)$"
)
_WHAT_FOR = late(r" (?:for|to|of|against)\b")
"""A noun of wanting and what is wanted: "calls | for his resignation"."""

_REMARK = late(r",\s+(?:which|who|whose|whom|where|when)\b[^,]*$")
"""A remark on the subject, whose verb is still to come."""

_ARTICLE = late(
    r"\b(?:the|a|an|his|her|its|their|our|my|no|this|that|of|to|for|by|and|\w+['’]s)\s(?P<between>\w+\s)?$",
    re.IGNORECASE,
)
_NOUN_ENDING = late(r"(?:ion|ment|al|ure|ance|ence|ks|th|cy)$", re.IGNORECASE)
"""Endings by which a head is a noun after an article and a word: "the formal decision", not "the Senate voted"."""

_ENDS = " .,;:"
"""What ends a sentence, or stands before its end where a page lost words."""


def heading(entry: Entry, annotated: Annotated, longest: int) -> str | None:
    """The clause of an entry's first place that can stand over a story, at most ``longest`` characters; None where it
    has none. ``annotated``: the report of that place."""
    place = entry.evidence[0]
    text = annotated.report.text[place.start : place.end].replace("\n", " ").replace("\t", " ")
    told = entry.text.removesuffix("[…]").removeprefix("[…]").strip().rstrip(_ENDS)
    begin = text.find(told) if told else -1
    if begin < 0:
        begin, end = 0, len(text)
    else:
        end = begin + len(told)
    return _clause(annotated, text, place.start, begin, end, longest)


def clause(annotated: Annotated, start: int, end: int, longest: int) -> str | None:
    """The same of the sentence ``start:end`` of a report."""
    text = annotated.report.text[start:end].replace("\n", " ").replace("\t", " ")
    return _clause(annotated, text, start, 0, len(text.rstrip(_ENDS)), longest)


def _clause(annotated: Annotated, text: str, offset: int, begin: int, end: int, longest: int) -> str | None:
    """The clause of ``text[begin:end]``, which stands at ``offset`` in its report."""
    if text[begin : begin + 1] in "\"“'‘(" or _ASKS_READER.match(text, begin) or text.rstrip("\"'”’ )").endswith("?"):
        return None
    heads = [
        (one.head.start - offset, one.head.end - offset)
        for one in annotated.notes.events
        if one.head is not None
        and offset <= one.head.start < offset + len(text)
        and _is_verb(one, annotated.report.text)
    ]
    for start in _starts(text, begin, end):
        short = _from(text, start, end, heads, longest)
        if short is not None:
            return short
    return None


_ASKS_READER = late(
    r"(?:Think|See|Read|Look|Imagine|Let|Consider|Remember|Watch|Click|Text|Transcript|Video|Photos?|Pictures?)\b"
)


def _is_verb(event: Event, text: str) -> bool:
    head = event.head
    if head is None or _is_noun(text, head.start, head.end):
        return False
    return text[head.end - 3 : head.end] != "ing" or bool(_BE.search(text, max(0, head.start - 30), head.start))


def _is_noun(text: str, start: int, end: int) -> bool:
    found = _ARTICLE.search(text, max(0, start - 30), start)
    return found is not None and (found["between"] is None or bool(_NOUN_ENDING.search(text, start, end)))


_BE = late(r"\b(?:am|is|are|was|were|been|be|keeps?|kept|beg[au]n|started|continued)\s(?:\w+\s)?$")
"""What makes a participle a verb."""


def _starts(text: str, begin: int, end: int) -> Iterator[int]:
    """Where the main clause may begin: at the start, or after the commas that close what hangs before it."""
    for furniture in (_FURNITURE, _DAY_FIRST):
        found = furniture.match(text, begin, end)
        begin = found.end() if found is not None else begin
    if not _opens_low(text[begin:end]):
        yield begin
        return
    if _NEEDED.match(text, begin):
        return
    at = begin
    for _ in range(MOST_COMMAS):
        at = text.find(", ", at, min(end, begin + LONGEST_OPENING))
        if at < 0:
            return
        at += 2
        if not _opens_low(text[at:end]) or (text[at].islower() and _SUBJECT.match(text, at)):
            yield at


_DAY_FIRST = late(
    rf"(?:On |Late |Early )?(?:{WEEKDAY}|Yesterday|Today|Last night)(?: (?:morning|night|evening|afternoon))?,?"
    r" (?=[A-Z])"
)
MOST_COMMAS = 4
LONGEST_OPENING = 140
"""Characters of what may hang before a main clause."""

_SUBJECT = late(
    r"(?:the|a|an|some|many|several|more|police|protesters|two|three|four|five|six|hundreds|thousands|tens"
    r"|presidential|federal|national|local|state|government|[a-z]+ers)\b(?! which| who)"
)
"""Words in lower case with which a main clause begins after what hangs before it."""


def _opens_low(text: str) -> bool:
    return bool(_OPENS_LOW.match(text) or _CASED_LOW.match(text))


def _from(text: str, start: int, end: int, heads: list[tuple[int, int]], longest: int) -> str | None:
    """The longest clause from ``start`` that is whole and tells something."""
    verbs = [one for one in heads if start <= one[0] < end and not _in_remark(text, start, one[0])]
    if not verbs or not 0 < verbs[0][0] - start <= LATEST_VERB:
        return None
    if "," in text[start : verbs[0][0]] and not _APPOSED.match(text, start, verbs[0][0]):
        return None
    best = soft = None
    for found in _BREAK.finditer(text, start, min(end, start + longest + LONGEST_DAYS)):
        stop = found.start()
        if stop < verbs[0][1]:
            continue
        if found[0] == "" and found["soft"] is None and found.end() != end:
            break
        short = without_days(text[start:stop])
        if len(short) > longest:
            break
        if _goes_on(text, verbs[0], stop, end):
            continue
        if _MEASURED.search(short) and _FROM_WHEN.match(text, stop):
            continue
        if _ASKS_WHAT_FOR.search(short) and _WHAT_FOR.match(text, stop):
            continue
        if (
            not _whole(short, ends=stop == end)
            or not _closes(text, start, stop, heads)
            or _TOLD_AFTER.search(text, stop)
        ):
            continue
        if found["soft"] is None:
            best = short
        elif len(text[verbs[0][1] : stop].split()) >= OBJECT_WORDS and _may_stop(text, verbs[0], stop, heads):
            soft = short
    if best is None or len(best) < SHORT <= len(soft or ""):
        best = soft or best
    if best is None:
        return None
    best = best[:1].upper() + best[1:]
    words = best + " …" * max(0, SHORTEST - len(best.split()))  # a heading may be shorter than a line of the timeline
    return best if not leans(best) and readable(words) >= LEAST_READABLE else None


def _goes_on(text: str, verb: tuple[int, int], stop: int, end: int) -> bool:
    """Whether the verb still wants what its object was found, named or seen as, or a noun what it is for."""
    word = text[slice(*verb)].lower()
    if text.startswith((" to ", " of "), stop) and text[:stop].rpartition(" ")[2].lower() in _WANTS_TO:
        return True
    wants_state = word in _WANTS_STATE and not _STATE.search(text, verb[1], stop)
    return stop < end and (wants_state or (word in _WANTS_AS and text.startswith(" as ", stop)))


_WANTS_STATE = frozenset("found deemed considered declared pronounced rendered ruled left kept".split())
_STATE = late(r"\b(?:guilty|innocent|liable|dead|alive)\b")
_WANTS_TO = frozenset(
    """end bid bids effort efforts attempt attempts refusal chance right spot response answer request appeal threat
    plan plans decision way ability willingness opposition access bow halt close return""".split()
)
_WANTS_AS = frozenset("named described served appointed chose elected hailed regarded saw sees acted worked".split())


def _may_stop(text: str, verb: tuple[int, int], stop: int, heads: list[tuple[int, int]]) -> bool:
    """Whether a clause may end before a preposition: not where the verb says somebody's words, nor right after a verb
    that is not passive ("holds | on")."""
    if text[slice(*verb)].lower() in _SPEAKING and " that " not in text[verb[1] : stop] + " ":
        return False
    last = next((one for one in heads if one[1] == stop), None)
    if text.startswith(" to ", stop) and last is not None:
        return False
    return text[stop - 3 : stop] != "ing" and (
        last is None or bool(_PASSIVE.search(text, max(0, last[0] - 24), last[0]))
    )


_APPOSED = late(r"[^,]{3,50}, [^,]{3,50}, (?:\w+ly |\w+ |was |were |is |has been |will )?$")
"""A subject with a name or an office between commas, right before its verb."""

_PASSIVE = late(r"\b(?:was|were|been|be|being|is|are)\s(?:\w+\s)?$")
_SPEAKING = frozenset(
    "said says told tells warned warns declared added argued announced claimed insisted reported suggested confirmed"
    " urged asked wrote explained acknowledged admitted denied believes thinks".split()
)
OBJECT_WORDS = 2
"""Words after the verb before a clause may end where only a preposition follows: not "Banks agreed"."""

SHORT = 40
"""Characters. A clause that ends sooner tells less than one that runs on to a preposition."""

LONGEST_DAYS = 24
"""Characters that a day may take up which is left off."""


def _in_remark(text: str, start: int, at: int) -> bool:
    return bool(_REMARK.search(text, start, at)) or bool(_OF_WHICH.search(text, start, at))


_OF_WHICH = late(r"\b(?:which|who|whose|whom|that)\s(?:\w+\s){0,2}$")
"""What a verb right before it tells only which one is meant: "the plan that went to the House"."""


def _closes(text: str, start: int, stop: int, heads: list[tuple[int, int]]) -> bool:
    """Whether the last subordinate clause has its verb: not "Speculation grew after Jobs"."""
    last = None
    for last in _SUBORDINATE.finditer(text, start, stop):  # noqa: B007
        pass
    return last is None or any(last.end() <= at < stop for at, _ in heads)


def _whole(short: str, *, ends: bool) -> bool:
    """Whether a heading may end there: nothing hangs after its last comma, and every mark is closed. ``ends``: the
    sentence ends there too."""
    said = ends and _SAID.search(short) is not None
    if len(short.split()) < FEWEST_WORDS or (_ENDS_OPEN.search(short) and not said):
        return False
    tail = re.split(r"[,;:] ", short)[-1]
    if tail != short and len(tail.split()) < FEWEST_WORDS and not said:
        return False
    return not _REMARK.search(short) and all(short.count(a) == short.count(b) for a, b in ("()", "“”")) and (
        short.count('"') % 2 == 0
    )  # fmt: skip


_SAID = late(r"\b(?:said|says|reported|announced)$")
