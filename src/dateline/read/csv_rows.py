"""CSV and TSV with a header row: the same fields, shapes and mapping as JSON rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from dateline.model.report import Report
from dateline.read.decode import decode
from dateline.read.json_rows import row_report, say_unknown_fields, say_unseen
from dateline.read.readers import Input, Reader
from dateline.read.row_shapes import FIELDS, names_of
from dateline.read.whole import LARGEST

_DELIMITERS = ",;\t|"
MOST_BROKEN = 20
"""Broken rows of one file that are named one by one; more are counted."""


def read(given: Input) -> Iterator[Report]:
    """Yields the reports of the rows."""
    say_unknown_fields(given)
    stream = io.TextIOWrapper(given.stream, _encoding(given), errors="replace", newline="")
    # the module's own limit is for cells of 128 KB, and it knows no limit for one reader
    csv.field_size_limit(LARGEST)
    head = given.head.decode("utf-8", "replace").removeprefix("\ufeff")
    rows = csv.reader(stream, delimiter=_delimiter(head))
    header: list[str] | None = None
    found = broken = 0
    while True:
        try:
            row = next(rows, None)
        except csv.Error as err:
            broken += 1
            if broken <= MOST_BROKEN:
                given.problem("rejected", f"a row that is no CSV ({str(err)[:60]}); it is left out", rows.line_num)
            continue
        if row is None:
            break
        if not any(cell.strip() for cell in row):
            continue
        if header is None:
            header = [cell.strip() for cell in row]
            continue
        found += 1
        if len(row) > len(header):
            given.problem(
                "warning", f"{len(row)} cells under {len(header)} names; the last are left out", rows.line_num
            )
        report = row_report(given, rows.line_num, dict(zip(header, row, strict=False)))
        if report:
            yield report
    if broken > MOST_BROKEN:
        given.problem("rejected", f"{broken - MOST_BROKEN} more rows are no CSV and are left out")
    if not found:
        given.problem("rejected", "no rows in it; expected a header row with a column for the text, and rows")
    elif header:
        say_unseen(given, {theirs for ours, theirs in given.mapping.items() if ours in FIELDS} - set(header))


def _encoding(given: Input) -> str:
    encoding = decode(given.head[: given.head.rfind(b"\n") + 1] or given.head).encoding
    if encoding:
        given.problem("note", f"not UTF-8, read as {encoding}; if letters look wrong, save the file as UTF-8")
    return encoding or "utf-8-sig"


def _delimiter(head: str) -> str:
    line = head.split("\n", 1)[0]
    return max(_DELIMITERS, key=line.count)


def _is_csv(head: bytes) -> bool:
    """Whether the first line is a header that names a text and something else that we know."""
    line = head.split(b"\n", 1)[0].decode("utf-8", "replace").removeprefix("\ufeff").strip()
    delimiter = _delimiter(line)
    if delimiter not in line:
        return False
    cells = {cell.strip().strip('"') for cell in line.split(delimiter)}
    known = [field for field in FIELDS if cells & set(names_of(field))]
    return "text" in known and len(known) > 1


READER = Reader(
    "csv",
    "CSV and TSV with a header row, one report a row; names of columns as for JSON, or by --map",
    (".csv", ".tsv"),
    _is_csv,
    read,
)
