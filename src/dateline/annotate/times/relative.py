"""Operations for dates told by their distance from the report's day or from a day named before."""

from __future__ import annotations

import datetime as dt

from dateline.annotate.times.arithmetic import DAYS_OF, MONTHS_OF, shift, unit_of, weekday_near
from dateline.annotate.times.lengths import count, length
from dateline.annotate.times.meaning import OPEN, Context, Meaning
from dateline.annotate.times.raw import RawTimex
from dateline.annotate.times.signs import SURELY_BEHIND
from dateline.model.dates import day_span

_WRITTEN = {"E": "Y"}
"""Units of distance whose place is told in another: "a decade ago" is a year."""
DAYS = ("time", "day")
FINER = {
    "D": DAYS,
    "W": (*DAYS, "week"),
    "2W": (*DAYS, "week"),
    "WE": (*DAYS, "week"),
    "M": (*DAYS, "month"),
    "Q": (*DAYS, "month", "quarter"),
    "Y": (*DAYS, "week", "month", "quarter", "half", "season", "year"),
    "E": ("year", "decade"),
    "C": ("year", "decade", "century"),
}
"""Grain -> precisions of the expressions from which such a unit can be counted."""
_QUARTERS = ("quarter", "half", "latest", "year-period", "quarter-ended")
"""Operations that name the quarter a text talks of."""
_DISTANCES = ("ago", "from-before", "compared", "unit")
"""Operations whose dates nothing is counted from: "a year earlier" is not a year before "last year"."""
_PERHAPS = 1
"""Lean of a weekday that is not enough to look ahead: of bare weekdays in news, 95 % are today or behind."""
_TOMORROW = 6
"""Days behind, that is one ahead. A day almost a week ago is "last Friday" to a reporter, while reports filed the night
before or written where it is already tomorrow name tomorrow, even in the past tense."""
_NEAR = 5
"""Expressions. As far back as a weekday named before shows when a report was written."""
_NEARER = 3
"""Days. A weekday further behind is nearer ahead."""
_BACK_TO_A_QUARTER = 12
"""Expressions. How far back "a year earlier" looks for a quarter that it may compare with (swept 2-12 on TimeBank)."""


def weekday(raw: RawTimex, context: Context) -> Meaning | None:
    """A day of the week, bare or with last, next, this.

    Bare it is the latest such day, the report's own included; ahead only where the sentence says so. A report of
    Friday that looks ahead to "Friday" speaks of its own day: it would say "next Friday" for the one after.
    """
    f = raw.fields
    number = int(f["weekday"])
    published = context.published
    if published is None:
        return Meaning(f"XXXX-WXX-{number}")
    begin = context.places[-1] if "onward" in f and context.places else None
    if begin is not None and begin.span is not None:
        first = dt.date.fromisoformat(begin.span.start[:10])
        return Meaning(weekday_near(first, number, 1).isoformat())
    if f.get("dir", 0):
        found = weekday_near(published, number, int(f["dir"]))
        if abs((found - published).days) == 1:  # nobody calls tomorrow "next Wednesday", yesterday "last Monday"
            found += (found - published) * 7
        return Meaning(found.isoformat())
    back = (published.isoweekday() - number) % 7
    if not back and raw.cue == "since":
        return Meaning((published - dt.timedelta(7)).isoformat())  # of today nobody says "since Friday"
    ahead = (
        _is_tomorrow(back, raw, context)
        or raw.lean > _PERHAPS
        or (raw.lean == _PERHAPS and back > _NEARER)
        or "ahead" in f
    )
    if back and ahead and "behind" not in f:
        return Meaning((published + dt.timedelta(7 - back)).isoformat())
    return Meaning((published - dt.timedelta(back)).isoformat())


def _is_tomorrow(back: int, raw: RawTimex, context: Context) -> bool:
    """Whether a weekday six days behind is rather the day after the report's.

    Not where the verb is in the past and the day named before it is over too: such a report was written later.
    """
    if back != _TOMORROW:
        return False
    if raw.lean >= 0 or context.published is None:
        return True
    if raw.lean == SURELY_BEHIND:
        return False
    today = context.published.isoformat()
    named = next((place.span for place in context.back(_NEAR) if place.operation == "weekday" and place.span), None)
    return named is None or named.end >= today


def weekday_after(raw: RawTimex, context: Context) -> Meaning | None:
    """The following Friday, the previous Friday: from the day named before."""
    day, anchor = context.day(DAYS)
    number = int(raw.fields["weekday"])
    if day is None:
        return Meaning(f"XXXX-WXX-{number}")
    return Meaning(weekday_near(day, number, 1 if "ahead" in raw.fields else -1).isoformat(), anchor=anchor)


def that_weekday(raw: RawTimex, context: Context) -> Meaning | None:
    """That Sunday: the nearest such day named before, else the latest one seen from the running date."""
    number = int(raw.fields["weekday"])
    for place in context.back(_NEAR):
        if place.span is not None and place.span.is_day:
            named = dt.date.fromisoformat(place.span.start[:10])
            if named.isoweekday() == number:
                return Meaning(named.isoformat(), anchor=place.start)
    day, anchor = context.day(DAYS)
    if day is None:
        return Meaning(f"XXXX-WXX-{number}")
    return Meaning((day - dt.timedelta((day.isoweekday() - number) % 7)).isoformat(), anchor=anchor)


def weekday_of_week(raw: RawTimex, context: Context) -> Meaning | None:
    """Thursday next week."""
    number = int(raw.fields["weekday"])
    if context.published is None:
        return Meaning(f"XXXX-WXX-{number}")
    monday = context.published - dt.timedelta(context.published.isoweekday() - 1)
    week = 1 if "next" in raw.fields else -1 if "last" in raw.fields else 0
    return Meaning((monday + dt.timedelta(7 * week + number - 1)).isoformat())


def weekday_weeks(raw: RawTimex, context: Context) -> Meaning | None:
    """A week ago Monday, two weeks from Friday."""
    number = int(raw.fields["weekday"])
    if context.published is None:
        return Meaning(f"XXXX-WXX-{number}")
    weeks = int(raw.fields["number"])
    if "ahead" in raw.fields:
        return Meaning((weekday_near(context.published, number, 1) + dt.timedelta(7 * weeks)).isoformat())
    found = weekday_near(context.published, number, -1 if "plural" in raw.fields else 0)
    return Meaning((found - dt.timedelta(7 * (weeks - ("plural" in raw.fields)))).isoformat())


def day(raw: RawTimex, context: Context) -> Meaning | None:
    """Today, yesterday, tomorrow, tonight."""
    if context.published is None:
        return Meaning("XXXX-XX-XX")
    return Meaning((context.published + dt.timedelta(int(raw.fields["offset"]))).isoformat())


def same_day(raw: RawTimex, context: Context) -> Meaning | None:
    """That day, the same day, that night."""
    found, anchor = context.day(DAYS)
    return Meaning(found.isoformat() if found else "XXXX-XX-XX", anchor=anchor)


def day_after(raw: RawTimex, context: Context) -> Meaning | None:
    """The next day, the previous day."""
    found, anchor = context.day(DAYS)
    number = int(raw.fields["number"])
    return Meaning((found + dt.timedelta(number)).isoformat() if found else "XXXX-XX-XX", anchor=anchor)


def day_of_month(raw: RawTimex, context: Context) -> Meaning | None:
    """On the 5th: of the month that the text is in, else of the report's or the one before or after it."""
    number = int(raw.fields["day"])
    found, anchor = context.day((*DAYS, "month"))
    if found is None:
        return Meaning(f"XXXX-XX-{number:02}")
    day = found.replace(day=number)
    if context.published is not None:
        if day > context.published and raw.lean <= 0:
            day = shift(day, "M", -1)
        elif anchor == "dct" and day < context.published and raw.lean > _PERHAPS:
            day = shift(day, "M", 1)
    return Meaning(day.isoformat(), anchor=anchor)


def unit(raw: RawTimex, context: Context) -> Meaning | None:
    """Last, this, next week, month, quarter, year, decade, weekend."""
    grain, number = str(raw.fields["unit"]), int(raw.fields["dir"])
    if grain not in OPEN:
        return None
    if context.published is None:
        return Meaning(OPEN[grain])
    base = context.published
    if grain == "WE" and "back" in raw.fields and raw.lean <= 0 and base.isoweekday() < 6:
        number = -1
    if grain == "W" and "back" in raw.fields and base.isoweekday() == 1:
        number = -1  # on a Monday, "for the week" sums up the one that is over
    return Meaning(unit_of(shift(base, grain, number), grain))


def the_unit(raw: RawTimex, context: Context) -> Meaning | None:
    """The year, the fiscal year: that of the report."""
    return unit(raw._replace(fields={**raw.fields, "dir": 0}), context)


def same_unit(raw: RawTimex, context: Context) -> Meaning | None:
    """That year, the same month: the one named before."""
    return unit_after(raw._replace(fields={**raw.fields, "number": 0}), context)


def unit_after(raw: RawTimex, context: Context) -> Meaning | None:
    """The following year, the previous month, the same month last year: from the one named before."""
    f = raw.fields
    grain, number = str(f["unit"]), int(f["number"])
    if grain not in OPEN:
        return None
    found, anchor = context.day(FINER.get(grain, DAYS))
    if "bynow" in f and raw.lean > 0 and context.published is not None:
        found, anchor = context.published, "dct"  # "the next year will be hard"
    if found is None:
        return Meaning(OPEN[grain])
    moved = shift(shift(found, grain, number), "Y", int(f.get("yeardir", 0)))
    return Meaning(unit_of(moved, grain), anchor=anchor)


def latest(raw: RawTimex, context: Context) -> Meaning | None:
    """The quarter, the latest period: the quarter named before, else the latest that is over."""
    grain = str(raw.fields.get("unit", "Q"))
    if grain == "Y":
        return the_unit(raw, context)
    if grain not in ("Q", "H"):
        return unit(raw._replace(fields={**raw.fields, "dir": -1}), context)
    found = _quarter_before(context, False)
    if found:
        return Meaning(found[0], anchor=found[1])
    if context.published is None:
        return Meaning("XXXX-QX")
    return Meaning(unit_of(shift(context.published, "Q", -1), "Q"))


def year_period(raw: RawTimex, context: Context) -> Meaning | None:
    """The 1988 period: the quarter named before, in that year."""
    year = int(raw.fields["year"])
    quarter = _quarter_before(context)
    if quarter:
        return Meaning(f"{year:04}{quarter[0][4:]}", anchor=quarter[1])
    return Meaning(f"{year:04}", anchor="self")


def compared(raw: RawTimex, context: Context) -> Meaning | None:
    """Year-earlier, the same period last year: the quarter named before, a year back; else a year back."""
    quarter = _quarter_before(context)
    if quarter:
        return Meaning(f"{int(quarter[0][:4]) - 1:04}{quarter[0][4:]}", anchor=quarter[1])
    if context.published is None:
        return Meaning("XXXX")
    return Meaning(f"{context.published.year - 1:04}")


def _quarter_before(context: Context, lengths: bool = True) -> tuple[str, int] | None:
    """Value and place of the quarter that the text is talking of, where it is: the nearest that is over.

    A quarter that was itself told by comparison is not what the text talks of. With ``lengths``, talk of nine months
    since then ends the talk of a quarter.
    """
    today = context.published.isoformat() if context.published else "9999"
    running = None
    for place in context.back(_BACK_TO_A_QUARTER):
        if place.span is None:
            if lengths and place.value in ("P9M", "P6M"):
                break
        elif place.operation in _QUARTERS and place.span.precision in ("quarter", "half"):
            if place.span.end < today:
                return place.value, place.start
            running = running or (place.value, place.start)
    return running


def year_end(raw: RawTimex, context: Context) -> Meaning | None:
    """Year-end: the last day of the year."""
    return Meaning(f"{context.published.year:04}-12-31" if context.published else "XXXX-12-31")


def year_end_mod(raw: RawTimex, context: Context) -> Meaning | None:
    """Year's end: the year with mod END."""
    return Meaning(f"{context.published.year:04}" if context.published else "XXXX", mod="END")


def ago(raw: RawTimex, context: Context) -> Meaning | None:
    """N units before (or, with ``ahead``, after) the report's day, at the unit's grain."""
    return _counted(raw, context.published, "dct", 1 if "ahead" in raw.fields else -1, context)


def from_before(raw: RawTimex, context: Context) -> Meaning | None:
    """N units earlier or later than what was named before."""
    grain = str(raw.fields["unit"])
    back = "back" in raw.fields
    if back and grain == "Y" and count(raw.fields) == 1 and _quarter_before(context):
        return compared(raw, context)
    found, anchor = context.day(FINER.get(grain, DAYS), skip=_DISTANCES)
    return _counted(raw, found, anchor, -1 if back else 1, context)


def _counted(raw: RawTimex, base: dt.date | None, anchor: str | int, sign: int, context: Context) -> Meaning | None:
    grain, amount = str(raw.fields["unit"]), count(raw.fields)
    if amount is None:
        if raw.operation == "from-before":
            return Meaning(length(raw.fields), "DURATION", anchor)
        return Meaning("PAST_REF" if sign < 0 else "FUTURE_REF", anchor=anchor)
    if sign < 0 and anchor == "dct" and grain == "Y" and amount == 1 and _quarter_before(context):
        return compared(raw, context)
    if grain[0] == "T":
        return _hours(raw, base, sign * amount, grain, anchor)
    if base is None:
        return Meaning(OPEN.get(grain, "XXXX"), anchor=anchor)
    if grain not in DAYS_OF and grain not in MONTHS_OF:
        return None
    if amount % 1:
        months = MONTHS_OF.get(grain)
        moved = (
            shift(base, "M", sign * round(amount * months)) if months else shift(base, "D", sign * round(amount * 7))
        )
    else:
        moved = shift(base, grain, sign * int(amount))
    told = "M" if "month" in raw.fields else "W" if "week" in raw.fields else str(raw.fields.get("grain", ""))
    if told:
        return Meaning(unit_of(moved, told), anchor=anchor)
    return Meaning(unit_of(moved, _WRITTEN.get(grain, grain)), anchor=anchor)


def _hours(raw: RawTimex, base: dt.date | None, hours: float, grain: str, anchor: str | int) -> Meaning:
    """Hours from a day whose hour is not known: "three hours ago" has the day, "an hour later" its length."""
    if base is None:
        return Meaning(length(raw.fields), "DURATION", anchor)
    day = base + dt.timedelta(int(hours / 24) if grain == "TH" else 0)
    if raw.operation == "from-before":
        return Meaning(length(raw.fields), "DURATION", anchor, day_span(day))
    return Meaning(day.isoformat(), anchor=anchor)
