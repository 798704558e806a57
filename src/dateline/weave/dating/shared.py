"""The same words in two reports: a quotation, or a sentence taken over, as a sign that they are of about one day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from dateline.model.annotations import Annotated, Sentence
from dateline.model.evidence import Evidence, cite
from dateline.weave.dating.likeness import LONGEST, WORD

RUN = 8
"""Words in a row that two reports must share; of pairs that share 8, half are of days not more than three apart."""
MOST_SIBLINGS = 10
"""Siblings looked at, the likest first: whoever shares a run of words shares rare pairs of words too."""
EVERYWHERE = 4
"""Siblings that hold a run from which on it is the page's furniture or a standing phrase, not news."""


class SharedWords(msgspec.Struct, frozen=True):
    """Words that an undated report shares with one sibling. ``runs``: how many; the sentences are the first longest."""

    number: int
    runs: int
    here: Evidence
    there: Evidence


def shared_words(undated: Annotated, siblings: Sequence[Annotated]) -> list[SharedWords]:
    """What the undated report shares with each of the siblings, in their order; only where something is shared."""
    here: dict[tuple[str, ...], Sentence] = {}
    for run, sent in _runs(undated):
        here.setdefault(run, sent)
    held: list[dict[tuple[str, ...], Sentence]] = []
    holders: Counter[tuple[str, ...]] = Counter()
    for one in siblings[:MOST_SIBLINGS]:
        there: dict[tuple[str, ...], Sentence] = {}
        for run, sent in _runs(one):
            if run in here and run not in there:
                there[run] = sent
        holders.update(there.keys())
        held.append(there)
    found = []
    for number, (one, there) in enumerate(zip(siblings, held, strict=False)):
        runs = [run for run in there if holders[run] < EVERYWHERE]
        if runs:
            pairs = Counter((here[run].start, there[run].start) for run in runs)
            best = min(pairs, key=lambda pair: (-pairs[pair], pair))
            run = next(run for run in runs if (here[run].start, there[run].start) == best)
            mine, theirs = here[run], there[run]
            found.append(
                SharedWords(
                    number,
                    len(runs),
                    cite(undated.report, mine.start, mine.end),
                    cite(one.report, theirs.start, theirs.end),
                )
            )
    return found


def _runs(annotated: Annotated) -> Iterator[tuple[tuple[str, ...], Sentence]]:
    """Yields the runs of words inside the sentences of a report's story."""
    text = annotated.report.text
    count = 0
    for sent in annotated.notes.sentences:
        words = WORD.findall(text[sent.start : sent.end].lower())
        for run in zip(*(words[step:] for step in range(RUN)), strict=False):
            yield run, sent
        count += len(words)
        if count > LONGEST:
            return
