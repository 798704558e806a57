"""Which mentions of a pile are one person, one body, one place."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from dateline.model.annotations import Annotated
from dateline.text.gazetteer import tables
from dateline.text.name_forms import (
    fold,
    is_nickname,
    is_transliterated,
    one_letter_apart,
    same_given,
    skeleton,
)


class Named(NamedTuple):
    """A mention as the links see it."""

    report: str
    start: int
    end: int
    name: str
    kind: str
    title: str
    paragraph: int
    role: str = ""


def link_persons(mine: Sequence[Named], reports: Sequence[Annotated]) -> list[str]:
    """For each mention of a person a key that all mentions of the same person share."""
    del reports
    full = sorted({one.name for one in mine if " " in one.name}, key=lambda name: (-len(name.split()), name))
    count = Counter(one.name for one in mine)
    offices = _offices(mine)
    key = _full_names(full, count)
    _merge_misspelled(key, mine, offices)
    for name, held in sorted(offices.items()):
        if name in key and key[name] != name:
            offices.setdefault(key[name], set()).update(held)
    bearers: dict[str, set[str]] = defaultdict(set)
    for name in full:
        for form in _short_forms(key[name]) | _short_forms(name):
            bearers[form].add(key[name])
    rough: dict[str, set[str]] = defaultdict(set)
    for name in full:
        if is_transliterated(name.split()[0]):
            rough[skeleton(name.split()[-1])].add(key[name])
    in_report: dict[str, dict[str, int]] = defaultdict(dict)
    for one in mine:
        if one.name in key and key[one.name] == one.name:
            in_report[one.report].setdefault(one.name, one.start)
        elif one.name in key:
            in_report[one.report].setdefault(key[one.name], one.start)
    prominence = Counter(key[one.name] for one in mine if one.name in key)
    out = []
    recent: dict[str, tuple[int, str]] = {}
    for one in mine:
        if one.name in key:
            chosen = key[one.name]
            recent[one.report] = (one.paragraph, chosen)
        else:
            chosen = _bearer(one, bearers, rough, in_report[one.report], prominence, recent.get(one.report), offices)
        out.append(chosen)
    return out


def _full_names(full: list[str], count: Counter[str]) -> dict[str, str]:
    """Full name -> the one form that stands for the person.

    "George Bush" goes to "George W. Bush" only where one such is known. Of several ways of writing a transliterated
    name the commonest stands for all.
    """
    key: dict[str, str] = {}
    near: dict[str, list[str]] = defaultdict(list)
    for name in full:
        words = name.split()
        marks = _marks(words)
        wider = sorted({key[other] for mark in marks for other in near[mark] if _same_person(words, other.split())})
        key[name] = _commonest(wider, count) or name
        for mark in marks:
            near[mark].append(name)
        if len(words) > 2:
            near["<" + fold(" ".join(words[:2]))].append(name)
    same: dict[str, list[str]] = defaultdict(list)
    for name in full:
        same[key[name]].append(name)
    for stands, names in same.items():
        equal = [other for other in names if len(other.split()) == len(stands.split())]
        best = min(equal, key=lambda other: (-count[other], -len(other), other))
        for other in names:
            key[other] = best
    return key


def _commonest(wider: Sequence[str], count: Counter[str]) -> str | None:
    """The only one of several names, or the one that is named far more often than all others; None where none is."""
    if len(wider) < 2:
        return wider[0] if wider else None
    first, second = sorted(wider, key=lambda name: (-count[name], name))[:2]
    return first if count[first] >= FAR_OFTENER * max(1, count[second]) else None


FAR_OFTENER = 10
"""How many times as often as the next one a longer name must stand for a shorter one of both to be its."""


def _marks(words: list[str]) -> list[str]:
    """What two ways of writing one person's name share one of: surname, its consonants, the first two words."""
    rough = [skeleton(words[-1]) + "~"] if is_transliterated(words[0]) else []
    return [fold(words[-1]), *rough, "<" + fold(" ".join(words[:2]))]


def _same_person(short: list[str], long: list[str]) -> bool:
    """Whether a full name is a shorter or other way of writing another one."""
    if fold(" ".join(short)).replace("-", " ") == fold(" ".join(long)).replace("-", " "):
        return True
    if len(short) == len(long):
        if fold(short[-1]) == fold(long[-1]) and is_nickname(short[0], long[0]):
            return True
        return (
            same_given(short[0], long[0])
            and is_transliterated(short[0])
            and all(fold(a) == fold(b) or same_given(a, b) for a, b in zip(short[1:-1], long[1:-1], strict=True))
            and (fold(short[-1]) == fold(long[-1]) or skeleton(short[-1]) == skeleton(long[-1]))
        )
    if fold(short[-1]) != fold(long[-1]):
        starts = [fold(w) for w in long[: len(short)]] == [fold(w) for w in short]
        return starts and len(short) > 1 and ("-" in short[-1] or len(short) > 2)
    if [fold(w) for w in short] == [fold(w) for w in long[-len(short) :]]:
        return True
    return same_given(short[0], long[0]) and len(short) == 2


def _short_forms(name: str) -> set[str]:
    """What a full name is shortened to: its ends ("Abdel Jalil", "Jalil") and its given name."""
    words = fold(name).split()
    ends = {" ".join(words[at:]) for at in range(1, len(words))}
    starts = {" ".join(words[:at]) for at in range(1, len(words))}
    return ends | starts | {_PARTICLE.sub("", words[-1])}


_PARTICLE = re.compile(r"^(?:a[a-z]|el|ash)-")


def _bearer(
    one: Named,
    bearers: dict[str, set[str]],
    rough: dict[str, set[str]],
    here: dict[str, int],
    prominence: Counter[str],
    recent: tuple[int, str] | None,
    offices: dict[str, set[str]],
) -> str:
    form = fold(one.name)
    able = bearers.get(form, set())
    if not able:
        able = rough.get(skeleton(one.name), set()) if len(form) > 4 else set()
    able = _fitting(one.title, able, offices)
    if (
        " " not in form
        and able
        and not any(fold(name).endswith(" " + form) for name in able)
        and form in tables().given
    ):
        # a given name alone is short for the full name only where its report has given that before,
        # or where it follows a kinsman's full name ("Ivan Prado, whose son Oleg")
        family = recent[1].split()[-1] if recent is not None and recent[0] == one.paragraph else ""
        kin = _head(one.role) in _KIN
        able = {
            name
            for name in able
            if (name in here and here[name] < one.start) or (kin and len(able) == 1 and name.split()[-1] == family)
        }
    if not able:
        return one.name
    if recent is not None and recent[0] == one.paragraph and recent[1] in able:
        return recent[1]
    later = {name for name in able if here.get(name, -1) > one.start and not _KIN.isdisjoint(offices.get(name, ()))}
    if later and later != able:
        able = able - later  # "Prado's husband, Ivan Prado": the first Prado is another one
    near = [name for name in able if name in here]
    if near:
        surnames = [name for name in near if fold(name).split()[-1] == form.split()[-1]] or near
        return min(surnames, key=lambda name: (here[name], name))
    if len(able) == 1:
        return next(iter(able))
    first, second = sorted(able, key=lambda name: (-prominence[name], name))[:2]
    return first if prominence[first] >= 3 * prominence[second] else one.name


def _offices(mine: Sequence[Named]) -> dict[str, set[str]]:
    """Full name -> the head words of the titles and roles that it has in the pile."""
    out: dict[str, set[str]] = defaultdict(set)
    for one in mine:
        if (one.title or one.role) and " " in one.name:
            out[one.name].update(filter(None, (_head(one.title), _head(one.role))))
    return out


@lru_cache(maxsize=8192)
def _head(role: str) -> str:
    """The noun of a role: "commander" of "rebel commander of the north"; honorifics say nothing."""
    words = _ROLE_CUT.split(role.lower(), maxsplit=1)[0].strip(" .,").split()
    return words[-1] if words and words[-1] not in _HONORIFICS else ""


_ROLE_CUT = re.compile(r" (?:of|for|at|in|to)\b|,")
_HONORIFICS = frozenset("mr mrs ms miss dr sir dame lord lady prof mx madame".split())
_KIN = frozenset(
    "son daughter brother sister father mother wife husband cousin nephew niece uncle aunt "
    "grandfather grandmother".split()
)
_SHORTEST_SURNAME = 5
"""Letters. Shorter surnames that differ by a letter are often two names (Lin, Lim)."""


def _merge_misspelled(key: dict[str, str], mine: Sequence[Named], offices: dict[str, set[str]]) -> None:
    """Makes one of two full names that differ by a letter in each word, where the same office stands beside both.

    Never within one report: that tells two people apart.
    """
    count = Counter(one.name for one in mine)
    reports: dict[str, set[str]] = defaultdict(set)
    near: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mention in mine:
        if mention.name in key:
            reports[key[mention.name]].add(mention.report)
    for name in sorted(set(key.values())):
        words = fold(name).split()
        if len(words) == _TWO and len(words[-1]) >= _SHORTEST_SURNAME:
            near[(words[0][:1], words[-1][:3])].add(name)
    for _, alike_names in sorted(near.items()):
        if len(alike_names) == 1:
            continue
        ranked = sorted(alike_names, key=lambda name: (-count[name], name))[:_MOST_ALIKE]
        for one, other in itertools.combinations(ranked, 2):
            if key[other] != other or key[one] != one or not reports[one].isdisjoint(reports[other]):
                continue
            alike = all(one_letter_apart(a, b) for a, b in zip(one.split(), other.split(), strict=True))
            if alike and not offices.get(one, set()).isdisjoint(offices.get(other, set())):
                reports[one] |= reports[other]
                for name in [name for name, stands in key.items() if stands == other]:
                    key[name] = one


_TWO = 2
_MOST_ALIKE = 20
"""Names that begin alike, compared with each other at most."""


def _fitting(title: str, able: set[str], offices: dict[str, set[str]]) -> set[str]:
    """Those whom a title before the surname can mean: "Mr", or an office that one of them only holds."""
    low = title.lower().strip(".")
    office = _head(title) if title else ""
    if office and len(able) > 1:
        holders = {name for name in able if office in offices.get(name, ())}
        return holders if len(holders) == 1 else able
    gender = {"mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "lady": "f", "dame": "f"}.get(low)
    if gender is None or len(able) < 2:
        return able
    known = tables().gender
    fit = {name for name in able if known.get(fold(name).split()[0], "") in ("", gender)}
    return fit or able


def link_places(mine: Sequence[Named], reports: Sequence[Annotated]) -> list[str]:
    """For each mention of a place a key: the country's first name, or the folded name."""
    del reports
    countries = {fold(name): fold(first) for name, first in tables().countries.items()}
    return [countries.get(fold(one.name), fold(one.name)) for one in mine]
