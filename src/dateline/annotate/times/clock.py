"""The time of the day, as TIMEX3 writes it after the day: ``T17:00``, ``TNI``."""

from __future__ import annotations

from dateline.annotate.times.arithmetic import american_summer
from dateline.annotate.times.lexicon import Value
from dateline.annotate.times.meaning import Context, Meaning
from dateline.annotate.times.raw import RawTimex

TIMED = frozenset(("clock", "hhmm", "hour", "part"))
"""Fields that hold a time of the day."""
_CLOCKS = frozenset(("clock", "hhmm", "hour"))
_DAYS = ("day", "time")
_PM_PARTS = ("TAF", "TEV", "TNI")


def time_of_day(fields: dict[str, Value]) -> str:
    """``T17:00`` for 5 p.m., ``TNI`` for a night, "" where the fields hold no time of the day."""
    part = str(fields.get("part", ""))
    if "clock" in fields:
        pieces = str(fields["clock"]).replace(".", ":").split(":")
        hour, rest = int(pieces[0]), ":".join(pieces[1:])
    elif "hhmm" in fields:
        hour, rest = int(str(fields["hhmm"])[:2]), str(fields["hhmm"])[2:]
    elif "hour" in fields:
        hour, rest = int(fields["hour"]), "00"
    elif part == "T12":
        return "T12:00"
    else:
        return part
    if "past" in fields:
        hour, minutes = divmod(hour * 60 + int(fields["past"]), 60)
        rest = f"{minutes:02}"
    half = fields.get("ampm") or ("pm" if part in _PM_PARTS else "")
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return f"T{hour:02}:{rest}"


def zone_of(fields: dict[str, Value], day: str) -> str:
    """The distance from UTC that a clock time names (``-05:00``, ``Z``) on a day (ISO), "" without one.

    TIMEX3 values are local times; the zone goes into the place on the calendar alone. A zone of the lexicon that ends
    with ``*`` is American and put forward in summer ("ET", "Pacific time").
    """
    zone = str(fields.get("zone", "")) if not _CLOCKS.isdisjoint(fields) else ""
    if zone[:1] not in ("-", "+", "Z"):
        return ""
    if not zone.endswith("*"):
        return zone
    zone = zone[:-1]
    return f"-{int(zone[1:3]) - american_summer(day):02}{zone[3:]}"


_SIGHT = 3
"""Expressions before a clock time among which its day is looked for; lengths may stand between."""


def clock(raw: RawTimex, context: Context) -> Meaning | None:
    """A clock time without a day: that of the day named in the same sentence, else of the report's day.

    What is over may also be of a day named in the sentence before: "They fell on Friday. In the morning they had ..."
    """
    last = next((place for place in reversed(context.places[-_SIGHT:]) if place.span is not None), None)
    if last is not None:
        near = last.sentence == raw.sentence or (raw.lean < 0 and last.sentence == raw.sentence - 1)
        if near and last.span is not None and last.span.precision in _DAYS:
            return Meaning(last.span.start[:10], "TIME", last.start)
    return Meaning(context.published.isoformat() if context.published else "XXXX-XX-XX", "TIME")
