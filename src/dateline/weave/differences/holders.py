"""In a small pile: one part given to two people: "named the gunman as", "appointed Ann Kirk to lead the inquiry"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.model.annotations import Mention
from dateline.model.evidence import Evidence, cite
from dateline.model.material import Material
from dateline.model.story import Version
from dateline.text.calendar import MONTH, WEEKDAY
from dateline.text.words import as_written, content_words
from dateline.weave.differences.alike import ONE_OF_MORE
from dateline.weave.differences.draft import Draft
from dateline.weave.differences.people import two_spellings
from dateline.weave.voices import Voices

SMALL = 12
"""Reports of a pile that is taken to tell one story."""

SHARED = 5
"""Content words beside the names that two sentences must share to speak of one part,"""

LIKE = 0.5
"""and the share of the smaller sentence's words."""

SHOWN = 6

_PARTS = {
    lemma: part
    for part, lemmas in (
        ("named", "name identify"),
        ("appointed", "appoint choose pick select nominate hire elect"),
        ("married", "marry wed"),
    )
    for lemma in lemmas.split()
}
"""Verbs by which somebody gets a part that one person has."""

_SOMEBODY = frozenset(
    content_words("man woman boy girl mother father son daughter driver passenger pilot husband wife baby child")
)
"""Nouns of which two that differ mean two people."""

_TIME = frozenset(content_words(" ".join((WEEKDAY + "|" + MONTH).replace("(?:", " ").replace(")", " ").split("|"))))
_FACT = frozenset(("happened", "reported", "said"))


class _Holder(NamedTuple):
    order: int
    group: str
    part: str
    name: str
    words: frozenset[str]
    evidence: Evidence


def holder_differences(material: Material, voices: Sequence[Voices]) -> Iterator[Draft]:
    """Parts that two reports of a small pile give to two people, neither of whom the other report names."""
    if len(material.reports) > SMALL:
        return
    found = [one for order in range(len(material.reports)) for one in _holders(material, order, voices[order])]
    texts = [one.report.text for one in material.reports]
    for number, mine in enumerate(found):
        for theirs in found[number + 1 :]:
            if mine.group == theirs.group or mine.part != theirs.part or not _two(mine.name, theirs.name):
                continue
            if theirs.name.split()[-1] in texts[mine.order] or mine.name.split()[-1] in texts[theirs.order]:
                continue
            shared = mine.words & theirs.words
            least = min(len(mine.words), len(theirs.words))
            if len(shared) < SHARED or len(shared) < LIKE * least:
                continue
            if mine.words & _SOMEBODY and theirs.words & _SOMEBODY and not shared & _SOMEBODY:
                continue
            versions = (Version(mine.name, (mine.evidence,)), Version(theirs.name, (theirs.evidence,)))
            about = f"who was {mine.part}: {' '.join(as_written(shared, mine.evidence.quote, SHOWN))}"
            yield Draft("person", about, versions, "one may be another person in the same part", 1.3)


def _holders(material: Material, order: int, voices: Voices) -> Iterator[_Holder]:
    annotated = material.reports[order]
    report, notes = annotated.report, annotated.notes
    group = material.text_group.get(report.id, report.id)
    parts = {
        event.sentence: _PARTS[event.lemma]
        for event in notes.events
        if event.lemma in _PARTS and event.status in _FACT and not event.negated
    }
    for number, part in sorted(parts.items()):
        sentence = notes.sentences[number]
        text = report.text[sentence.start : sentence.end]
        names = [
            one for one in notes.mentions if sentence.start <= one.start < sentence.end and _is_name(report.text, one)
        ]
        if sentence.kind != "body" or len(names) != 1 or ONE_OF_MORE.search(text):
            continue
        name = " ".join(report.text[names[0].start : names[0].end].split())
        words = frozenset(word for word in content_words(text) if not word.isdigit())
        words -= frozenset(content_words(name)) | _TIME
        yield _Holder(order, group, part, name, words, cite(report, sentence.start, sentence.end))


def _is_name(text: str, mention: Mention) -> bool:
    """Whether it is a full name of a person, or of what may be one."""
    full = text.find(" ", mention.start, mention.end) > 0
    return full and mention.kind in ("person", "other")


def _two(mine: str, theirs: str) -> bool:
    """Whether two names share no word, nor are one in two spellings."""
    one, two = set(mine.lower().split()), set(theirs.lower().split())
    return not one & two and not two_spellings(mine, theirs)
