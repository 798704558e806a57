"""What the commands that print rows share: reading a story from reports or from a document, and writing the rows."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from dateline.cli.exits import FAILED, PARTLY

if TYPE_CHECKING:
    import datetime as dt

    from dateline.model.story import StoryDocument
    from dateline.show.rows import Rows

paths_argument = click.argument("paths", nargs=-1, required=True, metavar="REPORTS...")
rows_format_option = click.option(
    "--format", "-f", "form", type=click.Choice(("table", "csv", "json")), default="table", help="How to write the rows"
)


def story_of(paths: tuple[str, ...], as_of: dt.date | None = None) -> tuple[StoryDocument, int]:
    """The story of some reports, or the one in a story document made before; with the exit code that reading earned.

    Ends the program with the one-line error where no report could be read.
    """
    if len(paths) == 1 and paths[0].endswith(".json"):
        from dateline.cli.documents import load

        return load(paths[0]), 0
    from dateline.cli.reading import Reading
    from dateline.pipeline import Options, build

    with Reading(paths) as reading:
        reports = list(reading.reports())
        if not reports:
            reading.say_none()
            sys.exit(FAILED)
        document = build(reading.watched(reports), Options(as_of=as_of))
    return document, PARTLY if reading.rejected else 0


def write_rows(table: Rows, form: str) -> None:
    """Writes rows to standard output."""
    from dateline.show.rows import as_csv, as_json

    if form == "table":
        from rich.console import Console

        from dateline.show.tables import print_rows

        print_rows(table, Console(file=sys.stdout))
    else:
        sys.stdout.write(as_csv(table) if form == "csv" else as_json(table))
