"""``dateline readers``: what can be read here."""

from __future__ import annotations

import click


@click.command(short_help="List what can be read, and what a missing extra would add.")
@click.option(
    "--format", "-f", "form", type=click.Choice(("table", "json")), default="table", help="How to write the list"
)
def command(form: str) -> None:
    """List the formats that can be read, how their files are called, and which extra is missing.

    \b
        dateline readers
        dateline readers --format json
    """
    import json
    import sys
    from importlib.util import find_spec

    from dateline.read import readers

    rows: list[dict[str, object]] = []
    for reader in readers():
        missing = reader.extra is not None and reader.library is not None and find_spec(reader.library) is None
        rows.append(
            {
                "name": reader.name,
                "reads": reader.duty,
                "suffixes": list(reader.suffixes),
                "extra": reader.extra,
                "ready": not (missing and reader.needed),
                "install": f"pip install 'dateline[{reader.extra}]'" if missing else None,
            }
        )
    if form == "json":
        sys.stdout.write(json.dumps(rows, indent=2, ensure_ascii=False) + "\n")
        return
    _print(rows)


def _print(rows: list[dict[str, object]]) -> None:
    import sys

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("reader", "reads", "suffixes", "", box=None, pad_edge=False, header_style="bold")
    for row in rows:
        suffixes = row["suffixes"]
        assert isinstance(suffixes, list)
        state = "ready" if row["ready"] else "missing"
        if row["install"]:
            state += f"; {'needs' if not row['ready'] else 'better with'}: {row['install']}"
        cells = (str(row["name"]), str(row["reads"]), " ".join(suffixes), state)
        table.add_row(*(Text(cell) for cell in cells))
    Console(file=sys.stdout).print(table)
