"""A pile of reports, some dated: finds for each undated one its siblings, its clues and its day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cached_property

from dateline.model.annotations import Annotated
from dateline.model.report import Publication
from dateline.weave.dating.agreement import Agreement, SentenceIndex, dated_sentences
from dateline.weave.dating.clues import (
    Clue,
    Sibling,
    agreement_clue,
    head_clues,
    named_day_clues,
    shared_words_clue,
    sibling_clues,
    weekday_clues,
)
from dateline.weave.dating.heads import HeadDate
from dateline.weave.dating.leads import Leads, NamedDay, leads
from dateline.weave.dating.likeness import Likeness, terms
from dateline.weave.dating.pointers import Retime, pointers
from dateline.weave.dating.solve import Weighed, publication, weigh

NEAREST = 25
"""Siblings whose neighbourhood is searched for the day."""
REACH = 7
"""Days either side of a sibling's day that are tried."""
ANY_DAY = dt.date(2012, 1, 2)
"""For a report that names no day and has no siblings: only the distances count then."""
AFTER_NAMED = 14
"""Days after a day named in the text that are tried."""


class Pile:
    """Dated reports as siblings of undated ones. ``wanted``: the reports that will be dated (their numbers)."""

    def __init__(self, reports: Sequence[Annotated], wanted: Sequence[int], retime: Retime) -> None:
        self.reports = reports
        self.retime = retime
        self._wanted = wanted

    @cached_property
    def _terms(self) -> dict[int, tuple[frozenset[str], int]]:
        return {number: terms(self.reports[number]) for number in self._wanted}

    @cached_property
    def _dated(self) -> list[int]:
        return [number for number, one in enumerate(self.reports) if one.report.day is not None]

    @cached_property
    def _likeness(self) -> Likeness:
        wanted = frozenset().union(*(found for found, _ in self._terms.values()))
        return Likeness((self.reports[number] for number in self._dated), wanted)

    @cached_property
    def _sentences(self) -> SentenceIndex:
        return SentenceIndex(one for number in self._dated for one in dated_sentences(number, self.reports[number]))

    def publication(self, number: int, undated: Annotated | None = None) -> Publication:
        """What can be said of the day of the report with this number, read as ``undated`` if that is given."""
        return publication(self.weighed(number, undated or self.reports[number]))

    def weighed(self, number: int, undated: Annotated) -> Weighed:
        """The days weighed for one report, ``undated``, as if report ``number`` were not there."""
        clues, days = self.clues(number, undated)
        return weigh(clues, days)

    def clues(self, number: int, undated: Annotated) -> tuple[list[Clue], list[int]]:
        """What speaks for which day, and the days that are tried."""
        siblings = self._siblings(number)
        pointing, fixed = pointers(undated, _near(siblings, fixed_days(undated)), self.retime)
        said = leads(undated, pointing)
        days = candidates(said, siblings, undated)
        clues = [
            *head_clues(undated, said, days),
            *sibling_clues(siblings, days),
            *weekday_clues(undated, said, days),
            *named_day_clues(undated, said, days),
        ]
        if (clue := shared_words_clue(undated, siblings, days)) is not None:
            clues.append(clue)
        agreement = Agreement(undated, self._sentences, pointing, fixed, number)
        if (clue := agreement_clue(agreement, days)) is not None:
            clues.append(clue)
        return clues, days

    def _siblings(self, number: int) -> list[Sibling]:
        found, count = self._terms[number]
        place = {one: at for at, one in enumerate(self._dated)}.get(number)
        siblings = []
        for at, likeness in self._likeness.alike(found, count, place).items():
            one = self.reports[self._dated[at]]
            published = one.report.published
            if published.date is not None:
                trust = 1.0 if published.basis == "stated" else published.confidence
                siblings.append(Sibling(one, published.date.toordinal(), likeness, trust))
        siblings.sort(key=lambda one: (-one.likeness, one.annotated.report.id))
        return siblings


def fixed_days(annotated: Annotated) -> list[dt.date]:
    """The days that a report names with their year."""
    return [
        dt.date.fromisoformat(timex.when.start)
        for timex in annotated.notes.timexes
        if timex.when is not None and timex.when.is_day and timex.anchor != "dct"
    ]


def _near(siblings: Sequence[Sibling], named: Sequence[dt.date]) -> dt.date:
    """A day that should not be too far from the report's, for resolving what leans on it."""
    if siblings:
        return dt.date.fromordinal(siblings[0].day)
    return max((day for day in named if day.year < dt.MAXYEAR), default=ANY_DAY)


def candidates(said: Leads, siblings: Sequence[Sibling], undated: Annotated) -> list[int]:
    """The days that are tried: round the days of the nearest siblings, and from the days that the text names on."""
    around = {one.day + step for one in siblings[:NEAREST] for step in range(-REACH, REACH + 1)}
    about = dt.date.fromordinal(siblings[0].day) if siblings else None
    named_days: tuple[HeadDate | NamedDay, ...] = (*said.head, *said.days)
    for named in named_days:
        if about is None and named.year is None:
            continue
        meant = named.nearest(about or dt.date(named.year or 2000, named.month, 15))
        if meant is not None:
            around.update(meant.toordinal() + step for step in range(-REACH, AFTER_NAMED + 1))
    if (latest := _captured(undated)) is not None:
        around = {day for day in around if day <= latest.toordinal()}
    return sorted(day for day in around if 1 <= day <= dt.date.max.toordinal() - 31)


def _captured(annotated: Annotated) -> dt.date | None:
    try:
        return dt.date.fromisoformat((annotated.report.captured or "")[:10])
    except ValueError:
        return None
