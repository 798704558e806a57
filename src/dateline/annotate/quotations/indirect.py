"""Indirect and mixed quotations: the clause that a verb of saying governs, or that a tag closes or interrupts."""

from __future__ import annotations

from dateline.annotate.quotations.adjuncts import after_verb
from dateline.annotate.quotations.draft import Draft
from dateline.annotate.quotations.tags import Tag
from dateline.annotate.quotations.words import FINITE, PREPOSITIONS, Tok
from dateline.annotate.speech import ATTITUDES, WORDS_ONLY
from dateline.model.evidence import Span

_SHORTEST = 2
"""Words of a content."""
_CLOSERS = frozenset("say add note report announce argue explain state show find write tell warn confirm claim insist "
                     "indicate suggest acknowledge according predict estimate learn conclude believe think ask reveal "
                     "recall reply accord".split())  # fmt: skip
"""Verbs whose tag closes or interrupts a sentence without marks ("..., officials say.")."""


def indirect_quotes(toks: list[Tok], tags: list[Tag], cues: set[int]) -> list[Draft]:
    """The quotations of one sentence whose tags are not used yet (``cues``: starts of those that are)."""
    end = len(toks) - 1
    while end > 0 and toks[end].text in ".?!…":
        end -= 1
    out: list[Draft] = []
    for n, tag in enumerate(tags):
        if tag.cue.start in cues:
            continue
        found = _content(toks, tag, tags[n + 1 :], end)
        if found is None:
            continue
        pieces, rule = found
        pieces = [piece for piece in pieces if piece[0] <= piece[1]]
        if sum(_size(toks, *piece) for piece in pieces) < _SHORTEST:
            continue
        out.append(Draft([Span(toks[a].start, toks[b].end) for a, b in pieces], tag, rule, "indirect"))
    return out


def _size(toks: list[Tok], first: int, last: int) -> int:
    """Words of a piece; marked words count as many."""
    return sum(_SHORTEST if t.text == '"' else t.text[0].isalnum() for t in toks[first : last + 1])


def _content(toks: list[Tok], tag: Tag, later: list[Tag], end: int) -> tuple[list[tuple[int, int]], str] | None:
    if tag.verb.lemma == "accord":
        return _according(toks, tag, later, end)
    begins = after_verb(toks, tag)
    closer = tag.verb.lemma in _CLOSERS and not tag.negated and not tag.joined
    if closer and tag.first > 1 and toks[tag.first - 1].text == "," and (begins > end or tag.inverted):
        return _around(toks, tag, later, end)
    if tag.inverted or begins > end or not _can_begin(toks, begins, tag):
        return None
    return [(begins, _cut(toks, begins, end, later))], "clause after the verb"


def _according(toks: list[Tok], tag: Tag, later: list[Tag], end: int) -> tuple[list[tuple[int, int]], str] | None:
    if tag.first <= 1:
        at = tag.last + 1
        while at <= end and toks[at].text != ",":
            at += 1
        return ([(at + 1, _cut(toks, at + 1, end, later))], "according to, first") if at < end else None
    if toks[tag.first - 1].text == ",":
        return _around(toks, tag, later, end)
    return [(_opening(toks), tag.first - 1)], "according to"


def _around(toks: list[Tok], tag: Tag, later: list[Tag], end: int) -> tuple[list[tuple[int, int]], str] | None:
    """The clause before a tag that closes it, with what goes on after a tag in the middle ("The plan, he said, is")."""
    before = (_opening(toks), tag.first - 2)
    if before[1] < before[0]:
        return None
    at = tag.last + 1
    while at <= end and toks[at].text not in (",", '"', "|", ";"):
        at += 1
    whole = any(t.low in FINITE for t in toks[before[0] : before[1] + 1])
    if at < end and toks[at].text == "," and (not whole or at == tag.last + 1) and toks[at + 1].low not in _ASIDES:
        return [before, (at + 1, _cut(toks, at + 1, end, later))], "tag in the middle"
    if before[1] - before[0] < 2:
        return None
    return [before], "tag at the end"


_ASIDES = frozenset("a an who which whose adding citing noting saying referring speaking according".split())


def _opening(toks: list[Tok]) -> int:
    return 1 if toks[0].low in ("but", "and") else 0


def _can_begin(toks: list[Tok], at: int, tag: Tag) -> bool:
    """Whether a content can begin with this token after this verb."""
    tok = toks[at]
    if tok.text in (",", ".", ";", ")", "—", "-", "|") or tok.low in ("and", "or", "but", "by", "when", "while", "because"):
        return False
    if tag.verb.lemma in WORDS_ONLY and tok.low not in ("that", '"', ":", "to", "whether", "how", "about", "for"):
        return False
    if tag.verb.act in ATTITUDES and tok.text == '"':
        return True
    return not (tok.low in PREPOSITIONS and tok.low not in ("to", "of", "about", "as", "for") and tag.verb.follow == "clause")


def _cut(toks: list[Tok], first: int, end: int, later: list[Tag]) -> int:
    """The last token of a content: before ", adding that", before "and said", before what a trailing tag closes."""
    for tag in later:
        at = tag.first - 1
        if not tag.joined or at <= first:
            continue
        while at > first and (toks[at].text in (",", "—") or toks[at].low in ("and", "but", "then", "also")):
            at -= 1
        return at
    at = end
    while at > first and toks[at].text in ",|;:":
        at -= 1
    for i in range(first + 1, at):
        if toks[i].text == "|":
            return max(first, i - 1)
    return at
