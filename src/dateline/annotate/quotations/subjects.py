"""Subjects: the noun phrase before a verb, over appositions, brackets and dashes."""

from __future__ import annotations

from dateline.annotate.names import lexicon as lex
from dateline.annotate.quotations.words import (
    BREAKS,
    DETERMINERS,
    FINITE,
    PREPOSITIONS,
    PRONOUNS,
    WEEKDAYS,
    Tok,
    is_adverb,
    phrase_left,
)
from dateline.annotate.verbs import analyse
from dateline.model.evidence import Span

_REJECTED = frozenset(
    "rejected dismissed denied refuted disputed rebutted rejects dismisses denies refutes disputes repeated".split()
)
_WALLS = frozenset(("“", "”", '"', "|", ";", ":", "—", "--"))
_ADJECTIVAL = DETERMINERS - PRONOUNS
_NO_NAMES = DETERMINERS | WEEKDAYS | PRONOUNS
_LONGEST_APPOSITION = 45
"""Tokens between a name and the verb after its apposition."""


def clause_subject(toks: list[Tok], ceiling: int) -> Span | None:
    """The subject of the sentence's main clause: the phrase before its first verb."""
    for at in range(1, min(ceiling, 30)):
        low = toks[at].low
        if low in FINITE or (toks[at].text[0].islower() and "past" in analyse(low)[1] and low not in PREPOSITIONS):
            end = at - 1
            while end > 0 and is_adverb(toks[end].low):
                end -= 1
            first = subject(toks, end)
            if first is not None:
                stop = before_comma(toks, first, end) if toks[end].text == "," else end
                return Span(toks[first].start, toks[stop].end)
    return None


def subject(toks: list[Tok], end: int, sure: bool = False) -> int | None:
    """Index where the subject begins that ends at token ``end`` (a comma where an apposition ends there).

    ``sure``: a "that" after the verb says that there is one, whatever its nouns.
    """
    tok = toks[end]
    if tok.text == ",":
        return _over_apposition(toks, end)
    if tok.text in ("—", "--", "–", "-"):
        return _over_dashes(toks, end)
    if tok.low in PRONOUNS:
        return end
    if tok.text == ")":
        while end and toks[end].text != "(":
            end -= 1
        end -= 1
        if end < 0:
            return None
        tok = toks[end]
    if (
        not tok.text[0].isalnum()
        or tok.low in PREPOSITIONS
        or tok.low in _ADJECTIVAL
        or tok.low in BREAKS
        or tok.low in FINITE
    ):
        return None
    if tok.text[0].isdigit() or tok.low in ("and", "or", "but"):
        return None
    if end and tok.text[0].islower() and tok.low in _REJECTED:
        return None  # "rejected claims that": no subject of "claims"
    first = phrase_left(toks, end, 0)
    return first if first is not None and (sure or nominal(toks, first, end)) else None


def with_name(toks: list[Tok], first: int, last: int) -> int:
    """The last token of a role noun with the name in apposition to it: "her son, Ivan Prado" up to the name's end."""
    if last + 2 >= len(toks) or toks[last + 1].text != "," or not _role_phrase(toks, first, last):
        return last
    at = last + 2
    while at < len(toks) and (
        (toks[at].text[0].isupper() and toks[at].low not in _NO_NAMES)
        or (toks[at].text == "." and len(toks[at - 1].text) <= _INITIAL)
        or (toks[at].low in _PARTICLES and at + 1 < len(toks) and toks[at + 1].text[0].isupper())
    ):
        at += 1
    size = at - last - 2
    ends = at >= len(toks) or toks[at].text in ".,|"
    if not size or not ends:
        return last
    closes = at >= len(toks) or (toks[at].text == "." and at + 1 >= len(toks))
    return at - 1 if size > 1 or closes else last


def _role_phrase(toks: list[Tok], first: int, last: int) -> bool:
    """Whether a phrase is a role: "her son", "a spokeswoman for the firm" (not "a lawyer for the widow")."""
    if toks[last].low in _NAMED_BY:
        return all(t.low not in ("of", "for") for t in toks[first:last])
    linked = next((i for i in range(first, last) if toks[i + 1].low in ("of", "for")), None)
    return linked is not None and toks[linked].low in _NAMED_BY and toks[last].low in _BODIES


_BODIES = frozenset(
    """firm company bank group agency union party ministry department office team club army police government council
    board committee court hospital school university airline church city town state county authority commission
    embassy foundation charity league federation association""".split()
)
_PARTICLES = frozenset("van von de der den la al bin el di da du".split())
_NAMED_BY = lex.ROLES | lex.TRADES
_INITIAL = 3
"""Letters of an initial or a short title ("Dr") before a full stop."""


def _over_dashes(toks: list[Tok], dash: int) -> int | None:
    """ "The justice -- who was there -- said": the phrase before the first dash."""
    for at in range(dash - 1, max(0, dash - _LONGEST_APPOSITION), -1):
        if toks[at].text == toks[dash].text:
            return subject(toks, at - 1) if toks[at - 1].text not in ("—", "--", "–", "-", ",") else None
    return None


def _over_apposition(toks: list[Tok], comma: int) -> int | None:
    """ "X, chairman of the board, said": where the phrase before the apposition begins.

    Looks from the clause's start, so that names inside the apposition are passed over.
    """
    start = comma - 1
    while start > 0 and toks[start - 1].text not in _WALLS:
        start -= 1
    for at in range(max(start, comma - _LONGEST_APPOSITION), comma):
        if toks[at].text not in (",", "(") or at == start:
            continue
        first = subject(toks, at - 1) if toks[at - 1].text not in (",", ")") else None
        if first is None or first < start or _has_verb(toks, first, at):
            continue
        if toks[first].text[0].isupper() or toks[first].low in DETERMINERS:
            return first
    return None


def _has_verb(toks: list[Tok], first: int, last: int) -> bool:
    return any(t.low in FINITE for t in toks[first:last])


def before_comma(toks: list[Tok], first: int, comma: int) -> int:
    at = first
    while at < comma and toks[at].text not in (",", "—", "--", "–", "-", "("):
        at += 1
    return at - 1


def nominal(toks: list[Tok], first: int, last: int) -> bool:
    """Whether the tokens can name somebody: a pronoun, a capital, or a noun that is no bare adverbial."""
    if toks[first].low in PRONOUNS:
        return first == last or toks[first].low in ("one", "both", "none", "neither")
    if any(t.text[0].isupper() and t.low not in WEEKDAYS and t.low not in DETERMINERS for t in toks[first : last + 1]):
        return True
    return (
        toks[first].low in DETERMINERS
        or any(
            t.low in lex.ROLES or t.low.rstrip("s") in lex.ROLES or t.low in _SPEAKING for t in toks[first : last + 1]
        )
        or (toks[last].low.endswith("s") and last - first < 4)
    )


_SPEAKING = frozenset(
    """officials police people sources source authorities government campaign statement report poll polls study survey
    surveys army
    military court critics experts company agency spokesmen women men residents witnesses media press group
    magazine newspaper station office team staff""".split()
)
