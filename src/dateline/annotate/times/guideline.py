"""Where the TIMEX3 guideline, as its annotators apply it, wants another value than a reader.

``dateline.times`` follows the reader. TimeML output and the benchmarks against TempEval-3 data take the values of this
table instead: operation of a rule -> the operation for it, and why.
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.annotate.times.arithmetic import shift, unit_of
from dateline.annotate.times.lengths import count, duration, stretch
from dateline.annotate.times.meaning import Context, Meaning, Operation
from dateline.annotate.times.operations import OPERATIONS
from dateline.annotate.times.raw import RawTimex


class Difference(NamedTuple):
    """What the guideline has instead, and why."""

    operation: Operation
    reason: str


def _shorter(raw: RawTimex, context: Context) -> Meaning | None:
    return duration(raw, context)


def _first_unit(raw: RawTimex, context: Context) -> Meaning | None:
    fields = raw.fields
    return duration(raw._replace(fields={**fields, "unit": fields.get("first", fields["unit"])}), context)


def _calendar_year(raw: RawTimex, context: Context) -> Meaning | None:
    f = raw.fields
    if context.published is None or f["unit"] != "Y" or count(f) != 1:
        return stretch(raw, context)
    return Meaning(unit_of(shift(context.published, "Y", 1 if "ahead" in f else -1), "Y"))


DIFFERENCES: dict[str, Difference] = {
    "duration-range": Difference(
        _shorter, "'two to three weeks' is marked by its first number, P2W; a reader expects P3W"
    ),
    "duration": Difference(_first_unit, "'weeks or months' is PXW, by its first unit; a reader expects PXM"),
    "stretch": Difference(
        _calendar_year,
        "'the past year' and 'the next year or so' are marked as the calendar year before or after the report's (DATE);"
        " a reader takes the twelve months beside its day",
    ),
}
"""Seen in the gold of TempEval-3: each in all of its two or three cases."""

GUIDELINE: dict[str, Operation] = {**OPERATIONS, **{name: one.operation for name, one in DIFFERENCES.items()}}
"""All operations with the guideline's in place."""
