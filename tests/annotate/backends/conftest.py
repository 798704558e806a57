"""The back ends that the contract is tested on. Those of spaCy are skipped where it is not installed."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from dateline.annotate.backends import BackEnd, open_backend

PATTERNS = [
    {"label": "PERSON", "pattern": "Dr. Ana Reis"},
    {"label": "PERSON", "pattern": "Belo"},
    {"label": "ORG", "pattern": "the pilots' guild"},
    {"label": "GPE", "pattern": "Porto Vale"},
    {"label": "PRODUCT", "pattern": "Halcyon"},
    {"label": "DATE", "pattern": "Tuesday"},
]

needs_spacy = pytest.mark.skipif(find_spec("spacy") is None, reason="spaCy is not installed")


def spacy_module() -> Any:
    """spaCy, whatever its own imports warn of."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import spacy

        return spacy


def with_names() -> Any:
    """A blank pipeline that knows some names, and has a part that would set sentence ends of its own."""
    nlp = spacy_module().blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("entity_ruler").add_patterns(PATTERNS)
    return nlp


def with_all_layers() -> Any:
    """As :func:`with_names`, with tags, lemmas and heads by the crudest rule: every word hangs on the one before."""
    spacy = spacy_module()

    @spacy.Language.component("chain", assigns=["token.pos", "token.lemma", "token.head", "token.dep"])
    def chain(doc: Any) -> Any:
        for token in doc:
            token.pos_ = "PUNCT" if token.is_punct else "X"
            token.lemma_ = token.lower_
            token.head = doc[max(token.i - 1, 0)]
            token.dep_ = "dep"
        return doc

    nlp = with_names()
    nlp.add_pipe("chain")
    return nlp


def with_trained_parts() -> Any:
    """Real tagger, parser, lemmatizer and names, trained for a moment: they know little and decide everything.

    Taught on two sentences a text, so that the parser wants to end sentences itself.
    """
    spacy = spacy_module()
    from spacy.training import Example

    spacy.util.fix_random_seed(1)
    nlp = spacy.blank("en")
    words = "Ana Reis left . Belo met the guild in Porto Vale ?".split()
    taught = {
        "heads": [1, 2, 2, 2, 5, 5, 7, 5, 5, 10, 8, 5],
        "deps": "compound nsubj ROOT punct nsubj ROOT det obj prep compound pobj punct".split(),
        "tags": "NNP NNP VBD . NNP VBD DT NN IN NNP NNP .".split(),
        "pos": "PROPN PROPN VERB PUNCT PROPN VERB DET NOUN ADP PROPN PROPN PUNCT".split(),
        "lemmas": "Ana Reis leave . Belo meet the guild in Porto Vale ?".split(),
        "entities": ["B-PERSON", "L-PERSON", "O", "O", "U-PERSON", "O", "O", "U-ORG", "O", "B-GPE", "L-GPE", "O"],
    }
    examples = [Example.from_dict(spacy.tokens.Doc(nlp.vocab, words=words), taught)] * 4
    for part in ("tagger", "morphologizer", "parser", "trainable_lemmatizer", "ner"):
        options: dict[str, Any] = {"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": SMALL}}
        if part in ("parser", "ner"):
            kind = {"state_type": part, "extra_state_tokens": False, "hidden_width": 16, "maxout_pieces": 1}
            options["model"] = {
                "@architectures": "spacy.TransitionBasedParser.v2", **kind, "use_upper": True, "tok2vec": SMALL
            }  # fmt: skip
        if part == "parser":
            options["min_action_freq"] = 1
        nlp.add_pipe(part, config=options)
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(15):
        nlp.update(examples, sgd=optimizer)
    return nlp


SMALL = {
    "@architectures": "spacy.HashEmbedCNN.v2",
    "pretrained_vectors": None,
    "width": 16,
    "depth": 1,
    "embed_size": 200,
    "window_size": 1,
    "maxout_pieces": 1,
    "subword_features": True,
}


@pytest.fixture(scope="session")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Callable[[], Any]], Path]:
    """Writes a pipeline to a folder, once."""
    kept: dict[Callable[[], Any], Path] = {}

    def save(make: Callable[[], Any]) -> Path:
        if make not in kept:
            kept[make] = tmp_path_factory.mktemp("pipelines") / make.__name__
            make().to_disk(kept[make])
        return kept[make]

    return save


@pytest.fixture(
    scope="session",
    params=[
        "rules",
        pytest.param(with_names, marks=needs_spacy),
        pytest.param(with_all_layers, marks=needs_spacy),
        pytest.param(with_trained_parts, marks=needs_spacy),
    ],
    ids=lambda param: param if isinstance(param, str) else f"spacy-{param.__name__}",
)
def backend(request: pytest.FixtureRequest, saved: Callable[[Callable[[], Any]], Path]) -> BackEnd:
    """Every back end in turn, opened as a user would."""
    return open_backend(request.param if isinstance(request.param, str) else f"spacy:{saved(request.param)}")
