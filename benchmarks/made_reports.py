"""Made-up reports in any number, the same for the same seed: stories of several days, copies, undated ones."""

from __future__ import annotations

import datetime as dt
import json
import random
from collections.abc import Iterator
from pathlib import Path

PLACES = "Arvenholm Belcastro Corvessa Dunmarrow Estrella Falkenau Gorsk Halvard Ilmenau Jorvik Kestrel Lunden".split()
PEOPLE = "Anna Berg,Bruno Castell,Clara Dorn,David Ekman,Elena Fabre,Felix Garo,Greta Holm,Hugo Iversen".split(",")
SOURCES = "Northern Wire,Meridian News,Harbour Post,Daily Ledger".split(",")
KINDS = ("flood dam river water", "strike port union wage", "election ballot vote count", "fire factory smoke crew")


def made_reports(count: int, seed: int = 5) -> Iterator[dict[str, str]]:
    """Rows with title, text, source and mostly a day; one in twelve repeats an earlier text."""
    chance = random.Random(seed)
    earlier: list[dict[str, str]] = []
    for number in range(count):
        if earlier and number % 12 == 11:
            row = {**chance.choice(earlier), "source": chance.choice(SOURCES)}
        else:
            row = _report(chance, number)
        earlier.append(row)
        yield row


def _report(chance: random.Random, number: int) -> dict[str, str]:
    story = chance.randrange(12)
    place, kind = PLACES[story], KINDS[story % len(KINDS)].split()
    who, other = PEOPLE[story % 8], PEOPLE[(story + 3) % 8]
    day = dt.date(2024, 3, 1) + dt.timedelta(days=story + chance.randrange(6))
    toll = chance.randrange(3, 400)
    lines = [
        f"{place} {kind[0]} leaves {toll} people without {chance.choice(kind)}",
        (
            f"{place.upper()}, {day:%B} {day.day} - The {kind[0]} near {place} hit {toll} people, {who}, the mayor, "
            f"said on {day:%A}."
        ),
        f'"We will reopen the {kind[1]} by {day + dt.timedelta(days=4):%A}," {who} told reporters.',
        f"{other}, a spokesman for the regional council, said that the {kind[2]} would be discussed next week.",
        f"Report {number} counted {toll * 2} {kind[3]} cases, up from {toll} on {day - dt.timedelta(days=2):%A}.",
    ]
    row = {"title": lines[0], "text": "\n\n".join(lines), "source": chance.choice(SOURCES)}
    return row if number % 9 == 4 else {**row, "published": day.isoformat()}


def write(path: Path, count: int, seed: int = 5) -> None:
    """Writes the reports as JSONL."""
    path.write_text("".join(json.dumps(row) + "\n" for row in made_reports(count, seed)), encoding="utf-8")
