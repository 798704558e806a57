"""Rounds of dating: the surest reports first, which then help to date the others."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.model.annotations import Annotated
from dateline.model.report import Publication
from dateline.weave.dating.heads import stated_month_day
from dateline.weave.dating.pile import Anchor, Pile
from dateline.weave.dating.pointers import Retime

ROUNDS = (0.9, 0.75, 0.6, 0.5)
"""Confidence from which an inferred day serves as a sibling's, round by round: the surest first, so that a doubtful
day does not draw others to it before better ones have spoken."""


def date_in_rounds(reports: Sequence[Annotated], undated: Sequence[int], retime: Retime) -> tuple[Annotated, ...]:
    """The reports, those with the numbers ``undated`` with what can be said of their day."""
    pile = Pile(reports, undated, retime)
    found = {number: pile.publication(number) for number in undated}
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
            found.update((n, pile.publication(n)) for n in undated if n not in anchors)
    return tuple(
        _published(one, found[number], retime) if number in found else one for number, one in enumerate(reports)
    )


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
