"""How far from a report's own day its expressions point: "Friday", "a week ago", "next Monday".

What leans on the day of publication by weekdays and weeks lies equally far from every day of the same weekday; so a
week of days tried stands for all days.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence

import msgspec

from dateline.model.annotations import Annotated, Sentence, Timex

Retime = Callable[[Annotated, dt.date | None], Annotated]

LONGEST_SPAN = 7
"""Days. A week still says something of the day ("a week ago"); a month does not."""


class Pointer(msgspec.Struct, frozen=True):
    """A time expression that leans on the report's day.

    ``sentence``: index into the sentences. ``reach``: weekday of publication (0 = Monday) -> days from there to the
    first and the last day that is meant.
    """

    start: int
    sentence: int
    reach: Mapping[int, tuple[int, int]]
    end: int = 0
    following: bool = False
    """Whether it says "next", which may also mean the week after ("next Wednesday", on a Tuesday)."""

    @property
    def ahead(self) -> bool:
        """Whether it points to what was still to come when the report was published."""
        signs = [(first > 0) - (last < 0) for first, last in self.reach.values()]
        return sum(signs) > 0


def pointers(annotated: Annotated, near: dt.date, retime: Retime) -> tuple[tuple[Pointer, ...], Annotated]:
    """The expressions that lean on the report's day; and the report with only those that do not, resolved.

    ``near``: a day not too far from the report's.
    """
    days = [near + dt.timedelta(step) for step in range(-3, 4)]
    retimed = [retime(annotated, day) for day in days]
    reach: dict[int, dict[int, tuple[int, int]]] = {}
    named: dict[int, Timex] = {}
    for day, one in zip(days, retimed, strict=True):
        for timex in one.notes.timexes:
            if timex.when is None or not leans(timex) or timex.when.days > LONGEST_SPAN:
                continue
            first = (dt.date.fromisoformat(timex.when.start) - day).days
            last = (dt.date.fromisoformat(timex.when.end) - day).days
            named[timex.start] = timex
            reach.setdefault(timex.start, {})[day.weekday()] = (first, last)
    starts = [sent.start for sent in annotated.notes.sentences]
    found = [
        Pointer(start, at, spans, named[start].end, named[start].rule.startswith("next-weekday"))
        for start, spans in sorted(reach.items())
        if (at := sentence_at(annotated.notes.sentences, starts, start)) is not None
    ]
    return tuple(found), fixed_only(retimed[3])


def fixed_only(annotated: Annotated) -> Annotated:
    """The report with only those of its expressions that do not move with its day but for the year."""
    notes = annotated.notes
    kept = [number for number, timex in enumerate(notes.timexes) if not leans(timex)]
    moved = {number: place for place, number in enumerate(kept)}
    events = tuple(
        event if event.timex is None else msgspec.structs.replace(event, timex=moved.get(event.timex))
        for event in notes.events
    )
    fixed = msgspec.structs.replace(notes, timexes=tuple(notes.timexes[number] for number in kept), events=events)
    return Annotated(annotated.report, fixed)


def leans(timex: Timex) -> bool:
    """Whether an expression is a day or a time that moves with the report's day."""
    return timex.type in ("DATE", "TIME") and timex.anchor == "dct" and not timex.rule.startswith("month-day")


def sentence_at(sentences: Sequence[Sentence], starts: Sequence[int], place: int) -> int | None:
    """The index of the sentence that holds a place."""
    at = bisect_right(starts, place) - 1
    return at if at >= 0 and place < sentences[at].end else None
