"""What changed in a story between two weavings: the news for somebody who follows it.

Entries and plans of the two are matched by the sentences that they rest on, and what goes on keeps its id.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal, Protocol, TypeVar

import msgspec

from dateline.archive.reports import key_of
from dateline.model.annotations import Status
from dateline.model.evidence import Evidence
from dateline.model.story import Commitment, Entry, StoryDocument

Kind = Literal[
    "new story", "new entry", "new source", "date moved", "plan due", "plan settled", "copies folded", "new report",
    "stories merged", "story split",
]  # fmt: skip
AHEAD = frozenset(("planned", "expected", "requested", "postponed"))
"""Statuses of what has not happened yet: that it has, or will not, is news."""
SETTLED = frozenset(("kept", "changed", "declined", "broken"))


class Change(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing that changed. ``day``: of what it is about, as EDTF. ``sources``: who says so.

    ``before`` and ``after``: the dates or states, where one moved. ``outcome``: the sentence that settles a plan.
    ``status``, ``weight``: of the line that it is about. ``number``: the change's own id, once stored.
    """

    kind: Kind
    story: str | None
    text: str
    title: str | None = None
    entry: str | None = None
    day: str | None = None
    before: str | None = None
    after: str | None = None
    sources: tuple[str, ...] = ()
    outcome: str | None = None
    status: Status | None = None
    weight: float = 0.0
    number: int = 0


class _Rests(Protocol):
    """What has an id and rests on evidence."""

    @property
    def id(self) -> str: ...
    @property
    def evidence(self) -> tuple[Evidence, ...]: ...


R = TypeVar("R", bound=_Rests)


def carry_ids(old: StoryDocument | None, new: StoryDocument) -> StoryDocument:
    """The new document with the ids of the old one for entries and commitments that go on; new ones count further."""
    if old is None:
        return new
    entries = _carried(_matched(old, old.entries, new, new.entries), old.entries, new.entries)
    plans = _carried(_matched(old, old.commitments, new, new.commitments), old.commitments, new.commitments)
    return msgspec.structs.replace(
        new,
        entries=tuple(
            msgspec.structs.replace(
                entry, id=entries[entry.id], commitment=plans.get(entry.commitment) if entry.commitment else None
            )
            for entry in new.entries
        ),
        commitments=tuple(msgspec.structs.replace(plan, id=plans[plan.id]) for plan in new.commitments),
        phases=tuple(
            msgspec.structs.replace(phase, entries=tuple(entries[one] for one in phase.entries)) for phase in new.phases
        ),
    )


def changes(story: str, old: StoryDocument | None, new: StoryDocument) -> list[Change]:
    """What is new in ``new``, whose ids are carried on from ``old``; in the order of its timeline."""
    if old is None:
        count = len(new.reports)
        text = f"{count} report{'s' if count > 1 else ''}"
        return [Change("new story", story, text, new.title, day=_last_day(new), sources=_sources(new))]
    before = {key_of(report) for report in old.reports}  # type: ignore[arg-type]
    keys = {report.id: key_of(report) for report in new.reports}  # type: ignore[arg-type]
    fresh = {name for name, key in keys.items() if key not in before}
    names, old_names = _names(new), _names(old)
    known = {entry.id: entry for entry in old.entries}
    out: list[Change] = []
    for entry in new.entries:
        was = known.get(entry.id)
        said = [e.report for e in entry.evidence]
        if was is None or (was.status != entry.status and was.status in AHEAD):
            if fresh.intersection(said):
                out.append(
                    Change(
                        "new entry", story, entry.text, new.title, entry.id, entry.date.edtf,
                        sources=_named(said, names), status=entry.status, weight=entry.weight,
                    )
                )  # fmt: skip
            continue
        # The line in the words that its reader knows, though the new weaving may tell it in another report's.
        had = {old_names[e.report] for e in was.evidence}
        if gained := tuple(name for name in _named([one for one in said if one in fresh], names) if name not in had):
            out.append(Change("new source", story, was.text, new.title, entry.id, entry.date.edtf, sources=gained))
        if (was.date.start, was.date.end) != (entry.date.start, entry.date.end):
            out.append(
                Change(
                    "date moved", story, was.text, new.title, entry.id, entry.date.edtf,
                    was.date.edtf, entry.date.edtf, _named(said, names),
                )
            )  # fmt: skip
    return [*out, *_settled(story, old, new, names), *_folded(story, new, fresh)]


def _names(document: StoryDocument) -> dict[str, str]:
    """Report -> who says so: its source, else what else it is known by."""
    return {one.id: one.source or one.title or one.file or one.id for one in document.reports}


def _settled(story: str, old: StoryDocument, new: StoryDocument, names: dict[str, str]) -> list[Change]:
    states = {plan.id: plan.state for plan in old.commitments}
    return [
        Change(
            "plan settled", story, plan.text, new.title, day=plan.due.edtf if plan.due else None,
            before=states[plan.id], after=plan.state, sources=_named([e.report for e in plan.outcome], names),
            outcome=plan.outcome[0].quote if plan.outcome else None,
        )
        for plan in new.commitments
        if plan.state in SETTLED and plan.id in states and states[plan.id] != plan.state
    ]  # fmt: skip


def _folded(story: str, new: StoryDocument, fresh: set[str]) -> list[Change]:
    copies = {name for pair in new.reuse if pair.kind == "same" for name in pair.reports if name in fresh}
    # Of two new reports that are copies of each other only, one is news.
    for pair in new.reuse:
        if pair.kind == "same" and set(pair.reports) <= copies and not _has_older(pair.reports[0], new, fresh):
            copies.discard(pair.reports[0])
    if not copies:
        return []
    count = len(copies)
    text = f"{count} {'copies' if count > 1 else 'copy'} of known text folded"
    return [Change("copies folded", story, text, new.title, day=_last_day(new))]


def _has_older(name: str, new: StoryDocument, fresh: set[str]) -> bool:
    """Whether a report repeats one that was there before."""
    return any(pair.kind == "same" and name in pair.reports and set(pair.reports) - fresh for pair in new.reuse)


def _matched(old: StoryDocument, olds: Sequence[R], new: StoryDocument, news: Sequence[R]) -> dict[str, str]:
    """New id -> old id, for those that share sentences: most shared first."""
    places: dict[tuple[str, int], set[str]] = defaultdict(set)
    for one in olds:
        for spot in _spots(old, one.evidence):
            places[spot].add(one.id)
    offers = []
    order = {one.id: number for number, one in enumerate(olds)}
    for number, one in enumerate(news):
        shared = Counter(name for spot in _spots(new, one.evidence) for name in places.get(spot, ()))
        offers += [(-count, order[name], number, name, one.id) for name, count in shared.items()]
    matched: dict[str, str] = {}
    taken: set[str] = set()
    for *_, before, after in sorted(offers):
        if before not in taken and after not in matched:
            matched[after] = before
            taken.add(before)
    return matched


SPOT = 40
"""Characters. Two pieces of evidence rest on the same words where they meet within such a stretch of a report."""


def _spots(document: StoryDocument, evidence: Iterable[Evidence]) -> set[tuple[str, int]]:
    keys = {report.id: key_of(report) for report in document.reports}  # type: ignore[arg-type]
    return {(keys[e.report], at) for e in evidence for at in range(e.start // SPOT, (e.end - 1) // SPOT + 1)}


def _carried(matched: dict[str, str], olds: Sequence[R], news: Sequence[R]) -> dict[str, str]:
    """Id in the new document -> the id that it gets."""
    last = max((int(one.id[1:]) for one in olds if one.id[1:].isdigit()), default=0)
    out = {}
    for one in news:
        if one.id in matched:
            out[one.id] = matched[one.id]
        else:
            last += 1
            out[one.id] = f"{one.id[0]}{last}"
    return out


def _named(reports: Iterable[str], names: dict[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names[report] for report in reports))


def _sources(document: StoryDocument) -> tuple[str, ...]:
    return tuple(dict.fromkeys(report.source for report in document.reports if report.source))


def _last_day(document: StoryDocument) -> str | None:
    return document.generated.as_of


__all__ = ["SETTLED", "Change", "Commitment", "Entry", "carry_ids", "changes"]
