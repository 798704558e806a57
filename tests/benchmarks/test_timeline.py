from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import timeline, timeline_score, timeline_unseen
from tests.weave.timeline_pile import BRIDGE


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A topic of three articles, and gold dates without sentences."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "gold").mkdir()
    rows = [{"id": f"a{number}", "published": day, "text": text} for number, (day, text) in enumerate(BRIDGE)]
    (tmp_path / "articles" / "bridge.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    gold = {"topic": "bridge", "timeline": "own", "entries": [{"date": "2019-05-07"}, {"date": "2019-05-10"}]}
    (tmp_path / "gold" / "bridge.jsonl").write_text(json.dumps(gold) + "\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize("auto", [[], ["--auto"]])
def test_timeline_scores_days_where_gold_has_no_sentences(
    data: Path, auto: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    out = data / "out.jsonl"
    timeline.main(
        ["--articles", f"{data}/articles", "--gold", f"{data}/gold", "--out", str(out), "--extend", "3", *auto]
    )
    (row,) = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert {"2019-05-07", "2019-05-10"} <= {entry["date"] for entry in row["entries"]}
    assert "F1 of mean P and R" in capsys.readouterr().out


def test_timeline_leaves_out_the_articles_of_the_leak_list(data: Path) -> None:
    (data / "leaks").mkdir()
    (data / "leaks" / "bridge.jsonl").write_text(
        "".join(json.dumps({"article": f"a{number}"}) + "\n" for number in range(3)), "utf-8"
    )
    out = data / "out.jsonl"
    timeline.main(
        ["--articles", f"{data}/articles", "--gold", f"{data}/gold", "--out", str(out), "--leaks", f"{data}/leaks"]
    )
    assert json.loads(out.read_text("utf-8"))["entries"] == []


def test_repetition_counts_sentences_that_stand_in_an_earlier_entry() -> None:
    entries = [
        {"date": "2019-05-07", "sentences": ["Divers found cracks in two piers."]},
        {"date": "2019-05-08", "sentences": ["Divers had found cracks in two piers.", "Traders asked for help."]},
    ]
    assert timeline_unseen.repetition([{"entries": entries}]) == pytest.approx(1 / 3)
    assert timeline_unseen.neighbours([{"entries": entries}]) == 1.0


@pytest.mark.parametrize(
    ("sentence", "status", "share"),
    [
        ("The trial is expected to start on 8 September.", None, 1.0),
        ("The trial is expected to start on 8 September.", "expected", 0.0),
        ("The mayor said she will close the bridge.", None, 0.0),
        ("Divers found cracks in two piers.", None, 0.0),
    ],
)
def test_a_plan_without_a_sign_of_it_passes_for_what_happened(sentence: str, status: str | None, share: float) -> None:
    entry = {"date": "2019-09-08", "sentences": [sentence], "statuses": [status]}
    assert timeline_unseen.planned_as_happened([{"entries": [entry]}]) == share


def test_score_takes_any_systems_days(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = {"topic": "bridge", "timeline": None, "entries": [{"date": "2019-05-07", "sentences": ["It broke."]}]}
    (data / "mine.jsonl").write_text(json.dumps(mine) + "\n", "utf-8")
    given = ["score", "--gold", f"{data}/gold", "--system", f"{data}/mine.jsonl", "--without", "others"]
    monkeypatch.setattr("sys.argv", given)
    timeline_score.main()
    out = capsys.readouterr().out
    assert "0.6667" in out
    assert "planned as happened" in out
