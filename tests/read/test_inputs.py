"""From paths to reports: files, folders, standard input, and everything that can be wrong with them."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.model.problem import Problem
from dateline.model.report import Report
from dateline.read import plain_text, read_reports

STORY = "Ministers agreed on Tuesday to reopen the northern road, officials said.\n\nThe road was closed in March.\n"


def read(*paths: object, stdin: bytes | None = None, **options: object) -> tuple[list[Report], list[Problem]]:
    problems: list[Problem] = []
    stream = None if stdin is None else io.BytesIO(stdin)
    found = list(
        read_reports([str(path) for path in paths], stdin=stream, on_problem=problems.append, **options)  # type: ignore[arg-type]
    )
    return found, problems


def levels(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(Path(problem.where).name, problem.level) for problem in problems]


def test_file_becomes_one_report_named_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    monkeypatch.chdir(tmp_path)
    (report,), problems = read("./a.txt")
    assert (report.file, report.text) == ("./a.txt", STORY)
    assert problems == []


def test_folder_is_read_sorted_recursive_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", ".hidden.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{name} {STORY}")
    found, problems = read(tmp_path)
    assert [report.file for report in found] == [str(tmp_path / name) for name in ("a.txt", "b/1.txt", "b/2.txt")]
    assert problems == []


def test_two_files_of_one_name_are_kept_apart(tmp_path: Path) -> None:
    for folder in "ab":
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "report.txt").write_text(STORY)
    found, problems = read(tmp_path)
    assert len({report.file for report in found}) == len({report.id for report in found}) == 2
    assert problems == []


def test_standard_input_is_read_and_left_open() -> None:
    stream = io.BytesIO(STORY.encode())
    problems: list[Problem] = []
    (report,) = read_reports(["-"], stdin=stream, on_problem=problems.append)
    assert (report.text, report.file, problems) == (STORY, "standard input", [])
    assert not stream.closed


@pytest.mark.parametrize("rule", ["\f", "\n---\n", "\n=====\n", "\n ***  \n", "\n----------\n"])
def test_rule_or_form_feed_parts_the_reports_of_one_file(tmp_path: Path, rule: str) -> None:
    (tmp_path / "two.txt").write_text(f"{STORY}{rule}Another story altogether.\n")
    found, _ = read(tmp_path / "two.txt")
    assert [report.text.strip() for report in found] == [STORY.strip(), "Another story altogether."]
    assert found[0].file == f"{tmp_path / 'two.txt'}:1"
    line = int((found[1].file or "").rpartition(":")[2])
    assert "Another" in (f"{STORY}{rule}Another story altogether.\n").replace("\f", "\f").split("\n")[line - 1]


def test_rule_at_the_edge_leaves_the_text_as_given(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"---\n{STORY}")
    (report,), _ = read(tmp_path / "a.txt")
    assert report.text == f"---\n{STORY}"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfOne.\r\nTwo.\rThree.\n", "One.\nTwo.\nThree.\n"),
        ("One.\nTwo é.".encode("utf-16"), "One.\nTwo é."),
        ("One two three.\nTwo four.".encode("utf-16-le"), "One two three.\nTwo four."),
    ],
)
def test_mark_is_dropped_and_line_ends_are_lf(tmp_path: Path, data: bytes, text: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    (report,), _ = read(tmp_path / "a.txt")
    assert report.text == text


def test_other_encoding_is_detected_and_said_aloud(tmp_path: Path) -> None:
    text = "Le président a déclaré mardi que la réunion était terminée. Les ministres étaient à l’hôtel. " * 4
    (tmp_path / "a.txt").write_bytes(text.encode("cp1252"))
    (report,), problems = read(tmp_path / "a.txt")
    assert "président a déclaré" in report.text
    assert levels(problems) == [("a.txt", "note")]
    assert "not UTF-8" in problems[0].message


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        ("Le président était déjà parti.", "latin-1", "cp1252"),
        ("Der Minister sagte: „Über die Brücke müssen wir reden“ – mehr nicht.", "cp1252", "cp1252"),
        ("Министр заявил во вторник, что дорога будет открыта до наступления зимы. " * 5, "cp1251", "cp1251"),
        ("Ο υπουργός δήλωσε την Τρίτη ότι ο δρόμος θα ανοίξει πριν από τον χειμώνα. " * 5, "iso8859-7", None),
    ],
)
def test_single_byte_encodings_are_told_apart(tmp_path: Path, text: str, encoding: str, named: str | None) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (report,), problems = read(tmp_path / "a.txt")
    assert report.text == text
    assert named is None or f"read as {named}" in problems[0].message


def test_damaged_utf8_stays_utf8_and_loss_is_said(tmp_path: Path) -> None:
    text = "Le président a déclaré mardi que la réunion était terminée. " * 20
    (tmp_path / "a.txt").write_bytes(text.encode()[:-1] + b"\xff.")
    (report,), problems = read(tmp_path / "a.txt")
    assert "président a déclaré" in report.text
    assert levels(problems) == [("a.txt", "warning")]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n ", "empty"),
        ("rules.txt", b"---\n---\n", "empty"),
        ("paper.pdf", b"%PDF-1.4 ...", "PDF"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        ("noise.txt", bytes(range(256)) * 8, "binary"),
        ("rows.jsonl", b"", "empty"),
        ("page.html", b"<!doctype html><html><body><div>Menu</div></body></html>", "no paragraphs"),
    ],
)
def test_what_is_no_report_is_one_problem_and_the_rest_goes_on(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz.txt").write_text(STORY)
    found, problems = read(tmp_path)
    assert [report.text for report in found] == [STORY]
    assert levels(problems) == [(name, "rejected")]
    assert says in problems[0].message
    assert "\n" not in str(problems[0])


def test_missing_file_and_empty_folder_are_named(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    found, problems = read(tmp_path / "nowhere.txt", tmp_path / "none")
    assert found == []
    assert levels(problems) == [("nowhere.txt", "rejected"), ("none", "rejected")]
    assert "no such file" in problems[0].message
    assert "without reports" in problems[1].message


def test_over_large_text_is_rejected_without_being_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_text, "LARGEST", 1000)
    (tmp_path / "big.txt").write_text(STORY * 50)
    found, problems = read(tmp_path / "big.txt")
    assert found == []
    assert "MB" in problems[0].message


def test_same_file_given_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    found, problems = read(tmp_path, tmp_path / "a.txt")
    assert len(found) == 1
    assert levels(problems) == [("a.txt", "note")]


def test_same_text_twice_in_one_file_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{STORY}\f{STORY}")
    found, problems = read(tmp_path / "a.txt")
    assert len(found) == 1
    assert [problem.level for problem in problems] == ["note"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_unreadable_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "a.txt").chmod(0)
    found, problems = read(tmp_path / "a.txt")
    assert found == []
    assert "permission" in problems[0].message


def test_unreadable_file_is_named_when_opening_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(STORY)

    def refuse(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    found, problems = read(tmp_path / "a.txt")
    assert found == []
    assert problems[0].level == "rejected" and "permission denied" in problems[0].message


def test_folder_linked_into_itself_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "a.txt").write_text(STORY)
    (tmp_path / "inner" / "back").symlink_to(tmp_path, target_is_directory=True)
    found, problems = read(tmp_path)
    assert len(found) == 1
    assert levels(problems) == [("back", "note")]


def test_device_or_socket_is_no_report() -> None:
    found, problems = read("/dev/null")
    assert found == []
    assert problems[0].level == "rejected"


def test_broken_link_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    found, problems = read(tmp_path)
    assert found == []
    assert levels(problems)[0] == ("a.txt", "rejected")


def test_reports_do_not_depend_on_the_order_of_paths(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(f"{number} {STORY}")
    paths = sorted(tmp_path.iterdir())
    forward, _ = read(*paths)
    backward, _ = read(*reversed(paths))
    assert forward == backward[::-1]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.binary(max_size=400), st.sampled_from(["", "{", "[{", "<html>", '{"text": "', "\ufeff"]))
def test_any_bytes_give_reports_or_problems_and_never_an_error(data: bytes, start: str) -> None:
    found, problems = read("-", stdin=start.encode() + data)
    assert found or problems
    for report in found:
        assert report.text.strip()
        assert all(report.text[block.start : block.end].strip() for block in report.blocks)


def test_record_given_twice_is_noted_at_its_second_place(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"text": "The road was closed."}\n' * 3)
    found, problems = read(tmp_path / "rows.jsonl")
    assert len(found) == 1
    assert [problem.where.rpartition(":")[2] for problem in problems] == ["2", "3"]


def test_a_report_as_long_as_books_is_rejected_and_the_rest_read(tmp_path: Path) -> None:
    rows = [{"text": "The road was closed. " * 100_000}, {"text": "The road was opened."}]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    problems: list[Problem] = []
    (report,) = read_reports([str(tmp_path / "in.jsonl")], on_problem=problems.append)
    assert report.text == "The road was opened."
    assert [(problem.level, problem.where) for problem in problems] == [("rejected", f"{tmp_path}/in.jsonl:1")]
    assert "2 million letters" in problems[0].message
