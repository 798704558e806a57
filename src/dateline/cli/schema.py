"""``dateline schema``: the JSON Schema of the story document."""

from __future__ import annotations

import click


@click.command(short_help="Print the JSON Schema of the story document.")
def command() -> None:
    """Print the JSON Schema (draft 2020-12) that every story document holds to.

    \b
        dateline schema > story.schema.json
    """
    from dateline.model.codec import schema_text

    click.echo(schema_text(), nl=False)
