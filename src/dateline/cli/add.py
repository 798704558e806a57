"""``dateline add``: reports into an archive."""

from __future__ import annotations

import sys

import click

from dateline.cli.archives import Said, workers_option
from dateline.cli.exits import FAILED, PARTLY
from dateline.cli.options import map_option, parsed_map


@click.command(short_help="Add reports to an archive and remember where they came from.")
@click.argument("name")
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@map_option
@workers_option
def command(name: str, paths: tuple[str, ...], mapping: tuple[str, ...], workers: int) -> int:
    """Read PATHS (files, folders, or - for standard input) into the archive NAME; an update looks there again.

    \b
        dateline add libya reports/ export.jsonl
    """
    from dateline.archive.following import Archive

    with Archive.open(name) as archive, Said() as said:
        taken = archive.add(
            paths, mapping=parsed_map(mapping), workers=workers, on_problem=said.problem, progress=said.progress
        )
    if not taken.read:
        print(f"Error: no report could be read from {', '.join(paths[:3])}.", file=sys.stderr)
        return FAILED
    known = f", {taken.known} known already" if taken.known else ""
    print(f"Added {taken.new} of {taken.read} reports to {archive.path}{known}.", file=sys.stderr)
    return PARTLY if taken.rejected else 0
