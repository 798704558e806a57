"""Which counts are of one figure: the same value for the same thing, or values that change with the days."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import filterfalse

from dateline.text.words import content_words
from dateline.weave.counting import CURRENCIES, FATES, Count
from dateline.weave.counting.counts import GENERIC
from dateline.weave.figures.naming import name_of, subject_of

VAGUE = frozenset(
    content_words(
        """people person man men woman women child children member place thing country nation state city case point part
        side team group company house home area"""
    )
)
"""Heads that many different things share: "three countries" here and there need not be the same ones."""

LARGE = 1000
"""From here on one value for one matter is one figure, whatever the words: "350,000 pupils", "350,000 children"."""

LEAST = 2
"""Lowest number of a part that is a figure."""

SHARED = 2
"""Content words beside the counted ones that two sentences must share where their values differ."""


class Said:
    """One count with the key by which it can be of one figure with others."""

    def __init__(self, count: Count, few: bool) -> None:
        self.count, self.order, self.group, self.quantity = count, count.order, count.group, count.quantity
        self.few = few
        self.common: frozenset[str] = frozenset()
        self.key = _key(count, few)
        day = count.report.day
        self.day = day.isoformat() if day else None

    @cached_property
    def label(self) -> str:
        """What it is called."""
        return name_of(self.count)

    @cached_property
    def context(self) -> frozenset[str]:
        """The content words beside the counted one, without those that many sentences of a large pile have."""
        words = frozenset(filterfalse(str.isdigit, content_words(self.count.text)))
        return words - {self.count.head} - self.common

    @cached_property
    def old(self) -> bool:
        """Whether it tells of an earlier story."""
        day, days = self.count.report.day, self.count.scope.days
        return bool(day and days) and all((day - dt.date.fromisoformat(last)).days > OLD for _, last in days if day)


OLD = 60
"""Days before a report from which on what it counts belongs to an earlier story."""


def _key(count: Count, few: bool) -> tuple[str, str, str]:
    """Unit, head and kind of what is counted."""
    unit, matter = count.quantity.unit or "", count.matter
    if count.added and not unit and matter not in ("on board", "there"):
        return ("", count.head, "more")
    if unit in CURRENCIES:
        return (unit, "", "money")
    if matter.startswith(("times ", "margin ")):
        return (unit, matter, "times")
    if matter in ("poll", "vote"):
        return (unit, subject_of(count), matter)
    if unit == "%":
        return (unit, matter or count.head, "")
    if unit:
        return (unit, matter or count.head, "static" if matter else "")
    if count.situation is not None:
        one_scene = few and matter in (*FATES, "freed", "there")
        head = "" if one_scene and count.head in GENERIC else count.head
        return ("", head or "people", matter)
    return ("", count.head, "")


COMMON_SHARE = 0.03
"""Share of the sentences with a number, in a large pile, from which on a word says nothing of which number it is."""


def set_common(told: Iterable[Sequence[Said]]) -> None:
    """Finds the words that many sentences with a number have, and takes them from what each count is known by."""
    several = [said for bucket in told if len(bucket) > 1 for said in bucket]
    seen: Counter[str] = Counter()
    for said in several:
        seen.update(said.context)
    common = frozenset(word for word, count in seen.items() if count > max(FEW, COMMON_SHARE * len(several)))
    for said in several:
        said.common = common
        said.context = said.context - common


def clusters_of(bucket: Sequence[Said], few: bool) -> list[list[Said]]:
    """The quantities of one key divided into those that are the same: same value and words, or the same matter."""
    if len(bucket) == 1:
        return [list(bucket)]
    clusters: list[list[Said]] = []
    by_value: dict[tuple[float, float | None], list[int]] = defaultdict(list)
    by_word: dict[str, list[int]] = defaultdict(list)
    vague = bucket[0].key[1] in VAGUE or bucket[0].key[2] not in ("", "static")
    for said in bucket:
        quantity = said.quantity
        homes = by_value[quantity.value, quantity.high]
        at = homes[0] if homes else None
        doubtful = quantity.value < LARGE if few else not _is_odd(quantity.value)
        if at is not None and (vague or not few) and doubtful:
            near = (home for home in homes[-8:] if any(said.context & one.context for one in clusters[home][-3:]))
            at = next(near, None)
        if at is None:
            votes = Counter([n for word in said.context if word in by_word for n in by_word[word][-8:]])
            one_scene = few and said.key[2] in AT_ONE_MOMENT
            if clusters and (one_scene or (said.key[2] in FATES and _is_toll(said))):
                votes.update(range(max(0, len(clusters) - 4), len(clusters)))
            for known, shared in sorted(votes.items(), key=lambda item: (-item[1], -item[0])):
                if shared >= _needed(said, clusters[known], vague) and _comparable(said, clusters[known]):
                    at = known
                    break
        if at is None:
            at = len(clusters)
            clusters.append([])
        clusters[at].append(said)
        if at not in homes:
            homes.append(at)
        for word in said.context:
            known_at = by_word[word]
            if not known_at or known_at[-1] != at:
                known_at.append(at)
    return clusters


def _is_toll(said: Said) -> bool:
    """Whether it is the toll of the story: "the death toll rose to five"."""
    return "toll" in said.label or bool(_TOLL.search(said.count.text))


_TOLL = re.compile(r"\b(?:death |final )?toll\b|\bnumber of (?:dead|deaths)\b", re.IGNORECASE)


def _needed(said: Said, cluster: Sequence[Said], vague: bool) -> int:
    """How many words two sentences must share for their differing values to be of one quantity.

    A toll that does not fall within days is the same toll; sums of money need the same name besides.
    """
    last = cluster[-1]
    if said.key[2] in AT_ONE_MOMENT:
        near = max(last.quantity.value, said.quantity.value) <= NEAR * min(last.quantity.value, said.quantity.value)
        return 1 if near else 99
    if said.key[2] in FATES and said.key[1] == "people":
        rising = last.quantity.value <= said.quantity.value <= RISE * last.quantity.value
        near = _apart(last.day, said.day) <= TOLL_DAYS or None in (last.day, said.day)
        return 1 if rising and near else SHARED + 2
    if said.key[2] == "static":
        return 1 if said.few else STRONG
    if said.key[2] == "money" and (said.label != last.label or said.label == "money"):
        return 99
    if said.key[0] and said.key[2] == "" and said.key[0] != "%":
        return 99  # a distance, a weight, an area: of what, only equal values tell
    if not said.few and said.key[2] not in FATES:
        return STRONG  # much is counted under one noun: shares that fall, votes, children
    return SHARED + vague


STRONG = 4
"""The same in a large pile, of rarer words."""


def _apart(one: str | None, two: str | None) -> int:
    """Days between two days; many where one is unknown."""
    return abs((dt.date.fromisoformat(one) - dt.date.fromisoformat(two)).days) if one and two else 999


AT_ONE_MOMENT = frozenset(("on board", "there"))
"""Who was there when it happened: in a small pile two such counts are of one scene."""

NEAR = 1.7
"""How many times the lower of two counts of one scene the higher one may be."""

FEW = 12
"""Reports of a pile that tells of one scene."""

RISE = 8
"""How many times as high a toll may be told next; 65 to 160 in a week, and hundreds to thousands in a day."""

TOLL_DAYS = 10
"""Days after which a toll told again may be another one."""


def merged(clusters: Sequence[list[Said]], few: bool) -> list[list[Said]]:
    """The clusters, with those of one value brought together where they tell of one thing in other words.

    Large values of one unit, where their sentences share words or the value is no round one; in a small pile also
    those of one fate ("25 women and children were released", "25 were let go").
    """
    merged: list[list[Said]] = []
    by_value: dict[tuple[str, float, str], list[int]] = defaultdict(list)
    for cluster in sorted(clusters, key=lambda c: (c[0].order, c[0].quantity.start)):
        unit, head, kind = cluster[0].key
        value = cluster[0].quantity.value
        key = (unit, value, kind if kind not in ("", "money") else "")
        home = None
        if value >= LARGE and kind in ("", "money"):
            least = SHARED - (SHARED if not unit and _is_odd(value) else 0)
            near = by_value[key][-8:]
            home = next((n for n in near if len(merged[n][0].context & cluster[0].context) >= least), None)
        elif few and kind and kind != "more" and value >= SEVERAL:
            heads = ((n, merged[n][0].key[1]) for n in by_value[key][-8:])
            home = next((n for n, other in heads if "people" in (head, other)), None)
        if home is None:
            by_value[key].append(len(merged))
            merged.append(list(cluster))
        else:
            merged[home] = sorted([*merged[home], *cluster], key=lambda said: (said.order, said.quantity.start))
    return merged


def one_valued(clusters: Sequence[list[Said]]) -> list[list[Said]]:
    """The clusters, those of one small value for one noun brought together: "two women", however it goes on."""
    made: list[list[Said]] = []
    home: dict[tuple[tuple[str, str, str], float], int] = {}
    for cluster in clusters:
        values = {said.quantity.value for said in cluster}
        place = (cluster[0].key, cluster[0].quantity.value)
        if len(values) > 1 or cluster[0].quantity.value >= LARGE or cluster[0].key[2] in FATES:
            made.append(cluster)
        elif place in home:
            made[home[place]] = sorted(
                [*made[home[place]], *cluster], key=lambda said: (said.order, said.quantity.start)
            )
        else:
            home[place] = len(made)
            made.append(cluster)
    return made


SEVERAL = 5
"""Lowest value by which a count of one fate is known again; "two" or "three" killed are told too often."""


def _is_odd(value: float) -> bool:
    """Whether a value has more than one digit that is not 0: 350,000 is told of one thing, 1,000 of many."""
    return len(str(int(value)).rstrip("0")) > 1


def _comparable(said: Said, cluster: Sequence[Said]) -> bool:
    """Whether a differing value may be of the same quantity: never twice in one report, within a factor of 20."""
    value, last = said.quantity.value, cluster[-1].quantity.value
    if value <= 0 or last <= 0 or not 1 / 20 <= value / last <= 20:
        return False
    return all(other.order != said.order for other in cluster[-6:]) and said.old == cluster[-1].old
