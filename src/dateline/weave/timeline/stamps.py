"""Reports that bear the day before the one on which they are printed, and so the wrong day for "yesterday".

A paper puts a piece of tomorrow's edition on its site tonight: stamped Monday, it tells of Monday as "yesterday". Where
another report tells the same, almost in the same words, as "today" under the same stamp, as "yesterday" under the next
day's, or on that weekday, and none of another stamp puts it on the day before, the stamp is a day early. What tells of
something done "today" was written on its stamp's day.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from dateline.model.dates import day_span
from dateline.model.material import Material
from dateline.text.patterns import late
from dateline.weave.timeline.tellings import Telling
from dateline.weave.timeline.vectors import Vectors

SAME_SENTENCE, FEWEST_SAME = 0.6, 5
"""Share of the content words of two sentences that both have, and their number, from which both tell the same; taken
over nine stories of a paper that prints by night, where a lower share joins one day of a trial with the next."""

SAME_TEXT = 0.75
"""The same share where their verbs are not the same: "survived an attempt", "were questioned about an attempt"."""

PRINTED = 0.5
"""Share of its weight that such a telling keeps. Beside its report's stamp its "yesterday" reads as a mistake, so that
it is shown like an aside, where nothing else tells the thing."""

YESTERDAY = late(r"\b(?:yesterday|last night)\b", 2)
_TODAY = late(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", 2)


def as_printed(tellings: Sequence[Telling], material: Material, vectors: Vectors) -> None:
    """Moves what early stamped reports tell of "yesterday" and "today" a day on."""
    early = _early(tellings, material, vectors)
    for told in tellings:
        if told.report in early and told.basis != "lead" and told.when.is_day:
            back = _back(told, material)
            if back is not None:
                told.when = day_span(dt.date.fromisoformat(told.when.start) + dt.timedelta(1))
                told.weight *= PRINTED
                told.aside = True


def _back(told: Telling, material: Material) -> int | None:
    """Days before its stamp of which a telling tells as "today" or "yesterday"; None where it does neither."""
    report = material.reports[told.report].report
    if report.day is None:
        return None
    days = (report.day - dt.date.fromisoformat(told.when.start)).days
    if days not in (0, 1):
        return None
    return days if (YESTERDAY if days else _TODAY).search(report.text, told.start, told.end) else None


def _early(tellings: Sequence[Telling], material: Material, vectors: Vectors) -> set[int]:
    """The reports whose stamp is a day early."""
    days: dict[str, list[Telling]] = defaultdict(list)
    running, of_the_day = [], set()
    for told in tellings:
        if told.basis == "own" and told.when.is_day and told.kind == "act":
            days[told.when.start].append(told)
            back = _back(told, material)
            if back == 1:
                running.append(told)
            elif back == 0:
                of_the_day.add(told.report)
    votes: dict[int, int] = defaultdict(int)
    for told in running:
        stamp = material.reports[told.report].report.day
        words = vectors.words(told)
        if stamp is not None and told.report not in of_the_day and len(words) >= FEWEST_SAME:
            on_stamp = _told_again(told, words, days.get(stamp.isoformat(), ()), vectors)
            before = [
                one
                for one in _told_again(told, words, days[told.when.start], vectors)
                if material.reports[one.report].report.day != stamp or _back(one, material) is None
            ]
            votes[told.report] += (1 if on_stamp else 0) - (1 if before else 0)
    return {report for report, vote in votes.items() if vote > 0}


def _told_again(told: Telling, words: frozenset[str], others: Sequence[Telling], vectors: Vectors) -> list[Telling]:
    """Those of ``others``, from other reports, that tell the same almost in the same words."""
    found = []
    for other in others:
        if other.report != told.report:
            theirs = vectors.words(other)
            shared = len(words & theirs)
            least = SAME_SENTENCE if told.lemma == other.lemma else SAME_TEXT
            if shared >= FEWEST_SAME and 2 * shared >= least * (len(words) + len(theirs)):
                found.append(other)
    return found
