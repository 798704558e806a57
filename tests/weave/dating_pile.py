"""Reports given by their texts alone, and what dating makes of the first among the others."""

from __future__ import annotations

from dateline.annotate.report import annotate, retime
from dateline.model.annotations import Annotated
from dateline.model.report import Publication
from dateline.read import make_report
from dateline.weave.dating import date_reports


def annotated(text: str, name: str = "report.txt") -> Annotated:
    report = make_report(text, file=name)
    return Annotated(report, annotate(report))


def dated(text: str, *siblings: str) -> Publication:
    pile = [annotated(text, "x.txt"), *(annotated(one, f"{number}.txt") for number, one in enumerate(siblings))]
    return date_reports(pile, retime)[0].report.published
