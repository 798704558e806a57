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
from dateline.text.name_forms import fold, initials, is_transliterated, same_given, skeleton


class Named(NamedTuple):
    """A mention as the links see it."""

    report: str
    start: int
    end: int
    name: str
    kind: str
    title: str
    paragraph: int


def link_persons(mine: Sequence[Named], reports: Sequence[Annotated]) -> list[str]:
    """For each mention of a person a key that all mentions of the same person share."""
    del reports
    full = sorted({one.name for one in mine if " " in one.name}, key=lambda name: (-len(name.split()), name))
    count = Counter(one.name for one in mine)
    key = _full_names(full, count)
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
            chosen = _bearer(one, bearers, rough, in_report[one.report], prominence, recent.get(one.report))
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
        key[name] = wider[0] if len(wider) == 1 else name
        for mark in marks:
            near[mark].append(name)
        if len(words) > 2:
            near["<" + fold(" ".join(words[:2]))].append(name)
    same: dict[str, list[str]] = defaultdict(list)
    for name in full:
        same[key[name]].append(name)
    for stands, names in same.items():
        equal = [other for other in names if len(other.split()) == len(stands.split())]
        best = min(equal, key=lambda other: (-count[other], other))
        for other in names:
            key[other] = best
    return key


def _marks(words: list[str]) -> list[str]:
    """What two ways of writing one person's name share one of: surname, its consonants, the first two words."""
    rough = [skeleton(words[-1]) + "~"] if is_transliterated(words[0]) else []
    return [fold(words[-1]), *rough, "<" + fold(" ".join(words[:2]))]


def _same_person(short: list[str], long: list[str]) -> bool:
    """Whether a full name is a shorter or other way of writing another one."""
    if fold(" ".join(short)).replace("-", " ") == fold(" ".join(long)).replace("-", " "):
        return True
    if len(short) == len(long):
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
) -> str:
    form = fold(one.name)
    able = bearers.get(form, set())
    if not able:
        able = rough.get(skeleton(one.name), set()) if len(form) > 4 else set()
    able = _fitting(one.title, able)
    if (
        " " not in form
        and able
        and not any(fold(name).endswith(" " + form) for name in able)
        and form in tables().given
    ):
        # a given name alone is short for the full name only where its report has given that before
        able = {name for name in able if name in here and here[name] < one.start}
    if not able:
        return one.name
    if recent is not None and recent[0] == one.paragraph and recent[1] in able:
        return recent[1]
    near = [name for name in able if name in here]
    if near:
        surnames = [name for name in near if fold(name).split()[-1] == form.split()[-1]] or near
        return min(surnames, key=lambda name: (here[name], name))
    if len(able) == 1:
        return next(iter(able))
    first, second = sorted(able, key=lambda name: (-prominence[name], name))[:2]
    return first if prominence[first] >= 3 * prominence[second] else one.name


def _fitting(title: str, able: set[str]) -> set[str]:
    """Those whom a "Mr." or "Mrs." before the surname can mean."""
    low = title.lower().strip(".")
    gender = {"mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "lady": "f", "dame": "f"}.get(low)
    if gender is None or len(able) < 2:
        return able
    known = tables().gender
    fit = {name for name in able if known.get(fold(name).split()[0], "") in ("", gender)}
    return fit or able


def link_bodies(mine: Sequence[Named], reports: Sequence[Annotated]) -> list[str]:
    """For each mention of a body a key: the folded long form."""
    long_of = {fold(short): fold(long) for short, long in sorted(tables().long_forms.items())}
    texts = {annotated.report.id: annotated.report.text for annotated in reports}
    for one, after in itertools.pairwise(mine):
        if one.report == after.report and _introduces(texts[one.report], one, after):
            long_of[fold(after.name)] = fold(one.name)
    names = sorted({one.name for one in mine})
    spelled: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if " " in name:
            spelled[initials(name)].add(fold(name))
    for name in names:
        letters = name.replace(".", "")
        if letters.isupper() and 3 <= len(letters) <= 6 and fold(name) not in long_of and len(spelled[letters]) == 1:
            long_of[fold(name)] = next(iter(spelled[letters]))
    by_tail: dict[str, list[str]] = defaultdict(list)
    for name in sorted({fold(name) for name in names}):
        words = name.split()
        for at in range(1, min(len(words), _LONGEST_PLACE + 1)):
            if _is_place(" ".join(words[:at])):
                by_tail[" ".join(words[at:])].append(name)
    for name in sorted({fold(name) for name in names}):
        if " " in name and len(by_tail[name]) == 1:
            long_of.setdefault(name, by_tail[name][0])
    ends: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in mine:
        if " " in one.name:
            ends[(one.report, fold(one.name).split()[-1])].add(_follow(fold(one.name), long_of))
    out = []
    for one in mine:
        name = _COMPANY.sub("", fold(one.name))
        whole = ends[(one.report, name)] if " " not in name and name not in long_of else set()
        out.append(next(iter(whole)) if len(whole) == 1 else _follow(name, long_of))
    return out


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


def link_places(mine: Sequence[Named], reports: Sequence[Annotated]) -> list[str]:
    """For each mention of a place a key: the country's first name, or the folded name."""
    del reports
    countries = {fold(name): fold(first) for name, first in tables().countries.items()}
    return [countries.get(fold(one.name), fold(one.name)) for one in mine]
