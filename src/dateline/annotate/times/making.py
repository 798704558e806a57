"""What the rules of the second and third step make of the expressions that they hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from dateline.annotate.times.clock import TIMED, time_of_day
from dateline.annotate.times.kinds import kind_of
from dateline.annotate.times.lexicon import Value

PLACED = ("year", "year2", "yeardir", "monthdir", "dir", "iso", "onward")
"""Fields that leave no choice of the year or week."""
_BASE_ORDER = ("@day", "@set", "@clock", "@part")
"""Of joined expressions the first of these lends its operation: "noon Saturday" is a Saturday."""


class Found(NamedTuple):
    """An expression inside its sentence, by words."""

    first: int
    last: int
    rule: str
    operation: str
    fields: dict[str, Value]


class Joint(NamedTuple):
    """A match of such a rule: its place, name and fields, the expressions in it, and whether it begins with one."""

    first: int
    last: int
    rule: str
    fields: dict[str, Value]
    parts: list[Found]
    leads: bool

    @property
    def base(self) -> Found:
        """The expression that lends its operation."""
        return min(self.parts, key=_rank)

    def whole(self, base: Found, fields: dict[str, Value], rule: str = "") -> list[Found]:
        """One expression over the whole match."""
        return [Found(self.first, self.last, rule or self.rule, base.operation, fields)]


_HALF_A_DAY = 12
"""Hours. Two clocks further apart than this may show different days."""
_LAST_DAY = 99
"""The last day of a month, whatever its length."""
Maker = Callable[[Joint], list[Found]]


def _rank(part: Found) -> int:
    kind = kind_of(part.operation, part.fields)
    return _BASE_ORDER.index(kind) if kind in _BASE_ORDER else 0


def _mod(joint: Joint) -> list[Found]:
    """An expression with a mod: "late August". It keeps its own rule's name."""
    base = joint.base
    return joint.whole(base, {**base.fields, **joint.fields}, base.rule)


def _join(joint: Joint) -> list[Found]:
    """A day with the time of another expression: "10 p.m. Wednesday"."""
    base = joint.base
    other = next(part for part in joint.parts if part is not base)
    return joint.whole(base, {**other.fields, **base.fields})


def _part_of(joint: Joint) -> list[Found]:
    """A day with the part that the rule's words name: "the night of Oct. 20"."""
    return joint.whole(joint.base, {**joint.base.fields, **joint.fields})


def _week_of(joint: Joint) -> list[Found]:
    """The week that holds a day: "the week of Nov. 16"."""
    return joint.whole(joint.base, {**joint.base.fields, "week": 1})


def _after(joint: Joint) -> list[Found]:
    """Two expressions, the first measured from the second: "seven months after March 31"."""
    length, anchor = joint.parts
    return [length._replace(rule=joint.rule, operation="after", fields={**length.fields, **joint.fields}), anchor]


def _share(joint: Joint) -> list[Found]:
    """Two expressions, the first with the year of the second: "March to May 1998"."""
    early, late = joint.parts
    if (
        "year" not in late.fields
        or early.operation != "date"
        or not early.fields.keys().isdisjoint(("year", "yeardir"))
    ):
        return []
    return [early._replace(fields={**early.fields, "year": late.fields["year"]}), late]


def _share_day(joint: Joint) -> list[Found]:
    """Two clock times of one day: "from 7 a.m. to 7 p.m. on Sunday"."""
    early, late, day = joint.parts
    if time_of_day(early.fields) > time_of_day(late.fields):  # "from 3 p.m. to 8 a.m. on Monday" begins on another day
        return []
    return [
        day._replace(first=early.first, last=early.last, fields={**early.fields, **day.fields}),
        day._replace(first=late.first, rule=joint.rule, fields={**late.fields, **day.fields}),
    ]


def _clock_beside(joint: Joint) -> list[Found]:
    """A clock time and, in brackets, the same moment elsewhere with its day: "4 in the morning (4 a.m. EST Monday)"."""
    here, there, day = joint.parts
    hours = [time_of_day(clock.fields)[1:3] for clock in (here, there)]
    if abs(int(hours[0]) - int(hours[1])) > _HALF_A_DAY:
        return []
    return [
        day._replace(first=here.first, last=here.last, rule=joint.rule, fields={**here.fields, **day.fields}),
        day._replace(first=there.first, fields={**there.fields, **day.fields}),
    ]


def _day_beside(joint: Joint) -> list[Found]:
    """The day before or after a day: "the day after Christmas"."""
    base = joint.base
    if "shift" in base.fields or "until" in base.fields or not TIMED.isdisjoint(base.fields):
        return []
    return joint.whole(base, {**base.fields, **joint.fields})


def _holiday_week(joint: Joint) -> list[Found]:
    """Christmas week, Easter weekend."""
    base = joint.base
    return joint.whole(base, {**base.fields, "week": 1, **joint.fields}) if base.operation == "holiday" else []


def _list(joint: Joint) -> list[Found]:
    """Two expressions, the second with the month of the first: "Nov. 24 and 25"."""
    base = joint.base
    if not _is_month_day(base):
        return []
    days = [(joint.last - 1, joint.fields["day"])]
    if "middle" in joint.fields:
        days.insert(0, (base.last + 1, joint.fields["middle"]))
    return [base, *(_same_month(base, joint.rule, place, day) for place, day in days)]


def _list_before(joint: Joint) -> list[Found]:
    """Two expressions, the first with the month of the second: "9 and 10 August"."""
    base = joint.base
    days = [joint.fields[name] for name in ("day", "middle") if name in joint.fields]
    if "dayfirst" not in base.fields or max(map(int, days)) >= int(base.fields["day"]):
        return []
    return [*(_same_month(base, joint.rule, joint.first + 2 * at, day) for at, day in enumerate(days)), base]


def _edge(joint: Joint) -> list[Found]:
    """The first or last day of a month: "the last day of October"."""
    base = joint.base
    if base.operation != "date" or "until" in base.fields:
        return []
    return joint.whole(base, {**base.fields, "day": 1 if "first" in joint.fields else _LAST_DAY})


def _same_month(base: Found, rule: str, place: int, day: Value) -> Found:
    return Found(place, place + 1, rule, base.operation, {**base.fields, "day": day})


def _onward(joint: Joint) -> list[Found]:
    """Two expressions, the second after the first: "May to June", "Nov. 24 to Jan. 3", "Friday to Sunday"."""
    early, late = joint.parts
    if early.operation != late.operation or late.operation not in ("date", "weekday"):
        return []
    if not late.fields.keys().isdisjoint(PLACED):
        return _share(joint)
    told = not early.fields.keys().isdisjoint(PLACED)
    return [early, late._replace(fields={**late.fields, "onward": "told" if told else "open"})]


def _each(joint: Joint) -> list[Found]:
    """Two sets: "Monday and Tuesday nights"."""
    day, days = joint.parts
    if day.operation != "weekday" or "part" not in days.fields or not day.fields.keys().isdisjoint(PLACED):
        return []
    return [day._replace(rule=joint.rule, operation=days.operation, fields={**days.fields, **day.fields}), days]


def _same_day(joint: Joint) -> list[Found]:
    """A day of the week and its date: "Saturday (22 October)"."""
    weekday, date = joint.parts
    if weekday.operation != "weekday" or not _is_month_day(date) or "part" in weekday.fields:
        return []
    return [weekday._replace(rule=joint.rule, operation=date.operation, fields=date.fields), date]


def _quarter_ended(joint: Joint) -> list[Found]:
    """A quarter and its last day: "the quarter ended July 1"."""
    quarter, day = joint.parts
    if quarter.operation != "latest" or "month" not in day.fields:
        return []
    return [quarter._replace(rule=joint.rule, operation="quarter-ended", fields=day.fields), day]


def _span(joint: Joint) -> list[Found]:
    """One expression from day to day: "Nov. 24-27, 2011", "3 to 5 November"."""
    base = joint.base
    if not _is_month_day(base):
        return []
    years = next(({"year": part.fields["year"]} for part in joint.parts if "year" in part.fields), {})
    days = [int(base.fields["day"]), int(joint.fields["day"])]
    if not joint.leads:
        days.reverse()
    if days[0] >= days[1]:
        return []
    return joint.whole(base, {**base.fields, **years, "day": days[0], "until": days[1]})


def _is_month_day(part: Found) -> bool:
    return "month" in part.fields and "day" in part.fields


MAKERS: dict[str, Maker] = {
    "after": _after,
    "clock-beside": _clock_beside,
    "day-beside": _day_beside,
    "each": _each,
    "edge": _edge,
    "holiday-week": _holiday_week,
    "join": _join,
    "list": _list,
    "list-before": _list_before,
    "mod": _mod,
    "onward": _onward,
    "part-of": _part_of,
    "quarter-ended": _quarter_ended,
    "same-day": _same_day,
    "share": _share,
    "share-day": _share_day,
    "span": _span,
    "week-of": _week_of,
}
"""Operation of a rule in join.txt or modify.txt -> what it makes; nothing where the parts do not fit."""
