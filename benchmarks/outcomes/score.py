"""How many outcomes are found, and how many of those found are right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from benchmarks.outcomes.cases import Case, Wanted
from dateline.model.story import Commitment, StoryDocument
from dateline.pipeline import build
from dateline.read import make_report

UNSETTLED = ("open", "unknown")

FLOORS = (0.7, 0.93, 0.95)
"""Outcomes found, outcomes shown that are right, plans left open that nothing settles; they only rise."""


class Verdict(NamedTuple):
    """One thing announced: whether it was found, whether its state is right, and what is settled wrongly about it."""

    case: str
    wanted: Wanted
    found: bool
    right: bool
    wrong: bool
    got: str


class Totals(NamedTuple):
    """``settled``: things with a known outcome, and how many got it. ``shown``: outcomes told, and how many are right.
    ``unsettled``: things that nothing settles, and how many were left so."""

    settled: tuple[int, int]
    shown: tuple[int, int]
    unsettled: tuple[int, int]


def story(case: Case) -> StoryDocument:
    return build(make_report(text, published=day, file=f"{n}.txt") for n, (day, text) in enumerate(case.reports, 1))


def judge(case: Case) -> tuple[list[Verdict], list[Commitment]]:
    """The verdicts on a case, and the settled commitments that no line of its key speaks of."""
    document = story(case)
    number = {report.id: int(re.sub(r"\D", "", report.file or "0")) for report in document.reports}
    spoken: set[str] = set()
    verdicts = []
    for wanted in case.wanted:
        hits = [one for one in document.commitments if _is(one, wanted, number)]
        spoken.update(one.id for one in hits)
        verdicts.append(_verdict(case, wanted, hits, number))
    extra = [one for one in document.commitments if one.id not in spoken and one.state not in UNSETTLED]
    return verdicts, extra


def _is(one: Commitment, wanted: Wanted, number: dict[str, int]) -> bool:
    told = " ".join(evidence.quote for evidence in one.evidence).lower()
    due = one.due.end if one.due else None
    return (
        " ".join(wanted.words.lower().split()) in " ".join(told.split())
        and wanted.plan in {number[evidence.report] for evidence in one.evidence}
        and (wanted.due is None or due == wanted.due)
    )


def _verdict(case: Case, wanted: Wanted, hits: Iterable[Commitment], number: dict[str, int]) -> Verdict:
    hits = list(hits)
    right = []
    for one in hits:
        reports = {number[evidence.report] for evidence in one.outcome}
        right.append(one.state in wanted.states and (not wanted.outcomes or bool(reports & set(wanted.outcomes))))
    wrong = [one for one, ok in zip(hits, right, strict=True) if not ok and one.state not in UNSETTLED]
    got = "; ".join(map(_told, hits))
    return Verdict(case.name, wanted, bool(hits), bool(hits) and all(right), bool(wrong), got or "not found")


def _told(one: Commitment) -> str:
    return f"{one.state} due {one.due.end if one.due else '-'} {one.steps[-1].reason if one.outcome else ''}"


def totals(verdicts: Iterable[Verdict], extra: int = 0) -> Totals:
    """The figures over all verdicts; ``extra``: outcomes shown that no key speaks of, counted as wrong."""
    settled = settled_right = shown = shown_right = rest = rest_right = 0
    for one in verdicts:
        if set(one.wanted.states) <= set(UNSETTLED):
            rest, rest_right = rest + 1, rest_right + (not one.wrong)
            shown += one.wrong
            continue
        settled, settled_right = settled + 1, settled_right + one.right
        shown, shown_right = shown + (one.right or one.wrong), shown_right + one.right
    return Totals((settled_right, settled), (shown_right, shown + extra), (rest_right, rest))


def lines(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """What falls short, one line each."""
    for one in verdicts:
        if not one.right:
            yield f"{one.case}: {'/'.join(one.wanted.states)} | {one.wanted.words} -> {one.got}"
