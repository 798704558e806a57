"""``dateline search``: reports of an archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from dateline.cli.tables import rows_format_option, write_rows

if TYPE_CHECKING:
    import datetime as dt

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command(short_help="Search the reports of an archive.")
@click.argument("name", metavar="ARCHIVE")
@click.argument("words", nargs=-1)
@click.option("--person", metavar="NAME", help="Reports that name this person")
@click.option("--place", metavar="NAME", help="Reports that name this place")
@click.option("--source", metavar="NAME", help="Reports of this publisher or agency")
@click.option("--from", "first", type=_DAY, metavar="DATE", help="Published on or after this day (2011-10-26)")
@click.option("--to", "last", type=_DAY, metavar="DATE", help="Published on or before this day")
@click.option("--story", metavar="ID", help="Reports of this story")
@click.option("--limit", type=click.IntRange(1, 10000), default=20, show_default=True, help="How many to show")
@rows_format_option
def command(
    name: str,
    words: tuple[str, ...],
    person: str | None,
    place: str | None,
    source: str | None,
    first: dt.datetime | None,
    last: dt.datetime | None,
    story: str | None,
    limit: int,
    form: str,
) -> None:
    """Find the reports of ARCHIVE that have all WORDS; "quoted words" stand together, and resol* is any ending.

    \b
        dateline search libya no-fly zone --from 2011-03-01
        dateline search libya --person Rasmussen --source Reuters
    """
    from dateline.archive.following import Archive
    from dateline.archive.search import Query, search
    from dateline.archive.stories import current
    from dateline.show.rows import Rows

    quoted = " ".join(f'"{word}"' if " " in word else word for word in words)
    with Archive.open(name) as archive:
        if story and (found := current(archive.db, story)) is None:
            raise click.ClickException(f"{archive.path} has no story {story}; list them with: dateline stories {name}")
        query = Query(
            quoted, person, place, source, first.date().isoformat() if first else None,
            last.date().isoformat() if last else None, found if story else None, limit,
        )  # fmt: skip
        hits = search(archive.db, query)
        head = ("report", "published", "source", "title", "story", "passage")
        rows = tuple(
            (str(h.report), h.published or "", h.source or "", h.title or "", h.story or "", h.passage) for h in hits
        )
        write_rows(Rows("reports", head, rows), form)
