"""Which sentences can hold a time expression at all: those with a word that some rule needs.

The rules stand for plain sequences of steps. From each one step is chosen, unless a step chosen before serves: the
shortest sequences first, of a sequence the step with the fewest and least common words. The words of all chosen steps
are the triggers: a sentence without any of them matches no rule, so half of a report needs no closer look.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.annotate.times.lexicon import Lexicon
from dateline.annotate.times.numbers import opens_spoken_year
from dateline.annotate.times.scan import FIGURE_CLASSES
from dateline.annotate.tokens import PIECE

_FIGURES = frozenset("0123456789")
_FREQUENT_CLASSES = ("closed", "number", "vague", "dir", "a", "and")
"""Classes whose words are in most sentences."""
_FREQUENT = 1000
"""Cost of a step that has such words, or none that can be searched for; any other step is better."""
_SHORT = 2
"""Letters. Shorter pieces ("a" of "a.m.") are in most sentences."""

Words = tuple[int, frozenset[str]]
"""Cost of a step, and its words as pieces."""


def triggers(sequences: Iterable[tuple[str, ...]], lexicon: Lexicon) -> frozenset[str]:
    """Pieces of which every match of the sequences of classes holds at least one."""
    ordered = sorted(sequences, key=len)
    steps = _steps({name for sequence in ordered for name in sequence}, lexicon)
    chosen: set[str] = set()
    served: set[str] = set()
    for sequence in ordered:
        if not served.isdisjoint(sequence):
            continue
        best = min(sequence, key=lambda name: (not steps[name][1] <= chosen, steps[name][0], name))
        served.add(best)
        chosen |= steps[best][1]
    return frozenset(chosen)


def _steps(names: set[str], lexicon: Lexicon) -> dict[str, Words]:
    spellings: dict[str, set[str]] = {}
    for spelling, classes in lexicon.words.items():
        for name in classes:
            spellings.setdefault(name, set()).add(spelling)
    spellings["spokenyear"] = {word for word, classes in lexicon.words.items() if opens_spoken_year(classes)}
    frequent = set().union(*(spellings.get(name, set()) for name in _FREQUENT_CLASSES))
    steps = {}
    for name in names:
        own = spellings.get(name, set())
        pieces = frozenset(map(_longest_piece, own))
        if name in FIGURE_CLASSES:
            pieces |= _FIGURES
        vague = sum(word in frequent for word in own) > len(own) // 2
        unsearched = not pieces or any(not PIECE.fullmatch(piece) for piece in pieces)
        letters = min((len(piece) for piece in pieces if piece not in _FIGURES), default=_SHORT)
        cost = len(pieces) + _FREQUENT * (vague + (letters < _SHORT)) + _FREQUENT**2 * unsearched
        steps[name] = cost, pieces
    return steps


def _longest_piece(word: str) -> str:
    pieces: list[str] = PIECE.findall(word) or [word]
    return max(pieces, key=len)
