"""Content words: what a sentence is about, for counting and comparing.

A content word is a word or number that is no stop word, reduced to a light stem, so that "decided", "decides" and
"decide" meet. Stems are keys for comparing and are never shown.
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache

WORD = re.compile(r"[^\W_]+")
_SPACED = "".join(char if char.isalnum() else " " for char in map(chr, range(128)))
"""ASCII with a blank for whatever is of no word: to split what is left costs half of finding words by a pattern, and
nearly every sentence of English news is ASCII."""

_LETTER_RUN = re.compile(r"[A-Za-z]++(?=[ ,.])|[^\W\d_]+")
LETTERS = {code: chr(code) if chr(code).isalpha() else " " for code in range(128)}
"""Leaves nothing but letters in a text of ASCII, at a third of the pattern's cost."""

STOPWORDS = frozenset(
    """
    a about above according across after again against ago all almost along already also although always am among an
    and another any are around as asked at away back be became because become been before began behind being below
    between both but by came can cannot could did do does doing done down during each either else even ever every far
    few for from further get getting give given go goes going gone got had has have having he her here hers herself
    him himself his how however i if in including indeed instead into is it its itself just keep kept last later least
    less let like likely made make makes making many may me meanwhile might mine more most mr mrs ms much must my
    myself near neither never new next no nor not now of off often on once one only onto or other others our ours
    ourselves out over own part per perhaps put rather re really s said same saw say saying says see seen several shall
    she should since so some soon still such t take taken than that the their theirs them themselves then there
    these they this those though through thus till to together told too took toward towards two under until up upon
    us use used using very via was way we well went were what when where whether which while who whom whose why will
    with within without would yes yet you your yours yourself ll ve d m don didn doesn isn wasn aren weren hasn haven
    hadn won wouldn couldn shouldn ain
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december jan feb mar apr jun jul aug sept sep oct nov dec today yesterday tomorrow tonight day
    days week weeks month months year years morning afternoon evening night early late
    """.split()
)
"""Words that tell nothing of what happened; names of days and months among them, since the date stands beside."""

_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ied", "y"), ("ed", ""), ("es", ""), ("s", ""))
_SHORTEST = 3
"""Letters. What would be left shorter keeps its ending: "using" -> "us" would meet "us"."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The light stem of a lower-case word: plural, -ed, -ing and a last -e go, a doubled last consonant is halved."""
    if len(word) <= _SHORTEST or word.isdigit():
        return word
    for ending, instead in _ENDINGS if word[-1] in "sgd" else ():
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            if ending == "s" and word[-2] in "sui":
                break
            word = word[: -len(ending)] + instead
            if ending in ("ing", "ed") and len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    if len(word) > _SHORTEST and word[-1] == "e":
        word = word[:-1]
    return word


def _key(word: str) -> str:
    return "" if word in STOPWORDS or (len(word) < 2 and not word.isdigit()) else stem(word)


class _Keys(dict[str, str]):
    """Word -> stem, "" for a stop word; fills itself, and forgets all when it has grown too big."""

    LARGEST = 200_000

    def __missing__(self, word: str) -> str:
        if len(self) > self.LARGEST:
            self.clear()
        made = self[word] = _key(word)
        return made


_keys = _Keys()

_CONTRACTED = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SPACED_OUT = _SPACED[: ord("'")] + "'" + _SPACED[ord("'") + 1 :]


def spoken_words(text: str) -> list[str]:
    """The words of ``text`` in lower case, contractions as one word each ("don't"), with straight apostrophes."""
    low = text.lower().replace("’", "'")
    if not low.isascii() or "''" in low:
        return _CONTRACTED.findall(low)
    return [bare for word in low.translate(_SPACED_OUT).split() if (bare := word.strip("'"))]


def letters(text: str) -> list[str]:
    """The letters in a row of ``text``, in order."""
    return text.translate(LETTERS).split() if text.isascii() else _LETTER_RUN.findall(text)


def content_words(text: str) -> list[str]:
    """The stems of the content words of ``text``, in order, with repetitions."""
    return list(filter(None, map(_keys.__getitem__, _words(text))))


def vocabulary(text: str) -> set[str]:
    """The stems of the content words of ``text``, each once; for a whole report the quicker way to them."""
    return set(map(_keys.__getitem__, set(_words(text)))) - {""}


def _words(text: str) -> list[str]:
    low = text.lower()
    return low.translate(_SPACED).split() if low.isascii() else WORD.findall(low)


def as_written(keys: Set[str], text: str, most: int) -> list[str]:
    """The words of ``text`` whose stems are among ``keys``, as they stand there, one for each stem, at most so many."""
    found: dict[str, str] = {}
    for word in WORD.findall(text):
        key = _keys[word.lower()]
        if key in keys and len(found) < most:
            found.setdefault(key, word)
    return list(found.values())
