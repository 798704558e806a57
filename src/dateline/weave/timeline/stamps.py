"""Reports that bear the day before the one on which they are printed, and so the wrong day for "yesterday".

A paper puts a piece of tomorrow's edition on its site tonight: stamped Monday, it tells of Monday as "yesterday". Where
another report tells the same, almost in the same words, as "today" under the same stamp, as "yesterday" under the next
day's, or on that weekday, and none of another stamp puts it on the day before, the stamp is a day early. So it is, in a
big pile, where the report calls Sunday both "Sunday" and, as its stamp would have it, "yesterday": of 75 such reports
of 26 stories, 12 are borne out by others, none is contradicted. What tells of something done "today" was written on
its stamp's day.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from dateline.model.annotations import Annotated
from dateline.model.dates import day_span
from dateline.model.material import Material
from dateline.text.calendar import WEEKDAY
from dateline.text.patterns import late
from dateline.weave.timeline.tellings import EARLY, SMALL_PILE, Telling
from dateline.weave.timeline.vectors import Vectors
from dateline.weave.timeline.wording import LEFT_OUT

SAME_SENTENCE, FEWEST_SAME = 0.6, 5
"""Share of the content words of two sentences that both have, and their number, from which both tell the same; taken
over nine stories of a paper that prints by night, where a lower share joins one day of a trial with the next."""

SAME_TEXT = 0.75
"""The same share where their verbs are not the same: "survived an attempt", "were questioned about an attempt"."""

PRINTED = 0.5
"""Share of its weight that such a telling keeps in a small pile. Beside its report's stamp its "yesterday" reads as a
mistake, so that there it is shown like an aside, where nothing else tells it; in a big pile it is shown without that
word."""

YESTERDAY = late(r"\b(?:yesterday|last night)\b", 2)
LONG_READ = 60
"""Sentences of a report from which it runs through a day or several, and calls them by more than one name."""

_RUNNING = late(r" (?:yesterday|last night|today|tonight|this (?:morning|afternoon|evening))\b")
_WEEKDAY = late(WEEKDAY)
_HABIT = late(rf"\ba {WEEKDAY}|{WEEKDAY}s\b|{WEEKDAY} prayers")
"""Any such day: "on a Sunday", "Friday prayers"."""

_TODAY = late(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", 2)


def as_printed(tellings: Sequence[Telling], material: Material, vectors: Vectors) -> None:
    """Moves what early stamped reports tell of "yesterday" and "today" a day on."""
    early, small = _early(tellings, material, vectors), len(material.reports) <= SMALL_PILE
    for told in tellings:
        if told.report in early and told.basis != "lead" and told.when.is_day:
            back = _back(told, material)
            if back is not None:
                told.when = day_span(dt.date.fromisoformat(told.when.start) + dt.timedelta(1))
                told.early = True
                if small:
                    told.weight *= PRINTED
                    told.aside = True


def without_running_day(text: str) -> str:
    """``text`` without the "yesterday" or "today" that counts from another day than its report's stamp."""
    return _RUNNING.sub(f" {LEFT_OUT}", text, count=1)


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
    by_report: dict[int, list[Telling]] = defaultdict(list)
    running, of_the_day = [], set()
    for told in tellings:
        if told.basis == "own" and told.when.is_day and told.kind == "act":
            days[told.when.start].append(told)
            by_report[told.report].append(told)
            back = _back(told, material)
            if back == 1:
                running.append(told)
            elif back == 0:
                of_the_day.add(told.report)
    votes: dict[int, int] = defaultdict(int)
    if len(material.reports) > SMALL_PILE:
        for number in sorted({told.report for told in running} - of_the_day):
            votes[number] += _names_the_eve(material.reports[number], by_report[number], material)
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


def _names_the_eve(annotated: Annotated, own: Sequence[Telling], material: Material) -> bool:
    """Whether a report that leads with what was done "yesterday" calls the day before its stamp by its weekday as well,
    for other things: to whoever wrote it, yesterday was a day later.

    ``own``: its tellings of deeds whose clause names their day.
    """
    report, notes = annotated.report, annotated.notes
    if report.day is None or sum(one.kind == "body" for one in notes.sentences) > LONG_READ:
        return False
    running = [told for told in own if _back(told, material) == 1]
    if not any(told.position < EARLY for told in running):
        return False
    eve = report.day - dt.timedelta(1)
    named = {
        number
        for number, timex in enumerate(notes.timexes)
        if timex.when is not None
        and timex.when.start == timex.when.end == eve.isoformat()
        and _WEEKDAY.search(report.text, timex.start, timex.end)
        and not _HABIT.search(report.text[max(0, timex.start - 12) : timex.end + 8])
        and not _quoted(report.text, timex.start)
    }
    done = {told.lemma for told in running}
    return bool(named) and not any(event.timex in named and event.lemma in done for event in notes.events)


def _quoted(text: str, place: int) -> bool:
    """Whether a quotation is open there, in its paragraph."""
    before = text[text.rfind("\n", 0, place) + 1 : place]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


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
