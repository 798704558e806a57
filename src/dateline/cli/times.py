"""``dateline times``: the time expressions of reports and what they mean."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from dateline.cli.tables import paths_argument

if TYPE_CHECKING:
    import datetime as dt

    from dateline.model.annotations import Timex
    from dateline.model.report import Report

COLUMNS = (
    *("file", "start", "end", "text", "type", "value", "mod", "quant", "freq"),
    *("first", "last", "edtf", "rule", "anchor"),
)


def row(report: Report, timex: Timex) -> dict[str, object]:
    """One expression: its place, its TIMEX3 attributes, the days it covers, its rule and what it leans on."""
    when = timex.when
    return {
        "file": report.file or report.url or report.id,
        "start": timex.start,
        "end": timex.end,
        "text": report.text[timex.start : timex.end],
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        "quant": timex.quant,
        "freq": timex.freq,
        "first": when.start if when else None,
        "last": when.end if when else None,
        "edtf": when.edtf if when else None,
        "rule": timex.rule,
        "anchor": timex.anchor,
    }


@click.command(short_help="List the time expressions of reports and what they mean.")
@paths_argument
@click.option("--date", type=click.DateTime(("%Y-%m-%d",)), help="The day of reports that state none: YYYY-MM-DD")
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(("table", "csv", "json", "timeml")),
    default="table",
    help="How to write",
)
def command(paths: tuple[str, ...], date: dt.datetime | None, form: str) -> int:
    """List the time expressions of REPORTS with their TIMEX3 values and the days that they cover.

    \b
        dateline times report.txt
        dateline times report.txt --date 2011-10-28 --format timeml

    A report that states no day keeps open values ("XXXX-WXX-5" for a Friday), unless --date gives one.
    """
    from dateline.annotate.report import STORY_BLOCKS
    from dateline.annotate.sentences import sentences
    from dateline.annotate.times import recognise, resolve
    from dateline.annotate.times.guideline import GUIDELINE
    from dateline.annotate.times.operations import OPERATIONS
    from dateline.cli.exits import FAILED, PARTLY
    from dateline.cli.reading import Reading

    with Reading(paths) as reading:
        reports = list(reading.reports())
    if not reports:
        reading.say_none()
        return FAILED
    if form == "timeml" and len(reports) > 1:
        raise click.UsageError(f"TimeML holds one report a document, but {len(reports)} were read; name one of them.")
    given = date.date() if date else None
    operations = GUIDELINE if form == "timeml" else OPERATIONS
    found = []
    for one in reports:
        story = tuple(s for s in sentences(one.text, one.blocks) if s.kind in STORY_BLOCKS)
        found.append((one, resolve(recognise(one.text, story), one.day or given, operations)))
    if form == "timeml":
        from dateline.annotate.times.timeml import to_timeml

        report, timexes = found[0]
        name = report.file or report.url or report.id
        sys.stdout.write(to_timeml(report.text, timexes, published=report.day or given, name=name))
    else:
        _write([row(report, timex) for report, timexes in found for timex in timexes], form)
    return PARTLY if reading.rejected else 0


def _write(rows: list[dict[str, object]], form: str) -> None:
    if form == "json":
        import json

        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    elif form == "csv":
        import csv

        out = csv.DictWriter(sys.stdout, COLUMNS)
        out.writeheader()
        out.writerows(rows)
    else:
        _table(rows)


def _table(rows: list[dict[str, object]]) -> None:
    """A line an expression under the name of its file."""
    widths = {name: max((len(str(one[name])) for one in rows), default=0) for name in ("value", "type")}
    file = None
    for one in rows:
        if one["file"] != file:
            file = one["file"]
            print(file)
        days = "" if one["first"] is None else f"{one['first']} to {one['last']}"
        if one["first"] == one["last"]:
            days = str(one["first"] or "")
        text = " ".join(str(one["text"]).split())
        print(f"  {one['value']!s:<{widths['value']}}  {one['type']!s:<{widths['type']}}  {days:<24}  {text}")
