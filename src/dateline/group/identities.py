"""Who is who over the reports of a story: one entity for one person, body or place.

Only sure merges. A full name gathers the short forms that stand after it in the same report; a short form that two
people share goes to the one whom its own report introduced first, unless the paragraph has just named the other; one
that nobody in its report bears goes to the only bearer in the pile, or stays by itself. An acronym is its long form
where a report introduces it in brackets, or where the letters fit one body of the pile only.
"""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence, Set

from dateline.group.bare_names import bare_names, surnames
from dateline.group.body_links import link_bodies
from dateline.group.doubtful import with_doubts
from dateline.group.name_links import Named, link_persons, link_places
from dateline.group.roles import roles_of
from dateline.model.annotations import Annotated, EntityKind, Mention
from dateline.model.evidence import Evidence, cite
from dateline.model.material import Identities
from dateline.model.story import Entity
from dateline.text.gazetteer import tables
from dateline.text.name_forms import fold

_KINDS: tuple[EntityKind, ...] = ("person", "organisation", "place", "event", "other")
_THING = "thing"
"""The rule of names that are surely those of things, such as ships; other names of no known kind are left out."""
_WEAK = frozenset(("two capitals", "speaks", "capital", "short for a full name", "acronym"))
_SURE_VOTES = 3
"""Votes of a mention whose kind its neighbours or a table tell; where its shape alone does, it has one."""


def identify(reports: Sequence[Annotated]) -> Identities:
    """The entities of ``reports`` (oldest first) and which mention stands for which.

    The grouping does not depend on the order of the reports; the ids do not depend on it either where counts differ.
    """
    found = _named(reports)
    named = [one for one, _ in found]
    keys = [""] * len(named)
    by_kind: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(named):
        by_kind[one.kind].append(at)
    for kind, link in (("person", link_persons), ("organisation", link_bodies), ("place", link_places)):
        mine = [named[at] for at in by_kind[kind]]
        for at, key in zip(by_kind[kind], link(mine, reports), strict=True):
            keys[at] = key
    for at in by_kind["event"] + by_kind["other"]:
        keys[at] = fold(named[at].name)
    return _entities(reports, found, keys)


def _named(reports: Sequence[Annotated]) -> list[tuple[Named, Mention]]:
    """The mentions of all reports; a name's kind is the one that most of its mentions in the pile have."""
    votes: dict[str, dict[str, int]] = {}
    surely_bodies: set[str] = set()
    read: list[list[tuple[Mention, str, str]]] = []
    for annotated in reports:
        named = []
        for mention in annotated.notes.mentions:
            name = _words(annotated, mention)
            folded = fold(name)
            named.append((mention, name, folded))
            if mention.kind != "other" or mention.rule == _THING:
                count = votes.setdefault(folded, {})
                count[mention.kind] = count.get(mention.kind, 0) + (1 if mention.rule in _WEAK else _SURE_VOTES)
                if mention.kind == "organisation" and mention.rule not in _WEAK:
                    surely_bodies.add(folded)
        read.append(named)
    kinds = {name: min(count, key=lambda kind: (-count[kind], kind)) for name, count in votes.items()}
    people = Counter(name for named in read for _, name, folded in named if kinds.get(folded) == "person")
    for surname in surnames(people) - surely_bodies:
        if kinds.get(surname) == "organisation":
            kinds[surname] = "person"  # "BLITZER:", whom a transcript names in capitals before his words
    bare = bare_names(people)
    out = []
    for annotated, named in zip(reports, read, strict=True):
        paragraph, text, report = _paragraphs(annotated), annotated.report.text, annotated.report.id
        for mention, name, folded in named:
            kind = kinds.get(folded)
            if kind is None:
                continue
            if kind == "person" and name in bare:
                name = bare[name]
                if not name or kinds.get(fold(name), "person") != "person":
                    continue
            title, role = mention.title, mention.role
            titled = text[title.start : title.end] if title else ""
            called = text[role.start : role.end] if role else ""
            number = paragraph(mention.start)
            out.append((Named(report, mention.start, mention.end, name, kind, titled, number, called), mention))
    return out


def _words(annotated: Annotated, mention: Mention) -> str:
    words = annotated.report.text[mention.start : mention.end]
    if words[-1] in _MANGLED and annotated.report.text[mention.end : mention.end + 1] in _MANGLED_NEXT:
        words = words[:-1]
    return words if words.isprintable() and "  " not in words else " ".join(words.split())


_MANGLED, _MANGLED_NEXT = "âÂ", "€\x80™œ\x99"
"""What an apostrophe in UTF-8 becomes when it is read as Latin-1: "Palinâ€™s"."""


def _paragraphs(annotated: Annotated) -> Callable[[int], int]:
    """A function from an offset to the number of its paragraph."""
    sents = annotated.notes.sentences
    starts = [sent.start for sent in sents]

    def number(at: int) -> int:
        index = bisect.bisect_right(starts, at) - 1
        return sents[index].paragraph if index >= 0 else -1

    return number


def _entities(reports: Sequence[Annotated], found: Sequence[tuple[Named, Mention]], keys: Sequence[str]) -> Identities:
    members: dict[tuple[EntityKind, str], list[tuple[Named, Mention]]] = defaultdict(list)
    for pair, key in zip(found, keys, strict=True):
        members[pair[0].kind, key].append(pair)  # type: ignore[index]
    by_id = {annotated.report.id: annotated for annotated in reports}
    order = sorted(members, key=lambda key: (_KINDS.index(key[0]), -len(members[key]), key[1]))
    people = {fold(one.name) for one, _ in found if one.kind == "person" and " " in one.name}
    entities = []
    of_mention: dict[tuple[str, int], str] = {}
    for number, (kind, key) in enumerate(order, 1):
        ident = f"p{number}"
        mine = members[kind, key]
        for one, _ in mine:
            of_mention[(one.report, one.start)] = ident
        entities.append(_entity(ident, kind, mine, by_id, people))
    return Identities(with_doubts(entities), of_mention)


def _entity(
    ident: str,
    kind: EntityKind,
    mine: Sequence[tuple[Named, Mention]],
    by_id: dict[str, Annotated],
    people: Set[str],
) -> Entity:
    forms = Counter([one.name for one, _ in mine])
    name = _best_name(kind, forms) if len(forms) > 1 else mine[0][0].name
    aliases = tuple(sorted((form for form in forms if form != name), key=lambda form: (-forms[form], form)))
    first: dict[str, Evidence] = {}
    for one, mention in mine:
        if one.report not in first:
            first[one.report] = _place(by_id[one.report], mention)
    by_surname = len(first) - len({one.report for one, _ in mine if " " in one.name}) if " " in name else 0
    return Entity(
        ident, name, kind, aliases, roles_of(name, mine, by_id, people), len(mine), tuple(first.values()),
        by_surname=by_surname if kind == "person" else 0,
    )  # fmt: skip


def _best_name(kind: EntityKind, forms: Counter[str]) -> str:
    """The form to call it by: of a person the commonest full name, of a country its own, of a body the long form."""
    if kind == "person":
        whole = [form for form in forms if not any(_fuller(forms, form, other) for other in forms)]
        return min(whole, key=lambda form: (" " not in form, form.isupper(), -forms[form], -len(form), form))
    if kind == "place":
        countries = tables().countries
        own = [form for form in forms if countries.get(form) == form]
        if own:
            return min(own)
    heads = {
        form
        for form in forms
        if " " not in form and any(_part_of(form, other) and forms[other] * SELDOM >= forms[form] for other in forms)
    }
    return min(
        forms,
        key=lambda form: (
            form in heads,
            form.replace(".", "").isalpha() and form.isupper() and len(forms) > 1,
            -forms[form],
            -len(form),
            form,
        ),
    )


def _fuller(forms: Counter[str], form: str, other: str) -> bool:
    """Whether another form is the fuller name, and not a full name with a word before it that is no part of it."""
    if not _part_of(form, other):
        return False
    known = tables().given
    noise = fold(form.split()[0]) in known or fold(other.split()[0]) not in known
    return not (" " in form and noise and forms[other] * SELDOM < forms[form])


SELDOM = 5
"""How many times as often a full name must be told as one that begins with another word ("Newsbeat Ann Costa")."""


def _part_of(form: str, other: str) -> bool:
    """Whether a name is another one cut short at an end ("Abdel Jalil", "Jalil" of "Mustafa Abdel Jalil")."""
    short, long = fold(form), fold(other)
    return short != long and (long.endswith(" " + short) or long.startswith(short + " "))


def _place(annotated: Annotated, mention: Mention) -> Evidence:
    """The mention with its title and role where they stand right beside it."""
    start, end = mention.start, mention.end
    for part in (mention.title, mention.role):
        if part is not None and start - part.end < 3 and part.start < start:
            start = part.start
        elif part is not None and 0 <= part.start - end < 12:
            end = part.end
    return cite(annotated.report, start, end)
