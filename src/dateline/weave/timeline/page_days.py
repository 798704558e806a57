"""Lines of an editors' timeline that lie a day late.

Such a page is put together long after, often from the days on which its paper told a thing. A report that appeared
within some days of it was nearer: where one tells almost the same of the day before, and none of the page's own day
does as nearly, the line is of the day before.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from dateline.model.dates import day_span
from dateline.model.material import Material
from dateline.weave.timeline.chronicle import PAGE
from dateline.weave.timeline.days import day_before
from dateline.weave.timeline.stamps import YESTERDAY
from dateline.weave.timeline.tellings import Telling
from dateline.weave.timeline.vectors import Vectors

AT_THE_TIME = 3
"""Days between what is told and a report of the time."""

AS_NEAR, NEARER = 0.45, 1.25
"""Likeness (Dice, of the content words) from which a report's telling is of what the line tells, and how many times
that of the best one on the line's own day it has to be. On the one such page of the development data, what was a day
late had .48 to .71 against .26 to .37, or .35 against .06, and none of the rest more than .32."""

FAIRLY_NEAR, MUCH_NEARER = 0.34, 3
"""The same where hardly anything on the line's own day is like it."""


def as_reported(tellings: Sequence[Telling], material: Material, vectors: Vectors) -> None:
    """Moves the lines of editors' timelines that reports of the time put on the day before."""
    days: dict[str, list[Telling]] = defaultdict(list)
    lines = [told for told in tellings if told.rule == PAGE and told.when.is_day]
    if not lines:
        return
    for told in tellings:
        if told.rule != PAGE and told.when.is_day and _of_the_time(told, material):
            days[told.when.start].append(told)
    for line in lines:
        eve = day_before(line.when.start)
        (near, report), (own, _) = (_nearest(line, days.get(day, ()), vectors) for day in (eve, line.when.start))
        if near >= max(AS_NEAR, NEARER * own) or near >= max(FAIRLY_NEAR, MUCH_NEARER * own):
            line.when = day_span(dt.date.fromisoformat(eve))
            line.because = report


def _of_the_time(told: Telling, material: Material) -> bool:
    """Whether a report tells it at the time. Its "yesterday" is no better than its stamp, which may be a day early."""
    report = material.reports[told.report].report
    if report.day is None or abs((report.day - dt.date.fromisoformat(told.when.start)).days) > AT_THE_TIME:
        return False
    return YESTERDAY.search(report.text, told.start, told.end) is None


def _nearest(line: Telling, others: Iterable[Telling], vectors: Vectors) -> tuple[float, Telling | None]:
    """The highest likeness to the line, and the first that has it."""
    words = vectors.words(line)
    best, nearest = 0.0, None
    for one in others:
        theirs = vectors.words(one)
        likeness = 2 * len(words & theirs) / max(1, len(words) + len(theirs))
        if likeness > best:
            best, nearest = likeness, one
    return best, nearest
