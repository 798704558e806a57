"""The operations that rules name."""

from __future__ import annotations

from dateline.annotate.times import absolute, clock, lengths, relative
from dateline.annotate.times.meaning import Operation

OPERATIONS: dict[str, Operation] = {
    "date": absolute.date,
    "slash": absolute.slash,
    "quarter": absolute.quarter,
    "half": absolute.half,
    "season": absolute.season,
    "decade": absolute.decade,
    "century": absolute.century,
    "holiday": absolute.holiday,
    "fixed": absolute.fixed,
    "before-christ": absolute.before_christ,
    "ref": absolute.reference,
    "weekday": relative.weekday,
    "weekday-after": relative.weekday_after,
    "weekday-of-week": relative.weekday_of_week,
    "day": relative.day,
    "same-day": relative.same_day,
    "day-after": relative.day_after,
    "unit": relative.unit,
    "the-unit": relative.the_unit,
    "same-unit": relative.same_unit,
    "unit-after": relative.unit_after,
    "latest": relative.latest,
    "year-period": relative.year_period,
    "compared": relative.compared,
    "year-end": relative.year_end,
    "year-end-mod": relative.year_end_mod,
    "ago": relative.ago,
    "from-before": relative.from_before,
    "duration": lengths.duration,
    "duration-range": lengths.duration_range,
    "stretch": lengths.stretch,
    "recent": lengths.recent,
    "set": lengths.set_,
    "set-weekday": lengths.set_weekday,
    "set-part": lengths.set_part,
    "set-month": lengths.set_month,
    "set-season": lengths.set_season,
    "clock": clock.clock,
    "part-of-day": clock.clock,
}
