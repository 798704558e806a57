"""``dateline show``: a story document in the terminal, or one part of it with every source."""

from __future__ import annotations

import sys

import click

from dateline.cli.documents import load


@click.command(short_help="Show a story document, or one part of it with all its sources.")
@click.argument("story", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.argument("part", required=False, metavar="[ID]")
def command(story: str, part: str | None) -> None:
    """Show STORY (a .json made by build); with ID, that part with every sentence it rests on.

    \b
        dateline show story.json
        dateline show story.json e7
        dateline show story.json c3

    An ID stands beside each line of the timeline (e7) and each row of quotes (q3), check (c3), figures (f1),
    diff (d1) and people (p2).
    """
    from rich.console import Console

    from dateline.show.parts import print_part
    from dateline.show.terminal import print_story

    document = load(story)
    console = Console(file=sys.stdout)
    if part is None:
        print_story(document, console)
        return
    try:
        print_part(document, part, console)
    except KeyError:
        kinds = (document.entries, document.commitments, document.quotations, document.figures, document.differences,
                 document.entities)  # fmt: skip
        known = [f"{some[0].id} to {some[-1].id}" if len(some) > 1 else some[0].id for some in kinds if some]
        expected = f"expected one of {', '.join(known)}." if known else "the story is empty."
        raise click.BadParameter(f"saw {part!r}, {expected}", param_hint="ID") from None
