"""The rows that the screens show: typed, nothing computed. Every row that asserts something carries its citations."""

from __future__ import annotations

import msgspec

from dateline.show.citations import Cite
from dateline.show.dates import DateWords
from dateline.show.introductions import Introduction

MOST_LINKS = 4
"""Places linked after a quotation, a value or a name; more are counted."""


class Thread(msgspec.Struct, frozen=True):
    """A pointer to a commitment."""

    id: str
    kind: str
    text: str
    state: str


class EntryRow(msgspec.Struct, frozen=True):
    """One line of the timeline.

    ``repeats_date``: the line before bears the same date. ``lead``: it is among the few that matter
    most. ``count``: "3 reports, 2 texts" or "1 report".
    ``more``: how many citations are not shown. ``who``: those whom it names first and does not introduce itself.
    """

    id: str
    date: DateWords
    start: str
    end: str
    repeats_date: bool
    status: str
    meaning: str
    text: str
    weight: float
    lead: bool
    sources: str
    count: str
    reports: int
    texts: int
    cites: tuple[Cite, ...]
    more: int
    place: str | None
    thread: Thread | None
    rule: str
    who: tuple[Introduction, ...] = ()


class PhaseRow(msgspec.Struct, frozen=True):
    """A stretch of the timeline under its own heading; without one, what belongs to no phase.

    ``start``, ``end``: ISO days; ``span``: the same in words.
    """

    id: str
    heading: str
    span: str
    start: str
    end: str
    entries: tuple[EntryRow, ...]
    cites: tuple[Cite, ...]


class QuotationRow(msgspec.Struct, frozen=True):
    """Something said.

    ``pieces``: literal speech as it stands in a report, in one piece or, where its tag parts it, in several; these
    and only these may bear quotation marks. ``marks_lost``: the report itself printed no marks round them.
    """

    id: str
    speaker: str
    speaker_id: str | None
    kind: str
    text: str
    pieces: tuple[str, ...]
    marks_lost: bool
    denied: bool
    date: DateWords | None
    day: str
    context: str
    sources: str
    cites: tuple[Cite, ...]


class Speaker(msgspec.Struct, frozen=True):
    """One speaker with what he or she said, in the order of time."""

    name: str
    id: str | None
    role: str | None
    quotations: tuple[QuotationRow, ...]


class RoleRow(msgspec.Struct, frozen=True):
    """What somebody is said to be, and where."""

    role: str
    cites: tuple[Cite, ...]


class EntityRow(msgspec.Struct, frozen=True):
    """A person, organisation or place. ``perhaps``: (id, name) of whom it probably is; ``doubt``: why that is said, or
    how many reports give a surname only; "" where nothing is in doubt."""

    id: str
    name: str
    kind: str
    aliases: str
    roles: tuple[RoleRow, ...]
    mentions: int
    cites: tuple[Cite, ...]
    more: int
    perhaps: tuple[tuple[str, str], ...] = ()
    doubt: str = ""


class StepRow(msgspec.Struct, frozen=True):
    """A station in the life of a plan. ``day``: ISO, or "". ``later``: "2 days later" than the one before, or ""."""

    what: str
    date: DateWords | None
    day: str
    later: str
    reason: str
    cites: tuple[Cite, ...]


class ThreadRow(msgspec.Struct, frozen=True):
    """A plan, request, promise or prediction, and what became of it.

    ``made_day``, ``due_day``: ISO days for drawing, of a stretch its first when made and its last when due; or "".
    """

    id: str
    kind: str
    by: str | None
    text: str
    made: DateWords | None
    made_day: str
    due: DateWords | None
    due_day: str
    state: str
    meaning: str
    steps: tuple[StepRow, ...]
    cites: tuple[Cite, ...]
    outcome: tuple[Cite, ...]


class FigureValueRow(msgspec.Struct, frozen=True):
    """One statement of a quantity. ``value`` and ``day`` are for drawing."""

    text: str
    value: float
    high: float | None
    by: str | None
    as_of: DateWords | None
    day: str | None
    cites: tuple[Cite, ...]


class FigureRow(msgspec.Struct, frozen=True):
    """A quantity over the reports. ``series``: several values over several days, worth a drawing. ``alike``: every
    report gives one number, however it says so ("about", "more than")."""

    id: str
    what: str
    values: tuple[FigureValueRow, ...]
    series: bool
    alike: bool = False

    @property
    def cites(self) -> tuple[Cite, ...]:
        """Where it stands, whatever its value."""
        return tuple(cite for value in self.values for cite in value.cites)


class VersionRow(msgspec.Struct, frozen=True):
    """What one side says. ``lit``: where its value stands in the words of each citation, as (start, end)."""

    value: str
    sources: str
    cites: tuple[Cite, ...]
    lit: tuple[tuple[int, int], ...]


class DifferenceRow(msgspec.Struct, frozen=True):
    """Where reports do not agree. ``spelling``: only on how a name is spelt."""

    id: str
    about: str
    kind: str
    versions: tuple[VersionRow, ...]
    note: str | None
    spelling: bool = False
