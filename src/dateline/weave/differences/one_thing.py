"""Whether two counts tell of one thing, and why they may be only apparently at odds.

A rule for each sort of matter: what is counted at one moment, what moves from day to day, measures, shares, bare nouns;
and one for big piles, where less can be held to mean one thing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from dateline.model.report import Report
from dateline.text.gazetteer import tables
from dateline.text.patterns import late
from dateline.text.words import content_words
from dateline.weave.counting import Count
from dateline.weave.counting.counts import CREW, GENERIC
from dateline.weave.counting.sums import ONE_SUM
from dateline.weave.differences.ranges import FAR, LARGE, NEAR, differ

WAR_DAYS = 7
"""Days between two tellings of a war's toll, which grows by less than its rounding in that time."""

FALL_DAYS = 2
"""Days between two tellings of a toll that falls, which tolls do not; a rising one is a series, no disagreement."""

SHARED = 2
"""Content words or names beside the counted ones that two sentences must share."""

STRONG = 4
"""The same for values far apart, or where only the counted noun tells what is counted."""

_WAR = late(r"\b(?:war|conflict|insurgency|uprising|fighting)\b", re.IGNORECASE)
_MENDED = late(
    r"\b(?:correct(?:ed|ing|ion)|revis(?:ed|ing)|earlier (?:figure|count|toll|estimate)|up from|down from|counted twice"
    r"|first (?:thought|given|reported|said)|lowered|raised (?:its|the|their) (?:estimate|figure|count|toll)|originally"
    r"|mistake)\b",
    re.IGNORECASE,
)
_STILL = late(
    r"\b(?:still|remain(?:s|ed|ing)?|now|so far|by then|until)\b|\b(?:are|is) (?:being )?(?:holding|held)\b", re.I
)
_KEPT = frozenset(("on board", "there", "held hostage", "escaped"))
"""Who was there at one moment; the count is of that moment, whenever it is told."""


_OF_A_DAY = frozenset(("taking part", "voting"))
"""What happens on one day and may be told of another one in the same words."""


_PASSENGERS = late(r"\bpassengers?\b", re.IGNORECASE)


class _Pair(NamedTuple):
    """What two counts share. ``theme``: names that their two reports share, anywhere; ``days``: between the reports."""

    mine: Count
    theirs: Count
    shared: int
    names: int
    theme: int
    same_day: bool
    days: int

    @property
    def score(self) -> int:
        return self.shared + min(self.names, 2)


def disagree(mine: Count, theirs: Count, themes: Sequence[frozenset[str]]) -> str | None:
    """Why the two may be only apparently at odds; None where they need not count one thing."""
    if not differ(mine.quantity, theirs.quantity, FAR):
        return None  # most pairs; the rest costs more
    lasting = mine.matter in LASTING or mine.matter in _KEPT
    if not same_people(mine, theirs) or not (mine.matter in _KEPT or _one_place(mine, theirs)):
        return None
    if not lasting and not _one_time(mine, theirs):
        return None
    if mine.quantity.unit and mine.scope.own and theirs.scope.own and not _meet(mine.scope.own, theirs.scope.own):
        return None
    pair = _Pair(
        mine,
        theirs,
        len(mine.scope.words & theirs.scope.words),
        len(mine.scope.names & theirs.scope.names) + len(mine.scope.entities & theirs.scope.entities),
        len(themes[mine.order] & themes[theirs.order]) if themes else 0,
        _same_day(mine, theirs),
        _apart(mine.report, theirs.report),
    )
    far = pair.score >= STRONG or mine.matter in LASTING or (pair.same_day and pair.score >= SHARED)
    if not differ(mine.quantity, theirs.quantity, FAR if far else NEAR):
        return None
    if not themes:
        return _in_a_crowd(pair)
    if _MENDED.search(mine.scope.context) or _MENDED.search(theirs.scope.context):
        return "one report mends the figure" if pair.score >= SHARED else None
    if mine.matter == "":
        return _of_a_noun(pair) if mine.quantity.unit else _by_noun(pair)
    if mine.quantity.unit:
        return _by_measure(pair)
    if mine.moving and mine.matter not in _KEPT:
        return _moving(pair)
    return _kept(pair)


def _kept(pair: _Pair) -> str | None:
    """Counts of one moment, whenever they are told."""
    matter = pair.mine.matter
    if matter in _KEPT and (_STILL.search(pair.mine.text) or _STILL.search(pair.theirs.text)):
        return None
    if matter == "on board" and CREW in (pair.mine.head, pair.theirs.head) and pair.mine.head != pair.theirs.head:
        passengers = _PASSENGERS.search(pair.mine.text) or _PASSENGERS.search(pair.theirs.text)
        return None if passengers or not pair.score else "one may count the crew only"
    if matter in _KEPT:
        return (
            "the first count may have been mended later" if pair.theme or pair.score or matter == "on board" else None
        )
    if matter.startswith("times "):
        return "counted from another start" if pair.score else None
    if (matter == "employed" and not pair.names) or (matter in _OF_A_DAY and not pair.same_day):
        return None
    if pair.score + pair.same_day < SHARED:
        return None
    return "a first estimate may have been mended" if pair.days and pair.same_day else "another scope is possible"


def _moving(pair: _Pair) -> str | None:
    """Counts that go up or down from day to day."""
    mine, theirs = pair.mine, pair.theirs
    if mine.matter == "killed" and _WAR.search(mine.text) and _WAR.search(theirs.text) and pair.days <= WAR_DAYS:
        both = min(mine.quantity.value, theirs.quantity.value) >= LARGE
        return "a later count, or rounded" if both else None
    if mine.matter == "killed" and pair.score >= SHARED and _falls(mine, theirs):
        return "a toll does not fall: the first may have been too high"
    if mine.matter == "freed" and pair.same_day and pair.score >= SHARED:
        return "another scope is possible"
    if pair.days:
        return None  # told later, it is a series, which the figure itself shows
    return "counts of one day move; another scope is possible" if pair.score else None


def _by_measure(pair: _Pair) -> str | None:
    """Shares, sums and measures."""
    matter = pair.mine.matter
    if matter.startswith("margin "):
        return "measured by another hand" if pair.score else None
    if pair.mine.quantity.unit == "%":
        return _by_share(pair)
    strange = _proper(pair.mine) and _proper(pair.theirs) and not pair.names
    if matter in LASTING and pair.score >= SHARED and not strange and not _goes_on(pair):
        if matter in ("cost", "damage"):
            return "a later estimate may have replaced the first"
        return (
            "one may be a limit, or the sum of more" if matter in ONE_SUM else "a first estimate may have been mended"
        )
    if matter in ONE_SUM and pair.same_day and pair.score:
        return "one may be rounded, or the sum of more"
    return None


def _goes_on(pair: _Pair) -> bool:
    """Whether one of two counts told on two days says that it is still being counted."""
    return pair.days > 0 and any(_SO_FAR.search(one.text) for one in (pair.mine, pair.theirs))


_SO_FAR = late(r"\b(?:so far|to date|already|by now|up to now)\b", re.IGNORECASE)


def _proper(count: Count) -> frozenset[str]:
    """The names beside a count, but for those of peoples ("an American service")."""
    return count.scope.names - _peoples()


@lru_cache(maxsize=1)
def _peoples() -> frozenset[str]:
    return frozenset(stem for people in tables().demonyms for stem in content_words(people))


def _of_a_noun(pair: _Pair) -> str | None:
    """Weights and shares of something: "900 tonnes of oil", "30 percent of the airline"."""
    mine, theirs = pair.mine, pair.theirs
    if mine.quantity.unit == "%":
        one_whole = mine.head == theirs.head or mine.head in theirs.scope.words or theirs.head in mine.scope.words
        if not one_whole or "%" in (mine.head, theirs.head):
            return None
        return "measured in another way" if pair.same_day and pair.theme and pair.score >= SHARED else None
    if not mine.head or mine.head != theirs.head or mine.head == mine.quantity.unit:
        return None
    amount = mine.quantity.unit in _AMOUNTS and pair.theme and pair.score >= SHARED
    return "a first estimate may have been mended" if amount and not _goes_on(pair) else None


_AMOUNTS = frozenset("tonne ton kg lb barrel litre gallon hectare acre".split())


def _by_share(pair: _Pair) -> str | None:
    matter = pair.mine.matter
    if matter == "poll":
        one_poll = pair.same_day or _institute(pair.mine, pair.theirs)
        return "another question may have been asked" if one_poll and pair.names else None
    if matter in ("fall", "rise"):
        told = pair.names or (pair.shared >= SHARED and pair.theme)
        return "measured at another hour" if pair.same_day and told else None
    return "another count is possible" if matter == "turnout" and pair.score >= SHARED else None


LASTING = frozenset("distance height depth length width weight speed altitude magnitude thickness".split()) | (
    ONE_SUM - {"withdrawals", "damage"}
)
"""What belongs to one thing for good, so that the day on which it is told says nothing."""


def _by_noun(pair: _Pair) -> str | None:
    """Counts of one noun: one day is named in both, or they are told on one day and share much.

    What people do is told in too many ways to know them again by "people"; what is there changes from day to day.
    """
    if pair.mine.head in _ANYBODY and pair.score < STRONG:
        return None
    if pair.days > 1 and (_THERE_ARE.search(pair.mine.text) or _THERE_ARE.search(pair.theirs.text)):
        return None
    if pair.same_day and pair.score >= SHARED:
        return "another scope is possible"
    if pair.names and (pair.score >= STRONG or (pair.days == 0 and pair.score > SHARED)):
        return "another scope is possible"
    return None


def _in_a_crowd(pair: _Pair) -> str | None:
    """In a big pile: what belongs to one day or thing, told of one day in sentences that share most of their words.

    What is given, raised or fed grows while it is told, and "people" are counted in too many ways.
    """
    mine, theirs = pair.mine, pair.theirs
    least = min(len(mine.scope.words), len(theirs.scope.words))
    if not pair.names or pair.shared < STRONG or pair.shared < LIKE * least:
        return None
    growing = mine.quantity.unit is not None and mine.matter not in LASTING
    growing = growing or any(_GROWS.search(one.scope.context) for one in (mine, theirs))
    if mine.moving and not (mine.scope.days and theirs.scope.days):
        return None
    if growing or mine.head in GENERIC or _MENDED.search(mine.scope.context) or _MENDED.search(theirs.scope.context):
        return None
    return "counts of one day move; another scope is possible"


_GROWS = late(r"\b(?:now|so far|to date|since|has (?:risen|spread|grown|reached)|total\w*|confirmed|cases)\b", re.I)

LIKE = 0.5
"""Share of the smaller sentence's words that two sentences of a big pile must share."""

_ANYBODY = frozenset(content_words("people person others man men woman women"))
_THERE_ARE = late(r"\bthere (?:are|is)\b|\b(?:are|is) (?:now|still|currently)\b", re.IGNORECASE)

_POLLSTER = late(r"\b(?:[A-Z][\w’'-]+ (?:survey|poll|institute|pollsters?)|by (?:the )?[A-Z][\w’'-]+)\b")


def _institute(mine: Count, theirs: Count) -> bool:
    """Whether two polls name one institute, and no two days."""
    one, two = (set(_POLLSTER.findall(count.text)) for count in (mine, theirs))
    return bool(one & two) and not (mine.scope.days and theirs.scope.days)


def same_people(mine: Count, theirs: Count) -> bool:
    """Whether the nouns that two counts count can mean one set of people or things."""
    if not mine.head or not theirs.head or mine.head == theirs.head or mine.quantity.unit:
        return True
    return mine.matter in _KEPT and mine.head in GENERIC and theirs.head in GENERIC


def _one_place(mine: Count, theirs: Count) -> bool:
    return not mine.scope.places or not theirs.scope.places or bool(mine.scope.places & theirs.scope.places)


def _one_time(mine: Count, theirs: Count) -> bool:
    """Whether the two may tell of one time: not where each names days and none of them meet."""
    return not mine.scope.here or not theirs.scope.here or _meet(mine.scope.here, theirs.scope.here)


def _same_day(mine: Count, theirs: Count) -> bool:
    """Whether a day is named for both; where one names none, the day of its report counts, and the day before."""
    return _meet(mine.scope.days or _implied(mine), theirs.scope.days or _implied(theirs))


def _meet(mine: Sequence[tuple[str, str]], theirs: Sequence[tuple[str, str]]) -> bool:
    return any(a <= d and c <= b for a, b in mine for c, d in theirs)


def _implied(count: Count) -> tuple[tuple[str, str], ...]:
    day = count.report.day
    return (((day - dt.timedelta(1)).isoformat(), day.isoformat()),) if day else ()


def _falls(mine: Count, theirs: Count) -> bool:
    earlier, later = sorted((mine, theirs), key=lambda count: (str(count.report.day), count.order))
    return later.quantity.value < earlier.quantity.value and _apart(earlier.report, later.report) <= FALL_DAYS


def _apart(mine: Report, theirs: Report) -> int:
    if mine.day is None or theirs.day is None:
        return 999
    return abs((mine.day - theirs.day) // dt.timedelta(1))
