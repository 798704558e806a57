"""Runs of capitalised words: what a name can be made of.

A run goes on over a blank, over initials ("John F. Kennedy") and particles ("Ursula von der Leyen"), and, as a
possibility for the next step to judge, over "of", "for" and "and".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

_UPPER = "A-ZÀ-ÖØ-ÞΑ-ΩЀ-Я" + "".join(chr(c) for c in range(0x100, 0x180) if chr(c).isupper())
_TAILS = "|".join(
    """led backed based era style controlled held run funded aligned sponsored friendly like wide born made
    owned area bound linked affiliated brokered mandated imposed allied dominated trained occupied supported
    inspired related ruled leaning educated elect turned only wing flagged registered""".split()
)
"""Ends of adjectives that are made from names: "NATO-led"."""

_REST = rf"""[^\W_]*+(?: (?: &(?=[{_UPPER}]) | [’'](?=[{_UPPER}]) | [’'](?!(?:s|m|ll|re|ve|d|t)\b)(?=[^\W\d_]{{2}})
                          | [-‑](?=[^\W\d_])(?!(?:{_TAILS})\b) ) [^\W_]*+ )*"""
_CAPITAL = re.compile(
    rf"[{_UPPER}](?<![\w.@#/&-][\s\S])(?: \.(?:[{_UPPER}]\.)+ | {_REST} )",  # U.S.  Kennedy
    re.VERBOSE,
)
"""A capitalised word. One character comes first: the search skips to it."""
_WITH_PREFIX = re.compile(
    rf"""[{_UPPER}adelu](?<![\w.@#/&-][\s\S])
    (?: (?<=[{_UPPER}])\.(?:[{_UPPER}]\.)+
      | (?:(?<=[{_UPPER}])|(?:(?<=a)[a-z]{{1,2}}|(?<=[eu])l|(?<=[dl]))[-’'][{_UPPER}])   # al-, el-, ul-, d', l'
        {_REST} )""",
    re.VERBOSE,
)
"""The same, with small prefixes of names."""
_PREFIXED = re.compile(rf"[-’'][{_UPPER}]")
_INITIAL = re.compile(rf"[{_UPPER}]$")
_ABBREVIATED = frozenset(
    "mr mrs ms dr prof sen sens rep reps gov gen lt col maj capt cmdr adm sgt cpl pvt rev hon st fr det jr sr msgr "
    "supt insp atty pres sec amb del".split()
)

SPACE, LINK, AND, COMMA = 1, 2, 3, 4
"""How a word is joined to the one before: by a blank (or a particle), by "of"/"for", by "and"/"&"."""

_GAPS = {
    " ": SPACE, " of ": LINK, " of the ": LINK, " for ": LINK, " for the ": LINK, " and ": AND, " & ": AND,
    " de ": SPACE, " la ": SPACE, " de la ": SPACE, " van ": SPACE, " von ": SPACE, " van der ": SPACE,
    " van den ": SPACE, " von der ": SPACE, " der ": SPACE, " bin ": SPACE, " ben ": SPACE, " ibn ": SPACE,
    " bint ": SPACE, " al ": SPACE, " el ": SPACE, " ul ": SPACE, " du ": SPACE, " del ": SPACE, " da ": SPACE,
    " dos ": SPACE, " di ": SPACE, " abu ": SPACE, " zu ": SPACE, "-elect ": SPACE,
    "-designate ": SPACE, " ter ": SPACE, " a ": 0,
}  # fmt: skip
_LONGEST_GAP = 12
LONGEST_RUN = 16
"""Words. Longer runs are headings and lists; the bound keeps the reading linear."""


class Word(msgspec.Struct, frozen=True, gc=False):
    """A capitalised word with its place, how it is joined to the word before, and whether a genitive 's follows."""

    start: int
    end: int
    text: str
    low: str
    joined: int
    genitive: bool


def runs(text: str, start: int, end: int) -> Iterator[list[Word]]:
    """Yields the runs of capitalised words of a sentence, in order."""
    run: list[Word] = []
    last = -1
    capital = _WITH_PREFIX if _PREFIXED.search(text, start, end) else _CAPITAL
    for found in capital.finditer(text, start, end):
        a, b = found.span()
        word = found[0]
        joined = 0
        if run:
            if a - last <= _LONGEST_GAP and len(run) < LONGEST_RUN:
                joined = _joined(run[-1], text[last:a], word)
            if not joined:
                yield run
                run = []
        after = text[b : b + 2]
        genitive = after in _GENITIVES or (word[-1] == "s" and after in _GENITIVES_OF_S)
        run.append(Word(a, b, word, word.lower(), joined, genitive))
        last = b
    if run:
        yield run


_GENITIVES = frozenset(("'s", "’s"))
_GENITIVES_OF_S = frozenset(("' ", "’ "))


def _joined(before: Word, gap: str, word: str) -> int:
    """How a word is joined to the one before across the gap between them; 0 for not at all."""
    if not gap:
        return 0
    if before.genitive:
        return SPACE if _of_members(before.low, gap, word) else 0
    joined = _GAPS.get(gap, -1)
    return joined if joined >= 0 else _odd_gap(gap, before.text)


_MEMBER_BODIES = frozenset(
    """union party association federation confederation institute society guild league movement front congress alliance
    organisation organization trust foundation club council""".split()
)


def _of_members(before: str, gap: str, word: str) -> bool:
    """Whether a genitive goes on as the name of a body: "Farmers' Union", "Women's Institute"."""
    if word.lower() not in _MEMBER_BODIES:
        return False
    return gap in ("' ", "’ ") or (gap in ("'s ", "’s ") and before.endswith(("men", "people", "children")))


def _odd_gap(gap: str, before: str) -> int:
    """Joins that depend on the word before: the full stop of an initial or a title, a line break, ", Jr."."""
    if gap == ". ":
        return SPACE if _INITIAL.match(before) or before.lower() in _ABBREVIATED else 0
    if "\n" in gap:
        return _GAPS.get(" ".join(gap.split()).join("  ") if gap.strip() else " ", 0)
    return 0
