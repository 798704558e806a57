"""The registry: refusals, the choice of a reader, and the page that tells how to add one."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.read import Input, Reader, make_report, read_reports, readers, register
from dateline.read.formats import FORMATS
from dateline.read.readers import choose, unregister

DOCS = Path(__file__).parents[2] / "docs"


def fake(name: str, *suffixes: str) -> Reader:
    return Reader(name, "for a test", suffixes, lambda head: False, lambda given: iter(()))


@pytest.mark.parametrize(
    ("name", "head", "reader"),
    [
        ("a.txt", b"A story.", "text"),
        ("a.txt", b'{"text": "A story."}\n', "json"),
        ("a.dat", b'[{"text": "A story."}]', "json"),
        ("a.jsonl", b"broken", "json"),
        ("a.txt", b"<!DOCTYPE html><html>", "html"),
        ("a.txt", b"<!-- saved -->\n<html>", "html"),
        ("a.htm", b"<p>A story", "html"),
        ("noname", b"{A story in braces}", "text"),
        ("-", b"A story.", "text"),
    ],
)
def test_reader_is_chosen_by_content_then_by_name(name: str, head: bytes, reader: str) -> None:
    assert choose(name, head).name == reader


def test_doubles_are_refused() -> None:
    readers()
    with pytest.raises(InputError, match="named 'text' is there already"):
        register(fake("text", ".other"))
    with pytest.raises(InputError, match=r"'\.jsonl' belongs to the reader 'json'"):
        register(fake("other", ".jsonl"))


def test_readers_are_documented() -> None:
    page = (DOCS / "reference" / "input.md").read_text(encoding="utf-8")
    for reader in readers():
        assert f"`{reader.name}`" in page
        for suffix in reader.suffixes:
            assert f"`{suffix}`" in page


def test_example_of_the_how_to_runs() -> None:
    page = (DOCS / "how-to" / "add-a-reader.md").read_text(encoding="utf-8")
    code = next(block for block in re.findall(r"```python\n(.*?)```", page, re.DOTALL) if "READER = " in block)
    space: dict[str, object] = {"__name__": "example"}
    exec(compile(code, "add-a-reader.md", "exec"), space)
    reader = space["READER"]
    assert isinstance(reader, Reader)
    register(reader)
    try:
        sample = re.search(r"```text\n(.*?)```", page, re.DOTALL)
        assert sample
        found = list(read_reports(["-"], stdin=io.BytesIO(sample[1].encode()), on_problem=print))
        assert len(found) == 2
        assert all(report.day for report in found)
    finally:
        unregister(reader.name)


def test_problem_names_file_and_line() -> None:
    seen: list[object] = []

    def read(given: Input) -> Iterator[object]:
        given.problem("warning", "odd", 3)
        yield make_report("x")

    given = Input("a.x", io.BytesIO(), b"", seen.append)
    assert len(list(read(given))) == 1
    assert [str(problem) for problem in seen] == ["a.x:3: odd"]


def test_table_of_formats_agrees_with_the_readers() -> None:
    assert [kind.suffixes for kind in FORMATS] == [reader.suffixes for reader in readers()]
