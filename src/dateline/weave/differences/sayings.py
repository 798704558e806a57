"""The same words in two mouths, or one speaker's words in two wordings."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from dateline.model.evidence import Evidence, cite
from dateline.model.material import Material
from dateline.model.story import Version
from dateline.text.name_forms import one_letter_apart
from dateline.text.words import STOPWORDS, spoken_words
from dateline.weave.differences.draft import Draft
from dateline.weave.voices import Voices, kinds_of

SMALL = 12
"""Reports of a pile in which a copy that names another speaker is one of them."""

LONG = 6
"""Words that a quotation must have to be known again in another mouth."""

PAIR = 2
"""Mouths of one saying; what more people say in the same words is a form, not a quotation."""

LONG_WORDING = 8
FEW = 2
"""Words of the longest exchange that can turn a saying round ("will", "will not"); longer ones add a clause."""

ONE_WORD = 0.7
"""Likeness of letters by which two words are one in two spellings."""

FEWEST, HALF = 3, 0.5
"""Content words that two wordings must have in common, and share of those of the longer one that the other must have,
before their order is compared."""

ALIKE = 0.75
"""Share of words in the same order by which two wordings are one quotation."""

_MARKS = ("'", "‘", '"', "“")
"""A quotation that begins with a mark quotes somebody else in turn."""

_NOT = frozenset("not no never n't don't won't can't cannot didn't doesn't isn't wasn't wouldn't without".split())


class _Saying:
    __slots__ = ("content", "evidence", "group", "key", "named", "order", "said", "speaker", "words")

    def __init__(self, order: int, group: str, speaker: str, said: str, words: list[str], evidence: Evidence) -> None:
        self.order, self.group, self.speaker, self.said, self.words = order, group, speaker, said, words
        self.evidence = evidence
        self.key = " ".join(words)
        self.named = True
        self.content = frozenset(words) - STOPWORDS


def _read(material: Material, voices: Sequence[Voices]) -> Iterator[_Saying]:
    kinds = kinds_of(material.identities)
    for order, annotated in enumerate(material.reports):
        report = annotated.report
        group = material.text_group.get(report.id, report.id)
        for quote in annotated.notes.quotes:
            if quote.kind != "direct":
                continue
            speaker = material.identities.speaker(report.id, quote)
            if speaker is None or kinds.get(speaker) != "person":
                continue
            said = " ".join(report.text[span.start : span.end] for span in quote.content)
            words = spoken_words(said)
            sentence = voices[order].sentence(quote.content[0].start)
            if said[:1] in _MARKS or len(words) < LONG or sentence is None:
                continue
            start, end = sentence.start, max(sentence.end, quote.source.end if quote.source else 0)
            saying = _Saying(order, group, speaker, said, words, cite(report, start, end))
            if quote.source is not None:
                saying.named = not _PRONOUN.fullmatch(report.text, quote.source.start, quote.source.end)
            yield saying


def saying_differences(material: Material, voices: Sequence[Voices]) -> Iterator[Draft]:
    """Attributions and wordings that disagree."""
    sayings = list(_read(material, voices))
    names = {entity.id: entity.name for entity in material.identities.entities}
    yield from _attributions(sayings, names, len(material.reports) <= SMALL)
    yield from _wordings(sayings, names)


def _attributions(sayings: list[_Saying], names: dict[str, str], small: bool) -> Iterator[Draft]:
    """The same words in two mouths: equal at their beginning, or much alike as a whole. ``small``: even in a copy."""
    same: dict[str, list[_Saying]] = defaultdict(list)
    for saying in sayings:
        if saying.named and " " in names[saying.speaker]:
            same[" ".join(_plain(saying.words)[:BEGINNING])].append(saying)
    for key in sorted(key for key, found in same.items() if len(found) > 1):
        by_speaker: dict[str, _Saying] = {}
        for saying in same[key]:
            mine = names[saying.speaker]
            if not _FORM.search(saying.said) and not any(
                _one_name(mine, names[known]) or _misspelt(mine, names[known]) for known in by_speaker
            ):
                by_speaker[saying.speaker] = saying
        told = list(by_speaker.values())
        if len(told) == PAIR and told[0].order != told[1].order and (small or told[0].group != told[1].group):
            versions = tuple(Version(names[saying.speaker], (saying.evidence,)) for saying in told)
            yield Draft(
                "attribution", f'who said "{_short(told[0].said)}"', versions, "one may repeat the other's words", 2.0
            )


_PRONOUN = re.compile(r"(?:he|she|they|him|her)", re.IGNORECASE)
"""A speaker whom a report does not name there: who it is has been worked out, and two ways of working it out are no
disagreement of the reports."""

BEGINNING = 10
"""Words by which a quotation is known again."""

_FORM = re.compile(
    r"\b(?:thoughts|hearts?|prayers|condolences|sympathy|congratulat\w+)\b.*\b(?:with|to|go out|family|families"
    r"|victims)\b",
    re.IGNORECASE,
)
"""Forms of words that many people say in their own name."""

_CONTRACTED = (
    ("cannot", "can not"),
    ("can't", "can not"),
    ("won't", "will not"),
    ("n't", " not"),
    ("'re", " are"),
    ("'ll", " will"),
    ("'ve", " have"),
    ("'m", " am"),
)


def _plain(words: list[str]) -> list[str]:
    """Words with contractions written out and without "that", which reports put in and leave out."""
    told = " ".join(words)
    for short, long in _CONTRACTED:
        told = told.replace(short, long)
    return [word for word in told.split() if word != "that"]


def _one_name(mine: str, theirs: str) -> bool:
    """Whether one name may be a shorter form of the other: "Charlie", "Charlie Simpson"."""
    one, two = set(mine.lower().split()), set(theirs.lower().split())
    return one <= two or two <= one


def _misspelt(mine: str, theirs: str) -> bool:
    one, two = mine.split(), theirs.split()
    return len(one) == len(two) and all(one_letter_apart(a, b) for a, b in zip(one, two, strict=True))


def _wordings(sayings: list[_Saying], names: dict[str, str]) -> Iterator[Draft]:
    by_speaker: dict[str, list[_Saying]] = defaultdict(list)
    for saying in sayings:
        if len(saying.words) >= LONG_WORDING:
            by_speaker[saying.speaker].append(saying)
    for speaker in sorted(by_speaker):
        yield from _of_one(by_speaker[speaker], names[speaker])


def _of_one(sayings: list[_Saying], name: str) -> Iterator[Draft]:
    index: dict[str, list[int]] = defaultdict(list)
    done: set[tuple[str, str]] = set()
    for number, saying in enumerate(sayings):
        votes = Counter([n for word in saying.content for n in index[word][-12:]])
        for other, shared in sorted(vote for vote in votes.items() if vote[1] >= FEWEST):
            known = sayings[other]
            key = (known.key, saying.key)
            if shared < HALF * max(len(known.content), len(saying.content)):
                continue
            if known.group == saying.group or key in done or key[0] == key[1]:
                continue
            done.add(key)
            if _reworded(_plain(known.words), _plain(saying.words)):
                versions = (Version(known.said, (known.evidence,)), Version(saying.said, (saying.evidence,)))
                yield Draft("wording", f"what {name} said", versions, "one may be shortened or translated anew", 1.0)
        for word in saying.content:
            index[word].append(number)


def _reworded(mine: list[str], theirs: list[str]) -> bool:
    """Whether two wordings are one quotation with a word of meaning exchanged; leaving out is no exchange."""
    if 2 * (Counter(mine) & Counter(theirs)).total() < ALIKE * (len(mine) + len(theirs)):
        return False  # an upper bound of the likeness, at a hundredth of its cost
    from difflib import SequenceMatcher  # here, since few stories come to it

    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    if matcher.ratio() < ALIKE:
        return False
    steps = matcher.get_opcodes()
    for at, (tag, a, b, c, d) in enumerate(steps):
        old, new = mine[a:b], theirs[c:d]
        if tag == "equal" or not _inside(steps, at):
            continue  # what stands at an end may have been cut off there
        if max(len(old), len(new)) <= FEW and (set(old) & _NOT) != (set(new) & _NOT):
            return True
        told = [word for word in old if word not in STOPWORDS], [word for word in new if word not in STOPWORDS]
        if tag == "replace" and told[0] and told[1] and not _spelt_alike("".join(told[0]), "".join(told[1])):
            return True
    return False


def _inside(steps: Sequence[tuple[str, int, int, int, int]], at: int) -> bool:
    """Whether equal words stand on both sides of an exchange."""
    return 0 < at < len(steps) - 1 and all(step[2] - step[1] >= EQUAL for step in (steps[at - 1], steps[at + 1]))


EQUAL = 2
"""Equal words that must stand beside an exchange on each side."""


def _spelt_alike(mine: str, theirs: str) -> bool:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio() > ONE_WORD


def _short(said: str) -> str:
    return said if len(said) <= 80 else said[:77].rsplit(" ", 1)[0] + " ..."
