"""``dateline date``: when each report was published, and why that is thought."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from dateline.cli.tables import rows_format_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.model.report import Publication, Report

REASONS = {
    "page stamp": "its page carries a stamp with the day and the time",
    "agency dateline": "its dateline names the day; the year comes from its siblings and from what it tells",
    "dateline": "its dateline names a day, and such copy mostly appears on the next",
    "comment": "the earliest comment below it is of that day or the next",
    "weekday": "the first weekday that it names fits, as it mostly is the report's own or the day before",
    "weekdays": "the other weekdays that it names fit best together if it is of that day",
    "day named first": "a day that its head or a caption names lies near",
    "day named": "the days that it names lie as far off as such days mostly do",
    "day ahead": "days that it tells as still to come lie as far ahead as such days mostly do",
    "sibling's day": "the dated reports most like it are of that day or one beside it",
    "siblings' week": "the dated reports most like it are of about that week",
    "same event": "it tells what a dated sentence tells, and places it on the same day",
    "time since": "it counts the time from an event that a dated report places on a day",
    "dates and weekdays": "it names days of its own week by their weekday, those farther off by their date",
    "planned day": "a dated report had announced what it tells for that day, or the day before",
    "day of the news": "its first sentence tells the news of that day",
    "order": "a dated report tells as done what it still plans, or counts more than it does; or the other way round",
    "done or to come": "the days of what it tells as done lie behind, of what is to come ahead",
    "shared words": "it shares a quotation or a sentence with a dated report of about that day",
}
"""Rule -> why it speaks for a day, as a sentence without its beginning."""


YEAR_FROM_OTHERS = ": the year from the other reports"
"""What the rule of a day says whose head gives no year; behind it stand the clues that the year rests on."""
INDENT = "    - "
MIN_WIDTH = 60
"""Columns. Narrower, a sentence is not read as one any more."""


def reasons(publication: Publication) -> list[str]:
    """Why the day is thought to be the day, the strongest reason first."""
    if publication.basis == "stated":
        stated, with_year, _ = publication.rule.partition(YEAR_FROM_OTHERS)
        if with_year:
            return [f"the report states it ({stated}; the year comes from the other reports)"]
        return [f"the report states it ({publication.rule})" if publication.rule else "the report states it"]
    return [REASONS.get(rule, rule) for rule in publication.rule.split(" + ") if rule]


def row(report: Report, names: dict[str, str]) -> dict[str, object]:
    """One report's line: where it comes from, its day, and the reasons with their places."""
    published = report.published
    return {
        "file": report.file or report.url or report.id,
        "date": published.edtf,
        "basis": published.basis,
        "confidence": published.confidence,
        "reasons": reasons(published),
        "because": [
            {
                "file": names.get(place.report, place.report),
                "start": place.start,
                "end": place.end,
                "quote": place.quote,
            }
            for place in published.because
        ],
    }


@click.command(short_help="Say when each report was published, and why.")
@click.argument("paths", nargs=-1, required=True, metavar="REPORTS...")
@rows_format_option
def command(paths: tuple[str, ...], form: str) -> int:
    """Say when each of REPORTS was published: as stated, or worked out from what it and its siblings say.

    \b
        dateline date reports/
        dateline date reports/ --format json

    A date is written in EDTF: 2011-10-26, or a window 2011-10-24/2011-10-29. Reports are dated together; a dated one
    helps to date the others.
    """
    from dateline.cli.exits import FAILED, PARTLY
    from dateline.cli.reading import Reading
    from dateline.pipeline import gather

    with Reading(paths) as reading:
        reports = list(reading.reports())
        if not reports:
            reading.say_none()
            return FAILED
        dated = [one.report for one in gather(reading.watched(reports)).reports]
    names = {report.id: report.file or report.url or report.id for report in dated}
    _write([row(report, names) for report in dated], form)
    return PARTLY if reading.rejected else 0


def _write(rows: Sequence[dict[str, object]], form: str) -> None:
    if form == "json":
        import json

        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    elif form == "csv":
        import csv

        out = csv.writer(sys.stdout)
        out.writerow(("file", "date", "basis", "confidence", "reasons"))
        out.writerows((r["file"], r["date"], r["basis"], r["confidence"], _joined(r)) for r in rows)
    else:
        _table(rows)


def _joined(one: dict[str, object]) -> str:
    return "; ".join(reasons_of(one))


def _table(rows: Sequence[dict[str, object]]) -> None:
    """A line a report, and below it the reasons: they are sentences and would not fit a column."""
    import shutil
    import textwrap

    width = max(shutil.get_terminal_size((100, 24)).columns, MIN_WIDTH)
    dates = max(len(str(one["date"] or "unknown")) for one in rows)
    for one in rows:
        sure = f"{one['confidence']:.2f}" if one["basis"] != "unknown" else "    "
        print(f"{one['date'] or 'unknown':<{dates}}  {one['basis']:<8}  {sure}  {one['file']}")
        for reason in reasons_of(one):
            print(textwrap.fill(reason, width, initial_indent=INDENT, subsequent_indent=" " * len(INDENT)))


def reasons_of(one: dict[str, object]) -> list[str]:
    """The reasons of a row."""
    given = one["reasons"]
    return [str(reason) for reason in given] if isinstance(given, list) else []
