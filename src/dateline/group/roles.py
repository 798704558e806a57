"""What a person or body is said to be: its roles, those that most reports give first, without what is none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache

from dateline.group.name_links import Named
from dateline.model.annotations import Annotated, Mention
from dateline.model.evidence import Evidence, cite
from dateline.model.story import Role
from dateline.text.name_forms import fold

MOST_WORDS = 14
"""Words of a role; a longer one is a clause that tells something."""

_HONORIFICS = frozenset("mr mrs ms miss dr sir dame lord lady prof mx madame mme messrs".split())
_OF_SEVERAL = frozenset("sens reps govs profs gens presidents sources".split())
_LEADING = re.compile(
    r"(?:(?:[-–—•*’'\"“”]+|and|but|so|or|as|then|now|when|while|his|her|its|their|our|my|your|the|an?|s|[’']s)[\s,]+)+",
    re.IGNORECASE,
)
"""What stands before a role and is none of it: "and her husband" tells of a husband."""

_CLAUSE = re.compile(
    r"\b(?:is|was|were|are|am|be|been|has|had|have|said|says|told|asks?|shows?|emerged|blames?|urges?|picks|notes|seen"
    r"|contributed|moved|will|would|did|does|do|i|we|you|they|he|she|it|this|who|which|whom|if|that|where|when|because"
    r"|meeting|meets|met|presses|face|faces|postpone|announced|called|asked|described|shot)\b|[â€™]{2}|[;:!?]",
    re.IGNORECASE,
)
"""What a role does not hold: a verb or a pronoun, so that a clause has been taken for one."""


def roles_of(
    name: str, mine: Sequence[tuple[Named, Mention]], by_id: Mapping[str, Annotated], people: Set[str]
) -> tuple[Role, ...]:
    """The roles beside the mentions of the entity called ``name``, those of most reports first; of one role in several
    ways of writing, the first. ``people``: the full names of all people, folded; a role that ends with one is theirs.
    """
    own = fold(name).rpartition(" ")[2]
    found: dict[str, tuple[str, list[Evidence]]] = {}
    for one, mention in mine:
        if mention.role is None and mention.title is None:
            continue
        annotated = by_id[one.report]
        text = annotated.report.text
        for part in (mention.role, mention.title):
            if part is None:
                continue
            words = role_words(text[part.start : part.end])
            if not words or fold(words).rpartition(" ")[2] == own or _ends_with(words, people):
                continue
            if part is mention.title and mention.role is not None and _holds(mention, words, text):
                continue
            _, places = found.setdefault(fold(words), (words, []))
            if not places or places[-1].report != one.report:
                places.append(cite(annotated.report, min(part.start, mention.start), max(part.end, mention.end)))
    ranked = sorted(found.values(), key=lambda role: -len(role[1]))
    return tuple(Role(words, tuple(places)) for words, places in ranked)


def _ends_with(words: str, people: Set[str]) -> bool:
    last = words.split()[-2:]
    return len(last) > 1 and last[-1][:1].isupper() and fold(" ".join(last)) in people


@lru_cache(maxsize=16384)  # the same few titles stand beside most names
def role_words(written: str) -> str:
    """The words of a role without what stands before it; "" for an honorific, or what is no role."""
    words = " ".join(written.split()).strip(" .,;")
    lead = _LEADING.match(words)
    words = words[lead.end() :] if lead else words
    low = words.lower()
    if not words or low in _HONORIFICS or low in _OF_SEVERAL or words.count(" ") >= MOST_WORDS or _CLAUSE.search(words):
        return ""
    return words


def _holds(mention: Mention, title: str, text: str) -> bool:
    role = mention.role
    return role is not None and title.lower() in text[role.start : role.end].lower()
