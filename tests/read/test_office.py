"""RTF, DOCX and ZIP: their words, their traps, and no bomb opened."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from dateline.model.problem import Problem
from dateline.model.report import Report
from dateline.read import read_reports
from dateline.read.rtf import text_of
from tests.read.make_exports import docx, lines, rtf, zipped


def read(data: bytes) -> tuple[list[Report], list[Problem]]:
    problems: list[Problem] = []
    return list(read_reports(["-"], stdin=io.BytesIO(data), on_problem=problems.append)), problems


@pytest.mark.parametrize("name", ["nexis-new.txt", "factiva-articles.txt"])
@pytest.mark.parametrize("made", [docx, rtf])
def test_an_export_reads_the_same_in_every_dress(name: str, made: object) -> None:
    assert callable(made)
    plain, _ = read("\n\n".join(lines(name)).encode())
    dressed, problems = read(made(*lines(name)))
    assert [(r.title, r.source, r.authors, r.day, r.text) for r in dressed] == [
        (r.title, r.source, r.authors, r.day, r.text) for r in plain
    ]
    assert len(dressed) == 2
    assert problems == []


COVER = (
    "User Name: Ann Lee", "Date and Time: Thursday, May 8, 2014 9:00:00 AM CEST", "Job Number: 123456789",
    "Documents (2)", "1. Road to reopen", "Client/Matter: -None-", "Search Terms: road", "2. Bridge opens",
    "Client/Matter: -None-", "Search Terms: road",
)  # fmt: skip


@pytest.mark.parametrize("made", [docx, rtf, lambda *lines: "\n\n".join(lines).encode()])
def test_a_cover_page_is_no_part_of_the_first_report(made: object) -> None:
    assert callable(made)
    plain, _ = read(docx(*lines("nexis-new.txt")))
    covered, problems = read(made(*COVER, *(f"{n}. Title {n}" for n in range(400)), *lines("nexis-new.txt")))
    assert [(r.title, r.source, r.day, r.text) for r in covered] == [(r.title, r.source, r.day, r.text) for r in plain]
    assert problems == []


def test_the_list_beside_the_documents_is_left_out() -> None:
    found, problems = read(
        zipped({"Road_doclist.docx": docx("1. Road to reopen"), "a.docx": docx("The road was shut.")})
    )
    assert ([report.text for report in found], [p.level for p in problems]) == (["The road was shut."], ["note"])


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"The road\par was closed.", "The road\n\nwas closed."),
        (r"The \b road\b0  was {\i closed}.", "The road was closed."),
        (r"\'93Closed,\'94 he said.", "“Closed,” he said."),
        (r"\ldblquote Closed\rdblquote\emdash so", "“Closed”—so"),
        (r"caf\u233? {\uc2 \u8364\'80\'80}5", "café €5"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"{\f1\'ec\'ee\'f1\'f2} r", "мост r"),
        (r"seen {\v hidden}{\deleted gone}here", "seen here"),
        (r"{\field{\*\fldinst LINK x}{\fldrslt words}}", "words"),
        (r"a\~b\_c\-d\\ \{e\}", "a b-cd\\ {e}"),
        (r"{\pict\wmetafile8 0102ff}{\*\generator X;}text", "text"),
        (r"one\cell two\cell\row", "one\ttwo"),
        ("{\\pict\\bin5 }}}}}}text", "text"),
    ],
)  # fmt: skip
def test_words_of_rtf(body: str, text: str) -> None:
    fonts = r"{\fonttbl{\f0 Times;}{\f1\fcharset204 Arial CYR;}}"
    assert text_of((r"{\rtf1\ansi\ansicpg1252\uc1" + fonts + body + "}").encode("ascii")) == text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<w:p><w:r><w:t>The road</w:t></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>", "The road"),
        ("<w:p><w:r><w:instrText>HYPERLINK</w:instrText><w:t>link</w:t></w:r></w:p>", "link"),
        (
            "<w:tbl><w:tr><w:tc><w:p><w:t>HD</w:t></w:p></w:tc><w:tc><w:p><w:t>Bridge</w:t></w:p></w:tc></w:tr></w:tbl>",
            "HD\tBridge",
        ),
        ("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>", "a\tb"),
    ],
)
def test_words_of_docx(body: str, text: str) -> None:
    (report,), _ = read(docx("First.", body=body))
    assert report.text == f"First.\n\n{text}"


def test_an_office_file_that_is_no_text_is_named() -> None:
    found, (problem,) = read(zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}))
    assert not found
    assert "a spreadsheet; save it as" in problem.message


def test_entities_in_docx_are_not_expanded() -> None:
    text = b'<!DOCTYPE d [<!ENTITY e "boom">]><w:document xmlns:w="w"><w:p><w:t>a &e; b</w:t></w:p></w:document>'
    found, _ = read(zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": text}))
    assert all("boom" not in report.text for report in found)


@pytest.mark.parametrize("name", ["word/document.xml", "a.txt"])
def test_a_zip_bomb_is_cut(name: str) -> None:
    bomb = zipped({name: b" " * 60_000_000})
    assert len(bomb) < 100_000
    started = time.process_time()
    found, problems = read(bomb)
    assert time.process_time() - started < 2
    assert not found
    assert any("swells to more than 200 times" in problem.message for problem in problems)


def test_many_members_together_are_cut_too() -> None:
    found, problems = read(zipped({f"{n:03}.txt": b"The road. " * 100_000 for n in range(100)}))
    assert 0 < len(found) < 100
    assert "swells" in problems[-1].message


def test_a_zip_in_a_zip_is_not_opened() -> None:
    found, problems = read(zipped({"a.txt": b"The road was closed.", "b.zip": zipped({"c.txt": b"Hidden."})}))
    assert [report.text for report in found] == ["The road was closed."]
    assert [problem.where for problem in problems] == ["standard input!b.zip"]


@pytest.mark.parametrize("cut", [10, 100, 300])
def test_a_damaged_zip_is_one_line(cut: int) -> None:
    found, problems = read(zipped({"a.txt": b"The road was closed."} | {"b.txt": bytes(range(256)) * 4})[:cut])
    assert (found, [problem.level for problem in problems]) == ([], ["rejected"])


def test_a_locked_member_is_named() -> None:
    data = bytearray(zipped({"a.txt": b"The road was closed."}, zipfile.ZIP_STORED))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    _, problems = read(bytes(data))
    assert "locked by a password" in problems[0].message


def test_odd_names_in_a_zip_are_shown_on_one_line() -> None:
    data = zipped({"a\nb.txt": b"The road was closed.", "x": b"1"})
    found, problems = read(data.replace(b"a\nb.txt", b"a\nb.tx\x00"))
    assert all("\n" not in (report.file or "") for report in found)
    assert all("\n" not in problem.where for problem in problems)


def test_a_member_without_a_name_is_passed_over() -> None:
    data = bytearray(zipped({"x": b"The road was closed."}))
    at = data.index(b"PK\x01\x02")
    data[at + 28 : at + 30] = b"\0\0"
    found, problems = read(bytes(data))
    assert (found, len(problems)) == ([], 1)


@pytest.mark.parametrize(
    "data",
    [
        b"{\\rtf1 a" + b" " * 200_000 + b"b",
        b"{\\rtf1" + b"{" * 300_000,
        b"{\\rtf1" + b"\\u1?" * 100_000,
        b"{\\rtf1\\" * 100_000,
    ],
)
def test_long_rtf_takes_linear_time(data: bytes) -> None:
    started = time.process_time()
    read(data)
    assert time.process_time() - started < 4
