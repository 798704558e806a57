"""A spaCy pipeline that the user has installed: found by its folder or its package's name, never fetched.

What the pipeline's parts say they assign decides which layers it fills. Sentence ends are ours: the text goes in
sentence by sentence with the ends set, and parts that would set them anew are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from dateline.annotate.backends.registry import Offer
from dateline.errors import InputError
from dateline.model.annotations import EntityKind, Sentence
from dateline.model.layers import LayerName, Layers, NameSpan, Provider, Token

LEFT_OUT = frozenset(("sentencizer", "senter", "merge_entities", "merge_noun_chunks", "merge_subtokens"))
"""Factories of parts that set sentence ends anew or join tokens; nothing else of a pipeline is changed."""

LONGEST_PIECE = 2000
"""Tokens after which a piece of text closes at the next sentence: a parser's memory grows with the piece, and news
paragraphs stay far below."""

ASSIGNS: tuple[tuple[LayerName, frozenset[str]], ...] = (
    ("tags", frozenset(("token.tag", "token.pos"))),
    ("lemmas", frozenset(("token.lemma",))),
    ("heads", frozenset(("token.head",))),
    ("names", frozenset(("doc.ents",))),
)
"""Which layer stands on what a part of a pipeline says that it assigns."""

KINDS: dict[str, EntityKind] = {
    **dict.fromkeys(("PERSON", "PER"), "person"),
    **dict.fromkeys(("ORG", "ORGANISATION", "ORGANIZATION"), "organisation"),
    **dict.fromkeys(("GPE", "LOC", "FAC", "PLACE", "LOCATION"), "place"),
    "EVENT": "event",
}
"""Labels of OntoNotes, CoNLL and their kin; any other name is "other"."""

NO_NAMES = frozenset("DATE TIME PERCENT MONEY QUANTITY ORDINAL CARDINAL".split())
"""Labels of what is no name."""


class SpacyPipeline:
    """A loaded pipeline as a back end."""

    def __init__(self, nlp: Any) -> None:
        spacy: Any = import_module("spacy")
        for name in [name for name in nlp.pipe_names if nlp.get_pipe_meta(name).factory in LEFT_OUT]:
            nlp.disable_pipe(name)
        assigned = {what for name in nlp.pipe_names for what in nlp.get_pipe_meta(name).assigns}
        meta = nlp.meta
        self._nlp = nlp
        self.provider = Provider(
            name=f"spacy:{meta['lang']}_{meta['name']}",
            version=f"{meta['version']}, spaCy {spacy.__version__}",
            licence=meta.get("license") or "not stated",
            layers=tuple(layer for layer, needs in ASSIGNS if needs & assigned),
        )

    def read(self, text: str, sentences: Sequence[Sentence]) -> Layers:
        """The layers over ``sentences``. Raises InputError where the pipeline fails."""
        pieces = list(self._pieces(text, sentences))
        words: list[Token] = []
        names: list[NameSpan] = []
        try:
            docs = list(self._nlp.pipe([piece.doc for piece in pieces]))
        except Exception as err:  # a pipeline is foreign code and may raise anything
            raise InputError(
                f"{self.provider.name} failed on a report: {_first_line(err)}; build without --backend, or mend it"
            ) from err
        for piece, doc in zip(pieces, docs, strict=True):
            if len(doc) != len(piece.starts):
                raise InputError(
                    f"{self.provider.name} has a part that joins or cuts tokens; expected tokens to stay as they are; "
                    "take that part out"
                )
            words.extend(self._tokens(doc, piece, len(words)))
            names.extend(self._names(doc, piece))
        return Layers(self.provider, tuple(sentences), tuple(words), tuple(names))

    def _pieces(self, text: str, sentences: Sequence[Sentence]) -> Iterator[Piece]:
        """Paragraph by paragraph, since a reader of one sentence knows less than one of its neighbours."""
        for _, paragraph in groupby(sentences, lambda sent: sent.paragraph):
            piece = Piece([], [], [], [], [], [])
            for number, sent in enumerate(paragraph):
                if len(piece.words) > LONGEST_PIECE:
                    yield self._with_doc(piece)
                    piece = Piece([], [], [], [], [], [])
                if piece.words:
                    piece.spaces[-1] = True
                first = True
                for token in self._nlp.tokenizer(text[sent.start : sent.end]):
                    piece.words.append(token.text)
                    piece.norms.append(token.norm_)
                    piece.spaces.append(bool(token.whitespace_))
                    piece.starts.append(sent.start + token.idx)
                    piece.opens.append(first)
                    piece.sentences.append(number)
                    first = False
            if piece.words:
                yield self._with_doc(piece)

    def _with_doc(self, piece: Piece) -> Piece:
        doc = import_module("spacy.tokens").Doc(
            self._nlp.vocab, words=piece.words, spaces=piece.spaces, sent_starts=piece.opens
        )
        for token, norm in zip(doc, piece.norms, strict=True):
            if token.norm_ != norm:
                token.norm_ = norm  # the tokenizer's own ("n't" is "not"), which trained parts look at
        return piece._replace(doc=doc)

    def _tokens(self, doc: Any, piece: Piece, before: int) -> Iterator[Token]:
        """The tokens that are no blanks; ``before`` of them stand in earlier pieces."""
        tags, lemmas, heads = (layer in self.provider.layers for layer in ("tags", "lemmas", "heads"))
        kept = [number for number, token in enumerate(doc) if not token.is_space]
        places = {number: before + place for place, number in enumerate(kept)}
        for number in kept:
            token, head, relation = doc[number], None, None
            if heads and token.dep:
                relation = token.dep_
                if token.head.i != number and piece.sentences[token.head.i] == piece.sentences[number]:
                    head = places.get(token.head.i)
            yield Token(
                piece.starts[number],
                piece.starts[number] + len(token),
                tag=(token.pos_ or token.tag_ or None) if tags else None,
                lemma=(token.lemma_ or None) if lemmas else None,
                head=head,
                relation=relation,
            )

    def _names(self, doc: Any, piece: Piece) -> Iterator[NameSpan]:
        if "names" not in self.provider.layers:
            return
        for name in doc.ents:
            first, last = name.start, name.end - 1
            while first <= last and doc[first].is_space:
                first += 1
            while last > first and doc[last].is_space:
                last -= 1
            if name.label_ in NO_NAMES or first > last or piece.sentences[first] != piece.sentences[last]:
                continue
            kind = KINDS.get(name.label_.upper(), "other")
            yield NameSpan(piece.starts[first], piece.starts[last] + len(doc[last]), kind, f"spacy {name.label_}")


class Piece(NamedTuple):
    """Some sentences of one paragraph as spaCy takes them, a list entry a token; ``starts``: places in our text."""

    words: list[str]
    norms: list[str]
    spaces: list[bool]
    starts: list[int]
    opens: list[bool]
    sentences: list[int]
    doc: Any = None


def open_pipeline(given: str) -> SpacyPipeline:
    """The pipeline in the folder ``given``, or the installed package of that name. Raises InputError."""
    spacy: Any = import_module("spacy")
    folder = Path(given).expanduser()
    if spacy.util.is_package(given) and not re.search(r"[\\/]|^[.~]", given):
        source: str | Path = given
    elif (folder / "config.cfg").is_file():
        source = folder
    else:
        raise InputError(_not_there(given, folder))
    try:
        return SpacyPipeline(spacy.load(source))
    except Exception as err:  # a pipeline is foreign code and may raise anything
        raise InputError(
            f"the spaCy pipeline {given} cannot be loaded: {_first_line(err)}; expected one that works with "
            f"spaCy {spacy.__version__}; check it with spacy.load"
        ) from err


def _not_there(given: str, folder: Path) -> str:
    """What was seen instead of a pipeline, and which pipelines are installed."""
    spacy: Any = import_module("spacy")
    if folder.is_dir():
        seen = f"saw the folder {given} without config.cfg"
    elif folder.exists():
        seen = f"saw the file {given}"
    else:
        seen = f"saw neither a folder nor an installed package {given!r}"
    installed = ", ".join(sorted(spacy.util.get_installed_models())) or "none"
    return (
        f"{seen}; expected the folder of a spaCy pipeline (with config.cfg) or the name of an installed package; "
        f"installed pipelines: {installed}; nothing is fetched, so give what is on this machine as spacy:PIPELINE"
    )


def _first_line(err: Exception) -> str:
    lines = str(err).strip().splitlines()
    return lines[0].rstrip(".") if lines else type(err).__name__


OFFER = Offer(
    "spacy",
    "a spaCy pipeline by its folder or its installed package's name",
    open_pipeline,
    takes="PIPELINE",
    extra="spacy",
    library="spacy",
)
