"""The second pass: values on the calendar for one report's day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import msgspec

from dateline.annotate.times.arithmetic import ONE_DAY, day_beside, distance_from, length_up_to, week_of
from dateline.annotate.times.clock import TIMED, time_of_day, zone_of
from dateline.annotate.times.lexicon import Value
from dateline.annotate.times.meaning import Context, Meaning, Operation, Place
from dateline.annotate.times.operations import OPERATIONS
from dateline.annotate.times.raw import RawTimex, RawTimexes
from dateline.model.annotations import Timex
from dateline.model.dates import DateSpan, date_span, interval

_TIMES_A = {"once": "1X", "twice": "2X", "thrice": "3X"}


def resolve(
    raw: RawTimexes, published: dt.date | None, operations: Mapping[str, Operation] = OPERATIONS
) -> tuple[Timex, ...]:
    """The time expressions with values for a report of that day; open values where ``published`` is None.

    What has no value, such as "31 June", is left out. ``operations``: a reader's, or those of ``guideline.py``.
    """
    context = Context(published, operations)
    tags = {one.start: one for one in raw} if any(one.said >= 0 for one in raw) else {}
    found: list[Timex] = []
    side: int | None = None
    for one in raw:
        waiting, side = side, None
        try:
            meaning = _spoken(one, tags[one.said], context) if one.said >= 0 else _meaning(one, context)
            timex = _timex(one, meaning, context.published) if meaning is not None else None
        except (ValueError, OverflowError):  # no such day, no such year
            continue
        if timex is None:
            continue
        place = timex.when if timex.type in ("DATE", "TIME") else None
        context.places.append(Place(one.start, one.sentence, place, timex.value, one.operation))
        if one.stamp and published is not None and place is not None:
            context.published = dt.date.fromisoformat(place.start)
        if waiting is not None:
            found[-1] = _measured(found[-1], timex, waiting)
        side = int(one.fields["side"]) if "side" in one.fields else None
        found.append(timex)
    return tuple(found)


def _meaning(one: RawTimex, context: Context) -> Meaning | None:
    return context.operations[one.operation](one, context)


def _spoken(one: RawTimex, tag: RawTimex, context: Context) -> Meaning | None:
    """What a speaker means by "tomorrow", seen from the day of the speech; from the report's where that is not over."""
    told = _meaning(tag, context)
    day = date_span(told.value) if told is not None else None
    today = context.published
    if day is None or not day.is_day or today is None or day.start >= (today - one.told * ONE_DAY).isoformat():
        return _meaning(one, context)
    spoken = Context(dt.date.fromisoformat(day.start), context.operations)
    spoken.places = context.places
    meaning = _meaning(one, spoken)
    return meaning._replace(anchor=tag.start) if meaning is not None and meaning.anchor == "dct" else meaning


def _timex(one: RawTimex, meaning: Meaning, published: dt.date | None) -> Timex:
    value, kind, anchor, when, mod = meaning
    fields = one.fields
    if "mod" in fields:
        mod = str(fields["mod"])
    zone = ""
    if "shift" in fields:
        value = day_beside(value, int(fields["shift"]))
    if kind != "SET" and not TIMED.isdisjoint(fields):
        value += time_of_day(fields)
        kind = "TIME"
        zone = zone_of(fields, value[:10])
    if "until" in fields:
        value = f"{value}/{value[:-2]}{fields['until']:02}"
    elif "week" in fields:
        value = week_of(value) + ("-WE" if "weekend" in fields else "")
    if when is None and kind in ("DATE", "TIME"):
        when = date_span(value + zone, mod)
    if when is not None and "limit" in fields and published is not None:
        when = _up_to(when, published)
    quant, freq = _repetition(fields) if kind == "SET" else (None, None)
    return Timex(one.start, one.end, kind, value, mod, quant, freq, when, one.rule, anchor)


def _up_to(limit: DateSpan, published: dt.date) -> DateSpan:
    """The days that "until the end of the year" covers: from the report's to the limit's last. A day stays a day."""
    if limit.is_day or limit.end <= published.isoformat():
        return limit
    return interval(published, dt.date.fromisoformat(limit.end))


def _repetition(fields: dict[str, Value]) -> tuple[str | None, str | None]:
    """TIMEX3's ``quant`` and ``freq`` of a set."""
    quant = next((name.upper() for name in ("each", "every") if name in fields), None)
    freq = next((value for name, value in _TIMES_A.items() if name in fields), None)
    if "times" in fields:
        freq = f"{fields['times']}X"
    return quant, freq


def _measured(length: Timex, anchor: Timex, side: int) -> Timex:
    """A length with its place, which the date after it gives.

    "Seven months after March 19" (side 1) has the month in which they end, "the year to March 31" (0) all its days.
    """
    when: DateSpan | None = None
    if anchor.when is not None:
        if side:
            when = distance_from(dt.date.fromisoformat(anchor.when.start[:10]), length.value, side)
        else:
            when = length_up_to(dt.date.fromisoformat(anchor.when.end[:10]), length.value)
    return msgspec.structs.replace(length, when=when, anchor=anchor.start)
