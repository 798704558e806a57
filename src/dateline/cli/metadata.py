"""``dateline metadata``: what Datasette needs to open an archive well."""

from __future__ import annotations

import sys

import click

from dateline.cli.options import output_option


@click.command(short_help="Write the metadata with which Datasette opens an archive well.")
@click.argument("name")
@output_option
def command(name: str, output: str | None) -> None:
    """Write a metadata file for the archive NAME: titles, what columns mean, what to sort and filter by.

    \b
        dateline metadata libya -o metadata.json
        datasette libya.db -m metadata.json
    """
    from pathlib import Path

    from dateline.archive.datasette import metadata
    from dateline.archive.following import Archive
    from dateline.cli.output import write_whole

    with Archive.open(name) as archive:
        made = metadata(archive.path.stem)
    if output and output != "-":
        write_whole(Path(output), made.encode())
    else:
        sys.stdout.write(made)
