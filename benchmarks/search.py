"""How long a search takes in a large archive of made-up reports.

    nice python -m benchmarks.search [--reports 100000] [--archive FOLDER/NAME] [--limit 50]

Fills an archive with texts whose words are as unevenly frequent as those of news (Zipf), with people, places, sources,
days and stories, or takes one that an earlier run left at ``--archive``. Then times each kind of query, five times, and
fails where the middle one of the five takes longer than ``--limit`` milliseconds of the processor.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from dateline.archive import notes, reports
from dateline.archive.connection import transaction
from dateline.archive.following import Archive, path_of
from dateline.archive.search import Query, search
from dateline.model.report import Report
from dateline.read import make_report

WORDS = 40_000
LENGTH = 300
"""Words of a report."""
PEOPLE, PLACES, SOURCES, STORIES = 5000, 800, 40, 4000
FIRST_DAY = dt.date(2014, 1, 1)
DAYS = 3000
IN_ONE_STEP = 2000
TIMES = 5
_SOUNDS = [consonant + vowel for consonant in "bdklmnrs" for vowel in "aeiou"]


class World:
    """The words, people and places of the made-up reports, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.words = self._names(WORDS, 2, 4)
        self.people = [
            f"{a} {b}".title() for a, b in zip(self._names(PEOPLE, 2, 3), self._names(PEOPLE, 3, 4), strict=True)
        ]
        self.places = [name.title() for name in self._names(PLACES, 3, 4)]
        self.sources = [f"{name.title()} Post" for name in self._names(SOURCES, 2, 2)]
        self._weights = {
            count: list(accumulate(1 / (rank + 1) for rank in range(count)))
            for count in (WORDS, PEOPLE, PLACES, SOURCES, STORIES)
        }

    def _names(self, count: int, least: int, most: int) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < count:
            found["".join(self.chance.choices(_SOUNDS, k=self.chance.randint(least, most)))] = None
        return list(found)

    def some(self, count: int, of: int) -> list[int]:
        return self.chance.choices(range(of), cum_weights=self._weights[of], k=count)

    def report(self, number: int) -> tuple[Report, list[tuple[str, str, int]], int]:
        """A report, its names, and the story that it is of."""
        people = sorted({self.people[at] for at in self.some(4, PEOPLE)})
        places = sorted({self.places[at] for at in self.some(2, PLACES)})
        words = [self.words[at] for at in self.some(LENGTH, WORDS)]
        for name in (*people, *places):
            words.insert(self.chance.randrange(len(words)), name)
        day = FIRST_DAY + dt.timedelta(days=number * DAYS // 100_000 % DAYS)
        text = " ".join(words).capitalize() + f" ({number})."
        made = make_report(text, title=text[:60], source=self.sources[self.some(1, SOURCES)[0]], published=day)
        named = [(name.lower(), kind, 1) for kind, names in (("person", people), ("place", places)) for name in names]
        return made, named, self.some(1, STORIES)[0]


def fill(archive: Archive, count: int, world: World) -> None:
    """Stores made-up reports with their names and stories, without annotating them."""
    db = archive.db
    with transaction(db):
        db.executemany("INSERT INTO stories (id) VALUES (?)", [(f"s{number:08}",) for number in range(STORIES)])
    for start in range(0, count, IN_ONE_STEP):
        with transaction(db):
            for number in range(start, min(start + IN_ONE_STEP, count)):
                report, named, story = world.report(number)
                row, _ = reports.add(db, report)
                notes.keep(db, row, b"", named, "made")
                db.execute(
                    "INSERT INTO grouped (report, event, story, links, back) VALUES (?, ?, ?, x'80', x'80')",
                    (row, row, f"s{story:08}"),
                )


def queries(world: World) -> Iterator[tuple[str, Query]]:
    """Each kind of query with common and rare words and names."""
    common, usual, rare = world.words[2], world.words[300], world.words[20_000]
    yield "a very common word", Query(common)
    yield "a usual word", Query(usual)
    yield "a rare word", Query(rare)
    yield "two common words", Query(f"{world.words[5]} {world.words[9]}")
    yield "words that stand together", Query(f'"{world.words[0]} {world.words[1]}"')
    yield "three letters of a word", Query(usual[:3] + "*")
    yield "five letters of a word", Query(rare[:5] + "*")
    yield "a person in many reports", Query(person=world.people[0])
    yield "a person's last name", Query(person=world.people[3].split()[1])
    yield "a person in few reports", Query(person=world.people[4000])
    yield "a place in many reports", Query(place=world.places[0])
    yield "a word and a person", Query(common, person=world.people[1])
    yield "a month", Query(first="2016-03-01", last="2016-03-31")
    yield "a source", Query(source=world.sources[0])
    yield "a large story", Query(story="s00000000")
    yield "a common word in a story", Query(common, story="s00000000")
    yield "a common word, source, month", Query(common, source=world.sources[1], first="2016-03-01", last="2016-03-31")
    yield "no filter at all", Query()
    yield "what nobody wrote", Query("zzyzx")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--archive", help="an archive to make here, or one made before")
    parser.add_argument("--limit", type=float, default=50.0, help="milliseconds that a query may take")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        name = given.archive or str(Path(folder) / "large")
        world = World(1)
        if not path_of(name).exists():
            with Archive.create(name) as made:
                fill(made, given.reports, world)
        with Archive.open(name) as archive:
            slow = timed(archive.db, world, given.limit)
            size = archive.path.stat().st_size / 1e6
            print(
                f"{reports.count(archive.db)} reports, {size:.0f} MB; {slow} kinds of query over {given.limit:.0f} ms"
            )
    sys.exit(bool(slow))


def timed(db: sqlite3.Connection, world: World, limit: float) -> int:
    """Prints how long each kind of query takes; how many take too long."""
    slow = 0
    for name, query in queries(world):
        took, waited = [], []
        for _ in range(TIMES):
            started, clock = time.process_time(), time.perf_counter()
            found = search(db, query)
            took.append(1000 * (time.process_time() - started))
            waited.append(1000 * (time.perf_counter() - clock))
        middle = statistics.median(took)
        slow += middle > limit
        print(f"{name:32} {len(found):3} shown  {middle:7.1f} ms  ({statistics.median(waited):.1f} by the clock)")
    return slow


if __name__ == "__main__":
    main()
