"""Clues: what speaks for which day, each as a gain a day, with the places that it rests on."""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from dateline.model.annotations import Annotated
from dateline.model.evidence import Evidence, cite
from dateline.weave.dating import tables
from dateline.weave.dating.agreement import Agreement
from dateline.weave.dating.leads import Leads, NamedDay, NamedWeekday
from dateline.weave.dating.shared import shared_words

HEAD_RULES = {
    "stamp": "page stamp",
    "label": "page stamp",
    "agency dateline": "agency dateline",
    "dateline": "dateline",
    "comment": "comment",
}
Because = Callable[[int], tuple[Evidence, ...]]


class Clue(msgspec.Struct, frozen=True):
    """What one kind of evidence says of the day.

    ``gains``: day (proleptic ordinal) -> natural logarithm of how much likelier the words are if the report is of that
    day; ``floor`` for a day that is not there. ``because``: the places, for the day that was found.
    """

    rule: str
    gains: Mapping[int, float]
    floor: float
    because: Because

    def gain(self, day: int) -> float:
        return self.gains.get(day, self.floor)


class Sibling(msgspec.Struct, frozen=True):
    """A dated report and how alike it is. ``trust``: 1 for a stated day, the confidence of an inferred one."""

    annotated: Annotated
    day: int
    likeness: float
    trust: float = 1.0
    number: int = 0
    """Its place in the pile; a report without a sure day stands for each of its possible ones."""


def head_clues(annotated: Annotated, leads: Leads, days: Sequence[int]) -> list[Clue]:
    """What the report says about itself: one clue for the first date of each kind."""
    clues = []
    seen: set[str] = set()
    for head in leads.head:
        rule = HEAD_RULES[head.kind]
        if rule in seen or not days:
            continue
        seen.add(rule)
        by_step = tables.head_gains(head)
        gains = {}
        for day in days:
            meant = head.nearest(dt.date.fromordinal(day))
            if meant is not None and (gain := by_step.get(day - meant.toordinal())):
                gains[day] = gain
        place = cite(annotated.report, head.start, head.end)
        clues.append(Clue(rule, gains, 0.0, _always((place,))))
    return clues


def _always(because: tuple[Evidence, ...]) -> Because:
    return lambda _: because


def weekday_clues(
    annotated: Annotated, leads: Leads, days: Sequence[int], habit: Mapping[int, float] | None = None
) -> list[Clue]:
    """The first weekday named, and what the others add. ``habit``: see :func:`tables.weekday_gains`."""
    first = leads.anchor or (leads.weekdays[0] if leads.weekdays else None)
    if first is None:
        return []
    clues = [
        _weekday_clue("weekday", annotated, first, [tables.weekday_gains(first, leads.manner, habit)], [first], days)
    ]
    others = _others(first, leads.weekdays)
    if others and leads.anchor is not None:
        gains = [tables.other_weekday_gains(first, other) for other in others]
        clues.append(_weekday_clue("weekdays", annotated, first, gains, others, days))
    return clues


def _others(first: NamedWeekday, named: Sequence[NamedWeekday]) -> list[NamedWeekday]:
    seen = {first.weekday}
    found = []
    for one in named:
        if one.weekday not in seen and one.bound == "bare":
            seen.add(one.weekday)
            found.append(one)
    return found


def _weekday_clue(
    rule: str,
    annotated: Annotated,
    first: NamedWeekday,
    gains: Sequence[tuple[float, ...]],
    cited: Sequence[NamedWeekday],
    days: Iterable[int],
) -> Clue:
    by_lag = [math.fsum(one[lag] for one in gains) for lag in range(7)]
    report = annotated.report
    places = _sentences_of(annotated, [one.start for one in cited[:2]])
    because = tuple(cite(report, start, end) for start, end in places)
    return Clue(rule, {day: by_lag[(day - 1 - first.weekday) % 7] for day in days}, 0.0, _always(because))


def named_day_clues(annotated: Annotated, leads: Leads, days: Sequence[int]) -> list[Clue]:
    """How far the days that it names lie from the day of publication: at the head or in a caption, and below."""
    top = [one for one in leads.days if one.place != "body"][: tables.MOST_NAMED_DAYS]
    below = [one for one in leads.days if one.place == "body"]
    told = [one for one in below if one.direction == "past"][: tables.MOST_NAMED_DAYS]
    ahead = [one for one in below if one.direction == "ahead"][: tables.MOST_NAMED_DAYS]
    clues = []
    for rule, named in (("day named first", top), ("day named", told), ("day ahead", ahead)):
        if named:
            clues.append(_named_day_clue(rule, annotated, named, days))
    return clues


def _named_day_clue(rule: str, annotated: Annotated, named: Sequence[NamedDay], days: Sequence[int]) -> Clue:
    gains = {day: math.fsum(_day_gains(named, dt.date.fromordinal(day)).values()) for day in days}

    def because(day: int) -> tuple[Evidence, ...]:
        gain = _day_gains(named, dt.date.fromordinal(day))
        best = sorted(gain, key=lambda one: (-gain[one], one.start))[:2]
        places = _sentences_of(annotated, [one.start for one in best])
        return tuple(cite(annotated.report, start, end) for start, end in places)

    return Clue(rule, gains, math.fsum(tables.named_day_gain(one, 366) for one in named), because)


def _day_gains(named: Iterable[NamedDay], day: dt.date) -> dict[NamedDay, float]:
    seen: set[dt.date] = set()
    found = {}
    for one in named:
        meant = one.nearest(day)
        if meant is not None and meant not in seen:
            seen.add(meant)
            found[one] = tables.named_day_gain(one, (day - meant).days)
    return found


def sibling_clues(siblings: Sequence[Sibling], days: Iterable[int]) -> list[Clue]:
    """The days of the siblings, each weighing by its likeness; a narrow view (the day) and a wide one (the week)."""
    if not siblings:
        return []
    days = list(days)
    sharpness = tables.sharpness(len(siblings))
    shares = tables.wide(len(siblings))
    weights = [(one.day, one.trust * one.likeness**sharpness) for one in siblings]
    by_day: dict[int, float] = {}
    for day, weight in weights:
        by_day[day] = by_day.get(day, 0.0) + weight
    total = math.fsum(by_day.values()) + tables.UNRELATED**sharpness
    closeness = tables.narrow_share(len(siblings))
    narrow, wide = {}, {}
    for day in days:
        near = math.fsum(by_day.get(day + gap, 0.0) * share for gap, share in tables.NARROW.items())
        far = math.fsum(by_day.get(day + gap, 0.0) * share for gap, share in shares.items())
        narrow[day] = closeness * math.log(near / total + tables.CHANCE)
        wide[day] = math.log(far / total + tables.CHANCE)
    floor = math.log(tables.CHANCE)
    return [
        Clue("sibling's day", narrow, closeness * floor, _sibling_evidence(siblings, 1)),
        Clue("siblings' week", wide, floor, _sibling_evidence(siblings, 7)),
    ]


def few_siblings_clues(siblings: Sequence[Sibling], days: Sequence[int]) -> list[Clue]:
    """How near a day lies to the days of a few siblings, the likest weighing most."""
    if not siblings:
        return []
    weights = [(one.day, one.trust * (one.likeness + tables.UNRELATED) ** tables.SHARPNESS_OF_FEW) for one in siblings]
    total = math.fsum(weight for _, weight in weights)
    near = {day: math.fsum(weight * tables.nearness(day - other) for other, weight in weights) / total for day in days}
    gains = {day: tables.NEARNESS * math.log(share + tables.CHANCE) for day, share in near.items()}
    floor = tables.NEARNESS * math.log(tables.CHANCE)
    return [Clue("siblings' week", gains, floor, _sibling_evidence(siblings, 7))]


def _sibling_evidence(siblings: Sequence[Sibling], reach: int) -> Because:
    def because(day: int) -> tuple[Evidence, ...]:
        near = [one for one in siblings if abs(one.day - day) <= reach]
        near.sort(key=lambda one: (-one.likeness, one.annotated.report.id))
        return tuple(evidence for one in near[:1] for evidence in _head(one.annotated))

    return because


def _head(annotated: Annotated) -> tuple[Evidence, ...]:
    """Where a sibling states its day, else its first sentence."""
    if annotated.report.published.because:
        return annotated.report.published.because[:1]
    for sent in annotated.notes.sentences:
        return (cite(annotated.report, sent.start, sent.end),)
    return ()


def shared_words_clue(undated: Annotated, siblings: Sequence[Sibling], days: Iterable[int]) -> Clue | None:
    """The days of the siblings that hold the same words, a quotation or a sentence taken over."""
    found = shared_words(undated, [one.annotated for one in siblings])
    if not found:
        return None
    weights = [(siblings[one.number].day, siblings[one.number].trust * tables.shared_weight(one.runs)) for one in found]
    total = math.fsum(weight for _, weight in weights) + tables.SHARED_BY_CHANCE
    gains = {}
    for day in days:
        near = math.fsum(weight * tables.SHARED.get(day - other, 0.0) for other, weight in weights)
        if near:
            gains[day] = math.log(near / total + tables.CHANCE)

    def because(day: int) -> tuple[Evidence, ...]:
        near = [one for one in found if abs(siblings[one.number].day - day) <= max(tables.SHARED)]
        near.sort(key=lambda one: (abs(siblings[one.number].day - day), -one.runs, one.number))
        return tuple(place for one in near[:1] for place in (one.here, one.there))

    return Clue("shared words", gains, math.log(tables.CHANCE), because)


def agreement_clue(agreement: Agreement, days: Iterable[int]) -> Clue | None:
    """Sentences that tell the same as dated ones, on the same day: the first counts whole, the next half, a third."""
    gains = {}
    for day in days:
        each = (tables.agreement_gain(match.likeness) for match in agreement.matches(day))
        gains[day] = math.fsum(gain / rank for rank, gain in enumerate(each, 1))
    if not any(gains.values()):
        return None
    return Clue("same event", gains, 0.0, agreement.evidence)


def _sentences_of(annotated: Annotated, places: Iterable[int]) -> list[tuple[int, int]]:
    starts = [sent.start for sent in annotated.notes.sentences]
    found = []
    for place in places:
        sent = annotated.notes.sentences[bisect_right(starts, place) - 1]
        if (sent.start, sent.end) not in found:
            found.append((sent.start, sent.end))
    return found
