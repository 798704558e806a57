"""What two reports have in common word for word, and what that makes of the pair."""

from __future__ import annotations

import bisect
import itertools
from array import array
from collections.abc import Sequence, Set
from typing import NamedTuple

from dateline.group.fingerprints import RUN, Fingerprint
from dateline.model.evidence import LONGEST_EVIDENCE, cite
from dateline.model.story import ReuseKind, SharedCopy

LONG_RUN = 12
"""Words. A run this long is copy even where nothing else is shared."""
COPY = 0.8
"""Share of the shorter text. From here on it is the same text, cut down or touched up."""
REWRITE = 0.1
"""Share of the shorter text's runs, stock phrases left out. From here on one text was made from the other."""
PART = 0.3
"""Share of the shorter text. From here on two passages, or a long one, make a rewrite and no mere quotation."""
SEVERAL = 3
"""Passages of :data:`PHRASE` words. So many are no longer one quotation that both carry."""
JOIN = 3
"""Words. Two runs parted by no more than this on either side are one passage with an edit in it."""
PASSAGES = 5
"""How many shared passages are shown as evidence."""
PHRASE = 7
"""Words. What is shorter may be a turn of phrase: it is shown only where there is nothing longer, and texts that have
nothing longer in common (market reports, match reports) follow one pattern and were not made from each other."""
MOST_PLACES = 8
"""Places of one run in a text that are looked at; a refrain has more and is still found by one of them."""
_STRIDE = 32
"""Runs compared at once."""


class Run(NamedTuple):
    """A stretch of equal words: first word in either text, and how many."""

    a: int
    b: int
    size: int


def runs(a: Fingerprint, b: Fingerprint, common: Set[int]) -> list[Run]:
    """The stretches of at least :data:`RUN` equal words, in the order of ``b``; no word of ``b`` twice.

    ``common``: the numbers of the runs that stand in both. Takes time by the words of both.
    """
    if a.runs == b.runs:
        return [Run(0, 0, b.size)]
    mine, theirs = a.runs, b.runs
    found: list[Run] = []
    free = 0
    for at in b.spots(common):
        if at < free:
            continue
        best_start, best_size = 0, 0
        for start in a.places(theirs[at])[:MOST_PLACES]:
            size = _equal(mine, theirs, start, at)
            if size > best_size:
                best_start, best_size = start, size
        found.append(Run(best_start, at, best_size + RUN - 1))
        free = at + best_size + RUN - 1
    return found


def _equal(mine: array[int], theirs: array[int], start: int, at: int) -> int:
    """How many runs are the same from a place in the one and a place in the other on."""
    most = min(len(mine) - start, len(theirs) - at)
    size = 0
    while size < most and mine[start + size : start + size + _STRIDE] == theirs[at + size : at + size + _STRIDE]:
        size += _STRIDE
    while size < most and mine[start + size] == theirs[at + size]:
        size += 1
    return min(size, most)


def passages(found: list[Run]) -> list[list[Run]]:
    """Runs that follow each other closely in both texts, gathered."""
    gathered: list[list[Run]] = []
    for run in found:
        last = gathered[-1][-1] if gathered else None
        if last and 0 <= run.a - last.a - last.size <= JOIN and 0 <= run.b - last.b - last.size <= JOIN:
            gathered[-1].append(run)
        else:
            gathered.append([run])
    return gathered


def figures_changed(a: Fingerprint, b: Fingerprint, gathered: Sequence[Sequence[Run]]) -> bool:
    """Whether a number differs between equal words: "killed 12 people" against "killed 15 people"."""
    for passage in gathered:
        for left, right in itertools.pairwise(passage):
            mine = _words(a, left.a + left.size, right.a)
            theirs = _words(b, left.b + left.size, right.b)
            if mine != theirs and any(map(_is_figure, mine)) and any(map(_is_figure, theirs)):
                return True
    return False


def evidence(a: Fingerprint, b: Fingerprint, gathered: Sequence[Sequence[Run]]) -> tuple[SharedCopy, ...]:
    """The longest shared passages, both sides literal, longest first."""
    ranked = sorted(gathered, key=lambda passage: (-sum([run.size for run in passage]), passage[0]))
    shown: list[SharedCopy] = []
    for passage in ranked[:PASSAGES]:
        if shown and passage[-1].b + passage[-1].size - passage[0].b < PHRASE:
            break
        left, right = _fitting(a, b, passage)
        shown.append(SharedCopy(cite(a.report, *left), cite(b.report, *right)))
    return tuple(shown)


def _fitting(a: Fingerprint, b: Fingerprint, passage: Sequence[Run]) -> tuple[tuple[int, int], tuple[int, int]]:
    """The first runs of a passage, the first words of a run, as many as evidence may hold on both sides."""
    first = passage[0]
    last_a, last_b = _furthest(a, first.a), _furthest(b, first.b)
    fits = [run for run in passage if run.a + run.size - 1 <= last_a and run.b + run.size - 1 <= last_b]
    if fits:
        end_a, end_b = fits[-1].a + fits[-1].size - 1, fits[-1].b + fits[-1].size - 1
    else:
        size = min(last_a - first.a, last_b - first.b, first.size - 1)
        end_a, end_b = first.a + size, first.b + size
    return a.place(first.a, end_a), b.place(first.b, end_b)


def _furthest(text: Fingerprint, at: int) -> int:
    """The last word that evidence which begins with word ``at`` can hold; that word itself at least."""
    limit = text.starts[at] + LONGEST_EVIDENCE
    last = bisect.bisect_left(text.starts, limit, lo=at) - 1
    return max(at, last if text.end(last) <= limit else last - 1)


def kind_of(
    a: Fingerprint, b: Fingerprint, gathered: Sequence[Sequence[Run]], shared: float, share: float
) -> ReuseKind | None:
    """What a pair is; None where it has no more than turns of phrase in common.

    ``shared``: share of the shorter text's words in common; ``share``: of its runs, stock phrases left out.
    """
    if shared >= COPY:
        return "update" if figures_changed(a, b, gathered) else "same"
    longest = max([run.size for passage in gathered for run in passage])
    spread = sum(passage[-1].b + passage[-1].size - passage[0].b >= PHRASE for passage in gathered)
    made_from = spread >= SEVERAL or (shared >= PART and (spread > 1 or longest >= LONG_RUN))
    if share >= REWRITE and made_from:
        return "update" if shared >= COPY / 2 and figures_changed(a, b, gathered) else "rewrite"
    return "shared quotes" if longest >= LONG_RUN else None


def _words(text: Fingerprint, start: int, end: int) -> list[str]:
    return [text.report.text[slice(*text.place(at, at))] for at in range(start, end)]


_FIGURES = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen
    """.split()
)


def _is_figure(word: str) -> bool:
    return word[0].isdigit() or word.lower() in _FIGURES
