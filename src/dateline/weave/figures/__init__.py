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

from dateline.model.dates import DateSpan, day_span
from dateline.model.evidence import Evidence
from dateline.model.material import Material
from dateline.model.story import Figure, FigureValue
from dateline.weave.counting import FATES, counted
from dateline.weave.figures.apart import told_apart
from dateline.weave.figures.naming import usable
from dateline.weave.figures.series import FEW, LEAST, VAGUE, Said, clusters_of, merged, one_valued, set_common

MOST = 40
"""Figures shown at most. A reader scans some two screens; the rest is noise."""

SMALL = 10
"""A count below this, without a unit and in one text only, is passing detail."""


def figures(material: Material) -> tuple[Figure, ...]:
    """The figures of a story, those worth showing first, numbered f1, f2, ..."""
    buckets: dict[tuple[str, str, str], list[Said]] = defaultdict(list)
    few = len(material.reports) <= FEW
    for said in _read(material, few):
        buckets[said.key].append(said)
    if not few:
        set_common(buckets.values())
    found = [cluster for key in sorted(buckets) for cluster in clusters_of(buckets[key], few)]
    ranked = []
    for cluster in merged(found, few) if few else one_valued(merged(found, few)):
        score = _score(cluster, len(material.reports) > MANY)
        what = _what(cluster, few)
        if score > 0 and what is not None:
            ranked.append((-score, cluster[0].order, cluster[0].quantity.start, what, cluster))
    ranked.sort(key=lambda row: row[:3])
    shown = [(what, cluster) for *_, what, cluster in ranked[:MOST]]
    names = [what for what, _ in shown] if few else told_apart(shown, material.identities)
    return tuple(_figure(f"f{n}", name, one[1]) for n, (name, one) in enumerate(zip(names, shown, strict=True), 1))


def _read(material: Material, few: bool) -> Iterable[Said]:
    for told in counted(material):
        for count in told:
            if not _converted(count.report.text, count.quantity.start, count.sentence.start):
                yield Said(count, few)


_CONVERSION = re.compile(r"\d[\d.,]*\s?(?:million|billion|m|bn)?\s?[a-z]*\s?\((?:about |some |around |or )?$")


def _converted(text: str, start: int, floor: int) -> bool:
    """Whether a sum stands in brackets after the same sum in another currency: "58 million pounds ($91 million)"."""
    return text[max(floor, start - 9) : start].find("(") >= 0 and bool(
        _CONVERSION.search(text[max(floor, start - 40) : start])
    )


def _score(cluster: Sequence[Said], many: bool) -> float:
    """How much a figure is worth showing; 0 for passing detail, which in a large pile is what one text alone gives."""
    texts = len({said.group for said in cluster})
    quantity = cluster[0].quantity
    if cluster[0].count.added and quantity.value < LEAST:
        return 0.0  # "one of the injured"
    unit, head, kind = cluster[0].key
    if texts == 1 and not kind and not unit and (quantity.value < SMALL and (head in VAGUE or quantity.value < 3)):
        return 0.0
    if texts == 1 and not head and not kind:
        return 0.0
    if texts == 1 and many and kind not in FATES:
        return 0.0
    size = math.log10(max(quantity.value, 1)) / 4
    values = len({said.quantity.value for said in cluster})
    return texts + size + 1.5 * (kind in FATES) + 0.5 * bool(unit) + 0.5 * (values > 1)


MANY = 50
"""Reports of a pile in which a figure that one text alone gives is no figure of the story."""

DECIMALS = 6
"""Decimals of a value; "8.3 million" is no 8300000.000000001."""

_BARE = frozenset(("money", "people", "men", "women", "others"))
"""Names that say little; another report's words say more."""


def _what(cluster: Sequence[Said], few: bool) -> str | None:
    """What a figure is called, by most of those who give it; None where no report's words tell what is counted."""
    unit = cluster[0].quantity.unit
    named = [label for said in cluster if (label := said.label) and usable(label, unit)]
    if not named:
        return None if not few else next((said.label for said in cluster if said.label), "")
    labels = Counter(label for label in named if label not in _BARE) or Counter(named)
    return max(labels.items(), key=lambda item: (item[1], -len(item[0]), item[0]))[0]


def _figure(name: str, what: str, cluster: Sequence[Said]) -> Figure:
    groups: dict[tuple[float, str, float | None], list[Said]] = defaultdict(list)
    for said in cluster:
        groups[said.quantity.value, said.quantity.bound, said.quantity.high].append(said)
    values = []
    for (value, bound, high), members in groups.items():
        first = members[0]
        evidence: dict[str, Evidence] = {}
        for said in members:
            evidence.setdefault(said.count.report.id, said.count.cite())
        day = min((said.day for said in members if said.day), default=None)
        values.append(
            (
                first.order,
                FigureValue(
                    value=round(value, DECIMALS),
                    bound=bound,  # type: ignore[arg-type]
                    high=high,
                    by=next((speaker for speaker in (said.count.speaker for said in members) if speaker), None),
                    as_of=_span(day),
                    evidence=tuple(evidence.values()),
                ),
            )
        )
    values.sort(key=lambda row: (row[0], row[1].value))
    return Figure(name, what, cluster[0].quantity.unit, tuple(value for _, value in values))


def _span(day: str | None) -> DateSpan | None:
    return day_span(dt.date.fromisoformat(day)) if day else None
