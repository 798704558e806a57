"""What tells one story from another in a text: its words, names and figures, counted and weighed.

Names and figures weigh more than other words: two quakes share most of their words, but not place, names and toll.
"""

from __future__ import annotations

import math
import re
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice, pairwise
from operator import mul
from typing import NamedTuple

NAME = 2.0
"""Weight of a name against a word; best of 1, 1.5 and 2 on event and long-story sets alike (+1.4 and +5.7 points)."""
FIGURE = 1.5
"""Weight of a figure against a word; best of 1 and 1.5 on events (+0.7 points), even on long stories."""
LEAD = 80
"""Words. What stands this early is counted half as much again: a report opens with what happened."""
LEAD_WEIGHT = 0.5
KEPT = 80
"""Terms of a report that are compared, the weightiest; with 120 events lose .2 points and long stories gain .5."""
COMMON_IDF = 0.05
"""Least weight of a word; what nearly every report has tells nothing, but does not count against anybody."""
ELSEWHERE = 20
"""Reports of something else that are taken to be there besides those of an archive of fewer than :data:`FEW`: what all
of its reports share tells more than their number shows, and without this a pile on one story fell apart. On 18 small
piles, alone and mixed, 20 and 40 keep every one whole and apart (0: 15 whole; 80: some joined); on draws of 10 to 80
reports of long stories 20 gains 1 to 21 points."""
FEW = 256
"""Reports from which an archive is taken for what it is; with 5,500 reports, others besides lose .3 points."""

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d,.]*\d|\d|[.!?:\n\"“”]")
_BREAKS = frozenset('.!?:\n"“”')
_STOP = frozenset(
    """the a an of to in and on for that with at by from as is was were be has have had it its he his she her they
    their this will would but not are said who which or been after more than one about up out also i you we my our us
    them him me your can could if no all there what when so do did just into over some other new two first last people
    year years time say says told according mr mrs ms dr may might should must shall being where while how why then
    these those such only very much many most any both each between before during under again against because through
    off down now still even well back get got make made since until among per via monday tuesday wednesday thursday
    friday saturday sunday""".split()
)


class Features(NamedTuple):
    """A report's terms with how often they stand in it (the opening counts more), and those that are names."""

    counts: dict[str, float]
    names: frozenset[str]


class Terms(NamedTuple):
    """A report's terms by number, and how much its count, and being a name or a figure, make each of them weigh.

    A term's number is a digest of it, the same everywhere; two of a hundred thousand share one, which does no harm.
    """

    numbers: array[int]
    weights: array[float]

    def packed(self) -> bytes:
        """For :func:`unpacked`."""
        return self.numbers.tobytes() + self.weights.tobytes()


def unpacked(data: bytes) -> Terms:
    """What :meth:`Terms.packed` made."""
    half = len(data) // 2
    return Terms(array("I", data[:half]), array("f", data[half:]))


def features(text: str) -> Features:
    """The terms of a text. A word is a name where it is mostly written with a capital inside sentences."""
    tokens = _TOKEN.findall(text)
    openers = Counter(tokens[:1] + [word for before, word in pairwise(tokens) if before in _BREAKS])
    lead = Counter(islice((token for token in tokens if token not in _BREAKS), LEAD))
    found = Counter(tokens)
    counts: dict[str, float] = {}
    capital: dict[str, int] = {}
    for word, times in found.items():
        lower, term = _form(word)
        if term:
            early = lead.get(word)
            counts[term] = counts.get(term, 0.0) + (times + LEAD_WEIGHT * early if early else times)
            if lower != word and (inside := times - openers.get(word, 0)):
                capital[lower] = capital.get(lower, 0) + inside
    names = [stem(word) for word, times in capital.items() if times >= found.get(word, 0) - openers.get(word, 0)]
    return Features(counts, frozenset(names))


def terms_of(text: str) -> Terms:
    """The terms of a text by number."""
    counts, names = features(text)
    weights = [
        (1.0 + _log(count)) * (NAME if term in names else FIGURE if term[0].isdigit() else 1.0)
        for term, count in counts.items()
    ]
    return Terms(array("I", map(_number, counts)), array("f", weights))


@lru_cache(maxsize=1 << 16)
def _form(word: str) -> tuple[str, str]:
    """A word in small letters, and its term; none where it is a stop word or a sign."""
    lower = word.lower()
    return lower, "" if word in _BREAKS or lower in _STOP else stem(lower)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word without its ending, roughly: plural, past and -ing forms fall together."""
    word = word.removesuffix("'s").removesuffix("’s")
    if len(word) <= 3 or word.endswith("ss"):
        return word
    if len(word) <= 5:
        return word.removesuffix("s")
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending):
            return word[: -len(ending)] + instead
    return word


@lru_cache(maxsize=1 << 16)
def _number(term: str) -> int:
    return zlib.crc32(term.encode("utf-8", "surrogatepass"))


_log = lru_cache(maxsize=1 << 14)(math.log)
"""Counts are few and come again and again."""


class Rarity(dict[int, float]):
    """How much a term tells, by how many of so many reports have it; worked out once for each number."""

    def __init__(self, reports: int) -> None:
        super().__init__()
        elsewhere = max(0, min(ELSEWHERE, FEW - reports))
        self._whole = math.log(reports + elsewhere + 1)

    def __missing__(self, having: int) -> float:
        found = self[having] = max(COMMON_IDF, self._whole - math.log(having + 0.5))
        return found


def weigh(terms: Terms, having: Iterable[int], rarity: Rarity) -> Terms:
    """The weightiest terms as a unit vector, weightiest first. ``having``: how many reports have each term."""
    weights = map(mul, terms.weights, map(rarity.__getitem__, having))
    best = sorted(zip(weights, terms.numbers, strict=True), reverse=True)[:KEPT]
    norm = math.sqrt(sum([weight * weight for weight, _ in best])) or 1.0
    return Terms(array("I", [number for _, number in best]), array("f", [weight / norm for weight, _ in best]))
