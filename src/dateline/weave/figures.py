"""Quantities compared over the reports of a story.

The same quantity is recognised by what it counts and its unit; where values differ, the sentences must also speak of
the same thing. A toll that rises is one figure with several values. What one report says once in passing ("two men")
is no figure worth showing.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from dateline.model.annotations import Quantity
from dateline.model.dates import DateSpan, day_span
from dateline.model.evidence import Evidence
from dateline.model.material import Material
from dateline.model.story import Figure, FigureValue
from dateline.text.words import content_words
from dateline.weave.voices import Voices, kinds_of

MOST = 40
"""Figures shown at most. A reader scans some two screens; the rest is noise."""

SMALL = 10
"""A count below this, without a unit and in one text only, is passing detail."""

_CASUALTIES = (
    ("killed", re.compile(r"\b(?:killed|dead|died|deaths?|dies|bodies|fatalities|perished|drowned)\b")),
    ("injured", re.compile(r"\b(?:injured|wounded|hurt|injuries)\b")),
    ("missing", re.compile(r"\b(?:missing|unaccounted)\b")),
    ("arrested", re.compile(r"\b(?:arrested|detained|arrests)\b")),
    ("displaced", re.compile(r"\b(?:homeless|displaced|their homes?)\b")),
    ("sickened", re.compile(r"\b(?:sickened|ill|sick)\b")),
    ("rescued", re.compile(r"\b(?:rescued|saved)\b")),
)
"""What became of those counted, by the words counted and the few after them."""

_DONE_TO = (
    ("killed", re.compile(r"(?:\bkill\w*|\bclaim\w*|\btoll\b.{0,24})\s(?:\w+\s){0,3}$")),
    ("injured", re.compile(r"\b(?:injur\w+|wound\w+)\s(?:\w+\s){0,3}$")),
    ("arrested", re.compile(r"\b(?:arrest\w+|detain\w+)\s(?:\w+\s){0,3}$")),
)
"""The same by the verb before the number: "the blast killed at least 12"."""

_FATE_NAMES = frozenset(name for name, _ in _CASUALTIES)
_DEEDS = frozenset(("killed", "injured", "arrested"))
_BEFORE = 40
"""Characters before a number in which that verb may stand."""

_AFTER = 14
"""Characters after the counted words in which their fate may stand: "12 people have died"."""

STATIC = frozenset(content_words("depth magnitude height age length distance weight altitude speed capacity width"))
"""What does not change with time: values told weeks apart can still disagree."""

_MORE = re.compile(r"(?:more|other|others|further|additional|new)\b")
_ANOTHER = re.compile(r"\b(?:another|further|additional)\s$", re.IGNORECASE)
"""Words of a number that is added to one told before, and no new state of it."""

_MONEY_NOUN = re.compile(
    r"\b(?P<noun>fine|bonus|loss|profit|lawsuit|damages|compensation|ransom|debt|price|salary|budget|loan|bail|aid|cost"
    r"|grant|fund|tax|revenue|investment|prize|reward|penalty|stake|settlement|fee|donation|pension|bid|offer|deal|suit"
    r"|payment|sales|subsidy|bailout)s?\b|\b(?P<fined>fined)\b|\b(?P<bought>bought|acquired|sold|buy|sell)\b"
    r"|\b(?P<paid>paid|pay)\b|\b(?P<raised>raised)\b|\b(?P<lost>lost)\b",
    re.IGNORECASE,
)
_MONEY_NAMES = {"fined": "fine", "bought": "price", "paid": "payment", "raised": "money raised", "lost": "loss"}

_GENERIC = frozenset(
    content_words("people person others more man men woman women civilians victims bodies dead death casualties")
)
_VAGUE = frozenset(
    content_words(
        """people person man men woman women child children member place thing country nation state city case point part
        side team group company house home area"""
    )
)
"""Heads that many different things share: "three countries" here and there need not be the same ones."""

_BE = re.compile(r"\s(?:was|were|are|is|be|have|has|had|been|being|remain|remained)\s")
_FATES = frozenset(
    content_words(
        "killed dead died deaths toll missing injured wounded hurt arrested detained homeless displaced"
        " homes sickened ill sick"
    )
)
CURRENCIES = frozenset("USD CAD AUD NZD HKD SGD BRL EUR GBP JPY INR RUB KRW ILS CNY CHF TRY ZAR MXN".split())

LARGE = 1000
"""From here on one value for one matter is one figure, whatever the words: "350,000 pupils", "350,000 children"."""

SHARED = 2
"""Content words beside the counted ones that two sentences must share where their values differ."""


class _Said:
    """One quantity in one report."""

    __slots__ = ("context", "day", "evidence", "group", "key", "label", "order", "quantity", "speaker")

    def __init__(self, order: int, group: str, quantity: Quantity) -> None:
        self.order, self.group, self.quantity = order, group, quantity
        self.key: tuple[str, str, str] = ("", "", "")
        self.label = ""
        self.context: frozenset[str] = frozenset()
        self.evidence: Evidence | None = None
        self.speaker: str | None = None
        self.day: str | None = None


def figures(material: Material) -> tuple[Figure, ...]:
    """The figures of a story, those worth showing first, numbered f1, f2, ..."""
    buckets: dict[tuple[str, str, str], list[_Said]] = defaultdict(list)
    for said in _read(material):
        buckets[said.key].append(said)
    found = [cluster for key in sorted(buckets) for cluster in _clusters(buckets[key])]
    ranked = []
    for cluster in _merged(found):
        score = _score(cluster)
        if score > 0:
            ranked.append((-score, cluster[0].order, cluster[0].quantity.start, cluster))
    ranked.sort(key=lambda row: row[:3])
    return tuple(_figure(f"f{n}", cluster) for n, (_, _, _, cluster) in enumerate(ranked[:MOST], 1))


def _read(material: Material) -> Iterable[_Said]:
    kinds = kinds_of(material.identities)
    for order, annotated in enumerate(material.reports):
        voices = Voices(annotated, material.identities, kinds)
        report = annotated.report
        group = material.text_group.get(report.id, report.id)
        for quantity in annotated.notes.quantities:
            sentence = voices.sentence(quantity.start)
            if sentence is None:
                continue
            if _converted(report.text, quantity.start, sentence.start):
                continue  # "58 million pounds ($91 million)"
            said = _Said(order, group, quantity)
            _describe(said, report.text, sentence.start, sentence.end)
            if not said.key[1] and not said.key[2]:
                continue  # a bare percentage, a bare number: nothing to compare by
            said.evidence = voices.cite(quantity.start)
            said.speaker = voices.speaker_at(quantity.start)
            said.day = report.day.isoformat() if report.day else None
            yield said


_CONVERSION = re.compile(r"\d[\d.,]*\s?(?:million|billion|m|bn)?\s?[a-z]*\s?\((?:about |some |around |or )?$")


def _converted(text: str, start: int, floor: int) -> bool:
    """Whether a sum stands in brackets after the same sum in another currency."""
    return text[max(floor, start - 9) : start].find("(") >= 0 and bool(
        _CONVERSION.search(text[max(floor, start - 40) : start])
    )


def sum_name(text: str, start: int, quantity: Quantity, end: int) -> str:
    """What a sum of money is, by the nearest noun or verb before it, else the first one after."""
    found = None
    for found in _MONEY_NOUN.finditer(text, start, quantity.start):  # noqa: B007
        pass
    found = found or _MONEY_NOUN.search(text, quantity.end, min(end, quantity.end + _BEFORE))
    if found is None:
        return "money"
    return found["noun"].lower() if found["noun"] else _MONEY_NAMES[found.lastgroup or ""]


def _describe(said: _Said, text: str, start: int, end: int) -> None:
    """Sets key, label and context from the sentence ``text[start:end]``."""
    quantity = said.quantity
    what = " ".join(text[quantity.what.start : quantity.what.end].split()) if quantity.what else ""
    counted = _BE.split(what + " ")[0]
    stems = content_words(counted)
    static = next((stem for stem in stems if stem in STATIC), "")
    kind = "" if static else _fate(quantity, what, text, start, end)
    said.context = frozenset(content_words(text[start:end])) - (set(stems) - {"toll"})
    added = bool(_MORE.match(what)) or (kind in _DEEDS and bool(_ANOTHER.search(text[start : quantity.start])))
    if added and not static and quantity.unit is None:
        said.key = (kind, stems[-1] if stems else "", "more")
        said.label = what or f"more {kind}"
    elif kind:
        rest = [stem for stem in stems if stem not in _GENERIC and stem not in _FATES]
        said.key = ("", rest[-1] if rest else "people", kind)
        said.label = f"{counted.strip()} {kind}" if rest and kind not in counted else f"people {kind}"
    elif quantity.unit in CURRENCIES:
        said.key = (quantity.unit or "", "", "money")
        said.label = what or sum_name(text, start, quantity, end)
    elif quantity.rule == "margin":
        said.key = (quantity.unit or "", "margin", "static")
        said.label = f"{quantity.unit}s between them"
    elif what == "times":
        verb = content_words(text[max(start, quantity.start - _BEFORE) : quantity.start])
        said.key = ("", verb[-1] if verb else "times", "times")
        said.label = f"times {text[start : quantity.start].split()[-1]}"
    else:
        said.key = (quantity.unit or "", static or (stems[-1] if stems else ""), "static" if static else "")
        said.label = what


def _fate(quantity: Quantity, what: str, text: str, start: int, end: int) -> str:
    """What became of the people counted; "" where it is not a count of people hurt, missing or held."""
    if quantity.unit is not None:
        return ""
    stop = max(quantity.end, quantity.what.end) if quantity.what else quantity.end
    after = (what + " " + text[stop : min(end, stop + _AFTER)]).lower()
    for name, pattern in _CASUALTIES:
        if pattern.search(after):
            return name
    before = text[max(start, quantity.start - _BEFORE) : quantity.start].lower()
    return next((name for name, pattern in _DONE_TO if pattern.search(before)), "")


def _clusters(bucket: Sequence[_Said]) -> list[list[_Said]]:
    """The quantities of one key divided into those that are the same: same value and words, or the same matter."""
    clusters: list[list[_Said]] = []
    by_value: dict[tuple[float, float | None], int] = {}
    by_word: dict[str, list[int]] = defaultdict(list)
    vague = bucket[0].key[1] in _VAGUE or bucket[0].key[2] not in ("", "static")
    for said in bucket:
        quantity = said.quantity
        at = by_value.get((quantity.value, quantity.high))
        if at is not None and vague and not said.context & clusters[at][-1].context and quantity.value < 1000:
            at = None
        if at is None:
            votes = Counter(n for word in sorted(said.context) for n in by_word[word][-8:])
            if "toll" in said.context and clusters and said.key[2] in _FATE_NAMES:
                votes.update(range(max(0, len(clusters) - 4), len(clusters)))
            for known, shared in sorted(votes.items(), key=lambda item: (-item[1], -item[0])):
                if shared >= _needed(said, clusters[known], vague) and _comparable(said, clusters[known]):
                    at = known
                    break
        if at is None:
            at = len(clusters)
            clusters.append([])
        clusters[at].append(said)
        by_value.setdefault((quantity.value, quantity.high), at)
        for word in said.context:
            homes = by_word[word]
            if not homes or homes[-1] != at:
                homes.append(at)
    return clusters


def _needed(said: _Said, cluster: Sequence[_Said], vague: bool) -> int:
    """How many words two sentences must share for their differing values to be of one quantity.

    A toll that does not fall within days is the same toll; sums of money need the same name besides.
    """
    last = cluster[-1]
    if said.key[2] in _FATE_NAMES and said.key[1] == "people":
        rising = last.quantity.value <= said.quantity.value <= RISE * last.quantity.value
        return 1 if rising and _apart(last.day, said.day) <= TOLL_DAYS else SHARED + 2
    if said.key[2] == "static":
        return 1
    if said.key[2] == "money" and said.label != last.label:
        return 99
    return SHARED + vague


def _apart(one: str | None, two: str | None) -> int:
    """Days between two days; many where one is unknown."""
    return abs((dt.date.fromisoformat(one) - dt.date.fromisoformat(two)).days) if one and two else 999


RISE = 8
"""How many times as high a toll may be told next; 65 to 160 in a week, and hundreds to thousands in a day."""

TOLL_DAYS = 10
"""Days after which a toll told again may be another one."""


def _merged(clusters: Sequence[list[_Said]]) -> list[list[_Said]]:
    """The clusters, with those of one large value and unit brought together where their sentences share words."""
    merged: list[list[_Said]] = []
    by_value: dict[tuple[str, float], list[int]] = defaultdict(list)
    for cluster in sorted(clusters, key=lambda c: (c[0].order, c[0].quantity.start)):
        value = (cluster[0].quantity.unit or "", cluster[0].quantity.value)
        home = None
        if value[1] >= LARGE and cluster[0].key[2] in ("", "money"):
            for known in by_value[value][-8:]:
                if len(merged[known][0].context & cluster[0].context) >= SHARED:
                    home = known
                    break
        if home is None:
            by_value[value].append(len(merged))
            merged.append(list(cluster))
        else:
            merged[home] = sorted([*merged[home], *cluster], key=lambda said: (said.order, said.quantity.start))
    return merged


def _comparable(said: _Said, cluster: Sequence[_Said]) -> bool:
    """Whether a differing value may be of the same quantity: never twice in one report, within a factor of 20."""
    value = said.quantity.value
    if any(other.order == said.order for other in cluster[-6:]):
        return False
    last = cluster[-1].quantity.value
    return value > 0 and last > 0 and 1 / 20 <= value / last <= 20


def _score(cluster: Sequence[_Said]) -> float:
    """How much a figure is worth showing; 0 for passing detail."""
    texts = len({said.group for said in cluster})
    quantity = cluster[0].quantity
    unit, head, kind = cluster[0].key
    if texts == 1 and not kind and not unit and (quantity.value < SMALL and (head in _VAGUE or quantity.value < 3)):
        return 0.0
    if texts == 1 and not head and not kind:
        return 0.0
    size = math.log10(max(quantity.value, 1)) / 4
    values = len({said.quantity.value for said in cluster})
    return texts + size + 1.5 * (kind in _FATE_NAMES) + 0.5 * bool(unit) + 0.5 * (values > 1)


def _figure(name: str, cluster: Sequence[_Said]) -> Figure:
    labels = Counter(said.label for said in cluster if said.label and said.label != "money") or Counter(
        said.label for said in cluster if said.label
    )
    what = max(labels.items(), key=lambda item: (item[1], -len(item[0]), item[0]))[0] if labels else ""
    groups: dict[tuple[float, str, float | None], list[_Said]] = defaultdict(list)
    for said in cluster:
        groups[said.quantity.value, said.quantity.bound, said.quantity.high].append(said)
    values = []
    for (value, bound, high), members in groups.items():
        first = members[0]
        evidence: dict[str, Evidence] = {}
        for said in members:
            if said.evidence is not None:
                evidence.setdefault(said.evidence.report, said.evidence)
        day = min((said.day for said in members if said.day), default=None)
        values.append(
            (
                day or "",
                first.order,
                FigureValue(
                    value=value,
                    bound=bound,  # type: ignore[arg-type]
                    high=high,
                    by=next((said.speaker for said in members if said.speaker), None),
                    as_of=_span(day),
                    evidence=tuple(evidence.values()),
                ),
            )
        )
    values.sort(key=lambda row: (row[0], row[1], row[2].value))
    return Figure(name, what, cluster[0].quantity.unit, tuple(value for _, _, value in values))


def _span(day: str | None) -> DateSpan | None:
    return day_span(dt.date.fromisoformat(day)) if day else None
