"""``dateline check``: did the announced thing happen?"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from dateline.cli.options import as_of_option
from dateline.cli.tables import paths_argument, story_of, write_rows

if TYPE_CHECKING:
    import datetime as dt


@click.command(short_help="List what was announced and what became of it.")
@paths_argument
@click.option(
    "--due",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Only what falls due on or before this day (2011-10-31)",
)
@as_of_option
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(("table", "csv", "json", "ics")),
    default="table",
    help="How to write it",
)
def command(paths: tuple[str, ...], due: dt.datetime | None, as_of: dt.datetime | None, form: str) -> int:
    """List each plan, request and promise of REPORTS (or of a story document): due when, its state, what settled it.

    No report is not a broken promise: what nobody reports on is open before its day and unknown after it.

    \b
        dateline check reports/ --due 2011-10-31
        dateline check story.json --format ics > open.ics
    """
    document, code = story_of(paths, as_of.date() if as_of else None)
    if form == "ics":
        from dateline.show.ics import calendar

        data, left_out = calendar(document)
        sys.stdout.buffer.write(data)
        if left_out:
            plans = "1 open plan names no day" if left_out == 1 else f"{left_out} open plans name no day"
            print(
                f"Note: {plans} and {'stands' if left_out == 1 else 'stand'} in the calendar's description.",
                file=sys.stderr,
            )
        return code
    from dateline.show.rows import commitment_rows

    write_rows(commitment_rows(document, due.date() if due else None), form)
    return code
