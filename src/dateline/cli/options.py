"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

DETAILS = ("brief", "normal", "full")


def output_option(command: F) -> F:
    """``-o FILE``: where to write."""
    return click.option(
        "--output", "-o", type=click.Path(dir_okay=False, allow_dash=True), help="File to write; - is standard output"
    )(command)


def as_of_option(command: F) -> F:
    """``--as-of DATE``: the day for which open plans are judged."""
    return click.option(
        "--as-of",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="DATE",
        help="Judge open plans for this day (2011-10-31); default: the newest report's day",
    )(command)


def detail_option(command: F) -> F:
    """``--detail``: how long the timeline is."""
    return click.option(
        "--detail",
        default="normal",
        metavar="LEVEL",
        help="brief, normal, full, or a number of entries  [default: normal]",
    )(command)


def backend_option(command: F) -> F:
    """``--backend NAME``: whose names to weigh beside our own."""
    return click.option(
        "--backend",
        metavar="NAME",
        help="Weigh the names of a language back end too: spacy:FOLDER, spacy:PACKAGE  [default: our rules alone]",
    )(command)


def map_option(command: F) -> F:
    """``--map text=body``: which field of a JSONL row holds what."""
    return click.option(
        "--map",
        "mapping",
        multiple=True,
        metavar="OURS=THEIRS",
        help="Field of a JSONL row, e.g. text=body; may be repeated",
    )(command)


def parsed_detail(given: str) -> str | int:
    """The level as the pipeline takes it. Raises BadParameter."""
    if given in DETAILS:
        return given
    if given.isdigit() and int(given) > 0:
        return int(given)
    raise click.BadParameter(
        f"saw {given!r}, expected {', '.join(DETAILS)} or a number above 0.", param_hint="--detail"
    )


def parsed_map(given: tuple[str, ...]) -> dict[str, str] | None:
    """The mapping as the reader takes it. Raises BadParameter."""
    mapping = {}
    for pair in (piece for one in given for piece in one.split(",")):
        ours, sign, theirs = pair.partition("=")
        if not sign or not ours or not theirs:
            raise click.BadParameter(f"saw {pair!r}, expected OURS=THEIRS such as text=body.", param_hint="--map")
        mapping[ours] = theirs
    return mapping or None
