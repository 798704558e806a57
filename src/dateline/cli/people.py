"""``dateline people``: who is who."""

from __future__ import annotations

import click

from dateline.cli.tables import paths_argument, rows_format_option, story_of, write_rows


@click.command(short_help="List the people of a story with their names and roles.")
@paths_argument
@rows_format_option
def command(paths: tuple[str, ...], form: str) -> int:
    """List the people of REPORTS (or of a story document): every form of the name, every role, how often named.

    \b
        dateline people reports/
        dateline people story.json --format csv
    """
    from dateline.show.rows import people_rows

    document, code = story_of(paths)
    write_rows(people_rows(document), form)
    return code
