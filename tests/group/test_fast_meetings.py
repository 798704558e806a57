"""With numpy and without it comes out the same. All texts are made up."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.group import fast_meetings, meetings
from dateline.group.reuse import find_reuse
from dateline.model.annotations import Annotated, Annotations
from dateline.model.report import Block, Report

pytest.importorskip("numpy", reason="the extra 'fast' is not installed")

WORDS = "the The road ROAD was é É Été “ ” ’ — ? . , 12 shut_by ſea Σίσυφος ς 中文 😀 \ud800 \n storm a an of".split(
    " "
)
LONG = ["internationalisation", "y" * 63, "y" * 64, "y" * 65, "Größenordnungen" * 5, "x" * 200]


def report(name: str, text: str) -> Report:
    return Report(name, text, "", blocks=(Block("body", 0, len(text)),) if text else ())


@contextmanager
def small(monkeypatch: pytest.MonkeyPatch, *, common: int, most: int, block: int) -> Iterator[None]:
    """Limits under which a few short texts are a large pile."""
    with monkeypatch.context() as patched:
        for module in (meetings, fast_meetings):
            patched.setattr(module, "COMMON", common)
        patched.setattr(meetings, "MOST_RUNS", most)
        patched.setattr(meetings, "SHARE", 2)
        patched.setattr(meetings, "FEWEST", 1)
        patched.setattr(fast_meetings, "BLOCK", block)
        patched.setattr(fast_meetings, "MOST_PAIRS", 5)
        yield


def assert_same(reports: Sequence[Report]) -> None:
    slow, fast = meetings.meet(reports), fast_meetings.meet(reports)
    assert fast[1] == slow[1]
    assert fast[0].keys() == slow[0].keys()
    for number, one in slow[0].items():
        other = fast[0][number]
        assert (other.report.id, other.size, other.runs) == (one.report.id, one.size, one.runs)
        assert (other.kinds, set(other.kept)) == (one.kinds, set(one.kept))


@given(
    st.lists(st.lists(st.sampled_from(WORDS + LONG) | st.text(max_size=9), max_size=40), min_size=1, max_size=7),
    st.integers(1, 3),
    st.sampled_from([0, 10_000]),
    st.sampled_from([1, 60, 10_000]),
)
@settings(max_examples=60, deadline=None)
def test_any_texts_meet_alike(texts: list[list[str]], common: int, most: int, block: int) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch, small(monkeypatch, common=common, most=most, block=block):
        assert_same([report(f"r{number}", " ".join(words)) for number, words in enumerate(texts, 1)])


def pile(seed: int) -> list[Report]:
    """Texts, copies of them, cut-down copies, and a phrase and a family that many share."""
    chance = random.Random(seed)
    words = [f"{first}{last}" for first in "bdfgklmnprstÉü" for last in ("ando", "el", "imor", "us", "yta", "ork")]
    texts = [[chance.choice(words) for _ in range(chance.randrange(3, 200))] for _ in range(20)]
    texts += [text[: chance.randrange(len(text) + 1)] for text in texts]
    texts += [[*chance.choice(texts), *chance.choice(texts)] for _ in range(10)]
    texts += [[*texts[0], str(number)] for number in range(25)]
    return [report(f"r{number}", " ".join(text)) for number, text in enumerate(texts, 1)]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("most", [0, 10_000_000])
def test_copies_meet_alike(monkeypatch: pytest.MonkeyPatch, seed: int, most: int) -> None:
    with small(monkeypatch, common=4, most=most, block=5000):
        assert_same(pile(seed))


@pytest.mark.parametrize("most", [0, 10_000_000])
def test_the_same_reuse_is_found(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(meetings, "MOST_RUNS", most)
    reports = [Annotated(one, Annotations()) for one in pile(7)]
    slow = find_reuse(reports)
    monkeypatch.setattr(fast_meetings, "REPAID", 0)
    assert find_reuse(reports) == slow
    assert slow


def test_nothing_but_blanks_meets_nothing() -> None:
    assert_same([report("r1", " \n "), report("r2", "“ ”")])


def test_a_small_pile_does_not_ask_for_numpy() -> None:
    assert not fast_meetings.repays(pile(1))
