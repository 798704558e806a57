"""Who somebody is, told where a timeline first names him: "Dr Murray" is Conrad Murray, personal doctor.

A line is a sentence out of the middle of a report, and what the report said before it is not on the line. The story's
own list of people knows the whole name and the roles; the first line that names somebody without them gets them beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import msgspec

from dateline.model.story import Entity, Entry, StoryDocument

MOST = 3
"""People introduced beside one line; more would be longer than the line."""
SEEN_ONCE = 8
"""Mentions. Of one named so often a role that a single report gives is not told where several agree on another."""
SELDOM = 0.1
"""Nor one that so few reports give, beside those that give the commonest."""
FAR = 12
"""Months from the line's day to a report that gives a role, from which it tells of another time."""
_TITLE = re.compile(r"[A-Z][a-z]+\.?")
_OF_WHOM = frozenset(
    """wife husband son daughter mother father brother sister girlfriend boyfriend friend fellow colleague partner host
    member woman man girl boy person witness predecessor successor incumbent rival neighbour neighbor opponent
    """.split()
)
"""Nouns that tell nothing of somebody without whose or what kind of one."""
_BODIES = frozenset("Computer Computers Network Networks Group Company Bank University College Systems Records".split())
"""Words that end the name of a body, which is sometimes taken for a person."""
_AFTER = re.compile(r",| (?:and|as|at|for|in|of|on|to|who|with) ")
_WORD = re.compile(r"\w+")


class Introduction(msgspec.Struct, frozen=True):
    """Somebody with the whole name and, where reports give one, the role of that time."""

    entity: str
    name: str
    role: str | None

    @property
    def text(self) -> str:
        return f"{self.name}, {self.role}" if self.role else self.name


def introductions(document: StoryDocument) -> dict[str, tuple[Introduction, ...]]:
    """Entry id -> whom to introduce beside it, in the order of the names on the line.

    Nobody whom the title names, which for a surname is the one of that name whom the reports name most.
    """
    people = {one.id: one for one in document.entities if one.kind == "person" and _has_whole_name(one)}
    days = {one.id: day.isoformat() for one in document.reports if (day := one.published.date or one.published.latest)}
    title = frozenset(_WORD.findall(document.title))
    surnames = {one.name.rpartition(" ")[2]: one.id for one in sorted(people.values(), key=_rarest_first)}
    known = {key for surname, key in surnames.items() if surname in title}
    made: dict[str, tuple[Introduction, ...]] = {}
    for entry in _as_read(document.entries):
        words = frozenset(_WORD.findall(entry.text))
        new = [people[key] for key in entry.entities if key in people and key not in known]
        named = [one for one in new if not words.isdisjoint(_surnames(one))]
        known.update(one.id for one in named)
        told = [found for one in named if (found := _introduce(one, entry, words, days))]
        if told:
            made[entry.id] = tuple(told[:MOST])
    return made


def _rarest_first(one: Entity) -> tuple[int, str]:
    return one.mentions, one.id


def _has_whole_name(one: Entity) -> bool:
    """Given name and surname, and sure to be one person; "Andersen UK" ends as bodies do."""
    last = one.name.rpartition(" ")[2]
    return not one.perhaps and last != one.name and not last.isupper() and last not in _BODIES


def _as_read(entries: Iterable[Entry]) -> list[Entry]:
    """The background stands after the timeline."""
    return sorted(entries, key=lambda one: one.background)


def _surnames(one: Entity) -> set[str]:
    """By a given name alone a line may mean anybody of that name."""
    given = _WORD.findall(one.name)[0]
    return {words[-1] for name in (one.name, *one.aliases) if (words := _WORD.findall(name))} - {given}


def _introduce(one: Entity, entry: Entry, words: frozenset[str], days: Mapping[str, str]) -> Introduction | None:
    """None where the line itself has the whole name and a role, or nothing more is known."""
    said = {word.lower() for word in words}
    told = any(_head(role.role) in said for role in one.roles)
    role = None if told else _role(one, entry, days)
    whole = any(" " in name and words.issuperset(_WORD.findall(name)) for name in (one.name, *one.aliases))
    return None if whole and role is None else Introduction(one.id, one.name, role)


def _role(one: Entity, entry: Entry, days: Mapping[str, str]) -> str | None:
    """The role that the line's own reports give, or those printed nearest to its day."""
    cited = {place.report for place in entry.evidence}
    given = {role.role: len({place.report for place in role.evidence}) for role in one.roles}
    least = max(2.0, SELDOM * max(given.values(), default=0))
    often = [role for role in one.roles if given[role.role] >= least]
    near = [
        (place.report not in cited, _apart(days.get(place.report), entry.date.start), rank, role.role)
        for rank, role in enumerate(often if often and one.mentions >= SEEN_ONCE else one.roles)
        if _tells_who(role.role)
        for place in role.evidence
    ]
    return next((found[-1] for found in sorted(near) if not found[0] or found[1] <= FAR), None)


def _tells_who(role: str) -> bool:
    """Not "wife" or "fellow" without whose, nor a bare title ("Senator")."""
    bare = " of " not in role and "'" not in role and "’" not in role
    return not (bare and (_TITLE.fullmatch(role) or _head(role) in _OF_WHOM))


def _apart(day: str | None, start: str) -> int:
    """Months between two ISO days; without a day, far."""
    if day is None or len(start) < 7 or not start[:4].isdigit():
        return 10_000
    return abs((int(day[:4]) - int(start[:4])) * 12 + int(day[5:7]) - int(start[5:7]))


def _head(role: str) -> str:
    """The word that says what somebody is: secretary of "foreign secretary for two years"."""
    words: list[str] = _WORD.findall(_AFTER.split(role.lower())[0])
    return words[-1] if words else ""
