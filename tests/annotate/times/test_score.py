from __future__ import annotations

from benchmarks.timex.score import Score, add


def row(start: int, end: int, value: str, text: str = "Friday") -> dict[str, object]:
    return {"start": start, "end": end, "value": value, "text": text}


def test_score_counts_strict_relaxed_and_value_pairs_once() -> None:
    score = Score()
    gold = [row(0, 6, "2011-10-28"), row(10, 20, "2011"), row(30, 34, "P1D", "a day")]
    add(score, gold, [row(0, 6, "2011-10-28"), row(8, 12, "2011"), row(15, 18, "2011"), row(40, 44, "P1D")])
    assert (score.gold, score.predicted, score.relaxed, score.strict, score.value) == (3, 4, 2, 1, 2)
    assert (score.weekdays, score.weekdays_right) == (2, 2)
    assert round(score.f1(score.strict), 1) == 28.6


def test_score_of_nothing_is_nought() -> None:
    assert Score().f1(0) == 0.0
