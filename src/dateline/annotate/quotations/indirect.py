"""Indirect and mixed quotations: the clause that a verb of saying governs, or that a tag closes."""

from __future__ import annotations

from dateline.annotate.quotations.adjuncts import after_verb
from dateline.annotate.quotations.draft import Draft
from dateline.annotate.quotations.tags import Tag
from dateline.annotate.quotations.words import PREPOSITIONS, Tok
from dateline.model.evidence import Span

_SHORTEST = 2
"""Words of a content."""


def indirect_quotes(toks: list[Tok], tags: list[Tag], cues: set[int]) -> list[Draft]:
    """The quotations of one sentence whose tags are not used yet (``cues``: starts of those that are)."""
    out: list[Draft] = []
    for n, tag in enumerate(tags):
        if tag.cue.start in cues:
            continue
        found = _content(toks, tag, tags[n + 1 :], n == 0)
        if found is None:
            continue
        first, last, rule = found
        if sum(1 for t in toks[first : last + 1] if t.text[0].isalnum() or t.text == '"') < _SHORTEST and not any(t.text == '"' for t in toks[first : last + 1]):
            continue
        out.append(Draft([Span(toks[first].start, toks[last].end)], tag, rule, "indirect"))
    return out


def _content(toks: list[Tok], tag: Tag, later: list[Tag], alone: bool) -> tuple[int, int, str] | None:
    end = len(toks) - 1
    while end > 0 and toks[end].text in ".?!…":
        end -= 1
    if tag.verb.lemma == "accord":
        if tag.first == 0:
            at = tag.last + 1
            while at <= end and toks[at].text != ",":
                at += 1
            return (at + 1, _cut(toks, at + 1, end, later), "according to, first") if at < end else None
        return _before(toks, tag, "according to")
    begins = after_verb(toks, tag)
    if begins <= end and not tag.inverted and _can_begin(toks, begins, tag):
        return begins, _cut(toks, begins, end, later), "clause after the verb"
    if tag.verb.follow == "clause" and alone:
        return _before(toks, tag, "tag at the end")
    return None


def _can_begin(toks: list[Tok], at: int, tag: Tag) -> bool:
    tok = toks[at]
    if tok.text in (",", ".", ";", ")", "—"):
        return False
    return not (tok.low in PREPOSITIONS and tok.low not in ("to", "of", "about", "as", "for") and tag.verb.follow == "clause")


def _cut(toks: list[Tok], first: int, end: int, later: list[Tag]) -> int:
    """The last token of a content: before ", adding that" and before what a trailing tag closes."""
    for tag in later:
        at = tag.first
        if tag.verb.form == "ing" and at - 1 > first and toks[at - 1].text in (",", "—"):
            return at - 2
    return end


def _before(toks: list[Tok], tag: Tag, rule: str) -> tuple[int, int, str] | None:
    """The clause before a tag that closes it: from the sentence's start to the comma."""
    at = tag.first - 1
    if tag.verb.lemma == "accord" and at >= 0 and toks[at].text != ",":
        return (0, at, rule) if at > 1 else None
    if at < 2 or toks[at].text != ",":
        return None
    return 0, at - 1, rule
