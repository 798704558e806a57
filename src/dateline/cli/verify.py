"""``dateline verify``: whether an archive holds what dateline wrote."""

from __future__ import annotations

import sys

import click

from dateline.cli.exits import FAILED

SHOWN = 50
"""Faults that are named; more help nobody."""


@click.command(short_help="Check that an archive is whole and unchanged.")
@click.argument("name")
def command(name: str) -> int:
    """Look through the archive NAME for damage: pages that cannot be read, rows that something else has changed.

    \b
        dateline verify libya
    """
    from itertools import islice

    from dateline.archive.following import Archive
    from dateline.archive.reports import count
    from dateline.archive.soundness import faults

    with Archive.open(name) as archive:
        found = list(islice(faults(archive.db), SHOWN))
        if not found:
            print(f"{archive.path} is sound: {count(archive.db)} reports.")
            return 0
        for fault in found:
            print(fault)
    print(f"Error: {archive.path} holds what dateline did not write; restore it from a copy.", file=sys.stderr)
    return FAILED
