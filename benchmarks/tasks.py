"""The tasks of the gate: what each runs, on which data, and the figures (shares, 0..1) that it yields.

A task runs its benchmark as anyone would, as a process with the documented form, and scores what comes out. ``data``
holds paths beside each other in the data folder, or in the folder of acceptance cases beside that.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import acceptance, dating_score, reuse, stories_score, timeline_score, timeline_unseen
from benchmarks.differences import __main__ as differences
from benchmarks.stories.newcomers import newcomers
from benchmarks.timex import score as timex_score

ROOT = Path(__file__).resolve().parents[1]
Figures = Mapping[str, float]
CROWD = 8000
"""Texts: more than the search for shared copy looks at run by run."""


@dataclass(frozen=True)
class Task:
    """``measure(data folder, empty folder for what it writes)`` gives the figures."""

    name: str
    data: tuple[str, ...]
    measure: Callable[[Path, Path], Figures]


def run(*args: str | Path) -> str:
    """The standard output of ``python -m benchmarks.…``. Raises CalledProcessError."""
    command = [sys.executable, "-m", *map(str, args)]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def timex(name: str) -> Callable[[Path, Path], Figures]:
    def measure(data: Path, out: Path) -> Figures:
        docs = data / "timex" / name
        run("benchmarks.timex", "--docs", docs, "--out", out / "timex.jsonl")
        score = timex_score.Score()
        found = timex_score.load(out / "timex.jsonl")
        for document, gold in timex_score.load(docs).items():
            timex_score.add(score, gold, found.get(document, []))
        figures = {kind: score.f1(getattr(score, kind)) / 100 for kind in ("strict", "relaxed", "value")}
        return {**figures, "weekdays": score.weekdays_right / max(1, score.weekdays)}

    return measure


def quotes(data: Path, out: Path) -> Figures:
    gold = data / "quotes" / "dev.jsonl"
    figures = {}
    for label, docs, given in (("", gold, ()), ("stripped ", out / "stripped.jsonl", ("--by-kind-given",))):
        if label:
            run("benchmarks.quotes_strip", gold, docs)
        run("benchmarks.quotes", "--docs", docs, "--out", out / "quotes.jsonl")
        found = json.loads(run("benchmarks.quotes_score", docs, out / "quotes.jsonl", "--json", *given))
        for kind in ("direct", "mixed", "indirect"):
            if not label:
                figures[kind] = found["loose"][kind][2] / 100
        figures[f"{label}letters"] = found["letters"]["all"][2] / 100
        figures[f"{label}said by"] = found["letters"]["all"][3] / 100
    return figures


def names(name: str) -> Callable[[Path, Path], Figures]:
    def measure(data: Path, out: Path) -> Figures:
        docs = data / "language" / name
        run("benchmarks.names", "--docs", docs, "--out", out / "names.jsonl")
        found = json.loads(run("benchmarks.names_score", docs, out / "names.jsonl", "--json"))["all"]
        return {"exact": found["exact"][2], "overlap": found["overlap"][2]}

    return measure


def dating(data: Path, out: Path) -> Figures:
    docs = out / "articles.jsonl"
    lines = [path.read_text(encoding="utf-8") for path in sorted((data / "tls" / "articles").glob("*.jsonl"))]
    docs.write_text("".join(lines), encoding="utf-8")
    given = [row for row in rows(docs) if len(row["text"]) > dating_score.SHORTEST]
    figures = {}
    for label, only, cut in (
        ("Reuters", "Reuters", ()),
        ("all", "", ()),
        ("Reuters without heads", "Reuters", ("--cut-heads",)),
    ):
        run("benchmarks.dating", "--docs", docs, "--out", out / "dates.jsonl", "--only", only, *cut)
        judged = [row for row in given if only in row["text"][:400]]
        found = dating_score.gaps(judged, {row["id"]: row for row in rows(out / "dates.jsonl")})
        summary = dating_score.summary(found)
        figures[f"{label}: exact"] = summary["exact"] / 100
        figures[f"{label}: within a day"] = summary["within a day"] / 100
        if label == "Reuters":
            figures[f"{label}: right where sure"] = summary["right where sure"] / 100
    return figures


def small_piles(data: Path, out: Path) -> Figures:
    """Our own piles of four to six reports, some without their days."""
    run("benchmarks.dating_small", "--out", out / "small.jsonl", "--json", out / "small.json")
    found = json.loads((out / "small.json").read_text(encoding="utf-8"))
    return {name: found[name] / 100 for name in ("exact", "within a day", "held", "right where named")}


def timeline(data: Path, out: Path) -> Figures:
    tls = data / "tls"
    run("benchmarks.timeline", "--articles", tls / "articles", "--gold", tls / "gold", "--out", out / "timeline.jsonl")
    gold = [row for path in sorted((tls / "gold").glob("*.jsonl")) for row in rows(path)]
    scorer = timeline_score.Scorer(tls / "rouge")
    scored, mean = timeline_score.evaluate(gold, rows(out / "timeline.jsonl"), scorer)
    hard = [one for one in scored if one["topic"] not in ("egypt", "haiti")]
    return {
        "date": mean["date"]["f"],
        "align R1": mean["align_1"]["f"],
        "align R2": mean["align_2"]["f"],
        "date without egypt and haiti": timeline_score.average(hard)["date"]["f"],
    }


def chosen_timeline(data: Path, out: Path) -> Figures:
    """The program's own number of days and lines. "days of": the share that the smaller number of days, its own or that
    of an editor's timeline of the topic, is of the larger; of several editors the nearest."""
    tls = data / "tls"
    args = ("--articles", tls / "articles", "--gold", tls / "gold", "--auto")
    run("benchmarks.timeline", *args, "--out", out / "chosen.jsonl")
    gold = [row for path in sorted((tls / "gold").glob("*.jsonl")) for row in rows(path)]
    made = rows(out / "chosen.jsonl")
    scored, mean = timeline_score.evaluate(gold, made, timeline_score.Scorer(tls / "rouge"))
    near: dict[str, float] = {}
    for one in scored:
        few, many = sorted((one["sys_dates"], one["gold_dates"]))
        near[one["topic"]] = max(near.get(one["topic"], 0.0), few / many)
    return {
        "date": mean["date"]["f"],
        "told once": 1 - timeline_unseen.repetition(made),
        **{f"days of {topic}": near[topic] for topic in ("finan", "h1n1", "mj")},
    }


def entities(data: Path, out: Path) -> Figures:
    folder = data / "tls" / "entities"
    args = ("--articles", folder / "articles", "--gold", folder / "gold", "--extend", "7")
    run("benchmarks.timeline", *args, "--out", out / "entities.jsonl")
    gold = [row for path in sorted((folder / "gold").glob("*.jsonl")) for row in rows(path)]
    _, mean = timeline_score.evaluate(
        gold, rows(out / "entities.jsonl"), timeline_score.Scorer.__new__(timeline_score.Scorer), True
    )
    return {"date": mean["date"]["f"]}


def stories(level: str, name: str) -> Callable[[Path, Path], Figures]:
    def measure(data: Path, out: Path) -> Figures:
        docs = data / "stories" / name
        run("benchmarks.stories", "--docs", docs, "--out", out / "clusters.jsonl", "--level", level)
        return {"bcubed": stories_score.score(rows(docs), rows(out / "clusters.jsonl"))["bcubed"][2] / 100}

    return measure


def new_stories(data: Path, out: Path) -> Figures:
    """Each of the long stories as the new one in an archive of the others."""
    found = list(newcomers(rows(data / "stories" / "t17mix_dev.jsonl")))
    return {"own": sum(one.own for one in found) / len(found)}


def shared_copy(data: Path, out: Path) -> Figures:
    """On versions of the articles that are made here, by themselves and among texts that only sound like them."""
    maker, articles = data.parent / "bench" / "reuse" / "make.py", sorted((data / "tls" / "articles").glob("*.jsonl"))
    command = [sys.executable, maker, out, *articles, "--pad", str(CROWD)]
    subprocess.run([*map(str, command)], check=True, stdout=subprocess.DEVNULL)
    figures = {}
    for label, docs in (("F1", ["docs.jsonl"]), (f"F1 among {CROWD:,}", ["docs.jsonl", "pad.jsonl"])):
        run("benchmarks.reuse", "--docs", *[out / name for name in docs], "--out", out / "found.jsonl")
        figures[label] = reuse.score(out / "pairs.jsonl", out / "found.jsonl")["F1"] / 100
    return figures


def disagreements(data: Path, out: Path) -> Figures:
    """Little cases of our own of reports that disagree, or only seem to."""
    cases = [case for path in sorted(differences.CASES.glob("*.txt")) for case in differences.read(path)]
    return differences.score(cases).shares()


def piles(folder: Callable[[Path], Path]) -> Callable[[Path, Path], Figures]:
    """Story piles with keys: the share of the expectations that hold, over all piles in a folder."""

    def measure(data: Path, out: Path) -> Figures:
        found = sorted(path.parent for path in folder(data).glob("*/key.json"))
        held = [check.holds for pile in found for check in acceptance.run(pile)]
        return {"expectations met": sum(held) / max(1, len(held))}

    return measure


def outcomes(data: Path, out: Path) -> Figures:
    """The cases with known outcomes: how many are found, how many told are right, how many plans are left open."""
    return {name: float(share) for name, share in json.loads(run("benchmarks.outcomes", "--json")).items()}


TASKS = (
    Task("outcomes", (), outcomes),
    Task("differences", (), disagreements),
    Task("piles of our own", (), piles(lambda data: acceptance.STORIES)),
    Task("piles: acceptance", ("../acceptance",), piles(lambda data: data.parent / "acceptance")),
    Task("times: TimeBank", ("timex/timebank.jsonl",), timex("timebank.jsonl")),
    Task("times: AQUAINT", ("timex/aquaint.jsonl",), timex("aquaint.jsonl")),
    Task("quotations", ("quotes/dev.jsonl",), quotes),
    Task("names: GUM news", ("language/names_gum_news.jsonl",), names("names_gum_news.jsonl")),
    Task("names: UNER", ("language/names_uner_dev.jsonl",), names("names_uner_dev.jsonl")),
    Task("shared copy", ("tls/articles", "../bench/reuse/make.py"), shared_copy),
    Task("dating", ("tls/articles",), dating),
    Task("dating: small piles", (), small_piles),
    Task("timeline: T17", ("tls/articles", "tls/gold"), timeline),
    Task("timeline: T17, days and lines chosen", ("tls/articles", "tls/gold"), chosen_timeline),
    Task("stories: ECB+", ("stories/ecb_dev.jsonl",), stories("event", "ecb_dev.jsonl")),
    Task("stories: T17 mix", ("stories/t17mix_dev.jsonl",), stories("running", "t17mix_dev.jsonl")),
    Task("stories: something new", ("stories/t17mix_dev.jsonl",), new_stories),
)
SLOW_TASKS = (Task("timeline: Entities", ("tls/entities",), entities),)
"""Run on demand (``--slow``): minutes each."""
