"""``dateline page``: the self-contained page of a story document."""

from __future__ import annotations

import click

from dateline.cli.documents import load
from dateline.cli.options import output_option
from dateline.cli.output import deliver


@click.command(short_help="Write a story document as one self-contained page.")
@click.argument("story", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@output_option
def command(story: str, output: str | None) -> None:
    """Write STORY (a .json made by build) as one HTML file that opens without a network.

    \b
        dateline page story.json -o story.html
    """
    deliver(load(story), "html", output)
