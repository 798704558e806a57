"""One contract for all back ends: places, order, sentence ends, and layers as declared."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dateline.annotate.backends import BackEnd
from dateline.annotate.backends.contract import problems
from dateline.annotate.sentences import sentences
from dateline.model.annotations import Sentence
from dateline.model.layers import Layers, NameSpan, Provider, Token
from dateline.read import make_report

TEXT = """PORTO VALE, 14 May 2024 - The pilots' guild, led by Dr. Ana Reis, met in Porto Vale on Tuesday.
It doesn't expect a strike. "We can't wait," Belo said.

Halcyon sails at 6 a.m. Tuesday

Reis flew from the U.S. to   Porto Vale; the pilots' guild paid £3.50 (about €4,10).
"""
FAMILIAR = st.sampled_from(
    ["Dr. ", "Ana Reis", "Porto Vale", "the pilots' guild", "Belo", ". ", "\n", "\n\n", " ", "\t", "can't", '"', "?! "]
)
TEXTS = st.lists(st.one_of(FAMILIAR, st.text(st.characters(exclude_categories=["Cs"]), max_size=8)), max_size=30).map(
    "".join
)


def read(backend: BackEnd, text: str) -> tuple[Layers, str, tuple[Sentence, ...]]:
    """A text as the back end reads it, with the text and sentences that it was given."""
    report = make_report(text)
    sents = sentences(report.text, report.blocks)
    return backend.read(report.text, sents), report.text, sents


def test_a_report_is_read_without_fault(backend: BackEnd) -> None:
    assert list(problems(*read(backend, TEXT))) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
@example("")
@example("\r\nDr. Ana Reis\u2028Belo\x00 \ufeff the pilots'\n\nguild")
@example("a\u0301 \U0001f600Belo\u200b. 北京 Porto Vale.")
def test_any_text_is_read_without_fault(backend: BackEnd, text: str) -> None:
    assert list(problems(*read(backend, text))) == []


def test_declared_layers_are_filled(backend: BackEnd) -> None:
    layers, _, _ = read(backend, TEXT)
    filled = {
        "tags": all(token.tag for token in layers.tokens),
        "lemmas": all(token.lemma for token in layers.tokens),
        "heads": any(token.head is not None for token in layers.tokens)
        and all(token.relation for token in layers.tokens),
        "names": bool(layers.names),
    }
    assert {layer for layer, full in filled.items() if full} == set(backend.provider.layers)
    assert layers.provider == backend.provider
    assert all([backend.provider.name, backend.provider.version, backend.provider.licence])


def test_sentences_are_those_that_were_given(backend: BackEnd) -> None:
    report = make_report(TEXT)
    start = report.text.index("It ")
    strange = (Sentence(start, start + 20, 0), Sentence(start + 21, start + 40, 0))
    layers = backend.read(report.text, strange)
    assert layers.sentences == strange
    assert list(problems(layers, report.text, strange)) == []


def test_same_text_gives_the_same_whatever_was_read_before(backend: BackEnd) -> None:
    first = read(backend, TEXT)
    read(backend, "Belo met Dr. Ana Reis. " * 20)
    assert read(backend, TEXT) == first


def test_no_sentences_give_no_tokens(backend: BackEnd) -> None:
    assert backend.read(TEXT, ()) == Layers(backend.provider)


WORDS = "Ana came. Ana left."
GIVEN = (Sentence(0, 9, 0), Sentence(10, 19, 0))
GOOD = tuple(Token(start, end) for start, end in [(0, 3), (4, 8), (8, 9), (10, 13), (14, 18), (18, 19)])


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda: {"sentences": GIVEN[:1]}, "not those that were given"),
        (lambda: {"tokens": GOOD[::-1]}, "stands before it"),
        (lambda: {"tokens": (*GOOD[:2], Token(4, 9), *GOOD[3:])}, "overlaps"),
        (lambda: {"tokens": (*GOOD[:2], Token(8, 10), *GOOD[3:])}, "blanks"),
        (lambda: {"tokens": (*GOOD[:2], Token(8, 13), *GOOD[4:])}, "not inside one sentence"),
        (lambda: {"tokens": GOOD[1:]}, "no token holds"),
        (lambda: {"tokens": (*GOOD, Token(19, 20))}, "no place in the text"),
        (lambda: {"tokens": (Token(0, 3, tag="PROPN"), *GOOD[1:])}, "'tags' is filled and not declared"),
        (lambda: {"tokens": (Token(0, 3, head=4, relation="dep"), *GOOD[1:])}, "no other token of its sentence"),
        (lambda: {"tokens": (Token(0, 3, head=0, relation="dep"), *GOOD[1:])}, "no other token of its sentence"),
        (lambda: {"names": (NameSpan(0, 3, "person", "x"), NameSpan(0, 3, "place", "x"))}, "overlaps"),
        (lambda: {"names": (NameSpan(0, 3, "ship", "x"),)}, "unknown kind"),  # type: ignore[arg-type]
    ],
)
def test_each_fault_is_named(spoil: Callable[[], dict[str, Any]], fault: str) -> None:
    layers = {"sentences": GIVEN, "tokens": GOOD, **spoil()}
    provider = Provider("test", "1", "CC0-1.0", ("names",))
    assert any(fault in line for line in problems(Layers(provider, **layers), WORDS, GIVEN))


def test_layers_without_fault_give_no_line() -> None:
    assert list(problems(Layers(Provider("test", "1", "CC0-1.0"), GIVEN, GOOD), WORDS, GIVEN)) == []
