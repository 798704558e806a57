"""Days that a report cannot well lie before or after: what it tells as done on a day, or as still to come on one.

"opened an inquiry on July 30" was written on July 30 or later; "will hear the case on February 6" not after it. Which
year is meant is mostly open, so such a bound reaches a few months only. Tenses are read wrongly now and then: of the
days told as done in 310 reports about 8 in 10 were not after the day of publication, and most others were of the year
before.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

import msgspec

from dateline.model.annotations import Annotated, Event, Sentence, Timex
from dateline.model.evidence import Evidence, cite
from dateline.weave.dating.clues import Clue
from dateline.weave.dating.leads import NamedDay

REACH = 100
"""Days from a day named without its year up to which it bounds; beyond, another year may be meant."""
AGAINST = 3.5
"""What each bound that is broken speaks against a day (natural logarithm)."""
MOST_AGAINST = 7.0
LEAD_GAINS = (3.5, 2.5, 0.5)
"""What the day that the first sentence gives to its news speaks for that day, the next and the one after."""
FIRST = 2
"""Sentences of the story that may give the report's own day in full."""
OWN_WEEK = 5
"""Days either side of a report's day that it would name by their weekday."""
COMING_OF_FEW = 3
"""Days after it in a pile of a few reports: a plan that they follow keeps the date by which it was made."""
NEAR, MOST_NEAR = 1.0, 2.0
"""What each day named by its date speaks against a day so near to it."""
_WEEKDAY_BEFORE = re.compile(r"day,? (?:the )?$")
BESIDE = 14
"""Characters within which a weekday belongs to the date that follows: "on Thursday, August 16"."""
_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)$")
_ON = re.compile(r"(?:\bon|day,?) $")
_SINCE = re.compile(r"\bsince $", re.IGNORECASE)
_LIMIT = re.compile(r"\b(?:until|till|by|before|through)(?: the)? $", re.IGNORECASE)
_PRESENT = re.compile(r"(?!was\b|is\b|has\b|does\b|says\b)[a-z]+[^s\W]s$")
"""A verb in the present with a day beside it tells what is to come: "takes effect on June 30"."""
_DONE = frozenset(("happened", "said", "reported"))
_TO_COME = frozenset(("planned", "expected"))


class Bound(msgspec.Struct, frozen=True):
    """A day told as done (``after``: the report lies on it or after it) or as to come; the sentence's place."""

    named: NamedDay
    after: bool
    start: int
    end: int

    def broken(self, day: dt.date) -> bool:
        """Whether a report of ``day`` would tell this day the wrong way round."""
        meant = self.named.nearest(day)
        if meant is None:
            return False
        gap = (meant - day).days
        ahead = gap if self.after else -gap
        return ahead > 0 and (ahead <= REACH or self.named.year is not None)


def bounds(annotated: Annotated) -> list[Bound]:
    """The days of the calendar that a report tells as done or to come, each once, in the order of the text."""
    notes = annotated.notes
    found: dict[tuple[str, bool], Bound] = {}
    for event in notes.events:
        if event.timex is None:
            continue
        timex = notes.timexes[event.timex]
        after = _told_after(annotated, event, timex)
        if after is None:
            continue
        day = _DAY.match(timex.value) if timex.anchor == "dct" or timex.anchor == "self" else None
        if not day or (day[1] == "XXXX" and not timex.rule.startswith("month-day")):
            continue
        sent = notes.sentences[event.sentence]
        year = None if day[1] == "XXXX" else int(day[1])
        named = NamedDay(timex.start, timex.end, year, int(day[2]), int(day[3]), "past", "body")
        found.setdefault((timex.value, after), Bound(named, after, sent.start, sent.end))
    return list(found.values())


def _told_after(annotated: Annotated, event: Event, timex: Timex) -> bool | None:
    """Whether the report lies on or after the day that dates an event (True) or not after it; None: neither is told."""
    text = annotated.report.text
    if _SINCE.search(text, max(0, timex.start - 12), timex.start):
        return True
    if event.negated or event.status not in _DONE | _TO_COME:
        return None
    coming = event.status in _TO_COME
    if event.head is None and not coming:
        return None  # without a verb nothing says whether it lies behind
    if event.head is not None and _PRESENT.match(text, event.head.start, event.head.end):
        coming = True
    if not coming and _LIMIT.search(text, max(0, timex.start - 14), timex.start):
        return None
    return not coming


def bounds_clues(annotated: Annotated, days: Sequence[int]) -> list[Clue]:
    """The clues of this module that say something."""
    found = (bounds_clue(annotated, days), lead_clue(annotated, days))
    return [clue for clue in found if clue is not None]


def far_days_clue(annotated: Annotated, days: Sequence[int], coming: int = OWN_WEEK) -> Clue | None:
    """A report that names days by weekdays names by month and day what lies more than a week off, or more than
    ``coming`` days ahead."""
    notes, text = annotated.notes, annotated.report.text
    body = [sent for sent in notes.sentences if sent.kind == "body"]
    if len(body) <= FIRST or not any(one.rule.startswith("weekday") for one in notes.timexes):
        return None
    start = body[FIRST].start
    far = []
    for one in notes.timexes:
        found = _DAY.match(one.value)
        alone = not _WEEKDAY_BEFORE.search(text, max(0, one.start - BESIDE), one.start)
        if found and alone and one.start >= start and one.rule.startswith("month-day") and found[1] == "XXXX":
            far.append(NamedDay(one.start, one.end, None, int(found[2]), int(found[3]), "past", "body"))
    gains = {}
    for day in days:
        meant = dt.date.fromordinal(day)
        gaps = [(at - meant).days for one in far if (at := one.nearest(meant)) is not None]
        near = sum(-OWN_WEEK <= gap <= coming for gap in gaps)
        if near:
            gains[day] = -min(NEAR * near, MOST_NEAR)
    if not gains:
        return None
    places = [sentence for one in far for sentence in body if sentence.start <= one.start < sentence.end]
    because = tuple(cite(annotated.report, sent.start, sent.end) for sent in places[:1])
    return Clue("dates and weekdays", gains, 0.0, lambda _: because)


def lead_clue(annotated: Annotated, days: Sequence[int]) -> Clue | None:
    """What the day speaks for that the first sentence of the story gives to its news ("on Thursday, August 16")."""
    lead = next((sent for sent in annotated.notes.sentences if sent.kind == "body"), None)
    told = bounds(annotated) if lead is not None else []
    news = next((one for one in told if lead and one.after and lead.start == one.start), None)
    if lead is None or news is None or _names_a_weekday(annotated, lead, news):
        return None
    if not _ON.search(annotated.report.text, news.start, news.named.start):
        return None
    gains = {}
    for day in days:
        meant = news.named.nearest(dt.date.fromordinal(day))
        if meant is not None and 0 <= (gap := day - meant.toordinal()) < len(LEAD_GAINS):
            gains[day] = LEAD_GAINS[gap]
    place = cite(annotated.report, news.start, news.end)
    return Clue("day of the news", gains, 0.0, lambda _: (place,))


def _names_a_weekday(annotated: Annotated, lead: Sentence, news: Bound) -> bool:
    """Whether the first sentence gives its news a weekday beside the day that it names."""
    weekdays = [one for one in annotated.notes.timexes if lead.start <= one.start < lead.end and "WXX" in one.value]
    return any(abs(one.start - news.named.start) > BESIDE for one in weekdays)


def bounds_clue(annotated: Annotated, days: Sequence[int]) -> Clue | None:
    """What a report's own done and coming days say against the days that they rule out."""
    told = bounds(annotated)
    gains = {}
    for day in days:
        wrong = sum(one.broken(dt.date.fromordinal(day)) for one in told)
        if wrong:
            gains[day] = -min(AGAINST * wrong, MOST_AGAINST)
    if not gains:
        return None
    places = [cite(annotated.report, one.start, one.end) for one in told]
    nearest = sorted(zip(told, places, strict=True), key=lambda pair: (not pair[0].after, -pair[0].start))

    def because(day: int) -> tuple[Evidence, ...]:
        meant = dt.date.fromordinal(day)
        kept = [(abs(((one.named.nearest(meant) or meant) - meant).days), place) for one, place in nearest]
        return tuple(place for _, place in sorted(kept, key=lambda pair: (pair[0], pair[1].start))[:1])

    return Clue("done or to come", gains, 0.0, because)
