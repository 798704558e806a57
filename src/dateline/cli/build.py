"""``dateline build``: reports in, one story out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dateline.cli.exits import FAILED, PARTLY
from dateline.cli.options import (
    as_of_option,
    backend_option,
    detail_option,
    map_option,
    output_option,
    parsed_detail,
    parsed_map,
)
from dateline.cli.output import FORMATS, deliver, format_for

if TYPE_CHECKING:
    import datetime as dt


@click.command(short_help="Turn reports into a story: timeline, quotations, plans, figures, differences.")
@click.argument("paths", nargs=-1, required=True, metavar="REPORTS...")
@click.option(
    "--format", "-f", "form", type=click.Choice(FORMATS), help="How to write it: by the ending of -o if not given"
)
@output_option
@as_of_option
@detail_option
@backend_option
@map_option
def command(
    paths: tuple[str, ...],
    form: str | None,
    output: str | None,
    as_of: dt.datetime | None,
    detail: str,
    backend: str | None,
    mapping: tuple[str, ...],
) -> int:
    """Turn REPORTS (files of any format that "dateline readers" lists, folders, - for standard input) into one story.

    \b
        dateline build examples/nato-libya-2011/
        dateline build report-1.txt report-2.txt -o story.html
        dateline build --format json < report.txt -
    """
    from dateline.cli.reading import Reading
    from dateline.pipeline import Options, build

    chosen = format_for(form, output)
    options = Options(as_of=as_of.date() if as_of else None, detail=parsed_detail(detail), backend=backend)
    with Reading(paths, mapping=parsed_map(mapping)) as reading:
        reports = list(reading.reports())
        if not reports:
            reading.say_none()
            return FAILED
        document = build(reading.watched(reports), options)
    deliver(document, chosen, output)
    return PARTLY if reading.rejected else 0
