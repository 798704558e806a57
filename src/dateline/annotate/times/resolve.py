"""The second pass: values on the calendar for one report's day."""

from __future__ import annotations

import datetime as dt

from dateline.annotate.times.meaning import OPERATIONS, Context
from dateline.annotate.times.raw import RawTimexes
from dateline.model.annotations import Timex
from dateline.model.dates import date_span


def resolve(raw: RawTimexes, published: dt.date | None) -> tuple[Timex, ...]:
    """The time expressions with values for a report of that day; open values where ``published`` is None."""
    context = Context(published)
    found = []
    for one in raw:
        try:
            meaning = OPERATIONS[one.operation](one, context)
        except (ValueError, OverflowError):
            meaning = None
        if meaning is None:
            continue
        when = meaning.when
        if when is None and meaning.type in ("DATE", "TIME"):
            when = date_span(meaning.value, meaning.mod)
        if when is not None:
            context.before.append((one.start, when))
        found.append(
            Timex(
                one.start, one.end, meaning.type, meaning.value, meaning.mod, meaning.quant, meaning.freq,
                when, one.rule, meaning.anchor,
            )
        )  # fmt: skip
    return tuple(found)
