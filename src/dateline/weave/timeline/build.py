"""From a story's tellings to its ranked lines: dates, their events, the sentence for each."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from dateline.model.dates import DateSpan
from dateline.model.material import Material
from dateline.weave.timeline.again import fold, tells_again, told_next_door, told_the_day_before
from dateline.weave.timeline.beside import main_first
from dateline.weave.timeline.choice import LATER, Shown, in_order
from dateline.weave.timeline.days import day_before, ranked, score
from dateline.weave.timeline.events import StoryEvent, cluster
from dateline.weave.timeline.joining import close_plans, join_announced, join_coarse, join_said
from dateline.weave.timeline.page_days import as_reported
from dateline.weave.timeline.stamps import as_printed
from dateline.weave.timeline.tellings import EARLY, SMALL_PILE, Telling, tellings
from dateline.weave.timeline.vectors import Vectors
from dateline.weave.timeline.wording import leans, readable
from dateline.weave.timeline.worth import FAIRLY_READABLE, TEXTS_UNDATED, Fitness

MOST_DAYS = 200
"""Days of a big pile whose events are worked out; the ones after that are told by next to nobody."""

MOST_COARSE = 40
"""The same for weeks and months."""

MOST_IN_DAY = 11
"""Events of one day that a big pile's timeline may show."""

NEVER_LEFT_OUT = 5
"""Days of a big pile, the weightiest, that are told even by reports which hardly name whom the story is about."""

BEFORE_REPORTS = 7
"""Days before the first report that are still its news: what a story begins with is often told a day or two late."""

MONTH = 31
"""Days. A big pile shows what is dated less sharply only where TEXTS_BEYOND independent texts tell it,"""

TEXTS_BEYOND, TEXTS_WITHIN = 3, 2
"""and what is dated by a month or a week where TEXTS_WITHIN do: single lines of that kind are asides."""

LIGHT, LIGHT_SHARE = 0.2, 0.05
"""An event that weighs less than this is told by a text that hardly names the topic; it comes after the weightier."""

TEXTS_MORE = 2
"""Independent texts from which a big pile's day has a second line, or a third; a story about nobody has one where one
text leads with it."""

SMOOTHER = 2
"""Blemishes fewer from which the sentence of a line that tells the same is the one to show."""

COMMON = 3
"""Texts that tell an event by one verb, from which a verb of one text alone is odd."""

TWO_LINES, TEXTS_THIRD = 2, 3
"""Lines of a day in a story about somebody after which only what so many independent texts tell makes another."""

SPARE_SHARE = 1e-4
"""Puts the lines that are not quite fit behind all that are."""

SPARES = 2
"""Such lines of a day: the second for where another day has told the first."""

LATER_IN_DAY = 0.6
"""What the second event of a day counts against the first, the third against the second: days come before details."""


@dataclass(slots=True)
class Line:
    """An event ready to be shown: its tellings, the one to show first in front, and its rank among all.

    ``fit``: those of the tellings that may be shown. ``again``: an earlier line shows the same sentence, for another of
    its events. ``spare``: none is quite fit, but nothing fitter tells of its day. ``reserve``: wanted only where the
    day's first line tells again what another day has. ``stumbles``: :meth:`Fitness.blemishes` of the first that is fit.
    """

    event: StoryEvent
    tellings: list[Telling]
    rank: float
    fit: list[Telling]
    again: bool = False
    spare: bool = False
    reserve: bool = False
    stumbles: int = 0

    @property
    def weight(self) -> float:
        """What its independent texts weigh together."""
        return self.event.weight


class Pile:
    """The tellings of one story by date, with what is needed to compare them."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.tellings = tellings(material)
        self.vectors = Vectors(material, self.tellings)
        as_printed(self.tellings, material, self.vectors)
        as_reported(self.tellings, material, self.vectors)
        self.ranked = ranked(self.tellings)
        self._days: dict[str, list[Telling]] = defaultdict(list)
        self.spans: dict[DateSpan, list[Telling]] = defaultdict(list)
        for told in self.tellings:
            if not told.when.is_day:
                self.spans[told.when].append(told)
                continue
            self._days[told.when.start].append(told)
            if told.basis == "lead" and not told.settled:  # it may as well tell of the day before
                self._days[day_before(told.when.start)].append(told)

    @property
    def small(self) -> bool:
        return len(self.material.reports) <= SMALL_PILE

    @property
    def reported(self) -> tuple[str, str]:
        """From BEFORE_REPORTS days before the first report to the day of the last; all time where no day is known."""
        days = [one.report.day for one in self.material.reports if one.report.day]
        if not days:
            return dt.date.min.isoformat(), dt.date.max.isoformat()
        return (min(days) - dt.timedelta(BEFORE_REPORTS)).isoformat(), max(days).isoformat()

    def days(self) -> list[str]:
        """Every day that a telling is on."""
        return sorted({told.when.start for told in self.tellings if told.when.is_day})

    def events_of(self, day: str) -> list[StoryEvent]:
        """The events of one day. A lead of the day after joins what is dated there and makes no event by itself; nor
        does a lead in a small pile, where single lines are shown, that does not tell what somebody did."""
        found = self._days.get(day, [])
        when = min((t.when for t in found if t.when.start == day), key=lambda when: len(when.value), default=None)
        if when is None:
            return []
        kept = []
        for event in cluster(found, when, self.vectors):
            own = [t for t in event.tellings if t.when.start == day and not (self.small and not t.stands)]
            if own or any(t.basis != "lead" for t in event.tellings):
                kept.append(event)
        return kept


def lines(pile: Pile) -> list[Line]:
    """All lines that the timeline could show, the one to show first in front; none tells again what one before it
    tells, except in a small pile, where each event has its line."""
    told = _Told(pile)
    ranked = sorted(_candidates(pile), key=_order)
    again = [line for line in ranked if not told.take(line)]
    if pile.small:
        return told.made
    for line in again:  # what shares but names with another line, on a date of which no fit line tells
        date = line.event.when.start, line.event.when.end
        if not line.reserve and not line.spare and all(other.spare for other in told.homes[date]):
            told.take(line, but_for_names=True)
    return _without_told_by_days(sorted(told.made, key=_order))


def _order(line: Line) -> tuple[float, str, tuple[int, int, int]]:
    return -line.rank, line.event.when.start, line.event.place()


class _Told:
    """The lines made so far, and by date those that tell of it, shown or told by another."""

    def __init__(self, pile: Pile) -> None:
        self._pile, self._shown = pile, Shown(pile.vectors)
        self.made: list[Line] = []
        self.homes: dict[tuple[str, str], list[Line]] = defaultdict(list)

    def take(self, line: Line, *, but_for_names: bool = False) -> bool:
        """Makes a line, or folds it into one that tells the same; False where all its sentences stand in others."""
        pile, shown, event = self._pile, self._shown, line.event
        if pile.small:
            line.tellings = line.fit = main_first(line.tellings, pile.material)
        fresh = _fresh(line, shown, pile, but_for_names=but_for_names)
        if fresh is None and not pile.small:
            return False
        same_date = self.homes[event.when.start, event.when.end]
        if line.reserve and same_date:
            return True
        if line.spare and line.tellings[0].basis == "lead" and told_the_day_before(line, self.homes, pile.vectors):
            return True
        near = None if pile.small else told_next_door(line, fresh, self.homes, pile.vectors)
        if near is not None and not _on_its_day(line, fresh, near):
            return True
        home = next((other for other in same_date if tells_again(other, line, pile)), None)
        if home is not None:
            fold(home, line, pile)
            if fresh is not None and line.stumbles + SMOOTHER <= home.stumbles:
                home.tellings = [fresh, *(told for told in home.tellings if told is not fresh)]
                home.stumbles = line.stumbles
                shown.add(fresh)
            return True
        same_date.append(line)
        if fresh is not None and fresh is not line.tellings[0]:
            line.tellings = [fresh, *(told for told in line.tellings if told is not fresh)]
        line.again = fresh is None
        shown.add(line.tellings[0])
        if near is not None:  # it was on this line's day, and ranks as the other one does
            line.rank = near.rank
            self.made = [other for other in self.made if other is not near]
            date = near.event.when.start, near.event.when.end
            self.homes[date] = [other for other in self.homes[date] if other is not near]
        self.made.append(line)
        return True


def _on_its_day(line: Line, fresh: Telling | None, near: Line) -> bool:
    """Whether what two lines of neighbouring days tell was on the day of ``line``: the earlier one, but where a mere
    lead of the day after tells it there, and the other has it with its day."""
    lent, theirs = _is_lent(line.event, fresh or line.tellings[0]), _is_lent(near.event, near.tellings[0])
    if lent != theirs:
        return theirs and line.spare <= near.spare
    return line.event.when.start < near.event.when.start and line.spare <= near.spare


def _is_lent(event: StoryEvent, told: Telling) -> bool:
    """Whether a telling is a lead of the day after, which may as well tell of the event's day."""
    return told.basis == "lead" and told.when.start != event.when.start


def _without_told_by_days(made: Sequence[Line]) -> list[Line]:
    """Without what is dated by a week, a month or a year of which lines tell days: it looks back on what they tell."""
    days = sorted(line.event.when.start for line in made if line.event.when.is_day and not line.spare)

    def is_told(when: DateSpan) -> bool:
        first = bisect_left(days, when.start)
        return when.days > 1 and first < len(days) and days[first] <= when.end

    return [line for line in made if line.event.kind == "ahead" or not is_told(line.event.when)]


def _fresh(line: Line, shown: Shown, pile: Pile, *, but_for_names: bool) -> Telling | None:
    """The telling to show: one that is new, of the line's own kind and understood by itself where there is such."""
    new = [told for told in line.fit if shown.is_new(told, but_for_names=but_for_names)]
    if not new:
        return None
    if not pile.small:
        # a report of the time tells the event, a later one recalls it
        new.sort(
            key=lambda told: (
                readable(_text(told, pile)) < FAIRLY_READABLE,
                told.kind != line.event.kind,
                _looks_back(told, pile),
            )
        )
        return next((told for told in new if not _leans(told, pile)), new[0])
    first = new[0]
    fit = [told for told in new if told.kind == line.event.kind and told.basis in ("own", "statement")]
    if not _leans(first, pile):
        return first
    return next((told for told in fit if not _leans(told, pile)), first)


def _looks_back(told: Telling, pile: Pile) -> bool:
    report = pile.material.reports[told.report].report
    return report.day is not None and (report.day - dt.date.fromisoformat(told.when.end)).days > LATER


def _leans(told: Telling, pile: Pile) -> bool:
    return leans(_text(told, pile))


def _text(told: Telling, pile: Pile) -> str:
    return pile.material.reports[told.report].report.text[told.sentence.start : told.sentence.end]


def _candidates(pile: Pile) -> Iterator[Line]:
    scores = {day: found for found, day in pile.ranked}
    days = pile.days() if pile.small else [day for _, day in pile.ranked[:MOST_DAYS]]
    found = [event for day in sorted(days) for event in pile.events_of(day)]
    coarse = [event for when in _coarse(pile) for event in cluster(pile.spans[when], when, pile.vectors)]
    found = close_plans(join_coarse(found, coarse, pile.vectors), pile.vectors)
    found = join_said(join_announced(found, pile.vectors), pile.vectors)
    fitness = None if pile.small else Fitness(pile.material, pile.vectors)
    weightiest = {day for _, day in pile.ranked[:NEVER_LEFT_OUT]}
    by_date: dict[tuple[str, str], list[StoryEvent]] = defaultdict(list)
    for event in found:
        by_date[event.when.start, event.when.end].append(event)
    kept = {} if pile.small else _kept_by_their_day(found)
    for date in sorted(by_date):
        events = by_date[date]
        if not pile.small:
            last_night = _told_for_the_day_before(date[0], by_date)
            events = [event for event in events if not _of_the_day_before(event, last_night)]
        top = scores.get(date[0], 0.0) if date[0] == date[1] else 0.0
        weighty = date[0] == date[1] and date[0] in weightiest
        number, reserve = 0, None
        spares: list[Line] = []
        wanted = None if fitness is None else _told_of_somebody if fitness.about_somebody else _told_enough
        most = None if pile.small else MOST_IN_DAY
        for event, told in islice(in_order(events, pile.material, pile.vectors, wanted), most):
            told = _without_lent(event, told, kept)
            fit = told if fitness is None else fitness.showable(event, told, weighty=weighty and not number)
            few_spares = not number and len(spares) < SPARES
            if not fit and fitness and few_spares and (last := fitness.passable(event, told)):
                last.sort(key=fitness.quality, reverse=True)
                rank = min([top * SPARE_SHARE * fitness.quality(last[0]), *(LATER_IN_DAY * one.rank for one in spares)])
                spares.append(Line(event, told, rank, last, spare=True, reserve=bool(spares)))
            if not fit:
                continue
            worth = max(top, 0.0) * LATER_IN_DAY**number if top else event.weight * LATER_IN_DAY
            if not pile.small and event.weight < LIGHT:
                worth *= LIGHT_SHARE
            leads = fitness is not None and not fitness.about_somebody and fit[0].position < EARLY
            few = TEXTS_THIRD if number >= TWO_LINES and fitness and fitness.about_somebody else TEXTS_MORE
            if number and not pile.small and event.families < few and not leads:
                reserve = reserve or Line(event, told, worth, fit, reserve=True)
                continue
            number += 1
            if fitness is not None:
                odd = _odd_deeds(event)
                fit.sort(key=lambda one: (fitness.blemishes(one) + (one.lemma in odd), one.basis == "lead"))
            yield Line(event, told, worth, fit, stumbles=fitness.blemishes(fit[0]) if fitness else 0)
        if reserve and top > 0:
            yield reserve
        if not number:
            yield from spares


def _odd_deeds(event: StoryEvent) -> Container[str]:
    """The verbs by which one report alone tells an event that others tell by another: a sentence with such a verb tells
    first what came of it, or what somebody thinks of it."""
    verbs: dict[str, set[str]] = defaultdict(set)
    for told in event.tellings:
        verbs[told.lemma].add(told.family)
    common = max(map(len, verbs.values())) >= COMMON
    return frozenset(lemma for lemma, families in verbs.items() if common and len(families) == 1)


def _kept_by_their_day(events: Sequence[StoryEvent]) -> dict[int, int]:
    """The leads (by identity) that join what somebody puts on their own day, with the number of those who do."""
    return {
        id(told): _dated(event)
        for event in events
        if event.when.is_day and _dated(event)
        for told in event.tellings
        if told.basis == "lead" and not _is_lent(event, told)
    }


def _without_lent(event: StoryEvent, told: list[Telling], kept: Mapping[int, int]) -> list[Telling]:
    """The tellings of an event but for the leads that as many put on their own day, as ``kept`` has it."""
    most = max(1, _dated(event))
    return [one for one in told if not (_is_lent(event, one) and kept.get(id(one), 0) >= most)]


def _dated(event: StoryEvent) -> int:
    """The reports that put an event on its day, and do not just lead with it."""
    return len({told.report for told in event.tellings if told.basis != "lead"})


def _told_for_the_day_before(day: str, by_date: Mapping[tuple[str, str], list[StoryEvent]]) -> frozenset[int]:
    """The tellings (by identity) of the events of the day before that a report puts there."""
    eve = day_before(day)
    dated = (event for event in by_date.get((eve, eve), ()) if any(told.basis != "lead" for told in event.tellings))
    return frozenset(id(told) for event in dated for told in event.tellings)


def _of_the_day_before(event: StoryEvent, last_night: frozenset[int]) -> bool:
    """Whether undated leads tell again what the day before has: the morning's reports of last night."""
    if not event.when.is_day or any(told.basis != "lead" for told in event.tellings):
        return False
    return 2 * sum(id(told) in last_night for told in event.tellings) > len(event.tellings)


def _told_enough(event: StoryEvent) -> bool:
    """Whether a big pile's reader would miss it: not what one text says in passing, undated or by the year."""
    if event.when.is_day:
        return event.families >= TEXTS_UNDATED or any(told.basis != "lead" for told in event.tellings)
    return event.families >= (TEXTS_WITHIN if event.when.days <= MONTH else TEXTS_BEYOND)


def _told_of_somebody(event: StoryEvent) -> bool:
    """The same in a story about somebody, where a report's first sentence may fill a gap."""
    return _told_enough(event) or (event.when.is_day and any(told.position == 0 for told in event.tellings))


def _coarse(pile: Pile) -> Sequence[DateSpan]:
    """The weeks, months and longer times to look at."""
    spans = sorted(pile.spans, key=lambda when: (-score(pile.spans[when]), when.start, when.end, when.value))
    return spans if pile.small else spans[:MOST_COARSE]
