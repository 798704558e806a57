"""What two reports have in common word for word, and what that makes of the pair."""

from __future__ import annotations

from typing import NamedTuple

from dateline.group.fingerprints import RUN, Fingerprint
from dateline.model.evidence import LONGEST_EVIDENCE, cite
from dateline.model.story import ReuseKind, SharedCopy

LONG_RUN = 12
"""Words. A run this long is copy even where nothing else is shared."""
COPY = 0.8
"""Share of the shorter text. From here on it is the same text, cut down or touched up."""
REWRITE = 0.1
"""Share of the shorter text's rare runs. From here on one text was made from the other; see :data:`fingerprints.RUN`."""
JOIN = 3
"""Words. Two runs parted by no more than this on either side are one passage with an edit in it."""
PASSAGES = 5
"""How many shared passages are shown as evidence."""


class Run(NamedTuple):
    """A stretch of equal words: first word in either text, and how many."""

    a: int
    b: int
    size: int


def runs(a: Fingerprint, b: Fingerprint) -> list[Run]:
    """The stretches of at least :data:`RUN` equal words, in the order of ``b``; no word of ``b`` twice."""
    places: dict[int, list[int]] = {}
    for at, run in enumerate(a.runs):
        places.setdefault(run, []).append(at)
    found: list[Run] = []
    mine, theirs = a.words, b.words
    at = 0
    while at < len(b.runs):
        best = Run(0, at, 0)
        for start in places.get(b.runs[at], ())[:8]:
            if (
                best.size
                and mine[start + best.size : start + best.size + 1] != theirs[at + best.size : at + best.size + 1]
            ):
                continue
            size = RUN
            while start + size < len(mine) and at + size < len(theirs) and mine[start + size] == theirs[at + size]:
                size += 1
            if size > best.size:
                best = Run(start, at, size)
        if best.size:
            found.append(best)
        at += best.size or 1
    return found


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


def figures_changed(a: Fingerprint, b: Fingerprint, found: list[Run]) -> bool:
    """Whether a number differs between equal words: "killed 12 people" against "killed 15 people"."""
    for passage in passages(found):
        for left, right in zip(passage, passage[1:], strict=False):
            mine = _words(a, left.a + left.size, right.a)
            theirs = _words(b, left.b + left.size, right.b)
            if mine != theirs and any(map(_is_figure, mine)) and any(map(_is_figure, theirs)):
                return True
    return False


def evidence(a: Fingerprint, b: Fingerprint, found: list[Run]) -> tuple[SharedCopy, ...]:
    """The longest shared passages, both sides literal, longest first."""
    ranked = sorted(passages(found), key=lambda passage: (-sum(run.size for run in passage), passage[0]))
    shown = []
    for passage in ranked[:PASSAGES]:
        first, last = passage[0], passage[-1]
        size = LONGEST_EVIDENCE + 1
        while passage:
            last = passage[-1]
            left = a.offsets[first.a][0], a.offsets[last.a + last.size - 1][1]
            right = b.offsets[first.b][0], b.offsets[last.b + last.size - 1][1]
            size = max(left[1] - left[0], right[1] - right[0])
            if size <= LONGEST_EVIDENCE or len(passage) == 1:
                break
            passage = passage[:-1]
        if size > LONGEST_EVIDENCE:
            left, right = _cut(a, b, first)
        shown.append(SharedCopy(cite(a.report, *left), cite(b.report, *right)))
    return tuple(shown)


def _cut(a: Fingerprint, b: Fingerprint, run: Run) -> tuple[tuple[int, int], tuple[int, int]]:
    """The first words of a long run, as many as evidence may hold on both sides."""
    size = run.size
    while True:
        left = a.offsets[run.a][0], a.offsets[run.a + size - 1][1]
        right = b.offsets[run.b][0], b.offsets[run.b + size - 1][1]
        if size == 1 or max(left[1] - left[0], right[1] - right[0]) <= LONGEST_EVIDENCE:
            return left, right
        size -= 1


def kind_of(shared: float, rare: float, longest: int, changed: bool) -> ReuseKind | None:
    """What a pair is, from the share of the shorter text in common, its rare runs, the longest run and figures."""
    if shared >= COPY:
        return "update" if changed else "same"
    if rare >= REWRITE:
        return "update" if changed and shared >= COPY / 2 else "rewrite"
    return "shared quotes" if longest >= LONG_RUN else None


def _words(text: Fingerprint, start: int, end: int) -> list[str]:
    return [text.report.text[slice(*text.offsets[at])] for at in range(start, end)]


_FIGURES = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen dozens
    """.split()
)


def _is_figure(word: str) -> bool:
    return word[0].isdigit() or word.lower() in _FIGURES
