"""``dateline update``: what changed since the last time."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from dateline.cli.archives import Said, workers_option
from dateline.cli.options import as_of_option

if TYPE_CHECKING:
    import datetime as dt

FEED_LENGTH = 100
"""Changes in the Atom feed."""


@click.command(short_help="Look for new reports and print only what changed.")
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object a line, one a change")
@click.option(
    "--atom", type=click.Path(dir_okay=False), metavar="FILE", help="Write the latest changes to this feed too"
)
@as_of_option
@workers_option
def command(name: str, as_json: bool, atom: str | None, as_of: dt.datetime | None, workers: int) -> None:
    """Read what is new in the sources of the archive NAME and print what changed; nothing where nothing did.

    \b
        dateline update libya
        dateline update libya --json
        dateline update libya --atom changes.xml
    """
    from pathlib import Path
    from shutil import get_terminal_size

    from dateline.archive import news
    from dateline.archive.following import Archive
    from dateline.cli.output import write_whole

    day = as_of.date().isoformat() if as_of else None
    with Archive.open(name) as archive:
        with Said() as said:
            archive.update(workers=workers, as_of=day, on_problem=said.problem, progress=said.progress)
        with archive.telling() as changes:
            if as_json:
                from dateline.archive.telling import as_lines

                sys.stdout.write(as_lines(changes))
            elif changes:
                from dateline.archive.telling import as_text

                width = get_terminal_size().columns if sys.stdout.isatty() else None
                sys.stdout.write(as_text(changes, in_words, width))
            sys.stdout.flush()
        if atom:
            from dateline.archive.atom import feed

            write_whole(Path(atom), feed(news.latest(archive.db, FEED_LENGTH), archive.path.stem))


def in_words(edtf: str) -> str:
    """A date for people: "28 Oct 2011"; what cannot be put so as it stands."""
    from dateline.model.dates import date_span
    from dateline.show.dates import span_text

    span = date_span(edtf.rstrip("?~%"))
    return span_text(span, "short") if span else edtf
