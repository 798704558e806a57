"""``dateline story``: one story of an archive."""

from __future__ import annotations

import click

from dateline.cli.options import output_option
from dateline.cli.output import FORMATS, deliver


@click.command(short_help="Show one story of an archive.")
@click.argument("name")
@click.argument("story", required=False, metavar="[ID]")
@click.option("--format", "-f", "form", type=click.Choice(FORMATS), default="terminal", help="How to write it")
@output_option
def command(name: str, story: str | None, form: str, output: str | None) -> None:
    """Show the story ID of the archive NAME, or its newest one; the beginning of an id is enough.

    \b
        dateline story libya
        dateline story libya s3f9c1a02 --format html -o story.html
    """
    from dateline.archive.connection import is_writable
    from dateline.archive.following import Archive
    from dateline.archive.stories import current, listed
    from dateline.archive.weaving import document, is_stale, weave_story

    with Archive.open(name) as archive:
        if story is None:
            rows = listed(archive.db, archive.query)
            if not rows:
                raise click.ClickException(
                    f"{archive.path} has no story yet (it takes two reports that belong together); "
                    f"add reports with: dateline add {name} PATHS..."
                )
            story = rows[0].id
        found = current(archive.db, story)
        if found is None:
            raise click.ClickException(f"{archive.path} has no story {story}; list them with: dateline stories {name}")
        made = document(archive.db, found)
        if made is None or (is_stale(archive.db, found) and is_writable(archive.path)):
            made = weave_story(archive.db, found, told=False)
    deliver(made, form, output)
