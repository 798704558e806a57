"""Tags: a source with its verb of saying ("Jones told reporters"), found in unmarked words."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.annotate.names import lexicon as lex
from dateline.annotate.quotations.words import (
    AUXILIARIES,
    BE,
    BREAKS,
    DETERMINERS,
    FINITE,
    NEGATED_AUX,
    PREPOSITIONS,
    PRONOUNS,
    WEEKDAYS,
    Tok,
    is_adverb,
    phrase_left,
    phrase_right,
)
from dateline.annotate.speech import NOUNS_TOO, SURE, Verb, verbs
from dateline.model.evidence import Span


@dataclass(slots=True)
class Tag:
    """``source`` and ``cue`` as spans; ``first``/``last``: the tokens of the tag, ``verb_at`` its verb's."""

    source: Span | None
    cue: Span
    verb: Verb
    first: int
    verb_at: int
    last: int
    inverted: bool = False
    negated: bool = False
    passive: bool = False
    to: Span | None = None
    via: Span | None = None


_ACCORDING = Verb("accord", "say", "clause", "ing")


def find_tags(toks: list[Tok], inverted_first: bool = False) -> list[Tag]:
    """The tags among the tokens of one unmarked stretch of a sentence, in order.

    ``inverted_first``: marked words stand right before, so a verb at the very start has its source after it.
    """
    table = verbs()
    out: list[Tag] = []
    for at, tok in enumerate(toks):
        low = tok.low
        if low == "according" and at + 2 < len(toks) and toks[at + 1].low == "to":
            tag = _according(toks, at)
        else:
            verb = table.get(low)
            if verb is None or (tok.text[0].isupper() and at > 0):
                continue
            tag = _tag(toks, at, verb, out, inverted_first)
        if tag is not None:
            out.append(tag)
    return out


def _according(toks: list[Tok], at: int) -> Tag | None:
    last = phrase_right(toks, at + 2, len(toks))
    if last is None:
        return None
    while last + 2 < len(toks) and toks[last + 1].low in ("by", "in", "at", "with", "on", "to") and toks[last + 2].low not in WEEKDAYS:
        further = phrase_right(toks, last + 2, len(toks))
        if further is None:
            break
        last = further
    source = Span(toks[at + 2].start, toks[last].end)
    return Tag(source, Span(toks[at].start, toks[at + 1].end), _ACCORDING, at, at, last)


def _tag(toks: list[Tok], at: int, verb: Verb, before: list[Tag], inverted_first: bool) -> Tag | None:
    low = toks[at].low
    if verb.form == "ing":
        return _participle(toks, at, verb, before)
    if low in SURE and _inverted_here(toks, at, inverted_first):
        last = phrase_right(toks, at + 1, len(toks))
        if last is not None and _nominal(toks, at + 1, last):
            source = Span(toks[at + 1].start, toks[last].end)
            return Tag(source, Span(toks[at].start, toks[at].end), verb, at, at, last, inverted=True)
    subject_end, negated, passive, helped = _verb_group(toks, at)
    if subject_end < 0:
        return None
    first = _subject(toks, subject_end)
    if first is None:
        return None
    end = subject_end
    if toks[subject_end].text == ",":
        end = _before_comma(toks, first, subject_end)
    if low in NOUNS_TOO and not helped and not _noun_verb(toks, at, first, end, verb):
        return None
    if passive and verb.lemma not in ("quote", "cite", "say"):
        return None
    return Tag(
        Span(toks[first].start, toks[end].end), Span(toks[subject_end + 1].start, toks[at].end) if helped else Span(toks[at].start, toks[at].end),
        verb, first, at, at, negated=negated, passive=passive,
    )  # fmt: skip


def _participle(toks: list[Tok], at: int, verb: Verb, before: list[Tag]) -> Tag | None:
    """ "..., adding that": the source is that of the clause before."""
    if at == 0 or toks[at - 1].text not in (",", "—", "-"):
        if not (at and toks[at - 1].low in ("and", "also", "later", "then")):
            return None
    source = before[-1].source if before else None
    return Tag(source, Span(toks[at].start, toks[at].end), verb, at, at, at)


def _inverted_here(toks: list[Tok], at: int, inverted_first: bool) -> bool:
    if at + 1 >= len(toks):
        return False
    if at == 0:
        return inverted_first
    return toks[at - 1].text == ","  and at > 3 and toks[at + 1].low not in PRONOUNS | DETERMINERS - frozenset(("the", "a", "an", "one", "two")) and toks[at].low in ("said", "says")


def _verb_group(toks: list[Tok], at: int) -> tuple[int, bool, bool, bool]:
    """Index of the last token of the subject, and whether the verb is negated, passive, and has auxiliaries."""
    negated = passive = helped = False
    i = at - 1
    while i >= 0:
        low = toks[i].low
        if low in NEGATED_AUX:
            negated = helped = True
        elif low in ("not", "never", "neither"):
            negated = True
        elif low in BE:
            passive = helped = True
        elif low in AUXILIARIES:
            if low == "to":
                return -1, False, False, False
            helped = True
        elif not is_adverb(low):
            break
        i -= 1
    return i, negated, passive, helped


def _subject(toks: list[Tok], end: int) -> int | None:
    """Index where the subject begins that ends at token ``end`` (a comma where an apposition ends there)."""
    tok = toks[end]
    if tok.text == ",":
        return _over_apposition(toks, end)
    if tok.low in PRONOUNS:
        return end
    if tok.text == ")":
        while end and toks[end].text != "(":
            end -= 1
        end -= 1
        if end < 0:
            return None
        tok = toks[end]
    if not tok.text[0].isalnum() or tok.low in PREPOSITIONS or tok.low in DETERMINERS - PRONOUNS or tok.low in BREAKS or tok.low in FINITE:
        return None
    if tok.text[0].isdigit() or tok.low in ("and", "or", "but"):
        return None
    first = phrase_left(toks, end, 0)
    return first if first is not None and _nominal(toks, first, end) else None


def _over_apposition(toks: list[Tok], comma: int) -> int | None:
    """ "X, chairman of the board, said": the phrase before the apposition (or two of them)."""
    at = comma - 1
    found = None
    commas = 0
    while at > 0 and commas < 4 and comma - at < 40:
        if toks[at].text == "," :
            commas += 1
            first = _subject(toks, at - 1) if toks[at - 1].text != "," else None
            if first is not None and (toks[first].text[0].isupper() or toks[first].low in DETERMINERS):
                if not _has_verb(toks, first, at):
                    found = first
                    if toks[at - 1].text[0].isupper():
                        return first
        elif toks[at].text in ("“", "”", '"', ";", ":"):
            break
        at -= 1
    return found


def _has_verb(toks: list[Tok], first: int, last: int) -> bool:
    return any(t.low in FINITE for t in toks[first:last])


def _before_comma(toks: list[Tok], first: int, comma: int) -> int:
    at = first
    while at < comma and toks[at].text != ",":
        at += 1
    return at - 1


def _nominal(toks: list[Tok], first: int, last: int) -> bool:
    """Whether the tokens can name somebody: a pronoun, a capital, or a noun that is no bare adverbial."""
    if toks[first].low in PRONOUNS:
        return first == last or toks[first].low in ("one", "both", "none", "neither")
    if any(t.text[0].isupper() and t.low not in WEEKDAYS and t.low not in DETERMINERS for t in toks[first : last + 1]):
        return True
    return toks[first].low in DETERMINERS or any(t.low in lex.ROLES or t.low.rstrip("s") in lex.ROLES or t.low in _SPEAKING for t in toks[first : last + 1]) or (toks[last].low.endswith("s") and last - first < 4)


_SPEAKING = frozenset(
    """officials police people sources source authorities government campaign statement report poll polls study survey surveys army
    military court critics experts company agency spokesmen women men residents witnesses media press group
    magazine newspaper station office team staff""".split()
)


def _noun_verb(toks: list[Tok], at: int, first: int, end: int, verb: Verb) -> bool:
    """Whether a form that is as often a noun is a verb here: a pronoun or name before it and a clause after it."""
    after = toks[at + 1].low if at + 1 < len(toks) else ""
    head = toks[end]
    if verb.form == "base":
        plural = head.low in ("they", "we", "i", "you", "who", "people", "police") or (head.low.endswith("s") and not head.low.endswith("'s"))
        return plural and (after in ("that", "to") or after in DETERMINERS or after in PRONOUNS or head.low in PRONOUNS)
    return head.low in PRONOUNS or head.text[0].isupper() and after not in ("of", "and", "in", "for", "at") or after in ("that", "to", "the", "a")
