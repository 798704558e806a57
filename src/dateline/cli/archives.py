"""What the commands that work on an archive share."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.exits import INTERRUPTED

if TYPE_CHECKING:
    from dateline.model.problem import Problem

workers_option = click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Processes that read; worth it from a few hundred reports on",
)


class Said:
    """Says problems and progress on standard error; progress only where a person watches."""

    def __init__(self) -> None:
        self._status: Any = None
        self._counts: dict[str, int] = {}

    def __enter__(self) -> Said:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._status:
            self._status.stop()
        if kind is KeyboardInterrupt:
            print("Interrupted: what was stored stays; the same command goes on from there.", file=sys.stderr)
            sys.exit(INTERRUPTED)

    def problem(self, problem: Problem) -> None:
        label = {"note": "Note", "warning": "Warning", "rejected": "Rejected"}[problem.level]
        # A file's name may hold line ends; one problem is one line.
        print(" ".join(f"{label}: {problem.where}: {problem.message}".split()), file=sys.stderr)

    def progress(self, what: str, count: int) -> None:
        self._counts[what] = self._counts.get(what, 0) + count
        if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
            return
        if self._status is None:
            from rich.console import Console

            self._status = Console(stderr=True).status("")
            self._status.start()
        self._status.update(", ".join(f"{number} {name}" for name, number in self._counts.items()))
