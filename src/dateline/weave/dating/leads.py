"""What an undated report says about its own day: the weekdays and the dates that it names, and how it names them."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Literal

import msgspec

from dateline.model.annotations import Annotated, Sentence, Timex
from dateline.weave.dating.heads import HeadDate, head_dates, stated_month_day
from dateline.weave.dating.pointers import Pointer

Direction = Literal["past", "ahead"]
Manner = Literal["agency", "by day", "plain"]
"""How a report speaks of days. ``agency``: wire copy, which names the weekday of its own day. ``by day``: it says
"yesterday" or "today" outside quotations, so a weekday named is mostly another day. ``plain``: neither."""

_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)")
_BY_DAY = re.compile(
    r"\b(?:yesterday|today|tonight|tomorrow|last night|this (?:morning|afternoon|evening))\b", re.IGNORECASE
)
_AGENCY = re.compile(
    r"\((?:Reuters|AP|AFP|UPI|Xinhua|CNN|Bloomberg|dpa|ANSA|IRNA|TASS|Interfax|Kyodo|Yonhap)\b[^)]{0,20}\)"
    r"|\((?:Additional |Additional reporting|Reporting|Writing|Editing|Compiled|Edited) ?(?:by|By)\b"
)
_AGENCIES = frozenset(
    """Reuters AP AFP UPI Xinhua Bloomberg dpa DPA ANSA IRNA TASS Interfax Kyodo Yonhap PTI EFE""".split()
) | {"Associated Press", "Agence France-Presse"}
_AHEAD = re.compile(
    r"\b(?:will|would|to be|is to|are to|was to|were to|due|scheduled|expected|plan(?:s|ned|ning)?|set (?:to|for)|next"
    r"|could|may|might|ahead of|before|until|puts? off|postpon\w+|moved|delay\w*|deferr?\w*|adjourn\w*"
    r"|to decide|to meet)\b"
)
_LAST_NEXT = re.compile(r"\b(last|next)\b", re.IGNORECASE)
_SAID_BEFORE = re.compile(
    r"\b(?:said|told|announced|reported|confirmed|warned|declared|urged|agreed|ordered|approved)(?: \w+)?(?: on)? $"
)
_DID_AFTER = re.compile(
    r" (?!be[ed]\b|need\b)(?:[a-z]+ed|put|cut|held|met|won|lost|began|took|gave|made|found|left|set|sent|shut|struck"
    r"|broke)\b"
)
"""What follows a day that stands between who did something and what they did: "rescuers on Friday put off"."""
_SAID_AFTER = re.compile(r" (?:said|told|announced|reported|confirmed|warned|declared|urged)\b")
LEAD = 350
"""Characters of the story within which its lead lies, credits and captions left by the reader included."""
EARLY = 1000
_PLANNED = frozenset(("planned", "expected", "postponed"))
CUE_REACH = 60
"""Characters before a date that are searched for words of planning."""
HEAD = 250
"""Characters. A date in these is the day of publication, or the caption's, far more often than one below."""


class NamedWeekday(msgspec.Struct, frozen=True):
    """A weekday without a date, 0 = Monday. ``place``: where it stands; ``said``: "said on Friday"."""

    start: int
    end: int
    weekday: int
    direction: Direction
    bound: Literal["last", "next", "bare"]
    place: Literal["lead", "early", "late"] = "late"
    said: bool = False
    of: bool = False
    """Whether it is only said whose day something was ("Sunday's fire"), which mostly is known news."""


class NamedDay(msgspec.Struct, frozen=True):
    """A month and day, with or without a year. ``place``: where it stands."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    direction: Direction
    place: Literal["head", "caption", "body"]

    def nearest(self, day: dt.date) -> dt.date | None:
        """The day that is meant, if the report is of ``day``: the year that brings it nearest. None for 29 February."""
        years = (self.year,) if self.year else (day.year, day.year - 1, day.year + 1)
        possible = [made for year in years if (made := _date(year, self.month, self.day))]
        return min(possible, key=lambda made: abs((made - day).days), default=None)


class Leads(msgspec.Struct, frozen=True):
    """All that one report says of its day. ``head``: what it says about itself, at its head or foot."""

    weekdays: tuple[NamedWeekday, ...]
    days: tuple[NamedDay, ...]
    manner: Manner
    head: tuple[HeadDate, ...] = ()

    @property
    def anchor(self) -> NamedWeekday | None:
        """The weekday that most likely is that of publication: the first bare one, of what has happened if any is."""
        bare = [one for one in self.weekdays if one.bound == "bare"]
        past = [one for one in bare if one.direction == "past"]
        told = next((one for one in past if not one.of), past[0] if past else None)
        if told is not None and told.place == "late" and past[0].place != "late":
            told = past[0]
        return told or (bare[0] if bare else None)


def leads(annotated: Annotated, pointing: Iterable[Pointer]) -> Leads:
    """The weekdays and days that a report names outside direct quotations, in the order of the text."""
    notes = annotated.notes
    ahead = {pointer.start for pointer in pointing if pointer.ahead}
    ahead |= {notes.timexes[e.timex].start for e in notes.events if e.timex is not None and e.status in _PLANNED}
    text = annotated.report.text
    weekdays: list[NamedWeekday] = []
    days: list[NamedDay] = []
    spoken = sorted((span.start, span.end) for q in annotated.notes.quotes if q.kind == "direct" for span in q.content)
    starts = [sent.start for sent in annotated.notes.sentences]
    story = next((sent.start for sent in annotated.notes.sentences if sent.kind == "body"), 0)
    head, stamps = head_dates(text)
    if (own := stated_month_day(annotated.report)) is not None:
        head = [own, *(one for one in head if one.kind not in ("agency dateline", "dateline"))]
        stamps = sorted({*stamps, (own.start, own.end)})
    for timex in annotated.notes.timexes:
        if _inside(stamps, timex.start):
            continue
        if timex.type not in ("DATE", "TIME") or _inside(spoken, timex.start):
            continue
        at = bisect_right(starts, timex.start) - 1
        sent = annotated.notes.sentences[at] if at >= 0 else None
        if (found := _WEEKDAY.match(timex.value)) and sent is not None:
            direction = _direction(text, sent, timex.start, ahead)
            weekdays.append(_weekday(text, timex, sent, int(found[1]) - 1, direction, story))
        elif (found := _DAY.match(timex.value)) and (named := _day(text, timex, sent, found, ahead)):
            days.append(named)
    return Leads(tuple(weekdays), tuple(days), _manner(annotated, spoken), tuple(head))


def lead_lag(annotated: Annotated) -> int | None:
    """The days from the weekday that a dated report's first sentence gives to its news to the report's own day."""
    notes, own = annotated.notes, annotated.report.day
    lead = next((sent for sent in notes.sentences if sent.kind == "body"), None)
    if lead is None or own is None:
        return None
    for timex in notes.timexes:
        if lead.start <= timex.start < lead.end and timex.rule.startswith("weekday") and timex.when is not None:
            lag = (own - dt.date.fromisoformat(timex.when.start)).days
            if 0 <= lag < 7:
                return lag
    return None


def _weekday(text: str, timex: Timex, sent: Sentence, weekday: int, direction: Direction, story: int) -> NamedWeekday:
    near = text[max(sent.start, timex.start - 6) : timex.end]
    word = _LAST_NEXT.search(near)
    bound: Literal["last", "next", "bare"] = "bare"
    if word:
        bound = "last" if word[1].lower() == "last" else "next"
    into = timex.start - story
    if bound == "bare" and text.endswith("on ", 0, timex.start) and _DID_AFTER.match(text, timex.end):
        direction = "past"
    place: Literal["lead", "early", "late"] = "lead" if into < LEAD else "early" if into < EARLY else "late"
    said = bool(
        _SAID_BEFORE.search(text, max(sent.start, timex.start - 30), timex.start) or _SAID_AFTER.match(text, timex.end)
    )
    of = text.startswith(("'s ", "’s "), timex.end)
    if said and bound == "bare":
        direction = "past"
    return NamedWeekday(timex.start, timex.end, weekday, direction, bound, place, said, of)


def _day(
    text: str, timex: Timex, sent: Sentence | None, found: re.Match[str], ahead: AbstractSet[int]
) -> NamedDay | None:
    year = None if found[1] == "XXXX" else int(found[1])
    month, day = int(found[2]), int(found[3])
    if _date(year or 2000, month, day) is None:
        return None
    place: Literal["head", "caption", "body"] = "body"
    if sent is not None and sent.kind == "caption":
        place = "caption"
    elif timex.start < HEAD:
        place = "head"
    return NamedDay(timex.start, timex.end, year, month, day, _direction(text, sent, timex.start, ahead), place)


def _direction(text: str, sent: Sentence | None, place: int, ahead: AbstractSet[int]) -> Direction:
    """Whether a date is of what was to come: as its event or the resolver has it, or by the words before it."""
    if place in ahead:
        return "ahead"
    if sent is None:
        return "past"
    return "ahead" if _AHEAD.search(text, max(sent.start, place - CUE_REACH), place) else "past"


def _manner(annotated: Annotated, spoken: list[tuple[int, int]]) -> Manner:
    text = annotated.report.text
    if annotated.report.source in _AGENCIES:
        return "agency"
    if _AGENCY.search(text, 0, 1000) or _AGENCY.search(text, max(0, len(text) - 400)):
        return "agency"
    if any(not _inside(spoken, found.start()) for found in _BY_DAY.finditer(text)):
        return "by day"
    return "plain"


def _inside(spans: list[tuple[int, int]], place: int) -> bool:
    at = bisect_right(spans, (place, len(spans) and spans[-1][1] + place)) - 1
    return at >= 0 and spans[at][0] <= place < spans[at][1]


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
