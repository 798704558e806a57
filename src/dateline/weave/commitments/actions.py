"""Which verbs and nouns name the same action, and which undo each other.

A small table of our own, kept short on purpose: a wrong synonym makes a false outcome. A lemma outside it is its own
action.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from dateline.text.words import content_words

_SAME = """
decide: decide decision formalise formalize endorse endorsement confirm confirmation finalise finalize
decide: approve approval adopt adoption ratify ratification resolve
end: end halt terminate termination stop conclude conclusion close closure finish cease
end: expire ending expiry wind suspend suspension
shut: shut shutdown shutter
withdraw: withdraw withdrawal pullout evacuate evacuation
continue: continue maintain stay keep extend extension prolong remain retain sustain renew renewal preserve
wait: wait delay refrain
start: start begin beginning open opening commence resume reopen reopening
launch: launch liftoff lift blast fly flight attempt
meet: meet meeting summit talks conference gather convene discuss discussion session
rule: rule ruling verdict judgment judgement
sentence: sentence sentencing
vote: vote referendum election elect ballot poll polls runoff
strike: strike walkout stoppage
resign: resign resignation quit
visit: visit trip travel tour
sign: sign signing signature
pay: pay payment repay reimburse compensate
buy: buy purchase acquire acquisition takeover
merge: merge merger
publish: publish publication release unveil issue
announce: announce announcement reveal disclose declare result results
return: return
land: land landing dock docking splash
reach: reach arrive arrival catch grab capture
bury: bury burial funeral
hear: hear hearing court plead plea arraign arraignment appear appearance
try: trial try
testify: testify testimony
send: send deploy deployment dispatch deliver delivery
arrest: arrest detain detention
investigate: investigate investigation probe inquiry
cut: cut reduce reduction trim
raise: raise increase
charge: charge indict indictment
swear: swear inaugurate inauguration
sue: sue lawsuit suit
question: question questioning interrogate interrogation
speak: address speak speech
inspect: inspect inspection inspector inspectors
report: report findings
handover: handover
name: name appoint appointment
succeed: succeed succession
"""

ACTION: dict[str, str] = {}
for _line in _SAME.strip().splitlines():
    _name, _words = _line.split(":")
    for _word in _words.split():
        ACTION.setdefault(_word, _name)

NOUNS = frozenset(
    "meet hear vote strike launch try bury visit announce publish sign swear rule speak inspect handover".split()
)
"""Actions that a noun names as an event of its own: that it is spoken of on its day tells that it took place."""

LIGHT = frozenset(
    "take make hold give reach deliver issue cast stage undertake conduct have convene file lodge".split()
)
"""Verbs whose object names the action: "take a decision", "hold talks"."""

WITH_OBJECT = LIGHT | frozenset(("bring", "tell", "say", "be", "carry"))
"""Verbs whose action depends on the words after them."""

OPPOSITES = {
    "continue": frozenset(("end", "withdraw")),
    "end": frozenset(("continue",)),
    "withdraw": frozenset(("continue",)),
    "wait": frozenset(("decide", "end", "start")),
    "start": frozenset(("shut",)),
}
"""An action -> the actions that cross it when somebody decides on them."""

UNDOES = {
    "start": frozenset(("shut",)),
    "run": frozenset(("shut", "end")),
    "continue": frozenset(("end", "shut", "withdraw", "resign")),
    "withdraw": frozenset(("start", "continue", "join")),
    "leave": frozenset(("continue", "return")),
    "resign": frozenset(("continue",)),
    "buy": frozenset(("sell",)),
    "strike": frozenset(("return",)),
    "deny": frozenset(("admit",)),
}
"""An action -> the actions that, told as done, show that it was not kept."""

RELATED = {"vote": ("decide",), "decide": ("vote",)}
"""An action -> actions whose putting off puts it off too."""

POSTPONING = frozenset("postpone delay defer reschedule adjourn".split())
MOVING = frozenset("move push put slip hold".split())
CANCELLING = frozenset("cancel scrap shelve revoke abandon suspend".split())
REJECTING = frozenset("reject refuse decline dismiss ignore rebuff deny oppose rule veto".split())

_PARTICLE = re.compile(
    r"\s+(?:\w+ly\s+)?(up|down|off|out|back|ahead|shut|closed|open|over|effect|in|into (?:effect|force))\b"
)
_PHRASAL = {
    ("wind", "up"): "end", ("wind", "down"): "end", ("hold", "off"): "wait", ("pull", "out"): "withdraw",
    ("step", "down"): "resign", ("stand", "down"): "resign", ("take", "off"): "launch", ("lift", "off"): "launch",
    ("blast", "off"): "launch", ("rule", "out"): "reject", ("turn", "down"): "reject", ("walk", "out"): "strike",
    ("walk", "off"): "strike",
    ("take", "over"): "succeed", ("hand", "over"): "handover", ("take", "effect"): "start", ("bring", "in"): "reach",
    ("come", "into force"): "start", ("come", "into effect"): "start", ("go", "into effect"): "start",
    ("go", "into force"): "start", ("stay", "open"): "run", ("remain", "open"): "run", ("keep", "open"): "run",
    ("stay", "shut"): "shut", ("stay", "closed"): "shut", ("remain", "shut"): "shut", ("remain", "closed"): "shut",
    ("shut", "down"): "end", ("hand", "down"): "rule", ("go", "ahead"): "proceed",
}  # fmt: skip
_OBJECT = re.compile(r"[A-Za-z]+")
_OBJECT_REACH = 60
"""Characters after a light verb in which its object may stand."""

FRAMES = frozenset(
    "postpone delay defer reschedule adjourn set schedule slate book plan due fix expect move push put".split()
)
"""Verbs that only say for when: what is put off or set is named by a noun beside them."""

_LOOSE = frozenset(("continue", "cut", "raise", "publish"))
"""Actions whose nouns are too common to name what a verb beside them does."""

_PLURAL = re.compile(r"(?:(?<=[^s])s)$")


_TO = re.compile(r"\s+to\s")
_TOGETHER = re.compile(r"\b(?:together|into (?:one|the same) room|face to face|to the (?:same )?table)\b")
_HEARD = re.compile(
    r"\s(?:(?:an?\s|the\s|his\s|her\s)?(?:\w+\s){0,2}(committee|court|panel|judges?|MPs|lawmakers|senators|tribunal|jury)\b"
    r"|.{0,30}\bin\s(?:its|their|a|the|his|her)\s(?:\w+\s){0,2}(?:findings|report)\b)"
)
_OVER = re.compile(r"\s+(over|finished|complete|completed|ready|open|closed|shut)\b")
_STATE = {"over": "end", "finished": "end", "open": "start", "closed": "shut", "shut": "shut"}


def _first_action(words: Iterable[str]) -> str:
    for word in words:
        action = ACTION.get(word.lower()) or ACTION.get(_PLURAL.sub("", word.lower()))
        if action and action not in _LOOSE:
            return action
    return ""


_PASSIVE = re.compile(r"(?:\b(?:be|been|being|was|were|is|are|'s|’s|still|now)|,)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"\s(?:and|but|which|that|who|was|is|were|are|after|because|as)\s")


_THINGS = {word: action for word, action in ACTION.items() if action not in _LOOSE}
_THINGS |= {word + "s": action for word, action in _THINGS.items() if not word.endswith("s")}


def framed(text: str, start: int, head_start: int, head_end: int, end: int) -> str:
    """The action of the thing that a frame sets or puts off: its object ("postponed a meeting") or its subject."""
    before = text[start:head_start]
    if not _PASSIVE.search(before[-24:]):
        stop = _CLAUSE_END.search(text, head_end, end)
        after = _first_action(_OBJECT.findall(text[head_end : stop.start() if stop else end]))
        if after:
            return after
    subject = _first_action(reversed(_OBJECT.findall(before)))
    return subject or _first_action(_OBJECT.findall(text[head_end:end]))


_PASSIVE_HEAD = re.compile(r"\b(?:be|been|being|was|were|is|are)\s+(?:\w+ly\s)?\w+$")
_SUBJECT = re.compile(r"(\w+)\s+(?:will|would|is|are|was|were|has|have|had|to|can|could|may|might|should|must)\b")


def _subject_noun(words: str) -> str:
    """The noun that a passive light verb is about: "the next attempt will be made" -> "attempt"."""
    found = _SUBJECT.search(words)
    noun = found[1].lower() if found else ""
    return ACTION.get(noun) or noun


def things_of(text: str) -> frozenset[str]:
    """The actions that the words of a text name, as verbs or nouns."""
    return frozenset([_THINGS[word] for word in _OBJECT.findall(text.lower()) if word in _THINGS])


@lru_cache(maxsize=4096)
def saying(action: str, lemma: str) -> frozenset[str]:
    """The stems of the words that name an action; that a deed shares them is known from the action already."""
    words = {lemma, *(word for word, named in ACTION.items() if named == action)}
    return frozenset(stem for word in words for stem in content_words(word))


def action_of(lemma: str, text: str, start: int, head_end: int, end: int) -> str:
    """The action that a head with its clause, which begins at ``start``, names; "" where it tells none by itself."""
    particle = _PARTICLE.match(text, head_end, min(end, head_end + 24))
    if particle and (lemma, particle[1]) in _PHRASAL:
        return _PHRASAL[lemma, particle[1]]
    if lemma == "carry" and particle and particle[1] == "out":
        return _subject_noun(text[start:head_end]) or "do"
    if lemma in LIGHT:
        object_ = _first_action(_OBJECT.findall(text[head_end : min(end, head_end + _OBJECT_REACH)]))
        subject = object_ or _first_action(_OBJECT.findall(text[start:head_end]))  # "a decision will be taken"
        if subject or _PASSIVE_HEAD.search(text[start:head_end]):
            return subject or _subject_noun(text[start:head_end])
        return "" if lemma in ("have", "make", "give", "take") else lemma
    if lemma == "bring" and _TOGETHER.search(text, head_end, end):
        return "meet"
    if lemma in POSTPONING:
        return "postpone"
    if lemma in ("cancel", "scrap", "shelve", "abandon"):
        return "cancel"
    if lemma in ("appear", "seem") and _TO.match(text, head_end, end):
        return ""  # "appears to slur"
    if lemma == "be":
        state = _OVER.match(text, head_end, end)
        return _STATE.get(state[1], "finish") if state else ""
    if lemma in ("tell", "say"):
        heard = _HEARD.search(text, head_end, end)
        return ("testify" if heard[1] else "report") if heard else ""
    if lemma in ("do", "go", "get", "become", "seem", "come", "help", "say", "tell", "let", ""):
        return ""
    return ACTION.get(lemma) or ACTION.get(_PLURAL.sub("", lemma)) or lemma
