"""``dateline story``: one story of an archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dateline.cli.options import as_of_option, detail_option, output_option, parsed_detail
from dateline.cli.output import FORMATS, deliver, format_for

if TYPE_CHECKING:
    import datetime as dt


@click.command(short_help="Show one story of an archive.")
@click.argument("name")
@click.argument("story", required=False, metavar="[ID]")
@click.option(
    "--format", "-f", "form", type=click.Choice(FORMATS), help="How to write it: by the ending of -o if not given"
)
@output_option
@as_of_option
@detail_option
def command(
    name: str, story: str | None, form: str | None, output: str | None, as_of: dt.datetime | None, detail: str
) -> None:
    """Show the story ID of the archive NAME, or its newest one; the beginning of an id is enough.

    \b
        dateline story libya
        dateline story libya s3f9c1a02 -o story.html
        dateline story libya --detail brief
    """
    from dateline.archive.connection import is_writable
    from dateline.archive.following import Archive
    from dateline.archive.stories import current, listed
    from dateline.archive.weaving import as_asked, document, is_stale, weave_story
    from dateline.pipeline import Options

    chosen = format_for(form, output)
    asked = Options(as_of=as_of.date() if as_of else None, detail=parsed_detail(detail))
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
        if asked != Options():
            made = as_asked(archive.db, found, made, asked)
    deliver(made, chosen, output)
