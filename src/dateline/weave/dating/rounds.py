"""Rounds of dating: the surest reports first, which then help to date the others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from dateline.model.annotations import Annotated
from dateline.model.report import Publication
from dateline.weave.dating.heads import stated_month_day
from dateline.weave.dating.pile import FEW, Anchor, Pile
from dateline.weave.dating.pointers import Retime
from dateline.weave.dating.solve import Weighed, publication

ROUNDS = (0.9, 0.75, 0.6, 0.5, 0.4, 0.3)
"""Confidence from which an inferred day serves as a sibling's, round by round: the surest first, so that a doubtful
day does not draw others to it before better ones have spoken."""
SUPPOSED = 1
"""Times that each report still open is weighed with the possible days of the others."""
MOST_POSSIBLE, LEAST_POSSIBLE = 5, 0.04
"""Possible days of a report that count, and the probability from which one does."""


def date_in_rounds(reports: Sequence[Annotated], undated: Sequence[int], retime: Retime) -> tuple[Annotated, ...]:
    """The reports, those with the numbers ``undated`` with what can be said of their day."""
    pile = Pile(reports, undated, retime)
    weighed = {number: pile.weighed(number) for number in undated}
    found = {number: publication(one) for number, one in weighed.items()}
    anchors: dict[int, Anchor] = {}
    for least in ROUNDS if len(undated) > 1 else ():
        sure = {
            number: Anchor(_published(reports[number], one, retime), one.date.toordinal(), one.confidence)
            for number, one in found.items()
            if number not in anchors and one.date is not None and one.confidence >= least
        }
        if sure:
            anchors.update(sure)
            pile.anchor(anchors)
            weighed.update((n, pile.weighed(n)) for n in undated if n not in anchors)
            found.update((n, publication(weighed[n])) for n in undated if n not in anchors)
    open_ones = [number for number in undated if number not in anchors]
    for _ in range(SUPPOSED if len(undated) > 1 and len(reports) <= FEW else 0):
        pile.suppose({n: _possible(reports[n], weighed[n], retime) for n in open_ones})
        weighed.update((n, pile.weighed(n)) for n in open_ones)
        found.update((n, publication(weighed[n])) for n in open_ones)
    return tuple(
        _published(one, found[number], retime) if number in found else one for number, one in enumerate(reports)
    )


def _possible(annotated: Annotated, weighed: Weighed, retime: Retime) -> tuple[Anchor, ...]:
    """The likeliest days of a report, each with its probability."""
    return tuple(
        Anchor(retimed_to(annotated, dt.date.fromordinal(day), retime), day, share)
        for day, share in weighed.days[:MOST_POSSIBLE]
        if share >= LEAST_POSSIBLE
    )


def retimed_to(annotated: Annotated, day: dt.date, retime: Retime) -> Annotated:
    """The report as if it were of a day."""
    published = Publication(day, day, day, "day", day.isoformat(), "inferred")
    return retime(Annotated(msgspec.structs.replace(annotated.report, published=published), annotated.notes), day)


def _published(annotated: Annotated, publication: Publication, retime: Retime) -> Annotated:
    """The report with its publication and its time expressions resolved by that; as it is where nothing was found.

    A month or year that the report states is not given up for a window worked out. A day whose month and day stand at
    the report's head is stated, though the year comes from elsewhere.
    """
    if publication.basis == "unknown" or (publication.date is None and annotated.report.published.basis == "stated"):
        return annotated
    day = publication.date
    head = stated_month_day(annotated.report)
    if day is not None and head is not None and (head.month, head.day) == (day.month, day.day):
        rule = f"{annotated.report.published.rule}: the year from the other reports ({publication.rule})"
        publication = msgspec.structs.replace(publication, basis="stated", rule=rule)
    report = msgspec.structs.replace(annotated.report, published=publication)
    return retime(Annotated(report, annotated.notes), publication.date)
