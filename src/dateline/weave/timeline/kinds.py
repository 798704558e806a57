"""What kind of thing a telling tells: done, ahead or changed; by its status and its day."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.annotations import Event, Status
from dateline.model.dates import DateSpan

AHEAD: frozenset[Status] = frozenset(("planned", "expected"))
"""Statuses of what lies ahead: it never shows as happened until a report says so."""

CHANGED: frozenset[Status] = frozenset(("postponed", "cancelled"))

UNMET: frozenset[Status] = frozenset(("happened", "reported", "said"))
"""Statuses that nothing can have on a day after its report's: there it is expected at most."""

SPEECH: frozenset[Status] = frozenset(("said", "requested", "denied"))
"""Statuses of what somebody says: whose words they are is a part of the event."""


def kind_of(status: Status, when: DateSpan, today: DateSpan | None) -> str:
    """``act``, ``ahead`` or ``changed``; what is not over on the report's day lies ahead whatever the verb says."""
    later = today is not None and (when.start if status in UNMET else when.end) > today.end
    if status in AHEAD or later:
        return "changed" if status in CHANGED else "ahead"
    return "changed" if status in CHANGED else "act"


def status_without_event(events: Sequence[Event], when: DateSpan, today: str | None) -> Status:
    """The status of a sentence that no event dates: ahead of the report's day it is expected."""
    if today is not None and when.start > today:
        return "expected"
    for event in events:
        if event.status in ("said", "denied", "requested", "reported"):
            return event.status
    return "happened"
