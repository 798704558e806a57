"""``dateline show``: a story document in the terminal, or one entry with every source."""

from __future__ import annotations

import sys

import click

from dateline.cli.documents import load


@click.command(short_help="Show a story document, or one entry with all its sources.")
@click.argument("story", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.argument("entry", required=False)
def command(story: str, entry: str | None) -> None:
    """Show STORY (a .json made by build); with ENTRY, that line with every sentence it rests on.

    \b
        dateline show story.json
        dateline show story.json e7
    """
    from rich.console import Console

    from dateline.show.terminal import print_entry, print_story

    document = load(story)
    console = Console(file=sys.stdout)
    if entry is None:
        print_story(document, console)
        return
    known = [one.id for one in document.entries]
    if entry not in known:
        raise click.BadParameter(
            f"saw {entry!r}, expected one of {known[0]} to {known[-1]}." if known else "the story has no entries.",
            param_hint="ENTRY",
        )
    print_entry(document, entry, console)
