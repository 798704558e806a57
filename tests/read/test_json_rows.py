"""JSON lines, lists and answers: fields, shapes, mappings, broken lines."""

from __future__ import annotations

import datetime as dt
import io
import json
from typing import Any

import pytest

from dateline.model.problem import Problem
from dateline.model.report import Report
from dateline.read import json_rows, read_reports

STORY = "Ministers agreed on Tuesday to reopen the northern road, officials said."


def read(data: str | bytes, **mapping: str) -> tuple[list[Report], list[Problem]]:
    problems: list[Problem] = []
    raw = data.encode() if isinstance(data, str) else data
    found = list(read_reports(["-"], stdin=io.BytesIO(raw), mapping=mapping or None, on_problem=problems.append))
    return found, problems


def lines(*rows: Any) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


@pytest.mark.parametrize(
    "row",
    [
        {"id": "1", "url": "https://e.org/a", "title": "T", "text": STORY, "date": "2014-05-06", "source": "E",
         "author": "Ann Lee", "language": "en"},
        {"maintext": STORY, "date_publish": "2014-05-06 08:00:00", "source_domain": "E", "authors": ["Ann Lee"],
         "title": "T", "url": "https://e.org/a", "language": "en", "date_modify": None, "filename": "x"},
        {"dId": "1", "title": "T", "text": STORY, "date_publish": "2014-05-06 08:00:00", "publisher": "E",
         "authors": ["Ann Lee"], "url": "https://e.org/a", "language": "en"},
        {"title": "T", "author": "Ann Lee", "raw_text": STORY, "text": STORY, "date": "2014-05-06", "source": None,
         "sitename": "E", "hostname": "e.org", "url": "https://e.org/a", "language": "en", "filedate": "2020-01-01"},
        {"uri": "77", "url": "https://e.org/a", "title": "T", "body": STORY, "dateTimePub": "2014-05-06T08:00:00Z",
         "source": {"uri": "e.org", "title": "E"}, "authors": [{"name": "Ann Lee"}], "isDuplicate": False,
         "lang": "en"},
    ],
    ids=["own", "news-please", "Giveme5W1H", "trafilatura", "newsapi.ai"],
)  # fmt: skip
def test_known_shapes_are_read_by_themselves(row: dict[str, Any]) -> None:
    (report,), problems = read(lines(row))
    assert problems == []
    assert (report.text, report.title, report.source, report.authors) == (STORY, "T", "E", ("Ann Lee",))
    assert (report.url, report.language, report.day) == ("https://e.org/a", "en", dt.date(2014, 5, 6))
    assert report.published.basis == "stated"


def test_benchmark_row_has_text_and_published() -> None:
    (report,), problems = read(lines({"id": "a", "text": STORY, "published": "2014-05-06"}))
    assert (report.day, problems) == (dt.date(2014, 5, 6), [])
    assert report.file == "standard input:1"


def test_capture_date_is_never_the_publication_date() -> None:
    (report,), _ = read(lines({"maintext": STORY, "date_download": "2020-01-01 08:00:00", "date_publish": None}))
    assert report.day is None
    assert report.captured == "2020-01-01 08:00:00"


def test_mapping_names_the_fields() -> None:
    (report,), problems = read(
        lines({"story": STORY, "when": "2014-05-06", "text": "not this"}), text="story", date="when"
    )
    assert (report.text, report.day, problems) == (STORY, dt.date(2014, 5, 6), [])


def test_unknown_fields_of_a_mapping_are_said_once() -> None:
    found, problems = read(lines({"text": STORY}, {"text": STORY + "!"}), colour="x", date="wenn")
    assert len(found) == 2
    assert [problem.level for problem in problems] == ["warning", "warning"]
    assert "colour" in problems[0].message and "expected one of" in problems[0].message
    assert "'wenn'" in problems[1].message


def test_broken_line_is_named_with_its_number_and_the_rest_is_read() -> None:
    found, problems = read(lines({"text": STORY}) + '{"text": "cut\n\n' + lines({"text": STORY + " More."}))
    assert len(found) == 2
    (problem,) = problems
    assert (problem.where, problem.level) == ("standard input:2", "rejected")
    assert found[1].file == "standard input:4"


def test_first_line_broken_costs_only_itself() -> None:
    found, problems = read('{"text": "cut\n' + lines({"text": STORY}, {"text": STORY + " More."}))
    assert [report.file for report in found] == ["standard input:2", "standard input:3"]
    assert [problem.where for problem in problems] == ["standard input:1"]


@pytest.mark.parametrize("row", [{"title": "T"}, {"text": ""}, {"text": "  "}, {"text": None}, {"text": {"a": 1}}])
def test_row_without_text_is_rejected_with_the_fields_seen(row: dict[str, Any]) -> None:
    found, problems = read(lines(row, {"text": STORY}))
    assert len(found) == 1
    assert problems[0].level == "rejected"
    assert "--map text=" in problems[0].message


def test_date_not_understood_is_a_warning_and_leaves_the_texts_own() -> None:
    (report,), problems = read(lines({"text": f"May 6, 2014\n\n{STORY}", "date": "the other day"}))
    assert report.day == dt.date(2014, 5, 6)
    assert [problem.level for problem in problems] == ["warning"]


@pytest.mark.parametrize(
    "data",
    [
        json.dumps([{"text": STORY}, {"text": STORY + " More."}]),
        json.dumps([{"text": STORY}, {"text": STORY + " More."}], indent=2),
        json.dumps({"articles": {"results": [{"body": STORY}, {"body": STORY + " More."}]}}, indent=1),
        json.dumps({"status": "ok", "articles": [{"content": STORY}, {"content": STORY + " More."}]}),
    ],
)
def test_lists_and_answers_are_read_too(data: str) -> None:
    found, problems = read(data)
    assert [report.text for report in found] == [STORY, STORY + " More."]
    assert problems == []


def test_row_in_another_encoding_is_read_and_said() -> None:
    text = "Le président a déclaré mardi que la réunion était terminée à l'hôtel. " * 4
    data = lines({"text": STORY}).encode() + json.dumps({"text": text}, ensure_ascii=False).encode("cp1252") + b"\n"
    found, problems = read(data)
    assert len(found) == 2 and "président a déclaré" in found[1].text
    assert [(problem.where, problem.level) for problem in problems] == [("standard input:2", "note")]


def test_same_row_twice_is_read_once_but_equal_texts_of_two_addresses_are_kept() -> None:
    found, problems = read(
        lines(
            {"text": STORY}, {"text": STORY}, {"text": STORY, "url": "https://a"}, {"text": STORY, "url": "https://b"}
        )
    )
    assert len(found) == 3
    assert [problem.level for problem in problems] == ["note"]


def test_copies_of_one_text_by_two_outlets_are_both_kept() -> None:
    found, problems = read(lines({"text": STORY, "source": "A"}, {"text": STORY, "source": "B"}))
    assert (len(found), problems) == (2, [])
    assert found[0].id != found[1].id


def test_many_broken_lines_are_named_up_to_a_limit_then_counted() -> None:
    found, problems = read(lines({"text": STORY}) + "broken\n" * 100)
    assert len(found) == 1
    assert len(problems) == 21
    assert problems[-1].message.startswith("80 more lines")


def test_endless_line_is_cut_and_the_rest_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_rows, "LARGEST", 1000)
    found, problems = read(lines({"text": STORY}, {"text": "x" * 5000}, {"text": STORY + " More."}))
    assert [report.file for report in found] == ["standard input:1", "standard input:3"]
    assert [problem.where for problem in problems] == ["standard input:2"]


def test_byte_order_mark_and_blank_lines_do_no_harm() -> None:
    found, problems = read(b"\xef\xbb\xbf\n" + lines({"text": STORY}).encode() + b"\n\n")
    assert (len(found), problems) == (1, [])


@pytest.mark.parametrize(
    "value", ["[[{}]]", '[{"text": 1}, 2]', "{}", '{"text": [1]}', '{"text": 7}', '{"a":' * 5000, "[{}"]
)
def test_strange_values_are_problems_not_errors(value: str) -> None:
    found, problems = read(value)
    assert found == []
    assert problems


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ({"id": "a"}, {"id": "b"}, 2),
        ({"url": "https://e.org/a"}, {"url": "https://e.org/b"}, 2),
        ({"url": "https://e.org/a", "id": "a"}, {"url": "https://e.org/a", "id": "b"}, 2),
        ({"title": "One"}, {"title": "Two"}, 2),
        ({"id": "a"}, {"id": "a"}, 1),
        ({}, {}, 1),
    ],
)
def test_only_the_very_same_row_is_read_once(first: dict[str, Any], second: dict[str, Any], kept: int) -> None:
    found, problems = read(lines({"text": STORY, **first}, {"text": STORY, **second}))
    assert len({report.id for report in found}) == len(found) == kept
    assert [problem.level for problem in problems] == ["note"] * (2 - kept)
