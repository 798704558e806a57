"""The story document, ``dateline-story/1``: what every page, export and check reads.

Names and order of the fields are the format's. Whatever asserts something carries evidence and cannot be built
without it.
"""

from __future__ import annotations

from typing import Any, Final, Literal

import msgspec

from dateline.model.annotations import Bound, EntityKind, Polarity, QuoteKind, Status
from dateline.model.dates import DateSpan
from dateline.model.evidence import Evidence
from dateline.model.report import Publication

FORMAT: Final = "dateline-story/1"

CommitmentKind = Literal["plan", "decision", "request", "promise", "prediction", "deadline"]
CommitmentState = Literal["open", "kept", "changed", "declined", "broken", "unknown"]
StepKind = Literal["announced", "confirmed", "postponed", "changed", "declined", "kept", "broken"]
DifferenceKind = Literal["date", "figure", "person", "place", "attribution", "wording"]
ReuseKind = Literal["same", "update", "rewrite", "shared quotes"]


def _needs_evidence(thing: msgspec.Struct) -> None:
    if not getattr(thing, "evidence", ()):
        raise ValueError(f"a {type(thing).__name__} cannot stand without evidence")


class Generated(msgspec.Struct, frozen=True):
    """What made the document. ``as_of``: the day for which ``open`` and ``unknown`` hold; no clock time."""

    by: str
    options: dict[str, Any]
    as_of: str | None


class StoryReport(msgspec.Struct, frozen=True):
    """A report as the document shows it. Exactly its input's text; ``published`` with basis and reasons."""

    id: str
    file: str | None
    url: str | None
    source: str | None
    title: str | None
    authors: tuple[str, ...]
    dateline: str | None
    language: str | None
    published: Publication
    updated: str | None
    captured: str | None
    sha256: str
    text: str


class Role(msgspec.Struct, frozen=True):
    """What a person or body is said to be, with the place that says so."""

    role: str
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        _needs_evidence(self)


class Entity(msgspec.Struct, frozen=True):
    """A person, organisation or place of the story. ``name``: the fullest form, without title.

    ``evidence``: its first mention in each report. ``perhaps``: ids of people whom it probably is, by the surname
    alone. ``by_surname``: reports that give a person's surname only, so that who is meant is known from other reports.
    """

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]
    mentions: int
    evidence: tuple[Evidence, ...]
    perhaps: tuple[str, ...] = ()
    by_surname: int = 0

    def __post_init__(self) -> None:
        _needs_evidence(self)


class Entry(msgspec.Struct, frozen=True):
    """One line of the timeline. ``text`` is in the reports' own words; ``weight`` 0..1, how much hangs on it.

    ``evidence``: the sentences that it rests on, best first. ``background``: it lies far before the reports.
    ``copies``: reports behind it; ``texts``: independent texts among them (re-runs of one copy count once).
    """

    id: str
    date: DateSpan
    text: str
    status: Status
    weight: float
    entities: tuple[str, ...]
    place: str | None
    evidence: tuple[Evidence, ...]
    commitment: str | None = None
    background: bool = False
    copies: int = 1
    texts: int = 1
    rule: str = ""

    def __post_init__(self) -> None:
        _needs_evidence(self)


class Phase(msgspec.Struct, frozen=True):
    """A run of the timeline that belongs together: ``entries`` are the ids of consecutive entries.

    ``start``, ``end``: first and last day, ISO. ``heading``: words of the place that ``evidence`` cites, in
    their order, without days told from the day of printing ("yesterday"). A short timeline has no phases; background
    belongs to none.
    """

    id: str
    start: str
    end: str
    heading: str
    entries: tuple[str, ...]
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        _needs_evidence(self)


class Quotation(msgspec.Struct, frozen=True, rename={"on_behalf": "for"}):
    """Who said what. The same words in several reports are one quotation with one piece of evidence for each."""

    id: str
    speaker: str | None
    speaker_text: str | None
    kind: QuoteKind
    text: str
    date: DateSpan | None
    polarity: Polarity
    evidence: tuple[Evidence, ...]
    on_behalf: str | None = None
    to: str | None = None
    via: str | None = None
    act: str = "say"

    def __post_init__(self) -> None:
        _needs_evidence(self)


class Step(msgspec.Struct, frozen=True):
    """One station in the life of a commitment."""

    what: StepKind
    date: DateSpan | None
    evidence: tuple[Evidence, ...]
    reason: str

    def __post_init__(self) -> None:
        _needs_evidence(self)


class Commitment(msgspec.Struct, frozen=True):
    """What was announced, requested, promised or predicted, and what became of it.

    ``outcome``: evidence of what became of it; empty while open.
    """

    id: str
    kind: CommitmentKind
    by: str | None
    text: str
    made: DateSpan | None
    due: DateSpan | None
    steps: tuple[Step, ...]
    state: CommitmentState
    evidence: tuple[Evidence, ...]
    outcome: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        _needs_evidence(self)


class FigureValue(msgspec.Struct, frozen=True):
    """One statement of a quantity. ``high``: the upper end of a range. ``as_of``: the day for which it is given."""

    value: float
    bound: Bound
    high: float | None
    by: str | None
    as_of: DateSpan | None
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        _needs_evidence(self)


class Figure(msgspec.Struct, frozen=True):
    """A quantity over the reports: "air sorties: more than 26,000"."""

    id: str
    what: str
    unit: str | None
    values: tuple[FigureValue, ...]

    def __post_init__(self) -> None:
        if not self.values:
            raise ValueError("a Figure needs a value")


class Version(msgspec.Struct, frozen=True):
    """What one side of a difference says."""

    value: str
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        _needs_evidence(self)


class Difference(msgspec.Struct, frozen=True):
    """Where reports do not agree. ``note``: why it may be only apparent."""

    id: str
    about: str
    kind: DifferenceKind
    versions: tuple[Version, ...]
    note: str | None = None

    def __post_init__(self) -> None:
        if len(self.versions) < 2:
            raise ValueError("a Difference needs two versions")


class SharedCopy(msgspec.Struct, frozen=True):
    """A pair of places, one in each report, that hold the same copy."""

    a: Evidence
    b: Evidence


class Reuse(msgspec.Struct, frozen=True):
    """Two reports that share copy. ``shared``: share of the shorter text that stands in the other, 0..1."""

    reports: tuple[str, str]
    kind: ReuseKind
    shared: float
    evidence: tuple[SharedCopy, ...]

    def __post_init__(self) -> None:
        _needs_evidence(self)


class StoryDocument(msgspec.Struct, frozen=True):
    """The whole story: reports, timeline, people, quotations, commitments, figures, differences, shared copy."""

    format: Literal["dateline-story/1"]
    title: str
    generated: Generated
    reports: tuple[StoryReport, ...]
    entries: tuple[Entry, ...]
    entities: tuple[Entity, ...]
    quotations: tuple[Quotation, ...]
    commitments: tuple[Commitment, ...]
    figures: tuple[Figure, ...]
    differences: tuple[Difference, ...]
    reuse: tuple[Reuse, ...]
    phases: tuple[Phase, ...] = ()
