"""Numbers in words: "twenty-four", "two hundred and thirty", "half a dozen", "nineteen ninety-one".

A run of number words becomes one word of class ``number``, or ``spokenyear`` where it is a year as it is spoken.
"""

from __future__ import annotations

from dateline.annotate.times.lexicon import Classes

PARTS = ("small", "teen", "tens", "hundred", "thousand")
JOINS = ("-", "and")


def read_number(spellings: list[str], classes: list[Classes | None], at: int) -> tuple[int, Classes] | None:
    """The number that begins at word ``at``: index after its last word, and its classes. None for a single word."""
    parts: list[tuple[str, int]] = []
    end = at
    index = at
    while index < len(classes):
        here = classes[index]
        kind = _part(here)
        if kind and here:
            if parts and not _follows(parts[-1][0], kind):
                break
            parts.append((kind, int(here[kind])))
            end = index + 1
        elif not (parts and spellings[index].lower() in JOINS and end == index):
            break
        index += 1
    if end - at < 2:
        return None
    year = _spoken_year(parts)
    return (end, {"spokenyear": year}) if year else (end, {"number": _sum(parts)})


def _part(classes: Classes | None) -> str:
    if classes:
        for kind in PARTS:
            if kind in classes:
                return kind
    return ""


def _follows(before: str, kind: str) -> bool:
    """Whether a number word may follow another in one number."""
    if kind == "small":
        return before in ("tens", "hundred", "thousand", "teen")
    if kind in ("tens", "teen"):
        return before in ("hundred", "thousand", "teen", "tens")
    return True


def _spoken_year(parts: list[tuple[str, int]]) -> int:
    """1991 for nineteen, ninety, one; 0 where it is no year."""
    values = [value for _, value in parts]
    if parts[0][0] == "teen" and len(parts) > 1 and parts[1][0] in ("tens", "teen") and sum(values[1:]) < 100:
        return values[0] * 100 + sum(values[1:])
    if parts[0][1] == 20 and len(parts) == 2 and parts[1][0] in ("tens", "teen"):
        return 2000 + values[1]
    return 0


def _sum(parts: list[tuple[str, int]]) -> int:
    total = current = 0
    for kind, value in parts:
        if kind == "hundred":
            current = max(current, 1) * 100
        elif kind == "thousand":
            total += max(current, 1) * 1000
            current = 0
        else:
            current += value
    return total + current
