"""A person's name without what has run into it: words of a headline, a place, the name said twice.

Judged by the pile: what is left must be a name that stands by itself elsewhere in it, and more often.
"""

from __future__ import annotations

from collections.abc import Mapping

from dateline.text.gazetteer import tables
from dateline.text.name_forms import fold
from dateline.text.words import STOPWORDS

MORE_OFTEN = 2
"""How many times as often the bare name must stand in the pile as the one with a word too many."""

SHORTEST = 2
"""Letters of a name."""

LEAST_NOISE, LEAST_ADVERB = 3, 5
"""Letters of a word that is none of a name, by its place in a list and by its ending."""

_CUTS = frozenset(
    """did does do is are was were has have had about in on at his her their its to for with by as and but or not the a
    an that this would could should says said over after before against into from of who when where while if than vs"""
    .split()
)  # fmt: skip
"""Words that stand inside no name of a person; a headline in capitals goes on with them."""

_OTHER_PERSON = frozenset(
    "fake mock little young old saint st st. van von de da di del della al el la le jr sr".split()
)
"""Words before a name that make it another one."""


def surnames(counts: Mapping[str, int]) -> set[str]:
    """The surnames of the people who are named in full, folded; of those with an unknown given name, where it stands
    more than once."""
    given = tables().given
    full = ((name.split(), count) for name, count in counts.items() if " " in name)
    return {fold(words[-1]) for words, count in full if fold(words[0]) in given or count >= MORE_OFTEN}


def bare_names(counts: Mapping[str, int]) -> dict[str, str]:
    """Name -> the name without what has run into it, of those that change; "" for what is no name at all.

    ``counts``: how often each name of a person stands in the pile.
    """
    given = tables().given
    surnames = {
        fold(words[-1]) for name in counts if len(words := name.split()) > 1 and fold(words[0]) in given
    }  # fmt: skip
    found = {}
    for name, count in counts.items():
        bare = _bare(name, count, counts, surnames)
        if bare != name:
            found[name] = bare
    return found


def _bare(name: str, count: int, counts: Mapping[str, int], surnames: set[str]) -> str:
    words = _before_cut(name.split(), surnames)
    once = _said_once(words)
    if once != words and (fold(once[-1]) in surnames or _stands(once, count, counts)):
        words = once
    while len(words) > 1 and _is_noise(words, count, counts, surnames):
        words = words[1:]
    if len(words) > 2 and words[-1] in tables().places and _stands(words[:-1], count, counts):
        words = words[:-1]
    bare = " ".join(words)
    return bare if len(bare) >= SHORTEST and bare.lower() not in _CUTS else ""


def _before_cut(words: list[str], surnames: set[str]) -> list[str]:
    """The words before one that stands inside no name; [] where they are none by themselves ("Fears of Palin")."""
    opens = next((at for at, word in enumerate(words) if word.lower() not in _CUTS), len(words))
    if opens:
        return words[opens:] if opens < len(words) and fold(words[-1]) in surnames else []
    for at, word in enumerate(words):
        if word.lower() not in _CUTS or (len(word) == 1 and word != "a"):
            continue
        if at == len(words) - 1 and word.lower() in _MAY_END:
            return words
        named = at > 1 or (at == 1 and (fold(words[0]) in surnames or fold(words[0]) in tables().given))
        return words[:at] if named else []
    return words


_MAY_END = frozenset(("said", "has", "had", "as", "with"))
"""Of these words what is also a name: "Khaled Said"."""


def _said_once(words: list[str]) -> list[str]:
    """The words without what is said twice running: "Ann Costa Ann Costa", "Ann Costa Costa"."""
    half = len(words) // 2
    if half and words[:half] == words[half:]:
        return words[:half]
    return [word for at, word in enumerate(words) if not at or word != words[at - 1]]


def _is_noise(words: list[str], count: int, counts: Mapping[str, int], surnames: set[str]) -> bool:
    """Whether the first word is none of the name."""
    first, rest = fold(words[0]), words[1:]
    known = tables()
    if len(first) < LEAST_NOISE or not {first, fold(rest[0])}.isdisjoint(_OTHER_PERSON):
        return False
    if len(rest) > 1:
        return fold(rest[0]) in known.given and _stands(rest, count, counts) and (
            first not in known.given or first in STOPWORDS
        )  # fmt: skip
    by_ending = len(first) > LEAST_ADVERB and first.endswith(("ing", "ly"))
    ordinary = by_ending or first in STOPWORDS or first in known.common
    return ordinary and first not in known.given and fold(rest[0]) in surnames


def _stands(words: list[str], count: int, counts: Mapping[str, int]) -> bool:
    return counts.get(" ".join(words), 0) >= MORE_OFTEN * count
