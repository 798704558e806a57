"""The cases: small piles with what became of each thing announced, and single plans that nothing settles.

Piles (``piles/*.txt``): parts headed ``## report DAY``, then ``## key``. Lines of a key:

    STATE[/STATE...] PLAN[>OUTCOME] [due DAY] | words of the plan

``PLAN`` and ``OUTCOME`` number the reports from 1. ``open`` stands for open and for unknown: no report settles it.

``not-settled.txt``: parts headed ``## case NAME`` with a line ``DAY | text`` for each report and key lines that may
leave the numbers out. What follows looks like the outcome and is not: another plan, doer, place or day, a condition, a
wish.

``unlike.txt``: the same form, in styles unlike the piles', written before the rules were seen. At first sight 6 of its
17 outcomes were found, all 6 right, and its 3 plans without an outcome were left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent

_KEY = re.compile(
    r"(?P<states>[a-z/]+)(?: (?P<plan>\d+)(?:>(?P<outcomes>[\d/]+))?)?(?: due (?P<due>[\d-]+))? \| (?P<words>.+)"
)


class Wanted(NamedTuple):
    """What became of one thing announced: the states that hold, the reports (from 1), the last due day."""

    states: tuple[str, ...]
    plan: int
    outcomes: tuple[int, ...]
    due: str | None
    words: str


class Case(NamedTuple):
    """Reports as (day, text), and what is wanted of them."""

    name: str
    reports: tuple[tuple[str, str], ...]
    wanted: tuple[Wanted, ...]


def cases() -> Iterator[Case]:
    """All cases, the piles first."""
    for path in sorted(HERE.glob("piles/*.txt")):
        yield pile(path.stem, path.read_text(encoding="utf-8"))
    for name in ("not-settled.txt", "unlike.txt"):
        for part in _parts((HERE / name).read_text(encoding="utf-8")):
            yield single(*part)


def pile(name: str, text: str) -> Case:
    reports: list[tuple[str, str]] = []
    wanted: tuple[Wanted, ...] = ()
    for head, body in _parts(text):
        if head.startswith("report "):
            reports.append((head.removeprefix("report "), body))
        else:
            wanted = tuple(map(read_key, body.splitlines()))
    return Case(name, tuple(reports), wanted)


def single(head: str, body: str) -> Case:
    rows = [line.strip().split(" | ", 1) for line in body.splitlines()]
    reports = tuple((day, text) for day, text in rows if day[0].isdigit())
    return Case(head, reports, tuple(read_key(" | ".join(row)) for row in rows if not row[0][0].isdigit()))


def read_key(line: str) -> Wanted:
    """Reads a line of a key. Raises ValueError where it is none."""
    found = _KEY.fullmatch(line.strip())
    if found is None:
        raise ValueError(f"no key line: {line!r}; wanted: STATE PLAN>OUTCOME [due DAY] | words")
    states = tuple(found["states"].replace("open", "open/unknown").split("/"))
    outcomes = tuple(map(int, found["outcomes"].split("/"))) if found["outcomes"] else ()
    return Wanted(states, int(found["plan"] or 1), outcomes, found["due"], found["words"].strip())


def _parts(text: str) -> Iterator[tuple[str, str]]:
    for part in text.split("## ")[1:]:
        head, _, body = part.partition("\n")
        yield head.strip(), body.strip()
