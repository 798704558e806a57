"""The tokens of a sentence and what each may be: modal, form of "be", past form, border, name, time expression.

Ambiguous words are left open here; :mod:`dateline.annotate.status_clauses` decides them in their frame.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import compress

import msgspec

from dateline.annotate import status_words as words
from dateline.annotate.tokens import token_table
from dateline.annotate.verbs import MODALS, analyse

_BE = frozenset("am is are was were be been being 's ’s 're ’re 'm ’m".split())
_HAVE = frozenset("have has had having 've ’ve".split())
_DO = frozenset("do does did".split())
_CONTRACTED = ("n't", "n’t")


class Line(msgspec.Struct, gc=False):
    """A sentence's tokens: ``low`` in lower case, their places in ``text``, what each may be, its time expression (-1
    for none), whether it stands in a name."""

    text: str
    low: list[str]
    starts: list[int]
    ends: list[int]
    kinds: list[str]
    timex: list[int]
    named: list[bool]

    def capital(self, at: int) -> bool:
        """Whether the token has a capital letter."""
        return self.text[self.starts[at] : self.ends[at]] != self.low[at]


class _Kinds(dict[str, str]):
    """Word -> kind; fills itself, and forgets all when it has grown too big."""

    LARGEST = 60_000

    def __missing__(self, word: str) -> str:
        if len(self) > self.LARGEST:
            self.clear()
        made = self[word] = _kind(word)
        return made


_kinds = _Kinds()


def kind_of(low: str) -> str:
    """What a lower-case token may be; one letter, "" for a plain word."""
    return _kinds[low]


def _kind(low: str) -> str:
    """What a lower-case token may be; one letter, "" for a plain word."""
    if low in MODALS and low not in ("'d", "’d", "'ll", "’ll"):
        return "m"
    if low in _BE:
        return "b"
    if low in _HAVE:
        return "h"
    if low in _DO:
        return "d"
    if low.endswith(_CONTRACTED) and len(low) > 3:
        return kind_of(low[:-3].replace("ca", "can").replace("wo", "will") if low[:-3] in ("ca", "wo") else low[:-3])
    if low == "to":
        return "t"
    if low in words.SUBORDINATORS:
        return "S"
    if low in words.COORDINATORS:
        return "C"
    if low in words.DETERMINERS:
        return "D"
    if low in words.PREPOSITIONS:
        return "P"
    if low in words.SUBJECTS:
        return "I"
    if not low[0].isalpha():
        return "," if low in ',;:()–—-"“”' else ("#" if low[0].isdigit() else "")
    if low in words.ZERO_PAST:
        return "z"
    if low in words.NOT_VERBS:
        return "N" if low in words.EVENT_NOUNS else ""
    if low in words.PRESENT:
        return "s"
    _, forms = analyse(low)
    if "past" in forms or "participle" in forms:
        return "v"
    if "ing" in forms:
        return "g"
    if low in words.BARE:
        return "p"
    if low in words.EVENT_NOUNS or low in words.PLAN_NOUNS or low in words.REQUEST_NOUNS:
        return "N"
    return ""


_WE = frozenset(("i", "we", "they"))
_OF_A_CRIME = frozenset(("accused", "suspected", "convicted"))
_CRIMES = frozenset(("killing", "bombing", "shooting"))
"""Nouns that are verbs after them: "accused of killing a guard on 3 May"."""


def read_line(text: str, start: int, end: int, timexes: Sequence[tuple[int, int, int]],
              names: Sequence[tuple[int, int]]) -> Line:  # fmt: skip
    """The tokens of ``text[start:end]``; ``timexes`` (start, end, index) and ``names`` are those inside it, in
    order."""
    stretch = text[start:end]
    small = stretch.lower()
    if len(small) == len(stretch):
        low, starts, ends = token_table(small, start)
    else:  # a letter that is two in lower case
        given, starts, ends = token_table(stretch, start)
        low = list(map(str.lower, given))
    kinds = list(map(_kinds.__getitem__, low))
    size = len(low)
    timex = [-1] * size
    named = [False] * size
    at = 0
    for first, last, index in timexes:
        at = bisect_right(ends, first, at)
        while at < size and starts[at] < last:
            timex[at] = index
            kinds[at] = "T"
            at += 1
    at = 0
    for first, last in names:
        at = bisect_right(ends, first, at)
        while at < size and starts[at] < last:
            if timex[at] < 0:
                named[at] = True
                kinds[at] = "E"
            at += 1
    if not _WE.isdisjoint(low):
        # "today I wake up": what follows "I" is a verb, whatever else it may be
        for at in compress(range(1, size), map(_WE.__contains__, low)):
            if not kinds[at] and not low[at].endswith("ly") and "base" in analyse(low[at])[1]:
                kinds[at] = "p"
    if not _OF_A_CRIME.isdisjoint(low):
        for at in compress(range(2, size), map(_CRIMES.__contains__, low[2:])):
            if low[at - 1] == "of" and low[at - 2] in _OF_A_CRIME:
                kinds[at] = "g"
    return Line(text, low, starts, ends, kinds, timex, named)
