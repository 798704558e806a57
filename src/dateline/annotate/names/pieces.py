"""Cuts a run of capitals where one name ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.annotate.names import lexicon as lex
from dateline.annotate.names.runs import AND, LINK, SPACE, Word
from dateline.annotate.speech import verbs
from dateline.text.gazetteer import Tables

_NO_SHIP = (
    (lex.ROLES - {"star", "champion", "heir"})
    | lex.TITLES
    | lex.NO_NAMES
    | lex.FUNCTION
    | lex.BODY_HEADS
    | frozenset("government people republic parliament leaders citizens ministers sons daughters rest part".split())
)
"""Words that, with "of" and a name, make no name of a thing."""


def pieces(run: list[Word], opens: bool, text: str, known: Tables) -> Sequence[tuple[list[Word], bool]]:
    """Cuts a run where "of" and "and" join two names and where a word is none; drops sentence openers.

    ``opens``: whether the run begins its sentence; the same is told of each piece.
    """
    if len(run) == 1:
        dropped = run[0].low in lex.CORE or (opens and run[0].low in lex.FUNCTION)
        return () if dropped else ((run, opens),)
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
    out: list[tuple[list[Word], bool]] = []
    piece: list[Word] = []
    for at, word in enumerate(words):
        if piece and not _joins(piece, word, words, at, known):
            out.append((piece, opens and piece[0] is run[0]))
            piece = []
        piece.append(word)
    if piece:
        out.append((piece, opens and piece[0] is run[0]))
    return out


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
