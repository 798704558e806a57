"""All clues together: the days weighed, the likeliest chosen, or a window given, or nothing said."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from dateline.model.evidence import Evidence
from dateline.model.report import Publication
from dateline.weave.dating import tables
from dateline.weave.dating.clues import Clue

ELSEWHERE = 365
"""Days outside the candidates that the report could be of as well, all with the clues' floors."""
LEAST_FOR_A_DAY = 0.5
"""Probability from which a day is named: where it is likelier right than wrong."""
UNSURE_FROM, SUREST = 0.7, 0.8
"""Without a date at the head, probabilities from ``UNSURE_FROM`` to 1 are told as up to ``SUREST``: of days weighed at
.8 and more without one, four in five were right (117 reports); with one, 19 in 20."""
CLEAR, SUREST_OF_FEW = 0.9, 0.9
"""In small piles of short reports the days were right as often as their probability says or more: of 73 named with
less than .5 in 60 %, of 51 with .5 to .7 in 81 %, of 12 with .8 and more all."""
UNCLEAR, UNCLEAR_SLOPE = 0.2, 0.5
"""In those of long reports (95 piles of five, mixed outlets) the probabilities promise too much: of 36 days weighed at
.8 and more two in three were right, of 46 at .4 to .6 one in three."""
AT_THE_HEAD = frozenset(("page stamp", "agency dateline", "dateline"))
LEAST_WITH_THE_NEXT, LEAST_OF_THE_TWO = 0.5, 0.3
"""Probability from which a less likely day is named, together with the day after it, and what it must have of that: the
weekdays that a report names fall on the same days whichever of the two it is."""
LEAST_FOR_A_WINDOW = 0.5
"""Probability that the candidates must hold together before a window is given."""
WINDOW = 0.8
"""Share of the candidates' probability that a window holds."""
LONGEST_WINDOW = 366
MOST_EVIDENCE = 8
SPEAKS = 0.3
"""Gain over the days around from which a clue counts among the reasons; the best counts where none reaches it."""
NEIGHBOURS = 7
"""Days either side with which the gain is compared."""


class Weighed(msgspec.Struct, frozen=True):
    """The candidates with their probabilities (they and what lies elsewhere add up to 1), best first.

    ``clear``: in a small pile, 1 where the reports are short and match by more than chance; None in a big one.
    """

    days: tuple[tuple[int, float], ...]
    clues: tuple[Clue, ...]
    clear: float | None = None


def weigh(clues: Sequence[Clue], days: Iterable[int], clear: float | None = None) -> Weighed:
    """The days by their probability. ``clear``: see :class:`Weighed`."""
    totals = {day: math.fsum(tables.WEIGHTS[clue.rule] * clue.gain(day) for clue in clues) for day in days}
    nowhere = math.fsum(tables.WEIGHTS[clue.rule] * clue.floor for clue in clues)
    top = max([*totals.values(), nowhere])
    powers = {day: math.exp(total - top) for day, total in totals.items()}
    mass = math.fsum(powers.values()) + ELSEWHERE * math.exp(nowhere - top)
    ranked = sorted(powers.items(), key=lambda pair: (-pair[1], pair[0]))
    return Weighed(tuple((day, power / mass) for day, power in ranked), tuple(clues), clear)


def publication(weighed: Weighed, least: float = LEAST_FOR_A_DAY) -> Publication:
    """What can be said of the day, with its reasons; a day only where its probability is at least ``least``."""
    if not weighed.days:
        return Publication()
    day, share = weighed.days[0]
    sure = _confidence(weighed, day, share)
    if sure < least and not (least <= LEAST_FOR_A_DAY and _is_it_or_the_next(weighed, day, share)):
        return _window(weighed)
    rules, because = _reasons(weighed, day)
    if not because:
        return Publication()
    date = dt.date.fromordinal(day)
    return Publication(date, date, date, "day", date.isoformat(), "inferred", because, rules, round(sure, 3))


def _is_it_or_the_next(weighed: Weighed, day: int, share: float) -> bool:
    """Whether a report is of a day or the next so surely that the day may be named."""
    if weighed.clear is not None and weighed.clear < CLEAR:
        return False
    following = next((other for tried, other in weighed.days if tried == day + 1), 0.0)
    return share >= LEAST_OF_THE_TWO and share + following >= LEAST_WITH_THE_NEXT


def _confidence(weighed: Weighed, day: int, share: float) -> float:
    if any(clue.rule in AT_THE_HEAD and clue.gain(day) > 0 for clue in weighed.clues):
        return share
    if weighed.clear is not None:
        return min(share, SUREST_OF_FEW) if weighed.clear >= CLEAR else UNCLEAR + UNCLEAR_SLOPE * share
    if share <= UNSURE_FROM:
        return share
    return UNSURE_FROM + (share - UNSURE_FROM) * (SUREST - UNSURE_FROM) / (1 - UNSURE_FROM)


def _window(weighed: Weighed) -> Publication:
    """The shortest stretch of days that holds most of the probability."""
    by_day = dict(weighed.days)
    days = sorted(by_day)
    wanted = WINDOW * math.fsum(by_day.values())
    if math.fsum(by_day.values()) < LEAST_FOR_A_WINDOW:
        return Publication()
    best: tuple[int, int, int] | None = None
    low, held = 0, 0.0
    for day in days:
        held += by_day[day]
        while held - by_day[days[low]] >= wanted:
            held -= by_day[days[low]]
            low += 1
        if held >= wanted:
            length = day - days[low]
            if best is None or length < best[0]:
                best = (length, days[low], day)
    rules, because = _reasons(weighed, weighed.days[0][0])
    if best is None or best[0] > LONGEST_WINDOW or not because:
        return Publication()
    first, last = dt.date.fromordinal(best[1]), dt.date.fromordinal(best[2])
    precision: Literal["week", "month", "year"] = "week" if best[0] < 7 else "month" if best[0] < 31 else "year"
    share = round(math.fsum(held for day, held in weighed.days if best[1] <= day <= best[2]), 3)
    edtf = f"{first.isoformat()}/{last.isoformat()}"
    return Publication(None, first, last, precision, edtf, "inferred", because, rules, share)


def _reasons(weighed: Weighed, day: int) -> tuple[str, tuple[Evidence, ...]]:
    """The rules that speak for the day, the strongest first, and the places that they rest on."""
    speaking = []
    tried = {other for other, _ in weighed.days}
    for clue in weighed.clues:
        others = [clue.gain(other) for other in range(day - NEIGHBOURS, day + NEIGHBOURS + 1) if other in tried]
        usual = math.fsum(others) / len(others)
        support = tables.WEIGHTS[clue.rule] * (clue.gain(day) - usual)
        if support > 0:
            speaking.append((support, clue))
    speaking.sort(key=lambda pair: (-pair[0], pair[1].rule))
    speaking = [pair for pair in speaking if pair[0] >= SPEAKS] or speaking[:1]
    found = [(clue.rule, clue.because(day)) for _, clue in speaking]
    found = [(rule, places) for rule, places in found if places]
    because = [places[0] for _, places in found]
    because.extend(place for _, places in found for place in places[1:])
    return " + ".join(rule for rule, _ in found), tuple(dict.fromkeys(because))[:MOST_EVIDENCE]
