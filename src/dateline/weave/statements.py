"""Quotations of a story: the same words in several reports are one quotation with one piece of evidence for each."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from dateline.model.annotations import Annotated, Polarity, Quote, QuoteKind, Sentence
from dateline.model.dates import DateSpan
from dateline.model.evidence import LONGEST_EVIDENCE, Evidence, Span, cite
from dateline.model.material import Material
from dateline.model.story import Quotation
from dateline.text.words import spoken_words
from dateline.weave.kin import Kin
from dateline.weave.said_on import said_days

_ATTITUDES = ("believe", "want")
"""Acts that tell what somebody thinks or wishes, not that it was said."""
FEWEST_WORDS = 4
"""Words. A shorter clause says nothing outside its sentence."""
_RUN = 4
"""Words. A shorter quotation is never taken for part of another one."""
_NOBODY = frozenset(("it", "they", "we", "i", "you", "that", "this"))
"""Pronouns that, unresolved, name no source."""


class _Said(NamedTuple):
    report: int
    start: int
    text: str
    words: tuple[str, ...]
    quote: Quote
    evidence: Evidence
    speaker: str | None
    speaker_text: str | None
    date: DateSpan | None


def quotations(material: Material) -> tuple[Quotation, ...]:
    """Who said what, by day, then by place in the reports. ``q1`` ..."""
    kin = Kin(material.identities)
    said = [one for number in range(len(material.reports)) for one in _said(material, number, kin)]
    groups = _same_words(said)
    groups.sort(key=_order)
    return tuple(_quotation(f"q{number}", group) for number, group in enumerate(groups, 1))


def _said(material: Material, number: int, kin: Kin) -> Iterator[_Said]:
    """The quotations of one report that are worth showing."""
    annotated = material.reports[number]
    text = annotated.report.text
    spoken = sorted(span for quote in annotated.notes.quotes if quote.kind != "indirect" for span in quote.content)
    speakers = [material.identities.speaker(annotated.report.id, quote) for quote in annotated.notes.quotes]
    days = said_days(annotated, speakers)
    mixed = sorted(span for quote in annotated.notes.quotes if quote.kind == "mixed" for span in quote.content)
    heads = sorted((event.head.start, event.head.end) for event in annotated.notes.events if event.head is not None)
    inner = _inner(annotated.notes.quotes, speakers)
    for at, (quote, speaker, day) in enumerate(zip(annotated.notes.quotes, speakers, days, strict=True)):
        if quote.kind == "indirect" and not _shown(text, quote, spoken):
            continue
        if quote.act in _ATTITUDES and all(_within(span, mixed) for span in quote.content):
            continue  # "said he hoped for "calm"": the words are shown with what he said
        if at in inner:
            continue
        words_of_it = _joined([_clean(text[span.start : span.end]) for span in quote.content])
        if quote.kind != "direct":
            words_of_it = _THAT.sub("", words_of_it)
        found = _evidence(annotated, quote, words_of_it)
        if found is None:
            continue
        shown, evidence = found
        words = tuple(map(_normal, spoken_words(shown)))
        if len(words) < (FEWEST_WORDS if quote.kind == "indirect" else 1):
            continue
        source = _source(annotated, quote)
        if speaker is None and source is not None:
            speaker = kin.speaker(annotated, quote, source)
        if shown == words_of_it:
            shown = _with_verb(annotated, quote, heads) + shown
        yield _Said(number, quote.content[0].start, shown, words, quote, evidence, speaker, source, day)


def _shown(text: str, quote: Quote, spoken: Sequence[Span]) -> bool:
    """Whether an indirect quotation is somebody's statement: said, with a source, and no part of a direct one."""
    if quote.source is None or quote.act in _ATTITUDES:
        return False
    if quote.rule == "object of the verb" and quote.act == "say":
        return False  # "dismissed the charges": an act, not words
    if quote.speaker_mention is None and text[quote.source.start : quote.source.end].lower() in _NOBODY:
        return False
    return not any(_within(span, spoken) for span in quote.content)


def _inner(quotes: Sequence[Quote], speakers: Sequence[str | None]) -> set[int]:
    """Which quotations are indirect ones inside a longer one of the same speaker: "said she would propose a ban" is
    said once."""
    found: set[int] = set()
    widest: dict[str | None, Span] = {}
    in_order = sorted(
        zip(range(len(quotes)), quotes, speakers, strict=True),
        key=lambda one: (one[1].content[0].start, -one[1].content[-1].end),
    )
    for at, quote, speaker in in_order:
        span = Span(quote.content[0].start, quote.content[-1].end)
        outer = widest.get(speaker)
        if outer is not None and span.within(outer):
            if quote.kind == "indirect" and speaker is not None:
                found.add(at)
        elif outer is None or span.end > outer.end:
            widest[speaker] = span
    return found


def _with_verb(annotated: Annotated, quote: Quote, heads: Sequence[tuple[int, int]]) -> str:
    """The verb that a phrase needs to be understood, with what stands between: "urged " for "both sides to wait".

    A clause ("that he would go") tells by itself what was said; an object or what somebody is asked to do does not.
    """
    if quote.kind == "direct" or quote.cue is None or quote.cue.end > quote.content[0].start:
        return ""
    between = annotated.report.text[quote.cue.start : quote.content[0].start]
    if len(between) > _VERB_ROOM or _CLOSES.search(between):
        return ""
    phrase = quote.rule == "object of the verb" or quote.act in _ASKING or not _clause(annotated, quote, heads)
    return " ".join(between.split()) + " " if phrase else ""


def _clause(annotated: Annotated, quote: Quote, heads: Sequence[tuple[int, int]]) -> bool:
    """Whether what was said holds a verb of its own. ``heads``: where the report's verbs stand, in order."""
    first = quote.content[0]
    if _FINITE.search(annotated.report.text, first.start, first.end):
        return True
    low, high = bisect.bisect_left(heads, (first.start,)), bisect.bisect_left(heads, (first.end,))
    return any(end <= first.end for _, end in heads[low:high])


_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did)\b|n[’']t\b"
)
_THAT = re.compile(r"\Athat\b,?\s+(?:,\s+)?")
_ASKING = frozenset(("ask", "demand", "promise"))
_VERB_ROOM = 40
"""Characters from the verb to what it governs; further off, something else stands between."""
_CLOSES = re.compile(r'["“”:;.\n]')


def _within(span: Span, spoken: Sequence[Span]) -> bool:
    at = bisect.bisect_right(spoken, span.start, key=_start) - 1
    return at >= 0 and span.within(spoken[at])


def _start(span: Span | Sentence) -> int:
    return span.start


def _source(annotated: Annotated, quote: Quote) -> str | None:
    """The source as written; for a relative pronoun the phrase that it stands for."""
    if quote.source is None:
        return None
    text = annotated.report.text
    words = " ".join(text[quote.source.start : quote.source.end].split())
    if words.lower() in ("who", "which", "that"):
        found = _ANTECEDENT.search(text[max(0, quote.source.start - 80) : quote.source.start])
        return " ".join(found[1].split()) if found else None
    return words


_ANTECEDENT = re.compile(
    r"(?:^|\n|[,.;:(]\s|\b(?:of|from|by|to|with|for|in|at|on|and|as|about|against)\s)"
    r"((?:(?!(?:of|from|by|to|with|for|in|at|on|and|as|about|against)\b)[\w’'.-]++\s){0,5}"
    r"(?!(?:of|from|by|to|with|for|in|at|on|and|as|about|against)\b)[\w’'.-]++\s?),?\s$"
)
"""The noun phrase before "who": what follows the last preposition or mark."""


def _clean(words: str) -> str:
    """The words without the marks around them and without the comma that leads to the tag; inner marks in pairs."""
    bare = " ".join(words.split()).strip(" :")
    if bare[:1] in _MARKS and bare[-1:] in _MARKS and not any(char in _MARKS for char in bare[1:-1]):
        bare = bare[1:-1]
    bare = bare.strip(" ")
    bare = bare[:-1].rstrip() if bare.endswith((",", ";")) else bare
    opened, closed = bare.count("“") + bare.count("«"), bare.count("”") + bare.count("»")
    if opened > closed:
        return bare + ("”" if "“" in bare else "»")
    if closed > opened:
        return bare.replace("”", "").replace("»", "")
    return bare + '"' if bare.count('"') % 2 else bare


_MARKS = '"“”«»'


def _joined(pieces: list[str]) -> str:
    """The pieces of a quotation split round its tag, as one: a new sentence after a full stop, else after a comma."""
    out = ""
    for piece in filter(None, pieces):
        if out and out[-1].isalnum():
            out += "." if piece[0].isupper() else ""
        out += (" " if out else "") + piece
    return out


def _evidence(annotated: Annotated, quote: Quote, words: str) -> tuple[str, Evidence] | None:
    """The words to show and the sentences that hold them, with the tag where it fits into the longest evidence."""
    sents = annotated.notes.sentences
    first, last = quote.content[0].start, quote.content[-1].end
    tag = [span for span in (quote.cue, quote.source) if span is not None]
    low = min([first, *(span.start for span in tag)])
    high = max([last, *(span.end for span in tag)])
    for a, b in ((low, high), (first, last)):
        before = bisect.bisect_right(sents, a, key=_start) - 1
        after = bisect.bisect_left(sents, b, key=_end)
        start = sents[before].start if before >= 0 else a
        end = sents[after].end if after < len(sents) else b
        for span in ((start, end), (a, b)):
            if span[1] - span[0] <= LONGEST_EVIDENCE:
                return words, cite(annotated.report, *span)
    return _cut(annotated, quote)


def _end(sent: Sentence) -> int:
    return sent.end


def _cut(annotated: Annotated, quote: Quote) -> tuple[str, Evidence] | None:
    """A quotation longer than a piece of evidence may be: its first sentences."""
    text = annotated.report.text
    first = quote.content[0]
    end = first.start
    sents = annotated.notes.sentences
    for sent in sents[max(0, bisect.bisect_right(sents, first.start, key=_start) - 1) :]:
        if sent.start >= first.end or sent.end - first.start > LONGEST_EVIDENCE:
            break
        if sent.end > first.start:
            end = min(sent.end, first.end)
    if end == first.start:
        end = text.rfind(" ", first.start, first.start + LONGEST_EVIDENCE)
        if end <= first.start:
            return None
    return _clean(text[first.start : end]), cite(annotated.report, first.start, end)


@lru_cache(maxsize=16384)
def _normal(word: str) -> str:
    """A word as one spelling: American and British endings alike."""
    for sign, pattern, instead in _ENDINGS:
        if sign in word:
            word = pattern.sub(instead, word)
    return word


_ENDINGS = (
    ("our", re.compile(r"our(?=s?$|ing$|ed$|ite|able|ful|ly$|hood)"), "or"),
    ("is", re.compile(r"is(?=e[sd]?$|ing$|ation)"), "iz"),
    ("ll", re.compile(r"ll(?=ed$|ing$|er$)"), "l"),
    ("tre", re.compile(r"(?<=[a-z]{3})tre(s?)$"), r"ter\1"),
)
"""What a word that has a British ending holds, the ending, and the American one."""


def _same_words(said: list[_Said]) -> list[list[_Said]]:
    """Groups of the same quotation: equal words, or the words of one inside those of the other."""
    groups: list[list[_Said]] = []
    by_words: dict[tuple[str, ...], list[list[_Said]]] = {}
    by_run: dict[tuple[str, ...], list[list[_Said]]] = {}
    wanted = {one.words[:_RUN] for one in said}
    for one in sorted(said, key=lambda s: (-len(s.words), s.report, s.start)):
        home = next((g for g in by_words.get(one.words, ()) if _joins(one, g)), None)
        if home is None and len(one.words) >= _RUN:
            home = next((g for g in by_run.get(one.words[:_RUN], ()) if _joins(one, g) and _inside(one, g)), None)
        if home is None:
            home = []
            groups.append(home)
            by_words.setdefault(one.words, []).append(home)
            for run in wanted.intersection(zip(*(one.words[at:] for at in range(_RUN)), strict=False)):
                by_run.setdefault(run, []).append(home)
        home.append(one)
    return groups


def _joins(one: _Said, group: list[_Said]) -> bool:
    """Whether it can be the same statement: nothing known of the speakers speaks against it, and of another report."""
    if any(one.report == other.report for other in group):
        return False
    known = {other.speaker for other in group if other.speaker}
    if one.speaker and known and one.speaker not in known:
        return False
    return all(one.quote.polarity == other.quote.polarity for other in group)


def _inside(one: _Said, group: list[_Said]) -> bool:
    words = group[0].words
    size = len(one.words)
    return any(words[at : at + size] == one.words for at in range(len(words) - size + 1))


def _order(group: list[_Said]) -> tuple[str, int, int]:
    first = min(group, key=lambda one: (one.date.start if one.date else "9999", one.report, one.start))
    return (first.date.start if first.date else "9999", first.report, first.start)


def _quotation(ident: str, group: list[_Said]) -> Quotation:
    lead = group[0]
    ordered = sorted(group, key=lambda one: (one.report, one.start))
    named = next((one for one in ordered if one.speaker), ordered[0])
    kinds: tuple[QuoteKind, ...] = ("direct", "mixed", "indirect")
    kind = min((one.quote.kind for one in group), key=kinds.index)
    best = next(one for one in group if one.quote.kind == kind)
    polarity: Polarity = lead.quote.polarity
    days = [one.date for one in ordered if one.date]
    evidence = [lead.evidence, *(one.evidence for one in ordered if one is not lead)]
    return Quotation(
        id=ident,
        speaker=named.speaker,
        speaker_text=named.speaker_text,
        kind=kind,
        text=lead.text,
        date=min(days, key=lambda day: day.start, default=None),
        polarity=polarity,
        evidence=tuple(evidence),
        on_behalf=_words_at(best, best.quote.on_behalf),
        to=_words_at(best, next((one.quote.to for one in ordered if one.quote.to), None) and best.quote.to),
        via=_words_at(best, best.quote.via),
        act=best.quote.act,
    )


def _words_at(one: _Said, span: Span | None) -> str | None:
    if span is None or not one.evidence.start <= span.start < span.end <= one.evidence.end:
        return None
    return " ".join(one.evidence.quote[span.start - one.evidence.start : span.end - one.evidence.start].split())
