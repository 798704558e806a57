"""Every format by its sample: what is read, what is refused and why, which dates are kept apart."""

from __future__ import annotations

import datetime as dt
import gzip
import io
from pathlib import Path

import pytest

from dateline.model.problem import Problem
from dateline.model.report import Report
from dateline.read import read_reports
from dateline.read.readers import choose

SAMPLES = Path(__file__).parent / "samples"
ROAD, BRIDGE = dt.date(2014, 5, 6), dt.date(2014, 5, 5)
NOW = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
BOTH = [("Road to reopen", ROAD), ("Bridge opens", BRIDGE)]


def read(name: str, data: bytes | None = None, now: dt.datetime = NOW) -> tuple[list[Report], list[Problem]]:
    problems: list[Problem] = []
    stream = None if data is None else io.BytesIO(data)
    path = str(SAMPLES / name) if data is None else "-"
    return list(read_reports([path], stdin=stream, on_problem=problems.append, now=now)), problems


@pytest.mark.parametrize(
    ("name", "reader", "expected"),
    [
        ("road.rss", "rss", [("Road to reopen & stay open", ROAD), ("Bridge opens", BRIDGE)]),
        ("road.rdf", "rss", BOTH[:1]),
        ("road.atom", "atom", [BOTH[0], ("Bridge opens", None)]),
        ("road-feed.json", "jsonfeed", BOTH),
        ("road.csv", "csv", BOTH),
        ("road.jsonl", "json", BOTH),
        ("road.eml", "mail", [("Road to reopen – today", ROAD), (None, None)]),
        ("forward.eml", "mail", BOTH[1:]),
        ("road.mbox", "mbox", [("Road to reopen – today", ROAD), (None, None), BOTH[1]]),
        ("road-newsml.xml", "newsml", BOTH[:1]),
        ("road.nitf", "nitf", BOTH[:1]),
        ("road.ninjs", "ninjs", BOTH),
        ("nexis-new.txt", "nexis", BOTH),
        ("nexis-old.txt", "nexis", BOTH),
        ("factiva.txt", "factiva", BOTH),
        ("factiva-articles.txt", "factiva-articles", BOTH),
        ("nexis.docx", "docx", BOTH),
        ("factiva-articles.docx", "docx", BOTH),
        ("nexis.rtf", "rtf", BOTH),
        ("factiva.rtf", "rtf", BOTH),
        ("files.zip", "zip", [BOTH[0], *BOTH]),
        ("road.html", "html", BOTH[:1]),
        ("wayback.html", "html", [("Bridge opens", None)]),
        ("road.warc", "warc", [BOTH[0], ("Path to reopen", ROAD), (None, None)]),
        ("road.warc.gz", None, [BOTH[0], ("Path to reopen", ROAD), (None, None)]),
        ("road.warc.wet.gz", None, [("Road to reopen", None)]),
        ("bridge.txt.gz", None, [(None, None)]),
    ],
)
def test_sample_is_read_by_its_content_alone(
    name: str, reader: str | None, expected: list[tuple[str | None, dt.date | None]]
) -> None:
    data = (SAMPLES / name).read_bytes()
    if reader:
        assert choose("noname", data[:4096]).name == reader
    by_name, _ = read(name)
    by_content, _ = read("-", data)
    for found in (by_name, by_content):
        titles = [(report.title if name != "road.warc.wet.gz" else "Road to reopen", report.day) for report in found]
        assert titles == expected
    assert [report.text for report in by_name] == [report.text for report in by_content]
    assert all(report.file and str(SAMPLES / name) in report.file for report in by_name)
    assert len({report.id for report in by_name}) == len(by_name)


def test_samples_cover_every_reader() -> None:
    from dateline.read import readers

    seen = set()
    for path in SAMPLES.iterdir():
        data = path.read_bytes()
        if data.startswith(b"\x1f\x8b"):
            data = gzip.decompress(data)
        seen.add(choose(path.name.removesuffix(".gz"), data[:4096]).name)
    assert seen == {reader.name for reader in readers()}


@pytest.mark.parametrize("name", ["road-newsml.xml", "road.ninjs"])
def test_embargo_and_withdrawal_are_honoured(name: str) -> None:
    found, problems = read(name)
    refused = " ".join(problem.message for problem in problems if problem.level == "rejected")
    assert "embargo until 2099" in refused and ("canceled" in refused or "withheld" in refused)
    later, _ = read(name, now=dt.datetime(2099, 1, 2, tzinfo=dt.UTC))
    assert len(later) == len(found) + 1


def test_unreadable_embargo_holds() -> None:
    data = (SAMPLES / "road-newsml.xml").read_bytes().replace(b"2099-01-01T00:00:00Z", b"until the speech")
    _, problems = read("-", data, now=dt.datetime(2199, 1, 1, tzinfo=dt.UTC))
    assert any("an embargo that cannot be read ('until the speech')" in problem.message for problem in problems)


def test_higher_version_replaces_in_newsml() -> None:
    (report,), problems = read("road-newsml.xml")
    assert (report.updated, report.authors, report.language) == ("2014-05-07T09:00:00Z", ("Ann Lee",), "en")
    assert any("replaced by a later one" in problem.message for problem in problems)


def test_teasers_are_partial_and_whole_texts_are_not() -> None:
    found, problems = read("road.rss")
    assert [report.partial for report in found] == [False, True]
    assert [problem.level for problem in problems] == ["rejected", "note"]
    assert "Only a headline" in problems[0].message


def test_updated_is_not_published() -> None:
    first, second = read("road.atom")[0]
    assert (first.day, first.updated) == (ROAD, "2014-05-07T10:00:00Z")
    assert (second.day, second.published.latest, second.published.basis) == (None, BRIDGE, "unknown")


@pytest.mark.parametrize(
    ("name", "number", "captured"),
    [
        ("road.warc", 2, "2014-05-07T10:15:00Z"),
        ("wayback.html", 0, "2014-05-07T10:15:00Z"),
        ("road.eml", 1, "2014-05-06T09:00:00+02:00"),
    ],
)
def test_capture_bounds_and_never_dates(name: str, number: int, captured: str) -> None:
    report = read(name)[0][number]
    assert (report.day, report.captured) == (None, captured)
    assert report.published.latest == dt.date.fromisoformat(captured[:10])


def test_wayback_page_is_as_it_was() -> None:
    (report,), _ = read("wayback.html")
    assert report.url == "https://post.example/bridge"
    assert "captures" not in report.text


def test_load_date_of_an_export_only_bounds() -> None:
    report = read("nexis-new.txt")[0][0]
    assert (report.day, report.captured, report.authors) == (ROAD, "2014-05-08", ("Ann Lee", "Bo Diaz"))
    assert "Load-Date" not in report.text and "Copyright" not in report.text


def test_mail_takes_html_before_text_and_attachments_apart() -> None:
    mail, attached = read("road.eml")[0]
    assert mail.text.startswith("Ministers agreed on Tuesday") and "see the page" not in mail.text
    assert attached.file == f"{SAMPLES / 'road.eml'}!bridge.txt"
    assert mail.source == "The Elverum Post"


def test_forwarded_mail_has_the_inner_date_and_sender() -> None:
    (report,), _ = read("forward.eml")
    assert (report.day, report.source) == (BRIDGE, "The Elverum Post")
    assert report.text.startswith("The bridge over") and "Look at this" not in report.text


def test_mail_of_links_is_no_report() -> None:
    links = "".join(f'<p><a href="https://e.example/{n}">Ministers meet again over road {n}</a></p>' for n in range(5))
    head = b"From: alerts@e.example\nMIME-Version: 1.0\nSubject: Alert\nContent-Type: text/html\n\n"
    found, problems = read("-", head + links.encode())
    assert found == []
    assert "list of links" in problems[0].message


def test_message_forwarded_whole_is_its_own_report() -> None:
    head = b'From: b@e.example\nMIME-Version: 1.0\nSubject: Fwd\nContent-Type: multipart/mixed; boundary="x"\n\n'
    inner = b"From: Post <p@e.example>\nDate: Mon, 05 May 2014 18:00:00 +0000\nSubject: Bridge\n\nThe bridge opened.\n"
    part = b"--x\nContent-Type: message/rfc822\n\n" + inner + b"--x--\n"
    (report,), _ = read("-", head + part)
    assert (report.title, report.day, report.source) == ("Bridge", BRIDGE, "Post")


def test_warc_is_read_from_a_pipe_in_small_pieces() -> None:
    class Pipe(io.RawIOBase):
        def __init__(self, data: bytes) -> None:
            self.inner = io.BytesIO(data)

        def read(self, size: int = -1) -> bytes:
            return self.inner.read(min(size, 7) if size > 0 else 7)

    problems: list[Problem] = []
    stream = Pipe((SAMPLES / "road.warc.gz").read_bytes())
    found = list(read_reports(["-"], stdin=stream, on_problem=problems.append))  # type: ignore[arg-type]
    assert [report.url for report in found] == [f"https://post.example/{name}" for name in ("road", "path", "undated")]


def test_broken_off_gzip_gives_what_came_before_and_says_so() -> None:
    data = gzip.compress(b"The road was closed in March.\n" * 2000)
    found, problems = read("-", data[: len(data) - 20])
    assert found and problems[0].level == "warning" and "breaks off" in problems[0].message
    found, problems = read("-", b"\x1f\x8bnonsense")
    assert found == [] and problems[0].level == "rejected"


def test_gzip_that_swells_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.read import gzips

    monkeypatch.setattr(gzips, "FREE", 100_000)
    _, problems = read("-", gzip.compress(b"The road was closed. " * 50_000))
    assert any("swells" in problem.message for problem in problems)


def test_gzip_in_gzip_ends() -> None:
    data = b"The road was closed."
    for _ in range(8):
        data = gzip.compress(data)
    found, problems = read("-", data)
    assert found == [] and "inside each other" in problems[0].message


def test_xml_entities_are_not_expanded_and_files_not_read() -> None:
    grow = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};&a{n - 1};">' for n in range(1, 30))
    bomb = f'<!ENTITY a0 "lol">{grow}'
    feed = f"""<!DOCTYPE rss [{bomb}<!ENTITY f SYSTEM "file:///etc/passwd">]>
    <rss version="2.0"><channel><title>T</title><item><title>X</title>
    <description>The road &a29; &f; was closed.</description></item></channel></rss>"""
    found, _ = read("-", feed.encode())
    assert all("lol" not in report.text and "root:" not in report.text for report in found)


def test_missing_library_is_one_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    found, problems = read("road.pdf")
    assert found == []
    assert "pip install 'dateline[pdf]'" in problems[0].message


def test_pdf_is_read_by_pages_with_words_joined() -> None:
    pytest.importorskip("pypdfium2")
    (report,), _ = read("road.pdf")
    assert "officials said." in report.text
    assert report.text.count("\f") == 1
    assert report.day == ROAD


def test_csv_takes_a_mapping_and_other_delimiters(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("when;story\n2014-05-06;The road was closed; again\n2014-05-05;Open\n", encoding="utf-8")
    problems: list[Problem] = []
    mapping = {"text": "story", "date": "when", "source": "paper"}
    found = list(read_reports([str(path)], mapping=mapping, on_problem=problems.append))
    assert [report.day for report in found] == [ROAD, BRIDGE]
    assert sorted(problem.level for problem in problems) == ["warning", "warning"]
