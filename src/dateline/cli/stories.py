"""``dateline stories``: the stories of an archive."""

from __future__ import annotations

import click

from dateline.cli.tables import rows_format_option, write_rows


@click.command(short_help="List the stories of an archive.")
@click.argument("name")
@click.option("--all", "everything", is_flag=True, help="Also the stories that the archive's query leaves out")
@rows_format_option
def command(name: str, everything: bool, form: str) -> None:
    """List the stories of the archive NAME, the newest first: id, title, days, reports.

    \b
        dateline stories libya
        dateline stories libya --format csv
    """
    from dateline.archive.following import Archive
    from dateline.archive.stories import listed
    from dateline.show.rows import Rows

    with Archive.open(name) as archive:
        found = listed(archive.db, "" if everything else archive.query)
        head = ("story", "title", "reports", "from", "to")
        rows = tuple(
            (row.id, row.title or "", str(row.reports), row.first_day or "", row.last_day or "") for row in found
        )
        write_rows(Rows("stories", head, rows), form)
