"""A pile of reports, some dated: finds for each undated one its siblings, its clues and its day."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from math import fsum

import msgspec

from dateline.model.annotations import Annotated
from dateline.model.report import Publication
from dateline.weave.dating import tables
from dateline.weave.dating.agreement import Agreement, DatedSentence, SentenceIndex, dated_sentences
from dateline.weave.dating.bounds import COMING_OF_FEW, OWN_WEEK, bounds_clues, far_days_clue
from dateline.weave.dating.clues import (
    Clue,
    Sibling,
    agreement_clue,
    few_siblings_clues,
    head_clues,
    named_day_clues,
    shared_words_clue,
    sibling_clues,
    weekday_clues,
)
from dateline.weave.dating.facts import Fact, facts, sayings
from dateline.weave.dating.heads import HeadDate
from dateline.weave.dating.leads import Leads, NamedDay, lead_lag, leads
from dateline.weave.dating.likeness import Likeness, terms
from dateline.weave.dating.order import Digest, digest, order_clue
from dateline.weave.dating.pointers import Pointer, Retime, pointers
from dateline.weave.dating.solve import LEAST_FOR_A_DAY, Weighed, publication, weigh
from dateline.weave.dating.told import Known, Rarity, clearness, plan_clue, told_clue

NEAREST = 25
"""Siblings whose neighbourhood is searched for the day."""
REACH = 7
"""Days either side of a sibling's day that are tried."""
REACH_OF_FEW, FEW = 60, tables.FEW
"""The same where there are no more than ``FEW`` siblings, which leave gaps of weeks between them.
Bounds, plans, deeds and tolls are looked at only then: among hundreds of siblings the days of the likest say more, and
background sentences and chance matches cost 5 of 100 right days."""
ANY_DAY = dt.date(2012, 1, 2)
"""For a report that names no day and has no siblings: only the distances count then."""
EARLIEST, LATEST = dt.date(1500, 1, 1), dt.date(9998, 1, 1)
LONGEST_STATED = 31
"""Days of a stated stretch, mostly a month, up to which every day of it is tried."""
AFTER_NAMED = 14
"""Days after a day named in the text that are tried."""


class Anchor(msgspec.Struct, frozen=True):
    """A report's day as a sibling's: stated, or inferred with some trust. ``annotated``: resolved by that day."""

    annotated: Annotated
    day: int
    trust: float


class Read(msgspec.Struct, frozen=True):
    """What an undated report says of its day, read once. ``fixed``: its expressions that name a day outright."""

    annotated: Annotated
    terms: frozenset[str]
    words: int
    pointing: tuple[Pointer, ...]
    fixed: Annotated
    leads: Leads


class Pile:
    """Reports, some of them dated. ``wanted``: the numbers of those that will be dated."""

    def __init__(self, reports: Sequence[Annotated], wanted: Sequence[int], retime: Retime) -> None:
        self.reports = reports
        self.retime = retime
        self.anchors: dict[int, Anchor] = {}
        for number, one in enumerate(reports):
            if one.report.day is not None:
                self.anchors[number] = Anchor(one, one.report.day.toordinal(), 1.0)
        self._wanted = wanted
        self._reads: dict[int, Read] = {}
        self._alike: dict[int, list[tuple[float, int]]] = {}
        self._index: SentenceIndex | None = None
        self._digested: dict[tuple[int, int], Digest] = {}
        self._facts: dict[tuple[int, int], list[Fact]] = {}
        self._possible: dict[int, tuple[Anchor, ...]] = {}
        self._dated_sentences: dict[int, list[DatedSentence]] = {}

    def anchor(self, anchors: Mapping[int, Anchor]) -> None:
        """Takes these reports' inferred days as siblings' days, in place of those taken before."""
        for number in self._wanted:
            self._dated_sentences.pop(number, None)
            self.anchors.pop(number, None)
        self.anchors.update(anchors)
        self._index = None

    def suppose(self, possible: Mapping[int, tuple[Anchor, ...]]) -> None:
        """Takes these days of reports without a sibling's day as possible ones, each with its probability as trust."""
        self._possible = dict(possible)

    def publication(
        self, number: int, undated: Annotated | None = None, *, least: float = LEAST_FOR_A_DAY
    ) -> Publication:
        """What can be said of the day of a report; read as ``undated`` if that is given.

        ``least``: probability from which a day is named and not only a window.
        """
        return publication(self.weighed(number, undated), least)

    def weighed(self, number: int, undated: Annotated | None = None) -> Weighed:
        """The days weighed for a report, as if its own day were not known."""
        clues, days = self.clues(number, undated)
        dated = [other for other in self.anchors if other != number]
        clear = None
        if 0 < len(dated) <= FEW:
            one = undated or self.reports[number]
            clear = fsum(clearness(one, self.anchors[other].annotated) for other in dated) / len(dated)
        return weigh(clues, days, clear)

    def clues(self, number: int, undated: Annotated | None = None) -> tuple[list[Clue], list[int]]:
        """What speaks for which day, and the days that are tried."""
        read = self._read(number, undated)
        siblings, possible = self._siblings(number)
        few = len(siblings) <= FEW
        days = candidates(read.leads, siblings, read.annotated)
        clues = [
            *head_clues(read.annotated, read.leads, days),
            *(few_siblings_clues(siblings, days) if few else sibling_clues(siblings, days)),
            *weekday_clues(read.annotated, read.leads, days, self._habit(siblings) if few else None),
            *named_day_clues(read.annotated, read.leads, days),
        ]
        if (clue := far_days_clue(read.annotated, days, COMING_OF_FEW if few else OWN_WEEK)) is not None:
            clues.append(clue)
        if (clue := shared_words_clue(read.annotated, siblings, days)) is not None:
            clues.append(clue)
        if few:
            clues.extend(bounds_clues(read.annotated, days))
            clues.extend(self._told(read, [*siblings, *possible], days))
            siblings = [*siblings, *possible]
            digests = [self._digest(one) for one in siblings]
            if (clue := order_clue(read.annotated, digest(read.annotated), siblings, digests, days)) is not None:
                clues.append(clue)
        else:
            agreement = Agreement(read.annotated, self._sentences, read.pointing, read.fixed, number)
            if (clue := agreement_clue(agreement, days)) is not None:
                clues.append(clue)
        return clues, days

    def _told(self, read: Read, siblings: Sequence[Sibling], days: Sequence[int]) -> list[Clue]:
        one, rarity = read.annotated, self._rarity
        told = sayings(one, read.pointing)
        happened = [saying for saying in told if not saying.since]
        since = [saying for saying in told if saying.since]
        known = [Known(sibling.annotated, sibling.trust, self._known(sibling)) for sibling in siblings]
        found = (
            told_clue("same event", one, happened, [*known, Known(one, 1.0, facts(read.fixed))], rarity, days),
            told_clue("time since", one, since, known, rarity, days),
            plan_clue(one, told, known, rarity, days),
        )
        return [clue for clue in found if clue is not None]

    def _habit(self, siblings: Sequence[Sibling]) -> dict[int, float]:
        """How long after the weekday of their first sentence the few dated reports were published."""
        lags = Counter(lag for one in siblings if one.trust == 1.0 and (lag := lead_lag(one.annotated)) is not None)
        return dict(sorted(lags.items()))

    @cached_property
    def _rarity(self) -> Rarity:
        return Rarity(self.reports)

    def _read(self, number: int, undated: Annotated | None) -> Read:
        if undated is None and number in self._reads:
            return self._reads[number]
        one = undated or self.reports[number]
        found, count = self._terms[number]
        pointing, fixed = pointers(one, self._near(number, one), self.retime)
        read = Read(one, found, count, pointing, fixed, leads(one, pointing))
        if undated is None:
            self._reads[number] = read
        return read

    def _near(self, number: int, one: Annotated) -> dt.date:
        """A day that should not be too far from the report's, for resolving what leans on it."""
        for _, other in self._likest(number):
            if other in self.anchors:
                return dt.date.fromordinal(self.anchors[other].day)
        return max((day for day in fixed_days(one) if day.year < dt.MAXYEAR), default=ANY_DAY)

    @cached_property
    def _terms(self) -> dict[int, tuple[frozenset[str], int]]:
        return {number: terms(self.reports[number]) for number in self._wanted}

    @cached_property
    def _likeness(self) -> Likeness:
        wanted = frozenset().union(*(found for found, _ in self._terms.values()))
        return Likeness(self.reports, wanted)

    def _likest(self, number: int) -> list[tuple[float, int]]:
        """The reports of the pile by their likeness to one, the likest first; not itself."""
        if number not in self._alike:
            found, count = self._terms[number]
            alike = self._likeness.alike(found, count, number)
            ids = [one.report.id for one in self.reports]
            self._alike[number] = sorted(
                ((likeness, other) for other, likeness in alike.items()), key=lambda pair: (-pair[0], ids[pair[1]])
            )
        return self._alike[number]

    def _siblings(self, number: int) -> tuple[list[Sibling], list[Sibling]]:
        """The dated reports, the likest first; and the others as of each of their possible days."""
        dated: list[Sibling] = []
        possible: list[Sibling] = []
        for likeness, other in self._likest(number):
            if (one := self.anchors.get(other)) is not None:
                dated.append(Sibling(one.annotated, one.day, likeness, one.trust, other))
                continue
            possible.extend(
                Sibling(one.annotated, one.day, likeness, one.trust, other) for one in self._possible.get(other, ())
            )
        return dated, possible

    def _digest(self, sibling: Sibling) -> Digest:
        key = (sibling.number, sibling.day)
        if key not in self._digested:
            self._digested[key] = digest(sibling.annotated)
        return self._digested[key]

    def _known(self, sibling: Sibling) -> list[Fact]:
        key = (sibling.number, sibling.day)
        if key not in self._facts:
            self._facts[key] = facts(sibling.annotated)
        return self._facts[key]

    @property
    def _sentences(self) -> SentenceIndex:
        """The sentences that name a day, of the dated reports; of the undated ones those that need no day for it."""
        if self._index is None:
            found: list[DatedSentence] = []
            for number in sorted({*self.anchors, *self._wanted}):
                if number not in self._dated_sentences:
                    self._dated_sentences[number] = self._days_told(number)
                found.extend(self._dated_sentences[number])
            self._index = SentenceIndex(found)
        return self._index

    def _days_told(self, number: int) -> list[DatedSentence]:
        if number in self.anchors:
            return dated_sentences(number, self.anchors[number].annotated)
        return dated_sentences(number, self._read(number, None).fixed) if self.anchors else []


def fixed_days(annotated: Annotated) -> list[dt.date]:
    """The days that a report names with their year."""
    return [
        dt.date.fromisoformat(timex.when.start)
        for timex in annotated.notes.timexes
        if timex.when is not None and timex.when.is_day and timex.anchor != "dct"
    ]


def candidates(said: Leads, siblings: Sequence[Sibling], undated: Annotated) -> list[int]:
    """The days that are tried: round the days of the nearest siblings, and from the days that the text names on."""
    reach = REACH if len(siblings) > FEW else REACH_OF_FEW
    around = {one.day + step for one in siblings[:NEAREST] for step in range(-reach, reach + 1)}
    about = dt.date.fromordinal(siblings[0].day) if siblings else None
    named_days: tuple[HeadDate | NamedDay, ...] = (*said.head, *said.days)
    for named in named_days:
        if about is None and named.year is None:
            continue
        meant = named.nearest(about or dt.date(named.year or 2000, named.month, 15))
        if meant is not None:
            around.update(meant.toordinal() + step for step in range(-REACH, AFTER_NAMED + 1))
    first, last = _bounds(undated)
    if (last - first).days <= LONGEST_STATED:
        around.update(range(first.toordinal(), last.toordinal() + 1))
    return sorted(day for day in around if first.toordinal() <= day <= last.toordinal())


def _bounds(annotated: Annotated) -> tuple[dt.date, dt.date]:
    """The days between which the report must lie: what it states of its month or year, and the day of its capture."""
    published = annotated.report.published
    first, last = EARLIEST, LATEST
    if published.basis == "stated":
        first, last = published.earliest or first, published.latest or last
    captured = _captured(annotated)
    return first, min(last, captured) if captured else last


def _captured(annotated: Annotated) -> dt.date | None:
    try:
        return dt.date.fromisoformat((annotated.report.captured or "")[:10])
    except ValueError:
        return None
