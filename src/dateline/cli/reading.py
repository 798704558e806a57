"""Reading a user's files: problems are said aloud one line each, progress is shown when a person watches."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

from dateline.model.report import Report

if TYPE_CHECKING:
    from dateline.model.problem import Problem

WATCHABLE = 40
"""Reports from which a progress bar is worth its flicker: about a third of a second of work."""


class Reading:
    """One reading of a user's paths. ``rejected`` counts what could not be read."""

    def __init__(self, paths: Sequence[str], *, mapping: Mapping[str, str] | None = None) -> None:
        self.paths = paths
        self.mapping = mapping
        self.rejected = 0
        self._stack = ExitStack()

    def __enter__(self) -> Reading:
        return self

    def __exit__(self, *exc: object) -> None:
        self._stack.close()

    def reports(self) -> Iterator[Report]:
        """Yields the reports; whatever cannot be read is named on standard error and counted."""
        from dateline.read import read_reports

        yield from read_reports(self.paths, mapping=self.mapping, stdin=sys.stdin.buffer, on_problem=self._tell)

    def say_none(self) -> None:
        """The one line for a reading that held no report."""
        print(
            f"Error: no report could be read from {', '.join(self.paths[:3])}{' ...' if len(self.paths) > 3 else ''}; "
            "expected at least one report in a format that `dateline readers` lists.",
            file=sys.stderr,
        )

    def watched(self, reports: Sequence[Report]) -> Iterable[Report]:
        """The reports, with a progress bar while they are worked on where a person watches."""
        if len(reports) < WATCHABLE or not sys.stderr.isatty():
            return reports
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        progress = self._stack.enter_context(Progress(*columns, console=Console(stderr=True), transient=True))
        return progress.track(reports, description="Reading reports")

    def _tell(self, problem: Problem) -> None:
        self.rejected += problem.level == "rejected"
        label = {"note": "Note", "warning": "Warning", "rejected": "Rejected"}[problem.level]
        print(f"{label}: {problem.where}: {problem.message}", file=sys.stderr)
