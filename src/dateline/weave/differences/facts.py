"""Two reports tell one event with another day, place or person."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from dateline.model.material import Material
from dateline.model.story import Version
from dateline.text.words import WORD, stem
from dateline.weave.differences.alike import Tellings, Told, told_again
from dateline.weave.differences.draft import Draft
from dateline.weave.heading import clause

FARTHEST = 4
"""Days by which two reports may disagree on one event; what lies further apart is another event."""

LIKE = 0.5
"""Share of the smaller telling's words (weighted by rarity) that the other must have."""

LONGEST = 80
"""Characters of what a difference is about."""

LEAST_VERB = 4
"""First letters of a verb by which a clause is known to hold it."""

_FACT = frozenset(("happened", "said", "reported"))

_LIGHT = frozenset("be have come get set go make take do see seem become remain keep let put give".split())
"""Verbs that tell too little for two clauses with one to tell of one event."""

_FROM_TODAY = re.compile(
    r"(?:(?:earlier|early|late|later) )?"
    r"(?:today|yesterday|tonight|last night|overnight|this (?:morning|afternoon|evening))",
    re.IGNORECASE,
)
"""Days told from the day of printing: what was written in the evening is printed with the next day's date."""


def day_differences(material: Material, tellings: Tellings) -> Iterator[Draft]:
    """One event, two days. A day that is only another word for the same one is none."""
    dated = [
        t
        for t in tellings.all
        if t.day and t.timex.type == "DATE" and t.event.status in _FACT and t.day <= _published(t)
    ]
    told_on: dict[tuple[int, str], set[str]] = {}
    for t in dated:
        told_on.setdefault((t.order, t.event.lemma), set()).add(t.day)
    for mine, theirs, likeness in tellings.pairs(dated, LIKE):
        if mine.day == theirs.day or _apart(mine.day, theirs.day) > FARTHEST:
            continue
        if mine.amounts and theirs.amounts and not mine.amounts & theirs.amounts:
            continue  # "25 were freed on Tuesday", "12 were freed on Wednesday": twice
        if mine.event.lemma in _LIGHT or (_apart(mine.day, theirs.day) == 1 and _either_from_today(mine, theirs)):
            continue
        if _words(mine).lower() == _words(theirs).lower():
            continue  # one sentence, printed again on another day: "today" moved with it
        if not _same_act(mine, theirs) or not _same_doer(mine, theirs) or told_again(mine, theirs):
            continue
        note = "both may be true where it happened twice"
        if mine.event.status == "said":
            note = "it may have been said on both days"
        unsure = [t for t in (mine, theirs) if t.report.published.basis != "stated"]
        if unsure:
            note += f"; {unsure[0].report.id} gives no date, so its weekday rests on a day worked out"
        versions = tuple(Version(f"{_words(t)} ({t.day})", (t.cite(),)) for t in (mine, theirs))
        yield Draft("date", about_day(material, mine, theirs), versions, note, likeness)


def about_day(material: Material, mine: Told, theirs: Told) -> str:
    """What happened on the day in question, in a clause of one of the reports; else the words that both have."""
    for told in (mine, theirs):
        short = clause(material.reports[told.order], told.sentence.start, told.sentence.end, LONGEST)
        if short is not None and told.report.text[told.head : told.head + LEAST_VERB] in short:
            return f"the day: {short}"
    return f"the day: {_stretch(mine, theirs)}"


def _stretch(mine: Told, theirs: Told) -> str:
    """The stretch of one telling that has most of the words that the other has too."""
    text, shared = mine.report.text, mine.words & theirs.words
    found = [one for one in WORD.finditer(text, mine.head, mine.sentence.end) if stem(one[0].lower()) in shared]
    best: list[re.Match[str]] = []
    for number, first in enumerate(found):
        inside = [one for one in found[number:] if one.end() - first.start() <= LONGEST]
        best = inside if len(inside) > len(best) else best
    return " ".join(text[best[0].start() : best[-1].end()].split()) if best else mine.event.lemma


def once_differences(material: Material, tellings: Tellings) -> Iterator[Draft]:
    """What happens to a person once ("his arrest", "was born") told with two days a few days apart."""
    by_person: dict[tuple[str, str], dict[str, list[Told]]] = {}
    for told in tellings.all:
        act = _ONCE.get(told.event.lemma)
        if act is None or not told.day or told.event.negated or told.event.status not in _FACT:
            continue
        if told.timex.type != "DATE" or told.day > _published(told):
            continue
        people = told.persons or told.meant
        if len(people) == 1:
            by_person.setdefault((people[0], act), {}).setdefault(told.day, []).append(told)
    names = {entity.id: entity.name for entity in material.identities.entities}
    for (person, act), days in sorted(by_person.items()):
        if len(days) != TWO or _apart(*days) > FARTHEST:
            continue  # three days are no slip of one report, but several events
        sides = [days[day] for day in sorted(days)]
        if {t.group for t in sides[0]} & {t.group for t in sides[1]}:
            continue  # who tells both tells of two
        versions = tuple(_version(side) for side in sides)
        note = "one report may have the day wrong"
        if _two_places(sides[0], sides[1]):
            note = "one report may count the day of another time zone"
        yield Draft("date", f"the day of the {act} of {names[person]}", versions, note, 1.8)


def _two_places(mine: list[Told], theirs: list[Told]) -> bool:
    """Whether the reports of the two days name two places they were written in, so that their zones may differ."""
    here = {told.report.dateline for told in mine} - {None}
    there = {told.report.dateline for told in theirs} - {None}
    return bool(here and there) and not here & there and min(_apart(a.day, b.day) for a in mine for b in theirs) <= 1


def _version(side: list[Told]) -> Version:
    """One day in its sharpest words ("May 14" rather than "Saturday"), with the reports that use them."""
    best = next((told for told in side if any(sign.isdigit() for sign in _words(told))), side[0])
    same = [told for told in side if _words(told).lower() == _words(best).lower()]
    places = {told.report.id: told.cite() for told in same}
    return Version(f"{_words(best)} ({best.day})", tuple(places.values()))


TWO = 2

_ONCE = {
    "arrest": "arrest", "die": "death", "death": "death", "kill": "death", "bear": "birth", "birth": "birth",
    "resign": "resignation", "resignation": "resignation", "marry": "wedding", "wedding": "wedding",
    "kidnap": "kidnapping", "extradite": "extradition", "indict": "indictment", "bury": "burial", "burial": "burial",
    "funeral": "funeral", "assassinate": "death", "murder": "death", "retire": "retirement",
}  # fmt: skip
"""Verb or noun -> what happens once, or seldom, in one story to one person."""


def _either_from_today(mine: Told, theirs: Told) -> bool:
    return any(_FROM_TODAY.fullmatch(_words(told)) for told in (mine, theirs))


def _published(told: Told) -> str:
    day = told.report.day
    return day.isoformat() if day else "9999"


def _apart(mine: str, theirs: str) -> int:
    return abs((dt.date.fromisoformat(mine) - dt.date.fromisoformat(theirs)).days)


def _same_act(mine: Told, theirs: Told) -> bool:
    return mine.event.lemma == theirs.event.lemma or {mine.event.status, theirs.event.status} == {"said"}


def _same_doer(mine: Told, theirs: Told) -> bool:
    """Whether the two have one subject: the same person or role, or the same body and nothing besides."""
    if set(mine.subject) & set(theirs.subject) & set(mine.persons):
        return True
    if mine.persons and theirs.persons and not set(mine.persons) & set(theirs.persons):
        return False
    if mine.roles & theirs.roles:
        return True
    alone = not mine.roles and not theirs.roles and len(mine.subject) == len(theirs.subject) == 1
    return alone and mine.subject == theirs.subject


def _words(told: Told) -> str:
    return told.report.text[told.timex.start : told.timex.end]
