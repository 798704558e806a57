"""``dateline build``: what comes out, what is said, and the exit codes; run as a person would, as a process."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dateline.cli.exits import FAILED, INTERRUPTED, PARTLY, USAGE

NEWS = "LISBON, 3 May 2024 - The ferry line resumed on Thursday after a strike, Captain Rui Dias said.\n"
MORE = "LISBON, 4 May 2024 - Ferries ran on time on Friday. The next talks are due on Monday.\n"


def run(*args: str, given: bytes | None = None, **kwargs: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # type: ignore[call-overload,no-any-return]
        [sys.executable, "-m", "dateline", *args], input=given, capture_output=True, timeout=60, **kwargs
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "b.txt").write_text(MORE, encoding="utf-8")
    return tmp_path


def test_build_prints_the_story_on_stdout_and_nothing_else(folder: Path) -> None:
    done = run("build", str(folder), "--format", "json")
    assert done.returncode == 0
    assert len(json.loads(done.stdout)["reports"]) == 2
    assert done.stderr == b""


def test_build_without_format_prints_for_a_reader(folder: Path) -> None:
    done = run("build", str(folder))
    assert done.returncode == 0
    assert b"2024" in done.stdout
    assert b"\x1b[" not in done.stdout, "no colour in a pipe"


@pytest.mark.parametrize(
    ("name", "begins"), [("s.json", b"{"), ("s.html", b"<!doctype html>"), ("s.md", b"# "), ("s.txt", b"")]
)
def test_build_writes_what_the_ending_says(folder: Path, tmp_path: Path, name: str, begins: bytes) -> None:
    out = tmp_path / name
    done = run("build", str(folder / "a.txt"), str(folder / "b.txt"), "-o", str(out))
    assert done.returncode == 0
    assert done.stdout == b""
    assert out.read_bytes().lower().startswith(begins)


def test_build_reads_standard_input() -> None:
    done = run("build", "-", "--format", "json", given=NEWS.encode())
    assert done.returncode == 0
    assert json.loads(done.stdout)["reports"][0]["text"] == NEWS


def test_build_maps_fields_of_rows(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps({"body": NEWS, "day": "2024-05-03"}) + "\n", encoding="utf-8")
    done = run("build", str(rows), "--map", "text=body", "--map", "date=day", "--format", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["reports"][0]["published"]["date"] == "2024-05-03"


def one_line(done: subprocess.CompletedProcess[bytes], *words: str) -> None:
    said = done.stderr.decode()
    assert "Traceback" not in said
    assert all(word in said for word in words), said


def test_build_names_what_cannot_be_read_and_builds_the_rest(folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "rows.jsonl").write_text('{"text": "' + NEWS.strip() + '"}\n{broken\n', encoding="utf-8")
    (folder / "latin.txt").write_bytes(("São João fechou na sexta-feira. " + NEWS).encode("latin-1"))
    done = run("build", str(folder), str(folder / "missing.txt"), "--format", "json")
    assert done.returncode == PARTLY
    one_line(done, "empty.txt", "picture.txt", "rows.jsonl:2", "missing.txt", "latin.txt")
    assert len(json.loads(done.stdout)["reports"]) == 4


@pytest.mark.parametrize("name", ["missing.txt", "empty.txt", "folder"])
def test_build_without_a_report_fails_in_one_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "folder").mkdir()
    done = run("build", str(tmp_path / name))
    assert done.returncode == FAILED
    assert done.stdout == b""
    one_line(done, name, "Error: no report")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--detail", "huge"], ["huge", "brief"]),
        (["--as-of", "soon"], ["soon"]),
        (["--map", "text"], ["OURS=THEIRS"]),
        (["-o", "story.doc"], ["story.doc", ".html"]),
        (["--format", "pdf"], ["pdf", "json"]),
        (["--colour"], ["--colour"]),
    ],
)
def test_build_answers_a_wrong_option_with_what_it_expected(folder: Path, args: list[str], words: list[str]) -> None:
    done = run("build", str(folder), *args)
    assert done.returncode == USAGE
    one_line(done, *words)


def test_build_says_when_the_output_cannot_be_written(folder: Path) -> None:
    done = run("build", str(folder), "-o", str(folder / "no" / "such" / "story.json"))
    assert done.returncode == FAILED
    one_line(done, "cannot write")


def test_build_reads_a_report_without_any_date(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry line resumed after a strike, Captain Rui Dias said.", encoding="utf-8")
    done = run("build", str(tmp_path), "--format", "json")
    assert done.returncode == 0
    published = json.loads(done.stdout)["reports"][0]["published"]
    assert (published["date"], published["basis"]) == (None, "unknown")


def test_build_keeps_two_files_of_one_name_apart(tmp_path: Path) -> None:
    for place, text in (("x", NEWS), ("y", MORE)):
        (tmp_path / place).mkdir()
        (tmp_path / place / "report.txt").write_text(text, encoding="utf-8")
    done = run("build", str(tmp_path), "--format", "json")
    files = [report["file"] for report in json.loads(done.stdout)["reports"]]
    assert len(set(files)) == 2


def test_closed_pipe_is_no_traceback(folder: Path) -> None:
    command = f"{sys.executable} -m dateline build {folder} --format json | head -c 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60)
    assert done.stdout == b"{"
    assert done.stderr == b""


def test_interrupt_is_one_line() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "dateline", "build", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert process.returncode == INTERRUPTED, err
    assert out == b""
    assert err.decode().split("\n") == ["", "Interrupted: nothing was written.", ""], "after the terminal's own ^C"
