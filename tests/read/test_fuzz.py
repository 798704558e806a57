"""Damaged files of every format: no error, no hang, nothing dropped in silence."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.fuzz import damaged, fault, samples

KNOWN = samples()
OTHERS = [data for _, data in KNOWN]


@pytest.mark.parametrize("name", [name for name, _ in KNOWN])
def test_undamaged_sample_has_no_fault(name: str) -> None:
    assert fault(dict(KNOWN)[name])[0] is None


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(KNOWN), st.randoms(use_true_random=False))
def test_damaged_sample_gives_reports_or_problems(sample: tuple[str, bytes], rng: random.Random) -> None:
    assert fault(damaged(sample[1], OTHERS, rng))[0] is None


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(KNOWN), st.integers(0, 5000))
def test_sample_cut_anywhere_gives_reports_or_problems(sample: tuple[str, bytes], at: int) -> None:
    assert fault(sample[1][: at % (len(sample[1]) + 1)])[0] is None


@pytest.mark.parametrize(
    "data",
    [
        b"A" * 2_000_000,
        b"<div>" * 200_000,
        b"<rss>" + b"<item>" * 100_000,
        b"<html><body>" + b"<p>The road was closed.</p>" * 8_000,
        b"[" * 1_000_000,
        b"From: a\nMessage-ID: b\n" + b"X: y\n" * 50_000,
        b"From: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\n" * 50_000,
        b"WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n" * 20_000,
        b"HD   x\nPD   1 May 2014\nLP \ny\n\n" * 4_000,
        b"title,text\n" + b'"a,b\n' * 20_000,
        b"<html><body><p>" + b"a | " * 100_000,
        b"<html><article class='article-body'>" + b"<div class='story-body'>" * 200 + b"<p>The road.</p>" * 2000,
        b"date: " * 40_000,
        b"(" * 300_000,
        b"1 of 2 DOCUMENTS\n\nLENGTH: 1 words\n" + b"BYLINE: x\n" * 50_000,
        b"<!---->" * 500 + b"x",
        b"<nitf>" + b" " * 400_000 + b"x",
        b"<html><script type='application/ld+json'>{-->" + b" " * 400_000 + b"x</script>",
        b"From: a\nMIME-Version: 1.0\nContent-Type: text/html\n\n" + b"<head>" * 50_000,
        b"<html><body>/web/20140507101500/http://" + b"<!-- BEGIN WAYBACK TOOLBAR INSERT -->" * 10_000,
        b"<html><body><div class='" + b"a-b " * 100_000 + b"'>x</div>",
        b"<html><body><p>" + b"x<br> " * 40_000,
        b"<rss><channel><item><description>" + b"&lt;a" * 100_000,
        b"From a 2014\nFrom: b\nMessage-ID: c\n\n" + b">" * 400_000,
        b"HD" + b" " * 400_000,
        b'{"a": 1}\n' + b"\xe9\xff\x81 x\n" * 30_000,
        b"Published May 6, 2014" + b" " * 100_000 + b"x\n\nThe road was closed.",
        b"From: a\nMessage-ID: x\nDate: Tue, May 6, 2014" + b" " * 100_000 + b"x\n\nThe road was closed.",
    ],
    ids=range(28),
)
def test_long_runs_take_linear_time(data: bytes) -> None:
    assert fault(data, limit=6.0)[0] is None


@pytest.mark.parametrize(
    "data",
    [
        b"OSLO, Mayay 6 (Reuters) - The road was closed.",
        b"From: a\nMessage-ID: x\nDate: Tue, 06 May 99999999999999999999 09:00:00\n\nThe road was closed.",
        b"From: a\nMessage-ID: x\nSubject: =?utf-\xff?q?a?=\n\nThe road was closed.",
        b"From: " + b"(" * 5000 + b"\nMessage-ID: x\n\nThe road was closed.",
        b"From: a\nMessage-ID: x\nSubject: Fwd\n\n---------- Forwarded message ---------\nFrom: a\nDate: b\n",
        b"\xef\xbb\xbf\xef\xbb\xbf \n",
    ],
    ids=range(6),
)
def test_faults_found_before_stay_mended(data: bytes) -> None:
    assert fault(data)[0] is None
