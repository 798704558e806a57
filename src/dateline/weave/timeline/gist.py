"""What a pile of reports is about, in words: those that many of its independent texts open with.

The names of :mod:`dateline.weave.timeline.topic` miss a story that has few ("financial crisis", "bank", "market") and
take in what only shares a name with it. A sentence is about the story as far as it has words of the gist.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence

from dateline.model.annotations import Annotated
from dateline.text.patterns import late
from dateline.text.words import stem
from dateline.weave.timeline.tellings import Telling

OPENING = 3
"""Sentences at a report's head that tell what it is about."""

LEAST_SHARE = 0.05
"""Share of the texts that open with a word for it to be of the gist. Words of any news have less in most piles."""

KNOWN_SHARE = 0.06
"""The same for a thing that every reader of the story knows: "the singer", "the trial"."""

SAMPLE, FROM_A_REPORT = 100_000, 2_000
"""Characters of the pile, and of one report, in which it is counted how a word is used."""

ONE_OF_MANY = 1.5
"""Times as often as with "the" that a word stands with "a" or in the plural where the story has many of the kind."""

_NO_PLURAL = ("ss", "is", "us")
_NOUN = late(r"\b(?:(?P<which>[Tt]he|[Tt]h(?:is|at)|[Aa]n?|[Oo]ne|[Aa]nother) )?(?P<noun>[a-z]{3,})\b")


class Gist:
    """Stem -> share of the independent texts that have it among their first sentences."""

    def __init__(self, tellings: Iterable[Telling], words: Callable[[Telling], frozenset[str]]) -> None:
        opened: dict[str, set[str]] = {}
        for told in tellings:
            if told.position < OPENING:
                opened.setdefault(told.family, set()).update(words(told))
        having = Counter(word for found in opened.values() for word in found)
        total = max(1, len(opened))
        self.shares = {word: n / total for word, n in having.items() if n > 1 and n / total >= LEAST_SHARE}
        self.known = frozenset(word for word, share in self.shares.items() if share >= KNOWN_SHARE)
        self._most = max(self.shares.values(), default=0.0)

    def about(self, words: Iterable[str]) -> float:
        """0..1 and a little more: how much the words are about the story, against its commonest word alone.

        The chance that any of them stands at the head of a text, if each stood there by itself (noisy or).
        """
        if not self._most:
            return 1.0
        missed = 1.0
        for word in words:
            missed *= 1.0 - self.shares.get(word, 0.0)
        return (1.0 - missed) / self._most


def only_ones(known: Collection[str], reports: Sequence[Annotated]) -> frozenset[str]:
    """Those of the stems of which the story has one: "the trial" is clear to all, "the bank" among many is not."""
    step = max(1, len(reports) * FROM_A_REPORT // SAMPLE)
    the: Counter[str] = Counter()
    many: Counter[str] = Counter()
    for annotated in reports[::step]:
        for which, noun in _NOUN.findall(annotated.report.text[:FROM_A_REPORT]):
            if which[:2].lower() == "th":
                the[noun] += 1
            elif which or (noun.endswith("s") and not noun.endswith(_NO_PLURAL)):
                many[noun] += 1
    counts = {key: [0, 0] for key in known}
    for number, found in enumerate((the, many)):
        for noun, times in found.items():
            if (key := stem(noun)) in counts:
                counts[key][number] += times
    return frozenset(key for key, (once, often) in counts.items() if often < ONE_OF_MANY * max(1, once))
