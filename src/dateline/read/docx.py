"""DOCX, as Nexis, Factiva and word processors write it: its paragraphs, without headers, notes and deleted words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from dateline.model.report import Report
from dateline.read.exports import reports_of_text
from dateline.read.readers import Input, Reader
from dateline.read.xml_tree import local
from dateline.read.zips import WORD, ZIP, Opened, opened

OTHERS = (("xl/", "a spreadsheet"), ("ppt/", "slides"))
_UNSEEN = frozenset(("del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "sectPr", "pict"))
_LETTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "tc": "\t"}


def read(given: Input) -> Iterator[Report]:
    """Yields the reports of a document: those of a Nexis or Factiva export, else one."""
    with opened(given) as file:
        if file is not None:
            yield from reports_of(given, file)


def reports_of(given: Input, file: Opened) -> Iterator[Report]:
    """Yields the reports of an open document."""
    if WORD not in file.names:
        kind = next((kind for folder, kind in OTHERS if any(name.startswith(folder) for name in file.names)), None)
        given.problem("rejected", f"{kind or 'an office file without a text'}; save it as text, RTF or CSV")
        return
    member = file.member(WORD)
    if member.data is None:
        given.problem("rejected", f"its text cannot be had: {member.fault}")
        return
    yield from reports_of_text(given, text_of(member.data))


def text_of(data: bytes) -> str:
    """The words of a document's main part, paragraphs parted by a blank line; what cannot be parsed is left out."""
    from lxml import etree

    paragraphs = []
    places = etree.iterparse(
        io.BytesIO(data), events=("end",), recover=True, resolve_entities=False, no_network=True, load_dtd=False,
        huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        for _, element in places:
            kind = local(element)
            if kind not in ("p", "tr") or _inside_another(element):
                continue
            paragraphs.append(_line(element))
            element.clear()
    except etree.LxmlError:
        pass
    return "\n\n".join(bare for one in paragraphs if (bare := one.strip("\n \t")))


def _inside_another(element: Any) -> bool:
    """Whether a paragraph stands in a row of a table or in another's text box, and is told with that."""
    return any(local(above) in ("p", "tr") for above in element.iterancestors())


def _line(element: Any) -> str:
    """The words of a paragraph, or of a row with its cells parted by tabs."""
    parts: list[str] = []
    below = list(reversed(element))
    while below:
        one = below.pop()
        kind = local(one)
        if kind in _UNSEEN:
            continue
        if kind == "t":
            parts.append(one.text or "")
        elif kind in _LETTERS:
            parts.append(_LETTERS[kind])
        elif kind == "p" and parts and not parts[-1].endswith(("\n", "\t")):
            parts.append("\n")
        below.extend(reversed(one))
    return "".join(parts).replace("\xa0", " ")


def is_document(data: bytes) -> bool:
    """Whether the bytes are a document with a text."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return WORD in file.namelist()
    except Exception:  # whatever is wrong with it, its reader says so
        return False


READER = Reader(
    "docx",
    "DOCX: Nexis and Factiva exports, many reports a file, or one report",
    (".docx", ".docm"),
    lambda head: head.startswith(ZIP) and (b"[Content_Types].xml" in head or b"word/" in head),
    read,
)
