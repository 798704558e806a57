"""A ZIP of files, such as Nexis hands out: each file goes to its own reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model.problem import Problem
from dateline.model.report import Report
from dateline.read import docx
from dateline.read.nested import reports_within
from dateline.read.readers import Input, Reader
from dateline.read.zips import WORD, ZIP, opened

_LIST = re.compile(r"_doclist\.(?:docx|rtf|pdf|txt)$", re.I)
"""How Nexis names the table of contents that it puts beside the documents."""


def read(given: Input) -> Iterator[Report]:
    """Yields the reports of the files inside, sorted by name; a document that is itself a ZIP is read as such."""
    with opened(given) as file:
        if file is None:
            return
        if WORD in file.names:
            yield from docx.reports_of(given, file)
            return
        if office := next(
            (kind for folder, kind in docx.OTHERS if any(n.startswith(folder) for n in file.names)), None
        ):
            given.problem("rejected", f"{office}; save it as text, RTF or CSV")
            return
        found = False
        for member in file.members():
            found = True
            name = f"{given.name}!{_shown(member.name)}"
            if _LIST.search(member.name):
                given.problem("note", f"{name.rpartition('!')[2]}: a list of the documents beside it, left out")
            elif member.data is None:
                given.on_problem(Problem(name, "rejected", member.fault))
            elif member.data.startswith(ZIP) and not docx.is_document(member.data):
                given.on_problem(Problem(name, "rejected", "a ZIP file inside a ZIP file; unpack it first"))
            else:
                yield from reports_within(given, name, member.data, captured=given.captured)
        if not found:
            given.problem("rejected", "an empty ZIP file, expected reports in it")


def _shown(name: str) -> str:
    """A file's name as one line of letters that can be shown."""
    return "".join(letter if letter.isprintable() else "_" for letter in name) or "_"


READER = Reader("zip", "a ZIP of files, each by its own reader", (".zip",), lambda head: head.startswith(ZIP), read)
