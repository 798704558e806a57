"""One thing counted twice: in the words of two who disagree, or by two reports of a small pile.

Two counts are compared where they tell of one thing (the counted noun, or what became of those counted), where no
other place, day or head stands in the way, and where their bounds leave no value that both allow. A count that only
rises from day to day is a series; what is added ("14 more") and what is a part ("311 of the 420") is no count of the
whole.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from dateline.model.annotations import Quantity, Sentence
from dateline.model.evidence import cite
from dateline.model.material import Material
from dateline.model.report import Report
from dateline.model.story import Version
from dateline.text.words import content_words
from dateline.weave.differences.draft import Draft
from dateline.weave.figures import CURRENCIES, sum_name
from dateline.weave.voices import Voices, kinds_of

SMALL = 12
"""Reports of a pile in which one head ("employees", "on board") can be held to mean one thing."""

NEAR = 1.6
"""How many times the lower value the higher one may be; what lies further apart counts other things."""

ABOUT = 0.05
"""How far a value told as "about" may lie off."""

ROUNDED = 0.04
"""Relative difference below which one value is the other, rounded, where both are large."""

LARGE = 1000
WAR_DAYS = 7
"""Days between two tellings of a war's toll, which grows by less than its rounding in that time."""

AHEAD = 60
"""Characters after a number in which it may be told what became of those counted."""

_CLASSES = (
    ("on board", re.compile(r"\b(?:on board|aboard|passengers and crew)\b")),
    ("dead", re.compile(r"\b(?:killed|dead|died|deaths?|perished|drowned|bodies)\b")),
    ("ill", re.compile(r"\b(?:ill|sick|sickened|infected|cases)\b")),
    ("held", re.compile(r"\b(?:arrest\w*|detain\w*)\b")),
    ("freed", re.compile(r"\b(?:freed|released|crossed)\b")),
    ("injured", re.compile(r"\b(?:injured|wounded|hurt)\b")),
    ("missing", re.compile(r"\bmissing\b")),
)
_DONE = (
    ("dead", re.compile(r"\bkill\w*\s(?:\w+\s){0,2}$")),
    ("held", re.compile(r"\b(?:arrest\w+|detain\w+)\s(?:\w+\s){0,2}$")),
    ("freed", re.compile(r"\b(?:freed|released|freeing|releasing)\s(?:\w+\s){0,2}$")),
    ("injured", re.compile(r"\b(?:injur\w+|wound\w+)\s(?:\w+\s){0,2}$")),
)
_MOVING = frozenset(("dead", "ill", "held", "freed", "injured", "missing"))
"""Classes whose count goes up or down from day to day."""

_SOURCE = re.compile(
    r"\b(?:said|says|say|according to|counts?|counted|puts? the|told|reported|reports|claims?|claimed|estimates?)\b",
    re.I,
)
_TURN = re.compile(r"[.;]|\bbut\b|\bwhile\b|\bthough\b", re.IGNORECASE)
_OF_THEM = re.compile(r"\sof\s(?:its|his|her|their|the|these|those|them|whom)\b")
_PART = re.compile(r"\b(?:of whom|of them|including|among them|one of|out of)\b", re.IGNORECASE)
_ADDED = re.compile(r"(?:more|others?|further|additional|new)\b|.*\bmore than\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:another|further|additional)\s$", re.IGNORECASE)
_WAR = re.compile(r"\b(?:war|conflict|insurgency|uprising|fighting)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:he|she|they|it)\b", re.IGNORECASE)
_ANYBODY = frozenset(
    content_words(
        "people person others men women civilians victims passengers dead bodies crossed freed released times"
    )
)
_COMMON = frozenset(
    content_words("said says told people person number figure monday tuesday wednesday thursday friday saturday sunday")
)


class _Tally:
    __slots__ = (
        "days",
        "entities",
        "head",
        "key",
        "label",
        "order",
        "places",
        "quantity",
        "report",
        "sentence",
        "text",
        "words",
    )

    def __init__(self, order: int, report: Report, sentence: Sentence, quantity: Quantity) -> None:
        self.order, self.report, self.sentence, self.quantity = order, report, sentence, quantity
        self.text = report.text[sentence.start : sentence.end]
        self.key = self.head = self.label = ""
        self.words: frozenset[str] = frozenset()
        self.entities: frozenset[str] = frozenset()
        self.places: frozenset[str] = frozenset()
        self.days: tuple[tuple[str, str], ...] = ()

    def version(self) -> Version:
        quantity = self.quantity
        told = " ".join(self.report.text[quantity.start : quantity.end].split())
        return Version(told, (cite(self.report, self.sentence.start, self.sentence.end),))


def tally_differences(material: Material) -> Iterator[Draft]:
    """Counts that disagree: in one report by two sources, and between the reports of a small pile."""
    small = len(material.reports) <= SMALL
    by_key: dict[str, list[_Tally]] = defaultdict(list)
    for order in range(len(material.reports)):
        told = _read(material, order)
        for number, mine in enumerate(told):
            theirs = next((other for other in told[number + 1 : number + 4] if _retort(mine, other, small)), None)
            if theirs is not None:
                yield _draft(mine, theirs, "two sources, two counts")
            if small:
                by_key[mine.key].append(mine)
    for key in sorted(by_key):
        yield from _between(material, key, by_key[key])


def _read(material: Material, order: int) -> list[_Tally]:
    annotated = material.reports[order]
    report, notes = annotated.report, annotated.notes
    if not notes.quantities:
        return []
    kinds = kinds_of(material.identities)
    voices = Voices(annotated, material.identities, kinds)
    told = []
    for quantity in notes.quantities:
        sentence = voices.sentence(quantity.start)
        if sentence is None or sentence.kind != "body" or quantity.value < 2:
            continue
        tally = _Tally(order, report, sentence, quantity)
        if not _describe(tally):
            continue
        stems = {word for word in content_words(tally.text) if not word.isdigit()}
        tally.words = frozenset(stems) - _COMMON - _ANYBODY - {tally.head}
        tally.entities = frozenset(voices.entities(sentence.start, sentence.end))
        if _PRONOUN.match(tally.text) and sentence.start:
            before = voices.sentence(sentence.start - 2) or voices.sentence(sentence.start - 3)
            if before is not None:
                tally.entities |= frozenset(voices.actors(before.start, before.end)[:1])
        tally.places = frozenset(one for one in tally.entities if voices.is_place(one))
        whens = [timex.when for timex in voices.timexes(sentence.start, sentence.end) if timex.type == "DATE"]
        tally.days = tuple((when.start, when.end) for when in whens if when is not None)
        told.append(tally)
    return told


def _describe(tally: _Tally) -> bool:
    """Sets what is counted; False where it is no count of a whole."""
    quantity, text = tally.quantity, tally.report.text
    what = text[quantity.what.start : quantity.what.end] if quantity.what else ""
    stop = max(quantity.end, quantity.what.end) if quantity.what else quantity.end
    before = text[max(tally.sentence.start, quantity.start - 40) : quantity.start]
    if quantity.rule in ("part", "fraction") or _ADDED.match(what) or _ANOTHER.search(before):
        return False
    if _OF_THEM.match(text, quantity.end):
        return False
    if quantity.rule == "margin":
        tally.key = f"margin {quantity.unit}"
        return True
    if quantity.unit in CURRENCIES:
        name = sum_name(text, tally.sentence.start, quantity, tally.sentence.end)
        tally.key = f"{quantity.unit} {name}" if name in _ONE_SUM else ""
        return bool(tally.key)
    if quantity.unit is not None:
        return False
    tally.label = re.split(r"\s(?:was|were|are|is|have|has|had)\b", what)[0]
    stems = content_words(what)
    if what == "times":
        verbs = content_words(before)
        tally.key = f"times {verbs[-1]}" if verbs else ""
        return bool(verbs)
    ahead = re.split(r"[,;.]|\band\b", (what + " " + text[stop : min(tally.sentence.end, stop + AHEAD)]).lower())[0]
    named = next((name for name, pattern in _CLASSES if pattern.search(ahead)), "")
    named = named or next((name for name, pattern in _DONE if pattern.search(before.lower())), "")
    heads = [stem for stem in stems if stem not in _ANYBODY and not any(p.search(stem) for _, p in _CLASSES)]
    tally.head = heads[-1] if heads and named != "ill" else ""
    tally.key = named or (f"the {stems[-1]}" if stems and stems[-1] not in _ANYBODY else "")
    return bool(tally.key)


_ONE_SUM = frozenset("bonus fine ransom compensation damages salary penalty settlement prize bail".split())
"""Sums of which one person or body has one."""


def _retort(mine: _Tally, theirs: _Tally, small: bool) -> bool:
    """Whether a second source answers a count at once: "84 were freed, the ministry said. The rebels said only 79".

    In a big pile only where the second count names nothing of its own.
    """
    if mine.key != theirs.key or not _one_head(mine, theirs) or not _differ(mine.quantity, theirs.quantity):
        return False
    if mine.key.startswith(("times", "margin")) or mine.quantity.unit:
        return False
    text = mine.report.text
    if theirs.sentence.start - mine.sentence.end > 4:
        return False
    between = text[mine.quantity.end : theirs.quantity.start]
    own = text[max(theirs.sentence.start, mine.quantity.end) : theirs.sentence.end]
    if not _TURN.search(between) or not _SOURCE.search(own) or _PART.search(between):
        return False
    anaphor = theirs.quantity.rule == "number" or not theirs.head
    return anaphor or (small and bool(mine.words & theirs.words))


def _between(material: Material, key: str, told: Sequence[_Tally]) -> Iterator[Draft]:
    """Counts of one key that two reports tell differently, the first pair of two values."""
    done: set[tuple[float, float]] = set()
    for number, mine in enumerate(told):
        for theirs in told[number + 1 : number + 25]:
            values = (min(mine.quantity.value, theirs.quantity.value), max(mine.quantity.value, theirs.quantity.value))
            if values in done or mine.order == theirs.order or not _independent(material, mine, theirs):
                continue
            note = _note(key, mine, theirs)
            if note and _one_head(mine, theirs) and _differ(mine.quantity, theirs.quantity):
                done.add(values)
                yield _draft(mine, theirs, note)


def _note(key: str, mine: _Tally, theirs: _Tally) -> str:
    """Why the two may be only apparently at odds; "" where they need not count one thing."""
    days = _apart(mine.report, theirs.report)
    shared = len(mine.words & theirs.words)
    if mine.places and theirs.places and not mine.places & theirs.places:
        return ""
    if not _one_time(mine, theirs):
        return ""
    named = bool(mine.entities & theirs.entities)
    if key == "on board":
        return "the first count may have been mended later"
    if key.startswith("times "):
        return "counted from another start" if named or shared else ""
    if key.startswith("margin "):
        return "measured by another hand" if named or shared else ""
    if mine.quantity.unit:
        return "one may be a limit, or the sum of more" if named or shared >= SHARED else ""
    if key == "dead" and _WAR.search(mine.text) and _WAR.search(theirs.text) and days <= WAR_DAYS:
        both = min(mine.quantity.value, theirs.quantity.value) >= LARGE
        return "a later count, or rounded" if both else ""
    if days:
        return ""  # told later, it is a series, which the figure itself shows
    if key in _MOVING:
        return "counts of one day move; another scope is possible" if shared or mine.places & theirs.places else ""
    return "another scope is possible" if shared + named >= SHARED else ""


SHARED = 2
"""Content words or names beside the counted ones that two sentences must share."""


def _draft(mine: _Tally, theirs: _Tally, note: str) -> Draft:
    about = f"how much: {mine.key.partition(' ')[2]}"
    if mine.key.startswith("margin "):
        about = "by how much"
    elif not mine.quantity.unit:
        label = mine.label if mine.head else theirs.label if theirs.head else mine.label or theirs.label
        told = "" if mine.key.startswith(("the ", "times ")) or mine.key in label else f" {mine.key}"
        about = f"how many {label}{told}"
    return Draft("figure", about, (mine.version(), theirs.version()), note, 1.6)


def _independent(material: Material, mine: _Tally, theirs: _Tally) -> bool:
    one, two = mine.report.id, theirs.report.id
    return material.text_group.get(one, one) != material.text_group.get(two, two)


def _one_head(mine: _Tally, theirs: _Tally) -> bool:
    return not (mine.head and theirs.head) or mine.head == theirs.head


def _one_time(mine: _Tally, theirs: _Tally) -> bool:
    """Whether the two may tell of one time: not where each names days and none of them meet."""
    if not mine.days or not theirs.days:
        return True
    return any(a <= d and c <= b for a, b in mine.days for c, d in theirs.days)


def _apart(mine: Report, theirs: Report) -> int:
    if mine.day is None or theirs.day is None:
        return 999
    return abs((mine.day - theirs.day) // dt.timedelta(1))


def _range(quantity: Quantity) -> tuple[float, float]:
    """The values that a count allows."""
    value = quantity.value
    if quantity.high is not None:
        return value, quantity.high
    if quantity.bound in ("more than", "at least"):
        return value, float("inf")
    if quantity.bound in ("at most", "less than"):
        return 0.0, value
    if quantity.bound == "about":
        return value * (1 - ABOUT), value * (1 + ABOUT)
    return value, value


def _differ(mine: Quantity, theirs: Quantity) -> bool:
    low, high = sorted((mine, theirs), key=lambda quantity: quantity.value)
    if high.value > NEAR * low.value or (low.value >= LARGE and high.value - low.value < ROUNDED * high.value):
        return False
    if "as many as" in (mine.bound, theirs.bound) and mine.unit not in CURRENCIES:
        return False
    one, two = _range(mine), _range(theirs)
    return one[1] < two[0] or two[1] < one[0]
