"""``dateline figures``: which figures hold."""

from __future__ import annotations

import click

from dateline.cli.tables import paths_argument, rows_format_option, story_of, write_rows


@click.command(short_help="List the quantities that the reports give, side by side.")
@paths_argument
@rows_format_option
def command(paths: tuple[str, ...], form: str) -> int:
    """List the quantities that REPORTS (or a story document) give, every statement with its words.

    \b
        dateline figures reports/
        dateline figures story.json --format csv
    """
    from dateline.show.rows import figure_rows

    document, code = story_of(paths)
    write_rows(figure_rows(document), form)
    return code
