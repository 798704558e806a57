"""Reads a piece of capitals: a titled person, a known name, a body, a place, or something by its shape."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from dateline.annotate.names import context
from dateline.annotate.names import lexicon as lex
from dateline.annotate.names.candidate import Candidate, make
from dateline.annotate.names.roles import apposed_before, role_before
from dateline.annotate.names.runs import AND, LINK, SPACE, Word
from dateline.annotate.names.unknown import unknown
from dateline.model.annotations import EntityKind, Sentence
from dateline.model.evidence import Span
from dateline.text.gazetteer import Tables

_OFFICES = frozenset("state staff defense defence justice interior".split())


_TEAM = 2
"""Words of "Team Costa"."""


def read_piece(text: str, piece: list[Word], sent: Sentence, known: Tables, opens: bool) -> Iterable[Candidate]:
    """Reads one piece: a titled person, a known name, a body, a place, or something by its shape."""
    if len(piece) == 1:
        return _read_word(text, piece, sent, known, opens)
    return _read_words(text, piece, sent, known, opens)


def _read_word(text: str, piece: list[Word], sent: Sentence, known: Tables, opens: bool) -> Sequence[Candidate]:
    """Reads a piece of one word."""
    word = piece[0]
    if _known(text, piece, known):
        return (make(text, piece, sent, *_table_kind(text, piece, known), opens),)
    if word.low in lex.NO_NAMES or word.low in lex.TITLES or word.text in known.demonyms:
        return ()
    if "-" in word.text and all(part in known.demonyms for part in word.text.split("-")):
        return ()
    return (unknown(text, piece, sent, known, opens),)


def _read_words(text: str, piece: list[Word], sent: Sentence, known: Tables, opens: bool) -> Iterator[Candidate]:
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
            yield from read_piece(text, piece[:at], sent, known, opens)
            yield from read_piece(text, piece[at + 1 :], sent, known, False)
            return
    if not piece:
        return
    if _known(text, piece, known):
        yield make(text, piece, sent, *_table_kind(text, piece, known), opens)
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
            yield make(text, piece[:ends], sent, *_table_kind(text, piece[:ends], known), opens)
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
    return piece[0].text if len(piece) == 1 else text[piece[0].start : piece[-1].end]


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
    for cand_end in range(first, 0, -1):
        if _known(text, piece[:cand_end], known):
            yield make(text, piece[:cand_end], sent, *_table_kind(text, piece[:cand_end], known), False)
            break
    title = Span(piece[first].start, piece[at - 1].end + (text[piece[at - 1].end] == "."))
    polite = [w.low in lex.HONORIFICS or w.low + "." in lex.HONORIFICS for w in head]
    honorific = polite[-1]  # "Costa's doctor Dr Berg", "London Ms Lund": what stands before is no office
    whole = Span(piece[0].start if all(polite) or not honorific else piece[at - 1].start, title.end)
    cand = make(text, name, sent, "person", 3, "title", False)
    cand.title = title
    cand.role = role_before(text, sent.start, whole, honorific)
    yield cand


def _by_shape(text: str, piece: list[Word], sent: Sentence, known: Tables, opens: bool) -> Iterator[Candidate]:
    first, last = piece[0], piece[-1]
    size = len(piece)
    if _is_body(piece):
        yield make(text, piece, sent, "organisation", 2, "body word", opens)
        return
    if (size > 1 and last.low in lex.PLACE_HEADS) or (
        size > 1 and first.low in (lex.PLACE_FIRST if piece[1].joined == LINK else lex.PLACE_BEFORE)
    ):
        yield make(text, piece, sent, "place", 2, "place word", opens)
        return
    if size == _TEAM and first.low == "team" and piece[1].joined == SPACE:
        yield make(text, piece, sent, "organisation", 2, "team", opens)
        return
    if size > 1 and piece[1].joined == LINK and first.low in lex.EVENT_FIRST:
        yield make(text, piece, sent, "event", 2, "event word", opens)
        return
    if size > 1 and last.joined == LINK and _thing(text, piece[0].start):
        yield make(text, piece, sent, "other", 2, "thing", opens)
        return
    if size > 1 and last.low in lex.EVENT_HEADS:
        yield make(text, piece, sent, "event", 2, "event word", opens)
        return
    if any(w.joined == AND for w in piece[1:]):
        at = next(i for i, w in enumerate(piece) if i and w.joined == AND)
        yield from _by_shape(text, piece[:at], sent, known, opens)
        yield from _by_shape(text, piece[at:], sent, known, False)
        return
    if size > 1 and (first.low in known.given or _is_given(text, piece, known)):
        cand = make(text, piece, sent, "person", 2, "given name", opens)
        cand.role = role_before(text, sent.start, Span(first.start, first.start + 1), True)
        if cand.role is None and text[last.end : last.end + 1] in (",", " ", "."):
            cand.role = apposed_before(text, sent.start, first.start)
        yield cand
        return
    if size > 1:
        hint = context.before(text, sent.start, first.start) or context.after(text, last.end, sent.end)
        office = (
            hint is not None
            and hint[2] == context.SAYS_IT
            and role_before(text, sent.start, Span(first.start, first.start + 1), True)
        )  # "the harbour master X said it would": "it" is what is spoken of
        if hint is not None and hint[0] == "organisation" and hint[1] > 1 and not office:
            yield make(text, piece, sent, *hint, opens)
            return
        cut = next((i for i in range(size - 1, 0, -1) if _known(text, piece[:i], known)), 0)
        if cut and piece[cut].joined == SPACE:
            yield make(text, piece[:cut], sent, *_table_kind(text, piece[:cut], known), opens)
            yield from read_piece(text, piece[cut:], sent, known, False)
            return
    yield unknown(text, piece, sent, known, opens)


def _thing(text: str, at: int) -> bool:
    """Whether "the" stands before, as before the name of a ship: "the Pride of Lorne"."""
    return text[max(0, at - 4) : at].lower() == "the "
