"""``dateline add``: reports into an archive."""

from __future__ import annotations

import sys

import click

from dateline.cli.archives import Said, workers_option
from dateline.cli.exits import FAILED, PARTLY
from dateline.cli.options import map_option, parsed_map


@click.command(short_help="Add reports, feeds or pages to an archive and remember where they came from.")
@click.argument("name")
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@click.option("--follow", is_flag=True, help="Of a feed's items that are but teasers, fetch the pages too")
@click.option("--contact", metavar="ADDRESS", help="Tell servers whom to write to: a mail or web address of yours")
@click.option("--allow", multiple=True, metavar="HOST", help="A host in a private network that may be asked")
@map_option
@workers_option
def command(
    name: str,
    paths: tuple[str, ...],
    follow: bool,
    contact: str | None,
    allow: tuple[str, ...],
    mapping: tuple[str, ...],
    workers: int,
) -> int:
    """Read PATHS into the archive NAME; an update looks there again.

    PATHS are files, folders, - for standard input, addresses of feeds and pages, or OPML lists of feeds. The contact
    and the hosts allowed are kept for updates.

    \b
        dateline add libya reports/ export.jsonl
        dateline add libya https://post.example/feed.xml --follow --contact desk@example.org
        dateline add libya feeds.opml
    """
    from dateline.archive.arrivals import keep_manners
    from dateline.archive.connection import transaction
    from dateline.archive.following import Archive

    with Archive.open(name) as archive, Said() as said:
        if contact or allow:
            with transaction(archive.db):
                keep_manners(archive.db, contact, allow)
        taken = archive.add(
            paths,
            mapping=parsed_map(mapping),
            workers=workers,
            follow=follow,
            on_problem=said.problem,
            progress=said.progress,
        )
    if not taken.read:
        print(" ".join(f"Error: no report could be read from {', '.join(paths[:3])}.".split()), file=sys.stderr)
        return FAILED
    known = f", {taken.known} known already" if taken.known else ""
    print(f"Added {taken.new} of {taken.read} reports to {archive.path}{known}.", file=sys.stderr)
    return PARTLY if taken.rejected else 0
