"""Indirect and mixed quotations: the clause that a verb of saying governs, or that a tag closes or interrupts."""

from __future__ import annotations

from dateline.annotate.names import lexicon as lex
from dateline.annotate.quotations.adjuncts import after_verb, bounds_amount
from dateline.annotate.quotations.draft import Draft
from dateline.annotate.quotations.tags import Tag
from dateline.annotate.quotations.words import FINITE, PREPOSITIONS, PRONOUNS, Tok
from dateline.annotate.speech import ATTITUDES, CLAIMS, WORDS_ONLY
from dateline.model.evidence import Span

_AHEAD = 12
"""Tags after one that can cut its content short; the bound keeps long sentences linear."""
_SHORTEST = 2
"""Words of a content."""
_CLOSERS = frozenset(
    """say add note report announce argue explain state show find write tell warn confirm claim insist indicate suggest
    acknowledge according predict estimate learn conclude believe think ask reveal recall reply accord""".split()
)
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
        found = _content(toks, tag, tags[n + 1 : n + 1 + _AHEAD], end)
        if found is None:
            continue
        pieces, rule = found
        pieces = [piece for piece in pieces if piece[0] <= piece[1]]
        if not _long_enough(toks, pieces):
            continue
        marked = any(tok.text == '"' for a, b in pieces for tok in toks[a : b + 1])
        out.append(Draft([Span(toks[a].start, toks[b].end) for a, b in pieces], tag, rule, marked))
    return out


def _long_enough(toks: list[Tok], pieces: list[tuple[int, int]]) -> bool:
    """Whether the pieces of a content have words enough; marked words are."""
    size = 0
    for first, last in pieces:
        for tok in toks[first : last + 1]:
            size += _SHORTEST if tok.text == '"' else tok.text[0].isalnum()
            if size >= _SHORTEST:
                return True
    return False


def _content(toks: list[Tok], tag: Tag, later: list[Tag], end: int) -> tuple[list[tuple[int, int]], str] | None:
    if tag.verb.lemma == "accord":
        return _according(toks, tag, later, end)
    begins = after_verb(toks, tag)
    if begins <= end and _only_adjuncts(toks, tag, begins, end):
        begins = end + 1
    closer = tag.verb.lemma in _CLOSERS and not tag.negated and not tag.joined
    if closer and tag.first > 1 and toks[tag.first - 1].low.endswith(",") and (begins > end or tag.inverted):
        return _around(toks, tag, later, end)
    if tag.inverted or begins > end or not _can_begin(toks, begins, tag):
        return None
    if tag.verb.act == "ask" and _for_cover(toks, begins):
        return None
    begins = _claimed(toks, tag, begins, end)
    asked = _asked(toks, tag) if toks[begins].low in ("to", "not") or tag.verb.act == "demand" else None
    last = _cut(toks, begins, end, later)
    if tag.source is not None and toks[tag.first].low in ("who", "which"):
        last = _relative_end(toks, begins, last)
    if tag.verb.follow != "clause":
        last = _phrase_end(toks, begins, last)
    rule = "object of the verb" if tag.verb.follow == "object" else "clause after the verb"
    if asked is not None and asked[1] >= begins - 1:
        return [(asked[0], last)], rule
    return [*([asked] if asked else []), (begins, last)], rule


def _relative_end(toks: list[Tok], first: int, last: int) -> int:
    """Where a relative clause ends that the main verb follows ("Jones, who says it was late, has left")."""
    for at in range(first + 1, last):
        if toks[at].text == "," and toks[at + 1].low in FINITE:
            return at - 1
    return last


def _asked(toks: list[Tok], tag: Tag) -> tuple[int, int] | None:
    """The one whom a request is put to: what is asked is that he do it."""
    if tag.to is None or tag.verb.act not in ("demand", "ask"):
        return None
    ends = next(i for i in range(tag.last + 1, len(toks)) if toks[i].end == tag.to.end)
    return tag.last + 1, ends


def _phrase_end(toks: list[Tok], first: int, last: int) -> int:
    """Where an object ends that the sentence goes on after: a comma inside the marks, ", which" and the like."""
    for at in range(first, last):
        if toks[at].low == '",' and toks[at + 1].low not in ("a", "the"):
            return at
        if (
            toks[at].text == ","
            and at > first + 1
            and (toks[at + 1].low in _GOES_ON or toks[at + 1].low in PRONOUNS or toks[at + 1].low.endswith("ing"))
        ):
            return at - 1
    return last


_CLAUSE_OPENERS = frozenset("that : whether how why being he she they it i we there".split())
_UNNAMED = frozenset("named identified quoted".split())


def _finding(toks: list[Tok], tag: Tag, at: int) -> bool:
    """Whether what is found is a clause or a number: "the poll found half of them would stay"."""
    return _tells(toks, tag) and any(t.low in FINITE or t.text[0].isdigit() or t.low == "%" for t in toks[at : at + 8])


def _doubted(toks: list[Tok], at: int) -> bool:
    """Whether a matter is questioned ("the need for it"), not a person."""
    ahead = toks[at + 1 : at + 3]
    return toks[at].low in _POINTING and not any(
        t.text[0].isupper() or t.text[0].isdigit() or t.low in lex.ROLES or t.low.rstrip("s") in _PERSONS for t in ahead
    )


_POINTING = frozenset("the his her its their".split())
_PERSONS = lex.ROLES | frozenset("man men woman women people crew boy girl driver passenger couple pair staff".split())


def _for_cover(toks: list[Tok], at: int) -> bool:
    """ "asked not to be named": said to the reporter about himself, not in the matter."""
    lows = [tok.low for tok in toks[at : at + 4]]
    return lows[:3] == ["not", "to", "be"] and lows[-1] in _UNNAMED


def _claimed(toks: list[Tok], tag: Tag, begins: int, end: int) -> int:
    """Where the matter begins that is denied: after "claims that", "the allegation that"."""
    if tag.verb.act != "deny":
        return begins
    for at in range(begins, min(begins + _CLAIM_ROOM, end - 1)):
        if toks[at].low in CLAIMS:
            return at + 2 if toks[at + 1].low == "that" else begins
    return begins


_CLAIM_ROOM = 4
"""Tokens between a verb of denying and the noun of claiming."""


def _tells(toks: list[Tok], tag: Tag) -> bool:
    """Whether what "shows" or "finds" is something that tells: a poll, a study, papers."""
    source = tag.source
    return source is not None and any(
        source.start <= t.start < source.end and t.low.removesuffix("s") in _TELLING for t in toks
    )


_TELLING = frozenset(
    """poll survey study report analysis record document email e-mail data figure result review video footage research
    investigation audit estimate projection statistic number finding filing paper court jury judge inquiry probe
    investigator researcher pollster census transcript test tape""".split()
)
_PARTICLES = frozenset("off out up down away back".split())
_GOES_ON = frozenset(
    """who which whose and but while as where when with after before because although though since saying adding so if
    even despite""".split()
)


def _only_adjuncts(toks: list[Tok], tag: Tag, begins: int, end: int) -> bool:
    """Whether nothing but circumstances follow a tag that closes a clause ("..., he said in a note praising them")."""
    if (
        tag.first < 3
        or not toks[tag.first - 1].low.endswith(",")
        or begins == tag.last + 1
        or toks[begins].low == "that"
    ):
        return False
    if any(t.low in FINITE or t.low in PRONOUNS or t.text == '"' for t in toks[begins : end + 1]):
        return False
    return any(t.low in FINITE for t in toks[: tag.first])


def _according(toks: list[Tok], tag: Tag, later: list[Tag], end: int) -> tuple[list[tuple[int, int]], str] | None:
    if tag.first <= 1:
        at = _comma(toks, tag.last + 1, end)
        if at + 1 < end and toks[at + 1].low in ("a", "an", "who", "which", "whose"):
            at = min(_comma(toks, at + 1, end), end)
        return ([(at + 1, _cut(toks, at + 1, end, later))], "according to, first") if at < end else None
    if toks[tag.first - 1].text == ",":
        return _around(toks, tag, later, end)
    return [(_opening(toks), tag.first - 1)], "according to"


def _comma(toks: list[Tok], at: int, end: int) -> int:
    """Index of the next comma; after ``end`` where there is none."""
    while at <= end and toks[at].text != ",":
        at += 1
    return at


def _around(toks: list[Tok], tag: Tag, later: list[Tag], end: int) -> tuple[list[tuple[int, int]], str] | None:
    """The clause before a tag that closes it, with what goes on after a tag in the middle ("The plan, he said, is")."""
    before = (_opening(toks), tag.first - (2 if toks[tag.first - 1].text == "," else 1))
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


_SUBORDINATE = frozenset("while although though if when after before since because once unless as whereas".split())
"""Openers of a clause that ends at the sentence's first comma."""
_ASIDES = frozenset("a an who which whose adding citing noting saying referring speaking according".split())


def _opening(toks: list[Tok]) -> int:
    return 1 if toks[0].low in ("but", "and") else 0


def _can_begin(toks: list[Tok], at: int, tag: Tag) -> bool:
    """Whether a content can begin with this token after this verb."""
    tok = toks[at]
    if bounds_amount(toks, at):
        return True
    if tok.text in (",", ".", ";", ")", "—", "-", "|") or tok.low in (
        "and",
        "or",
        "but",
        "by",
        "when",
        "while",
        "because",
    ):
        return False
    if tag.verb.lemma in WORDS_ONLY and tok.text != '"' and tok.low not in _CLAUSE_OPENERS:
        if tag.verb.lemma == "recall" and tok.low.endswith("ing"):
            return True
        return (tag.verb.lemma == "find" and _finding(toks, tag, at)) or (
            tag.verb.lemma == "question" and _doubted(toks, at)
        )
    if tok.low == "as" and (tag.verb.follow == "clause" or tag.verb.act == "accuse"):
        return False
    if tag.verb.act in ATTITUDES and tok.text == '"':
        return True
    if tag.verb.lemma == "plead" and tok.low in ("guilty", "not", "innocent", "no"):
        return False
    if tag.verb.lemma in ("speak", "talk") and tok.low not in ("about", "of"):
        return False
    if tag.verb.follow == "object" and (
        tok.low in _PARTICLES or (tok.low in PREPOSITIONS and tok.low not in ("as", "for"))
    ):
        return False
    if tag.verb.lemma == "point":
        return tok.low == "out"
    if tag.verb.act == "believe" and (tok.low in ("still", "to", "as", "so") or tok.low.endswith("ing")):
        return False
    if tag.verb.lemma == "offer":
        return tok.low == "to"
    if tag.verb.lemma == "show" and tok.low != "that":
        return tag.source is not None and _tells(toks, tag)
    return not (
        tok.low in PREPOSITIONS and tok.low not in ("to", "of", "about", "as", "for") and tag.verb.follow == "clause"
    )


def _cut(toks: list[Tok], first: int, end: int, later: list[Tag]) -> int:
    """The last token of a content: before ", adding that", before "and said", before what a trailing tag closes."""
    for tag in later:
        at = tag.first - 1
        if at < first < tag.verb_at and not tag.inverted and toks[tag.verb_at - 1].text == ",":
            return tag.verb_at - 2
        if at <= first:
            continue
        if tag.verb.lemma == "accord" and toks[at].text == ",":
            return at - 1
        if not tag.joined:
            if toks[at].low in ("but", "while") and toks[at - 1].low.endswith(",") and tag.verb.act not in ATTITUDES:
                return at - (2 if toks[at - 1].text == "," else 1)
            if toks[at].text == "," and tag.verb.lemma in _CLOSERS and after_verb(toks, tag) > end:
                return at - 1
            continue
        while at > first and (toks[at].text in (",", "—") or toks[at].low in ("and", "but", "then", "also")):
            at -= 1
        return at
    at = end
    if toks[0].low in _SUBORDINATE and not any(t.text == "," for t in toks[:first]):
        at = next((i - 1 for i in range(first + 1, end) if toks[i].text == ","), end)
    while at > first and toks[at].text in ",|;:":
        at -= 1
    for i in range(first, at):
        follows = toks[i + 1].low
        if toks[i].low == '",' and follows in (
            "referring",
            "alluding",
            "citing",
            "according",
            "pointing",
            "describing",
        ):
            at = i
            break
    for i in range(first + 1, at):
        if toks[i].text == "|":
            return max(first, i - 1)
        if toks[i].text == ";" and toks[i + 1].low not in ("that", "and", '"'):
            return i - 1
    return at
