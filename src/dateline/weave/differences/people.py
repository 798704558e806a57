"""One person told as two: with two ages, two spellings, two relations, trades or ranks."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.model.annotations import Mention
from dateline.model.evidence import Evidence, cite
from dateline.model.material import Material
from dateline.model.story import Entity, Version
from dateline.text.name_forms import fold, is_nickname, is_transliterated, one_letter_apart, same_given
from dateline.weave.differences.draft import Draft
from dateline.weave.voices import Voices

SMALL = 12
"""Reports of a pile in which a person has one trade, rank and relation worth comparing."""

OLDEST = 105
YOUNGEST = 5
FARTHEST = 14
"""Years between two ages of one name; what lies further apart are father and son."""

BIRTHDAY = 3
"""Days between two reports in which a birthday is no likely reason for a year's difference."""

_AGE_AFTER = re.compile(
    r"(?:,? \((?:aged )?|, (?:aged |who (?:is|was) )?)(\d{1,3})(?=[,.;)]| (?:and|years)\b)|, (?:an? "
    r"|the )?(?:[\w-]+ ){0,2}?(\d{1,3})-year-old\b"
)
_AGE_BEFORE = re.compile(r"\b(\d{1,3})-year-old(?: [\w’'-]+){0,4},? $")
_AT_THE_AGE = re.compile(
    r"(?:, (?:the|a|an) [^,.;A-Z]{3,40},)? (?:has |had )?(?:died|passed away|retired)\b[^.;,]{0,50}?"
    r" (?:at the age of|aged) (\d{1,3})\b"
)
REACH = 120
"""Characters after a name in which "died ... at the age of" tells its age."""

_KIN = re.compile(
    r"\b(father|mother|brother|sister|son|daughter|uncle|aunt|cousin|nephew|niece|grandfather|grandmother|grandson"
    r"|granddaughter|stepfather|stepmother|husband|wife|fiance|fiancee|father-in-law|brother-in-law)\b"
)
_ANCHOR = re.compile(r"\b(?:([\w-]+)['’]s|his|her|their) (?:[\w-]+ )?$")
_JOBS = {
    job: row.split()[0]
    for row in (
        "nurse", "teacher schoolteacher headteacher", "baker", "plumber", "carpenter", "farmer", "student",
        "electrician",
        "lawyer attorney solicitor barrister", "doctor physician surgeon", "fisherman", "shopkeeper grocer", "mechanic",
        "cook chef", "waiter waitress", "accountant", "engineer", "priest", "tailor", "butcher", "hairdresser", "miner",
        "dentist", "postman", "pensioner", "clerk", "salesman", "librarian", "gardener", "welder", "architect",
        "midwife",
        "pharmacist", "taxi-driver", "bricklayer", "painter", "locksmith", "barber", "journalist reporter", "banker",
    )
    for job in row.split()
}  # fmt: skip
"""What people do for a living, of which a private person has one; synonyms on one line."""

_RANKS = {
    rank: row.split()[0]
    for row in (
        "private pvt", "corporal cpl", "sergeant sgt", "lieutenant lt", "captain capt", "major maj", "colonel col",
        "lieutenant-colonel", "brigadier", "general gen", "major-general", "lieutenant-general", "admiral adm",
        "commander cmdr", "inspector", "superintendent", "constable", "detective", "commodore", "bishop", "archbishop",
        "cardinal",
    )
    for rank in row.split()
}  # fmt: skip
_RISES = re.compile(r"\b(?:promot\w+|then|became|rose to|former|retired)\b", re.IGNORECASE)


class _Trait(NamedTuple):
    """What one report says of a person: ``value`` to compare by, ``told`` as written, beside which mention."""

    order: int
    group: str
    day: dt.date | None
    value: str
    told: str
    mention: Mention


def person_differences(material: Material, voices: Sequence[Voices]) -> Iterator[Draft]:
    """What reports tell of one person in ways that cannot both hold."""
    small = len(material.reports) <= SMALL
    people = {entity.id: entity for entity in material.identities.entities if entity.kind == "person"}
    traits: dict[tuple[str, str], dict[tuple[int, str], _Trait]] = defaultdict(dict)
    for order in range(len(material.reports)):
        for person, what, trait in _traits(material, order, people, small):
            traits[person, what].setdefault((order, trait.value), trait)
    for person, what in sorted(traits):
        told = list(traits[person, what].values())
        if len({trait.value for trait in told}) > 1:
            yield from _compare(people[person], what, told, voices)


def _traits(
    material: Material, order: int, people: dict[str, Entity], small: bool
) -> Iterator[tuple[str, str, _Trait]]:
    annotated = material.reports[order]
    report, text, of_mention = annotated.report, annotated.report.text, material.identities.of_mention
    group = material.text_group.get(report.id, report.id)
    for mention in annotated.notes.mentions:
        person = of_mention.get((report.id, mention.start))
        if person not in people or text.find(" ", mention.start, mention.end) < 0:
            continue
        found = [("age", *_age(text, mention))]
        if people[person].aliases:
            name = " ".join(text[mention.start : mention.end].split())
            found.append(("name", fold(name) if name[-1:] not in _MANGLED else "", name))
        if small:
            found += [("kin", *_kin(text, mention)), ("trade", *_trade(text, mention)), ("rank", *_rank(text, mention))]
        for what, value, told in found:
            if value:
                yield person, what, _Trait(order, group, report.day, value, told, mention)


_MANGLED = ("â", "Â")
"""What an apostrophe becomes in another encoding; no letter of the name before it."""


def _cite(voices: Voices, mention: Mention) -> Evidence:
    """The sentence of a mention, from its role on where that stands before."""
    sentence = voices.sentence(mention.start)
    spans = [part for part in (mention.role, mention.title, sentence) if part is not None]
    return cite(
        voices.report,
        min([mention.start, *(one.start for one in spans)]),
        max([mention.end, *(one.end for one in spans)]),
    )


def _age(text: str, mention: Mention) -> tuple[str, str]:
    after = _AGE_AFTER.match(text, mention.end, mention.end + 50)
    low = max(0, mention.start - 60)
    near = after is None and text.find("-year-old", low, mention.start) >= 0
    before = _AGE_BEFORE.search(text, low, mention.start) if near else None
    found = after or before or _AT_THE_AGE.match(text, mention.end, mention.end + REACH)
    if found is None:
        return "", ""
    age = found[1] or (found[2] if found is after else "")
    return (age, age) if YOUNGEST <= int(age) <= OLDEST else ("", "")


def _role(text: str, mention: Mention) -> str:
    return " ".join(text[mention.role.start : mention.role.end].split()) if mention.role else ""


def _kin(text: str, mention: Mention) -> tuple[str, str]:
    """The relation, with the one whose it is ("boy"; "" for "his")."""
    role = _role(text, mention)
    found = _KIN.search(role.lower())
    if found is None or mention.role is None or " of " in role[: found.start()]:
        return "", ""
    start = mention.role.start
    lead = text[max(0, start - 24) : start] + role[: found.start()]
    anchor = _ANCHOR.search(lead)
    if anchor is None:
        return "", ""
    return f"{found[1]}|{(anchor[1] or '').lower()}", found[1]


def _trade(text: str, mention: Mention) -> tuple[str, str]:
    words = re.split(r" (?:of|from|at|in|for|with|who|and) ", _role(text, mention))[0].split()
    job = _JOBS.get(words[-1].lower(), "") if words and "former" not in words else ""
    return job, words[-1] if job else ""


def _rank(text: str, mention: Mention) -> tuple[str, str]:
    if mention.title is None or _RISES.search(text, max(0, mention.start - 90), mention.end + 90):
        return "", ""
    words = text[mention.title.start : mention.title.end].rstrip(".").lower().split()
    rank = _RANKS.get("-".join(words)) or _RANKS.get(words[-1].rstrip("."), "")
    return rank, text[mention.title.start : mention.title.end]


def _compare(entity: Entity, what: str, told: Sequence[_Trait], voices: Sequence[Voices]) -> Iterator[Draft]:
    """The first two reports, of independent texts, that disagree."""
    values: dict[str, list[_Trait]] = defaultdict(list)
    for trait in told:
        values[trait.value].append(trait)
    for one, two in itertools.combinations(sorted(values), 2):
        reports = {trait.order for trait in values[one]} & {trait.order for trait in values[two]}
        pair = next(
            ((a, b) for a in values[one] for b in values[two] if a.group != b.group and _clash(what, a, b)), None
        )
        if pair is None or (reports and what != "age"):
            continue
        first, second = sorted(pair, key=lambda trait: (trait.order, trait.mention.start))
        sides = tuple(
            Version(
                trait.told,
                tuple(
                    _cite(voices[t.order], t.mention)
                    for t in [trait, *values[trait.value]]
                    if t is trait or t.order != trait.order
                ),
            )
            for trait in (first, second)
        )
        yield Draft("person", f"{_ABOUT[what]} {entity.name}", sides, _NOTES[what], _WEIGHTS[what])
        return


_ABOUT = {
    "age": "the age of", "name": "the name of", "kin": "whose kin is", "trade": "the trade of", "rank": "the rank of"
}  # fmt: skip
_NOTES = {
    "age": "one may count another birthday",
    "name": "one may be a slip of spelling, or two people of like names",
    "kin": "one may tell of another relative",
    "trade": "a person may do both",
    "rank": "one may be a former or later rank",
}
_WEIGHTS = {"age": 1.3, "name": 0.45, "kin": 1.2, "trade": 1.2, "rank": 1.1}


def _clash(what: str, mine: _Trait, theirs: _Trait) -> bool:
    if what == "age":
        return _two_ages(mine, theirs)
    if what == "name":
        return two_spellings(mine.told, theirs.told)
    if what == "kin":
        one, two = (trait.value.partition("|") for trait in (mine, theirs))
        return one[0] != two[0] and (not one[2] or not two[2] or one[2] == two[2])
    if what == "rank":
        return not mine.value.endswith(theirs.value) and not theirs.value.endswith(mine.value)
    return mine.value != theirs.value


def _two_ages(mine: _Trait, theirs: _Trait) -> bool:
    """Whether no birthdays between two reports make two ages one."""
    if mine.day is None or theirs.day is None:
        return 1 < abs(int(mine.value) - int(theirs.value)) <= FARTHEST
    early, late = sorted((mine, theirs), key=lambda trait: trait.day or dt.date.min)
    days = abs((mine.day - theirs.day).days)
    older = int(late.value) - int(early.value)
    years = days // 365
    if days <= BIRTHDAY:
        return 0 < abs(older) <= FARTHEST
    return (older < 0 or older > years + 1) and abs(older - years) <= FARTHEST and abs(older - years) > 1


def _plain(word: str) -> str:
    """A word of a name with its umlauts written out, as wires do: "Schäuble", "Schaeuble"."""
    return fold(word.lower().translate(_UMLAUTS))


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae"})


def two_spellings(mine: str, theirs: str) -> bool:
    """Whether two full names are one with a letter changed, and no two ways of writing a transliterated name."""
    one, two = mine.split(), theirs.split()
    if len(one) != len(two) or is_transliterated(one[0]) or is_transliterated(two[0]):
        return False
    apart = [(a, b) for a, b in zip(one, two, strict=True) if _plain(a) != _plain(b)]
    if len(apart) != 1:
        return False
    a, b = apart[0]
    if a.replace("-", "").lower() == b.replace("-", "").lower() or len(a) < 3 or a[0] != b[0]:
        return False
    return one_letter_apart(a, b) and not is_nickname(a, b) and not same_given(a, b)
