"""``dateline diff``: where the reports disagree."""

from __future__ import annotations

import click

from dateline.cli.tables import paths_argument, rows_format_option, story_of, write_rows


@click.command(short_help="List where the reports do not agree, version by version.")
@paths_argument
@rows_format_option
def command(paths: tuple[str, ...], form: str) -> int:
    """List where REPORTS (or the reports of a story document) do not agree, one row a version.

    \b
        dateline diff reports/
        dateline diff story.json --format csv
    """
    from dateline.show.rows import difference_rows

    document, code = story_of(paths)
    write_rows(difference_rows(document), form)
    return code
