"""What is told beside the main clause, shown without it: "[…] the mission that the fleet took over on 31 March […]".

A reader takes the main clause of a line for what happened on its day. Where the day is that of a relative clause, a
clause of time or a participle, the rest of the sentence is left out, so that what is shown is of that day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.model.annotations import Annotated, Event, Timex
from dateline.model.material import Material
from dateline.text.calendar import MONTH, WEEKDAY
from dateline.text.patterns import late
from dateline.weave.timeline.clauses import is_main, is_past
from dateline.weave.timeline.tellings import Telling
from dateline.weave.timeline.wording import LEFT_OUT

if TYPE_CHECKING:
    from dateline.weave.timeline.build import Line

_RELATIVE = late(r"(?P<comma>,)?\s+(?P<word>who|which|whose|whom|where|that)\s+(?:[\w’'-]+\s+){0,4}$")
_OF_TIME = late(r"\b(?:after|since|until)\s+(?P<clause>(?:[^\s,;:]+\s+){1,12})$")
_AFTER_A_THING = late(r"\b(?:[Ff]ollowing|[Aa]fter|[Ss]ince|[Dd]espite|[Aa]mid)\s+(?P<thing>(?:[^\s,;:]+\s+){0,6})$")
_COUNTED = late(r"(?:(?:just|only|barely)\s+)?[\w-]+\s+(?:hours?|days?|weeks?|months?|years?)\s+$")
_BREAKS = frozenset("that so how and but or as if when while whether because is are was were has had said says".split())
"""Words behind which a noun without an article begins."""

_JOINS_NAMES = frozenset("of for in at from to de der van von al el and".split())
_GOES_ON = late(r"\s+(?:of|to|that|from|for|by|with|as|and\s+[a-z]+ed)\s")
_BETWEEN_TIMES = late(r"[\s,]+(?:(?:on|in|at|by|from|until|since|to)\s+)?(?:the\s+)?")
_REDUCED = late(r"\b(?P<thing>(?:the|an?|his|her|its|their)\s+(?:[\w’'-]+\s+){1,4})$", re.IGNORECASE)
_DETERMINER = late(r"(?:the|an?|its|this|these|those|[\w.-]+[’']s|[\w-]+s[’'])$", re.IGNORECASE)
_CAPITAL = late(r"[A-Z0-9]")
_DAY = late(WEEKDAY + r"|" + MONTH + r"\b|yesterday|today|week|month|year")
_AGE = late(r"\d{1,3},?$")
_LEANS = late(
    r"(?:he|she|it|they|his|her|their|its|him|them|this|that|these|those|who|there|being"
    r"|an? (?:story|report|article|piece|column|poll|survey|book|interview|statement|comment|tweet|film|song))\b",
    re.IGNORECASE,
)
_TIME_HEAD = late(r"(?:On|In|At|With|After|As|When|While|By|For|During|But|And|Following|Before|Since|Until)\b")
_OPEN_END = late(r"\s+(?:and|but|or|as|while|when|after|because|before|to|of|for|with|in|on)$")
_TELLS = late(r"\b(?:said|says|say|told|added|reported|showed|shows|believed?|thinks?|remember|know|that|how)\s*$")
_COMMA = late(r",(?!\s?\d)|;|\s[-–—]+\s")

LONGEST_SUBJECT = 24
"""Words before the end of a clause that says something of the subject at the sentence's head, at most."""

LONGEST_THING = 9
"""Words of the thing that a relative clause tells of."""

FEWEST_SHOWN = 4
"""Words. Less tells nothing."""

PRONE = ("happened", "reported", "said", "denied", "requested")
"""Statuses in which a reader takes the main clause for what was done that day; plans are told in clauses beside it."""


def is_beside(annotated: Annotated, told: Telling) -> bool:
    """Whether a telling rests on a clause beside the main one, of something done."""
    if told.basis != "own" or told.head < 0 or told.kind != "act" or told.status not in PRONE:
        return False
    if told.rule == "noun":
        looks_back = told.when.days > 1 or is_past(told.when, annotated.report.day)
        return looks_back and _opening(annotated, told) is not None
    if told.rule != "verb":
        return False
    text = annotated.report.text
    if not told.aside and is_main(text, told.sentence, told.start, told.head, told.status):
        return False
    return _opening(annotated, told) is not None


def main_first(tellings: list[Telling], material: Material) -> list[Telling]:
    """The tellings of an event, those behind whose own clause is one beside another, where some other tells it too."""
    behind = [told for told in tellings if is_beside(material.reports[told.report], told)]
    if not any(told is tellings[0] for told in behind):
        return tellings
    sharp = [told for told in tellings if told.kind == tellings[0].kind and told.basis == "own"]
    sharp = [told for told in sharp if not any(told is one for one in behind)]
    return sharp + [told for told in tellings if not any(told is one for one in sharp)]


def without_asides(found: Sequence[Line], material: Material) -> list[Line]:
    """The lines but for those of a clause beside another that cannot be shown by itself, on a date that has a line."""

    def is_aside(line: Line) -> bool:
        told, when = line.tellings[0], line.event.when
        annotated = material.reports[told.report]
        if line.event.families > 1 or not is_beside(annotated, told) or beside(annotated, told) is not None:
            return False
        return any(
            other is not line and other.event.kind == "act" and when.overlaps(other.event.when) for other in found
        )

    return [line for line in found if not is_aside(line)]


def beside(annotated: Annotated, told: Telling) -> str | None:
    """The clause that tells what is dated, LEFT_OUT for the rest; None where it cannot be told without the rest."""
    begin = _opening(annotated, told)
    if begin is None:
        return None
    text, sentence = annotated.report.text, told.sentence
    end = _close(annotated, told)
    shown = _OPEN_END.sub("", text[begin:end].strip().rstrip(" ,;:-–—"))
    if len(shown.split()) < FEWEST_SHOWN or shown.endswith(("’s", "'s")) or _LEANS.match(shown) or shown.count('"') % 2:
        return None
    if shown.count("“") != shown.count("”") or shown.count("(") != shown.count(")"):
        return None
    rest = text[end : sentence.end].strip(" ,;.\"”'’\n")
    before = f"{LEFT_OUT} " if text[sentence.start : begin].strip() else ""
    return f"{before}{shown} {LEFT_OUT}" if rest else f"{before}{shown}"


def _opening(annotated: Annotated, told: Telling) -> int | None:
    """Where what the clause tells of begins: the noun before "who", the subject after "since"."""
    text, first = annotated.report.text, told.sentence.start
    head = text[first : told.head]
    if told.rule == "noun":
        after = _AFTER_A_THING.search(head)
        return first + after.start("thing") if after else None
    found = _RELATIVE.search(head)
    if found is not None:
        if not _is_before(annotated, told, told.head):  # the main verb is still to come
            words = len(text[first : told.end].split())
            if words <= LONGEST_SUBJECT and not _TIME_HEAD.match(text, first):
                return first
        if found["word"] == "that" and _TELLS.search(head[: found.start("word")].rstrip()):
            return None
        return _thing(text, first, first + found.start())
    if (of_time := _OF_TIME.search(head)) is not None:
        before = text[told.start : first + of_time.start()]
        if told.aside if not before else _COUNTED.fullmatch(before):
            return first + of_time.start("clause")
        return None
    reduced = _REDUCED.search(head)
    if reduced is not None and first + reduced.start() <= told.start + 1 and reduced.start() and _done_to(text, told):
        outer = _event_at(annotated, told, first + reduced.start())
        if outer is not None and outer.status == "happened" and outer.lemma not in ("be", "say"):
            return first + reduced.start("thing")
    return None


_PARTICIPLE = late(
    r"(?:[a-z]+ed|made|held|taken|given|won|sent|built|found|brought|left|set|reached|born|seen|known|written|shot|cut)"
    r"\s+(?:on|in|at|by|last|yesterday|a|an|two|three|early|late|earlier|before|after)\b"
)


def _done_to(text: str, told: Telling) -> bool:
    return _PARTICIPLE.match(text, told.head) is not None


def _is_before(annotated: Annotated, told: Telling, place: int) -> bool:
    """Whether the sentence's main verb stands before ``place``."""
    text, sentence = annotated.report.text, told.sentence
    return any(
        event.timex is None or is_main(text, sentence, event.start, event.head.start, event.status)
        for event in _events(annotated, told)
        if event.head is not None and event.head.start < place and event.head.start != told.head
    )


def _event_at(annotated: Annotated, told: Telling, place: int) -> Event | None:
    """The last event whose verb stands before ``place`` in the telling's sentence."""
    return max(
        (event for event in _events(annotated, told) if event.head is not None and event.head.end <= place),
        key=lambda event: event.head.start if event.head else 0,
        default=None,
    )


def _events(annotated: Annotated, told: Telling) -> list[Event]:
    return [
        event
        for event in annotated.notes.events
        if event.head is not None and told.sentence.start <= event.head.start < told.sentence.end
    ]


def _thing(text: str, first: int, end: int) -> int | None:
    """Where the noun begins that ends before ``end``: at its article, or at a name's first word."""
    words = [(found.start() + first, found[0]) for found in re.finditer(r"\S+", text[first:end])][-LONGEST_THING:]
    at = len(words) - 1
    while at >= 0 and _AGE.match(words[at][1]):
        at -= 1
    if at < 0 or _DAY.match(words[at][1]):
        return None
    for one in range(at, -1, -1):
        start, word = words[one]
        if word.lower() in _BREAKS or (one < at and word.endswith((",", ";", ":", '"', "”"))):
            named = one < at and (_CAPITAL.match(words[one + 1][1]) or words[at][1].endswith("s"))
            return words[one + 1][0] if named and not (one == at - 1 and word.endswith(",")) else None
        if _DETERMINER.match(word) or start == first:
            again = one > 0 and word.endswith(("'s", "’s")) and _DETERMINER.match(words[one - 1][1])
            return words[one - 1][0] if again else start
        if (
            one < at - 1
            and word not in _JOINS_NAMES
            and not _CAPITAL.match(word)
            and _all_capital(words[one + 1 : at + 1])
        ):
            return words[one + 1][0]
    return None


def _all_capital(words: Sequence[tuple[int, str]]) -> bool:
    return all(_CAPITAL.match(word) for _, word in words)


def _close(annotated: Annotated, told: Telling) -> int:
    """Where the clause ends: at the comma that closes it, before a time that is another's."""
    text, last = annotated.report.text, told.sentence.end
    relative = _RELATIVE.search(text[told.sentence.start : told.head])
    own, other = _times(annotated, told)
    if own and other and _BETWEEN_TIMES.fullmatch(text, own.end, other.start):
        return own.end  # "took over on 3 May on 5 June"
    inside = relative is not None and relative["comma"]
    if not inside and not _GOES_ON.match(text, told.end):
        return min(told.end, last)
    comma = _COMMA.search(text, max(own.end, told.head) if inside and own else told.end, last)
    return comma.start() if comma else last


def _times(annotated: Annotated, told: Telling) -> tuple[Timex | None, Timex | None]:
    """The time that dates the telling, and the one after it."""
    times = annotated.notes.timexes
    own = next((one.timex for one in _events(annotated, told) if one.head and one.head.start == told.head), None)
    if own is None:
        return None, None
    return times[own], times[own + 1] if own + 1 < len(times) else None
