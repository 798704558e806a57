"""The way of the data, one screen long.

    read ──▶ annotate ──▶ date ──▶ group ──▶ weave ──▶ StoryDocument ──▶ show

This is the only module that knows the order of the stages.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from dateline import __version__
from dateline.annotate.report import Retimer, annotate
from dateline.group.identities import identify
from dateline.group.reuse import find_reuse, text_groups
from dateline.model.annotations import Annotated
from dateline.model.material import Material
from dateline.model.report import Publication, Report
from dateline.model.story import FORMAT, Generated, StoryDocument, StoryReport
from dateline.weave.commitments import commitments
from dateline.weave.dating import date_reports
from dateline.weave.differences import differences
from dateline.weave.figures import figures
from dateline.weave.headline import title
from dateline.weave.links import link_commitments, named_entities
from dateline.weave.phases import phases
from dateline.weave.statements import quotations
from dateline.weave.timeline import entries

if TYPE_CHECKING:
    from dateline.annotate.backends import BackEnd

__all__ = ["Options", "build", "compare", "gather", "weave"]


class Options(msgspec.Struct, frozen=True):
    """What a user can choose. ``as_of``: the day for which open plans are judged; the newest report's day if None.

    ``detail``: ``brief``, ``normal`` or ``full``, or how many entries. ``backend``: whose names to weigh beside our
    own, ``spacy:PIPELINE`` (see :mod:`dateline.annotate.backends`); our rules alone if None.
    """

    as_of: dt.date | None = None
    detail: str | int = "normal"
    backend: str | None = None


def build(
    reports: Iterable[Report], options: Options | None = None, *, on_report: Callable[[Report], None] | None = None
) -> StoryDocument:
    """The story that the reports tell. Raises ValueError where there is no report.

    ``on_report`` is told of each report when it has been annotated. Where ``options`` name a back end: InputError,
    MissingExtraError.
    """
    options = options or Options()
    return weave(gather(reports, options, on_report=on_report), options)


def gather(
    reports: Iterable[Report], options: Options | None = None, *, on_report: Callable[[Report], None] | None = None
) -> Material:
    """The reports annotated, dated, in order, and compared with each other."""
    backend = _opened(options.backend) if options and options.backend is not None else None
    annotated = []
    for report in reports:
        annotated.append(Annotated(report, annotate(report, backend)))
        if on_report:
            on_report(report)
    if not annotated:
        raise ValueError("a story needs at least one report")
    material = compare(annotated, options)
    return msgspec.structs.replace(material, backend=backend.provider) if backend else material


def compare(annotated: Iterable[Annotated], options: Options | None = None) -> Material:
    """Annotated reports dated, in order, and compared with each other."""
    dated = _numbered(date_reports(sorted(annotated, key=_order), Retimer()))
    reuse = find_reuse(dated)
    days = [one.report.day for one in dated if one.report.day]
    as_of = (options.as_of if options else None) or max(days, default=None)
    return Material(dated, identify(dated), reuse, text_groups(dated, reuse), as_of)


def weave(material: Material, options: Options) -> StoryDocument:
    """The story document of one story's material."""
    plans = commitments(material)
    lines = entries(material, plans, detail=options.detail)
    said = quotations(material)
    counted = figures(material)
    disagreements = differences(material, lines, said, counted)
    return StoryDocument(
        format=FORMAT,
        title=title(material, lines),
        generated=Generated(
            by=f"dateline {__version__}",
            options=_recorded(options, material),
            as_of=material.as_of.isoformat() if material.as_of else None,
        ),
        reports=tuple(_shown(one.report) for one in material.reports),
        entries=link_commitments(lines, plans),
        entities=named_entities(material.identities, lines, said, plans, counted),
        quotations=said,
        commitments=plans,
        figures=counted,
        differences=disagreements,
        reuse=material.reuse,
        phases=phases(material, lines),
    )


def _opened(given: str) -> BackEnd:
    from dateline.annotate.backends import open_backend

    return open_backend(given)


def _recorded(options: Options, material: Material) -> dict[str, Any]:
    """The options as the document keeps them. Of a back end: what it is, not where it lies on this machine."""
    kept: dict[str, Any] = {
        "detail": options.detail,
        "as_of": options.as_of.isoformat() if options.as_of else None,
    }
    if material.backend is not None:
        kept["backend"] = msgspec.to_builtins(material.backend)
    return kept


def _order(one: Annotated) -> tuple[str, str, str, str, str, str]:
    """Oldest first; ties by what the reports themselves hold, so that the order of the files does not matter."""
    report = one.report
    day = (report.day or report.published.latest or dt.date.max).isoformat()
    return day, report.source or "", report.title or "", report.sha256, report.file or "", report.url or ""


def _numbered(reports: Sequence[Annotated]) -> tuple[Annotated, ...]:
    """The reports in order, r1 the oldest, with the reasons for their dates pointing to the new ids."""
    ordered = sorted(reports, key=_order)
    names = {one.report.id: f"r{number}" for number, one in enumerate(ordered, 1)}
    numbered = []
    for number, one in enumerate(ordered, 1):
        report = one.report
        because = tuple(msgspec.structs.replace(e, report=names[e.report]) for e in report.published.because)
        published: Publication = msgspec.structs.replace(report.published, because=because)
        report = msgspec.structs.replace(report, id=f"r{number}", published=published)
        numbered.append(Annotated(report, one.notes))
    return tuple(numbered)


def _shown(report: Report) -> StoryReport:
    return StoryReport(**{name: getattr(report, name) for name in StoryReport.__struct_fields__})
