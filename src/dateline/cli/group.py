"""The command group; a command's module is loaded when it is called or listed."""

from __future__ import annotations

from importlib import import_module

import click

from dateline import __version__

COMMANDS = (
    *("build", "show", "page", "quotes", "people", "check", "figures", "diff", "date", "times", "schema"),
    *("init", "add", "update", "sources", "stories", "story", "search", "metadata", "verify"),
    *("readers",),
)
"""The commands in the order of the help; each is ``command`` in the module of that name."""


class Commands(click.Group):
    """A group whose commands live in one module each."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = import_module(f"dateline.cli.{cmd_name}").command
        return found


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="dateline")
def cli() -> None:
    """Turn news reports into one dated, cited story.

    \b
        dateline build reports/
        dateline build reports/ -o story.html
    """
