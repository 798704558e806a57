"""Whether a sentence is understood by a reader who has not read the ones before it.

:func:`dateline.weave.timeline.wording.leans` sees it by the sentence alone. Here it is read against its report: "the
stadium" after "a new stadium" points back, whatever the noun; so does "the move", "his comments", "that night", where
nothing before it in the sentence tells which.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from functools import lru_cache

from dateline.model.annotations import Annotated, Mention, Sentence
from dateline.text.calendar import MONTH, WEEKDAY
from dateline.text.patterns import late
from dateline.text.words import STOPWORDS, stem
from dateline.weave.timeline.tellings import Telling

BEFORE = 3
"""Sentences before one in which it may have left what it points back to."""

_SHELLS = frozenset(
    """
    accusation accusations action actions affair agreement allegation allegations announcement approach argument
    arrangement article attack attempt call case change changes claim claims clash comment comments compromise concern
    concerns condition conditions controversy criticism damage deal debacle decision demand demands development
    developments difference differences disclosure discovery dispute document documents email emails episode event
    events evidence exchange fact failure fiasco figures find finding findings gaffe group idea images incident
    initiative insult interview issue issues law legislation letter list matter meeting message mission mistake motion
    move news offer operation order outburst outcome package pair payment payments photo photograph photographs photos
    picture pictures plan plans post problem problems procedure process program programme project promise proposal
    proposals protest protests question questions remark remarks report request rescue response result results
    revelation revelations risk role row ruling rumour rumours saga scandal scheme situation speech split statement
    step story study suggestion suit survey takeover session talks task threat tour tragedy trip tweet video visit
    vote warning plot
    ceremony event gathering bill resolution amendment measure film book song album show programme series game match
    two three four pair trio duo couple men women man woman boy girl victim victims suspect suspects accident explosion
    crash blast shooting site building venue firm firms company companies magazine newspaper paper website documentary
    charge charges
    """.split()
)
"""Nouns that stand for what was told before (Schmid 2000 calls many of them shells) or for one of a kind."""

_KNOWN_TO_ALL = frozenset(
    """
    government president court police public media country nation world internet web economy market markets end time
    press army parliament opposition state states city capital law party church king queen pope war sun air sea ground
    people military authorities prosecution defence defense jury judge judges street streets past future present left
    right north south east west middle summer winter spring autumn fall weekend moment rest way fact day week month year
    century decade night morning afternoon evening case whole top number first second third last next latest former
    current same new prime vice foreign health interior finance justice white united national international federal
    senate house congress cabinet union election campaign poor rich young dead wounded troops rebels crowd crowds
    """.split()
)
"""Nouns after "the" that need no telling which, and words beside nouns."""

_BODIES = frozenset(
    """
    bank agency committee panel airline hotel network channel broadcaster insurer lender carmaker regulator watchdog
    organisation organization charity foundation institute body brokerage brewer retailer manufacturer developer
    publisher label studio
    """.split()
)
_MAKERS = frozenset("firm company magazine newspaper paper website group".split()) | _BODIES
"""Nouns that stand for a name told before in the sentence. Of bodies a story may have one that all its readers know."""

_NAMED_APART = late(
    rf"(?:(?<=\s)(?!{WEEKDAY}|{MONTH})[A-Z]\w|^[A-Z]\w+ [A-Z])"
    r".*?(?:[,;:]|\b(?:that|as|when|after|while|and|but|because|said|says"
    r"|confirm(?:ed|s)|announce[ds]|reveal(?:ed|s)|disclose[ds]|admit(?:ted|s)|warn(?:ed|s)|claim(?:ed|s)|told)\b)"
)
"""A name, and what parts it from a noun that may stand for it: "Brightline said the company", not "Brightline bought
the company"."""

_VOTES = frozenset("vote speech game match protest protests".split())
"""Of which a day has one that everybody knows."""

_STANDS_FOR = _SHELLS - _MAKERS - frozenset("two three four men women man woman boy girl news".split())

_DONE = frozenset(
    """
    raid raids killing killings arrest arrests riot riots clash clashes bombing bombings search searches settlement
    merger payout payouts bonus bonuses seizure seizures eviction evictions beating beatings hijacking kidnapping siege
    fine fines recount walkout boycott
    """.split()
)
"""Nouns of what was done, which no reader knows who was not told of it before, unless all of the story's do."""

_NO_NOUN = ("ed", "ly")
_WORDS = late(r"[a-z]+")
_NAME = late(r"(?<=\s)[A-Z]\w|^[A-Z]\w+ [A-Z]")
_TIME = late(
    r"years?|months?|weeks?|days?|morning|afternoon|evening|night|time|summer|autumn|spring|winter|century|decade|season"
)
_RUN = late(
    r"\b(?P<the>[Tt]he|[Tt]hat|[Tt]his|[Tt]hose|[Tt]hese) (?P<run>(?!the\b|an?\b)[a-z][a-z-]+(?: [a-z][a-z-]+){0,3})"
)
_TIME_NEXT = rf"(?:{WEEKDAY}|{MONTH}|\d|[$£€]|yesterday|today|tonight|tomorrow|the same|last|next|this|that|early|late)"
_TELLS_WHICH = late(
    rf"\s+(?:of|that|who|which|whose|where|to|against|between|over|from|about|into|with|held|made|called|named"
    rf"|known|(?:for|in|on|at|by|after|during|near|behind|under|outside|inside)(?! {_TIME_NEXT}))\b|\s+[A-Z\d]"
    r"|,\s+(?:who|which|a|an|the [a-z]+ of)\b"
)
_WHICH = "of|between|with|on|over|against|to|for|that|which|about|by|into|from"
_DAYS_OWN = late(
    rf"(?:[Yy]esterday|[Tt]oday|{WEEKDAY})['’]s (?:(?!(?:{_WHICH}|the)\b)[a-z-]+ ){{0,3}}"
    rf"(?:{'|'.join(sorted(_SHELLS - _VOTES))})\b(?! (?:{_WHICH})\b|,? [A-Z])"
)
"""What was on a day and is told of no further: "yesterday's agreement"."""

_TELLS_WHO = late(r"\s+(?:of|who|which|that)\b")
_PRONOUN = late(r"\b(?:he|she|his|her|him|himself|herself)\b")
_PERSONS = """
    singer actor actress leader minister officer player lawyer driver worker soldier teacher writer author director
    manager senator governor mayor doctor professor president chairman spokesman spokeswoman man woman son daughter wife
    husband mother father brother sister girl boy widow star king queen prince princess pope judge coach chief boss head
    nun monk priest pilot spy nurse rebel hero victim captain bride groom lawmaker comic rapper baby child somebody
    someone anyone everyone nobody student agent client patient resident assistant defendant accountant consultant
    sergeant lieutenant general colonel commander editor prosecutor ambassador founder owner manager partner lover
    girlfriend boyfriend friend fan runner driver cyclist swimmer footballer striker champion winner candidate nominee
    politician musician physician magician technician comedian guardian economist scientist journalist artist activist
    dentist pianist novelist terrorist specialist biologist reporter presenter broadcaster designer dancer banker trader
    gunman attacker killer suspect prisoner farmer fisherman policeman policewoman businessman businesswoman detective
    inspector adviser aide secretary deputy colleague neighbour neighbor member teenager youth native princeling heir
    duke duchess earl lord lady bishop archbishop rabbi imam cleric pastor vicar chef cook maid guard bodyguard widower
    person father-in-law paramedic witness juror cardiologist surgeon anaesthetist expert tycoon billionaire veteran
""".split()
_SOMEBODY = late(rf"\b(?:{'|'.join(sorted(set(_PERSONS)))}|[A-Z][a-z]+[’']s)\b")
_SOMEBODY_NEXT = late(r",\s+(?:the |a |an )?(?:[A-Z]|[a-z ]{2,30}[A-Z])")
_THE_PERSON = late(rf"\bthe (?:[a-z]+ )?(?P<who>{'|'.join(sorted(set(_PERSONS)))})\b(?! (?:of|who|that|[A-Z]))")


def leaves_somebody(text: str, known: Collection[str]) -> bool:
    """Whether "the physician" stands for somebody whom not all of the story's readers know."""
    return any(stem(found["who"]) not in known for found in _THE_PERSON.finditer(text))


NAMED_WITHIN = 90
"""Characters from "his" in an opening phrase to the comma after which the name follows: "In his speech, Ann Lee"."""

_FROM_BEFORE = late(
    rf"\b(?:[Tt]hat|[Tt]he same) (?:day|night|morning|afternoon|evening|week|month|year|{WEEKDAY}|summer|time)\b"
)
_BARE_THIS = late(
    r"\b[a-z]+(?:ed|did|said|ade) (?:this|that|so)(?: (?:today|yesterday|tonight|on|in|at|last|when|by|during)\b|[.,])"
)
"""What was done, left to the sentence before: "reiterated this today"."""

_THERE = late(
    rf"^[^,]{{0,70}}(?<!over )(?<!out )(?<!up )\bthere"
    rf"(?:[.,]| (?:on|last|this|yesterday|today|for|with|since|by|{WEEKDAY})\b)"
    rf"|^[^\"“]*\bhere (?:on |early |late )?(?:last|this|yesterday|today|tonight|{WEEKDAY})\b"
)
"""A place that the sentence before named, or the dateline."""

_THE_SAME = late(
    r"\b(?:with|in|by|to|at|of|on|for|from) the same (?!time|day|night|week|month|year|way|as|period|thing|man|woman"
    r"|age|place|person)[a-z]+\b(?! as\b)"
)
"""A thing that was told before: "in an interview with the same paper"."""

_OF_WHAT = late(
    r"\banother of (?:his|her|its|their|the)\b"
    r"|\bended (?:\w+ )?(?:hours|days|weeks|months|years) of (?:\w+ )?"
    r"(?:speculation|uncertainty|rumours?|rumors?|suspense)"
    r"(?! (?:[^,.;]{0,20} )?(?:about|over|by|when|with|and|as to|whether|that|surrounding)\b)"
)
"""An end that does not tell of what, one more of those told before."""

_TOLD_WHEN = late(rf"\b(?:{WEEKDAY}|{MONTH}|\d{{4}}|yesterday|today|tonight|when|after|before|as)\b", re.IGNORECASE)
_GOES_ON = late(
    rf"On the {WEEKDAY}\b"
    r"|Another\b"
    r"|(?:Earlier|Later) (?:in|that|on that) (?:the )?(?:day|evening|night|morning|afternoon|week)\b"
    r"|(?:(?:Just|Only|Some|About) )?(?:[A-Z]?[a-z]+|\d+) (?:minutes|hours|days|weeks)"
    r" (?:earlier|later|before|afterwards)\b"
    rf"|(?:Earlier|Later) (?:today|yesterday|on {WEEKDAY})\b"
    r"|The (?:e-?mails?|letters?|memos?|notes?|messages?|posts?|tapes?|comments|remarks|leaflets?)"
    r" (?:from|by|of|to|sent|written) "
    r"|(?:In|At|During) (?:today|yesterday)['’]s (?![^,]{0,40}\b(?:in|of|at|on)\b)"
    r"|(?:In|To|For|At) (?:that|this|the same) (?:regard|respect|end|point|case|way|sense|vein|time|effect)\b"
    r"|(?:In addition|In response|In return|As a result|In contrast|By contrast|In the process|At the same time"
    r"|In the end|After that|Since then|Until then|By then|Even so|In turn|Then|Certainly|Unusually|Indeed|Also"
    r"|In the latest|Besides|Elsewhere|Again|Either way|Nor|Neither|Among them|Most of them|Of these|Among those)\b"
)
"""Words at the head by which a sentence goes on from the one before."""


def stands(annotated: Annotated, told: Telling, known: Collection[str]) -> bool:
    """Whether the telling's sentence needs none of those before it. ``known``: stems of the nouns that every reader of
    the story knows, such as "singer" or "trial"."""
    text = annotated.report.text[told.sentence.start : told.sentence.end]
    if goes_on(text) or pronoun_ahead(annotated, told.sentence.start, told.sentence.end):
        return False
    if initials_explained_before(annotated.report.text, told.sentence.start, told.sentence.end, known):
        return False
    return not points_back(text, _before(annotated, told), known)


def _before(annotated: Annotated, told: Telling) -> str:
    sentences = annotated.notes.sentences
    index = bisect_right(sentences, told.sentence.start, key=_start) - 1
    first = max(0, index - BEFORE)
    return annotated.report.text[sentences[first].start : told.sentence.start] if index > 0 else ""


def _start(place: Sentence | Mention) -> int:
    return place.start


@lru_cache(maxsize=4096)
def goes_on(text: str) -> bool:
    """Whether the sentence goes on from one before it, or names a time by it ("that night")."""
    if (
        _THE_SAME.search(text)
        or _GOES_ON.match(text)
        or _THERE.search(text)
        or _BARE_THIS.search(text)
        or _OF_WHAT.search(text)
        or _DAYS_OWN.search(text)
    ):
        return True
    back = _FROM_BEFORE.search(text)
    return back is not None and not _TOLD_WHEN.search(text[: back.start()])


def pronoun_ahead(annotated: Annotated, start: int, end: int) -> bool:
    """Whether "he", "she", "his" stand in ``start`` to ``end`` before anybody whom they could mean."""
    text = annotated.report.text
    pronoun = _PRONOUN.search(text, start, end)
    if pronoun is None or _SOMEBODY.search(text, start, pronoun.start()):
        return False
    mentions = annotated.notes.mentions
    number = bisect_left(mentions, start, key=_start)
    while number < len(mentions) and mentions[number].start < pronoun.start():
        if mentions[number].kind == "person":
            return False
        number += 1
    comma = text.find(",", pronoun.end(), pronoun.end() + NAMED_WITHIN)
    return comma < 0 or not _SOMEBODY_NEXT.match(text, comma)


_INITIALS = late(r"\b[A-Z]{2,6}\b")
_HOUSEHOLD = frozenset(
    "BBC CNN NBC CBS ABC FBI CIA NSA IRS IMF NATO NASA WHO HIV AIDS OPEC GDP CEO USA NHS ANC".split()
)
"""Initials better known than what they stand for."""


def initials_explained_before(text: str, start: int, end: int, known: Collection[str]) -> bool:
    """Whether ``start`` to ``end`` has initials that not all readers of the story know, and whose meaning the text
    before it gives: "the Harbour Safety Office (HSO)"."""
    for found in _INITIALS.finditer(text, start, end):
        initials = found[0]
        if stem(initials.lower()) in known:
            continue
        explained = f"({initials})"
        if 0 <= text.find(explained) < start:
            return text.find(explained, start, end) < 0
        if len(initials) > 2 and initials not in _HOUSEHOLD:
            words = re.compile(r" (?:(?:of|for|the|and|on|in) )*".join(rf"\b{letter}[a-z]+" for letter in initials))
            if words.search(text, 0, start) and not words.search(text, start, end):
                return True
    return False


_PREDICATE = (
    r"(?:has|have|had|is|are|was|were|will|would|could|may|must|says?|said|told|took|held|won|met|led|gave|went|came"
    r"|made|found|left|began|fell|rose|[a-z]{3,}ed)\b"
)
_TELLS_BEFORE = late(rf"\b{_PREDICATE}")
_TELLS_AFTER = late(rf"(?:['’]s?)?(?: [\w'’-]+){{0,7}}? {_PREDICATE}")
_HELD = late(
    r"(?:[^,;:]*[ (])?(?!\b(?:the|an?|his|her|its|their|this)\s)\S+\s+(?P<last>[a-z]{4,}(?<!er|or)(?<!ist|ian))\s+$"
)
_JOINING = frozenset(
    """that when while after before because since until than with from over into upon about against under named called
    where which whose whom though although until unless whether like including former late fellow""".split()
)
LONGEST_SEAM = 200
"""Characters of a sentence in which a headline or a caption may run into it."""


def runs_on(annotated: Annotated, start: int, end: int) -> bool:
    """Whether a name opens what looks like a second sentence inside ``start`` to ``end``: "The judge refused bail Ann
    Lee's doctor has denied ...", as where the page's caption has run into its story."""
    text, mentions = annotated.report.text, annotated.notes.mentions
    number = bisect_left(mentions, start + 1, key=_start)
    while number < len(mentions) and mentions[number].start < min(end, start + LONGEST_SEAM):
        one = mentions[number]
        number += 1
        before = text[start : one.start]
        held = _HELD.fullmatch(before)
        if held is None or one.title is not None or held["last"] in _JOINING or _SOMEBODY.fullmatch(held["last"]):
            continue
        if _TELLS_BEFORE.search(before) and _TELLS_AFTER.match(text, one.end, end):
            last = start + held.start("last")
            if not any(event.head is not None and event.head.start == last for event in annotated.notes.events):
                return True
    return False


_SINGLE_BREAK = late(r"(?P<by>\b(?:said|says|told|by|of|to|with) the )?(?P<last>[a-z][a-z-]*)[ \t]*\n[ \t]*$")
_HOLDS_A_NAME = frozenset(
    "firm company magazine newspaper paper website group giant hand mate charity bank agency party team band".split()
)
_LEAVES_OPEN = frozenset(
    "the a an of in on at by for to and or with from as his her its their into about against".split()
)


_NEXT_LINE = late(
    rf"[a-z]{{3,}} (?:{MONTH}) \d{{1,2}} [A-Z][a-z]+ [a-z]+ [a-z]+"
    r"|[a-z](?:['’”]|â€ ?[™\ufffd]) (?:The|This|These|Those|An?) [a-z]+ [a-z]+"
)
"""The date that heads the next line of a chronicle, or what opens a sentence, after one that no mark closes."""


def is_torn(annotated: Annotated, start: int, end: int) -> bool:
    """Whether the line before the sentence belongs to it: "The father of the governor | Ann Lee's son said"; or another
    line's date stands in it."""
    text = annotated.report.text
    if _NEXT_LINE.search(text, start, end):
        return True
    found = _SINGLE_BREAK.search(text, max(0, start - 40), start)
    if found is None:
        return False
    last = found["last"]
    if found["by"] and _opens_with_name(annotated, start):
        return True
    return last in _LEAVES_OPEN or last in _HOLDS_A_NAME or _SOMEBODY.fullmatch(last) is not None


def _opens_with_name(annotated: Annotated, start: int) -> bool:
    mentions = annotated.notes.mentions
    number = bisect_left(mentions, start, key=_start)
    return number < len(mentions) and mentions[number].start == start


def points_back(text: str, before: str, known: Collection[str]) -> bool:
    """Whether a noun with "the" or "this" stands for something that only the text before the sentence tells."""
    return any(True for _ in pointers(text, before, known))


def pointers(text: str, before: str, known: Collection[str]) -> Iterator[str]:
    """Yields the nouns that point back."""
    for found in _RUN.finditer(text):
        words = found["run"].split()
        place = found.start("run")
        for number, word in enumerate(words):
            end = place + len(word)
            after = words[number + 1] if number + 1 < len(words) else ""
            if word in STOPWORDS:
                break
            if after and after not in STOPWORDS and not after.endswith(_NO_NOUN):
                place = end + 1
                continue
            tells = _TELLS_WHICH if found["the"].lower() == "the" else _TELLS_WHO
            if text[end : end + 1] not in "'’-" and not tells.match(text, end):
                head = text[: found.start()]
                if _points(found["the"].lower(), word, number, head, before, known):
                    yield word
            break


def _points(the: str, word: str, number: int, head: str, before: str, known: Collection[str]) -> bool:
    if word in _KNOWN_TO_ALL or _TIME.fullmatch(word):
        return False
    key = stem(word)
    earlier = _WORDS.findall(head.lower())
    if key in {stem(other) for other in earlier}:
        return False
    if the == "that" and word.endswith("s"):  # it joins: "said that talks failed"
        return False
    if the != "the":
        return the in ("this", "that") and not _STANDS_FOR.intersection(earlier) and bool(head.strip())
    if word in _BODIES and key in known:
        return False
    if word in _MAKERS:
        return number == 0 and not _NAMED_APART.search(head)
    if word in _SHELLS:
        return number == 0 and not _STANDS_FOR.intersection(earlier)
    if key in known:
        return False
    if word in _DONE:
        return number == 0 and not _STANDS_FOR.intersection(earlier)
    return (not head and bool(before) and number == 0) or _introduced(word, before)


def _introduced(word: str, before: str) -> bool:
    """Whether the text before brings the thing in, as "a stadium" does."""
    key = re.escape(word.removesuffix("s"))
    return re.search(rf"\b(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:[\w-]+ ){{0,3}}?{key}", before) is not None
