"""``dateline sources``: where an archive looks, and how that went."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dateline.cli.tables import rows_format_option, write_rows

if TYPE_CHECKING:
    from collections.abc import Mapping


@click.command(short_help="List where an archive looks for reports; stop looking somewhere.")
@click.argument("name")
@click.option("--remove", metavar="ADDRESS", help="Look there no more; what was read from it stays")
@rows_format_option
def command(name: str, remove: str | None, form: str) -> None:
    """List the sources of the archive NAME: files and folders, lists of feeds, feeds, pages, with what went wrong.

    An update warns of a source that fails once, and again after a week; how often and since when it failed stands here.

    \b
        dateline sources libya
        dateline sources libya --remove https://post.example/feed.xml
    """
    from pathlib import Path

    from dateline.archive import sources
    from dateline.archive.connection import transaction
    from dateline.archive.following import Archive
    from dateline.show.rows import Rows

    with Archive.open(name) as archive:
        known = sources.sources(archive.db)
        if remove is not None:
            wanted = (remove, str(Path(remove).absolute()))
            found = next((one for one in known if one.address in wanted), None)
            if found is None:
                raise click.ClickException(f"{archive.path} has no source {remove}; list them: dateline sources {name}")
            with transaction(archive.db):
                sources.forget(archive.db, found.number)
            click.echo(f"{found.address} is no longer looked at; what was read from it stays.", err=True)
            return
        head = ("kind", "address", "last read", "failures", "failing since", "last problem")
        rows = tuple(
            (
                one.kind,
                one.address,
                one.state.get("checked", ""),
                one.state.get("failures", ""),
                one.state.get("since", ""),
                _problem(one.state),
            )
            for one in known
        )
        write_rows(Rows("sources", head, rows), form)


def _problem(state: Mapping[str, str]) -> str:
    if state.get("gone"):
        return "gone for good, not asked again"
    until = state.get("wait_until", "")
    return state.get("error", "") + (f"; left alone until {until}, as it asked" if until else "")
