"""``dateline quotes``: who said what."""

from __future__ import annotations

from typing import Literal

import click

from dateline.cli.tables import paths_argument, rows_format_option, story_of, write_rows


@click.command(short_help="List who said what, by person or by day.")
@paths_argument
@click.option("--by", type=click.Choice(("person", "day")), default="person", help="What to sort by")
@rows_format_option
def command(paths: tuple[str, ...], by: Literal["person", "day"], form: str) -> int:
    """List the quotations of REPORTS (or of a story document) with their speakers and days.

    \b
        dateline quotes reports/ --by day
        dateline quotes story.json --format csv
    """
    from dateline.show.rows import quotation_rows

    document, code = story_of(paths)
    write_rows(quotation_rows(document, by), form)
    return code
