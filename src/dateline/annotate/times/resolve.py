"""The second pass: values on the calendar for one report's day."""

from __future__ import annotations

import datetime as dt

from dateline.annotate.times.arithmetic import week_of
from dateline.annotate.times.clock import time_of_day
from dateline.annotate.times.meaning import Context, Place
from dateline.annotate.times.operations import OPERATIONS
from dateline.annotate.times.raw import RawTimexes
from dateline.model.annotations import Timex
from dateline.model.dates import date_span

_TIMED = frozenset(("clock", "hhmm", "hour", "part"))


def resolve(raw: RawTimexes, published: dt.date | None) -> tuple[Timex, ...]:
    """The time expressions with values for a report of that day; open values where ``published`` is None.

    What has no value, such as "31 June", is left out.
    """
    context = Context(published)
    found = []
    for one in raw:
        try:
            meaning = OPERATIONS[one.operation](one, context)
        except (ValueError, OverflowError):
            meaning = None
        if meaning is None:
            continue
        value, kind, anchor, when, mod = meaning
        fields = one.fields
        mod = str(fields["mod"]) if "mod" in fields else mod
        if kind != "SET" and not _TIMED.isdisjoint(fields):
            value += time_of_day(fields)
            kind = "TIME"
        if "until" in fields:
            value = f"{value}/{value[:-2]}{fields['until']:02}"
        elif "week" in fields:
            value = week_of(value)
        if when is None and kind in ("DATE", "TIME"):
            when = date_span(value, mod)
        context.places.append(
            Place(one.start, one.sentence, when if kind in ("DATE", "TIME") else None, value, one.operation)
        )
        quant, freq = fields.get("quant"), fields.get("freq")
        found.append(
            Timex(
                one.start, one.end, kind, value, mod, str(quant) if quant else None, str(freq) if freq else None,
                when, one.rule, anchor,
            )
        )  # fmt: skip
    return tuple(found)
