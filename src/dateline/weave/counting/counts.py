"""The counts of a story: each number with what it counts and the scope that its sentence gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from dateline.model.annotations import Quantity, Sentence
from dateline.model.evidence import Evidence, cite
from dateline.model.material import Material
from dateline.text.words import content_words
from dateline.weave.counting.shares import dimension, share_of
from dateline.weave.counting.situations import FATES, ON_BOARD, Situation, situation
from dateline.weave.counting.sums import CURRENCIES, rate, sum_name
from dateline.weave.voices import Voices, readers

AHEAD = 70
"""Characters after the counted words in which it may be told what they did or where they were."""

NEAR = 24
"""The same for what became of them: "12 people have died"; not "50 concerts, sold out days before he died"."""

BEHIND = 50
"""Characters before a number in which the verb may stand: "the blast killed at least 12"."""

_ADDED = re.compile(r"(?:more|others?|further|additional|new)\b(?! than)", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\b(?:another|last|first|remaining|further|additional|(?:rise|increase|fall|drop|cut) of|(?:rose|fell|up"
    r"|down|grew|raised|cut) by|added)\s$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\sof\s(?:its|his|her|their|the|these|those|them|whom)\b")
_CLAUSE = re.compile(r"[,;:]|\b(?:and|but|while|though|who|which|where|after|before|since|until|because|when)\b")
_CLAUSE_BACK = re.compile(r"[,;:]|\b(?:but|while|though|which|where|after|before)\b")
_BE = re.compile(r"\s(?:was|were|are|is|be|have|has|had|been|being|remain|remained)\s")
_PRONOUN = re.compile(r"(?:he|she|they|it|the (?:breakout|attack|blast|march|fire|deal|plan|strike))\b", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:said|says|told|announced|reported|revealed|confirmed|added|according to|estimated)"
    r"(?: (?!that\b|how\b|had\b|was\b|were\b)[\w’'-]+){0,3},? (?:late |early )?(?:on |in )?$",
    re.IGNORECASE,
)
_SAID_AFTER = re.compile(r" (?:said|told)\b")
"""What makes a day that of the telling: "said on Monday", "told reporters in the town hall on Monday"."""

GENERIC = frozenset(
    content_words(
        """people person others man men woman women civilian victim body dead death toll passenger crew worker employee
        miner staff guest soul those hostage captive casualty survivor member resident inmate prisoner pupil"""
    )
)
"""Heads under which one and the same people may be counted: "48 miners", "53 people"."""

_EVERYBODY = frozenset(
    content_words("let go set free people person others body dead death toll victim casualty soul those")
)
"""Heads that any people are counted under; other two heads of ``GENERIC`` may tell of two groups."""

CREW = content_words("crew")[0]
_WITH = re.compile(r"\b(?:with|had|has) (?:all |its |her )?$")

_THINGS = frozenset(
    content_words(
        """date concert show album song copy record home house building car point page vote seat dollar pound euro game
        match ticket film book document store shop job year day hour bullet shot"""
    )
)
"""What is neither killed nor arrested, whatever stands near it."""

_KINDS = (
    "poll survey ballot", "withdraw withdrawn withdrew", "buy acquire purchase takeover acquisition bought acquired",
    "job post position", "march demonstrate protest rally demonstration marcher", "cost price",
    "explosion blast exploded",
    "ferry ship boat vessel tanker freighter trawler", "plane jet aircraft airliner", "crash accident collision",
    "miner worker employee staff",
    "fine fined penalty", "hijack hijacking hijacker", "kidnap kidnapper kidnapping kidnapped", "fire blaze",
    "kill killed killing dead death die died", "escape escaped breakout", "strike walkout",
    "approve approval approved vote",
    "leak leaked spill spilled spillage lost",
    "burn destroy destroyed", "close closing closure shut",
)  # fmt: skip
KINDRED = {stem: f"={row.split()[0]}" for row in _KINDS for stem in content_words(row)}
"""Stem -> what it means, for words that mean much the same in news."""

_COMMON = frozenset(
    content_words(
        """people person number figure total said told official source report spokesman spokeswoman statement
        authority news police government ministry minister million billion thousand hundred dozen percent
        about alone nearly dollar euro pound crown kilogram metre meter kilometre mile hour"""
    )
) | {str(number) for number in range(10)}
"""Words that two sentences share by chance."""


class Scope(NamedTuple):
    """What the sentence of a count, and the one before where it begins with a pronoun, say beside the number.

    ``days``: of the event, not of its telling; ``here``: those of the sentence itself; ``own``: of the number's clause.
    """

    words: frozenset[str]
    names: frozenset[str]
    entities: frozenset[str]
    places: frozenset[str]
    days: tuple[tuple[str, str], ...]
    here: tuple[tuple[str, str], ...]
    own: tuple[tuple[str, str], ...]
    context: str


class Count:
    """A quantity with what it counts.

    ``matter``: what kind of count it is ("killed", "price", "poll"), "" where only the counted noun tells. ``head``:
    stem of the counted noun, "" for people of no kind. ``added``: a number on top of one told before, or a part of one.
    ``scope``: found at first use, since most counts are compared with nothing.
    """

    def __init__(self, order: int, group: str, voices: Voices, sentence: Sentence, quantity: Quantity) -> None:
        self.order, self.group, self.report = order, group, voices.report
        self.sentence, self.quantity = sentence, quantity
        self.situation: Situation | None = None
        self.matter = self.head = self.label = ""
        self.added = False
        self._voices = voices

    @property
    def text(self) -> str:
        """Its sentence."""
        return self.report.text[self.sentence.start : self.sentence.end]

    @property
    def moving(self) -> bool:
        """Whether the count goes up or down from day to day."""
        return self.situation is not None and self.situation.moving

    @property
    def told(self) -> str:
        """The number as it stands in the report, with its bound and unit."""
        quantity = self.quantity
        return " ".join(self.report.text[quantity.start : quantity.end].split())

    @property
    def speaker(self) -> str | None:
        """Who gives the number, where somebody's words hold it."""
        return self._voices.speaker_at(self.quantity.start)

    def person_before(self) -> str:
        """The surname of the person named last before the number in its sentence; "" where nobody is."""
        spans = self._voices.persons(self.sentence.start, self.quantity.start)
        return self.report.text[spans[-1].start : spans[-1].end].split()[-1] if spans else ""

    @cached_property
    def scope(self) -> Scope:
        """What stands beside the number."""
        return _scope(self, self._voices)

    def cite(self) -> Evidence:
        return cite(self.report, self.sentence.start, self.sentence.end)


def counted(material: Material) -> Sequence[Sequence[Count]]:
    """The counts of every report of a story, in the order of the reports; made once for all who ask."""
    made: Sequence[Sequence[Count]] | None = material.shared.get("counts")
    if made is None:
        group = material.text_group
        made = material.shared["counts"] = [
            tuple(counts(voices, order, group.get(voices.report.id, voices.report.id)))
            for order, voices in enumerate(readers(material))
        ]
    return made


def counts(voices: Voices, order: int, group: str) -> Iterator[Count]:
    """The counts of one report that say what they count, in the order of the text.

    ``order``: the report's place in the story; ``group``: its copy family.
    """
    for quantity in voices.notes.quantities:
        sentence = voices.sentence(quantity.start)
        if sentence is None or sentence.kind != "body":
            continue
        count = Count(order, group, voices, sentence, quantity)
        _describe(count)
        if count.matter or count.head:
            yield count


def _describe(count: Count) -> None:
    """Sets what is counted."""
    quantity, text, sentence = count.quantity, count.report.text, count.sentence
    what = " ".join(text[quantity.what.start : quantity.what.end].split()) if quantity.what else ""
    before = text[max(sentence.start, quantity.start - BEHIND) : quantity.start]
    each = rate(text, max(quantity.end, quantity.what.end if quantity.what else 0))
    counted = _BE.split(what + " ")[0].strip()
    count.label = counted
    if quantity.rule == "margin":
        count.matter = f"margin {quantity.unit}"
    elif quantity.unit in CURRENCIES:
        count.matter = f"{sum_name(text, sentence.start, quantity, sentence.end)}{each}"
    elif quantity.unit == "%":
        count.matter = share_of(text, sentence.start, quantity.start, sentence.end)
        count.head = (content_words(counted) or ["%"])[-1]
    elif quantity.unit is not None:
        after = text[quantity.end : min(sentence.end, quantity.end + 12)].strip()
        count.matter = "speed" if each.endswith(" hour") else dimension(before, after) + each
        count.head = (content_words(counted) or [quantity.unit])[-1]
    elif what == "times":
        verbs = content_words(before)
        count.matter = f"times {verbs[-1]}" if verbs else ""
    else:
        _people(count, what, counted, before)
        count.matter += each
    count.added = (
        quantity.rule in ("part", "fraction")
        or bool(_ADDED.match(what))
        or bool(_ANOTHER.search(before))
        or (quantity.unit is None and bool(_OF_THEM.match(text, quantity.end)))
        or what.startswith("them ")
    )


def _people(count: Count, what: str, counted: str, before: str) -> None:
    quantity, text = count.quantity, count.report.text
    stop = max(quantity.end, quantity.what.end) if quantity.what else quantity.end
    after = text[stop : min(count.sentence.end, stop + AHEAD)].lower()
    ahead = _CLAUSE.split(after)[0]
    if after.lstrip().startswith("and crew"):
        ahead = after
    if quantity.rule == "named" and what.startswith("vot"):
        count.head = "vot"
        return  # "voted by 31 to 12": votes, not voters
    near = f"{what.lower()} {ahead[:NEAR].strip()}"
    count.situation = situation(near, f"{what.lower()} {ahead.strip()}", _CLAUSE_BACK.split(before.lower())[-1])
    stems = content_words(counted)
    if count.situation is None and stems and stems[-1] == CREW and _WITH.search(before.lower()):
        count.situation = ON_BOARD  # "the trawler, with 22 crew, sank"
    if stems and stems[-1] in _THINGS and count.situation is not None and count.situation.name in FATES:
        count.situation = None  # "50 dates in London before he died"
    count.head = "" if not stems or _is_everybody(stems[-1], counted, count.situation) else stems[-1]
    count.matter = count.situation.name if count.situation else ""


def _is_everybody(stem: str, counted: str, found: Situation | None) -> bool:
    """Whether a head tells no more than the situation does: "people" aboard, "the dead", "cases"."""
    if found is None:
        return False
    return stem in _EVERYBODY or bool(found.ahead and found.ahead.search(counted.lower().rpartition(" ")[2]))


def _scope(count: Count, voices: Voices) -> Scope:
    sentence, text = count.sentence, count.report.text
    stretches = [(sentence.start, sentence.end)]
    context = count.text
    if _PRONOUN.match(context):
        before = voices.before(sentence)
        if before is not None and before.paragraph == sentence.paragraph:
            stretches.append((before.start, before.end))
            context = text[before.start : sentence.end]
    entities: list[str] = []
    days, here, own = [], [], []
    for start, end in stretches:
        entities.extend(voices.entities(start, end))
        for timex in voices.timexes(start, end):
            if timex.type not in ("DATE", "TIME") or timex.when is None:
                continue
            if not _SAID.search(text, start, timex.start) and not _SAID_AFTER.match(text, timex.end, end):
                days.append((timex.when.start[:10], timex.when.end[:10]))
                if start != sentence.start:
                    continue
                here.append(days[-1])
                low, high = sorted((timex.start, count.quantity.start))
                if high - low < BEHIND and not _CLAUSE.search(text, low, high):
                    own.append(days[-1])
    stems = {KINDRED.get(word, word) for word in content_words(context) if not word.isdigit()}
    names = frozenset(stem for start, end in stretches for stem in names_in(text, start, end))
    return Scope(
        frozenset(stems) - _COMMON - GENERIC - names - ({count.head} if count.quantity.unit is None else set()),
        names,
        frozenset(entities),
        frozenset(one for one in entities if voices.is_place(one)),
        tuple(days),
        tuple(here),
        tuple(own),
        context,
    )


_NAME = re.compile(r"(?<![.!?\"”’'\n] )(?<!^)\b[A-Z][\w’'-]+")


def names_in(text: str, start: int = 0, end: int | None = None) -> Iterator[str]:
    """Stems of the words in capitals inside sentences: names, whether known as such or not."""
    for found in _NAME.finditer(text, start + 1, len(text) if end is None else end):
        yield from content_words(found[0])
