"""What every back end has to hold to, as a check that its author can run (``docs/how-to/use-a-back-end.md``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import get_args

from dateline.model.annotations import EntityKind, Sentence
from dateline.model.layers import LayerName, Layers, NameSpan, Token

_LETTERS = re.compile(r"[^\W_]+")


def problems(layers: Layers, text: str, sentences: Sequence[Sentence]) -> Iterator[str]:
    """Yields what is wrong with the layers that a back end made of ``text``, one line each; nothing where all is well.

    Checked: the sentences are those given; tokens and names lie in order, inside one sentence each, without overlap
    and without blanks at their ends; the tokens hold every word; heads stay in the sentence; what is not declared is
    not filled.
    """
    if layers.sentences != tuple(sentences):
        yield "the sentences are not those that were given"
        return
    for what, spans in (("token", layers.tokens), ("name", layers.names)):
        yield from _misplaced(what, spans, text, sentences)
    covered = bytearray(len(text))
    for token in layers.tokens:
        covered[token.start : token.end] = b"\1" * (token.end - token.start)
    for sent in sentences:
        for word in _LETTERS.finditer(text, sent.start, sent.end):
            if not all(covered[word.start() : word.end()]):
                yield f"no token holds all of the word {word[0]!r} at {word.start()}"
    yield from _undeclared(layers)
    yield from _strange_heads(layers.tokens, sentences)


def _misplaced(what: str, spans: Sequence[Token | NameSpan], text: str, sentences: Sequence[Sentence]) -> Iterator[str]:
    before, at = 0, 0
    for span in spans:
        words = text[span.start : span.end]
        if not 0 <= span.start < span.end <= len(text):
            yield f"the {what} at {span.start}..{span.end} is no place in the text"
            continue
        if span.start < before:
            yield f"the {what} {words!r} at {span.start} overlaps the one before it or stands before it"
        if words != words.strip():
            yield f"the {what} {words!r} at {span.start} has blanks at its ends"
        while at < len(sentences) and sentences[at].end <= span.start:
            at += 1
        if at == len(sentences) or not (sentences[at].start <= span.start and span.end <= sentences[at].end):
            yield f"the {what} {words!r} at {span.start} is not inside one sentence"
        before = span.end


def _undeclared(layers: Layers) -> Iterator[str]:
    filled: dict[LayerName, bool] = {
        "tags": any(token.tag is not None for token in layers.tokens),
        "lemmas": any(token.lemma is not None for token in layers.tokens),
        "heads": any(token.head is not None or token.relation is not None for token in layers.tokens),
        "names": bool(layers.names),
    }
    for layer in get_args(LayerName):
        if filled[layer] and not layers.has(layer):
            yield f"the layer {layer!r} is filled and not declared"
    for name in layers.names:
        if name.kind not in get_args(EntityKind):
            yield f"the name at {name.start} is of the unknown kind {name.kind!r}"


def _strange_heads(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Iterator[str]:
    ends = iter(sentences)
    sent = next(ends, None)
    home = []
    for token in tokens:
        while sent is not None and sent.end <= token.start:
            sent = next(ends, None)
        home.append(sent)
    for number, token in enumerate(tokens):
        if token.head is None:
            continue
        if not 0 <= token.head < len(tokens) or token.head == number or home[token.head] is not home[number]:
            yield f"the head of the token at {token.start} is no other token of its sentence"
