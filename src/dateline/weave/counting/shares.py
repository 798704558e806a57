"""What a percentage is of, and what a measure measures."""

from __future__ import annotations

import re

from dateline.text.patterns import late

_SHARES = (
    ("poll", late(r"\b(?:surveys?|opinion polls?|polls?|polling|pollsters?)\b", re.IGNORECASE)),
    ("turnout", late(r"\bturnout\b", re.IGNORECASE)),
    ("vote", late(r"\bof (?:the )?votes?\b|\bvote share\b", re.IGNORECASE)),
    ("fall", late(r"\b(?:fell|fall|fallen|dropped|plunged|slid|slumped|tumbled|lost|sank|down|declined)\b")),
    ("rise", late(r"\b(?:rose|risen|gained|jumped|climbed|soared|grew|up)\b")),
)
_DIMENSIONS = {
    "high": "height", "height": "height", "tall": "height", "deep": "depth", "depth": "depth", "long": "length",
    "length": "length", "wide": "width", "width": "width", "weigh": "weight", "weight": "weight", "speed": "speed",
    "altitude": "altitude", "capacity": "capacity", "magnitude": "magnitude", "thick": "thickness",
}  # fmt: skip
_DIMENSION = late(
    r"\b(high|height|tall|deep|depth|long|length|wide|width|weigh|weight|speed|altitude|capacity|magnitude|thick)(?:ed|s|ing)?\b"
)


_NAMED = late(r"\b(height|depth|length|width|weigh|weight|speed|altitude|capacity|magnitude)(?:ed|s|ing)?\b")
"""Before a number only these: a "thick fog" measures nothing."""

_AWAY = late(r"(?:(?:north|south|east|west|away|off|outside|inland|from|offshore)\b|(?:north|south)-?(?:east|west))")


def share_of(text: str, start: int, at: int, end: int) -> str:
    """What a percentage at ``at`` in the sentence ``text[start:end]`` is of: "poll", "turnout"; "" where unknown."""
    for name, pattern in _SHARES[:3]:
        if pattern.search(text, start, end):
            return name
    before = text[max(start, at - 30) : at]
    return next((name for name, pattern in _SHARES[3:] if pattern.search(before)), "")


def dimension(before: str, what: str) -> str:
    """What a measure measures ("depth"), by the word after it or a word before; "" where neither tells."""
    if _AWAY.match(what):
        return "distance"
    found = _DIMENSION.match(what) or None
    if found is None:
        for found in _NAMED.finditer(before):  # noqa: B007
            pass
    return _DIMENSIONS[found[1]] if found else ""
