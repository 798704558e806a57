"""Floors that only rise: figures reached, compared with the figures that the last release reached.

``floors.json`` holds for each task the fingerprint of the data that it was scored on and a floor for each figure. The
program is deterministic, so a figure on the same data moves only when the program does: a floor has no noise margin,
it is the figure reached, cut to the digits shown. Where the data is not the pinned one the comparison says nothing, and
the gate says so and fails.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DIGITS = 3
"""Decimals of a figure that count. Figures are shares (0..1)."""


@dataclass(frozen=True)
class Verdict:
    """One figure beside its floor. ``floor`` is None where none is set yet."""

    task: str
    figure: str
    reached: float
    floor: float | None

    @property
    def holds(self) -> bool:
        return self.floor is None or cut(self.reached) >= self.floor


def cut(figure: float) -> float:
    """The figure cut (never rounded up) to the digits that count."""
    scale = 10**DIGITS
    return math.floor(figure * scale + 1e-9) / scale


def fingerprint(paths: Iterable[Path]) -> str:
    """A digest of the names and bytes of the data files of a task; folders count with all that is in them."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                digest.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]


def judge(task: str, reached: Mapping[str, float], floors: Mapping[str, Any]) -> list[Verdict]:
    """A verdict for each figure, in the order given. A floor whose figure was not reached at all is a figure of 0."""
    known: Mapping[str, float] = floors.get(task, {}).get("floors", {})
    figures = {**reached, **{name: 0.0 for name in known if name not in reached}}
    return [Verdict(task, name, figure, known.get(name)) for name, figure in figures.items()]


def raised(floors: Mapping[str, Any], task: str, data: str, reached: Mapping[str, float]) -> dict[str, Any]:
    """The floors with those of one task raised to what was reached; none is ever lowered."""
    known = floors.get(task, {}).get("floors", {})
    higher = {name: max(cut(figure), known.get(name, 0.0)) for name, figure in reached.items()}
    return {**floors, task: {"data": data, "floors": {**known, **higher}}}


def load(path: Path) -> dict[str, Any]:
    """The floors in a file; none where there is no file."""
    if not path.exists():
        return {}
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def save(path: Path, floors: Mapping[str, Any]) -> None:
    """Writes the floors, sorted, so that a change shows as the lines that changed."""
    path.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")
