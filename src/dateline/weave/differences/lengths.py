"""How long something lasted: two lengths of one unit for one matter.

Only near values speak of a disagreement ("eight months", "seven months"); far ones measure different things.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from dateline.model.annotations import Sentence, Timex
from dateline.model.evidence import Evidence, cite
from dateline.model.material import Material
from dateline.model.story import Version
from dateline.text.words import content_words, stem
from dateline.weave.differences.draft import Draft
from dateline.weave.voices import Voices

_LENGTH = re.compile(r"P(\d+)([DWMY])$")
_LASTED = re.compile(r"(?:\bfor|\bafter|\bsince|\blasted|\bduring|\bover)\s+(?:\w+\s+){0,2}$")
_FOLLOWED = re.compile(r"\s*(?:after|since|into|-long|of\s|in (?:pris|jai|cust)|behind b)")

_ROUND = re.compile(
    r"\b(?:nearly|almost|about|around|some|over|more than|less than|at least|up to|roughly|first|another|next)"
    r"(?:\s[\w-]+){0,2}$|decades?$"
)
"""Words of a round length, which disagrees with nothing near it."""

FARTHEST_REPORTS = {"D": 0, "W": 2, "M": 10, "Y": 60}
"""Unit -> days between the two reports; a later report rightly gives a longer time."""

_KINDS = {
    "=fighting": """war strike operation campaign bomb offensive mission raid intervention conflict fight siege sortie
        attack rebellion uprising revolt""",
    "=custody": "prison jail custody detention captivity bars sentence term",
    "=rule": "rule power reign presidency office",
    "=talks": "talks negotiation consultation discussion",
}
CLASSES = {stem(word): kind for kind, names in _KINDS.items() for word in names.split()}
"""Stem -> what kind of lasting thing it names."""

SHARED = 2
"""Words or kinds that the two clauses must share."""


class _Length:
    __slots__ = ("amount", "beside", "entities", "evidence", "group", "order", "phrase", "words")

    def __init__(self, order: int, group: str, amount: int, phrase: str, evidence: Evidence) -> None:
        self.order, self.group, self.amount, self.phrase, self.evidence = order, group, amount, phrase, evidence
        self.beside = ""
        self.words: frozenset[str] = frozenset()
        self.entities: frozenset[str] = frozenset()


def length_differences(material: Material, voices: Sequence[Voices]) -> Iterator[Draft]:
    """Lengths that disagree between reports."""
    found: dict[str, list[_Length]] = defaultdict(list)
    for order, annotated in enumerate(material.reports):
        report, notes = annotated.report, annotated.notes
        voice = voices[order]
        for timex in notes.timexes:
            made = _LENGTH.match(timex.value)
            sentence = voice.sentence(timex.start) if made else None
            if made is None or sentence is None or sentence.kind != "body" or int(made[1]) < 2:
                continue
            before = report.text[max(sentence.start, timex.start - 30) : timex.start].lower()
            after = report.text[timex.end : timex.end + 12].lower()
            if not _LASTED.search(before) and not _FOLLOWED.match(after):
                continue
            if timex.mod or _ROUND.search(_just(before, report.text[timex.start : timex.end].lower())):
                continue
            group = material.text_group.get(report.id, report.id)
            phrase = report.text[timex.start : timex.end]
            length = _Length(order, group, int(made[1]), phrase, cite(report, sentence.start, sentence.end))
            length.beside = _beside(report.text, sentence, timex)
            low, high = max(sentence.start, timex.start - 110), min(sentence.end, timex.end + 110)
            stems = set(content_words(report.text[low:high]))
            length.words = frozenset(CLASSES.get(word, word) for word in stems if not word.isdigit())
            length.entities = frozenset(voice.entities(sentence.start, sentence.end))
            found[made[2]].append(length)
    for unit in sorted(found):
        yield from _compare(material, unit, found[unit])


def _compare(material: Material, unit: str, lengths: list[_Length]) -> Iterator[Draft]:
    by_kind: dict[str, list[_Length]] = defaultdict(list)
    for length in lengths:
        for kind in sorted(word for word in length.words if word.startswith("=")):
            by_kind[kind].append(length)
    for kind in sorted(by_kind):
        told = by_kind[kind]
        for number, mine in enumerate(told):
            for theirs in told[number + 1 : number + 41]:
                if mine.group == theirs.group or mine.amount == theirs.amount or not _near(kind, mine, theirs):
                    continue
                days = [material.reports[t.order].report.day for t in (mine, theirs)]
                if not days[0] or not days[1] or abs((days[0] - days[1]).days) > FARTHEST_REPORTS[unit]:
                    continue
                shared = mine.words & theirs.words
                if len(shared) < SHARED or not mine.entities & theirs.entities:
                    continue
                versions = (Version(mine.phrase, (mine.evidence,)), Version(theirs.phrase, (theirs.evidence,)))
                yield Draft(
                    "figure",
                    f"how long: {mine.beside}",
                    versions,
                    "counted from another start, or rounded",
                    0.5 + 0.1 * len(shared),
                )


def _beside(text: str, sentence: Sentence, timex: Timex) -> str:
    """The few words round a length, which tell what lasted so long: "air strikes went on for …"."""
    before = _STOP.split(text[sentence.start : timex.start].replace("\n", " "))[-1].split()[-WORDS_BESIDE:]
    after = _STOP.split(text[timex.end : sentence.end].rstrip(".").replace("\n", " "))[0].split()[:WORDS_BESIDE]
    return " ".join([*before, "…", *after])


WORDS_BESIDE = 6
"""Words shown on each side of a length."""

_STOP = re.compile(r"[,;:()\"“”]\s?")


def _just(before: str, phrase: str) -> str:
    """A length with the words right before it, from the last comma on."""
    return before.rpartition(",")[2] + phrase


def _near(kind: str, mine: _Length, theirs: _Length) -> bool:
    """Whether two lengths lie near enough to be of one thing; a term of one trial may lie further off."""
    apart, low = abs(mine.amount - theirs.amount), min(mine.amount, theirs.amount)
    wide = kind == "=custody" and len(mine.words & theirs.words) >= SHARED_TERM
    return apart <= max(1, (0.5 if wide else 0.2) * low)


SHARED_TERM = 4
"""Words that two clauses must share for two terms in jail to be of one trial."""
