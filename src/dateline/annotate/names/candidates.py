"""Candidates for names: a run of capitals cut into names, each with what its own sentence says about its kind.

runs ──▶ pieces ──▶ reading (unknown, where no table and no title tells)
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dateline.annotate.names import lexicon as lex
from dateline.annotate.names.candidate import Candidate
from dateline.annotate.names.pieces import pieces
from dateline.annotate.names.reading import read_piece
from dateline.annotate.names.runs import Word, runs
from dateline.annotate.speech import verbs
from dateline.model.annotations import Sentence
from dateline.text.gazetteer import Tables, tables

__all__ = ["Candidate", "candidates"]


def candidates(text: str, sent: Sentence) -> Iterator[Candidate]:
    """Yields the candidates of one sentence, in order."""
    known = tables()
    heading = _is_heading(text, sent)
    found = runs(text, sent.start, sent.end)
    if heading:
        found = _broken(found, known)
    begins = True
    for run in found:
        begins = begins and not text[sent.start : run[0].start].strip(" \"'“‘(«`-—–")
        for piece, opens in pieces(run, begins, text, known):
            for cand in read_piece(text, piece, sent, known, opens):
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
                part.append(word if part else msgspec.structs.replace(word, joined=0))
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
