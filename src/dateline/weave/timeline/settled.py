"""Plans that a reader has no more need of: what became of them is known, or the line that made them stands already."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from dateline.model.dates import DateSpan, day_span
from dateline.model.material import Material
from dateline.model.story import Commitment
from dateline.weave.timeline.build import Line
from dateline.weave.timeline.families import families
from dateline.weave.timeline.tellings import SMALL_PILE

_KNOWN = frozenset(("kept", "changed", "declined", "broken"))


def without_settled(found: Sequence[Line], plans: Iterable[Commitment], material: Material) -> list[Line]:
    """The lines but for what is told as still ahead and is not.

    Left out are plans with a known outcome, and, where their day has passed, those that a sentence tells beside
    something done ("voted to end it on Monday"), and, in a small pile, those whose kind of act was done that day.
    """
    outcomes: dict[str, list[Commitment]] = {}
    for plan in plans:
        if plan.state in _KNOWN and plan.due is not None:
            for place in plan.evidence:
                outcomes.setdefault(place.report, []).append(plan)
    ahead = [line for line in found if line.event.kind == "ahead"]
    if not ahead:
        return list(found)
    acts = [line for line in found if line.event.kind == "act"]
    told = {(one.report, one.sentence.start) for line in acts for one in line.event.tellings}
    small = len(material.reports) <= SMALL_PILE
    today = material.as_of.isoformat() if material.as_of else ""
    stale: set[int] = set()
    for line in ahead:
        past = line.event.when.end <= today
        if (
            _known(line, outcomes, material)
            or (past and all((one.report, one.sentence.start) in told for one in line.event.tellings))
            or (past and small and any(_same_act(line, act) for act in acts))
        ):
            stale.add(id(line))
    return [line for line in found if id(line) not in stale]


def _known(line: Line, outcomes: dict[str, list[Commitment]], material: Material) -> bool:
    """Whether the shown sentence makes a commitment for the line's day that is settled."""
    told, when = line.tellings[0], line.event.when
    for plan in outcomes.get(material.reports[told.report].report.id, ()):
        if plan.due is None or not (plan.due.overlaps(when) or (when.is_day and plan.due.overlaps(_week_on(when)))):
            continue
        if any(place.start < told.sentence.end and told.sentence.start < place.end for place in plan.evidence):
            return True
    return False


def _week_on(day: DateSpan) -> DateSpan:
    """The day a week later, which "next Thursday" may have meant."""
    return day_span(dt.date.fromisoformat(day.start) + dt.timedelta(7))


def _same_act(plan: Line, act: Line) -> bool:
    """Whether something of the plan's kind was done on its one day: "ends on Monday", "came to an end on Monday"."""
    if not plan.event.when.is_day or act.event.when.start != plan.event.when.start or not act.event.when.is_day:
        return False
    return bool(_kinds(plan) & _kinds(act)) and act.event.status in ("happened", "reported")


def _kinds(line: Line) -> frozenset[int]:
    return families(one.lemma for one in line.event.tellings if one.kind == line.event.kind)
