"""What an expression is to the rules of the later steps: "@day", "@month", "@length" ..."""

from __future__ import annotations

from dateline.annotate.times.lexicon import Value

_OF_OPERATION = {
    "weekday": "day", "weekday-after": "day", "that-weekday": "day", "weekday-of-week": "day", "day": "day",
    "same-day": "day",
    "day-after": "day", "holiday": "day", "day-of-month": "day", "slash": "day",
    "year-end": "enddate", "year-end-mod": "enddate",
    "quarter": "quarter", "half": "half", "season": "season", "decade": "decade", "century": "century",
    "latest": "quarter", "compared": "quarter", "year-period": "quarter", "ago": "ago", "from-before": "later",
    "duration": "length", "after": "other",
    "years": "other", "duration-range": "length", "stretch": "stretch", "recent": "recent", "ref": "ref",
    "clock": "clock", "part-of-day": "part", "set-weekday": "set", "quarter-ended": "quarter",
    "nth-weekday": "day", "weekday-weeks": "day", "duration-two": "length",
}  # fmt: skip
_OF_UNIT = {
    "D": "day", "W": "week", "2W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "Y": "year", "E": "decade",
    "C": "century",
}  # fmt: skip
_OF_UNITS = frozenset(("unit", "the-unit", "same-unit", "unit-after", "latest"))


def kind_of(operation: str, fields: dict[str, Value]) -> str:
    """The class, with its "@", under which later steps see an expression."""
    if operation in _OF_UNITS and "unit" in fields:
        return "@" + _OF_UNIT.get(str(fields["unit"]), "other")
    if operation == "date":
        if "day" in fields or "iso" in fields:
            return "@day"
        return "@month" if "month" in fields else "@year"
    return "@" + _OF_OPERATION.get(operation, "other")
