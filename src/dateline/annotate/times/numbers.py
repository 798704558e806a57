"""Numbers in words: "twenty-four", "two hundred and thirty", "a hundred", "nineteen ninety-one".

A run of number words becomes one word of class ``number``, or ``spokenyear`` where it is a year as it is spoken. The
classes ``small``, ``teen``, ``tens``, ``hundred`` and ``thousand`` of the lexicon say what is a number word, ``a`` what
may stand before a hundred, ``and`` what may stand inside.
"""

from __future__ import annotations

from dateline.annotate.times.lexicon import Classes

PARTS = ("small", "teen", "tens", "hundred", "thousand")
NUMBER_STARTS = frozenset((*PARTS, "a"))
"""Classes of which the first word of a number has one."""
_LONGEST = 9
"""Words of one number: "nine hundred ninety-nine thousand nine hundred ninety-nine"."""
_AFTER = {
    "small": ("tens", "hundred", "thousand", "teen"),
    "teen": ("hundred", "thousand", "teen", "tens"),
    "tens": ("hundred", "thousand", "teen", "tens"),
    "hundred": ("small", "teen", "tens", "thousand"),
    "thousand": ("small", "teen", "tens", "hundred"),
}
"""Number word -> after which others it may stand in one number."""


def read_number(spellings: list[str], classes: list[Classes | None], at: int) -> tuple[int, Classes] | None:
    """The number that begins at word ``at``: index after its last word, and its classes. None for a single word."""
    first = classes[at]
    if first is None:
        return None
    index = at
    if "a" in first:
        ahead = classes[at + 1] if at + 1 < len(classes) else None
        if ahead is None or not ("hundred" in ahead or "thousand" in ahead):
            return None
        index += 1
    parts: list[tuple[str, int]] = []
    end = at
    while index < len(classes):
        here = classes[index]
        kind = _part(here)
        if kind and here:
            if len(parts) == _LONGEST or (parts and parts[-1][0] not in _AFTER[kind]):
                break
            parts.append((kind, int(here[kind])))
            end = index + 1
        elif not (parts and end == index and (spellings[index] == "-" or (here is not None and "and" in here))):
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


def opens_spoken_year(classes: Classes) -> bool:
    """Whether a year as it is spoken can begin with such a word: nineteen, twenty."""
    return "teen" in classes or classes.get("tens") == 20


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
