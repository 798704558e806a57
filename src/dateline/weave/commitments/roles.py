"""Who does an act, to what, and whither: the parts by which two tellings of one action are told apart.

A part that only one of two clauses names tells nothing; two that both name, with nothing in common, are two things.
"""

from __future__ import annotations

import re

from dateline.text.words import content_words
from dateline.weave.commitments.actions import FRAMES, saying, things_of
from dateline.weave.commitments.classes import ASKINGS, GRANTS, KINDS, REFUSALS
from dateline.weave.commitments.records import Record

_PARTICLE = re.compile(
    r"\s+(?:up|down|off|out|back|away|ahead|over|together|in|forward)\b(?!\s+(?:the|a|an|its|his)\b)"
)
_BORDER = re.compile(
    r"\s(?=(?:on|in|at|by|after|before|until|till|because|as|when|while|which|who|that|with|from|since|during|and|but|for"
    r"|to|over|about|against|into|amid|following|despite|if|unless|than|under|within|through|without|whether|or"
    r"|around|ahead|instead)\b)"
)
_ENDS = re.compile(
    r"(?:in|at|by|after|before|until|till|because|as|when|while|which|who|that|with|from|since|during|for|amid|following"
    r"|despite|if|unless|than|under|within|through|without|whether|or|around|ahead|instead|and|but)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\s*(?:on |in |at |by |late |early )*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april"
    r"|may|june|july|august|september|october|november|december|(?:19|20)\d\d\b|noon|midnight|dawn|today|yesterday"
    r"|last |next )|\s*(?:on|in|at|by) \d",
    re.IGNORECASE,
)
_AND_OTHER = re.compile(r"\s(?:and|or)\s(?:any |all )?other\s")
_CLOCK = frozenset("noon midnight dawn dusk sunrise sunset hour minute weekend time gmt local once".split())
_PASSIVE = re.compile(
    r"\b(?:be|been|being|was|were|is|are|get|got)\s+(?:\w+ly\s+|not\s+|also\s+|now\s+)?$", re.IGNORECASE
)
_SUBJECT_START = re.compile(r"[,;:\"“”()]|\b(?:that|which|who|and|but|as|when|while|after|because|before)\b")
_PRONOUN = re.compile(r"\s*(?:it|them|him|her|this|that|one|so|us|me|you)\b", re.IGNORECASE)
_OPENS_WITH_PRONOUN = re.compile(r"(?:that\s+)?(?:he|she|they|it|we|i)\b", re.IGNORECASE)
_NO_SUBJECT = re.compile(r"(?:(?:to|will|would|shall|can|be|not|also|then|soon|now|and|but)\b|\s)*", re.IGNORECASE)
_TO_NAME = re.compile(r"\bto\s+(?:the\s+)?([A-Z]\w+)")
_UNACCUSATIVE = frozenset(
    "start end shut launch land reach continue collapse return happen proceed run expire finish burst fall".split()
)
"""Actions that, told without an object, are told of their subject: "the gates opened"."""


_FRAME_STEMS = frozenset(stem for word in FRAMES for stem in content_words(word))


_KIND_STEMS = {stem: content_words(kind)[0] for word, kind in KINDS.items() for stem in content_words(word)}


def passive(record: Record) -> bool:
    """Whether the head is told of what it is done to: "the gates were opened"."""
    head = record.event.head
    return head is not None and _PASSIVE.search(record.report.text, max(0, head.start - 24), head.start) is not None


def theme(record: Record) -> frozenset[str]:
    """The stems of what the act is done to or about; empty where the clause names nothing or only a pronoun."""
    known = record.theme
    if known is None:
        words = _theme(record) - saying(record.action, record.lemma) - _FRAME_STEMS
        known = record.theme = frozenset(_KIND_STEMS.get(word, word) for word in words)
    return known


def _theme(record: Record) -> frozenset[str]:
    if record.event.rule == "noun":
        return frozenset()
    if passive(record):
        return subject_words(record)
    after = record.report.text[record.head_end : record.own_end]
    particle = _PARTICLE.match(after)
    if particle:
        after = after[particle.end() :]
    if _PRONOUN.match(after):
        return frozenset()
    after = _AND_OTHER.sub(" ", after)  # "drop assault and other charges": charges
    for phrase in _BORDER.split(" " + after.lstrip()):
        if _ENDS.match(phrase.lstrip()) or _TIME.match(phrase):
            break
        words = _matter(phrase)
        if words:
            return words
    return subject_words(record) if record.action in _UNACCUSATIVE else frozenset()


def _matter(phrase: str) -> frozenset[str]:
    return frozenset(word for word in content_words(phrase) if not word.isdigit()) - _CLOCK


def subject_words(record: Record) -> frozenset[str]:
    """The stems of what stands before the head in its clause; empty for a pronoun."""
    head = record.event.head
    if head is None or head.start <= record.own_start:
        return frozenset()
    before = record.report.text[record.own_start : head.start]
    start = max((found.end() for found in _SUBJECT_START.finditer(before)), default=0)
    return _matter(before[start:]) or (frozenset() if start == 0 else _matter(before[:start]))


_WHOSE = re.compile(r"\s+of\s+")
"""What stands between a noun and whose act it is: "the departure of Ann Kirk"."""


def doers(record: Record) -> frozenset[str]:
    """The people and bodies named as doing it; for a pronoun or nobody whoever announced it."""
    named = record.subjects
    if record.event.rule == "noun" and (whose := _WHOSE.match(record.report.text, record.head_end)):
        return frozenset(record.telling.voices.actors(whose.end(), record.own_end))
    if named or record.by is None or record.kind == "request":
        return named
    head = record.event.head
    before = record.report.text[record.own_start : head.start] if head is not None else ""
    bare = _NO_SUBJECT.fullmatch(before) or _OPENS_WITH_PRONOUN.match(before)
    return frozenset((record.by,)) if bare else named


def same_doer(plan: Record, deed: Record) -> bool:
    """Whether both may have one doer: no two different people or bodies do the one thing."""
    if passive(plan) or passive(deed) or plan.action == "answer":  # the one who waits for it does not give it
        return True
    mine, theirs = doers(plan), doers(deed)
    return not (mine and theirs) or bool(mine & theirs)


_BY = re.compile(r"\bby\s+((?:[\w'’-]+\s*){1,5})")
_ANYBODY = frozenset(
    content_words(
        """company firm government authority authorities official officials police union leader minister ministry group
        party court council people spokesman spokeswoman side man woman team state country city town"""
    )
)
"""Doers that another word may stand for."""


def other_doers(plan: Record, deed: Record) -> bool:
    """Whether a deed told with its "by" is by others than those who were to do it, as far as words tell."""
    found = _BY.search(deed.report.text, deed.sentence.start, deed.own_end)
    if found is None or passive(plan):
        return False
    mine, theirs = subject_words(plan) or plan.doer_words, _matter(found[1])
    if not mine or not theirs or mine & theirs or (mine | theirs) & _ANYBODY:
        return False
    return not doers(plan) & doers(deed)


def same_theme(plan: Record, deed: Record, crowd: bool = False) -> bool:
    """Whether both may be done to one thing. ``crowd``: in a big pile, where the thing itself must be named again."""
    mine, theirs = theme(plan), theme(deed)
    if crowd and mine and theirs:
        return bool(mine & (theirs | of_one_kind(deed.own)))
    if not mine or not theirs or mine & (theirs | of_one_kind(deed.own)) or theirs & of_one_kind(plan.own):
        return True
    return bool(mine & deed.entity_words or theirs & plan.entity_words) or bool(
        things_of(" ".join(mine)) & things_of(" ".join(theirs))
    )


def of_one_kind(stems: frozenset[str]) -> frozenset[str]:
    """The stems, each with that of its kind: "house" is "parliament"."""
    return frozenset(_KIND_STEMS.get(stem, stem) for stem in stems)


def same_way(plan: Record, deed: Record) -> bool:
    """Whether both may lead to one place: no two different names after "to"."""
    mine, theirs = _whither(plan), _whither(deed)
    return not (mine and theirs) or bool(mine & theirs)


def _whither(record: Record) -> frozenset[str]:
    return frozenset(_TO_NAME.findall(record.report.text, record.head_end, record.own_end))


def one_act(plan: Record, deed: Record, crowd: bool = False) -> bool:
    """Whether doer, thing and way of two tellings of one action agree as far as both name them."""
    return same_doer(plan, deed) and same_theme(plan, deed, crowd) and same_way(plan, deed)


_TAKEN_UP = re.compile(
    r"\s+(?:up\s|with\s|in to\s)?(?:an?|the|its|his|her|their|that|this)\s(?:[\w'’-]+\s){0,3}?(?:"
    + "|".join(sorted(ASKINGS - {"advice", "wish", "bid"}))
    + r")s?\b"
)


_GO_AHEAD = re.compile(
    r"\s+(?:(?:its|his|her|their|the|an?)\s)?(?:\w+\s)?"
    r"(?:approval|go-ahead|green light|consent|permission|nod|blessing)\b"
)


def kind_of_answer(record: Record) -> str:
    """ "refused" or "granted" for a deed that answers something, "" else."""
    if record.action == "reject" or (record.lemma in REFUSALS and record.lemma != "rule"):
        return "refused"
    if record.lemma in ("take", "comply", "meet", "give") and _TAKEN_UP.match(record.report.text, record.head_end):
        return "granted"
    if record.lemma == "give" and _GO_AHEAD.match(record.report.text, record.head_end):
        return "granted"
    if record.lemma in GRANTS or record.action == "grant":
        return "granted"
    return ""


def cue_end(plan: Record) -> int:
    cue = plan.event.cue
    return cue.end if cue is not None else plan.event.start


def asked_words(plan: Record) -> frozenset[str]:
    """The stems of those who are asked: between the asking word and the asked act, or its object."""
    text, start = plan.report.text, cue_end(plan)
    end = plan.event.head.start if plan.event.head and plan.event.head.start > start else start + 40
    return frozenset(content_words(text[start:end]))
