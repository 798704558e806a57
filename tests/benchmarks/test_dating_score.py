"""The scorer of the dating benchmark."""

from __future__ import annotations

from benchmarks.dating_score import bands, gaps, summary

DOCS = [{"id": name, "text": "x" * 300, "published": "2014-05-14"} for name in "abcd"]
GIVEN = {
    "a": {"date": "2014-05-14", "confidence": 0.9},
    "b": {"date": "2014-05-13", "confidence": 0.85},
    "c": {"date": None, "confidence": 0.0},
}


def test_unclaimed_and_absent_reports_count_as_misses() -> None:
    assert gaps(DOCS, GIVEN) == [(0, 0.9), (1, 0.85), (None, 0.0), (None, 0.0)]


def test_summary_is_in_percent_of_all_reports() -> None:
    assert summary(gaps(DOCS, GIVEN)) == {
        "claimed": 50.0, "exact": 25.0, "within a day": 50.0, "sure": 50.0, "right where sure": 50.0,
    }  # fmt: skip


def test_bands_cover_all_claims() -> None:
    assert sum(count for _, count, _ in bands(gaps(DOCS, GIVEN))) == 2


def test_no_reports_give_no_figures() -> None:
    assert set(summary([]).values()) == {0.0}
