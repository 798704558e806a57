"""Which mentions of a pile are one body: acronyms, long and short forms."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from functools import lru_cache

from dateline.group.name_links import Named
from dateline.model.annotations import Annotated
from dateline.text.gazetteer import tables
from dateline.text.name_forms import fold, initials


def link_bodies(mine: Sequence[Named], reports: Sequence[Annotated]) -> list[str]:
    """For each mention of a body a key: the folded long form."""
    long_of = {fold(short): fold(long) for short, long in sorted(tables().long_forms.items())}
    texts = {annotated.report.id: annotated.report.text for annotated in reports}
    for one, after in itertools.pairwise(mine):
        if one.report == after.report and _introduces(texts[one.report], one, after):
            long_of[fold(after.name)] = fold(one.name)
    count = Counter(fold(one.name) for one in mine)
    names = sorted({one.name for one in mine})
    spelled: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if " " in name:
            spelled[initials(name)].add(fold(name))
    for name in names:
        letters = name.replace(".", "")
        if letters.isupper() and 3 <= len(letters) <= 6 and fold(name) not in long_of and len(spelled[letters]) == 1:
            (long,) = spelled[letters]
            if count[long] * OFTENER >= count[fold(name)]:
                long_of[fold(name)] = long
    by_tail: dict[str, list[str]] = defaultdict(list)
    for name in sorted({fold(name) for name in names}):
        words = name.split()
        for at in range(1, min(len(words), _LONGEST_PLACE + 1)):
            if _is_place(" ".join(words[:at])):
                by_tail[" ".join(words[at:])].append(name)
    for name in sorted({fold(name) for name in names}):
        if " " in name and len(by_tail[name]) == 1:
            long_of.setdefault(name, by_tail[name][0])
    _add_heads({fold(name) for name in names}, long_of)
    ends: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in mine:
        if " " in one.name:
            ends[(one.report, fold(one.name).split()[-1])].add(_follow(fold(one.name), long_of))
    tails: dict[str, set[str]] = defaultdict(set)
    for (_, tail), longer in ends.items():
        tails[tail] |= longer
    out = []
    known, written = {fold(name) for name in names}, set(names)
    for one in mine:
        name = _COMPANY.sub("", fold(one.name))
        bare = name.removeprefix("the ")
        name = bare if " " in bare or bare in known else name
        short = " " not in name and name not in long_of and not _is_acronym(one.name, written)
        whole = (ends.get((one.report, name)) or tails.get(name, set())) if short else set()
        out.append(next(iter(whole)) if len(whole) == 1 else _follow(name, long_of))
    return out


def _add_heads(names: set[str], long_of: dict[str, str]) -> None:
    """A name is the one body of the pile that is called so with one word more: "Costa Lund", "Costa Lund Bank"."""
    by_start: dict[str, set[str]] = defaultdict(set)
    for name in names:
        start, _, last = name.rpartition(" ")
        if start in names and last and not _is_place(start):
            by_start[start].add(name)
    for start, longer in sorted(by_start.items()):
        if len(longer) == 1:
            long_of.setdefault(start, next(iter(longer)))


def _is_acronym(name: str, written: Set[str]) -> bool:
    """Whether a name is always in capitals, and so no other name cut short."""
    return name.isupper() and name.capitalize() not in written


OFTENER = 10
"""How many times as often as its long form an acronym may stand in a pile; one far oftener is mostly another body's,
so well known that nobody writes it out."""

_COMPANY = re.compile(r",? (?:inc|corp|ltd|co|plc|llc|ag|gmbh|nv|sa)$")
"""A company's legal form at the end of its name: "Acme Inc" is Acme."""


def _introduces(text: str, long: Named, short: Named) -> bool:
    """Whether the second stands in brackets after the first and its letters are those of the first's words."""
    if text[long.end : short.start].strip() != "(" or text[short.end : short.end + 1] != ")":
        return False
    letters = re.sub(r"[^A-Za-z]", "", short.name).upper()
    return bool(letters) and letters[0] == initials(long.name)[:1].upper() and short.name.upper() == short.name


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    known = tables()
    return frozenset(fold(name) for name in (*known.countries, *known.demonyms, "UN", "U.N.", "United Nations"))


def _is_place(words: str) -> bool:
    return words in _places()


_LONGEST_PLACE = 3
"""Words of a country before a body's name ("United Arab Emirates Central Bank")."""


def _follow(name: str, long_of: dict[str, str]) -> str:
    seen = {name}
    while name in long_of and long_of[name] not in seen:
        name = long_of[name]
        seen.add(name)
    return name
