"""Phases of a long story: runs of its timeline that belong together, each with a heading in the reports' own words.

A phase ends where the story rests for long, and sooner where what is told after the rest is told in other words. A
timeline that is read at one glance has none.
"""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.model.evidence import Evidence
from dateline.model.material import Material
from dateline.model.story import Entry, Phase
from dateline.text.words import content_words
from dateline.weave.deed import tells_a_deed
from dateline.weave.heading import heading
from dateline.weave.headline import cut

FEWEST_ENTRIES = 15
"""Entries of a timeline from which it is parted; fewer are seen at one glance."""

SHORTEST_STORY = 14
"""Days from the first report to the last, likewise: three reports of one week tell one thing, however far back they
reach."""

FEWEST_IN_PHASE = 3
"""Entries of a phase. A heading over a single line says the line twice."""

ENTRIES_A_PHASE = 6
"""Entries for each phase, up to MOST_PHASES: what a reader takes in under one heading."""

MOST_PHASES = 9
"""Phases of a story: a table of contents that is itself seen at one glance."""

NEIGHBOURS = 4
"""Entries on each side of a rest whose words are compared."""

OTHER_WORDS = 1.0
"""How much more a rest parts whose two sides share no word than one whose sides share all."""

LONGEST_HEADING, LONGEST_AT_ALL = 90, 140
"""Characters; more only where nothing else in a phase can stand over it."""

NOT_DONE = 0.4
"""Share of its weight that an entry keeps as a heading which tells nothing that happened."""

CENTRAL = 4.0
"""How much more a heading counts whose words are those of its whole phase, and of no other."""

STATE = 0.5
"""The same for one that tells how things are."""

LEAST_WEIGHT = 0.05
"""Weight that every entry has as a heading, so that words decide among the lesser ones."""

SHORT, SHORT_KEEPS = 28, 0.7
"""Characters below which a heading tells little, and the share of its worth that it keeps."""


def phases(material: Material, entries: Sequence[Entry]) -> tuple[Phase, ...]:
    """The phases of a timeline, oldest first; none where it is short. Background belongs to no phase.

    Each is a run of ``entries`` in their order, which is by date.
    """
    told = [entry for entry in entries if not entry.background]
    if len(told) < FEWEST_ENTRIES or _reported(material) < SHORTEST_STORY:
        return ()
    borders = [0, *_borders(told), len(told)]
    runs = [told[first:last] for first, last in itertools.pairwise(borders)]
    if len(runs) < 2:
        return ()
    common = Counter(word for run in runs for word in {word for entry in run for word in content_words(entry.text)})
    taken: set[str] = set()
    made = []
    for number, run in enumerate(runs, 1):
        words, evidence = _heading(run, common, material, taken)
        taken.add(words)
        start, end = run[0].date.start, max(min(entry.date.end, run[-1].date.start) for entry in run)
        made.append(Phase(f"h{number}", start, end, words, tuple(entry.id for entry in run), (evidence,)))
    return tuple(made)


def _reported(material: Material) -> int:
    """Days from the first report to the last, of those whose day is known."""
    days = [one.report.day for one in material.reports if one.report.day is not None]
    return (max(days) - min(days)).days if days else 0


def _borders(told: Sequence[Entry]) -> list[int]:
    """The indices at which a new phase opens, in order: the longest run is parted at its strongest rest until there are
    enough runs, or none can be parted."""
    words = [Counter(set(content_words(entry.text))) for entry in told]
    wanted = min(MOST_PHASES, len(told) // ENTRIES_A_PHASE)
    whole = [(0, len(told))]
    done: list[tuple[int, int]] = []
    while whole and len(whole) + len(done) < wanted:
        run = max(whole, key=lambda run: (run[1] - run[0], -run[0]))
        whole.remove(run)
        border = _strongest(told, words, *run)
        if border is None:
            done.append(run)
        else:
            whole += [(run[0], border), (border, run[1])]
    return sorted(first for first, _ in whole + done if first)


def _strongest(told: Sequence[Entry], words: Sequence[Counter[str]], first: int, last: int) -> int | None:
    """The border of a run with the longest rest, the most different words and the most even parts, all together."""
    best: tuple[float, int] | None = None
    for index in range(first + FEWEST_IN_PHASE, last - FEWEST_IN_PHASE + 1):
        rest = _days(told[index - 1], told[index])
        if rest > 0:
            even = min(index - first, last - index) / (last - first)
            strength = math.log1p(rest) * (1 + OTHER_WORDS * (1 - _likeness(words, index))) * math.sqrt(even)
            if best is None or strength > best[0]:
                best = strength, index
    return best[1] if best else None


def _likeness(words: Sequence[Counter[str]], index: int) -> float:
    """Cosine of the words of the entries before and after a border, 0..1."""
    before = sum(words[max(0, index - NEIGHBOURS) : index], Counter[str]())
    after = sum(words[index : index + NEIGHBOURS], Counter[str]())
    dot = sum(count * after[word] for word, count in before.items())
    norm = math.sqrt(sum(x * x for x in before.values()) * sum(x * x for x in after.values()))
    return dot / norm if norm else 0.0


def _heading(
    run: Sequence[Entry], common: Counter[str], material: Material, taken: Iterable[str]
) -> tuple[str, Evidence]:
    """The clause that tells most of what only this phase tells, and the place it stands at."""
    reports = {one.report.id: one for one in material.reports}
    inside = Counter(word for entry in run for word in set(content_words(entry.text)))
    found: list[tuple[float, str, str, Evidence]] = []
    for entry in run:
        place = entry.evidence[0]
        short = heading(entry, reports[place.report], LONGEST_HEADING)
        if short is not None and short not in taken:
            found.append((_worth(entry, short, inside, common, len(run)), entry.id, short, place))
    if found:
        _, _, short, place = max(found)
        return short, place
    ordered = sorted(run, key=lambda entry: (entry.weight, entry.id), reverse=True)
    for entry in ordered:
        place = entry.evidence[0]
        short = heading(entry, reports[place.report], LONGEST_AT_ALL)
        if short is not None and short not in taken:
            return short, place
    place = ordered[0].evidence[0]
    return cut(" ".join(place.quote.split()).lstrip("-–—•* ")), place


def _worth(entry: Entry, short: str, inside: Counter[str], common: Counter[str], size: int) -> float:
    """How well a clause tells what a phase of ``size`` entries is about; ``inside``: entries of it that have a word,
    ``common``: phases that have it."""
    words = sorted(set(content_words(short)))
    shared = math.fsum((inside[word] - 1) / size / max(1, common[word]) for word in words)
    worth = (entry.weight + LEAST_WEIGHT) * (1 + CENTRAL * shared / math.sqrt(max(1, len(words))))
    worth *= 1.0 if entry.status == "happened" else NOT_DONE
    worth *= 1.0 if tells_a_deed(short) else STATE
    return worth * (SHORT_KEEPS if len(short) < SHORT else 1.0)


def _days(first: Entry, last: Entry) -> int:
    return (dt.date.fromisoformat(last.date.start) - dt.date.fromisoformat(first.date.start)).days
