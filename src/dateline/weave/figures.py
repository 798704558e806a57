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
    (
        "killed",
        re.compile(r"\b(?:kill|dead\b|died\b|deaths?\b|death toll|bodies|fatalit|lost their lives|perish|slain)"),
    ),
    ("injured", re.compile(r"\b(?:injur|wound|hurt\b)")),
    ("missing", re.compile(r"\b(?:missing\b|unaccounted)")),
    ("arrested", re.compile(r"\b(?:arrest|detain)")),
    ("displaced", re.compile(r"\b(?:homeless|displaced)")),
)
_BEFORE = 28
"""Characters before a number in which a verb says what became of those counted: "the blast killed at least 12"."""
_GENERIC = frozenset("people person other more man men woman women civilian victim body dead death casualty".split())
_VAGUE = frozenset(
    """people person man men woman women child children member place time thing way country nation state city case
    point part side team group company house home area""".split()
)
"""Heads that many different things share: "three countries" here and there need not be the same ones."""

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
    ranked = []
    for key in sorted(buckets):
        for cluster in _clusters(buckets[key]):
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
            said = _Said(order, group, quantity)
            _describe(said, report.text, sentence.start, sentence.end)
            if not said.key[1] and not said.key[2]:
                continue
            said.evidence = voices.cite(quantity.start)
            said.speaker = voices.speaker_at(quantity.start)
            said.day = report.day.isoformat() if report.day else None
            yield said


def _describe(said: _Said, text: str, start: int, end: int) -> None:
    """Sets key, label and context from the sentence ``text[start:end]``."""
    quantity = said.quantity
    what = text[quantity.what.start : quantity.what.end] if quantity.what else ""
    what = re.sub(r"\s+", " ", what)
    stop = quantity.what.end if quantity.what else quantity.end
    around = (
        text[max(start, quantity.start - _BEFORE) : quantity.start] + "| " + what + text[stop : min(end, stop + 12)]
    ).lower()
    stems = content_words(re.split(r" (?:was|were|are|is|have|has|had|been|being) ", what + " ")[0])
    kind = ""
    if quantity.unit is None:
        kind = next((name for name, pattern in _CASUALTIES if pattern.search(around.split("|")[1])), "") or next(
            (name for name, pattern in _CASUALTIES if pattern.search(around.split("|")[0])), ""
        )
    head = stems[-1] if stems else ""
    if kind:
        noun = next(
            (
                s
                for s in reversed(stems)
                if s not in _GENERIC
                and not s.startswith(("kill", "injur", "wound", "miss", "arrest", "detain", "displac", "homeless"))
            ),
            "peopl",
        )
        said.key = ("", noun, kind)
        words = [
            w
            for w in what.split()
            if w.lower() not in ("was", "were", "been", "being", "be", "are", "is", "have", "has", "had")
        ]
        said.label = " ".join(words) if kind in what.lower() else f"{what or 'people'} ({kind})"
    else:
        said.key = (quantity.unit or "", head, "")
        said.label = what
    said.context = frozenset(content_words(text[start:end])) - set(stems)


def _clusters(bucket: Sequence[_Said]) -> list[list[_Said]]:
    """The quantities of one key divided into those that are the same: same value and words, or the same matter."""
    clusters: list[list[_Said]] = []
    by_value: dict[tuple[float, float | None], int] = {}
    by_word: dict[str, list[int]] = defaultdict(list)
    vague = bucket[0].key[1] in _VAGUE or bucket[0].key[2] != ""
    for said in bucket:
        quantity = said.quantity
        at = by_value.get((quantity.value, quantity.high))
        if at is not None and vague and not said.context & clusters[at][-1].context and quantity.value < 1000:
            at = None
        if at is None:
            votes = Counter(n for word in sorted(said.context) for n in by_word[word][-8:])
            best = max(votes.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
            if best[1] >= SHARED + vague and _comparable(said, clusters[best[0]]):
                at = best[0]
        if at is None:
            at = len(clusters)
            clusters.append([])
        clusters[at].append(said)
        by_value.setdefault((quantity.value, quantity.high), at)
        for word in said.context:
            known = by_word[word]
            if not known or known[-1] != at:
                known.append(at)
    return clusters


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
    if texts == 1 and not kind and (not unit and quantity.value < SMALL):
        return 0.0
    if texts == 1 and not head and not kind:
        return 0.0
    size = math.log10(max(quantity.value, 1)) / 4
    values = len({said.quantity.value for said in cluster})
    return texts + size + 1.5 * bool(kind) + 0.5 * bool(unit) + 0.5 * (values > 1)


def _figure(name: str, cluster: Sequence[_Said]) -> Figure:
    labels = Counter(said.label for said in cluster if said.label)
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
