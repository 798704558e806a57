"""``dateline init``: an archive to follow stories in."""

from __future__ import annotations

import sys

import click


@click.command(short_help="Make an archive to follow stories in.")
@click.argument("name")
@click.option(
    "--query", default="", metavar="WORDS", help="Follow only stories with a report that has all of these words"
)
def command(name: str, query: str) -> None:
    """Make NAME.db, an archive that keeps reports and follows their stories.

    \b
        dateline init libya --query "NATO Libya"
        dateline add libya reports/
    """
    from dateline.archive.following import Archive

    with Archive.create(name, query) as archive:
        print(f"Made {archive.path}; add reports with: dateline add {name} PATHS...", file=sys.stderr)
