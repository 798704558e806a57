"""The default back end: our own tokens and names, at once and without a library."""

from __future__ import annotations

from collections.abc import Sequence

from dateline import __version__
from dateline.annotate.backends.registry import Offer
from dateline.annotate.names import find_names
from dateline.annotate.tokens import tokens
from dateline.model.annotations import Sentence
from dateline.model.layers import Layers, NameSpan, Provider, Token

PROVIDER = Provider("rules", __version__, "Apache-2.0", ("names",))


class Rules:
    """Our rules as a back end. As votes on themselves they change nothing."""

    provider = PROVIDER

    def read(self, text: str, sentences: Sequence[Sentence]) -> Layers:
        """Tokens and names of the sentences."""
        words = tuple(Token(at.start, at.end) for sent in sentences for at in tokens(text, sent.start, sent.end))
        names = tuple(NameSpan(m.start, m.end, m.kind, f"rules {m.rule}") for m in find_names(text, sentences))
        return Layers(PROVIDER, tuple(sentences), words, names)


OFFER = Offer("rules", "our own rules, the default", lambda rest: Rules())
