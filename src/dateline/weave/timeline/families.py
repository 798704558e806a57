"""Verbs and nouns of one kind of act, so that "is to decide on Friday" and "confirmed on Friday" meet."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.text.words import stem

_FAMILIES = """
    end ended finish conclude complete close halt stop terminate wind cease expire lift
    open start launch begin began inaugurate
    decide decision confirm formalise formalize endorse approve adopt ratify vote
    meet met meeting session talks summit gather convene hearing hear
    sign signed signature signing agree agreement
    announce unveil present publish release issue
    visit travel arrive fly land
    elect election poll ballot
    strike walkout walk
    appear testify testimony evidence questioned question
    sentence sentenced verdict convict acquit rule ruling judgment
    resign quit step
    inspect inspection examine search
    free freed hand handover exchange swap
    launch liftoff lift blast
    withdraw pull leave left
    bury buried burial funeral
    marry wedding
    declare declaration proclaim proclamation
"""

_OF: dict[str, frozenset[int]] = {}
for _number, _line in enumerate(_FAMILIES.strip().splitlines()):
    for _word in _line.split():
        _OF[stem(_word)] = _OF.get(stem(_word), frozenset()) | {_number}


def families(words: Iterable[str]) -> frozenset[int]:
    """The kinds of act that the stems name."""
    return frozenset(number for word in words if word in _OF for number in _OF[word])


def acts(words: Iterable[str]) -> frozenset[str]:
    """Those of the stems that name an act of some kind."""
    return frozenset(word for word in words if word in _OF)
