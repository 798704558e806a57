"""Candidates for names: a run of capitals cut into names, each with what its own sentence says about its kind."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.annotate.names import context
from dateline.annotate.names import lexicon as lex
from dateline.annotate.names.roles import apposed_before, role_before
from dateline.annotate.names.runs import AND, LINK, SPACE, Word, runs
from dateline.annotate.speech import NOUNS_TOO, verbs
from dateline.model.annotations import EntityKind, Sentence
from dateline.model.evidence import Span
from dateline.text.gazetteer import Tables, tables


@dataclass(slots=True)
class Candidate:
    """A stretch that may be a name. ``sure``: 0 (a capital at most) .. 3 (a table or title says so)."""

    start: int
    end: int
    name: str
    words: int
    kind: EntityKind | None
    sure: int
    rule: str
    sentence_end: int
    opens: bool = False
    title: Span | None = None
    role: Span | None = None


_NEXT = re.compile(r"(?:['’]s)?,? ([a-z]+)")
_PREV = re.compile(r"([\w’']+) (?:the )?$")
_AGE = re.compile(r", (?:\d\d,|who\b|aged? \d)")
_NO_SHIP = (
    (lex.ROLES - {"star", "champion", "heir"})
    | lex.TITLES
    | lex.NO_NAMES
    | lex.FUNCTION
    | lex.BODY_HEADS
    | frozenset("government people republic parliament leaders citizens ministers sons daughters rest part".split())
)
"""Words that, with "of" and a name, make no name of a thing."""
_IN = frozenset("in at near from across outside inside around throughout toward towards".split())
_OFFICES = frozenset("state staff defense defence justice interior".split())
_RULE = frozenset("administration regime presidency loyalists".split())
_LONGEST_ACRONYM = 7
"""Letters. Longer words in capitals are shouted, not short for a name."""


def candidates(text: str, sent: Sentence) -> Iterator[Candidate]:
    """Yields the candidates of one sentence, in order."""
    known = tables()
    heading = _is_heading(text, sent)
    found = runs(text, sent.start, sent.end)
    if heading:
        found = _broken(found, known)
    for run in found:
        for piece, opens in _pieces(run, sent.start, text, known):
            for cand in _read(text, piece, sent, known, opens):
                if heading and cand.sure < 2:
                    cand.sure, cand.kind = 0, None
                    cand.opens = True
                yield cand


def _broken(found: Iterator[list[Word]], known: Tables) -> Iterator[list[Word]]:
    """Runs of a heading, cut at every word that is no name in running text."""
    forms = verbs()
    for run in found:
        part: list[Word] = []
        for word in run:
            name = word.text in known.bodies or word.text in known.places
            plain = word.low in lex.FUNCTION or word.low in known.common or word.low in forms
            if plain and not name and word.low not in lex.TITLES and word.low not in lex.BODY_HEADS:
                if part:
                    yield part
                part = []
            else:
                part.append(word if part else word._replace(joined=0))
        if part:
            yield part


def _is_heading(text: str, sent: Sentence) -> bool:
    """Whether capitals say nothing here: a line in title case or in capitals."""
    if text[sent.end - 1] == "." and sent.kind != "headline" and not text[sent.start : sent.end].isupper():
        return False
    words = text[sent.start : sent.end].split()
    if len(words) < 4:
        return sent.kind == "headline"
    upper = sum(1 for w in words if w[0].isupper())
    if upper < 0.6 * len(words):
        return False
    long_words = [w for w in words if len(w) > 3 and w[0].isalpha()]
    return bool(long_words) and sum(1 for w in long_words if w[0].isupper()) > 0.85 * len(long_words)


def _pieces(run: list[Word], start: int, text: str, known: Tables) -> Iterator[tuple[list[Word], bool]]:
    """Cuts a run where "of" and "and" join two names and where a word is none; drops sentence openers."""
    opens = not text[start : run[0].start].strip(" \"'“‘(«`-—–")
    words = run
    if opens and len(words) > 1 and words[0].low in verbs() and words[0].low not in known.given:
        words = words[1:]
    while words and (words[0].low in lex.CORE or (opens and words[0].low in lex.FUNCTION)):
        if len(words) > 1 and words[1].joined != SPACE:
            words = words[1:]
            break
        if any(
            text[words[0].start : word.end] in known.places or text[words[0].start : word.end] in known.bodies
            for word in words[1:4]
        ):
            break
        words = words[1:]
        # the word after a dropped opener is mid-sentence: its capital means something
        opens = False
    piece: list[Word] = []
    for at, word in enumerate(words):
        if piece and not _joins(piece, word, words, at, known):
            yield piece, opens and piece[0] is run[0]
            piece = []
        piece.append(word)
    if piece:
        yield piece, opens and piece[0] is run[0]


def _joins(piece: list[Word], word: Word, words: list[Word], at: int, known: Tables) -> bool:
    """Whether ``word`` goes on with the name in ``piece``."""
    before = piece[-1]
    if word.joined == SPACE:
        return True
    if word.joined == LINK:
        if before.low in lex.BODY_FIRST or before.low in lex.PLACE_FIRST:
            return True
        if before.low in lex.TITLES and len(before.low) > 3:
            return word.low in lex.DOMAINS or word.low in ("state", "staff", "the") or before.low == "secretary"
        joined = " ".join(w.text for w in piece) + " of " + word.text
        if joined in known.places or joined in known.bodies or before.low in lex.EVENT_FIRST:
            return True
        return (
            len(piece) == 1
            and word.start - before.end == len(" of ")
            and at + 1 == len(words)
            and before.low not in _NO_SHIP
            and not before.text.isupper()
            and before.low not in known.given
            and before.text not in known.demonyms
            and before.text not in known.places
            and word.low not in lex.NO_NAMES
        )
    if word.joined == AND:
        linked = any(w.joined == LINK for w in piece)
        ahead = words[at : at + 4]
        if linked:
            return before.low in lex.DOMAINS or (word.low in lex.DOMAINS)
        if before.low in lex.DOMAINS and len(piece) < 4:
            return any(w.low in lex.TITLES or w.low in lex.BODY_HEADS for w in ahead[1:])
        three = before.text + " and " + word.text
        return three in known.places
    return False


def _read(text: str, piece: list[Word], sent: Sentence, known: Tables, opens: bool) -> Iterator[Candidate]:
    """Reads one piece: a titled person, a known name, a body, a place, or something by its shape."""
    while len(piece) > 1 and piece[-1].low in lex.CORE:
        piece = piece[:-1]
    while piece and piece[-1].low in lex.NO_NAMES and not _known(text, piece, known):
        piece = piece[:-1]
    while (
        piece
        and piece[0].low in lex.NO_NAMES
        and not _begins_known(text, piece, known)
        and not _is_body(piece)
        and not _is_given(text, piece, known)
    ):
        if len(piece) > 1 and piece[1].joined != SPACE:
            piece = piece[1:]
            break
        piece = piece[1:]
        opens = False
    for at, word in enumerate(piece):
        if (
            0 < at < len(piece) - 1
            and word.low in lex.NO_NAMES
            and not _is_body(piece)
            and not _known(text, piece, known)
        ):
            yield from _read(text, piece[:at], sent, known, opens)
            yield from _read(text, piece[at + 1 :], sent, known, False)
            return
    if not piece:
        return
    if _known(text, piece, known):
        yield _make(text, piece, sent, *_table_kind(text, piece, known), opens)
        return
    name_at = _titled(piece, known)
    if name_at:
        yield from _person_with_title(text, piece, name_at, sent, known)
        return
    if all(w.low in lex.TITLES for w in piece) or (piece[0].low in lex.TITLES and piece[-1].low in _OFFICES):
        return
    if len(piece) > 1 and piece[-1].low in lex.TITLES:
        ends = next((at for at in range(len(piece) - 1, 0, -1) if _known(text, piece[:at], known)), 0)
        if ends:
            yield _make(text, piece[:ends], sent, *_table_kind(text, piece[:ends], known), opens)
        return
    if piece[0].text in known.demonyms and len(piece) > 1 and not _is_body(piece):
        piece, opens = piece[1:], False
        if piece[0].joined != SPACE:
            return
    elif len(piece) == 1 and all(part in known.demonyms for part in piece[0].text.split("-")):
        return
    yield from _by_shape(text, piece, sent, known, opens)


def _is_given(text: str, piece: list[Word], known: Tables) -> bool:
    """Whether the name of a month is a given name here: "Jan Krol", "June Carter"; not "May Day", "June 5"."""
    if len(piece) < _TEAM or piece[0].low not in _MONTHS_TOO or piece[1].joined != SPACE:
        return False
    next_ = piece[1].low
    if len(piece) > _TEAM and next_ in known.given:
        return False  # "in June Michael Costa"
    if _MONTH_BEFORE.search(text, max(0, piece[0].start - 8), piece[0].start):
        return False
    return piece[1].text[1:].islower() and not (
        next_ in lex.NO_NAMES or next_ in known.common or next_ in lex.EVENT_HEADS or next_ in lex.BODY_HEADS
    )


_MONTH_BEFORE = re.compile(r"\b(?:in|last|this|next|since|until|of|by|from|early|late|on) $", re.IGNORECASE)
_MONTHS_TOO = frozenset("jan april may june august".split())
"""Given names that are names of months too."""


def _surface(text: str, piece: list[Word]) -> str:
    return text[piece[0].start : piece[-1].end]


def _known(text: str, piece: list[Word], known: Tables) -> bool:
    name = _surface(text, piece)
    return name in known.places or name in known.bodies or (_shouted(name) and name.title() in known.places)


def _shouted(name: str) -> bool:
    """Whether a name is set in capitals and too long for an acronym."""
    return len(name) > _SHORTEST_SHOUT and name.isupper()


_SHORTEST_SHOUT = 3


def _begins_known(text: str, piece: list[Word], known: Tables) -> bool:
    """Whether the piece begins with a name of the tables ("White House spokesman")."""
    return any(_known(text, piece[:at], known) for at in range(len(piece), 0, -1))


def _table_kind(text: str, piece: list[Word], known: Tables) -> tuple[EntityKind, int, str]:
    name = _surface(text, piece)
    if name in known.bodies:
        return "organisation", 3, "table"
    return "place", 3 if name in known.countries or name in known.capitals else 2, "table"


def _is_body(piece: list[Word]) -> bool:
    if len(piece) < 2:
        return False
    if piece[-1].low in lex.BODY_HEADS:
        return True
    return any(w.joined == LINK and b.low in lex.BODY_FIRST for b, w in itertools.pairwise(piece))


def _titled(piece: list[Word], known: Tables) -> int:
    """Index of the first word of the name that a title stands before; 0 where there is none."""
    if piece[-1].low in lex.BODY_HEADS or piece[-1].low in lex.PLACE_HEADS:
        named = any(a.low in lex.TITLES and b.low in known.given for a, b in itertools.pairwise(piece))
        if not named:
            return 0
    at = 0
    for i, word in enumerate(piece[:-1]):
        if (
            word.low in lex.TITLES
            or word.low + "." in lex.HONORIFICS
            or (
                i == 0
                and (
                    word.low in lex.ROLES
                    or (word.low in lex.TRADES and len(piece) > _TEAM and piece[1].low in known.given)
                )
            )
        ):
            at = i + 1
    if not at:
        return 0
    if piece[at].joined == SPACE and piece[at].low not in lex.TITLES:
        return at
    for i in range(at + 1, len(piece)):
        if piece[i].joined == SPACE and piece[i].low in known.given:
            return i
    return 0


def _person_with_title(text: str, piece: list[Word], at: int, sent: Sentence, known: Tables) -> Iterator[Candidate]:
    name = piece[at:]
    first = at
    while first and (piece[first - 1].low in lex.TITLES or piece[first - 1].low == "general"):
        first -= 1
    if first == at:
        first = 0
    head = piece[:at]
    cut = 0
    for cand_end in range(first, 0, -1):
        if _known(text, piece[:cand_end], known):
            cut = cand_end
            yield _make(text, piece[:cand_end], sent, *_table_kind(text, piece[:cand_end], known), False)
            break
    title = Span(piece[first].start, piece[at - 1].end + (text[piece[at - 1].end] == "."))
    polite = [w.low in lex.HONORIFICS or w.low + "." in lex.HONORIFICS for w in head]
    honorific = polite[-1]  # "Costa's doctor Dr Berg", "London Ms Lund": what stands before is no office
    whole = Span(piece[0].start if all(polite) or not honorific else piece[at - 1].start, title.end)
    cand = _make(text, name, sent, "person", 3, "title", False)
    cand.title = title
    cand.role = role_before(text, sent.start, whole, honorific)
    del cut
    yield cand


def _by_shape(text: str, piece: list[Word], sent: Sentence, known: Tables, opens: bool) -> Iterator[Candidate]:
    first, last = piece[0], piece[-1]
    size = len(piece)
    if _is_body(piece):
        yield _make(text, piece, sent, "organisation", 2, "body word", opens)
        return
    if (size > 1 and last.low in lex.PLACE_HEADS) or (
        size > 1 and first.low in (lex.PLACE_FIRST if piece[1].joined == LINK else lex.PLACE_BEFORE)
    ):
        yield _make(text, piece, sent, "place", 2, "place word", opens)
        return
    if size == _TEAM and first.low == "team" and piece[1].joined == SPACE:
        yield _make(text, piece, sent, "organisation", 2, "team", opens)
        return
    if size > 1 and piece[1].joined == LINK and first.low in lex.EVENT_FIRST:
        yield _make(text, piece, sent, "event", 2, "event word", opens)
        return
    if size > 1 and last.joined == LINK and _thing(text, piece[0].start):
        yield _make(text, piece, sent, "other", 2, "thing", opens)
        return
    if size > 1 and last.low in lex.EVENT_HEADS:
        yield _make(text, piece, sent, "event", 2, "event word", opens)
        return
    if any(w.joined == AND for w in piece[1:]):
        at = next(i for i, w in enumerate(piece) if i and w.joined == AND)
        yield from _by_shape(text, piece[:at], sent, known, opens)
        yield from _by_shape(text, piece[at:], sent, known, False)
        return
    if size > 1 and (first.low in known.given or _is_given(text, piece, known)):
        cand = _make(text, piece, sent, "person", 2, "given name", opens)
        cand.role = role_before(text, sent.start, Span(first.start, first.start + 1), True)
        if cand.role is None and text[last.end : last.end + 1] in (",", " ", "."):
            cand.role = apposed_before(text, sent.start, first.start)
        yield cand
        return
    if size > 1:
        hint = context.before(text, sent.start, first.start) or context.after(text, last.end, sent.end)
        if hint is not None and hint[0] == "organisation" and hint[1] > 1:
            yield _make(text, piece, sent, *hint, opens)
            return
        cut = next((i for i in range(size - 1, 0, -1) if _known(text, piece[:i], known)), 0)
        if cut and piece[cut].joined == SPACE:
            yield _make(text, piece[:cut], sent, *_table_kind(text, piece[:cut], known), opens)
            yield from _read(text, piece[cut:], sent, known, False)
            return
    yield _unknown(text, piece, sent, known, opens)


_TEAM = 2
"""Words of "Team Costa"."""


def _thing(text: str, at: int) -> bool:
    """Whether "the" stands before, as before the name of a ship: "the Pride of Lorne"."""
    return text[max(0, at - 4) : at].lower() == "the "


def _says(word: str) -> bool:
    """Whether a word after a capital makes it a speaker: a verb of saying in the past, or one of living and acting."""
    verb = verbs().get(word)
    return word in lex.SPEECH_AFTER or (verb is not None and verb.form == "past" and word not in NOUNS_TOO)


def _unknown(text: str, piece: list[Word], sent: Sentence, known: Tables, opens: bool) -> Candidate:
    """A name that no table knows: its neighbours say what it may be."""
    first, last = piece[0], piece[-1]
    after = _NEXT.match(text, last.end, sent.end)
    speaks = after is not None and _says(after[1])
    if len(piece) == 1 and first.low in known.common and (opens or not speaks):
        return _make(text, piece, sent, None, 0, "common words", opens)
    role = role_before(text, sent.start, Span(first.start, first.start + 1), True)
    if role is None and text[first.start - 2 : first.start] == ", " and text[last.end : last.end + 1] == ",":
        role = apposed_before(text, sent.start, first.start)
    if role:
        cand = _make(text, piece, sent, "person", 2, "role before", opens)
        cand.role = role
        return cand
    before = _PREV.search(text, max(sent.start, first.start - 24), first.start)
    hint = context.before(text, sent.start, first.start) or context.after(text, last.end, sent.end)
    if hint is not None and not (len(piece) == 1 and first.low in known.common):
        return _make(text, piece, sent, *hint, opens)
    if any(word.low in known.common for word in piece) and not (speaks and len(piece) == 1):
        return _make(text, piece, sent, None, 0, "common words", opens)
    if len(piece) == 1 and first.text.isupper() and len(first.text) > 1:
        if first.low in known.given:
            return _make(text, piece, sent, "person", 1, "given name", opens)
        if not 2 < len(first.text) <= _LONGEST_ACRONYM or first.low.endswith("ly"):
            return _make(text, piece, sent, None, 0, "capitals", opens)
        return _make(text, piece, sent, "organisation", 1, "acronym", opens)
    if _AGE.match(text, last.end, sent.end):
        return _make(text, piece, sent, "person", 2, "age or who", opens)
    if before and before[1].lower() in _IN and not before[0].endswith("the ") and first.low not in known.given:
        return _make(text, piece, sent, "place", 1, "in", opens)
    if speaks or (after and after[1] in _RULE):
        return _make(text, piece, sent, "person", 1, "speaks", opens)
    if before and before[0].endswith("the "):
        return _make(text, piece, sent, None, 0, "the", opens)
    if len(piece) in (2, 3) and (not opens or _plain_words(piece)):
        return _make(text, piece, sent, "person", 1, "two capitals", opens)
    if first.low in known.given:
        return _make(text, piece, sent, "person", 1, "given name", opens)
    return _make(text, piece, sent, None, 0, "capital", opens)


def _plain_words(piece: list[Word]) -> bool:
    """Whether all words are written as people's names are: a capital and small letters."""
    return all(word.text.isalpha() and word.text[1:].islower() for word in piece)


def _make(
    text: str, piece: list[Word], sent: Sentence, kind: EntityKind | None, sure: int, rule: str, opens: bool
) -> Candidate:
    start, end = piece[0].start, piece[-1].end
    return Candidate(start, end, text[start:end], len(piece), kind, sure, rule, sent.end, opens)
