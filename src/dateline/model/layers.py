"""What a language back end says about one report: plain layers over the sentences that it was given.

Sentences and tokens are always there. Every other layer is there only where the back end provides it, so whoever uses
one asks for it first (:meth:`Layers.has`) and works without it.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.model.annotations import EntityKind, Sentence

LayerName = Literal["tags", "lemmas", "heads", "names"]


class Provider(msgspec.Struct, frozen=True):
    """Who filled the layers. ``licence``: as the back end states it, "not stated" where it does not.

    ``layers``: what it fills beside sentences and tokens; everything else stays empty.
    """

    name: str
    version: str
    licence: str
    layers: tuple[LayerName, ...] = ()


class Token(msgspec.Struct, frozen=True):
    """One word or mark of the text, never a blank.

    ``tag``: a part of speech, of Universal Dependencies where the back end knows it ("PROPN"), else its own.
    ``head``: index of the token that this one depends on, in the same sentence; None for a sentence's root.
    ``relation``: how it depends on it, in the back end's words ("nsubj").
    """

    start: int
    end: int
    tag: str | None = None
    lemma: str | None = None
    head: int | None = None
    relation: str | None = None


class NameSpan(msgspec.Struct, frozen=True):
    """A name inside one sentence. ``kind`` "other": a name of a kind that we do not tell apart.

    ``origin``: which part of the back end found it, in its own words ("spacy PERSON"). ``score``: 0..1, None where
    the back end gives none.
    """

    start: int
    end: int
    kind: EntityKind
    origin: str
    score: float | None = None


class Layers(msgspec.Struct, frozen=True):
    """One report as a back end reads it; all places are offsets into the report's text, in the order of the text.

    ``sentences``: those that the back end was given, unchanged. Tokens and names do not overlap among themselves and
    cross no sentence's end.
    """

    provider: Provider
    sentences: tuple[Sentence, ...] = ()
    tokens: tuple[Token, ...] = ()
    names: tuple[NameSpan, ...] = ()

    def has(self, layer: LayerName) -> bool:
        """Whether the back end provides this layer."""
        return layer in self.provider.layers
