"""What became of the people counted ("killed"), or where they were when it happened ("on board").

A table of situations, each known by the words that follow the number and by the verb before it.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Situation(NamedTuple):
    """``moving``: whether the count goes up or down from day to day; ``ahead``, ``behind``: what shows it."""

    name: str
    moving: bool
    ahead: re.Pattern[str] | None
    behind: re.Pattern[str] | None


_CRAFT = (
    "plane|jet|airliner|aircraft|airbus|boeing|helicopter|ferry|ship|boat|vessel|trawler|liner|bus|coach|train|flight"
    "|raft|submarine|shuttle|balloon|tram|carriage|minibus"
)
_SPOT = (
    "pit|mine|colliery|tunnel|building|hall|club|theatre|theater|factory|plant|school|church|mosque|hotel|shaft|cinema"
    "|cabins?|cable cars?|lifts?|restaurant|bar|tower|stadium|mall|house|hut|camp|bank|shop"
)


def _row(name: str, moving: bool, ahead: str, behind: str = "") -> Situation:
    return Situation(
        name,
        moving,
        re.compile(ahead) if ahead else None,
        re.compile(rf"(?:{behind})\s(?:(?!(?:in|at|of|by|on|from|with|after|near|into)\s)[\w-]+\s){{0,3}}$")
        if behind
        else None,
    )


SITUATIONS = (
    _row(
        "on board",
        False,
        rf"\b(?:on board|aboard|passengers and crew)\b|\b(?:on|in) (?:the|its|that) (?:[\w-]+ ){{0,2}}(?:{_CRAFT})\b",
        r"\bcarry\w*|\bcarried",
    ),
    _row("killed", True, r"\b(?:killed|dead|died|deaths?|dies|bodies|fatalities|perished|drowned)\b",
         r"\bkill\w*|\bclaim\w*|\btoll\b.{0,24}|\bbodies of"),
    _row("injured", True, r"\b(?:injured|wounded|hurt|injuries)\b", r"\binjur\w+|\bwound\w+|\bhurt"),
    _row("missing", True, r"\b(?:missing|unaccounted)\b"),
    _row("trapped", True, r"\b(?:trapped|stranded|cut off)\b", r"\btrapp\w+"),
    _row("arrested", True, r"\b(?:arrested|detained|arrests|in custody)\b", r"\barrest\w*|\bdetain\w+"),
    _row("held hostage", True,
         r"^(?:[\w-]+ ){0,2}(?:hostages?|captives?)\b|\b(?:held|taken|seized|as) (?:hostages?|captives?)\b"),
    _row("escaped", False, r"\b(?:escaped?|broke (?:out|free))\b"),
    _row("freed", True, r"\b(?:freed|released|let go|set free|crossed)\b", r"\bfreed|\breleas\w+|\bfreeing"),
    _row("displaced", True, r"\b(?:homeless|displaced|their homes?|evacuated)\b", r"\bevacuat\w+|\bdisplac\w+"),
    _row("sickened", True, r"\b(?:sickened|ill|sick|infected|cases)\b", r"\bsicken\w+|\binfect\w+"),
    _row("rescued", True, r"\b(?:rescued|saved|(?:pulled|dug|brought|recovered) (?:out )?alive)\b",
         r"\brescu\w+|\bsav(?:ed|ing)"),
    _row("taking part", False,
         r"\b(?:march|protest|demonstrat|rall(?:y|i)|attend|gather|took part|taken part|turned out|packed|filled)\w*"),
    _row("voting", False, r"\bvoted\b|\bcast (?:\w+ )?(?:votes?|ballots?)\b"),
    _row("on strike", False, r"\b(?:stopped work|on strike|walked out|downed tools|went on strike|laid down)\b"),
    _row("jobs", False, r"\b(?:jobs?\b|posts\b|lose their jobs|laid off|redundan\w+)", r"\blay\w* off|\bsack\w*"),
    _row("employed", False, r"\b(?:employees|employed|on (?:its|the) payroll|workforce)\b",
         r"\bemploy\w*|\bworkforce of"),
    _row(
        "there",
        False,
        r"^(?:\w+ ){1,3}(?:were|was|had been|are|have been)(?: \w+ing)? (?:underground|below|inside|working|at work"
        rf"|on (?:the )?\w* ?shift|(?:in|at) the (?:\w+ )?(?:{_SPOT}))\b|^(?:\w+ )(?:inside|underground)\b"
        r"|^(?:\w+ ){1,2}had been (?:in|at|on) the \w+(?= when|$)",
    ),
)  # fmt: skip
"""In this order: who is dead on board is counted among the dead only where the verb right before says so."""

ON_BOARD = SITUATIONS[0]
"""Where a crew is that a craft sinks or falls with, whatever the words."""

FATES = frozenset(("killed", "injured", "missing", "arrested", "displaced", "sickened", "rescued"))
"""What becomes of people in news of a disaster or a riot; a reader looks for these counts first."""

DEEDS = frozenset(("killed", "injured", "arrested"))
"""Fates that somebody brings about; "another 12" of them are added to those told before."""

_ANY = re.compile(
    rf"\b(?:on board|aboard|crew|{_CRAFT}|carr|kill|dead|die|death|bodies|fatal|perish|drown|claim|toll|injur|wound"
    r"|hurt|missing|unaccounted|trapp|strand|cut off|arrest|detain|custody|hostage|captive|escape|broke|freed|freeing"
    r"|releas|let go|set free|cross|homeless|displac|their home|evacuat|sick|ill\b|infect|cases|rescu|sav|march"
    r"|protest|demonst|rall|attend|gather|took|taken|turned|packed|filled|stopped|strike|walked|downed|laid|job|post|lose|redundan|lay"
    r"|sack|vote|cast|inside|underground|alive|employ|payroll|workforce|were|was|had been|are|have been)"
)
"""A quick look: most numbers count nobody in any of these situations."""


def situation(near: str, ahead: str, behind: str) -> Situation | None:
    """The situation of those counted: ``near``, the counted words with the few that follow, tells what became of them;
    ``ahead``, with all that follow, what they did; ``behind``, what was done to them. All in lower case, of one clause.
    """
    if not _ANY.search(ahead) and not _ANY.search(behind):
        return None
    for row in SITUATIONS:
        if row.ahead is not None and row.ahead.search(near if row.name in FATES else ahead):
            return row
    for row in SITUATIONS:
        if row.behind is not None and row.behind.search(behind):
            return row
    return None
