"""Who a story is about: the people and bodies that most of its independent texts name at their head.

Names by word cannot tell a first lady from a president of one surname; the identities of the names can.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from dateline.model.annotations import Mention
from dateline.model.material import Material
from dateline.text.patterns import late
from dateline.weave.timeline import chronicle
from dateline.weave.timeline.gist import OPENING
from dateline.weave.timeline.tellings import Telling
from dateline.weave.timeline.topic import is_outlet

LEADING = 0.6
"""Share of the texts that name one at their head for the story to be about them."""

LINES_ABOUT = 0.25
"""Share of the lines of an editors' timeline that name one whom the story is about for it to be this story's."""

AT_ITS_HEAD = 160
"""Characters of a sentence in which one whom the story is about is named, or it tells of others."""

KNOWN_TO_READERS = 0.25
"""Share of the texts that name somebody at all for the surname alone to tell who it is."""

_HIS_PEOPLE = re.compile(r" (?:administration|government|campaign|cabinet|presidency|era|family)\b")
"""What makes a surname the name of a body: "the Bush administration"."""

WITHIN_REACH = 140
"""Characters after the verb in which one is named to whom it is done."""

_WHOSE = late(
    r"(?:['’]s?|â€ ?™ ?s)\s(?!(?:[\w-]+ ){0,2}(?:term|victory|win|defeat|presidency|inauguration|leadership|government"
    r"|cabinet|bid|campaign|candidate)\b)|-(?:led|backed)\b"
)
_HIS_PEOPLE_DO = late(
    r"-(?:led|backed)\b|(?:['’]s?|â€ ?™ ?s)? (?:[\w-]+ ){0,2}?(?:supporters|critics|aides|allies|fans)\b"
)
_INSIDE = late(
    r"\b(?:after|before|when|as|while|because)\b(?:[^,;]*\b(?:had|has|was|were|said|\w{3,}ed)| \w+ing\b[^,;]*) "
)
_BESIDE_ANOTHER = late(
    r"[A-Z]\w+, (?:an?|the|his|her|one of|who|whose)\b[^,]{0,60}\b(?:of|to|with|for|by|like|under|against) (?:the )?"
    r"(?:[\w’'-]+,? ){0,5}$"
    r"|, (?:where|whose|whom)\b[^,]*$"
)
"""Up to a name: somebody else, and what he is to the one named, or a place and what that one did there."""

_KIN = late(
    r"\b(?:wife|husband|widow|son|daughter|child|children|mother|father|parents|brother|sister|grandson"
    r"|granddaughter|girlfriend|boyfriend|fianc\w+|ex-wife|lawyers?|doctor|physician|home(?! of)|house|office"
    r"|offices|death|arrest|trial|appeal|conviction|sentence|body|remains|estate|candidacy|resignation"
    r"|nomination|election|ban|extradition)\b"
)

_NO_NAMES = frozenset(("mr", "mrs", "ms", "miss"))


class Cast:
    """The people and bodies of one story. Where the names have no identities, everybody is of it."""

    def __init__(self, material: Material) -> None:
        self._material = material
        kinds = {one.id: one.kind for one in material.identities.entities if not is_outlet(one.name)}
        self._people = frozenset(entity for entity, kind in kinds.items() if kind == "person")
        opened, named = self._shares()
        leading = {entity: n for entity, n in opened.items() if n >= LEADING}
        first = max(sorted(leading), key=lambda entity: leading[entity], default="")
        self._chief = first
        self.leading = frozenset(
            entity
            for entity in leading
            if kinds[entity] == kinds[first] and kinds[entity] in ("person", "organisation")
        )
        self._names = {one.name for one in material.identities.entities if one.id in self.leading}
        self._pages: dict[int, bool] = {}
        self._known = frozenset(entity for entity, share in named.items() if share >= KNOWN_TO_READERS)

    def _shares(self) -> tuple[dict[str, float], dict[str, float]]:
        """Entity -> share of the texts that name it among their first sentences, and anywhere."""
        material, of_mention = self._material, self._material.identities.of_mention
        if not of_mention:
            return {}, {}
        opened: dict[str, set[str]] = {}
        named: dict[str, set[str]] = {}
        for annotated in material.reports:
            report = annotated.report
            family = material.text_group.get(report.id, report.id)
            body = [one.end for one in annotated.notes.sentences if one.kind == "body"][:OPENING]
            head = body[-1] if body else 0
            for mention in annotated.notes.mentions:
                if mention.kind == "place":
                    continue
                entity = of_mention.get((report.id, mention.start))
                if entity is not None:
                    named.setdefault(family, set()).add(entity)
                    if mention.start < head:
                        opened.setdefault(family, set()).add(entity)
        total = max(1, len(named))
        return _share(opened, total), _share(named, total)

    def opens_with_it(self, told: Telling, within: int = AT_ITS_HEAD) -> bool:
        """Whether the telling's sentence names one whom the story is about, so many characters from its start."""
        first = self._first_named(told)
        if first is not None and not told.alone and told.end <= first:  # "Kirk left yesterday and Lee came today"
            between = self._material.reports[told.report].report.text[told.end : first]
            first = None if between.strip() == "and" else first
        return not self.leading or (first is not None and first - told.sentence.start < within)

    def names_any(self, told: Telling) -> bool:
        """Whether the sentence names a person or a body at all: "The trial is delayed" does not tell whose."""
        named = self._mentions(told.report, told.sentence.start, told.sentence.end)
        somebody = any(one.kind in ("person", "organisation") for one in named)
        return somebody or self._first_named(told) is not None

    def has_page(self, report: int) -> bool:
        """Whether the editors' timeline that a report is tells this story."""
        if report not in self._pages:
            lines = chronicle.lines(self._material.reports[report])
            about = sum(self._named_in(report, one.told, one.end) is not None for one in lines)
            self._pages[report] = not self.leading or about >= LINES_ABOUT * len(lines)
        return self._pages[report]

    def _first_named(self, told: Telling) -> int | None:
        return self._named_in(told.report, told.sentence.start, told.sentence.end)

    def _named_in(self, report: int, start: int, end: int) -> int | None:
        text = self._material.reports[report].report.text
        for one in self._mentions(report, start, end):
            if self._entity(report, one) in self.leading or text[one.start : one.end] in self._names:
                return one.start
        return None

    def knows_all(self, told: Telling) -> bool:
        """Whether nobody is named by a surname alone, without a role, whom most readers cannot know from it."""
        if not self._people:
            return True
        text = self._material.reports[told.report].report.text
        for one in self._bare(told):
            if one.role is not None:
                continue
            title = text[one.title.start : one.title.end].rstrip(".").lower() if one.title else "mr"
            entity = self._entity(told.report, one)
            if entity in self._people and entity not in self._known and title in _NO_NAMES:
                return False
        return True

    def is_of_others(self, told: Telling) -> bool:
        """Whether others do it, and one whom the story is about is named only as whose something is: "Officials met
        Aker's advisers", "Holm, a former friend of Aker, left". Of what somebody's family does or bears, never."""
        if not any(entity in self._people for entity in self.leading):
            return False
        text = self._material.reports[told.report].report.text
        start, end = told.sentence.start, told.sentence.end
        verb = told.head if told.head > start and told.basis != "lead" else end
        for one in self._mentions(told.report, start, end):
            if self._entity(told.report, one) not in self.leading and text[one.start : one.end] not in self._names:
                continue
            if one.start < verb:
                if not (_BESIDE_ANOTHER.search(text, start, one.start) or _HIS_PEOPLE_DO.match(text, one.end, end)):
                    return False
            elif one.start - verb < WITHIN_REACH and not (
                _WHOSE.match(text, one.end, end) or _INSIDE.search(text, verb, one.start)
            ):
                return False
        return not _KIN.search(text, start, end)

    def introduces(self, told: Telling) -> bool:
        """Whether all but the one whom the story is about are named in full, or by what they are."""
        return all(one.role is not None or self._entity(told.report, one) == self._chief for one in self._bare(told))

    def _bare(self, told: Telling) -> Iterator[Mention]:
        """The people whom the sentence names by one word, and nowhere in full."""
        text = self._material.reports[told.report].report.text
        named = list(self._mentions(told.report, told.sentence.start, told.sentence.end))
        whole = {self._entity(told.report, one) for one in named if " " in text[one.start : one.end]}
        for one in named:
            alone = " " not in text[one.start : one.end] and self._entity(told.report, one) not in whole
            if one.kind == "person" and alone and not _HIS_PEOPLE.match(text, one.end):
                yield one

    def _mentions(self, report: int, start: int, end: int) -> Iterator[Mention]:
        mentions = self._material.reports[report].notes.mentions
        number = bisect_left(mentions, start, key=_start)
        while number < len(mentions) and mentions[number].start < end:
            yield mentions[number]
            number += 1

    def _entity(self, report: int, mention: Mention) -> str | None:
        return self._material.identities.of_mention.get((self._material.reports[report].report.id, mention.start))


def _start(mention: Mention) -> int:
    return mention.start


def _share(having: dict[str, set[str]], total: int) -> dict[str, float]:
    counts = Counter(entity for found in having.values() for entity in found)
    return {entity: n / total for entity, n in counts.items()}
